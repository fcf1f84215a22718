//! What is reported.

use crate::coded::coded;
use crate::listing::Column;

coded! {
    /// What somebody found at a station.
    ReportKind,
    /// Several of them.
    ReportKindSet,
    ClosedNow = "closed_now" / "刚才关着门",
    AlwaysClosed = "always_closed" / "一直关着",
    Moved = "moved" / "搬走了",
    HoursWrong = "hours_wrong" / "时间不对",
    Missing = "missing" / "少了东西",
    NoEntry = "no_entry" / "不让进",
}

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

impl ReportKind {
    /// What it is called in English.
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::ClosedNow => "closed just now",
            Self::AlwaysClosed => "always closed",
            Self::Moved => "moved away",
            Self::HoursWrong => "hours are wrong",
            Self::Missing => "something is missing",
            Self::NoEntry => "not let in",
        }
    }

    /// How long a report waits for others with which it counts together. This site's own: a door that
    /// is shut now says nothing about tomorrow, a place that moved stays away.
    pub(super) const fn counts_minutes(self) -> i64 {
        match self {
            Self::ClosedNow => 6 * HOUR,
            Self::NoEntry => 7 * DAY,
            Self::Missing => 14 * DAY,
            Self::AlwaysClosed | Self::HoursWrong => 28 * DAY,
            Self::Moved => 56 * DAY,
        }
    }

    /// The columns that would be changed if it is so.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::ClosedNow | Self::AlwaysClosed => {
                &[Column::Status, Column::ClosedFrom, Column::ClosedUntil]
            }
            Self::Moved => &[Column::Address],
            Self::HoursWrong => &[Column::Hours],
            Self::Missing => &[Column::Amenities, Column::AmenitiesAbsent],
            Self::NoEntry => &[Column::Access, Column::ShowAtDoor],
        }
    }
}
