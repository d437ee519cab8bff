-- What `kindly stats --json` adds up: by week, exercise and day; before and after, with pairs.
SELECT strftime('%Y-%W', day), count(*), sum(practised_seconds) FROM session WHERE source <> 'trial' GROUP BY 1;
SELECT exercise, count(*), sum(practised_seconds) FROM session WHERE source <> 'trial' GROUP BY 1;
SELECT day, count(*) FROM session WHERE source <> 'trial' GROUP BY 1;
SELECT status, count(*) FROM session WHERE source <> 'trial' GROUP BY 1;
SELECT count(*), sum(distress_after < distress_before), sum(distress_after = distress_before), sum(distress_after > distress_before),
    avg(distress_after - distress_before), sum((distress_after - distress_before) * (distress_after - distress_before))
FROM session WHERE source <> 'trial' AND distress_before IS NOT NULL AND distress_after IS NOT NULL;
SELECT count(*), sum(kindness_after < kindness_before), sum(kindness_after = kindness_before), sum(kindness_after > kindness_before),
    avg(kindness_after - kindness_before), sum((kindness_after - kindness_before) * (kindness_after - kindness_before))
FROM session WHERE source <> 'trial' AND kindness_before IS NOT NULL AND kindness_after IS NOT NULL;
SELECT count(*) FROM session WHERE source <> 'trial' AND (distress_before IS NULL OR distress_after IS NULL);
