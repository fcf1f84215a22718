//! What is sent from the list for several requests.

use crate::desk::{Hitch, Obstacle, SentTogether, Ticked};
use crate::document::tests::desk::examples::ticked;
use crate::document::tests::requests::examples::{KEY, body};
use domain::request::{Category, MOST_AT_ONCE, Move, MoveKind, Note, Reference};
use domain::union::Desk;

fn read(inputs: &[(&str, &str)]) -> SentTogether {
    SentTogether::read(&body(inputs))
}

/// The values of boxes of requests of that category.
fn boxes(count: usize, category: Category) -> Vec<String> {
    let of = |number: usize| {
        let number = u8::try_from(number).unwrap();
        let reference = Reference::new(Desk::City, [number; 8]);
        format!("{reference}.{}.2", category.code())
    };
    (0..count).map(of).collect()
}

#[test]
fn what_was_ticked_is_read_as_the_list_showed_it() {
    let tick = ticked().text();
    let sent = read(&[
        ("form_token", "t"),
        ("key", KEY),
        ("list", "own=yes"),
        ("move", "take"),
        ("tick", &tick),
        ("tick", &tick),
        ("tick", "x.pay.1"),
        ("tick", ""),
    ]);
    assert_eq!(sent.ticked.requests, [ticked()], "each once");
    assert_eq!((&*sent.token, sent.key.as_deref()), ("t", Some(KEY)));
    assert!(sent.narrowing.own);
    assert_eq!(sent.kind, Some(MoveKind::Take));
    assert_eq!(sent.ticked.wish(MoveKind::Take).unwrap().what, Move::Take);
}

#[test]
fn no_more_than_a_page_is_taken() {
    let boxes = boxes(MOST_AT_ONCE + 5, Category::Pay);
    let inputs: Vec<_> = boxes.iter().map(|tick| ("tick", &**tick)).collect();
    assert_eq!(read(&inputs).ticked.requests.len(), MOST_AT_ONCE);
}

#[test]
fn only_what_makes_sense_with_several_is_a_button() {
    for kind in ["reveal", "ask", "return", "solved", ""] {
        assert_eq!(read(&[("move", kind)]).kind, None, "{kind}");
    }
}

#[test]
fn each_button_has_what_was_typed_for_it() {
    let ticked = Ticked {
        requests: vec![ticked()],
        to: "110101".to_owned(),
        why: "Near you".to_owned(),
        answer: "We went there.".to_owned(),
    };
    let note = |kind| ticked.wish(kind).unwrap().note;
    assert_eq!(note(MoveKind::Take), Note::None);
    assert_eq!(note(MoveKind::Dispatch), Note::Said("Near you".to_owned()));
    let said = Note::Said("We went there.".to_owned());
    assert_eq!(note(MoveKind::Answer), said);
}

#[test]
fn what_cannot_be_done_says_why() {
    #[track_caller]
    fn check(inputs: &[(&str, &str)], kind: MoveKind, expected: Obstacle) {
        assert_eq!(read(inputs).ticked.wish(kind).unwrap_err(), expected);
    }
    let [pay, safety] = [Category::Pay, Category::Safety].map(|category| boxes(2, category));
    let [one, same, other] = [
        ("tick", &*pay[0]),
        ("tick", &*pay[1]),
        ("tick", &*safety[0]),
    ];
    let typed = |hitch| Obstacle::Typed(hitch);
    check(&[], MoveKind::Take, Obstacle::NoneTicked);
    let answered = [one, ("answer", "ok"), ("tick", &safety[1])];
    check(&answered, MoveKind::Answer, Obstacle::Mixed);
    check(&[one, same], MoveKind::Answer, typed(Hitch::NoteMissing));
    let blanks = [one, same, ("answer", "at ____")];
    check(&blanks, MoveKind::Answer, typed(Hitch::Blanks));
    check(&[one, other], MoveKind::Dispatch, typed(Hitch::NoDesk));
}
