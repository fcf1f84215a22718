//! Moments as they are stored: whole seconds since 1970.

use crate::Unreadable;
use domain::time::BeijingTime;

/// The seconds of a moment: enough until 2106.
pub fn seconds(at: BeijingTime) -> u32 {
    let seconds = at.unix_seconds().clamp(0, u32::MAX.into());
    u32::try_from(seconds).expect("it was clamped")
}

/// The moment of stored seconds.
pub fn moment(seconds: u32) -> Result<BeijingTime, Unreadable> {
    let moment = BeijingTime::from_unix_seconds(seconds.into());
    moment.ok_or(Unreadable::Record("a time"))
}
