//! The one sentence about a place: is the light on, when one gets there, and why.

#[cfg(test)]
mod tests;

use crate::wording::Lang;
use domain::search::Travel;
use domain::status::{Reason, State, Status, Truth};
use domain::time::BeijingTime;

messages! {
    lights_on: "亮着灯" / "Lights on";
    closing_soon: "快关门了" / "Closing soon";
    never_closes: "全天不关门" / "open around the clock";
    closed_open_end: "关着门，下次哪天开说不准。" / "Closed; nobody is sure when it opens next.";
    closed_for_good: "这里不再开放了。" / "This place has closed for good.";
    paused_open_end: "暂停开放，哪天恢复说不准。" / "Closed for a while; nobody is sure until when.";
    nobody_knows: "现在开不开说不准" / "Nobody is sure if it is open";
}

/// A journey to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Journey {
    /// How one travels.
    pub travel: Travel,
    /// Minutes on the way.
    pub minutes: u16,
}

impl Lang {
    /// What one finds now and on arrival: 亮着灯，走 6 分钟到，21:00 关门。
    pub fn status_sentence(
        self,
        now: BeijingTime,
        status: Status,
        on_arrival: Status,
        journey: Option<Journey>,
    ) -> String {
        if status.reason == Reason::ClosedForGood {
            return self.closed_for_good().to_owned();
        }
        let way = journey.map(|journey| self.journey(journey));
        let change = status.until.map(|until| Change {
            at: self.moment(until, now),
            to: status.then,
        });
        match status.state {
            State::Open | State::ClosingSoon => self.light_on(status, on_arrival, change, way),
            State::OpeningSoon | State::Closed => self.light_off(on_arrival, change, way),
            State::TemporarilyClosed => self.paused(change),
            State::Unknown => self.uncertain(change, way),
        }
    }

    /// 走 6 分钟到, 6 min walk.
    pub fn journey(self, Journey { travel, minutes }: Journey) -> String {
        match (self, travel) {
            (Self::Zh, Travel::Foot) => format!("走 {minutes} 分钟到"),
            (Self::Zh, Travel::EBike) => format!("骑 {minutes} 分钟到"),
            (Self::En, Travel::Foot) => format!("{minutes} min walk"),
            (Self::En, Travel::EBike) => format!("{minutes} min ride"),
        }
    }

    /// Why a place is as it is. Nothing to say about the ordinary hours of an ordinary day.
    pub fn reason(self, reason: Reason) -> Option<&'static str> {
        Some(match reason {
            // The sentence has said it all.
            Reason::WeekdayHours | Reason::AllDay => return None,
            Reason::Break => {
                self.pick("中间歇一会儿，等下还开。", "A break; it opens again today.")
            }
            Reason::Holiday => self.pick(
                "今天放法定假，按它的节假日时间算。",
                "Today is a public holiday: its holiday hours apply.",
            ),
            Reason::MakeUpDay => self.pick(
                "今天是调休上班日，按工作日开放。",
                "Today is a make-up working day: weekday hours apply.",
            ),
            Reason::Exception => self.pick(
                "今天的时间是单独通知的。",
                "The hours of this day were announced separately.",
            ),
            Reason::TemporaryClosure => {
                self.pick("这里暂时关一段时间。", "It is closed for a while.")
            }
            Reason::ClosedForGood => self.pick("这里已经撤了。", "It has been taken down."),
            Reason::HoursUnstated => self.pick(
                "还没有人写过它的开放时间。",
                "Nobody has said when it opens.",
            ),
            Reason::HoursUnread => self.pick(
                "开放时间是一段我们读不准的话，原话在下面。",
                "Its hours are in words we cannot read safely; they stand below.",
            ),
            Reason::HolidayUnstated => self.pick(
                "今天放法定假，它没说放假开不开。",
                "Today is a public holiday and it has not said whether it opens.",
            ),
            Reason::MakeUpUnstated => self.pick(
                "今天是调休上班日，它的工作日时间不一样，说不准按哪天。",
                "Today is a make-up working day, and its weekdays differ.",
            ),
            Reason::CalendarUnknown => self.pick(
                "那一年的放假安排还没公布。",
                "The public holidays of that year are not published yet.",
            ),
            Reason::SeasonUnstated => self.pick(
                "它只写了别的季节的时间。",
                "Its hours are only given for another season.",
            ),
        })
    }

    /// A place that is open now.
    fn light_on(
        self,
        status: Status,
        on_arrival: Status,
        change: Option<Change>,
        way: Option<String>,
    ) -> String {
        let too_late = matches!(
            on_arrival.state,
            State::Closed | State::OpeningSoon | State::TemporarilyClosed
        );
        match (self, change, way) {
            (
                Self::Zh,
                Some(Change {
                    at,
                    to: Truth::Closed,
                }),
                Some(way),
            ) if too_late => {
                format!("亮着灯，可{way}时已经关门，{at} 就关。")
            }
            (
                Self::En,
                Some(Change {
                    at,
                    to: Truth::Closed,
                }),
                Some(way),
            ) if too_late => {
                format!("Lights on, but {way}: it closes {at}, before you arrive.")
            }
            (_, change, way) => {
                let light = match status.state {
                    State::ClosingSoon => self.closing_soon(),
                    _ => self.lights_on(),
                };
                let closes = match change {
                    Some(Change {
                        at,
                        to: Truth::Unknown,
                    }) => Some(self.sure_until(&at)),
                    Some(Change { at, .. }) => Some(self.closes(&at)),
                    None if status.reason == Reason::AllDay => Some(self.never_closes().to_owned()),
                    None => None,
                };
                self.sentence([Some(light.to_owned()), way, closes])
            }
        }
    }

    /// A place that is closed now.
    fn light_off(self, on_arrival: Status, change: Option<Change>, way: Option<String>) -> String {
        let in_time = matches!(on_arrival.state, State::Open | State::ClosingSoon);
        match (self, change, way) {
            (
                Self::Zh,
                Some(Change {
                    at,
                    to: Truth::Open,
                }),
                Some(way),
            ) if in_time => {
                format!("还没开，{way}时正好开着，{at} 开门。")
            }
            (
                Self::En,
                Some(Change {
                    at,
                    to: Truth::Open,
                }),
                Some(way),
            ) if in_time => {
                format!("Not open yet, but {way}: it opens {at}, before you arrive.")
            }
            (
                Self::Zh,
                Some(Change {
                    at,
                    to: Truth::Open,
                }),
                _,
            ) => format!("关着门，{at} 开门。"),
            (
                Self::En,
                Some(Change {
                    at,
                    to: Truth::Open,
                }),
                _,
            ) => format!("Closed, opens {at}."),
            (Self::Zh, Some(Change { at, .. }), _) => format!("关着门，{at} 起说不准。"),
            (Self::En, Some(Change { at, .. }), _) => {
                format!("Closed; nobody is sure from {at} on.")
            }
            (_, None, _) => self.closed_open_end().to_owned(),
        }
    }

    /// A place that is closed for a while.
    fn paused(self, change: Option<Change>) -> String {
        match (self, change) {
            (
                Self::Zh,
                Some(Change {
                    at,
                    to: Truth::Open,
                }),
            ) => format!("暂停开放，{at} 再开门。"),
            (
                Self::En,
                Some(Change {
                    at,
                    to: Truth::Open,
                }),
            ) => {
                format!("Closed for a while, open again {at}.")
            }
            _ => self.paused_open_end().to_owned(),
        }
    }

    /// A place of which nobody knows.
    fn uncertain(self, change: Option<Change>, way: Option<String>) -> String {
        let surely = match (self, change) {
            (
                Self::Zh,
                Some(Change {
                    at,
                    to: Truth::Open,
                }),
            ) => Some(format!("{at} 肯定开着")),
            (
                Self::En,
                Some(Change {
                    at,
                    to: Truth::Open,
                }),
            ) => Some(format!("surely open {at}")),
            (
                Self::Zh,
                Some(Change {
                    at,
                    to: Truth::Closed,
                }),
            ) => Some(format!("{at} 肯定关门")),
            (
                Self::En,
                Some(Change {
                    at,
                    to: Truth::Closed,
                }),
            ) => Some(format!("surely closed {at}")),
            _ => None,
        };
        self.sentence([Some(self.nobody_knows().to_owned()), way, surely])
    }

    fn closes(self, at: &str) -> String {
        match self {
            Self::Zh => format!("{at} 关门"),
            Self::En => format!("closes {at}"),
        }
    }

    fn sure_until(self, at: &str) -> String {
        match self {
            Self::Zh => format!("{at} 以后说不准"),
            Self::En => format!("not sure after {at}"),
        }
    }

    /// The parts as one sentence.
    fn sentence(self, parts: [Option<String>; 3]) -> String {
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        parts.join(self.pick("，", ", ")) + self.pick("。", ".")
    }
}

/// What changes next, and when, in words.
struct Change {
    at: String,
    to: Truth,
}
