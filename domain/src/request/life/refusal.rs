//! Why a move is refused.

use crate::time::BeijingTime;
use crate::union::Level;

/// Why a move is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The actor has no right to it, or not at the desk that has the request.
    NotAllowed,
    /// It says nothing without a note.
    NoteMissing,
    /// It would be earlier than the last thing that happened.
    BeforeLast {
        /// When that was.
        last: BeijingTime,
    },
    /// An alarm that is due has not rung yet.
    AlarmFirst,
    /// The alarm has nothing to ring for, or for something else.
    NotDue,
    /// Nobody is dealing with it any more.
    NotOpen,
    /// The worker has had the last word.
    Ended,
    /// Staff have not answered, joined or referred it yet.
    NotAnswered,
    /// Nobody has taken it in hand.
    NotInHand,
    /// Somebody else has it in hand.
    NotTheHolder,
    /// They have it in hand already.
    AlreadyTaken,
    /// The worker has been asked and has not replied.
    AlreadyAsked,
    /// The desk that is to get it is not below the one that has it.
    NotBelow,
    /// It went up, or was returned twice, and comes down no more.
    TooLow {
        /// The lowest level that may still have it.
        floor: Level,
    },
    /// It was returned as often as may be.
    ReturnedTooOften,
    /// There is no desk above.
    NothingAbove,
    /// It is nobody else's business, and is never joined.
    Private,
    /// A request is not joined to itself.
    JoinedToItself,
    /// A desk still owes an answer.
    StillOpen,
    /// Its personal data is destroyed.
    Destroyed,
    /// The worker joins it to another while filing, and not later.
    OnlyWhileFiling,
    /// It is not joined to the one that was answered.
    NotJoined,
}
