//! How long each class of requests has, as `DEADLINES` gives it.
//!
//! `DEADLINES` is a list of `class:time:warning`, commas between, such as `urgent:2h:30m,week:7d:1d`:
//! hours round the clock, warned so many minutes or hours before the end, or working days, warned so
//! many working days before. A class that is not named keeps its default, which is not from the
//! sources either.

use domain::request::{Class, ClassSet, Limit, LimitProblem, Limits};
use std::fmt;

/// An entry of `DEADLINES` that cannot be used, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LimitsError {
    /// It is not `class:time:warning`.
    Entry(usize),
    /// There is no such class.
    Class(usize),
    /// Its class stands there twice.
    Twice(usize),
    /// It is no limit.
    Limit(usize, LimitProblem),
}

/// Reads `DEADLINES`.
pub(crate) fn parse(text: &str) -> Result<Limits, LimitsError> {
    let (mut limits, mut named) = (Limits::NOT_FROM_SOURCES, ClassSet::EMPTY);
    for (place, entry) in (1..).zip(text.split(',')) {
        let (class, limit) = entry
            .trim()
            .split_once(':')
            .ok_or(LimitsError::Entry(place))?;
        let class = Class::from_code(class).ok_or(LimitsError::Class(place))?;
        if named.contains(class) {
            return Err(LimitsError::Twice(place));
        }
        named = named.with(class);
        let limit = read(limit).ok_or(LimitsError::Entry(place))?;
        let limit = limit.map_err(|problem| LimitsError::Limit(place, problem))?;
        limits = limits.with(class, limit);
    }
    Ok(limits)
}

/// The limit of `time:warning`; `None` if it is not written like that.
fn read(text: &str) -> Option<Result<Limit, LimitProblem>> {
    let (time, warning) = text.split_once(':')?;
    if let Some(hours) = number(time, 'h') {
        let warned_hours = || number(warning, 'h').map(|hours| u32::from(hours) * 60);
        let minutes = number(warning, 'm').map(u32::from).or_else(warned_hours)?;
        return Some(Limit::hours(hours, minutes));
    }
    Some(Limit::working_days(
        number(time, 'd')?,
        number(warning, 'd')?,
    ))
}

fn number(text: &str, unit: char) -> Option<u16> {
    let digits = text.strip_suffix(unit)?;
    let is_plain = digits.bytes().all(|digit| digit.is_ascii_digit());
    is_plain.then(|| digits.parse().ok()).flatten()
}

impl fmt::Display for LimitsError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entry(place) => write!(out, "entry {place} is not class:time:warning"),
            Self::Class(place) => write!(out, "the class of entry {place} is unknown"),
            Self::Twice(place) => write!(out, "the class of entry {place} stands there twice"),
            Self::Limit(place, LimitProblem::Nothing) => write!(out, "entry {place} has no time"),
            Self::Limit(place, LimitProblem::TooLong) => write!(
                out,
                "entry {place} is longer than {} h or {} d",
                Limit::MOST_HOURS,
                Limit::MOST_DAYS
            ),
            Self::Limit(place, LimitProblem::Warning) => write!(
                out,
                "the warning of entry {place} is not between the beginning and the end"
            ),
        }
    }
}

#[cfg(test)]
mod tests;
