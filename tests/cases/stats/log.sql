-- Practices over the turn of a year, so that the figures can be added up by hand. The trial counts nowhere.
CREATE TEMP TABLE told (number INTEGER, day TEXT, exercise TEXT, version TEXT, title TEXT, seconds INTEGER, status TEXT,
  reason TEXT, db INTEGER, da INTEGER, kb INTEGER, ka INTEGER, backdraft TEXT, groundings INTEGER, source TEXT, running INTEGER);
INSERT INTO told VALUES
 (1,  '2026-12-21', 'kind-pause', '1.0.0', 'Kind pause',   300, 'completed',    NULL,       7,    4,    2,    5,    NULL,       0, 'timed', 0),
 (2,  '2026-12-21', 'feet',       '1.0.0', 'Feet',         120, 'completed',    NULL,       5,    5,    NULL, NULL, NULL,       0, 'timed', 0),
 (3,  '2026-12-27', 'kind-pause', '1.1.0', 'Kind pause',   360, 'closed_early', NULL,       6,    7,    3,    3,    'none',     1, 'timed', 0),
 (4,  '2026-12-28', 'kind-pause', '1.1.0', 'Kind pause',   240, 'stopped',      'distress', 4,    9,    2,    NULL, 'noticed',  2, 'timed', 0),
 (5,  '2027-01-03', 'kind-pause', '2.0.0', 'A kind pause', 330, 'completed',    NULL,       6,    2,    4,    6,    'grounded', 1, 'timed', 0),
 (6,  '2027-01-03', 'walk',       '',      'A walk',       NULL,'completed',    NULL,       NULL, NULL, NULL, NULL, NULL,    NULL, 'entered_later', 0),
 (7,  '2027-01-04', 'kind-pause', '2.0.0', 'A kind pause', 300, 'completed',    NULL,       8,    5,    5,    7,    NULL,       0, 'timed', 0),
 (8,  '2027-01-05', 'open-close', '1.0.0', 'Open, close',  61,  'stopped',      'person',   NULL, 3,    NULL, NULL, NULL,       0, 'timed', 0),
 (9,  '2027-01-05', 'look',       '1.0.0', 'Look',         59,  'completed',    NULL,       10,   0,    0,    10,   'none',     9, 'trial', 0),
 (10, '2027-01-06', 'feet',       '1.0.0', 'Feet',         20,  'interrupted',  'crash',    3,    NULL, NULL, NULL, NULL,       0, 'timed', 1);
INSERT INTO session (id, exercise, exercise_version, title, language, components, started_at, started_offset, day, status,
  stop_reason, practised_ms, paused_ms, distress_before, distress_after, kindness_before, kindness_after, backdraft,
  groundings, skipped, source, recorded_at, recorded_offset, kindly_version, changed_at, running)
SELECT printf('019b0000-0000-7000-8000-%012d', number), exercise, version, title, 'en', 'self_kindness',
  1000 * (unixepoch(day) + 28800 + number), 3600, day, status, reason, 1000 * seconds, 0, db, da, kb, ka, backdraft,
  groundings, 0, source, 1000 * (unixepoch(day) + 32400), 3600, '0.4.0', 1000 * (unixepoch(day) + 32400), running
FROM told;
