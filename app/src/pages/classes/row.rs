//! A class in the list: what it is, whether one can enrol, whether this family may join and why.

use super::reasons::reasons;
use crate::markup::Markup;
use crate::row::Light;
use crate::wording::Lang;
use crate::wording::dates::clock;
use chrono::{Datelike, NaiveDate};
use domain::class::{Grades, HolidayClass, Period, Row, State};
use domain::policy::Sum;

messages! {
    class_place: "在哪" / "Where";
    class_kind: "谁办的" / "Run by";
    class_grades: "年级" / "Grades";
    class_sessions: "班期" / "Runs";
    class_daily: "每天" / "Daily";
    class_enrolment: "报名" / "Enrolment";
    class_places: "名额" / "Places";
    class_fee: "费用" / "Fee";
    class_contact: "联系" / "Contact";
    class_verified: "核实" / "Confirmed";
    not_stated: "没有写" / "not stated";
    never_confirmed: "还没人核实过" / "not yet by anybody";
    free_of_charge: "免费" / "free";
    enrolment_unknown: "能不能报名，没有人写过" / "Nobody has said whether one can enrol";
    enrolment_open_end: "已经开始报名，没写哪天截止" / "Enrolment is open; nobody has said until when";
    enrolment_closed: "报名已经截止" / "Enrolment is closed";
}

/// The row.
pub(super) fn row(lang: Lang, today: NaiveDate, row: &Row<'_>) -> Markup {
    let class = row.class;
    let light = light(row.state).name();
    let details: Markup = details(lang, class)
        .into_iter()
        .map(|(name, value)| html!("<div><dt>" {name} "</dt><dd>" {value} "</dd></div>"))
        .collect();
    html!(
        r#"<li><h2><svg class="window "# {light} r##"" aria-hidden="true"><use href="#"## {light}
        r#""></use></svg>"# {own_words(&class.host)} "</h2><p><b>" {lang.class_state(row.state, today)}
        "</b></p>" {reasons(lang, row)} "<dl>" {details} "</dl></li>"
    )
}

/// Lit where one can enrol, half where one soon can; dashed where nobody knows.
fn light(state: State) -> Light {
    match state {
        State::Open { .. } => Light::Lit,
        State::Ahead { .. } => Light::Half,
        State::Unknown => Light::Unknown,
        State::Closed { .. } | State::Running { .. } | State::Over { .. } => Light::Off,
    }
}

/// Words of the listing, Chinese as it is.
fn own_words(words: &str) -> Markup {
    html!(r#"<span lang="zh-CN">"# {words} "</span>")
}

fn details(lang: Lang, class: &HolidayClass) -> Vec<(&'static str, Markup)> {
    let plain = |words: String| html!({ words });
    let stated =
        |words: Option<String>| plain(words.unwrap_or_else(|| lang.not_stated().to_owned()));
    let sessions: Vec<_> = class
        .sessions
        .iter()
        .map(|each| lang.session(*each))
        .collect();
    let sessions = (!sessions.is_empty()).then(|| sessions.join(lang.pick("；", "; ")));
    let grades = class.grades.map(|grades| lang.grades(grades));
    let daily = class
        .daily
        .map(|daily| format!("{}–{}", clock(daily.from()), clock(daily.until())));
    let fee = class.fee_yuan.map(|yuan| match yuan {
        0 => lang.free_of_charge().to_owned(),
        yuan => lang.a_session(&lang.sum(Sum::Fixed(yuan))),
    });
    let verified = class.verified_on.map(|day| lang.full_day(day));
    let verified = verified.unwrap_or_else(|| lang.never_confirmed().to_owned());
    let written = |words: &str| (!words.is_empty()).then(|| own_words(words));
    let place = html!(
        {lang.district(class.district)} " "
        {class.street.map(|street| own_words(street.name_zh()))} " " {written(&class.address)}
    );
    let mut details = vec![
        (lang.class_sessions(), stated(sessions)),
        (lang.class_enrolment(), stated(lang.enrolment(class))),
        (lang.class_grades(), stated(grades)),
        (lang.class_daily(), stated(daily)),
        (lang.class_fee(), stated(fee)),
        (
            lang.class_places(),
            stated(class.places.map(|places| places.to_string())),
        ),
        (lang.class_place(), place),
        (
            lang.class_kind(),
            plain(lang.class_mode(class.mode).to_owned()),
        ),
    ];
    details.extend(written(&class.contact).map(|contact| (lang.class_contact(), contact)));
    details.push((lang.class_verified(), plain(verified)));
    details
}

impl Lang {
    /// How far a class is, in a sentence.
    fn class_state(self, state: State, today: NaiveDate) -> String {
        let day = |date: NaiveDate| match date.year() == today.year() {
            true => self.day(date),
            false => self.full_day(date),
        };
        match (self, state) {
            (Self::Zh, State::Open { closes: Some(last) }) => {
                format!("正在报名，{} 截止", day(last))
            }
            (Self::En, State::Open { closes: Some(last) }) => {
                format!("Enrolment is open until {}", day(last))
            }
            (_, State::Open { closes: None }) => self.enrolment_open_end().to_owned(),
            (Self::Zh, State::Ahead { opens }) => format!("还没开始报名，{} 开始", day(opens)),
            (Self::En, State::Ahead { opens }) => format!("Enrolment opens {}", day(opens)),
            (_, State::Unknown) => self.enrolment_unknown().to_owned(),
            (_, State::Closed { begins: None }) => self.enrolment_closed().to_owned(),
            (
                Self::Zh,
                State::Closed {
                    begins: Some(first),
                },
            ) => {
                format!("报名已经截止，{} 开班", day(first))
            }
            (
                Self::En,
                State::Closed {
                    begins: Some(first),
                },
            ) => {
                format!("Enrolment is closed; it begins {}", day(first))
            }
            (Self::Zh, State::Running { until }) => format!("正在上，到 {} 结束", day(until)),
            (Self::En, State::Running { until }) => format!("Under way until {}", day(until)),
            (Self::Zh, State::Over { ended }) => format!("已经结束，最后一天是 {}", day(ended)),
            (Self::En, State::Over { ended }) => format!("Over since {}", day(ended)),
        }
    }

    /// 2027 年 7 月 12 日到 2027 年 8 月 6 日，4 周.
    fn session(self, session: Period) -> String {
        let (first, last) = (
            self.full_day(session.first()),
            self.full_day(session.last()),
        );
        match (self, session.weeks()) {
            (Self::Zh, weeks) => format!("{first}到 {last}，{weeks} 周"),
            (Self::En, 1) => format!("{first} to {last}, 1 week"),
            (Self::En, weeks) => format!("{first} to {last}, {weeks} weeks"),
        }
    }

    fn enrolment(self, class: &HolidayClass) -> Option<String> {
        let said = |day: NaiveDate| self.full_day(day);
        let (opens, closes) = (class.enrolment.opens(), class.enrolment.closes());
        Some(match (self, opens.map(said), closes.map(said)) {
            (_, None, None) => return None,
            (Self::Zh, Some(opens), Some(closes)) => format!("{opens}到 {closes}"),
            (Self::En, Some(opens), Some(closes)) => format!("{opens} to {closes}"),
            (Self::Zh, Some(opens), None) => format!("{opens}开始，没写哪天截止"),
            (Self::En, Some(opens), None) => format!("from {opens}; the end is not stated"),
            (Self::Zh, None, Some(closes)) => format!("{closes}截止，没写哪天开始"),
            (Self::En, None, Some(closes)) => {
                format!("until {closes}; the beginning is not stated")
            }
        })
    }

    /// 1 到 4, 1 to 4, 3.
    pub(super) fn grades(self, grades: Grades) -> String {
        let (first, last) = (grades.first(), grades.last());
        match first == last {
            true => first.to_string(),
            false => format!("{first}{}{last}", self.pick(" 到 ", " to ")),
        }
    }

    fn a_session(self, sum: &str) -> String {
        match self {
            Self::Zh => format!("每期 {sum}"),
            Self::En => format!("{sum} a session"),
        }
    }
}
