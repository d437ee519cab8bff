-- A practice log as schema 3 had it: what schema-2.sql holds, brought up to date.
PRAGMA application_id = 0x6B6E646C; PRAGMA user_version = 3;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE session (
    number            INTEGER PRIMARY KEY,
    id                TEXT NOT NULL UNIQUE,
    exercise          TEXT NOT NULL,
    exercise_version  TEXT NOT NULL,
    title             TEXT NOT NULL,
    language          TEXT NOT NULL,
    components        TEXT NOT NULL DEFAULT '',
    started_at        INTEGER NOT NULL,
    started_offset    INTEGER NOT NULL,
    ended_at          INTEGER,
    ended_offset      INTEGER,
    day               TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    status            TEXT NOT NULL CHECK (status IN ('completed', 'closed_early', 'stopped', 'interrupted')),
    stop_reason       TEXT CHECK (stop_reason IN ('person', 'distress', 'unanswered', 'signal', 'crash')),
    planned_ms        INTEGER,
    practised_ms      INTEGER,
    paused_ms         INTEGER,
    distress_before   INTEGER CHECK (distress_before BETWEEN 0 AND 10),
    distress_after    INTEGER CHECK (distress_after BETWEEN 0 AND 10),
    kindness_before   INTEGER CHECK (kindness_before BETWEEN 0 AND 10),
    kindness_after    INTEGER CHECK (kindness_after BETWEEN 0 AND 10),
    backdraft         TEXT CHECK (backdraft IN ('none', 'noticed', 'grounded')),
    groundings        INTEGER,
    skipped           INTEGER,
    homework          TEXT,
    source            TEXT NOT NULL CHECK (source IN ('timed', 'entered_later', 'trial')),
    participant       TEXT,
    recorded_at       INTEGER NOT NULL,
    recorded_offset   INTEGER NOT NULL,
    amended_at        INTEGER,
    amended_offset    INTEGER,
    kindly_version    TEXT NOT NULL,
    revision          INTEGER NOT NULL DEFAULT 1,
    -- Not exported:
    changed_at        INTEGER NOT NULL,            -- the latest change to anything of this session
    running           INTEGER NOT NULL DEFAULT 0 CHECK (running IN (0, 1)), -- not ended; its lock tells if it goes on
    intensity         TEXT CHECK (intensity IN ('gentle', 'moderate', 'strong')),
    digest            TEXT,                        -- of the exercise, in exercise_text
    settings          TEXT,                        -- JSON: as used
    plan              TEXT,                        -- JSON: budget_ms, factor, dropped
    seed              INTEGER,
    last_section      TEXT,                        -- the section it came to: where it can be taken up again
    planned_seconds   INTEGER AS ((planned_ms + 500) / 1000) VIRTUAL,
    practised_seconds INTEGER AS ((practised_ms + 500) / 1000) VIRTUAL,
    paused_seconds    INTEGER AS ((paused_ms + 500) / 1000) VIRTUAL
, settings_sealed BLOB, shared_at TEXT CHECK (shared_at IN ('counts', 'ratings')), ratings_revision INTEGER, details_revision INTEGER, grounded INTEGER NOT NULL DEFAULT 0 CHECK (grounded IN (0, 1)), closing_reason TEXT CHECK (closing_reason IN ('person', 'distress', 'unanswered'))) STRICT;
INSERT INTO session VALUES(1,'01a1fa38-f864-7e71-b9a9-97e38444b9ab','kind-pause','1.0','Three-step pause','en','mindfulness;common_humanity;kindness',1795199400036,3600,1795199400073,3600,'2026-11-20','completed',NULL,310200,25,0,7,4,2,6,'none',0,1,NULL,'timed',NULL,1795199400036,3600,NULL,NULL,'0.1.0',1,1795199400073,0,'moderate','f8582ced257465baaeaa08918e12dd760aa5ae2a1c255eb41366ca941309e280','{"rounds":2,"warm_name":"dear old friend"}','{"budget_ms":null,"factor":0.0,"dropped":[]}',1,'close',NULL,NULL,NULL,NULL,0,NULL);
INSERT INTO session VALUES(2,'01a1fba7-2e5a-7e07-8c17-b0bb2e848c3e','open-close','1.0','Door wide, door ajar','en','mindfulness;kindness',1795223400026,3600,1795223400063,3600,'2026-11-20','completed',NULL,424200,27,0,NULL,NULL,NULL,NULL,NULL,0,2,NULL,'timed',NULL,1795223400026,3600,NULL,NULL,'0.1.0',1,1795223400063,0,'gentle','91e17a19fc9ac68f72456a70b0afab3299ab3d29939cb29a99a200150a10851a','{}','{"budget_ms":null,"factor":0.0,"dropped":[]}',1,'close',NULL,NULL,NULL,NULL,0,NULL);
INSERT INTO session VALUES(3,'01a1fce7-9da2-765c-b2a0-b5cbcb16bd02','kind-pause','1.0','Three-step pause','en','mindfulness;common_humanity;kindness',1795244400034,3600,1795244400043,3600,'2026-11-21','interrupted','crash',309000,2,0,4,NULL,NULL,NULL,NULL,0,0,NULL,'timed',NULL,1795244400034,3600,NULL,NULL,'0.1.0',1,1795248000018,0,'moderate','f8582ced257465baaeaa08918e12dd760aa5ae2a1c255eb41366ca941309e280','{"rounds":2,"warm_name":"my friend"}','{"budget_ms":null,"factor":0.0,"dropped":[]}',1,'arrive',NULL,NULL,NULL,NULL,0,NULL);
INSERT INTO session VALUES(4,'01a1fd1e-8c12-7393-bcdd-36a50a96ba7f','look','1.0','Here in the room','en','mindfulness',1795248000018,3600,1795248171018,3600,'2026-11-21','completed',NULL,174000,163600,0,NULL,NULL,NULL,NULL,NULL,0,1,NULL,'trial',NULL,1795248000018,3600,NULL,NULL,'0.1.0',1,1795248171018,0,'gentle','ff60fb216feec3f5dc5729838437a494b9e4f366474a5b8156877498e6f7a10f','{}','{"budget_ms":null,"factor":0.0,"dropped":[]}',1,'close',NULL,NULL,NULL,NULL,0,NULL);
CREATE TABLE answer (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    position          INTEGER NOT NULL,            -- from 1; answering again makes another row
    step              TEXT NOT NULL,               -- path
    question          TEXT NOT NULL,               -- id
    kind              TEXT NOT NULL,
    about             TEXT,                        -- of a check-in
    measure           TEXT,
    prompt            TEXT NOT NULL,               -- as shown
    options           TEXT,                        -- JSON: [{ "id", "text" }], as shown
    lowest            INTEGER,
    highest           INTEGER,
    lowest_label      TEXT,
    highest_label     TEXT,
    value_number      REAL,
    value_text        TEXT,
    skipped           INTEGER NOT NULL CHECK (skipped IN (0, 1)),
    private           INTEGER NOT NULL CHECK (private IN (0, 1)),
    words_deleted     INTEGER NOT NULL DEFAULT 0 CHECK (words_deleted IN (0, 1)),
    answered_at       INTEGER NOT NULL,
    answered_offset   INTEGER NOT NULL, value_revision INTEGER, sealed BLOB, question_sealed BLOB, withheld INTEGER NOT NULL DEFAULT 0 CHECK (withheld IN (0, 1)),
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;
INSERT INTO answer VALUES(1,1,'arrive/start','start','check_in','distress','distress_0_10','How distressed do you feel right now?',NULL,0,10,NULL,NULL,7.0,NULL,0,0,0,1795199400048,3600,NULL,NULL,NULL,0);
INSERT INTO answer VALUES(1,2,'arrive/kind_before','kind_before','scale',NULL,'kindness_0_10','How kind are you to yourself right now?',NULL,0,10,'not at all','very',2.0,NULL,0,0,0,1795199400049,3600,NULL,NULL,NULL,0);
INSERT INTO answer VALUES(1,3,'common_humanity/others','others','choice',NULL,NULL,'Next comes a thought about other people. Does that suit you today?','[{"id":"yes","text":"Yes"},{"id":"unfair","text":"It can make my trouble look small, or hide what is unfair"},{"id":"leave_out","text":"Leave it out today"}]',NULL,NULL,NULL,NULL,NULL,NULL,1,0,0,1795199400054,3600,NULL,NULL,NULL,0);
INSERT INTO answer VALUES(1,4,'kindness/words','words','choice',NULL,NULL,'How do kind words sit with you today?','[{"id":"fine","text":"They are all right"},{"id":"feel_false","text":"They feel false, or too big"},{"id":"none","text":"I would rather have none"}]',NULL,NULL,NULL,NULL,NULL,'fine',0,0,0,1795199400056,3600,NULL,NULL,NULL,0);
INSERT INTO answer VALUES(1,5,'kindness/after_kindness','after_kindness','check_in','backdraft','distress_0_10','How distressed do you feel now?',NULL,0,10,NULL,NULL,4.0,NULL,0,0,0,1795199400060,3600,NULL,NULL,NULL,0);
INSERT INTO answer VALUES(1,6,'kindness/kind_after','kind_after','scale',NULL,'kindness_0_10','How kind are you to yourself right now?',NULL,0,10,'not at all','very',6.0,NULL,0,0,0,1795199400061,3600,NULL,NULL,NULL,0);
INSERT INTO answer VALUES(1,7,'one_line/helps','helps','text',NULL,NULL,'What would help a little today? One line is plenty.',NULL,NULL,NULL,NULL,NULL,NULL,'a walk by the river',0,1,0,1795199400062,3600,NULL,NULL,NULL,0);
INSERT INTO answer VALUES(2,1,'arrive/start','start','check_in','distress','distress_0_10','How distressed do you feel right now?',NULL,0,10,NULL,NULL,NULL,'numb',0,0,0,1795223400036,3600,NULL,NULL,NULL,0);
INSERT INTO answer VALUES(2,2,'signs/known_signs','known_signs','choices',NULL,NULL,'Which of these do you know? None is a good answer too.','[{"id":"shame","text":"Shame"},{"id":"grief","text":"Grief or tears"},{"id":"anger","text":"Anger"},{"id":"numb","text":"Feeling numb or far away"},{"id":"not_for_me","text":"The thought: this is not for me"},{"id":"tight","text":"A tight chest or throat"},{"id":"get_away","text":"A wish to get away"},{"id":"critic","text":"A harsher inner voice"},{"id":"none","text":"None of these, or not sure"}]',NULL,NULL,NULL,NULL,NULL,'tight;critic',0,1,0,1795223400043,3600,NULL,NULL,NULL,0);
INSERT INTO answer VALUES(2,3,'right_now/now','now','choice',NULL,NULL,'Is any of this here right now?','[{"id":"no","text":"No"},{"id":"a_little","text":"A little, and I can go on"},{"id":"steady","text":"Yes, and I would like to steady myself"}]',NULL,NULL,NULL,NULL,NULL,NULL,1,1,0,1795223400044,3600,NULL,NULL,NULL,0);
INSERT INTO answer VALUES(2,4,'five/after_five','after_five','check_in','backdraft','distress_0_10','How distressed do you feel now?',NULL,0,10,NULL,NULL,NULL,NULL,1,0,0,1795223400052,3600,NULL,NULL,NULL,0);
INSERT INTO answer VALUES(2,5,'plan/my_plan','my_plan','text',NULL,NULL,'When kindness stings, what could help you step back for a while?',NULL,NULL,NULL,NULL,NULL,NULL,replace('name five things I see\nthen tea','\n',char(10)),0,1,0,1795223400059,3600,NULL,NULL,NULL,0);
INSERT INTO answer VALUES(3,1,'arrive/start','start','check_in','distress','distress_0_10','How distressed do you feel right now?',NULL,0,10,NULL,NULL,4.0,NULL,0,0,0,1795244400043,3600,NULL,NULL,NULL,0);
INSERT INTO answer VALUES(4,1,'thing/hold_or_look','hold_or_look','choice',NULL,NULL,'Would you like to hold a small thing, or only look at one?','[{"id":"hold","text":"Hold something"},{"id":"look","text":"Only look"}]',NULL,NULL,NULL,NULL,NULL,NULL,1,0,0,1795248064618,3600,NULL,NULL,NULL,0);
CREATE TABLE step (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    position          INTEGER NOT NULL,
    path              TEXT NOT NULL,
    kind              TEXT NOT NULL,
    began_ms          INTEGER NOT NULL,            -- session clock
    ended_ms          INTEGER NOT NULL,
    how               TEXT NOT NULL,
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;
INSERT INTO step VALUES(1,1,'arrive/1','say',4,4,'enter');
INSERT INTO step VALUES(1,2,'arrive/start','check_in',4,5,'answered');
INSERT INTO step VALUES(1,3,'arrive/kind_before','ask',6,6,'answered');
INSERT INTO step VALUES(1,4,'settle/1','say',6,7,'enter');
INSERT INTO step VALUES(1,5,'settle/2','say',7,8,'enter');
INSERT INTO step VALUES(1,6,'settle/3','breathe',8,8,'enter');
INSERT INTO step VALUES(1,7,'mindfulness/1','say',8,9,'enter');
INSERT INTO step VALUES(1,8,'mindfulness/2','pause',9,9,'enter');
INSERT INTO step VALUES(1,9,'mindfulness/3','say',9,10,'enter');
INSERT INTO step VALUES(1,10,'mindfulness/4','pause',10,10,'enter');
INSERT INTO step VALUES(1,11,'common_humanity/others','ask',10,11,'skipped');
INSERT INTO step VALUES(1,12,'common_humanity/2/else/1/else/1','say',11,12,'enter');
INSERT INTO step VALUES(1,13,'common_humanity/2/else/1/else/2','pause',12,12,'enter');
INSERT INTO step VALUES(1,14,'kindness/words','ask',12,13,'answered');
INSERT INTO step VALUES(1,15,'kindness/2','say',13,14,'enter');
INSERT INTO step VALUES(1,16,'kindness/3','pause',14,14,'enter');
INSERT INTO step VALUES(1,17,'kindness/4/then/1','say',14,15,'enter');
INSERT INTO step VALUES(1,18,'kindness/4/then/2/round-1/phrase/1/1','say',15,15,'enter');
INSERT INTO step VALUES(1,19,'kindness/4/then/2/round-1/2','pause',15,16,'enter');
INSERT INTO step VALUES(1,20,'kindness/4/then/2/round-2/phrase/1/1','say',16,16,'enter');
INSERT INTO step VALUES(1,21,'kindness/4/then/2/round-2/2','pause',16,17,'enter');
INSERT INTO step VALUES(1,22,'kindness/after_kindness','check_in',17,17,'answered');
INSERT INTO step VALUES(1,23,'kindness/kind_after','ask',17,18,'answered');
INSERT INTO step VALUES(1,24,'one_line/helps','ask',18,19,'answered');
INSERT INTO step VALUES(1,25,'one_line/2','say',19,20,'enter');
INSERT INTO step VALUES(1,26,'one_line/3','pause',20,21,'enter');
INSERT INTO step VALUES(1,27,'one_line/4','say',21,22,'enter');
INSERT INTO step VALUES(1,28,'one_line/5','pause',22,22,'enter');
INSERT INTO step VALUES(1,29,'one_line/6','recall',22,23,'enter');
INSERT INTO step VALUES(1,30,'close/1','say',23,24,'enter');
INSERT INTO step VALUES(1,31,'close/2','pause',24,24,'enter');
INSERT INTO step VALUES(1,32,'close/3','say',24,25,'enter');
INSERT INTO step VALUES(1,33,'close/4','pause',25,26,'enter');
INSERT INTO step VALUES(1,34,'close/5','say',26,27,'enter');
INSERT INTO step VALUES(1,35,'close/6','pause',27,27,'enter');
INSERT INTO step VALUES(1,36,'close/7','say',27,28,'enter');
INSERT INTO step VALUES(1,37,'close/8','say',28,29,'enter');
INSERT INTO step VALUES(2,1,'arrive/1','say',3,3,'enter');
INSERT INTO step VALUES(2,2,'arrive/start','check_in',3,4,'answered');
INSERT INTO step VALUES(2,3,'fire/1','say',5,5,'enter');
INSERT INTO step VALUES(2,4,'fire/2','say',5,6,'enter');
INSERT INTO step VALUES(2,5,'fire/3','pause',6,6,'enter');
INSERT INTO step VALUES(2,6,'fire/4','say',6,7,'enter');
INSERT INTO step VALUES(2,7,'fire/5','say',7,7,'enter');
INSERT INTO step VALUES(2,8,'fire/6','pause',7,8,'enter');
INSERT INTO step VALUES(2,9,'fire/7','say',8,8,'enter');
INSERT INTO step VALUES(2,10,'fire/8','pause',8,9,'enter');
INSERT INTO step VALUES(2,11,'signs/1','say',9,10,'enter');
INSERT INTO step VALUES(2,12,'signs/known_signs','ask',10,11,'answered');
INSERT INTO step VALUES(2,13,'right_now/1','recall',11,11,'enter');
INSERT INTO step VALUES(2,14,'right_now/now','ask',11,12,'skipped');
INSERT INTO step VALUES(2,15,'right_now/3/else/1','say',12,13,'enter');
INSERT INTO step VALUES(2,16,'right_now/3/else/2','pause',13,13,'enter');
INSERT INTO step VALUES(2,17,'five/1','say',13,14,'enter');
INSERT INTO step VALUES(2,18,'five/2','say',14,15,'enter');
INSERT INTO step VALUES(2,19,'five/3','pause',15,15,'enter');
INSERT INTO step VALUES(2,20,'five/4','say',15,16,'enter');
INSERT INTO step VALUES(2,21,'five/5','pause',16,16,'enter');
INSERT INTO step VALUES(2,22,'five/6','say',16,17,'enter');
INSERT INTO step VALUES(2,23,'five/7','pause',17,17,'enter');
INSERT INTO step VALUES(2,24,'five/8','say',17,18,'enter');
INSERT INTO step VALUES(2,25,'five/9','pause',18,18,'enter');
INSERT INTO step VALUES(2,26,'five/10','say',18,19,'enter');
INSERT INTO step VALUES(2,27,'five/11','pause',19,19,'enter');
INSERT INTO step VALUES(2,28,'five/after_five','check_in',19,20,'skipped');
INSERT INTO step VALUES(2,29,'try_it/1','say',20,21,'enter');
INSERT INTO step VALUES(2,30,'try_it/2','say',21,21,'enter');
INSERT INTO step VALUES(2,31,'try_it/3','pause',21,22,'enter');
INSERT INTO step VALUES(2,32,'try_it/4','say',22,22,'enter');
INSERT INTO step VALUES(2,33,'try_it/5','pause',22,23,'enter');
INSERT INTO step VALUES(2,34,'try_it/6','say',23,24,'enter');
INSERT INTO step VALUES(2,35,'try_it/7','pause',24,24,'enter');
INSERT INTO step VALUES(2,36,'try_it/8','say',24,25,'enter');
INSERT INTO step VALUES(2,37,'plan/1','recall',25,26,'enter');
INSERT INTO step VALUES(2,38,'plan/my_plan','ask',26,27,'answered');
INSERT INTO step VALUES(2,39,'plan/3','recall',27,27,'enter');
INSERT INTO step VALUES(2,40,'close/1','say',27,28,'enter');
INSERT INTO step VALUES(2,41,'close/2','pause',28,28,'enter');
INSERT INTO step VALUES(2,42,'close/3','say',28,29,'enter');
INSERT INTO step VALUES(2,43,'close/4','pause',29,29,'enter');
INSERT INTO step VALUES(2,44,'close/5','say',29,30,'enter');
INSERT INTO step VALUES(2,45,'close/6','say',30,30,'enter');
INSERT INTO step VALUES(3,1,'arrive/1','say',2,3,'enter');
INSERT INTO step VALUES(3,2,'arrive/start','check_in',3,4,'answered');
INSERT INTO step VALUES(4,1,'arrive/1','say',7400,13200,'time');
INSERT INTO step VALUES(4,2,'colours/1','say',13200,17800,'time');
INSERT INTO step VALUES(4,3,'colours/2','say',17800,23200,'time');
INSERT INTO step VALUES(4,4,'colours/3','pause',23200,41200,'time');
INSERT INTO step VALUES(4,5,'sounds/1','say',41200,46600,'time');
INSERT INTO step VALUES(4,6,'sounds/2','pause',46600,64600,'time');
INSERT INTO step VALUES(4,7,'thing/hold_or_look','ask',64600,64600,'skipped');
INSERT INTO step VALUES(4,8,'thing/2/else/1','say',64600,70400,'time');
INSERT INTO step VALUES(4,9,'thing/2/else/2','pause',70400,78400,'time');
INSERT INTO step VALUES(4,10,'thing/2/else/3','say',78400,83800,'time');
INSERT INTO step VALUES(4,11,'thing/2/else/4','pause',83800,98800,'time');
INSERT INTO step VALUES(4,12,'here/1','say',98800,103800,'time');
INSERT INTO step VALUES(4,13,'here/2','pause',103800,109800,'time');
INSERT INTO step VALUES(4,14,'here/3','say',109800,115600,'time');
INSERT INTO step VALUES(4,15,'here/4','pause',115600,121600,'time');
INSERT INTO step VALUES(4,16,'stretch/1','say',121600,127800,'time');
INSERT INTO step VALUES(4,17,'stretch/2','pause',127800,139800,'time');
INSERT INTO step VALUES(4,18,'close/1','say',139800,144800,'time');
INSERT INTO step VALUES(4,19,'close/2','pause',144800,149800,'time');
INSERT INTO step VALUES(4,20,'close/3','say',149800,154400,'time');
INSERT INTO step VALUES(4,21,'close/4','pause',154400,159400,'time');
INSERT INTO step VALUES(4,22,'close/5','say',159400,165600,'time');
INSERT INTO step VALUES(4,23,'close/6','say',165600,171000,'time');
CREATE TABLE safety (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    position          INTEGER NOT NULL,
    at_ms             INTEGER NOT NULL,            -- session clock
    reason            TEXT NOT NULL,
    check_in          TEXT,
    value             INTEGER,
    numb              INTEGER NOT NULL CHECK (numb IN (0, 1)),
    offer_grounding_at INTEGER,                    -- thresholds in force
    stop_at           INTEGER,
    offered           TEXT NOT NULL DEFAULT '',    -- joined by ;
    chosen            TEXT,
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;
INSERT INTO safety VALUES(1,1,5,'check_in','start',7,0,6,8,'',NULL);
INSERT INTO safety VALUES(1,2,6,'distress','start',NULL,0,NULL,NULL,'ground;go_on;close','go_on');
INSERT INTO safety VALUES(1,3,17,'check_in','after_kindness',4,0,6,8,'',NULL);
INSERT INTO safety VALUES(2,1,4,'check_in','start',NULL,1,6,8,'',NULL);
INSERT INTO safety VALUES(2,2,5,'numb','start',NULL,0,NULL,NULL,'ground;go_on;close','go_on');
INSERT INTO safety VALUES(3,1,4,'check_in','start',4,0,6,8,'',NULL);
CREATE TABLE pick (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    pick              TEXT NOT NULL,               -- id of the pick step
    variant           INTEGER NOT NULL,            -- from 0
    PRIMARY KEY (session, pick)
) STRICT, WITHOUT ROWID;
INSERT INTO pick VALUES(1,'phrase',0);
INSERT INTO pick VALUES(1,'shared',0);
INSERT INTO pick VALUES(3,'phrase',1);
INSERT INTO pick VALUES(3,'shared',1);
CREATE TABLE exercise_text (
    digest            TEXT PRIMARY KEY,            -- SHA-256
    kind              TEXT NOT NULL CHECK (kind IN ('exercise', 'fragment', 'translation')),
    id                TEXT NOT NULL,
    version           TEXT NOT NULL,
    language          TEXT NOT NULL,
    bytes             BLOB NOT NULL
) STRICT;
INSERT INTO exercise_text VALUES('f8582ced257465baaeaa08918e12dd760aa5ae2a1c255eb41366ca941309e280','exercise','kind-pause','1.0','en',X'6b696e642d706175736520617320697420776173');
INSERT INTO exercise_text VALUES('bc56544cb8893182e1590a85634090039d6772262293eacd279727d21237ffac','fragment','grounding/senses','1.0','en',X'67726f756e64696e672f73656e73657320617320697420776173');
INSERT INTO exercise_text VALUES('91e17a19fc9ac68f72456a70b0afab3299ab3d29939cb29a99a200150a10851a','exercise','open-close','1.0','en',X'6f70656e2d636c6f736520617320697420776173');
INSERT INTO exercise_text VALUES('ff60fb216feec3f5dc5729838437a494b9e4f366474a5b8156877498e6f7a10f','exercise','look','1.0','en',X'6c6f6f6b20617320697420776173');
CREATE TABLE fragment (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    digest            TEXT NOT NULL,               -- in exercise_text
    PRIMARY KEY (session, digest)
) STRICT, WITHOUT ROWID;
INSERT INTO fragment VALUES(1,'bc56544cb8893182e1590a85634090039d6772262293eacd279727d21237ffac');
INSERT INTO fragment VALUES(2,'bc56544cb8893182e1590a85634090039d6772262293eacd279727d21237ffac');
INSERT INTO fragment VALUES(3,'bc56544cb8893182e1590a85634090039d6772262293eacd279727d21237ffac');
INSERT INTO fragment VALUES(4,'bc56544cb8893182e1590a85634090039d6772262293eacd279727d21237ffac');
CREATE TABLE kept (
    name              TEXT PRIMARY KEY,
    words             TEXT NOT NULL,
    session           INTEGER REFERENCES session (number) ON DELETE SET NULL,
    kept_at           INTEGER NOT NULL,
    kept_offset       INTEGER NOT NULL
, sealed BLOB) STRICT;
INSERT INTO kept VALUES('closing_plan',replace('name five things I see\nthen tea','\n',char(10)),2,1795223400063,3600,NULL);
CREATE TABLE deletion (
    id                TEXT PRIMARY KEY,
    deleted_at        INTEGER NOT NULL,
    deleted_offset    INTEGER NOT NULL
, changed_at INTEGER) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    question          TEXT NOT NULL,               -- id
    words             TEXT NOT NULL,
    sealed            BLOB,
    saved_at          INTEGER NOT NULL,
    saved_offset      INTEGER NOT NULL,
    PRIMARY KEY (session, question)
) STRICT, WITHOUT ROWID;
CREATE TABLE amendment (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    position          INTEGER NOT NULL,
    revision          INTEGER NOT NULL,            -- the one that this change made
    amended_at        INTEGER NOT NULL,
    amended_offset    INTEGER NOT NULL,
    field             TEXT NOT NULL,               -- a column of the export, or answer.POSITION
    was               TEXT,                        -- as exported; NULL: a missing value
    sealed            BLOB,                        -- instead of `was`
    withheld          INTEGER NOT NULL DEFAULT 0 CHECK (withheld IN (0, 1)), -- `was` never came here
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE seal (
    one               INTEGER PRIMARY KEY CHECK (one = 1),
    state             TEXT NOT NULL CHECK (state IN ('locking', 'locked')), -- locking: sealed, but old copies may be left
    public_key        BLOB NOT NULL,
    wrapped_key       BLOB NOT NULL,               -- the secret half, sealed to the passphrase
    nonce             BLOB NOT NULL,
    salt              BLOB NOT NULL,
    operations        INTEGER NOT NULL,            -- Argon2id
    memory            INTEGER NOT NULL,            -- Argon2id, bytes
    plan_left_open    INTEGER NOT NULL DEFAULT 0 CHECK (plan_left_open IN (0, 1)) -- the closing plan is not sealed
) STRICT;
CREATE TABLE homework (
    number            INTEGER PRIMARY KEY,         -- in the order begun
    id                TEXT NOT NULL,               -- session.homework; once among those that have not ended
    kind              TEXT NOT NULL CHECK (kind IN ('programme', 'assignment')),
    title             TEXT NOT NULL,
    digest            TEXT NOT NULL,               -- SHA-256 of the file's canonical form
    file              BLOB NOT NULL,               -- its bytes
    begun_at          INTEGER NOT NULL,
    begun_offset      INTEGER NOT NULL,
    begun_day         TEXT NOT NULL CHECK (begun_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    agreed_by         TEXT NOT NULL DEFAULT '',    -- the name that the assignment is for
    share             TEXT NOT NULL DEFAULT 'counts' CHECK (share IN ('counts', 'ratings', 'words')), -- granted
    ended_at          INTEGER,
    ended_offset      INTEGER
) STRICT;
CREATE TABLE homework_exercise (
    homework          INTEGER NOT NULL REFERENCES homework (number) ON DELETE CASCADE,
    id                TEXT NOT NULL,
    digest            TEXT NOT NULL,
    bytes             BLOB NOT NULL,
    PRIMARY KEY (homework, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE homework_note (
    homework          INTEGER NOT NULL REFERENCES homework (number) ON DELETE CASCADE,
    position          INTEGER NOT NULL,            -- from 1
    kind              TEXT NOT NULL CHECK (kind IN ('skipped', 'instead', 'obstacle', 'agreed', 'answer', 'question')),
    item              INTEGER NOT NULL DEFAULT 0,  -- from 1, in the order of the file; 0: of the whole
    day               TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    words             TEXT NOT NULL DEFAULT '',
    sealed            BLOB,
    noted_at          INTEGER NOT NULL,
    noted_offset      INTEGER NOT NULL,
    PRIMARY KEY (homework, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_started ON session (started_at);
CREATE INDEX session_day ON session (day);
CREATE INDEX session_exercise ON session (exercise, started_at);
CREATE INDEX session_homework ON session (homework, started_at) WHERE homework IS NOT NULL;
CREATE INDEX session_changed ON session (changed_at);
CREATE INDEX session_running ON session (running) WHERE running = 1;
CREATE INDEX kept_session ON kept (session);
CREATE INDEX deletion_time ON deletion (deleted_at);
CREATE INDEX session_interrupted ON session (ended_at) WHERE status = 'interrupted';
CREATE UNIQUE INDEX homework_going_on ON homework (id) WHERE ended_at IS NULL;
COMMIT;
