//! What outcomes and listings are called.

use crate::wording::Lang;
use domain::listing::Subject;
use domain::listing::import::Outcome;

impl Lang {
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
    pub(crate) const fn subject(self, subject: Subject) -> &'static str {
        match subject {
            Subject::Stations => self.pick("站点", "stations"),
            Subject::Classes => self.pick("托管班", "holiday classes"),
        }
    }
}
