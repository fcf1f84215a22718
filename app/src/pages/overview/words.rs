//! What the values of an overview are called.

use crate::overview::Subject;
use crate::wording::Lang;
use chrono::NaiveDate;
use domain::overview::{Age, Dimension, Quarter, Satisfaction, Timeliness, Waited, Word};
use domain::union::Desk;

messages! {
    csv_what: "按什么分" / "By";
    csv_value: "哪一项" / "Which";
    csv_count: "数量" / "Number";
    csv_missing: "没连上，数字里没有" / "Out of reach, not in these numbers";
    sum_heading: "诉求总数" / "All requests";
    sum_words: "件诉求" / "requests";
}

impl Lang {
    /// A chart.
    pub(crate) const fn charted(self, subject: Subject) -> &'static str {
        match subject {
            Subject::Requests(Dimension::Week) => self.pick("每周来多少", "Requests by week"),
            Subject::Requests(Dimension::Category) => {
                self.pick("都是哪方面的", "Requests by category")
            }
            Subject::Requests(Dimension::Timeliness) => {
                self.pick("按时还是超期", "Answered on time or late")
            }
            Subject::Requests(Dimension::Word) => {
                self.pick("职工说解决了没有", "Solved, by the worker’s word")
            }
            Subject::Requests(Dimension::Satisfaction) => {
                self.pick("职工满不满意", "Was the worker satisfied")
            }
            Subject::Places => self.pick("哪里来的", "Requests by place"),
            Subject::Stations => self.pick(
                "站点上次核实是多久以前",
                "Stations by when they were last confirmed",
            ),
            Subject::Reports => self.pick(
                "职工反映，还没处理的",
                "Open reports from workers, by kind and age",
            ),
        }
    }

    pub(crate) const fn waited(self, value: Waited) -> &'static str {
        let en = match value {
            Waited::Day => "within a day",
            Waited::Week => "within a week",
            Waited::Month => "within a month",
            Waited::Longer => "for more than a month",
        };
        self.pick(value.name_zh(), en)
    }

    /// A quarter.
    pub(crate) fn quarter(self, quarter: Quarter) -> String {
        let (year, number) = (quarter.year(), quarter.number());
        match self {
            Self::Zh => format!("{year} 年第 {number} 季度"),
            Self::En => format!("Quarter {number} of {year}"),
        }
    }

    /// A week, or what of it is in the quarter.
    pub(crate) fn week(self, first: NaiveDate, last: NaiveDate) -> String {
        [&*self.day(first), &self.day(last)].join(self.pick("至 ", " to "))
    }

    /// A desk among the parts of `whole`, which is one of them itself.
    pub(crate) fn part_of(self, whole: Desk, part: Desk) -> String {
        match (self, part) {
            (Self::Zh, part) if part == whole => "本级直接收的".to_owned(),
            (Self::En, part) if part == whole => "Came to this desk itself".to_owned(),
            (_, Desk::District(district)) => self.district(district).to_owned(),
            (_, Desk::Street(street)) => street.name_zh().to_owned(),
            (_, Desk::City) => self.pick("全市", "The city").to_owned(),
        }
    }

    pub(crate) const fn timeliness(self, value: Timeliness) -> &'static str {
        let en = match value {
            Timeliness::OnTime => "Answered on time",
            Timeliness::Late => "Late",
            Timeliness::Open => "Not answered, still in time",
            Timeliness::Withdrawn => "Taken back by the worker",
        };
        self.pick(value.name_zh(), en)
    }

    pub(crate) const fn word(self, value: Word) -> &'static str {
        let en = match value {
            Word::Solved => "Solved",
            Word::NotSolved => "Not solved",
            Word::None => "Nothing said yet",
        };
        self.pick(value.name_zh(), en)
    }

    pub(crate) const fn satisfaction(self, value: Satisfaction) -> &'static str {
        let en = match value {
            Satisfaction::Satisfied => "Satisfied",
            Satisfaction::NotSatisfied => "Not satisfied",
            Satisfaction::NotSaid => "Not said",
        };
        self.pick(value.name_zh(), en)
    }

    pub(crate) const fn age(self, value: Age) -> &'static str {
        let en = match value {
            Age::Month => "Within a month",
            Age::Quarter => "Within three months",
            Age::HalfYear => "Within half a year",
            Age::Year => "Within a year",
            Age::Older => "More than a year ago",
            Age::Never => "Never",
        };
        self.pick(value.name_zh(), en)
    }
}
