//! The order of an answer: usable on arrival first, then soonest inside.

#[cfg(test)]
mod tests;

use super::journey::Journey;
use crate::city::Place;
use crate::freshness::FRESH_DAYS;
use crate::station::{Access, StationId};
use crate::status::{State, Status, Truth};
use crate::time::BeijingTime;

/// Why one place stands before another: compared field by field, the smaller first. The id makes
/// the order total, so that pages neither overlap nor leave anything out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// What one will find on arrival.
    pub group: Group,
    /// Where the words were found.
    pub words: Hit,
    /// Until one is inside: the journey, the wait at a closed door, and, where one may get in
    /// vain, minutes that stand for the doubt. `u32::MAX` if nobody knows when it opens.
    pub minutes: u32,
    /// As the crow flies; 0 without a start, `u32::MAX` to a place without a position.
    pub distance_m: u32,
    /// Its number.
    pub id: StationId,
}

/// What one will find on arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Open, or opening so soon that the wait counts as part of the journey.
    Usable,
    /// Open, but closing within [`SHORT_STAY_MINUTES`].
    ShortStay,
    /// Nobody can say.
    Unknown,
    /// Closed.
    Closed,
    /// Closed for a time.
    TemporarilyClosed,
}

/// Where words were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hit {
    /// In the name, or there are no words.
    Name,
    /// In what is offered, or in the name of the street or district.
    KindOrArea,
    /// In the address.
    Address,
}

/// Less than this after arrival is not worth the way: a meal is not even warm.
pub const SHORT_STAY_MINUTES: i64 = 10;

/// A minute of walking for each month after [`FRESH_DAYS`] …
const DAYS_A_DOUBT_MINUTE: i64 = 30;
/// … up to twenty, which is reached after not quite two years.
const MOST_DOUBT_MINUTES: i64 = 20;
/// Never confirmed is worse than anything that was.
const NEVER_VERIFIED_MINUTES: u32 = 25;

/// A place without a position may be anywhere in the city: as if a day away.
const UNPLACED_MINUTES: u32 = 24 * 60;

impl Rank {
    /// Of `place` for somebody who starts at `now`. `journey` is `None` where one end is unknown;
    /// `started` says whether the start is known.
    pub(super) fn new(
        place: &Place,
        words: Hit,
        started: bool,
        journey: Option<Journey>,
        on_arrival: &Status,
        now: BeijingTime,
    ) -> Self {
        let group = Group::new(on_arrival, arrival(now, journey));
        let unplaced = started && journey.is_none();
        let journey_minutes = journey.map_or(0, |journey| journey.minutes.into());
        let away = if unplaced {
            UNPLACED_MINUTES
        } else {
            journey_minutes
        };
        let opens = || {
            let opens = on_arrival
                .until
                .filter(|_| on_arrival.then == Truth::Open)?;
            Some(minutes(opens.minutes_since(now)))
        };
        let inside = match on_arrival.state {
            State::Open | State::ClosingSoon | State::Unknown => away,
            State::OpeningSoon => opens().map_or(away, |opens| opens.max(away)),
            State::Closed | State::TemporarilyClosed => opens().unwrap_or(u32::MAX),
        };
        let doubt = match group {
            Group::Usable | Group::ShortStay | Group::Unknown => {
                doubt_minutes(place, now) + access_minutes(place.access)
            }
            Group::Closed | Group::TemporarilyClosed => 0,
        };
        Self {
            group,
            words,
            minutes: inside.saturating_add(doubt),
            distance_m: match journey {
                Some(journey) => journey.distance_m,
                None if unplaced => u32::MAX,
                None => 0,
            },
            id: place.id,
        }
    }
}

impl Group {
    fn new(on_arrival: &Status, arrival: BeijingTime) -> Self {
        match on_arrival.state {
            State::Open | State::ClosingSoon => match on_arrival.until {
                Some(closes) if closes < arrival.plus_minutes(SHORT_STAY_MINUTES) => {
                    Self::ShortStay
                }
                _ => Self::Usable,
            },
            State::OpeningSoon => Self::Usable,
            State::Unknown => Self::Unknown,
            State::Closed => Self::Closed,
            State::TemporarilyClosed => Self::TemporarilyClosed,
        }
    }
}

/// When one gets there; at once where the journey is unknown.
pub(super) fn arrival(now: BeijingTime, journey: Option<Journey>) -> BeijingTime {
    now.plus_minutes(journey.map_or(0, |journey| journey.minutes.into()))
}

/// Minutes of detour that a listing's age is worth.
fn doubt_minutes(place: &Place, now: BeijingTime) -> u32 {
    let Some(verified) = place.verified_on else {
        return NEVER_VERIFIED_MINUTES;
    };
    let stale = (now.date() - verified).num_days() - FRESH_DAYS;
    // The first day beyond is already worth a minute.
    let months = (stale + DAYS_A_DOUBT_MINUTE - 1).div_euclid(DAYS_A_DOUBT_MINUTE);
    minutes(months.min(MOST_DOUBT_MINUTES))
}

/// Minutes of detour that a surer welcome is worth. Mild: most members carry their card.
fn access_minutes(access: Access) -> u32 {
    match access {
        Access::Public => 0,
        Access::Members => 2,
        Access::UnitOnly | Access::Unknown => 5,
    }
}

fn minutes(minutes: i64) -> u32 {
    u32::try_from(minutes.max(0)).unwrap_or(u32::MAX)
}
