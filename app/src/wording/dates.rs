//! Times and days, as one says them.

use crate::wording::Lang;
use chrono::{Datelike, NaiveDate, Weekday};
use domain::time::BeijingTime;

impl Lang {
    /// A weekday.
    pub fn weekday(self, weekday: Weekday) -> &'static str {
        match weekday {
            Weekday::Mon => self.pick("周一", "Mon"),
            Weekday::Tue => self.pick("周二", "Tue"),
            Weekday::Wed => self.pick("周三", "Wed"),
            Weekday::Thu => self.pick("周四", "Thu"),
            Weekday::Fri => self.pick("周五", "Fri"),
            Weekday::Sat => self.pick("周六", "Sat"),
            Weekday::Sun => self.pick("周日", "Sun"),
        }
    }

    /// A day of this year: 12 月 3 日, 3 Dec.
    pub fn day(self, date: NaiveDate) -> String {
        match self {
            Self::Zh => format!("{} 月 {} 日", date.month(), date.day()),
            Self::En => format!("{} {}", date.day(), month_en(date)),
        }
    }

    /// A day with its year: 2026 年 12 月 3 日, 3 Dec 2026.
    pub fn full_day(self, date: NaiveDate) -> String {
        match self {
            Self::Zh => format!("{} 年 {}", date.year(), self.day(date)),
            Self::En => format!("{} {}", self.day(date), date.year()),
        }
    }

    /// A coming moment, the day left out when it is today: 21:00, 明天 8:00, 周一 8:00, 12 月 3 日 8:00.
    pub fn moment(self, moment: BeijingTime, now: BeijingTime) -> String {
        let clock = clock(moment.minute_of_day());
        match (moment.date() - now.date()).num_days() {
            0 => clock,
            1 => format!("{} {clock}", self.pick("明天", "tomorrow")),
            2..=6 => format!("{} {clock}", self.weekday(moment.weekday())),
            _ => format!("{} {clock}", self.day(moment.date())),
        }
    }

    /// A moment that is over, the day left out when it is today: 8:00, 昨天 21:00, 12 月 3 日 8:00.
    #[cfg(feature = "ssr")]
    pub fn past_moment(self, moment: BeijingTime, now: BeijingTime) -> String {
        let clock = clock(moment.minute_of_day());
        match (now.date() - moment.date()).num_days() {
            0 => clock,
            1 => format!("{} {clock}", self.pick("昨天", "yesterday")),
            _ => format!("{} {clock}", self.day(moment.date())),
        }
    }
}

/// A minute of the day, 0 to 1440, as on a clock; past midnight it begins again, so that what
/// closes at 26:00 closes at 2:00.
pub fn clock(minute: u16) -> String {
    let minute = if minute == 1440 {
        minute
    } else {
        minute % 1440
    };
    format!("{}:{:02}", minute / 60, minute % 60)
}

/// The month's short English name; chrono's formatter would weigh more than these twelve.
pub(super) fn month_en(date: NaiveDate) -> &'static str {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    MONTHS[date.month0() as usize]
}
