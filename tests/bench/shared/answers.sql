-- The columns of `kindly export --format csv --table answers --share words`.
SELECT session.id AS session_id, position, step, kind, measure, prompt, value_number, value_text, answer.skipped, private,
    strftime('%Y-%m-%dT%H:%M:%S', answered_at / 1000 + answered_offset, 'unixepoch') || printf('%+03d:%02d', answered_offset / 3600, answered_offset / 60 % 60) AS answered_at
FROM session JOIN answer ON answer.session = session.number
ORDER BY started_at, number, position;
