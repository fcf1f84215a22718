//! The record of who did what, and who looked: what a page of it shows, and a file.
//!
//! - `GET /staff/audit`, `/staff/audit/listings` and `/staff/audit/accounts` are an [`AuditPage`]
//!   each, of one [`Book`], narrowed by [`Trail::read`].
//! - The same with `.csv` are [`AuditPage::csv`].

mod lines;
mod trail;

pub(crate) use trail::names;
pub use trail::{Trail, What};

use crate::staff::Who;
use crate::wording::Lang;
use domain::chain::{FirstBroken, Hash};
use domain::listing::history::Batch;
use domain::request;
use domain::spreadsheet;
use domain::staff::{Action, Staff, log, may};
use domain::union::Desk;

/// What is recorded, each apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Book {
    /// What was done with requests, and who looked: a chain for each desk that keeps some.
    Requests,
    /// What was done to stations and classes: the history of the listings.
    Listings,
    /// What was done to accounts, and who signed in: one chain.
    Accounts,
}

/// A page of the record.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditPage {
    /// Who looks.
    pub who: Who,
    /// The desks whose chains this person may read in; none where there is one chain, or no chain.
    pub keepers: Vec<Desk>,
    /// Whose chain it is; else the desk of whoever looks.
    pub place: Desk,
    /// What is left out.
    pub trail: Trail,
    /// These, the latest first.
    pub entries: Entries,
    /// Before which number the next page goes on.
    pub next: Option<u32>,
    /// Whether this person may check the whole chain.
    pub may_check: bool,
    /// What came of that.
    pub checked: Option<Checked>,
}

/// Some of what was recorded.
#[derive(Clone, Debug, PartialEq)]
pub enum Entries {
    /// Of requests.
    Requests(Vec<request::Record>),
    /// Of listings.
    Listings(Vec<Batch>),
    /// Of accounts.
    Accounts(Vec<log::Record>),
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

impl Book {
    const ALL: [Self; 3] = [Self::Requests, Self::Listings, Self::Accounts];

    /// Those that `staff` may read in, of their place and below.
    pub fn all_of(staff: Staff) -> impl Iterator<Item = Self> {
        let all = Self::ALL.into_iter();
        all.filter(move |book| may(staff, book.action(), staff.desk))
    }

    /// What it is to read in it.
    pub const fn action(self) -> Action {
        match self {
            Self::Requests | Self::Listings => Action::Audit,
            Self::Accounts => Action::AuditAccounts,
        }
    }

    /// The address of its page.
    pub(crate) const fn page(self) -> &'static str {
        match self {
            Self::Requests => "/staff/audit",
            Self::Listings => "/staff/audit/listings",
            Self::Accounts => "/staff/audit/accounts",
        }
    }

    /// The address of the same as a file.
    pub(crate) const fn file(self) -> &'static str {
        match self {
            Self::Requests => "/staff/audit.csv",
            Self::Listings => "/staff/audit/listings.csv",
            Self::Accounts => "/staff/audit/accounts.csv",
        }
    }
}

impl AuditPage {
    /// Which record it is of.
    pub(crate) const fn book(&self) -> Book {
        match self.entries {
            Entries::Requests(_) => Book::Requests,
            Entries::Listings(_) => Book::Listings,
            Entries::Accounts(_) => Book::Accounts,
        }
    }

    /// What the page shows, as CSV.
    pub fn csv(&self, lang: Lang) -> String {
        let (header, rows) = self.entries.cells(lang);
        spreadsheet::csv(std::iter::once(header).chain(rows))
    }
}
