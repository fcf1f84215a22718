//! The categories of requests, as data: who gets it first, by when, and what is asked.

use super::deadline::Class;
use super::form::Place;
use crate::coded::coded;
use crate::union::{Desk, Level};

coded! {
    /// What a request is about. The codes are those of `request` in the policy files.
    Category,
    /// Several categories.
    CategorySet,
    Pay = "pay" / "工资和合同",
    Dispute = "dispute" / "劳动争议和调解",
    LegalAid = "legal_aid" / "法律援助",
    Joining = "joining" / "加入工会",
    Programme = "programme" / "惠民项目和结果",
    Station = "station" / "站点有问题",
    Childcare = "childcare" / "孩子托管",
    Hardship = "hardship" / "生活困难",
    Psychological = "psychological" / "心理帮助",
    Safety = "safety" / "劳动安全",
    Praise = "praise" / "表扬和建议",
    Other = "other" / "其他",
}

coded! {
    /// What a category asks beside the text, the place and the contact. All of it may stay empty:
    /// nobody is turned away for what they do not know.
    Ask,
    /// Several of them.
    AskSet,
    Employer = "employer" / "单位名称",
    Since = "since" / "从什么时候开始",
    People = "people" / "涉及多少人",
    Child = "child" / "孩子几年级",
    Programme = "programme" / "哪个项目",
}

impl Ask {
    /// What it is called in English.
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Employer => "Employer",
            Self::Since => "Since when",
            Self::People => "How many people",
            Self::Child => "The child’s grade",
            Self::Programme => "Which programme",
        }
    }
}

/// Where a decision is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A source states it.
    Stated {
        /// The number of the source.
        document: &'static str,
        /// Its year.
        year: u16,
        /// The place in it.
        passage: &'static str,
    },
    /// No source states it: it is this site's default, for the union to confirm.
    NotFromSources,
}

/// Everything that follows from a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The lowest level that gets it.
    pub entry: Level,
    /// Why that level.
    pub entry_basis: Basis,
    /// By when it must be answered; never from the sources.
    pub class: Class,
    /// What it asks.
    pub asks: AskSet,
    /// Whether a photo is of use.
    pub photos: bool,
    /// Whether it is nobody else's business: never suggested for joining, never joined.
    pub private: bool,
    /// Months after its end when the personal data is destroyed; never from the sources.
    pub retention_months: u8,
}

impl Category {
    /// What it is called in English.
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Pay => "Pay and contract",
            Self::Dispute => "Labour dispute and mediation",
            Self::LegalAid => "Legal aid",
            Self::Joining => "Joining the union",
            Self::Programme => "A programme or its result",
            Self::Station => "Something wrong at a station",
            Self::Childcare => "Childcare",
            Self::Hardship => "Hardship",
            Self::Psychological => "Psychological help",
            Self::Safety => "Safety at work",
            Self::Praise => "Praise and suggestions",
            Self::Other => "Something else",
        }
    }

    /// What follows from it.
    pub const fn profile(self) -> &'static Profile {
        &PROFILES[self as usize]
    }

    /// The desk that gets a request of this category from `place` first. Where the place does not
    /// tell a desk of the level of entry, the next higher one that it tells; unsure is the city.
    pub fn first_desk(self, place: Place) -> Desk {
        place.desk().at_least(self.profile().entry)
    }
}

const DISPUTE: Basis = Basis::Stated {
    document: "000",
    year: 2018,
    passage: "劳动争议调解：在市、区职工服务中心设立劳动争议调解中心，在街道乡镇工会服务站建立劳动争议调解室",
};
const OWN: Basis = Basis::NotFromSources;

const EMPLOYMENT: AskSet = AskSet::EMPTY
    .with(Ask::Employer)
    .with(Ask::Since)
    .with(Ask::People);
const EMPLOYER: AskSet = AskSet::EMPTY.with(Ask::Employer);

/// In the order of [`Category::ALL`].
#[rustfmt::skip] // a table
const PROFILES: [Profile; 12] = [
    profile(Level::Street, OWN, Class::Week, EMPLOYMENT, true, true, 36),
    profile(Level::Street, DISPUTE, Class::Week, EMPLOYMENT, true, true, 36),
    profile(Level::District, OWN, Class::Week, EMPLOYER, true, true, 36),
    profile(Level::Street, OWN, Class::Week, EMPLOYER, false, true, 12),
    profile(Level::District, OWN, Class::Fortnight, AskSet::EMPTY.with(Ask::Programme), false, true, 24),
    profile(Level::Street, OWN, Class::Day, AskSet::EMPTY.with(Ask::Since), true, false, 6),
    profile(Level::Street, OWN, Class::Week, AskSet::EMPTY.with(Ask::Child), false, false, 12),
    profile(Level::Street, OWN, Class::Week, AskSet::EMPTY.with(Ask::Since), false, true, 36),
    profile(Level::District, OWN, Class::Urgent, AskSet::EMPTY, false, true, 12),
    profile(Level::District, OWN, Class::Urgent, EMPLOYMENT, true, false, 36),
    profile(Level::Street, OWN, Class::Fortnight, AskSet::EMPTY, true, false, 6),
    profile(Level::Street, OWN, Class::Fortnight, AskSet::EMPTY, true, true, 12),
];

const fn profile(
    entry: Level,
    entry_basis: Basis,
    class: Class,
    asks: AskSet,
    photos: bool,
    private: bool,
    retention_months: u8,
) -> Profile {
    Profile {
        entry,
        entry_basis,
        class,
        asks,
        photos,
        private,
        retention_months,
    }
}

#[cfg(test)]
mod tests;
