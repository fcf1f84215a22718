//! Statutory days off and make-up working days.
//!
//! The State Council publishes each year's table late in the year before. A year that is not
//! loaded is unknown: its days are never taken for ordinary ones.

mod years;

#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate};
use years::{DayOfYear, Year};

/// What the State Council's table says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayKind {
    /// Neither a statutory day off nor a make-up working day.
    Ordinary,
    /// A statutory day off (法定节假日 with its adjacent days off).
    Holiday,
    /// A weekend day that is worked to make up for a holiday (调休上班日).
    MakeUp,
    /// The table of that year is not loaded.
    Unknown,
}

/// The festival that a statutory day off or a make-up working day belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Festival {
    /// 元旦.
    NewYear,
    /// 春节.
    Spring,
    /// 清明节.
    TombSweeping,
    /// 劳动节.
    Labour,
    /// 端午节.
    DragonBoat,
    /// 中秋节.
    MidAutumn,
    /// 国庆节.
    National,
}

impl Festival {
    /// Its name in Chinese.
    pub const fn zh(self) -> &'static str {
        match self {
            Self::NewYear => "元旦",
            Self::Spring => "春节",
            Self::TombSweeping => "清明节",
            Self::Labour => "劳动节",
            Self::DragonBoat => "端午节",
            Self::MidAutumn => "中秋节",
            Self::National => "国庆节",
        }
    }

    /// Its name in English.
    pub const fn en(self) -> &'static str {
        match self {
            Self::NewYear => "New Year",
            Self::Spring => "Spring Festival",
            Self::TombSweeping => "Tomb-Sweeping Day",
            Self::Labour => "Labour Day",
            Self::DragonBoat => "Dragon Boat Festival",
            Self::MidAutumn => "Mid-Autumn Festival",
            Self::National => "National Day",
        }
    }
}

/// What the table says of `date`.
///
/// ```
/// # use domain::calendar::{DayKind, day_kind};
/// let day = |text: &str| day_kind(text.parse().unwrap());
/// assert_eq!(day("2026-10-01"), DayKind::Holiday);
/// assert_eq!(day("2026-10-10"), DayKind::MakeUp); // a Saturday
/// assert_eq!(day("2027-03-03"), DayKind::Unknown);
/// ```
pub fn day_kind(date: NaiveDate) -> DayKind {
    match year_of(date) {
        None => DayKind::Unknown,
        Some(year) => marked(year, date).map_or(DayKind::Ordinary, |(kind, _)| kind),
    }
}

/// The festival for which `date` is off, or is worked to make up for; `None` on other days.
pub fn festival(date: NaiveDate) -> Option<Festival> {
    Some(marked(year_of(date)?, date)?.1)
}

fn year_of(date: NaiveDate) -> Option<&'static Year> {
    years::YEARS.iter().find(|year| year.number == date.year())
}

fn marked(year: &Year, date: NaiveDate) -> Option<(DayKind, Festival)> {
    let day: DayOfYear = (date.month(), date.day());
    let off = |(first, last, festival): &(DayOfYear, DayOfYear, Festival)| {
        (*first..=*last)
            .contains(&day)
            .then_some((DayKind::Holiday, *festival))
    };
    let worked = |(worked, festival): &(DayOfYear, Festival)| {
        (*worked == day).then_some((DayKind::MakeUp, *festival))
    };
    let off = year.days_off.iter().find_map(off);
    off.or_else(|| year.make_up.iter().find_map(worked))
}
