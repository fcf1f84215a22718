//! How long ago stations were confirmed.

use crate::city::Place;
use crate::coded::coded;
use crate::station::Life;
use crate::time::BeijingTime;
use crate::union::Desk;

coded! {
    /// How long ago somebody last confirmed a station.
    Age,
    /// Several of them.
    AgeSet,
    Month = "month" / "一个月内",
    Quarter = "quarter" / "三个月内",
    HalfYear = "half_year" / "半年内",
    Year = "year" / "一年内",
    Older = "older" / "一年以上",
    Never = "never" / "没有核实过",
}

impl Age {
    fn of(days: Option<i64>) -> Self {
        match days {
            None => Self::Never,
            Some(..=31) => Self::Month,
            Some(..=92) => Self::Quarter,
            Some(..=183) => Self::HalfYear,
            Some(..=366) => Self::Year,
            Some(_) => Self::Older,
        }
    }
}

/// How many of the places that are not closed for good, at the desk and below, were confirmed so
/// long ago, in the order of [`Age::ALL`]. The listing is public: nothing of this is hidden.
pub fn ages<'a>(
    places: impl IntoIterator<Item = &'a Place>,
    desk: Desk,
    now: BeijingTime,
) -> Vec<u32> {
    let today = now.date();
    let mut counts = vec![0; Age::ALL.len()];
    for place in places {
        let at = match place.street {
            Some(street) => Desk::Street(street),
            None => Desk::District(place.district),
        };
        let is_gone = matches!(place.life, Life::Closed { from, .. } if from.is_none_or(|from| from <= today));
        if is_gone || (at != desk && !desk.is_above(at)) {
            continue;
        }
        let days = place.verified_on.map(|on| (today - on).num_days());
        counts[Age::of(days) as usize] += 1;
    }
    counts
}
