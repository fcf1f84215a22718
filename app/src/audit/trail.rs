//! What is left out of the record, as its addresses say it.

use super::Book;
use chrono::NaiveDate;
use domain::listing::entry::Cause;
use domain::request::{Deed, Reference};
use domain::staff::{StaffId, log};
use domain::time;
use domain::union::Desk;

/// What is left out of the record: everything but this.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Trail {
    /// Whose chain.
    pub keeper: Option<Desk>,
    /// Only what was done.
    pub what: Option<What>,
    /// Only with that request.
    pub reference: Option<Reference>,
    /// Only to that account.
    pub account: Option<StaffId>,
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

/// Something that was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// With a request.
    Request(Deed),
    /// To a listing.
    Listing(Cause),
    /// To an account.
    Account(log::Deed),
}

/// The names of the inputs.
pub(crate) mod names {
    /// The code of a desk.
    pub(crate) const DESK: &str = "desk";
    /// The code of a deed.
    pub(crate) const WHAT: &str = "what";
    /// A reference.
    pub(crate) const REFERENCE: &str = "reference";
    /// The number of an account, to which it was done.
    pub(crate) const ACCOUNT: &str = "account";
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

impl What {
    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Request(deed) => deed.code(),
            Self::Listing(cause) => cause.code(),
            Self::Account(deed) => deed.code(),
        }
    }

    fn from_code(book: Book, code: &str) -> Option<Self> {
        match book {
            Book::Requests => Deed::from_code(code).map(Self::Request),
            Book::Listings => Cause::from_code(code).map(Self::Listing),
            Book::Accounts => log::Deed::from_code(code).map(Self::Account),
        }
    }
}

impl Trail {
    /// Reads the query of a page of that book; what is not understood is dropped.
    pub fn read(book: Book, query: &str) -> Self {
        let mut trail = Self::default();
        let account = |value: &str| value.trim().parse().ok().map(StaffId);
        for (name, value) in form_urlencoded::parse(query.as_bytes()).take(16) {
            match &*name {
                names::DESK => trail.keeper = Desk::from_code(&value),
                names::WHAT => trail.what = What::from_code(book, &value),
                names::REFERENCE => trail.reference = Reference::parse(&value).ok(),
                names::ACCOUNT => trail.account = account(&value),
                names::BY => trail.by = account(&value),
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
        let account = |id: Option<StaffId>| id.map(|id| id.0.to_string());
        for (name, value) in [
            (names::DESK, self.keeper.map(Desk::code)),
            (names::WHAT, self.what.map(|what| what.code().to_owned())),
            (names::REFERENCE, self.reference.map(|of| of.to_string())),
            (names::ACCOUNT, account(self.account)),
            (names::BY, account(self.by)),
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
