//! The opening hours of the demonstration, as people would write them.

use super::dice::Dice;
use crate::hours::Hours;

/// When a kind of host is usually open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    /// Office hours on working days.
    Office,
    /// As a bank: Saturdays too, a lunch break.
    Bank,
    /// Every day, long hours.
    Daily,
    /// As a shop, until late.
    Shop,
    /// From early in the morning, by season.
    Early,
    /// Around the clock.
    AllDay,
    /// Over midnight.
    Night,
}

/// One way of writing: the days and what stands around the times, which follow in `times`.
struct Form {
    pattern: Pattern,
    /// `{}` is where the times go.
    text: &'static str,
    times: &'static [&'static str],
}

const FORMS: &[Form] = &[
    Form {
        pattern: Pattern::Office,
        text: "周一至周五 {}；节假日休息",
        times: &[
            "8:30-17:30",
            "9:00-17:00",
            "9:00-18:00",
            "8:00-17:00",
            "8:30-12:00、13:00-17:30",
            "9:00-12:00、13:00-17:00",
            "9:00-12:00、13:30-17:30",
            "9:00-11:30、13:30-17:00",
            "8:30-11:30、13:30-17:00",
            "9:00-12:00、14:00-18:00",
            "8:30-18:00",
            "9:30-18:30",
        ],
    },
    Form {
        pattern: Pattern::Office,
        text: "工作日 {}",
        times: &[
            "9:00-17:00",
            "8:30-17:30",
            "9:00-18:00",
            "9:00-12:00、13:00-17:00",
            "8:30-12:00、13:30-17:30",
            "9:00-11:30、13:00-17:00",
            "8:00-18:00",
            "8:30-17:00",
            "9:30-17:30",
        ],
    },
    Form {
        pattern: Pattern::Office,
        text: "周一至周五 {}",
        times: &[
            "上午9:00-12:00，下午13:00-17:00",
            "上午8:30-11:30，下午1:30-5:00",
            "９：００－１７：００",
            "８：３０－１７：３０",
        ],
    },
    Form {
        pattern: Pattern::Office,
        text: "Mo-Fr {}; PH off",
        times: &["08:30-17:30", "09:00-17:00", "09:00-12:00,13:00-17:30"],
    },
    Form {
        pattern: Pattern::Bank,
        text: "周一至周六 {}；周日休息；节假日休息",
        times: &[
            "9:00-17:00",
            "9:00-16:30",
            "9:00-12:00、13:00-17:00",
            "8:30-17:00",
            "9:30-17:00",
        ],
    },
    Form {
        pattern: Pattern::Bank,
        text: "周一至周五 9:00-17:00；周六、周日 {}",
        times: &["9:30-16:00", "10:00-16:00", "9:00-15:00", "9:30-16:30"],
    },
    Form {
        pattern: Pattern::Daily,
        text: "每天 {}",
        times: &[
            "8:00-20:00",
            "7:00-21:00",
            "7:30-21:00",
            "8:00-21:00",
            "8:00-22:00",
            "7:00-22:00",
            "6:30-22:00",
            "9:00-19:00",
            "8:30-19:30",
            "7:00-20:00",
            "8:00-18:00",
            "6:00-22:00",
        ],
    },
    Form {
        pattern: Pattern::Daily,
        text: "周一至周日 {}",
        times: &[
            "8:00-20:00",
            "7:00-21:00",
            "8:30-20:30",
            "9:00-21:00",
            "7:00-19:00",
        ],
    },
    Form {
        pattern: Pattern::Shop,
        text: "每天 {}；节假日照常",
        times: &[
            "10:00-22:00",
            "9:30-21:30",
            "10:00-21:30",
            "9:00-21:00",
            "9:00-22:00",
            "8:30-21:00",
            "10:00-21:00",
        ],
    },
    Form {
        pattern: Pattern::Shop,
        text: "Mo-Su {}",
        times: &["10:00-22:00", "09:00-21:00", "08:00-22:00"],
    },
    Form {
        pattern: Pattern::Early,
        text: "每天 {}",
        times: &[
            "5:00-19:00",
            "4:30-18:30",
            "5:30-20:00",
            "5:00-18:00",
            "5:00-11:00、13:00-19:00",
        ],
    },
    Form {
        pattern: Pattern::Early,
        text: "{}",
        times: &[
            "夏季（5月1日至9月30日）每天 5:00-20:00；冬季（10月1日至4月30日）每天 6:00-18:00",
            "夏季（6月1日至9月30日）每天 4:30-19:30；冬季（10月1日至5月31日）每天 5:30-18:30",
            "夏季（5月1日至10月31日）每天 5:00-19:00；冬季（11月1日至4月30日）每天 6:00-19:00",
        ],
    },
    Form {
        pattern: Pattern::AllDay,
        text: "{}",
        times: &[
            "24小时",
            "24小时开放",
            "全天24小时",
            "每天 0:00-24:00",
            "24/7",
        ],
    },
    Form {
        pattern: Pattern::Night,
        text: "每天 {}",
        times: &[
            "17:00-次日2:00",
            "18:00-次日1:00",
            "18:00-次日6:00",
            "16:00-次日0:30",
            "20:00-次日7:00",
        ],
    },
];

/// Words that say nothing exact: they stay words.
pub(super) const UNREADABLE: [&str; 5] = [
    "以门店通知为准",
    "随商场营业时间调整",
    "以现场公示为准",
    "有人值守时开放",
    "来前请电话咨询",
];

/// Every text, read once; picking from it is cheap.
pub(super) struct HoursBook {
    known: Vec<(Pattern, Hours)>,
    unreadable: Vec<Hours>,
}

impl HoursBook {
    pub(super) fn read() -> Self {
        let known = texts()
            .map(|(pattern, text)| (pattern, Hours::read(&text)))
            .collect();
        let unreadable = UNREADABLE.iter().map(|text| Hours::read(text)).collect();
        Self { known, unreadable }
    }

    /// Four in a hundred are unstated and three unreadable.
    pub(super) fn pick(&self, pattern: Pattern, dice: &mut Dice) -> Hours {
        match dice.below(100) {
            0..4 => return Hours::Unstated,
            4..7 => return dice.pick(&self.unreadable, |_| 1).clone(),
            _ => {}
        }
        let suitable: Vec<&Hours> = self
            .known
            .iter()
            .filter(|(of, _)| *of == pattern)
            .map(|(_, hours)| hours)
            .collect();
        // Three in five choose the first way, as many of the others the second, and so on; who
        // is left over writes as they like.
        let first_taken = (0..6).find(|_| dice.below(5) < 3);
        let index = first_taken.unwrap_or_else(|| dice.index(suitable.len()));
        suitable[index.min(suitable.len() - 1)].clone()
    }

    /// Around the clock, every day of the year.
    pub(super) fn always(&self) -> Hours {
        Hours::read("全年无休，24小时")
    }
}

/// Every text that is meant to be read.
pub(super) fn texts() -> impl Iterator<Item = (Pattern, String)> {
    FORMS.iter().flat_map(|form| {
        let written = form
            .times
            .iter()
            .map(|times| form.text.replace("{}", times));
        written.map(|text| (form.pattern, text))
    })
}
