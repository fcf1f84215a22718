//! How full a place is, as somebody at the door said a while ago.

use crate::coded::coded;
use crate::time::BeijingTime;

coded! {
    /// How full it is inside.
    Crowding,
    /// Several of them.
    CrowdingSet,
    Quiet = "quiet" / "人不多",
    SomeRoom = "some_room" / "还有座",
    Full = "full" / "坐满了",
}

/// After an hour nobody can tell any more.
const LASTS_MINUTES: i64 = 60;

/// Whether what was said at `said_at` is still worth telling.
///
/// ```
/// # use domain::{crowding, time::BeijingTime};
/// let noon = BeijingTime::from_rfc3339("2026-11-20T12:00:00+08:00").unwrap();
/// assert!(crowding::holds(noon, noon.plus_minutes(59)));
/// assert!(!crowding::holds(noon, noon.plus_minutes(60)));
/// assert!(!crowding::holds(noon, noon.plus_minutes(-1)));
/// ```
pub fn holds(said_at: BeijingTime, now: BeijingTime) -> bool {
    said_at <= now && now < said_at.plus_minutes(LASTS_MINUTES)
}
