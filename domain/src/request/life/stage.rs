//! Where a request can stand.

use crate::coded::coded;
use crate::request::Reference;
use crate::staff::StaffId;

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// At a desk, in nobody's hand.
    Waiting(Arrival),
    /// Somebody at the desk deals with it.
    InHand {
        /// Who.
        by: StaffId,
        /// Whether the worker was asked something and has not replied: the clock is stopped.
        asked: bool,
    },
    /// Staff have answered; whether that solves it is for the worker to say.
    Answered,
    /// It is dealt with together with another; the worker has the last word here too.
    Joined {
        /// The other.
        to: Reference,
    },
    /// It is somebody else's to decide; the worker has the last word here too.
    ReferredOut,
    /// The worker says that it is solved.
    Solved,
    /// The worker took it back.
    Withdrawn,
}

/// How a request came to the desk where it waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arrival {
    /// From the worker.
    Received,
    /// Handed down.
    Dispatched,
    /// Returned from below.
    Returned,
    /// It was not solved.
    Reopened,
    /// It was not answered in time.
    Escalated,
}

coded! {
    /// A stage without its details.
    StageKind,
    /// Several of them.
    StageKindSet,
    Received = "received" / "已受理",
    Dispatched = "dispatched" / "已派单",
    Returned = "returned" / "已退单",
    Reopened = "reopened" / "已重开",
    Escalated = "escalated" / "已上报",
    InHand = "in_hand" / "办理中",
    Asked = "asked" / "等您回复",
    Answered = "answered" / "已答复",
    Joined = "joined" / "已并案",
    ReferredOut = "referred_out" / "已转出",
    Solved = "solved" / "已解决",
    Withdrawn = "withdrawn" / "已撤回",
}

impl StageKind {
    /// What it is called in English.
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Received => "Received",
            Self::Dispatched => "Handed down",
            Self::Returned => "Handed back",
            Self::Reopened => "Reopened",
            Self::Escalated => "One level up",
            Self::InHand => "In hand",
            Self::Asked => "Waiting for a reply",
            Self::Answered => "Answered",
            Self::Joined => "Joined to another",
            Self::ReferredOut => "Passed on",
            Self::Solved => "Solved",
            Self::Withdrawn => "Taken back",
        }
    }
}

impl Stage {
    /// Its kind.
    pub const fn kind(self) -> StageKind {
        match self {
            Self::Waiting(Arrival::Received) => StageKind::Received,
            Self::Waiting(Arrival::Dispatched) => StageKind::Dispatched,
            Self::Waiting(Arrival::Returned) => StageKind::Returned,
            Self::Waiting(Arrival::Reopened) => StageKind::Reopened,
            Self::Waiting(Arrival::Escalated) => StageKind::Escalated,
            Self::InHand { asked: false, .. } => StageKind::InHand,
            Self::InHand { asked: true, .. } => StageKind::Asked,
            Self::Answered => StageKind::Answered,
            Self::Joined { .. } => StageKind::Joined,
            Self::ReferredOut => StageKind::ReferredOut,
            Self::Solved => StageKind::Solved,
            Self::Withdrawn => StageKind::Withdrawn,
        }
    }

    /// Who has it in hand.
    pub const fn holder(self) -> Option<StaffId> {
        match self {
            Self::InHand { by, .. } => Some(by),
            _ => None,
        }
    }

    /// Whether a desk still owes an answer.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting(_) | Self::InHand { .. })
    }

    /// Whether staff have done their part and the worker has the last word.
    pub const fn awaits_verdict(self) -> bool {
        matches!(
            self,
            Self::Answered | Self::Joined { .. } | Self::ReferredOut
        )
    }

    /// Whether nothing more will come: the worker has had the last word.
    pub const fn is_ended(self) -> bool {
        matches!(self, Self::Solved | Self::Withdrawn)
    }
}
