//! What is counted of requests.

use super::quarter::Quarter;
use crate::coded::coded;
use crate::request::Category;
use crate::union::Desk;

coded! {
    /// By what requests are told apart.
    Dimension,
    /// Several of them.
    DimensionSet,
    Week = "week" / "周",
    Category = "category" / "类别",
    Timeliness = "timeliness" / "时限",
    Word = "word" / "职工的话",
    Satisfaction = "satisfaction" / "满意",
}

coded! {
    /// Whether it was answered in time. What was late once counts as late, whatever came after.
    Timeliness,
    /// Several of them.
    TimelinessSet,
    OnTime = "on_time" / "按时",
    Late = "late" / "超期",
    Open = "open" / "还在期限内",
    Withdrawn = "withdrawn" / "职工撤回",
}

coded! {
    /// Whether it was solved, by the worker's last word.
    Word,
    /// Several of them.
    WordSet,
    Solved = "solved" / "解决了",
    NotSolved = "not_solved" / "没解决",
    None = "none" / "还没说",
}

coded! {
    /// Whether the worker was satisfied, by the last word.
    Satisfaction,
    /// Several of them.
    SatisfactionSet,
    Satisfied = "satisfied" / "满意",
    NotSatisfied = "not_satisfied" / "不满意",
    NotSaid = "not_said" / "没说",
}

impl Dimension {
    /// How many values it has in that quarter.
    pub fn size(self, quarter: Quarter) -> usize {
        match self {
            Self::Week => quarter.weeks().len(),
            Self::Category => Category::ALL.len(),
            Self::Timeliness => Timeliness::ALL.len(),
            Self::Word => Word::ALL.len(),
            Self::Satisfaction => Satisfaction::ALL.len(),
        }
    }

    /// The place of a value among them, by its code; of a week by its number, from 0.
    pub fn place_of(self, code: &str) -> Option<usize> {
        fn among<T: Copy>(all: &[T], code_of: fn(T) -> &'static str, code: &str) -> Option<usize> {
            all.iter().position(|value| code_of(*value) == code)
        }
        match self {
            Self::Week => code.parse().ok(),
            Self::Category => among(Category::ALL, Category::code, code),
            Self::Timeliness => among(Timeliness::ALL, Timeliness::code, code),
            Self::Word => among(Word::ALL, Word::code, code),
            Self::Satisfaction => among(Satisfaction::ALL, Satisfaction::code, code),
        }
    }
}

/// So many requests of a quarter came first to that desk and have that value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The desk.
    pub desk: Desk,
    /// By what.
    pub dimension: Dimension,
    /// The place of the value.
    pub place: usize,
    /// How many.
    pub count: u32,
}
