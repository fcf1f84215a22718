//! A row of the chain of the staff's accounts.

use crate::{Cell, ChainRow, Columns, Unreadable, hash, known, moment, number, seconds};
use domain::staff::log::{Actor, Deed, Entry, Record};
use domain::staff::{Role, Staff, StaffId};
use domain::union::Desk;
use serde::{Deserialize, Serialize};

/// A record of what was done to accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRow {
    /// Its number, from 0.
    pub number: u32,
    /// Seconds since 1970.
    pub at: u32,
    /// The code of who.
    pub party: String,
    /// The number of their account, if they have one.
    pub by_account: Option<u32>,
    /// The code of what was done.
    pub what: String,
    /// The number of the account that it was done to.
    pub account: u32,
    /// The code of its role after that.
    pub role: String,
    /// The code of its desk after that.
    pub desk: String,
    /// The hash of the record.
    pub hash: Vec<u8>,
}

impl ChainRow for AccountRow {
    type Entry = Entry;

    const COLUMNS: &'static [&'static str] = &[
        "number",
        "at",
        "party",
        "by_account",
        "what",
        "account",
        "role",
        "desk",
        "hash",
    ];

    fn new(record: &Record) -> Result<Self, Unreadable> {
        let Entry {
            at,
            actor,
            what,
            of,
        } = record.entry;
        Ok(Self {
            number: number(record.number)?,
            at: seconds(at),
            party: actor.code().to_owned(),
            by_account: actor.account(),
            what: what.code().to_owned(),
            account: of.id.0,
            role: of.role.code().to_owned(),
            desk: of.desk.code(),
            hash: record.hash.0.to_vec(),
        })
    }

    fn read(self) -> Result<Record, Unreadable> {
        let actor = |code: &str| Actor::from_code(code, self.by_account);
        Ok(Record {
            number: self.number.into(),
            entry: Entry {
                at: moment(self.at)?,
                actor: known("party", &self.party, actor)?,
                what: known("deed", &self.what, Deed::from_code)?,
                of: Staff {
                    id: StaffId(self.account),
                    role: known("role", &self.role, Role::from_code)?,
                    desk: known("desk", &self.desk, Desk::from_code)?,
                },
            },
            hash: hash(self.hash)?,
        })
    }

    fn number(&self) -> u32 {
        self.number
    }

    fn cells(self) -> Vec<Cell> {
        vec![
            Cell::Integer(self.number),
            Cell::Integer(self.at),
            Cell::Text(self.party),
            self.by_account.map_or(Cell::Nothing, Cell::Integer),
            Cell::Text(self.what),
            Cell::Integer(self.account),
            Cell::Text(self.role),
            Cell::Text(self.desk),
            Cell::Bytes(self.hash),
        ]
    }

    fn of<C: Columns>(columns: &C) -> Result<Self, C::Error> {
        Ok(Self {
            number: columns.integer(0)?,
            at: columns.integer(1)?,
            party: columns.text(2)?,
            by_account: columns.maybe(3, C::integer)?,
            what: columns.text(4)?,
            account: columns.integer(5)?,
            role: columns.text(6)?,
            desk: columns.text(7)?,
            hash: columns.bytes(8)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::time::BeijingTime;

    #[test]
    fn every_record_comes_back() {
        let actors = [Actor::Operator, Actor::Nobody, Actor::Staff(StaffId(3))];
        for (actor, what) in actors
            .iter()
            .flat_map(|actor| Deed::ALL.iter().map(move |what| (actor, what)))
        {
            let entry = Entry {
                at: BeijingTime::from_unix_seconds(1_795_000_000).unwrap(),
                actor: *actor,
                what: *what,
                of: Staff {
                    id: StaffId(7),
                    role: Role::Supervisor,
                    desk: Desk::from_code("110101001").unwrap(),
                },
            };
            let record = Record::after(None, entry);
            let row = AccountRow::new(&record).unwrap();
            assert_eq!(row.clone().cells().len(), AccountRow::COLUMNS.len());
            assert_eq!(row.read(), Ok(record));
        }
    }

    #[test]
    fn what_means_nothing_is_told_by_its_field() {
        let row = AccountRow {
            number: 0,
            at: 1,
            party: "staff".to_owned(),
            by_account: None,
            what: "made".to_owned(),
            account: 7,
            role: "auditor".to_owned(),
            desk: "city".to_owned(),
            hash: vec![0; 32],
        };
        let refused = row.read().unwrap_err().to_string();
        assert_eq!(refused, "party: \"staff\" is unknown");
    }
}
