//! By when, and how long that is from now.

use crate::markup::Markup;
use crate::wording::Lang;
use domain::request::{Due, Queue};
use domain::time::BeijingTime;

messages! {
    holidays_unknown: "放假安排还没公布" / "holidays not published yet";
}

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

/// By when it must be answered: the moment, and how far away it is.
pub(super) fn due(lang: Lang, now: BeijingTime, due: Due, queue: Queue) -> Markup {
    let class = look(queue);
    let assumed = due
        .assumed
        .then(|| html!(r#" <span class="soft">"# {lang.holidays_unknown()} "</span>"));
    html!(
        r#"<span class="due"><b class=""# {class} r#"">"# {lang.away(due.at, now)}
        r#"</b> <time datetime=""# {due.at.to_rfc3339()} r#"">"# {lang.day_and_time(due.at, now)} "</time>"
        {assumed} "</span>"
    )
}

/// How what stands in a queue looks.
pub(super) const fn look(queue: Queue) -> &'static str {
    match queue {
        Queue::Overdue => "overdue",
        Queue::Soon => "soon",
        Queue::Later | Queue::Asked | Queue::Answered | Queue::Ended => "",
    }
}

impl Lang {
    /// How far away a moment is: in minutes up to an hour, in hours up to two days, then in days.
    pub(super) fn away(self, at: BeijingTime, now: BeijingTime) -> String {
        let minutes = at.minutes_since(now);
        let (zh, en, count) = match minutes.abs() {
            minutes if minutes < HOUR => ("分钟", "minute", minutes),
            minutes if minutes < 2 * DAY => ("小时", "hour", minutes / HOUR),
            minutes => ("天", "day", minutes / DAY),
        };
        let many = if count == 1 { "" } else { "s" };
        match (self, minutes < 0) {
            (Self::Zh, false) => format!("还有 {count} {zh}"),
            (Self::Zh, true) => format!("超了 {count} {zh}"),
            (Self::En, false) => format!("in {count} {en}{many}"),
            (Self::En, true) => format!("{count} {en}{many} late"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_of_every_unit() {
        let now = BeijingTime::from_rfc3339("2026-11-20T12:00:00+08:00").unwrap();
        let zh = |minutes| Lang::Zh.away(now.plus_minutes(minutes), now);
        let en = |minutes| Lang::En.away(now.plus_minutes(minutes), now);
        assert_eq!(zh(0), "还有 0 分钟");
        assert_eq!(zh(59), "还有 59 分钟");
        assert_eq!(zh(60), "还有 1 小时");
        assert_eq!(zh(-59), "超了 59 分钟");
        assert_eq!(zh(2 * DAY - 1), "还有 47 小时");
        assert_eq!(zh(2 * DAY), "还有 2 天");
        assert_eq!(en(1), "in 1 minute");
        assert_eq!(en(180), "in 3 hours");
        assert_eq!(en(-60), "1 hour late");
        assert_eq!(en(-2 * DAY), "2 days late");
    }
}
