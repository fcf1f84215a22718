//! The schema of a desk.

use crate::sql::Step;

/// Released steps never change; new ones follow.
///
/// `request` holds what is not personal, and what its events have made of it where something is
/// looked up by that. `sealed` holds what is personal, and the record's key, wrapped; none of its
/// bytes is ever moved, see `retention`. `event` is the log of which a request is the replay; its
/// notes are sealed with the key of the record.
/// `audit` is the chain of `domain::request::Record`. `claim` is of use at the city's desk alone.
///
/// Step 2 adds the places of requests in the lists of desks: `queue` is the place of a
/// `domain::request::Queue` in its list, `turn` what orders a queue. Only a request tells its own,
/// so every one is settled once more, as if its alarm were due.
///
/// Step 3 makes what is personal such that it can be destroyed.
///
/// Step 4 adds photos: `waiting` and its pieces have no request yet, `photo` and its pieces do. All
/// are sealed; what `opens` one is sealed with the key of the record.
///
/// Step 5 finds what is open at a station, and what is dealt with together with another.
pub(super) const STEPS: &[Step] = &[FIRST, LISTS, RETENTION, PHOTOS, TOGETHER];

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

const RETENTION: Step = &[
    // What is derived for a request is derived from the record's own key.
    "ALTER TABLE request DROP COLUMN data_key",
    // NULL while a desk owes an answer, and once nothing personal is left.
    "ALTER TABLE request ADD COLUMN at_rest_since INTEGER",
    "UPDATE request SET at_rest_since = coalesce(
    (SELECT max(event.at) FROM event WHERE event.reference = request.reference), filed_at)
    WHERE stage IN ('answered', 'joined', 'referred_out', 'solved', 'withdrawn')",
    "CREATE INDEX request_at_rest ON request (category, stage, at_rest_since)
    WHERE at_rest_since IS NOT NULL",
    // A row is only ever overwritten by one of the same size, so every id has the length of the
    // longest.
    "ALTER TABLE sealed RENAME TO sealed_before",
    "DROP INDEX sealed_phone",
    "CREATE TABLE sealed (
        reference TEXT PRIMARY KEY,
        data_key TEXT NOT NULL CHECK (length(data_key) = 32),
        wrapped BLOB NOT NULL,
        submission BLOB NOT NULL,
        phone BLOB CHECK (length(phone) = 32)
    ) STRICT",
    // Two rows of nobody, which together are more than a page: when SQLite first divides a table
    // it leaves a copy behind, and from then on new rows are only added at the end.
    "INSERT INTO sealed (reference, data_key, wrapped, submission)
        SELECT value, printf('%32s', ''), zeroblob(60), zeroblob(3000)
        FROM json_each('[\"nobody\", \"nobody else\"]')",
    "INSERT INTO sealed SELECT reference, printf('%-32s', data_key), wrapped, submission, phone
        FROM sealed_before",
    "DROP TABLE sealed_before",
    // An index moves its entries. Two bytes of a hash tell nobody's number.
    "CREATE INDEX sealed_phone ON sealed (substr(phone, 1, 2)) WHERE phone IS NOT NULL",
];

const PHOTOS: Step = &[
    "CREATE TABLE waiting (
        name BLOB PRIMARY KEY CHECK (length(name) = 32),
        until INTEGER NOT NULL,
        size INTEGER NOT NULL,
        data_key TEXT NOT NULL,
        wrapped BLOB NOT NULL
    ) STRICT",
    "CREATE INDEX waiting_until ON waiting (until)",
    "CREATE TABLE waiting_piece (
        name BLOB NOT NULL REFERENCES waiting,
        number INTEGER NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (name, number)
    ) STRICT",
    "CREATE TABLE photo (
        reference TEXT NOT NULL REFERENCES request,
        number INTEGER NOT NULL CHECK (number >= 1),
        opens BLOB NOT NULL,
        PRIMARY KEY (reference, number)
    ) STRICT",
    "CREATE TABLE photo_piece (
        reference TEXT NOT NULL,
        photo INTEGER NOT NULL,
        number INTEGER NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (reference, photo, number),
        FOREIGN KEY (reference, photo) REFERENCES photo
    ) STRICT",
];

const TOGETHER: Step = &[
    "CREATE INDEX request_station ON request (station, category) WHERE station IS NOT NULL",
    "ALTER TABLE request ADD COLUMN joined TEXT",
    "CREATE INDEX request_joined ON request (joined) WHERE joined IS NOT NULL",
];
