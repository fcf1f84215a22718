//! Refusals of `domain::request` as codes, between a desk and the edge and in the public API.

use domain::request::Refusal;

/// Every refusal by its code, and what it says to developers.
const REFUSALS: [(&str, &str); 22] = [
    ("not_allowed", "this is not yours to do"),
    ("note_missing", "it says nothing without a note"),
    ("before_last", "it would be earlier than the last event"),
    ("alarm_first", "an alarm is due first"),
    ("not_due", "no alarm is due"),
    ("not_open", "nobody is dealing with it any more"),
    ("ended", "the worker has had the last word"),
    ("not_answered", "it has not been answered yet"),
    ("not_in_hand", "nobody has taken it in hand"),
    ("not_the_holder", "somebody else has it in hand"),
    ("already_taken", "you have it in hand already"),
    ("already_asked", "the worker was asked and has not replied"),
    ("not_below", "that desk is not below the one that has it"),
    ("too_low", "it comes down no more"),
    ("returned_too_often", "it was returned as often as may be"),
    ("nothing_above", "there is no desk above"),
    ("private", "it is nobody else's business"),
    ("joined_to_itself", "it cannot be joined to itself"),
    ("still_open", "a desk still owes an answer"),
    ("destroyed", "it is at the end of its time"),
    ("only_while_filing", "it is joined while it is filed"),
    ("not_joined", "it is not joined to that one"),
];

/// The code of a refusal.
pub(super) const fn code(refusal: Refusal) -> &'static str {
    let index = match refusal {
        Refusal::NotAllowed => 0,
        Refusal::NoteMissing => 1,
        Refusal::BeforeLast { .. } => 2,
        Refusal::AlarmFirst => 3,
        Refusal::NotDue => 4,
        Refusal::NotOpen => 5,
        Refusal::Ended => 6,
        Refusal::NotAnswered => 7,
        Refusal::NotInHand => 8,
        Refusal::NotTheHolder => 9,
        Refusal::AlreadyTaken => 10,
        Refusal::AlreadyAsked => 11,
        Refusal::NotBelow => 12,
        Refusal::TooLow { .. } => 13,
        Refusal::ReturnedTooOften => 14,
        Refusal::NothingAbove => 15,
        Refusal::Private => 16,
        Refusal::JoinedToItself => 17,
        Refusal::StillOpen => 18,
        Refusal::Destroyed => 19,
        Refusal::OnlyWhileFiling => 20,
        Refusal::NotJoined => 21,
    };
    REFUSALS[index].0
}

/// The refusal with that code: the code itself and its words.
pub(super) fn refusal(code: &str) -> Option<(&'static str, &'static str)> {
    REFUSALS.into_iter().find(|(known, _)| *known == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_a_code_of_its_own() {
        for (place, (code, words)) in REFUSALS.iter().enumerate() {
            assert_eq!(refusal(code), Some((*code, *words)), "{place}");
        }
        assert_eq!(code(Refusal::NotOpen), "not_open");
        assert_eq!(code(Refusal::Ended), "ended");
        assert_eq!(code(Refusal::NotAnswered), "not_answered");
        assert_eq!(code(Refusal::JoinedToItself), "joined_to_itself");
        assert_eq!(code(Refusal::StillOpen), "still_open");
        assert_eq!(code(Refusal::Destroyed), "destroyed");
        assert_eq!(code(Refusal::NotJoined), "not_joined");
        assert_eq!(refusal("x"), None);
    }
}
