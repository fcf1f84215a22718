//! Why an entry has the version that it has.

use super::{Aspect, AspectSet};
use crate::coded::coded;

coded! {
    /// What was done to a listing.
    Cause,
    /// Several of them.
    CauseSet,
    Listing = "listing" / "整份换上",
    Create = "create" / "新增",
    Edit = "edit" / "修改",
    Restore = "restore" / "恢复",
    Merge = "merge" / "合并",
    Confirm = "confirm" / "核实",
    Report = "report" / "按反映修改",
    Import = "import" / "导入",
    Undo = "undo" / "撤销",
}

impl Cause {
    /// What it is to edit these: to say of an entry that it is so, or to change it.
    pub fn of_edit(changed: AspectSet) -> Self {
        match changed == AspectSet::EMPTY.with(Aspect::Verified) {
            true => Self::Confirm,
            false => Self::Edit,
        }
    }

    /// What it is called in English.
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Listing => "listing replaced",
            Self::Create => "new",
            Self::Edit => "edited",
            Self::Restore => "restored",
            Self::Merge => "merged",
            Self::Confirm => "confirmed",
            Self::Report => "edited after a report",
            Self::Import => "import",
            Self::Undo => "undone",
        }
    }
}
