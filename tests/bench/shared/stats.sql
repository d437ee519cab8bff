-- What `kindly stats --json` adds up: all, by status, week, exercise and major version, and day, with the pairs of ratings.
SELECT count(*), sum(practised_seconds), sum(practised_seconds IS NULL), sum(source = 'entered_later'), sum(stop_reason = 'distress'),
    count(backdraft), sum(backdraft IN ('noticed', 'grounded')), sum(backdraft = 'grounded'), sum(groundings),
    count(distress_after - distress_before), sum(distress_after < distress_before), sum(distress_after = distress_before), sum(distress_after > distress_before),
    sum(distress_before IS NULL OR distress_after IS NULL), avg(distress_after - distress_before), sum((distress_after - distress_before) * (distress_after - distress_before)),
    avg(iif(distress_after IS NULL, NULL, distress_before)), avg(iif(distress_before IS NULL, NULL, distress_after)),
    count(kindness_after - kindness_before), sum(kindness_after < kindness_before), sum(kindness_after = kindness_before), sum(kindness_after > kindness_before),
    sum(kindness_before IS NULL OR kindness_after IS NULL), avg(kindness_after - kindness_before), sum((kindness_after - kindness_before) * (kindness_after - kindness_before)),
    avg(iif(kindness_after IS NULL, NULL, kindness_before)), avg(iif(kindness_before IS NULL, NULL, kindness_after))
FROM session WHERE source <> 'trial' AND running = 0;
SELECT status, count(*) FROM session WHERE source <> 'trial' AND running = 0 GROUP BY 1;
SELECT strftime('%Y-%W', day), count(*), sum(practised_seconds),
    count(distress_after - distress_before), sum(distress_after < distress_before), sum(distress_after = distress_before), sum(distress_after > distress_before),
    sum(distress_before IS NULL OR distress_after IS NULL), avg(distress_after - distress_before), sum((distress_after - distress_before) * (distress_after - distress_before)),
    avg(iif(distress_after IS NULL, NULL, distress_before)), avg(iif(distress_before IS NULL, NULL, distress_after)),
    count(kindness_after - kindness_before), sum(kindness_after < kindness_before), sum(kindness_after = kindness_before), sum(kindness_after > kindness_before),
    sum(kindness_before IS NULL OR kindness_after IS NULL), avg(kindness_after - kindness_before), sum((kindness_after - kindness_before) * (kindness_after - kindness_before)),
    avg(iif(kindness_after IS NULL, NULL, kindness_before)), avg(iif(kindness_before IS NULL, NULL, kindness_after))
FROM session WHERE source <> 'trial' AND running = 0 GROUP BY 1;
SELECT exercise, max(started_at), title, language, count(*), sum(practised_seconds), max(day) FROM session WHERE source <> 'trial' AND running = 0 GROUP BY 1;
SELECT exercise, substr(exercise_version, 1, instr(exercise_version, '.') - 1), count(*),
    count(distress_after - distress_before), sum(distress_after < distress_before), sum(distress_after = distress_before), sum(distress_after > distress_before),
    sum(distress_before IS NULL OR distress_after IS NULL), avg(distress_after - distress_before), sum((distress_after - distress_before) * (distress_after - distress_before)),
    avg(iif(distress_after IS NULL, NULL, distress_before)), avg(iif(distress_before IS NULL, NULL, distress_after)),
    count(kindness_after - kindness_before), sum(kindness_after < kindness_before), sum(kindness_after = kindness_before), sum(kindness_after > kindness_before),
    sum(kindness_before IS NULL OR kindness_after IS NULL), avg(kindness_after - kindness_before), sum((kindness_after - kindness_before) * (kindness_after - kindness_before)),
    avg(iif(kindness_after IS NULL, NULL, kindness_before)), avg(iif(kindness_before IS NULL, NULL, kindness_after))
FROM session WHERE source <> 'trial' AND running = 0 GROUP BY 1, 2;
SELECT day, count(*) FROM session WHERE source <> 'trial' AND running = 0 GROUP BY 1;
