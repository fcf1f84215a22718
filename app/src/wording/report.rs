//! Reports, crowding and freshness in words.

use crate::markup::Markup;
use crate::wording::Lang;
use crate::wording::dates::clock;
use domain::crowding::Crowding;
use domain::report::{ReportKind, SaidClosed, Verdict};
use domain::time::BeijingTime;

impl Lang {
    /// What somebody found.
    pub(crate) const fn report_kind(self, kind: ReportKind) -> &'static str {
        self.pick(kind.name_zh(), kind.name_en())
    }

    /// What became of it.
    pub(crate) const fn report_verdict(self, verdict: Verdict) -> &'static str {
        self.pick(verdict.name_zh(), verdict.name_en())
    }

    /// How full it is.
    pub(crate) const fn crowding(self, level: Crowding) -> &'static str {
        let en = match level {
            Crowding::Quiet => "quiet",
            Crowding::SomeRoom => "some room",
            Crowding::Full => "full",
        };
        self.pick(level.name_zh(), en)
    }

    /// The same in a row of the list.
    pub(crate) fn crowded(self, level: Option<Crowding>) -> Option<Markup> {
        level.map(|level| html!("<b>" {self.crowding(level)} "</b>"))
    }

    /// How many said that it was closed.
    pub(crate) fn said_closed(self, said: SaidClosed) -> String {
        let at = clock(said.at.minute_of_day());
        match (self, said.people) {
            (Self::Zh, people) => format!("有 {people} 个人说 {at} 关着门，还没核实。"),
            (Self::En, 1) => {
                format!("One person said at {at} that it was closed. Nobody has looked yet.")
            }
            (Self::En, people) => {
                format!("{people} people said at {at} that it was closed. Nobody has looked yet.")
            }
        }
    }

    /// How full somebody said it was.
    pub(crate) fn said_crowding(self, level: Crowding, at: BeijingTime) -> String {
        let (level, at) = (self.crowding(level), clock(at.minute_of_day()));
        match self {
            Self::Zh => format!("{at} 有人说里面{level}。"),
            Self::En => format!("Somebody said at {at}: {level}."),
        }
    }

    /// A number of people.
    pub(crate) fn people(self, people: u32) -> String {
        match (self, people) {
            (Self::Zh, people) => format!("{people} 个人"),
            (Self::En, 1) => "1 person".to_owned(),
            (Self::En, people) => format!("{people} people"),
        }
    }

    /// How long ago that was.
    pub(crate) fn ago(self, at: BeijingTime, now: BeijingTime) -> String {
        let minutes = now.minutes_since(at).max(0);
        match (self, minutes) {
            (Self::Zh, 0) => "刚刚".to_owned(),
            (Self::En, 0) => "just now".to_owned(),
            (Self::Zh, 0..60) => format!("{minutes} 分钟前"),
            (Self::En, 0..60) => format!("{minutes} min ago"),
            (Self::Zh, 60..1440) => format!("{} 小时前", minutes / 60),
            (Self::En, 60..1440) => format!("{} h ago", minutes / 60),
            (Self::Zh, _) => format!("{} 天前", minutes / 1440),
            (Self::En, 1440..2880) => "1 day ago".to_owned(),
            (Self::En, _) => format!("{} days ago", minutes / 1440),
        }
    }

    /// From when to when something was said, told once where that is the same.
    pub(crate) fn since(self, first: BeijingTime, last: BeijingTime, now: BeijingTime) -> String {
        let (first, last) = (self.ago(first, now), self.ago(last, now));
        match first == last {
            true => last,
            false => [&*first, " – ", &*last].concat(),
        }
    }
}
