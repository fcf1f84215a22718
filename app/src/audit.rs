//! The record of who did what with requests and who looked: what a page of it shows, and a file.
//!
//! - `GET /staff/audit` is an [`AuditPage`], narrowed by [`Trail::read`].
//! - `GET /staff/audit.csv` is [`AuditPage::csv`] of the same.

use crate::staff::Who;
use crate::wording::Lang;
use chrono::NaiveDate;
use domain::request::{Actor, Deed, FirstBroken, Hash, Record, Reference};
use domain::spreadsheet;
use domain::staff::StaffId;
use domain::time;
use domain::union::Desk;

/// A page of the record.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditPage {
    /// Who looks.
    pub who: Who,
    /// The desks whose chains this person may read in.
    pub keepers: Vec<Desk>,
    /// Whose chain it is.
    pub keeper: Desk,
    /// What is left out.
    pub trail: Trail,
    /// These, the latest first.
    pub records: Vec<Record>,
    /// Before which number the next page goes on.
    pub next: Option<u32>,
    /// Whether this person may check the whole chain.
    pub may_check: bool,
    /// What came of that.
    pub checked: Option<Checked>,
}

/// Whether a chain is as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// It is; the hash of its last entry, to be kept elsewhere and compared.
    Sound {
        /// How many entries it has.
        entries: usize,
        /// The last hash.
        last: Hash,
    },
    /// From that entry on it is not.
    Broken(FirstBroken),
    /// The entry of that number means nothing.
    Unreadable(usize),
}

/// What is left out of the record: everything but this.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Trail {
    /// Whose chain.
    pub keeper: Option<Desk>,
    /// Only what was done.
    pub what: Option<Deed>,
    /// Only with that request.
    pub reference: Option<Reference>,
    /// Only by this member of staff.
    pub by: Option<StaffId>,
    /// From that day on.
    pub from: Option<NaiveDate>,
    /// To the end of that day.
    pub to: Option<NaiveDate>,
    /// Only what stands before that number.
    pub before: Option<u32>,
    /// Whether the chain is to be checked.
    pub checks: bool,
}

/// The names of the inputs.
pub(crate) mod names {
    /// The code of a desk.
    pub(crate) const DESK: &str = "desk";
    /// The code of a deed.
    pub(crate) const WHAT: &str = "what";
    /// A reference.
    pub(crate) const REFERENCE: &str = "reference";
    /// The number of an account.
    pub(crate) const BY: &str = "by";
    /// A day.
    pub(crate) const FROM: &str = "from";
    /// A day.
    pub(crate) const TO: &str = "to";
    /// The number of an entry.
    pub(crate) const BEFORE: &str = "before";
    /// `yes`, or not there.
    pub(crate) const CHECK: &str = "check";
}

impl Trail {
    /// Reads a query; what is not understood is dropped.
    pub fn read(query: &str) -> Self {
        let mut trail = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()).take(16) {
            match &*name {
                names::DESK => trail.keeper = Desk::from_code(&value),
                names::WHAT => trail.what = Deed::from_code(&value),
                names::REFERENCE => trail.reference = Reference::parse(&value).ok(),
                names::BY => trail.by = value.trim().parse().ok().map(StaffId),
                names::FROM => trail.from = time::date(&value),
                names::TO => trail.to = time::date(&value),
                names::BEFORE => trail.before = value.parse().ok(),
                names::CHECK => trail.checks = value == "yes",
                _ => {}
            }
        }
        trail
    }

    /// The address of `page` with that narrowing.
    pub(crate) fn address(&self, page: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let day = |date: Option<NaiveDate>| date.map(|date| date.to_string());
        for (name, value) in [
            (names::DESK, self.keeper.map(Desk::code)),
            (names::WHAT, self.what.map(|what| what.code().to_owned())),
            (names::REFERENCE, self.reference.map(|of| of.to_string())),
            (names::BY, self.by.map(|id| id.0.to_string())),
            (names::FROM, day(self.from)),
            (names::TO, day(self.to)),
            (names::BEFORE, self.before.map(|number| number.to_string())),
            (names::CHECK, self.checks.then(|| "yes".to_owned())),
        ] {
            query.extend_pairs(value.map(|value| (name, value)));
        }
        [page, "?", &query.finish()].concat()
    }
}

impl AuditPage {
    /// What the page shows, as CSV.
    pub fn csv(&self, lang: Lang) -> String {
        let header = ["number", "at", "who", "what", "reference", "desk", "hash"];
        let row = |record: &Record| {
            let entry = &record.entry;
            vec![
                record.number.to_string(),
                entry.at.to_rfc3339(),
                lang.actor(entry.actor),
                lang.deed(entry.what),
                entry.reference.to_string(),
                entry.desk.code(),
                record.hash.to_string(),
            ]
        };
        let header = header.map(str::to_owned).to_vec();
        spreadsheet::csv(std::iter::once(header).chain(self.records.iter().map(row)))
    }
}

impl Lang {
    /// Who did it.
    pub(crate) fn actor(self, actor: Actor) -> String {
        match actor {
            Actor::Worker => self.pick("职工", "the worker").to_owned(),
            Actor::Clock => self.pick("到期自动", "the clock").to_owned(),
            Actor::Operator => self.pick("本站运维", "the operator").to_owned(),
            Actor::Staff(staff) => {
                let (id, role) = (staff.id.0, self.role(staff.role));
                match self {
                    Self::Zh => format!("{id} 号（{role}，{}）", staff.desk.code()),
                    Self::En => format!("no. {id} ({role}, {})", staff.desk.code()),
                }
            }
        }
    }

    /// What was done.
    pub(crate) fn deed(self, deed: Deed) -> String {
        match (self, deed) {
            (Self::Zh, Deed::Filed) => "职工提交".to_owned(),
            (Self::Zh, Deed::Opened) => "打开看".to_owned(),
            (Self::Zh, Deed::Found) => "搜到".to_owned(),
            (Self::Zh, Deed::Moved(kind)) => kind.name_zh().to_owned(),
            (Self::En, deed) => deed.code().replace('_', " "),
        }
    }
}
