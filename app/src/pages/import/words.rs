//! What cells say, outcomes and aspects are called.

use crate::wording::Lang;
use domain::listing::entry::Aspect;
use domain::listing::import::Outcome;
use domain::listing::{Column, Subject};
use domain::station::{Access, Amenity, Kind};

impl Lang {
    /// The text of a cell, with the words that people use for its codes.
    pub(super) fn shown(self, column: Column, text: &str) -> String {
        let list = |word: &dyn Fn(&str) -> Option<&'static str>| {
            let words = text.split(';').map(|code| word(code).unwrap_or(code));
            words.collect::<Vec<_>>().join(self.pick("、", ", "))
        };
        match column {
            Column::Kinds => list(&|code| Kind::from_code(code).map(|kind| self.kind(kind))),
            Column::Amenities | Column::AmenitiesAbsent => {
                list(&|code| Amenity::from_code(code).map(|amenity| self.amenity(amenity)))
            }
            Column::Access => {
                list(&|code| Access::from_code(code).map(|access| self.access(access)))
            }
            Column::Status => list(&|code| match code {
                "active" => Some(self.pick("正常", "in use")),
                "temporarily_closed" => Some(self.pick("暂停开放", "closed for a time")),
                "closed" => Some(self.pick("已关闭", "closed for good")),
                _ => None,
            }),
            _ => text.to_owned(),
        }
    }

    /// What changes together.
    pub(super) fn aspect(self, aspect: Aspect) -> String {
        match self {
            Self::Zh => aspect.name_zh().to_owned(),
            Self::En => aspect.code().replace('_', " "),
        }
    }

    /// What rows come to.
    pub(super) const fn comes_to(self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::New => self.pick("新增", "new"),
            Outcome::Changed => self.pick("有改动", "changed"),
            Outcome::Unchanged => self.pick("没变", "unchanged"),
            Outcome::Gone => self.pick("文件里没有", "not in the file"),
            Outcome::Wrong => self.pick("有错", "wrong"),
            Outcome::NotYours => self.pick("不归本单位管", "not yours"),
        }
    }

    /// What a file lists.
    pub(super) const fn subject(self, subject: Subject) -> &'static str {
        match subject {
            Subject::Stations => self.pick("站点", "stations"),
            Subject::Classes => self.pick("托管班", "holiday classes"),
        }
    }
}
