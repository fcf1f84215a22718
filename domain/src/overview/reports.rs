//! What workers reported of stations and nobody has decided about yet: of what kind, and how old.

use crate::coded::coded;
use crate::report::ReportKind;
use crate::time::BeijingTime;
use crate::union::Desk;

coded! {
    /// How long something has waited.
    Waited,
    /// Several of them.
    WaitedSet,
    Day = "day" / "一天内",
    Week = "week" / "一周内",
    Month = "month" / "一个月内",
    Longer = "longer" / "一个月以上",
}

/// One thing that was reported of a station, by however many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenReport {
    /// What.
    pub kind: ReportKind,
    /// Where the station belongs.
    pub desk: Desk,
    /// When somebody first said so.
    pub since: BeijingTime,
}

impl Waited {
    fn of(minutes: i64) -> Self {
        const DAY: i64 = 24 * 60;
        match minutes / DAY {
            ..1 => Self::Day,
            1..7 => Self::Week,
            7..31 => Self::Month,
            _ => Self::Longer,
        }
    }
}

/// How many of them are open at `place` and below, by kind and age, those that there are. They are
/// about doors, not about people, and nobody who reported is told apart: a small number betrays
/// nobody, so none is hidden.
pub fn open_reports(
    reports: impl IntoIterator<Item = OpenReport>,
    place: Desk,
    now: BeijingTime,
) -> Vec<(ReportKind, Waited, u32)> {
    let mut counts = std::collections::BTreeMap::new();
    for report in reports {
        if report.desk == place || place.is_above(report.desk) {
            let waited = Waited::of(now.minutes_since(report.since));
            *counts.entry((report.kind, waited)).or_insert(0) += 1;
        }
    }
    let counts = counts.into_iter();
    counts
        .map(|((kind, waited), count)| (kind, waited, count))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places::District;

    #[test]
    fn what_waits_below_is_counted_by_kind_and_by_the_day() {
        let now = BeijingTime::from_rfc3339("2026-11-20T12:00:00+08:00").unwrap();
        let [one, other] = [District::all()[0], District::all()[1]];
        let street = Desk::Street(one.streets()[0]);
        let open = |kind, desk, minutes: i64| OpenReport {
            kind,
            desk,
            since: now.plus_minutes(-minutes),
        };
        let (day, moved) = (24 * 60, ReportKind::Moved);
        let all = [
            open(moved, street, day - 1),
            open(moved, street, day),
            open(moved, Desk::District(one), 7 * day - 1),
            open(moved, street, 7 * day),
            open(ReportKind::ClosedNow, street, 31 * day - 1),
            open(moved, street, 31 * day),
            open(moved, Desk::District(other), 0),
        ];
        let counted = |place| open_reports(all, place, now);
        assert_eq!(
            counted(Desk::District(one)),
            [
                (ReportKind::ClosedNow, Waited::Month, 1),
                (moved, Waited::Day, 1),
                (moved, Waited::Week, 2),
                (moved, Waited::Month, 1),
                (moved, Waited::Longer, 1),
            ]
        );
        assert_eq!(counted(Desk::City)[1], (moved, Waited::Day, 2));
        assert_eq!(counted(street)[2], (moved, Waited::Week, 1));
    }
}
