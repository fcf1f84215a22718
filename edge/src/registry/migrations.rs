//! The schema of the registry.

use crate::sql::Step;

/// Released steps never change; new ones follow.
pub(super) const STEPS: &[Step] = &[
    &[
        "CREATE TABLE station (
        id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
        record TEXT NOT NULL CHECK (json_valid(record))
    ) STRICT",
        "CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID",
    ],
    &["CREATE TABLE class (
        id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
        record TEXT NOT NULL CHECK (json_valid(record))
    ) STRICT"],
    HISTORY,
    PLANS,
    REPORTS,
    REPORT_PHOTOS,
];

/// Every version that an entry had, each written by one batch. What was there before is the first.
const HISTORY: Step = &[
    "CREATE TABLE batch (
        id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
        subject TEXT NOT NULL CHECK (subject IN ('station', 'class')),
        at INTEGER NOT NULL,
        cause TEXT NOT NULL,
        account INTEGER,
        name TEXT NOT NULL,
        second_account INTEGER,
        second_name TEXT,
        desk TEXT NOT NULL,
        why TEXT NOT NULL,
        undoes INTEGER REFERENCES batch (id),
        CHECK ((second_account IS NULL) = (second_name IS NULL))
    ) STRICT",
    "CREATE TABLE version (
        subject TEXT NOT NULL,
        entry INTEGER NOT NULL CHECK (entry BETWEEN 1 AND 4294967295),
        number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 4294967295),
        batch INTEGER NOT NULL REFERENCES batch (id),
        record TEXT CHECK (record IS NULL OR json_valid(record)),
        PRIMARY KEY (subject, entry, number)
    ) STRICT, WITHOUT ROWID",
    "CREATE INDEX version_by_batch ON version (batch, entry)",
    "ALTER TABLE station ADD COLUMN version INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE class ADD COLUMN version INTEGER NOT NULL DEFAULT 1",
    "INSERT INTO batch (id, subject, at, cause, name, desk, why)
        SELECT 1, 'station', 0, 'listing', '', 'city', '' WHERE EXISTS (SELECT 1 FROM station)",
    "INSERT INTO version (subject, entry, number, batch, record)
        SELECT 'station', id, 1, 1, record FROM station",
    "INSERT INTO batch (id, subject, at, cause, name, desk, why)
        SELECT 2, 'class', 0, 'listing', '', 'city', '' WHERE EXISTS (SELECT 1 FROM class)",
    "INSERT INTO version (subject, entry, number, batch, record)
        SELECT 'class', id, 1, 2, record FROM class",
    "CREATE TABLE proposal (
        id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
        at INTEGER NOT NULL,
        account INTEGER NOT NULL,
        name TEXT NOT NULL,
        desk TEXT NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        state TEXT NOT NULL DEFAULT 'open',
        decided_at INTEGER,
        decided_account INTEGER,
        decided_name TEXT,
        note TEXT,
        batch INTEGER REFERENCES batch (id)
    ) STRICT",
    "CREATE INDEX proposal_by_state ON proposal (state, id)",
];

/// Imports: the file in pieces until it is applied, and what would become of each row.
const PLANS: Step = &[
    "CREATE TABLE plan (
        id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
        subject TEXT NOT NULL CHECK (subject IN ('station', 'class')),
        at INTEGER NOT NULL,
        account INTEGER NOT NULL,
        name TEXT NOT NULL,
        staff TEXT NOT NULL CHECK (json_valid(staff)),
        desk TEXT NOT NULL,
        state TEXT NOT NULL,
        why TEXT NOT NULL,
        sheet TEXT,
        datum TEXT,
        rows INTEGER NOT NULL DEFAULT 0,
        looked_at INTEGER NOT NULL DEFAULT 0,
        notes TEXT NOT NULL CHECK (json_valid(notes)),
        batch INTEGER REFERENCES batch (id),
        instead INTEGER
    ) STRICT",
    "CREATE TABLE plan_file (
        plan INTEGER NOT NULL REFERENCES plan (id),
        part INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (plan, part)
    ) STRICT",
    "CREATE TABLE plan_row (
        plan INTEGER NOT NULL REFERENCES plan (id),
        place INTEGER NOT NULL,
        at INTEGER,
        outcome TEXT NOT NULL,
        number INTEGER,
        base INTEGER,
        record TEXT CHECK (record IS NULL OR json_valid(record)),
        cells TEXT NOT NULL CHECK (json_valid(cells)),
        problems TEXT NOT NULL CHECK (json_valid(problems)),
        sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
        seal TEXT,
        ticked INTEGER NOT NULL CHECK (ticked IN (0, 1)),
        PRIMARY KEY (plan, place),
        CHECK (ticked = 0 OR seal IS NOT NULL)
    ) STRICT, WITHOUT ROWID",
    "CREATE INDEX plan_row_by_outcome ON plan_row (plan, outcome, place)",
];

/// What workers say: of doors, and of how full it is.
const REPORTS: Step = &[
    "CREATE TABLE report_group (
        id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
        station INTEGER NOT NULL,
        kind TEXT NOT NULL,
        first_at INTEGER NOT NULL,
        last_at INTEGER NOT NULL,
        people INTEGER NOT NULL CHECK (people >= 1),
        counts_until INTEGER NOT NULL,
        shown_until INTEGER,
        verdict TEXT,
        word TEXT NOT NULL DEFAULT '',
        decided_at INTEGER,
        decided_account INTEGER,
        decided_name TEXT,
        batch INTEGER REFERENCES batch (id),
        CHECK ((verdict IS NULL) = (decided_at IS NULL))
    ) STRICT",
    "CREATE INDEX report_group_by_station ON report_group (station, kind, counts_until)",
    "CREATE INDEX report_group_shown ON report_group (shown_until) WHERE shown_until IS NOT NULL",
    "CREATE INDEX report_group_open ON report_group (people, last_at) WHERE verdict IS NULL",
    "CREATE TABLE report (
        reference TEXT PRIMARY KEY,
        sent_key TEXT NOT NULL UNIQUE,
        report_group INTEGER NOT NULL REFERENCES report_group (id),
        at INTEGER NOT NULL,
        note TEXT NOT NULL
    ) STRICT, WITHOUT ROWID",
    "CREATE INDEX report_by_group ON report (report_group, at)",
    "CREATE INDEX report_by_age ON report (at)",
    "CREATE TABLE crowding (
        station INTEGER PRIMARY KEY,
        level TEXT NOT NULL,
        at INTEGER NOT NULL
    ) STRICT",
];

/// What came with a report, sealed. What `opens` a photo is sealed with a key of its own, which is
/// wrapped with one from the environment.
const REPORT_PHOTOS: Step = &[
    "CREATE TABLE report_photo (
        id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
        reference TEXT NOT NULL UNIQUE REFERENCES report (reference),
        until INTEGER NOT NULL,
        size INTEGER NOT NULL,
        name BLOB NOT NULL CHECK (length(name) = 32),
        data_key TEXT NOT NULL CHECK (length(data_key) = 32),
        wrapped BLOB NOT NULL,
        opens BLOB NOT NULL
    ) STRICT",
    "CREATE INDEX report_photo_by_until ON report_photo (until)",
    "CREATE TABLE report_photo_piece (
        photo INTEGER NOT NULL REFERENCES report_photo (id),
        number INTEGER NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (photo, number)
    ) STRICT",
];
