//! What is due to be confirmed, and confirming it: nothing but when and by whom is written.

use super::changing::{Sender, work_out};
use super::commit::{By, Deed, commit};
use super::entries::{self, Heads};
use super::questions::{self, Change, ChangedEntry, Denied, Done, StoredCells, StoredSubject};
use super::store::StoreError;
use super::visitors::StoredLink;
use crate::sql::Sql;
use domain::freshness::{Month, is_due};
use domain::listing::Column;
use domain::listing::entry::{Cause, Cells, Entry};
use domain::staff::Action;
use domain::station::Station;
use domain::time::BeijingTime;
use domain::union::Desk;
use serde::{Deserialize, Serialize};

/// What staff ask about freshness.
#[derive(Serialize, Deserialize)]
pub(super) enum Question {
    /// What is due there this month.
    Due(StoredWhich),
    /// To confirm what was seen: numbers and versions.
    Confirm {
        which: StoredWhich,
        seen: Vec<(u32, u32)>,
    },
}

/// Whose list: what belongs to one desk and to none below it, or one station.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum StoredWhich {
    /// The code of a desk.
    Desk(String),
    Station(u32),
}

/// A station that is due.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredDue {
    pub(super) number: u32,
    pub(super) version: u32,
    pub(super) cells: StoredCells,
}

impl StoredWhich {
    fn has(&self, station: &Station) -> bool {
        match self {
            Self::Desk(code) => station.desk().code() == *code,
            Self::Station(number) => station.id.0 == *number,
        }
    }
}

/// Answers staff.
pub(super) fn answer(
    sql: &Sql,
    heads: &mut Heads<Station>,
    sender: &Sender,
    question: &Question,
) -> Result<questions::Answer, StoreError> {
    let which = match question {
        Question::Due(which) | Question::Confirm { which, .. } => which,
    };
    let mine = |desk| sender.may(Action::EditListing, desk);
    let is_mine = match which {
        StoredWhich::Desk(code) => Desk::from_code(code).is_some_and(mine),
        StoredWhich::Station(number) => heads.get(number).is_some_and(|h| mine(h.entry.desk())),
    };
    match question {
        _ if !is_mine => Ok(Err(Denied::NotAllowed)),
        Question::Due(_) => Ok(Ok(Done::Due(due(heads, which, sender.at)))),
        Question::Confirm { seen, .. } => {
            let confirmed = confirm(sql, heads, which, seen, sender.by(), sender.at)?;
            Ok(confirmed.map(Done::Confirmed))
        }
    }
}

/// What is due of that list in the month it is.
pub(super) fn due(heads: &Heads<Station>, which: &StoredWhich, now: BeijingTime) -> Vec<StoredDue> {
    let month = Month::of(now.date());
    let due = heads.iter().filter(|(_, head)| {
        let station = &head.entry;
        which.has(station) && is_due(station.life, station.verified_on, month)
    });
    due.map(|(number, head)| StoredDue {
        number: *number,
        version: head.version,
        cells: StoredCells::new(&Cells::of(&head.entry)),
    })
    .collect()
}

/// The same by a link: it is written who made that.
pub(super) fn by(link: &StoredLink, heads: &Heads<Station>, now: BeijingTime) -> By {
    let place = place(&link.which, heads);
    let month = Month::of(now.date());
    By {
        account: None,
        name: format!("{place}的链接（{month}，{} 号账号发出）", link.issuer),
    }
}

fn place(which: &StoredWhich, heads: &Heads<Station>) -> String {
    let desk = match which {
        StoredWhich::Desk(code) => Desk::from_code(code),
        StoredWhich::Station(number) => heads.get(number).map(|head| head.entry.desk()),
    };
    desk.map_or_else(String::new, Desk::name_zh)
}

/// Confirms what was seen and is due still, as one batch; gives how many that were. What others changed
/// since stays.
pub(super) fn confirm(
    sql: &Sql,
    heads: &mut Heads<Station>,
    which: &StoredWhich,
    seen: &[(u32, u32)],
    by: By,
    at: BeijingTime,
) -> Result<Result<u32, Denied>, StoreError> {
    let month = Month::of(at.date());
    let verified_by = place(which, heads);
    let mut entries = Vec::new();
    for (number, base) in seen {
        let head = heads.get(number).map(|head| &head.entry);
        let is_wanted = |station: &&Station| {
            which.has(station) && is_due(station.life, station.verified_on, month)
        };
        if head.filter(is_wanted).is_none() {
            continue;
        }
        let Some(Some(before)) = entries::version::<Station>(sql, *number, *base)? else {
            return Ok(Err(Denied::NotFound));
        };
        let mut cells = Cells::of(&before);
        cells.set(Column::VerifiedOn, at.date().to_string());
        cells.set(Column::VerifiedBy, &*verified_by);
        entries.push(ChangedEntry {
            number: Some(*number),
            base: *base,
            cells: StoredCells::new(&cells),
        });
    }
    if entries.is_empty() {
        return Ok(Ok(0));
    }
    let change = Change {
        subject: StoredSubject::Station,
        cause: Cause::Confirm.code().to_owned(),
        why: String::new(),
        entries,
        answers: None,
    };
    // Whose list it is was looked at above, and a confirmation moves nothing elsewhere.
    let worked = match work_out(sql, heads, &|_| true, &change)? {
        Ok(worked) => worked,
        Err(denied) => return Ok(Err(denied)),
    };
    let count = u32::try_from(worked.writes.len()).unwrap_or(u32::MAX);
    let deed = Deed {
        at,
        cause: Cause::Confirm,
        by,
        second: None,
        why: String::new(),
        undoes: None,
    };
    commit(sql, heads, &deed, worked.writes)?;
    Ok(Ok(count))
}
