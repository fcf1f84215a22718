//! Where a request stands, as its desk says it.

use crate::wording::Lang;
use domain::request::{MoveKind, StageKind};

impl Lang {
    /// A stage, from the desk's side.
    pub(super) const fn stage_at_desk(self, stage: StageKind) -> &'static str {
        match stage {
            StageKind::Received => self.pick("新来的，等接办", "New, to be taken"),
            StageKind::Dispatched => self.pick("派来的，等接办", "Handed down, to be taken"),
            StageKind::Returned => self.pick("退回来的，等接办", "Returned, to be taken"),
            StageKind::Reopened => self.pick("没解决，要重办", "Not solved, to be taken anew"),
            StageKind::Escalated => self.pick("下级超期，等接办", "Late below, to be taken"),
            StageKind::InHand => self.pick("在办", "In hand"),
            StageKind::Asked => self.pick("问了职工，等回话", "Asked, awaits the reply"),
            StageKind::Answered => self.pick("已答复，等职工说", "Answered, awaits the worker"),
            StageKind::Joined => self.pick("已并案，等职工说", "Joined, awaits the worker"),
            StageKind::ReferredOut => {
                self.pick("已转出，等职工说", "Referred out, awaits the worker")
            }
            StageKind::Solved => self.pick("职工说解决了", "Solved, the worker says"),
            StageKind::Withdrawn => self.pick("职工撤回了", "Taken back by the worker"),
        }
    }

    /// What is said once a move was made.
    pub(super) const fn was_done(self, kind: MoveKind) -> Option<&'static str> {
        Some(match kind {
            MoveKind::Take => self.pick("接办了，现在归你办。", "You have it in hand now."),
            MoveKind::Dispatch => self.pick("派下去了。", "Handed on."),
            MoveKind::Return => self.pick("退回上一级了。", "Returned one level up."),
            MoveKind::Ask => self.pick(
                "问过去了，钟停下来等职工回话。",
                "Asked. The clock waits for the worker.",
            ),
            MoveKind::Write => self.pick("发过去了，职工看得到。", "Sent. The worker can read it."),
            MoveKind::Answer => self.pick(
                "答复了。解决没解决，等职工说。",
                "Answered. Whether that solves it is for the worker to say.",
            ),
            MoveKind::Join => self.pick("并过去了。", "Joined."),
            MoveKind::ReferOut => self.pick("转出去了。", "Referred out."),
            _ => return None,
        })
    }
}
