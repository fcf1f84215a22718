//! The one sentence about a place: is the light on, when one gets there, and why.

use crate::wording::Lang;
use domain::search::Travel;
use domain::status::{Reason, State, Status};
use domain::time::BeijingTime;

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
            return self
                .pick("这里不再开放了。", "This place has closed for good.")
                .to_owned();
        }
        let until = status.until.map(|until| self.moment(until, now));
        let way = journey.map(|journey| self.journey(journey));
        match (self, status.state, until) {
            (_, State::Open | State::ClosingSoon, until) => {
                self.light_on(status, on_arrival, until, way)
            }
            (_, State::OpeningSoon | State::Closed, until) => {
                self.light_off(on_arrival, until, way)
            }
            (Self::Zh, State::TemporarilyClosed, Some(until)) => {
                format!("暂停开放，{until} 再开门。")
            }
            (Self::En, State::TemporarilyClosed, Some(until)) => {
                format!("Closed for a while, open again {until}.")
            }
            (_, State::TemporarilyClosed, None) => self
                .pick(
                    "暂停开放，没说哪天恢复。",
                    "Closed for a while; nobody has said until when.",
                )
                .to_owned(),
            (Self::Zh, State::Unknown, _) => joined(
                "，",
                ["不知道现在开不开".into()].into_iter().chain(way),
                "。",
            ),
            (Self::En, State::Unknown, _) => joined(
                ", ",
                ["Nobody knows if it is open".into()].into_iter().chain(way),
                ".",
            ),
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
            Reason::WeekdayHours => return None,
            Reason::AllDay => self.pick("这里全天 24 小时开着。", "It is open around the clock."),
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
                "Its hours are given in words we cannot read safely; they stand below as written.",
            ),
            Reason::HolidayUnstated => self.pick(
                "今天放法定假，它没说放假开不开。",
                "Today is a public holiday and it has not said whether it opens.",
            ),
            Reason::MakeUpUnstated => self.pick(
                "今天是调休上班日，它的工作日时间不一样，说不准按哪天。",
                "Today is a make-up working day, and its weekdays differ from each other.",
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
        until: Option<String>,
        way: Option<String>,
    ) -> String {
        let light = match (status.state, on_arrival.state) {
            (_, State::Closed | State::OpeningSoon | State::TemporarilyClosed) => {
                return match (self, until, way) {
                    (Self::Zh, Some(until), Some(way)) => {
                        format!("亮着灯，可{way}时已经关门，{until} 就关。")
                    }
                    (Self::En, Some(until), Some(way)) => {
                        format!("Lights on, but {way}: it closes {until}, before you arrive.")
                    }
                    _ => self
                        .pick(
                            "亮着灯，可到的时候已经关门。",
                            "Lights on, but closed when you arrive.",
                        )
                        .to_owned(),
                };
            }
            (State::ClosingSoon, _) => self.pick("快关门了", "Closing soon"),
            _ => self.pick("亮着灯", "Lights on"),
        };
        let closes = match (self, until) {
            (Self::Zh, Some(until)) => Some(format!("{until} 关门")),
            (Self::En, Some(until)) => Some(format!("closes {until}")),
            (_, None) if status.reason == Reason::AllDay => {
                Some(self.pick("全天不关门", "open around the clock").to_owned())
            }
            (_, None) => None,
        };
        self.list([Some(light.to_owned()), way, closes])
    }

    /// A place that is closed now.
    fn light_off(self, on_arrival: Status, until: Option<String>, way: Option<String>) -> String {
        let in_time = matches!(on_arrival.state, State::Open | State::ClosingSoon);
        match (self, until, way) {
            (Self::Zh, Some(until), Some(way)) if in_time => {
                format!("还没开，{way}时正好开着，{until} 开门。")
            }
            (Self::En, Some(until), Some(way)) if in_time => {
                format!("Not open yet, but {way}: it opens {until}, before you arrive.")
            }
            (Self::Zh, Some(until), _) => format!("关着门，{until} 开门。"),
            (Self::En, Some(until), _) => format!("Closed, opens {until}."),
            (_, None, _) => self
                .pick(
                    "关着门，没说下次哪天开。",
                    "Closed; nobody has said when it opens next.",
                )
                .to_owned(),
        }
    }

    /// The parts as one sentence.
    fn list(self, parts: [Option<String>; 3]) -> String {
        let parts = parts.into_iter().flatten();
        match self {
            Self::Zh => joined("，", parts, "。"),
            Self::En => joined(", ", parts, "."),
        }
    }
}

fn joined(comma: &str, parts: impl Iterator<Item = String>, stop: &str) -> String {
    parts.collect::<Vec<_>>().join(comma) + stop
}
