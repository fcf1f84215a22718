//! How far a class is on a day: can one enrol, does it run, is it over.

use super::{HolidayClass, Period};
use chrono::NaiveDate;

/// How far a class is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// One may enrol (`enrolment_open`).
    Open {
        /// The last day; `None` if it has opened and nobody has said when it closes.
        closes: Option<NaiveDate>,
    },
    /// One may not enrol yet (`enrolment_ahead`).
    Ahead {
        /// The first day on which one may.
        opens: NaiveDate,
    },
    /// Nobody has said whether one may enrol (`unknown`).
    Unknown,
    /// Enrolment is closed and no session runs (`enrolment_closed`).
    Closed {
        /// The first day of the next session; `None` if nobody has said.
        begins: Option<NaiveDate>,
    },
    /// A session runs, and it is not known that one may still enrol (`running`).
    Running {
        /// The last day of the session.
        until: NaiveDate,
    },
    /// The last session is over (`over`).
    Over {
        /// Its last day.
        ended: NaiveDate,
    },
}

impl State {
    /// The code used in the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open { .. } => "enrolment_open",
            Self::Ahead { .. } => "enrolment_ahead",
            Self::Unknown => "unknown",
            Self::Closed { .. } => "enrolment_closed",
            Self::Running { .. } => "running",
            Self::Over { .. } => "over",
        }
    }

    /// The day on which it changes or changed, if it is known.
    pub const fn date(self) -> Option<NaiveDate> {
        match self {
            Self::Open { closes } => closes,
            Self::Ahead { opens } => Some(opens),
            Self::Unknown => None,
            Self::Closed { begins } => begins,
            Self::Running { until } => Some(until),
            Self::Over { ended } => Some(ended),
        }
    }

    /// What one can still do something about comes first.
    pub(super) const fn rank(self) -> u8 {
        match self {
            Self::Open { .. } => 0,
            Self::Ahead { .. } => 1,
            Self::Unknown => 2,
            Self::Closed { .. } => 3,
            Self::Running { .. } => 4,
            Self::Over { .. } => 5,
        }
    }
}

impl HolidayClass {
    /// How far it is on `day`.
    ///
    /// An enrolment that opened and names no end counts as open until the first session begins;
    /// later, or where no session is stated, nobody can say.
    pub fn state(&self, day: NaiveDate) -> State {
        let sessions = || self.sessions.iter().copied();
        let ended = sessions().map(Period::last).max();
        if let Some(ended) = ended.filter(|last| *last < day) {
            return State::Over { ended };
        }
        let first = sessions().map(Period::first).min();
        let begun = first.is_none_or(|first| first <= day);
        match (self.enrolment.opens(), self.enrolment.closes()) {
            (Some(opens), _) if day < opens => return State::Ahead { opens },
            (Some(_), Some(closes)) if day <= closes => {
                let closes = Some(closes);
                return State::Open { closes };
            }
            (Some(_), None) if !begun => return State::Open { closes: None },
            _ => {}
        }
        if let Some(session) = sessions().find(|session| session.contains(day)) {
            let until = session.last();
            return State::Running { until };
        }
        match self.enrolment.closes() {
            Some(closes) if closes < day => State::Closed {
                begins: sessions()
                    .map(Period::first)
                    .filter(|first| day < *first)
                    .min(),
            },
            _ => State::Unknown,
        }
    }
}
