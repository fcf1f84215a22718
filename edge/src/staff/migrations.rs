//! The schema of the staff's accounts.

use crate::sql::Step;

/// Released steps never change; new ones follow.
///
/// `account` has no password until its set-up. `totp` is the sealed secret of its one-time codes with
/// the step of the last that counted, `recovery` holds the hashes of the codes beside them. Tokens, of sessions, set-ups and devices, are stored
/// as their SHA-256 hashes. `device` is a browser in which somebody signed in before. `bucket` holds
/// when each throttle is full again.
pub(super) const STEPS: &[Step] = &[ACCOUNTS, CHAIN];

const ACCOUNTS: Step = &[
    "CREATE TABLE account (
        id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
        name TEXT NOT NULL UNIQUE,
        person TEXT NOT NULL,
        role TEXT NOT NULL,
        desk TEXT NOT NULL,
        active INTEGER NOT NULL CHECK (active IN (0, 1))
    ) STRICT",
    "CREATE TABLE password (
        account INTEGER PRIMARY KEY REFERENCES account,
        memory_kib INTEGER NOT NULL,
        passes INTEGER NOT NULL,
        lanes INTEGER NOT NULL,
        salt BLOB NOT NULL CHECK (length(salt) = 16),
        hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT",
    "CREATE TABLE totp (
        account INTEGER PRIMARY KEY REFERENCES account,
        data_key TEXT NOT NULL,
        wrapped BLOB NOT NULL,
        sealed BLOB NOT NULL,
        confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
        used INTEGER NOT NULL
    ) STRICT",
    "CREATE TABLE recovery (
        hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
        account INTEGER NOT NULL REFERENCES account
    ) STRICT, WITHOUT ROWID",
    "CREATE TABLE set_up (
        account INTEGER PRIMARY KEY REFERENCES account,
        token BLOB NOT NULL UNIQUE CHECK (length(token) = 32),
        until INTEGER NOT NULL
    ) STRICT",
    "CREATE TABLE session (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        token BLOB NOT NULL UNIQUE CHECK (length(token) = 32),
        account INTEGER NOT NULL REFERENCES account,
        began INTEGER NOT NULL,
        seen INTEGER NOT NULL
    ) STRICT",
    "CREATE INDEX session_account ON session (account)",
    "CREATE TABLE device (
        token BLOB PRIMARY KEY CHECK (length(token) = 32),
        account INTEGER NOT NULL REFERENCES account,
        seen INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID",
    "CREATE TABLE bucket (
        whose BLOB PRIMARY KEY CHECK (length(whose) = 32),
        full_again INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID",
    "CREATE TABLE log (
        number INTEGER PRIMARY KEY CHECK (number >= 1),
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        what TEXT NOT NULL,
        account INTEGER NOT NULL,
        role TEXT NOT NULL,
        desk TEXT NOT NULL
    ) STRICT",
    "CREATE TRIGGER log_stays BEFORE UPDATE ON log
        BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
    "CREATE TRIGGER log_is_kept BEFORE DELETE ON log
        BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
];

/// What happened to accounts and who signed in, as the chain of `domain::staff::log`. `adopt` carries
/// what the table `log` has over into it, and drops that.
const CHAIN: Step = &[
    "CREATE TABLE audit (
        number INTEGER PRIMARY KEY CHECK (number >= 0),
        at INTEGER NOT NULL,
        party TEXT NOT NULL,
        by_account INTEGER,
        what TEXT NOT NULL,
        account INTEGER NOT NULL,
        role TEXT NOT NULL,
        desk TEXT NOT NULL,
        hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT",
    "CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
    "CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
];
