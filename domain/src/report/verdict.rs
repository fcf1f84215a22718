//! What staff make of a group of reports.

use crate::coded::coded;
use crate::listing::entry::{AspectSet, Cells};

coded! {
    /// What became of what was reported.
    Verdict,
    /// Several of them.
    VerdictSet,
    Accepted = "accepted" / "已按反映改好",
    Corrected = "corrected" / "已核实并更正",
    Declined = "declined" / "核实后没有改",
}

impl Verdict {
    /// What it is called in English.
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Accepted => "changed as reported",
            Self::Corrected => "looked into and corrected",
            Self::Declined => "looked into, nothing changed",
        }
    }

    /// Whether it needs a word to those who reported: a refusal says why.
    pub const fn needs_word(self) -> bool {
        matches!(self, Self::Declined)
    }
}

/// The verdict where staff made `cells` of an entry of which a report proposed `proposed`.
pub fn made(proposed: &Cells, cells: &Cells) -> Verdict {
    match AspectSet::between(proposed, cells).is_empty() {
        true => Verdict::Accepted,
        false => Verdict::Corrected,
    }
}
