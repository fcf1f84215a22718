//! What happens to a request: moves, each with its actor, time and note.

use crate::coded::coded;
use crate::request::{Actor, Category, Cite, Limit, Reference};
use crate::time::BeijingTime;
use crate::union::Desk;

/// How a request begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filed {
    /// Its reference.
    pub reference: Reference,
    /// What it is about.
    pub category: Category,
    /// The desk that gets it first; see [`Category::first_desk`].
    pub desk: Desk,
    /// The limit that its class had when it was filed: configuration may change, a promise stays.
    pub limit: Limit,
    /// When it was received.
    pub at: BeijingTime,
}

/// A move, by whom, when, and what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Who made it.
    pub actor: Actor,
    /// When.
    pub at: BeijingTime,
    /// What was said.
    pub note: Note,
    /// What was done.
    pub what: Move,
}

/// What was said with a move.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Note {
    /// Nothing.
    #[default]
    None,
    /// This.
    Said(String),
    /// Something that the end of the retention has destroyed. Only what is read back has it.
    Destroyed,
}

impl Note {
    /// Whether nothing was said, or nothing but spaces.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::None => true,
            Self::Said(text) => text.trim().is_empty(),
            Self::Destroyed => false,
        }
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Staff hand it down to a desk below their own.
    Dispatch {
        /// The desk that gets it.
        to: Desk,
    },
    /// A member of staff takes it in hand, also from a colleague.
    Take,
    /// The desk is not the right one: back up, for the reason in the note.
    Return,
    /// The one who has it in hand asks the worker something; the clock stops.
    Ask,
    /// A message either way. The worker's reply to a question makes the clock run on.
    Write,
    /// The one who has it in hand answers; the note is the answer.
    Answer {
        /// The rule that it rests on.
        cites: Option<Cite>,
    },
    /// It is dealt with together with another: staff see to that, or the worker while filing.
    Join {
        /// The other.
        to: Reference,
    },
    /// What was answered to the other answers this one too; see [`super::Request::answer_together`].
    AnswerTogether {
        /// The other.
        with: Reference,
        /// The rule that the answer rests on.
        cites: Option<Cite>,
    },
    /// It is somebody else's to decide; the note says whose.
    ReferOut,
    /// The worker takes it back.
    Withdraw,
    /// The worker says that it is solved.
    Solved(Survey),
    /// The worker says that it is not: one level up.
    NotSolved(Survey),
    /// A member of staff looks at the personal data, for the reason in the note.
    Reveal,
    /// The deadline is near.
    Warn,
    /// The deadline has passed: one level up.
    Escalate,
    /// The deadline has passed at the top.
    Overdue,
    /// Its time is over: the personal data is destroyed, what was said with it. What was done, when
    /// and by which desk stays.
    Destroy,
}

/// Two of the three questions at the end; the third, whether it was solved, is the move itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Survey {
    /// Did anybody get in touch? `None` if not answered.
    pub reached: Option<bool>,
    /// Content with how it was dealt with? `None` if not answered.
    pub satisfied: Option<bool>,
}

coded! {
    /// A move without its details.
    MoveKind,
    /// Several kinds of move.
    MoveKindSet,
    Dispatch = "dispatch" / "派单",
    Take = "take" / "接办",
    Return = "return" / "退单",
    Ask = "ask" / "询问",
    Write = "write" / "留言",
    Answer = "answer" / "答复",
    Join = "join" / "并案",
    AnswerTogether = "answer_together" / "并案答复",
    ReferOut = "refer_out" / "转出",
    Withdraw = "withdraw" / "撤回",
    Solved = "solved" / "已解决",
    NotSolved = "not_solved" / "没解决",
    Reveal = "reveal" / "查看个人信息",
    Warn = "warn" / "到期提醒",
    Escalate = "escalate" / "超期上报",
    Overdue = "overdue" / "超期",
    Destroy = "destroy" / "到期删除",
}

impl Move {
    /// The move of that kind, if it is one that workers make; `survey` goes with the last word.
    pub const fn of_worker(kind: MoveKind, survey: Survey) -> Option<Self> {
        match kind {
            MoveKind::Write => Some(Self::Write),
            MoveKind::Withdraw => Some(Self::Withdraw),
            MoveKind::Solved => Some(Self::Solved(survey)),
            MoveKind::NotSolved => Some(Self::NotSolved(survey)),
            _ => None,
        }
    }

    /// What was answered with it.
    pub const fn survey(self) -> Survey {
        match self {
            Self::Solved(survey) | Self::NotSolved(survey) => survey,
            _ => Survey {
                reached: None,
                satisfied: None,
            },
        }
    }

    /// Its kind.
    pub const fn kind(self) -> MoveKind {
        match self {
            Self::Dispatch { .. } => MoveKind::Dispatch,
            Self::Take => MoveKind::Take,
            Self::Return => MoveKind::Return,
            Self::Ask => MoveKind::Ask,
            Self::Write => MoveKind::Write,
            Self::Answer { .. } => MoveKind::Answer,
            Self::Join { .. } => MoveKind::Join,
            Self::AnswerTogether { .. } => MoveKind::AnswerTogether,
            Self::ReferOut => MoveKind::ReferOut,
            Self::Withdraw => MoveKind::Withdraw,
            Self::Solved(_) => MoveKind::Solved,
            Self::NotSolved(_) => MoveKind::NotSolved,
            Self::Reveal => MoveKind::Reveal,
            Self::Warn => MoveKind::Warn,
            Self::Escalate => MoveKind::Escalate,
            Self::Overdue => MoveKind::Overdue,
            Self::Destroy => MoveKind::Destroy,
        }
    }
}

impl MoveKind {
    /// Whether its note is for the worker, and not only the reason for it.
    pub const fn is_said_to_the_worker(self) -> bool {
        matches!(
            self,
            Self::Ask | Self::Write | Self::Answer | Self::AnswerTogether
        )
    }

    /// Whether it says nothing without a note: a question, an answer, a reason, an addressee.
    pub const fn needs_note(self) -> bool {
        matches!(
            self,
            Self::Return
                | Self::Ask
                | Self::Write
                | Self::Answer
                | Self::AnswerTogether
                | Self::ReferOut
                | Self::Reveal
        )
    }
}
