//! Holiday classes: where a worker's child is looked after in the holidays.
//!
//! What nobody has stated stays unknown: the grades, the days, the fee, the places. Whether there
//! are places left is never known here: only the host knows.

mod joining;
mod search;
mod state;
#[cfg(test)]
mod tests;

pub use joining::{Joining, PROGRAMME, Reason};
pub use search::{ClassSearch, Found, Row};
pub use state::State;

use crate::coded::coded;
use crate::geo::Wgs84;
use crate::places::{District, Street};
use crate::policy::Fact;
use chrono::NaiveDate;

/// A class's number. Given once, never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub u32);

/// Everything the registry publishes about a holiday class.
#[derive(Clone, Debug, PartialEq)]
pub struct HolidayClass {
    /// Its number.
    pub id: ClassId,
    /// The union or employer that runs it.
    pub host: String,
    /// Who runs it for whom.
    pub mode: Mode,
    /// Where it is in the union's tree.
    pub district: District,
    /// The street or township; `None` when the listing does not say.
    pub street: Option<Street>,
    /// Its address as written; may be empty.
    pub address: String,
    /// Where it is on the ground; `None` when the listing gives only an address.
    pub position: Option<Wgs84>,
    /// The grades that it takes, within those of the rule; `None` if it names none.
    pub grades: Option<Grades>,
    /// When it runs, in the order of the first days; empty if nobody has said.
    pub sessions: Vec<Period>,
    /// From when to when on a day; `None` if nobody has said.
    pub daily: Option<Daily>,
    /// When one may enrol.
    pub enrolment: Enrolment,
    /// How many children it takes; `None` if nobody has said.
    pub places: Option<u32>,
    /// What a session costs, in yuan; 0 is free, `None` is not stated.
    pub fee_yuan: Option<u32>,
    /// Whom to ask, as written; may be empty.
    pub contact: String,
    /// When it was last confirmed; `None` if never.
    pub verified_on: Option<NaiveDate>,
    /// Who confirmed it last; may be empty.
    pub verified_by: String,
}

coded! {
    /// Who runs a class for whom: the options of the fact `class_near` in the policy files.
    Mode,
    /// Several modes.
    ModeSet,
    Employer = "employer" / "单位自己办的",
    Area = "area" / "街道、社区或楼宇联合工会办的",
    Joint = "joint" / "几家合办的",
}

impl Mode {
    /// The bit of `class_near` that stands for it.
    pub const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// Grades, both included: primary school is 1 to 6, and so on as in the fact `child_grade`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Grades {
    first: u8,
    last: u8,
}

impl Grades {
    /// `None` unless both can be a child's grade and the last is not below the first.
    pub fn new(first: u8, last: u8) -> Option<Self> {
        let (_, highest) = Fact::CHILD_GRADE.bounds();
        let sound = 1 <= first && first <= last && i32::from(last) <= highest;
        sound.then_some(Self { first, last })
    }

    /// The lowest.
    pub const fn first(self) -> u8 {
        self.first
    }

    /// The highest.
    pub const fn last(self) -> u8 {
        self.last
    }

    /// Whether that grade is among them.
    pub fn contains(self, grade: i32) -> bool {
        (i32::from(self.first)..=i32::from(self.last)).contains(&grade)
    }
}

/// Days, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    first: NaiveDate,
    last: NaiveDate,
}

impl Period {
    /// `None` if it would end before it begins.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// Its first day.
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    pub const fn last(self) -> NaiveDate {
        self.last
    }

    /// Whether that day is among them.
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// How many weeks it touches: 26 days are four.
    pub fn weeks(self) -> u32 {
        let days = (self.last - self.first).num_days() + 1;
        u32::try_from(days).map_or(0, |days| days.div_ceil(7))
    }
}

/// From when to when on a day of the class, in minutes since midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Daily {
    from: u16,
    until: u16,
}

impl Daily {
    /// `None` unless it begins before it ends, on the same day.
    pub const fn new(from: u16, until: u16) -> Option<Self> {
        if from < until && until <= 24 * 60 {
            Some(Self { from, until })
        } else {
            None
        }
    }

    /// When one may bring the child.
    pub const fn from(self) -> u16 {
        self.from
    }

    /// When it must be fetched.
    pub const fn until(self) -> u16 {
        self.until
    }
}

/// When one may enrol: from the first day to the last, both included, as far as they are stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Enrolment {
    opens: Option<NaiveDate>,
    closes: Option<NaiveDate>,
}

impl Enrolment {
    /// `None` if it would close before it opens.
    pub fn new(opens: Option<NaiveDate>, closes: Option<NaiveDate>) -> Option<Self> {
        let sound = opens
            .zip(closes)
            .is_none_or(|(opens, closes)| opens <= closes);
        sound.then_some(Self { opens, closes })
    }

    /// The first day; `None` if nobody has said.
    pub const fn opens(self) -> Option<NaiveDate> {
        self.opens
    }

    /// The last day; `None` if nobody has said.
    pub const fn closes(self) -> Option<NaiveDate> {
        self.closes
    }
}
