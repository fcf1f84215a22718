//! When a place is open, as far as anyone has said.
//!
//! Text goes through three steps: made plain ([`text`]), split into tokens, read by a grammar.
//! There are two grammars, [`osm`] and [`chinese`]; both end in a [`Schedule`], which cannot
//! contradict itself. What is not wholly understood stays text.

mod chinese;
mod day;
mod osm;
mod schedule;
mod season;
mod text;

#[cfg(test)]
pub(crate) mod strategy;
#[cfg(test)]
mod tests;

pub(crate) use day::DAY_MINUTES;
pub use day::{Day, Interval};
pub use schedule::{HolidayRule, Schedule, ScheduleError};
pub use season::{MonthDay, Season, Span, Week};

/// When the night begins for somebody who needs a place for all of it: 22:00.
const NIGHT_BEGINS: u16 = 22 * 60;
/// When it ends: 6:00 of the next day.
const NIGHT_ENDS: u16 = DAY_MINUTES + 6 * 60;

/// What is known about a place's hours.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub enum Hours {
    /// Nobody has said.
    #[default]
    Unstated,
    /// Somebody has said, in words this program cannot read: shown as they stand.
    Unread(String),
    /// Read and understood.
    Known(Schedule),
}

impl Hours {
    /// Reads what people write, in Chinese or as OpenStreetMap `opening_hours`. Never guesses:
    /// what is not wholly understood is [`Hours::Unread`].
    ///
    /// What is left out is taken as its language takes it. In Chinese, weekdays that are not
    /// named are closed, 工作日 are the working days of the calendar, 每天 includes statutory
    /// days off, and anything else leaves those unstated. In `opening_hours`, what is not named
    /// is closed, and statutory days off are as usual unless `PH` says otherwise.
    ///
    /// ```
    /// # use domain::hours::Hours;
    /// let hours = Hours::read("周一至周五 8:30-12:00、13:00-17:30；节假日休息");
    /// assert_eq!(hours.to_osm().unwrap(), "Mo-Fr 08:30-12:00,13:00-17:30; PH off");
    /// assert_eq!(Hours::read("详询前台"), Hours::Unread("详询前台".to_owned()));
    /// ```
    pub fn read(text: &str) -> Self {
        match text::plain(text) {
            Some(plain) if text::is_unstated(&plain) => Self::Unstated,
            Some(plain) => osm::read(&plain)
                .or_else(|| chinese::read(&plain))
                // What cannot be written down and read again is not kept as understood.
                .filter(|schedule| osm::write(schedule).len() <= text::MAX_CHARS)
                .map_or_else(|| Self::Unread(text.to_owned()), Self::Known),
            None => Self::Unread(text.to_owned()),
        }
    }

    /// Writes OpenStreetMap `opening_hours`; `None` where nothing is known. [`Hours::read`] of
    /// the result gives the same hours, if it is no longer than the text that is read.
    pub fn to_osm(&self) -> Option<String> {
        self.schedule().map(osm::write)
    }

    /// The schedule, if the hours are known.
    pub fn schedule(&self) -> Option<&Schedule> {
        match self {
            Self::Known(schedule) => Some(schedule),
            Self::Unstated | Self::Unread(_) => None,
        }
    }

    /// Whether it is open through the night, 22:00 to 6:00, every ordinary day of the year.
    /// A property of the place, not of the coming night: a holiday does not change the answer.
    pub fn is_open_at_night(&self) -> bool {
        self.schedule()
            .is_some_and(|schedule| schedule.is_open_daily(NIGHT_BEGINS, NIGHT_ENDS))
    }

    /// Whether it is open around the clock every ordinary day of the year.
    pub fn is_around_the_clock(&self) -> bool {
        self.schedule()
            .is_some_and(|schedule| schedule.is_open_daily(0, DAY_MINUTES))
    }
}
