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
];
