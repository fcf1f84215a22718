//! Rules in words: verdicts, conditions, answers, sums and sources.

use crate::wording::Lang;
use crate::wording::dates::month_en;
use chrono::{Datelike, NaiveDate};
use domain::policy::{Fact, Source, State, Sum, Test, Text, Value, Verdict, Version};

messages! {
    yes: "是" / "Yes";
    no: "不是" / "No";
    none_of_these: "都没有" / "None of these";
    sum_not_stated: "来源没有写金额" / "The amount is not stated";
    open_to_all: "人人都可以" / "Open to everyone";
    child_at_school: "孩子在上学" / "A child at school";
    since_unstated: "来源没有写从哪天开始" / "The sources do not say since when";
}

impl Lang {
    /// A text of the policy files.
    pub const fn text(self, text: Text) -> &'static str {
        self.pick(text.zh, text.en)
    }

    /// A first assessment.
    pub const fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Eligible => self.pick("看来符合", "You seem to qualify"),
            Verdict::Nearly => self.pick("就差一样", "One thing is missing"),
            Verdict::Undetermined => self.pick("还说不准", "Cannot be told yet"),
            Verdict::NotEligible => self.pick("眼下不符合", "Not as things stand"),
            Verdict::Ended => self.pick("已经结束", "Ended"),
        }
    }

    /// What is known of a condition.
    pub const fn condition_state(self, state: State) -> &'static str {
        match state {
            State::Met => self.pick("符合", "Met"),
            State::NotMet => self.pick("不符合", "Not met"),
            State::Unknown => self.pick("还不知道", "Not known"),
        }
    }

    /// An answer: 是，有互助服务卡; 3; 都没有.
    pub fn answer(self, fact: Fact, value: Value) -> String {
        match value {
            Value::Options(0) => self.none_of_these().to_owned(),
            Value::Options(mask) => self.options(fact, mask, self.pick("、", ", ")),
            Value::Number(number) => number.to_string(),
        }
    }

    /// What a test of a fact needs: 会员关系：是，有互助服务卡; Child’s grade: 1 to 6. Empty for a group.
    pub fn needed(self, test: &Test) -> String {
        let colon = self.pick("：", ": ");
        let of = |fact: Fact, needed: String| [self.text(fact.name()), colon, &needed].concat();
        match *test {
            Test::Options { fact, mask } => {
                of(fact, self.options(fact, mask, self.pick("，或者", ", or ")))
            }
            Test::Within { fact, from, to } if is_any_grade(fact, from, to) => {
                self.child_at_school().to_owned()
            }
            Test::Within { fact, from, to } => of(fact, self.bounds(fact, from, to)),
            Test::Everyone => self.open_to_all().to_owned(),
            Test::Unstated(unstated) => self.text(unstated.text()).to_owned(),
            Test::All(_) | Test::Any(_) | Test::Not(_) => String::new(),
        }
    }

    /// The option at `place`, as one chooses it.
    pub fn option(self, fact: Fact, place: usize) -> &'static str {
        match (fact.option_name(place), place) {
            (Some(name), _) => self.text(name),
            (None, 0) => self.no(),
            (None, _) => self.yes(),
        }
    }

    fn options(self, fact: Fact, mask: u32, between: &str) -> String {
        let chosen = (0..fact.options().len()).filter(|place| mask & 1 << place != 0);
        let names: Vec<_> = chosen.map(|place| self.option(fact, place)).collect();
        names.join(between)
    }

    fn bounds(self, fact: Fact, from: i32, to: i32) -> String {
        let (first, last) = fact.bounds();
        match self {
            _ if from == to => from.to_string(),
            Self::Zh if from <= first => format!("不超过 {to}"),
            Self::En if from <= first => format!("at most {to}"),
            Self::Zh if to >= last => format!("{from} 起"),
            Self::En if to >= last => format!("from {from} on"),
            Self::Zh => format!("{from} 到 {to}"),
            Self::En => format!("{from} to {to}"),
        }
    }

    /// How much: 2,000 元; 最多 20 万元; 100,000 or 50,000 yuan.
    pub fn sum(self, sum: Sum) -> String {
        match (self, sum) {
            (_, Sum::NotStated) => self.sum_not_stated().to_owned(),
            (_, Sum::Fixed(yuan)) => self.yuan(yuan),
            (Self::Zh, Sum::AtMost(yuan)) => format!("最多 {}", self.yuan(yuan)),
            (Self::En, Sum::AtMost(yuan)) => format!("at most {}", self.yuan(yuan)),
            (Self::Zh, Sum::Range(from, to)) => {
                format!("{} 到 {}", thousands(from), self.yuan(to))
            }
            (Self::En, Sum::Range(from, to)) => {
                format!("{} to {}", thousands(from), self.yuan(to))
            }
            (_, Sum::OneOf(sums)) => {
                let sums: Vec<_> = sums.iter().map(|yuan| self.yuan(*yuan)).collect();
                sums.join(self.pick("或 ", " or "))
            }
        }
    }

    /// Tens of thousands have a word of their own in Chinese.
    fn yuan(self, yuan: u32) -> String {
        match self {
            Self::Zh if yuan >= 10_000 && yuan.is_multiple_of(10_000) => {
                format!("{} 万元", yuan / 10_000)
            }
            Self::Zh => format!("{} 元", thousands(yuan)),
            Self::En => format!("{} yuan", thousands(yuan)),
        }
    }

    /// The title of the text that a source is in, by its number; the last came without one.
    pub fn document(self, source: Source) -> &'static str {
        match source.document() {
            "000" => self.pick(
                "《打造“暖、新、实”的职工之家》",
                "“Building a warm, new and down-to-earth home for workers”",
            ),
            "001" => self.pick(
                "《勇担当 善作为 服务大局谱新篇》",
                "“Taking responsibility: the Beijing federation’s work in 2020”",
            ),
            "002" => self.pick(
                "《新时代 新要求 新作为》",
                "“New era, new demands, new deeds”",
            ),
            "003" => self.pick(
                "《以精准服务助力职工全面发展》",
                "“Precise services for workers’ all-round development”",
            ),
            _ => self.pick(
                "一篇回顾北京工会五年工作的报道",
                "a review of the Beijing unions’ five years",
            ),
        }
    }

    /// When rules hold: 2016 年到 2019 年; 2013 年起.
    pub fn period(self, version: &Version) -> String {
        let from = version.from.map(|day| self.first_day(day));
        let to = version.to.map(|day| self.last_day(day));
        match (self, from, to) {
            (_, None, None) => self.since_unstated().to_owned(),
            (_, Some(from), Some(to)) if from == to => from,
            (Self::Zh, Some(from), None) => format!("{from}起"),
            (Self::En, Some(from), None) => format!("from {from}"),
            (Self::Zh, None, Some(to)) => format!("到{to}为止"),
            (Self::En, None, Some(to)) => format!("until {to}"),
            (Self::Zh, Some(from), Some(to)) => format!("{from}到 {to}"),
            (Self::En, Some(from), Some(to)) => format!("{from} to {to}"),
        }
    }

    /// The last year that states the rules.
    pub fn stated_until(self, version: &Version) -> String {
        let year = version.stated_until.year();
        match self {
            Self::Zh => format!("来源写到 {year} 年"),
            Self::En => format!("stated until {year}"),
        }
    }

    /// A first day of a year stands for the year, that of a month for the month.
    fn first_day(self, day: NaiveDate) -> String {
        match (self, day.month(), day.day()) {
            (_, 1, 1) => self.year(day.year()),
            (Self::Zh, month, 1) => format!("{} 年 {month} 月", day.year()),
            (Self::En, _, 1) => format!("{} {}", month_en(day), day.year()),
            _ => self.full_day(day),
        }
    }

    fn last_day(self, day: NaiveDate) -> String {
        match (day.month(), day.day()) {
            (12, 31) => self.year(day.year()),
            _ => self.full_day(day),
        }
    }

    /// A year: 2018 年, 2018.
    pub fn year(self, year: i32) -> String {
        format!("{year}{}", self.pick(" 年", ""))
    }
}

/// The first grade or any above: a child that is at school.
fn is_any_grade(fact: Fact, from: i32, to: i32) -> bool {
    fact == Fact::CHILD_GRADE && from == 1 && to >= fact.bounds().1
}

fn thousands(number: u32) -> String {
    match (number / 1000, number % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{},{rest:03}", self::thousands(thousands)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::policy::Programme;

    #[test]
    fn sums_are_said_as_people_say_them() {
        #[track_caller]
        fn check(sum: Sum, zh: &str, en: &str) {
            assert_eq!((&*Lang::Zh.sum(sum), &*Lang::En.sum(sum)), (zh, en));
        }
        check(Sum::Fixed(800), "800 元", "800 yuan");
        check(Sum::Fixed(2_000), "2,000 元", "2,000 yuan");
        check(Sum::AtMost(200_000), "最多 20 万元", "at most 200,000 yuan");
        check(
            Sum::AtMost(223_200),
            "最多 223,200 元",
            "at most 223,200 yuan",
        );
        check(
            Sum::OneOf(&[100_000, 50_000]),
            "10 万元或 5 万元",
            "100,000 yuan or 50,000 yuan",
        );
        check(
            Sum::Range(1_000, 2_000),
            "1,000 到 2,000 元",
            "1,000 to 2,000 yuan",
        );
        check(Sum::NotStated, "来源没有写金额", "The amount is not stated");
    }

    #[test]
    fn what_is_needed_is_named() {
        let conditions = Programme::HOLIDAY_CLASS.versions()[0].conditions;
        assert_eq!(Lang::Zh.needed(&conditions[0].test), "孩子的年级：1 到 6");
        assert_eq!(
            Lang::En.needed(&conditions[0].test),
            "Child’s grade: 1 to 6"
        );
        assert_eq!(Lang::Zh.needed(&conditions[1].test), "");
        let school = &Programme::SCHOOL_AID.versions()[0].conditions[0];
        assert_eq!(Lang::Zh.needed(&school.test), "孩子在上学");
    }

    #[test]
    fn a_text_is_named_by_its_own_title() {
        let first = Programme::SKILL_CERTIFICATE.versions()[0].source;
        assert_eq!(Lang::Zh.document(first), "《打造“暖、新、实”的职工之家》");
    }

    #[test]
    fn a_period_is_said_in_years_where_it_is_stated_so() {
        let of = |programme: Programme, lang: Lang| {
            let versions = programme.versions().iter();
            versions
                .map(|version| lang.period(version))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            of(Programme::STARTUP_LOAN, Lang::Zh)[0],
            "2016 年到 2019 年"
        );
        assert_eq!(of(Programme::STARTUP_LOAN, Lang::En)[1], "from 2020");
        assert_eq!(of(Programme::EPIDEMIC_ACCIDENT_COVER, Lang::En), ["2020"]);
        let since = of(Programme::MEDICAL_MUTUAL_AID, Lang::Zh);
        assert_eq!(since, ["2012 年 5 月起"]);
        assert_eq!(
            of(Programme::JOINING, Lang::En),
            [Lang::En.since_unstated()]
        );
    }
}
