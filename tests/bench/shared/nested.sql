-- The names of `kindly export --format json --share words`: sessions with their answers nested.
SELECT id, exercise, exercise_version, title, language, components,
    strftime('%Y-%m-%dT%H:%M:%S', started_at / 1000 + started_offset, 'unixepoch') || printf('%+03d:%02d', started_offset / 3600, started_offset / 60 % 60) AS started_at,
    strftime('%Y-%m-%dT%H:%M:%S', ended_at / 1000 + ended_offset, 'unixepoch') || printf('%+03d:%02d', ended_offset / 3600, ended_offset / 60 % 60) AS ended_at,
    day, status, stop_reason, planned_seconds, practised_seconds, paused_seconds,
    distress_before, distress_after, kindness_before, kindness_after, backdraft, groundings, skipped, homework, source, participant,
    strftime('%Y-%m-%dT%H:%M:%S', recorded_at / 1000 + recorded_offset, 'unixepoch') || printf('%+03d:%02d', recorded_offset / 3600, recorded_offset / 60 % 60) AS recorded_at,
    strftime('%Y-%m-%dT%H:%M:%S', amended_at / 1000 + amended_offset, 'unixepoch') || printf('%+03d:%02d', amended_offset / 3600, amended_offset / 60 % 60) AS amended_at,
    kindly_version, revision,
    (SELECT json_group_array(json_object('position', position, 'step', step, 'kind', kind, 'measure', measure, 'prompt', prompt,
            'value_number', value_number, 'value_text', value_text, 'skipped', answer.skipped, 'private', private,
            'answered_at', strftime('%Y-%m-%dT%H:%M:%S', answered_at / 1000 + answered_offset, 'unixepoch') || printf('%+03d:%02d', answered_offset / 3600, answered_offset / 60 % 60)))
        FROM answer WHERE answer.session = session.number) AS answers
FROM session ORDER BY session.started_at, number;
