//! Files as a desk writes them, and everything that breaks their chains.

use std::fs;
use std::path::PathBuf;

use domain::request::{Actor, Deed, Entry, MoveKind, Record, Reference};
use domain::staff::{Role, Staff, StaffId, log};
use domain::union::Desk;
use records::Cell;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::*;

/// A desk's file in a folder of its own, gone with this value.
struct Scratch {
    folder: PathBuf,
    rows: Connection,
}

impl Scratch {
    /// With a chain of five entries, all of them still in the `-wal`.
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("nuanyi-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let rows = Connection::open(folder.join("desk.sqlite")).unwrap();
        rows.execute_batch(
            "PRAGMA journal_mode = WAL;
             CREATE TABLE audit (number INTEGER PRIMARY KEY, at INTEGER NOT NULL,
                 actor TEXT NOT NULL, reference TEXT NOT NULL, what TEXT, desk TEXT NOT NULL,
                 content BLOB, hash BLOB NOT NULL) STRICT",
        )
        .unwrap();
        let scratch = Self { folder, rows };
        let moves = [
            MoveKind::Take,
            MoveKind::Answer,
            MoveKind::Solved,
            MoveKind::Reveal,
        ];
        let whats = [Deed::Filed].into_iter().chain(moves.map(Deed::Moved));
        let mut last = None;
        for (minute, what) in (0..).zip(whats) {
            let record = Record::after(last.as_ref(), entry(minute, what));
            scratch.insert(&record);
            last = Some(record);
        }
        scratch
    }

    fn file(&self) -> PathBuf {
        self.folder.join("desk.sqlite")
    }

    fn insert(&self, record: &Record) {
        let row = AuditRow::new(record).unwrap();
        insert(&self.rows, row);
    }
}

/// Writes a row as an object does.
fn insert<R: ChainRow>(rows: &Connection, row: R) {
    let values = row.cells().into_iter().map(|cell| match cell {
        Cell::Integer(number) => Value::from(number),
        Cell::Text(text) => Value::from(text),
        Cell::Bytes(bytes) => Value::from(bytes),
        Cell::Nothing => Value::Null,
    });
    rows.execute(&R::insert(), params_from_iter(values))
        .unwrap();
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn entry(minute: i64, what: Deed) -> Entry {
    let begun = BeijingTime::from_rfc3339("2026-11-20T12:00:00+08:00").unwrap();
    Entry {
        at: begun.plus_minutes(minute),
        actor: Actor::Worker,
        reference: Reference::new(Desk::City, [1; 8]),
        what,
        desk: Desk::City,
        content: None,
    }
}

#[test]
fn a_chain_as_written_is_sound_also_where_it_still_lies_in_the_wal() {
    let scratch = Scratch::new("sound");
    let wal = scratch.folder.join("desk.sqlite-wal");
    assert!(fs::metadata(&wal).unwrap().len() > 0);
    let copy = scratch.folder.join("copy.sqlite");
    fs::copy(scratch.file(), &copy).unwrap();
    fs::copy(&wal, scratch.folder.join("copy.sqlite-wal")).unwrap();
    for file in [scratch.file(), copy] {
        let sound = sound(&file).unwrap();
        let (first, last) = sound.span.unwrap();
        assert_eq!((sound.entries, last.minutes_since(first)), (5, 4));
    }
    assert_eq!(verify_file(&scratch.file()), Ok(()));
}

#[test]
fn a_desk_that_has_done_nothing_is_sound() {
    let scratch = Scratch::new("empty");
    scratch.rows.execute("DELETE FROM audit", []).unwrap();
    let sound = sound(&scratch.file()).unwrap();
    assert_eq!((sound.entries, sound.last), (0, Hash::START));
}

#[track_caller]
fn broken(change: &str, at: &str) {
    let scratch = Scratch::new(&at.replace(|letter: char| !letter.is_alphanumeric(), "-"));
    scratch.rows.execute_batch(change).unwrap();
    let problem = verify_file(&scratch.file()).unwrap_err().to_string();
    assert!(problem.ends_with(&format!("broken at {at}.")), "{problem}");
}

#[test]
fn what_was_changed_removed_swapped_or_inserted_is_named() {
    broken(
        "UPDATE audit SET desk = '110101' WHERE number = 1",
        "entry 1: its hash does not fit it and those before it",
    );
    broken(
        "DELETE FROM audit WHERE number = 2",
        "entry 2: number 3 stands there",
    );
    broken(
        "UPDATE audit SET number = 9 WHERE number = 2;
         UPDATE audit SET number = 2 WHERE number = 3;
         UPDATE audit SET number = 3 WHERE number = 9",
        "entry 2: its hash does not fit it and those before it",
    );
    broken(
        "UPDATE audit SET number = -number - 1 WHERE number >= 3;
         UPDATE audit SET number = -number WHERE number < 0;
         INSERT INTO audit SELECT 3, at, actor, reference, what, desk, content, hash
             FROM audit WHERE number = 1",
        "entry 3: its hash does not fit it and those before it",
    );
    broken(
        "UPDATE audit SET what = 'fly' WHERE number = 4",
        "entry 4: deed: \"fly\" is unknown",
    );
}

#[test]
fn the_log_of_the_accounts_is_verified_and_its_first_broken_entry_named() {
    let scratch = Scratch::new("accounts");
    scratch
        .rows
        .execute_batch(
            "DROP TABLE audit;
             CREATE TABLE audit (number INTEGER PRIMARY KEY, at INTEGER NOT NULL,
                 party TEXT NOT NULL, by_account INTEGER, what TEXT NOT NULL,
                 account INTEGER NOT NULL, role TEXT NOT NULL, desk TEXT NOT NULL,
                 hash BLOB NOT NULL) STRICT",
        )
        .unwrap();
    let mut last = None;
    let whats = [log::Deed::Made, log::Deed::SetUp, log::Deed::SignedIn];
    for (minute, what) in (0..).zip(whats) {
        let entry = log::Entry {
            at: entry(minute, Deed::Filed).at,
            actor: log::Actor::Operator,
            what,
            of: Staff {
                id: StaffId(1),
                role: Role::Administrator,
                desk: Desk::City,
            },
        };
        let record = log::Record::after(last.as_ref(), entry);
        insert(&scratch.rows, AccountRow::new(&record).unwrap());
        last = Some(record);
    }
    assert_eq!(sound(&scratch.file()).unwrap().entries, 3);
    let change = "UPDATE audit SET role = 'auditor' WHERE number = 1";
    scratch.rows.execute(change, []).unwrap();
    let problem = verify_file(&scratch.file()).unwrap_err().to_string();
    assert!(
        problem.ends_with("broken at entry 1: its hash does not fit it and those before it."),
        "{problem}"
    );
}

#[test]
fn what_is_no_file_of_a_desk_is_a_problem() {
    let scratch = Scratch::new("other");
    let other = scratch.folder.join("other");
    assert!(verify_file(&other).is_err());
    fs::write(
        &other,
        "no database at all, but long enough to look like one",
    )
    .unwrap();
    assert!(verify_file(&other).is_err());
}
