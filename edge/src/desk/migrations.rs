//! The schema of a desk.

use crate::sql::Step;

/// Released steps never change; new ones follow.
///
/// `request` holds what is not personal, and what its events have made of it where something is
/// looked up by that. `sealed` holds what is personal, and the record's key, wrapped. `event` is
/// the log of which a request is the replay; its notes are sealed with the key of the record.
/// `audit` is the chain of `domain::request::Record`. `claim` is of use at the city's desk alone.
///
/// Step 2 adds the places of requests in the lists of desks: `queue` is the place of a
/// `domain::request::Queue` in its list, `turn` what orders a queue. Only a request tells its own,
/// so every one is settled once more, as if its alarm were due.
///
/// Step 3 finds what is open at a station, and what is dealt with together with another.
pub(super) const STEPS: &[Step] = &[FIRST, LISTS, TOGETHER];

const FIRST: Step = &[
    "CREATE TABLE request (
        reference TEXT PRIMARY KEY,
        category TEXT NOT NULL,
        first_desk TEXT NOT NULL,
        rhythm TEXT NOT NULL CHECK (rhythm IN ('round_the_clock', 'working_days')),
        minutes INTEGER NOT NULL,
        warn_minutes INTEGER NOT NULL,
        filed_at INTEGER NOT NULL,
        place TEXT NOT NULL,
        station INTEGER,
        idempotency BLOB NOT NULL UNIQUE CHECK (length(idempotency) = 32),
        fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
        secret BLOB NOT NULL CHECK (length(secret) = 32),
        data_key TEXT NOT NULL,
        stage TEXT NOT NULL,
        desk TEXT NOT NULL,
        alarm INTEGER
    ) STRICT",
    "CREATE INDEX request_alarm ON request (alarm) WHERE alarm IS NOT NULL",
    "CREATE INDEX request_desk ON request (desk, stage)",
    "CREATE TABLE sealed (
        reference TEXT PRIMARY KEY REFERENCES request,
        data_key TEXT NOT NULL,
        wrapped BLOB NOT NULL,
        submission BLOB NOT NULL,
        phone BLOB CHECK (length(phone) = 32)
    ) STRICT",
    "CREATE INDEX sealed_phone ON sealed (phone) WHERE phone IS NOT NULL",
    "CREATE TABLE event (
        reference TEXT NOT NULL REFERENCES request,
        number INTEGER NOT NULL CHECK (number >= 1),
        at INTEGER NOT NULL,
        record TEXT NOT NULL CHECK (json_valid(record)),
        note BLOB,
        idempotency BLOB CHECK (length(idempotency) = 32),
        PRIMARY KEY (reference, number)
    ) STRICT, WITHOUT ROWID",
    "CREATE UNIQUE INDEX event_idempotency ON event (reference, idempotency)
        WHERE idempotency IS NOT NULL",
    "CREATE TABLE audit (
        number INTEGER PRIMARY KEY CHECK (number >= 0),
        at INTEGER NOT NULL,
        actor TEXT NOT NULL CHECK (json_valid(actor)),
        reference TEXT NOT NULL,
        what TEXT,
        desk TEXT NOT NULL,
        content BLOB CHECK (length(content) = 32),
        hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT",
    "CREATE TABLE claim (
        idempotency BLOB PRIMARY KEY CHECK (length(idempotency) = 32),
        keeper TEXT NOT NULL
    ) STRICT, WITHOUT ROWID",
];

const LISTS: Step = &[
    "ALTER TABLE request ADD COLUMN queue INTEGER",
    "ALTER TABLE request ADD COLUMN turn INTEGER",
    "ALTER TABLE request ADD COLUMN due INTEGER",
    "ALTER TABLE request ADD COLUMN due_assumed INTEGER",
    "ALTER TABLE request ADD COLUMN holder INTEGER",
    "ALTER TABLE request ADD COLUMN last_at INTEGER",
    "CREATE INDEX request_turn ON request (queue, turn, reference)",
    "UPDATE request SET alarm = 0",
];

const TOGETHER: Step = &[
    "CREATE INDEX request_station ON request (station, category) WHERE station IS NOT NULL",
    "ALTER TABLE request ADD COLUMN joined TEXT",
    "CREATE INDEX request_joined ON request (joined) WHERE joined IS NOT NULL",
];
