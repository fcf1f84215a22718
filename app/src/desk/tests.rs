//! What staff may send, and what becomes of it.

mod several;

use super::*;
use crate::document::tests::desk::examples::*;
use crate::document::tests::requests::examples::{ASKED, body, filed};
use crate::wording::Lang;
use domain::policy::Programme;
use domain::request::{Category, Cite, Move, MoveKind, Note, StageKind, bounds};
use domain::union::Desk;

fn read(inputs: &[(&str, &str)]) -> Sent {
    Sent::read(Lang::Zh, &body(inputs))
}

#[track_caller]
fn wish(inputs: &[(&str, &str)]) -> Wish {
    read(inputs).wish.unwrap().unwrap()
}

#[track_caller]
fn hitch(inputs: &[(&str, &str)]) -> Option<Hitch> {
    read(inputs).wish.unwrap().unwrap_err().hitch
}

#[test]
fn every_move_of_staff_is_read_and_no_other() {
    let reference = filed().reference;
    let read_as = |kind: MoveKind, to: &str| {
        let inputs = [("move", kind.code()), ("note", "Because."), ("to", to)];
        read(&inputs).wish.map(|wish| wish.unwrap().what)
    };
    let city = "110101";
    let to = Desk::from_code(city).unwrap();
    assert_eq!(
        read_as(MoveKind::Dispatch, city),
        Some(Move::Dispatch { to })
    );
    let to = reference;
    let typed = reference.to_string().to_lowercase().replace('-', " ");
    assert_eq!(read_as(MoveKind::Join, &typed), Some(Move::Join { to }));
    for what in [
        Move::Take,
        Move::Return,
        Move::Ask,
        Move::Write,
        Move::Answer { cites: None },
        Move::ReferOut,
        Move::Reveal,
    ] {
        assert_eq!(read_as(what.kind(), ""), Some(what));
    }
    for kind in [
        MoveKind::Withdraw,
        MoveKind::Solved,
        MoveKind::NotSolved,
        MoveKind::Warn,
        MoveKind::Escalate,
        MoveKind::Overdue,
    ] {
        assert_eq!(read_as(kind, ""), None, "{kind:?}");
    }
    assert_eq!(read(&[]).wish, None);
}

#[test]
fn what_is_missing_or_too_much_is_said_and_everything_typed_is_kept() {
    assert_eq!(hitch(&[("move", "dispatch")]), Some(Hitch::NoDesk));
    let nowhere = [("move", "join"), ("to", "7KM")];
    assert_eq!(hitch(&nowhere), Some(Hitch::NoReference));
    let silent = [("move", "answer"), ("note", " \n")];
    assert_eq!(hitch(&silent), Some(Hitch::NoteMissing));
    let blank = [("move", "answer"), ("note", "Go to ____.")];
    assert_eq!(hitch(&blank), Some(Hitch::Blanks));
    assert_eq!(wish(&[("move", "take"), ("note", " ")]).note, Note::None);

    let most = bounds::TEXT_CHARS;
    let as_long = "字".repeat(most);
    let inputs = [("move", "write"), ("note", &*as_long)];
    assert_eq!(wish(&inputs).note, Note::Said(as_long.clone()));
    let longer = [&as_long, "\r\n"].concat();
    let inputs = [
        ("move", "write"),
        ("note", &*longer),
        ("to", "x"),
        ("cites", "y"),
    ];
    let unsent = read(&inputs).wish.unwrap().unwrap_err();
    let found = most + 1;
    assert_eq!(unsent.hitch, Some(Hitch::TooLong { found, most }));
    let typed = Typed {
        kind: MoveKind::Write,
        note: [&as_long, "\n"].concat(),
        to: "x".to_owned(),
        cites: "y".to_owned(),
    };
    assert_eq!(unsent.typed, typed);
    let unsent = wish(&[("move", "write"), ("note", " two\r\nlines")]);
    let unsent = unsent.unsent(Hitch::Refused);
    assert_eq!(unsent.typed.note, " two\nlines");
}

#[test]
fn an_answer_cites_a_programme_that_there_is() {
    let answer = |cites: &str| {
        let inputs = [("move", "answer"), ("note", "So it is."), ("cites", cites)];
        wish(&inputs).what
    };
    let cites = Some(Cite::programme_only(Programme::JOINING));
    assert_eq!(answer("joining"), Move::Answer { cites });
    assert_eq!(answer(""), Move::Answer { cites: None });
    assert_eq!(answer("no-such"), Move::Answer { cites: None });
}

#[test]
fn a_text_to_build_on_comes_behind_what_is_written_and_is_not_sent() {
    let inputs = [
        ("move", "answer"),
        ("note", "First."),
        ("text", "joining"),
        ("cites", ""),
    ];
    let unsent = read(&inputs).wish.unwrap().unwrap_err();
    assert_eq!(unsent.hitch, None);
    assert!(unsent.typed.note.starts_with("First.\n"));
    assert!(unsent.typed.note.contains(Text::BLANK));
    assert_eq!(unsent.typed.cites, "joining");
    let mut chosen = inputs;
    chosen[3].1 = "hardship-aid";
    let unsent = read(&chosen).wish.unwrap().unwrap_err();
    assert_eq!(unsent.typed.cites, "hardship-aid");
}

#[test]
fn every_text_has_a_blank_in_both_languages_and_goes_by_its_code() {
    let of_category = Category::ALL.iter().copied().map(Text::Of);
    for text in of_category.chain([Text::NotOurs]) {
        assert_eq!(Text::from_code(text.code()), Some(text));
        for lang in Lang::ALL {
            assert!(lang.text_to_build_on(text).contains(Text::BLANK));
        }
        let cited = text.cites().map(Programme::request);
        let own = match text {
            Text::Of(category) => category.code(),
            Text::NotOurs => "",
        };
        assert!(cited.is_none_or(|of| of == own), "{text:?}");
    }
}

#[test]
fn where_the_list_is_narrowed_goes_by_its_address() {
    let all = Narrowing {
        stage: Some(StageKind::InHand),
        category: Some(Category::Pay),
        own: true,
        after: Some("a&b".to_owned()),
    };
    let address = all.address();
    let query = address.strip_prefix("/staff/requests?").unwrap();
    assert_eq!(Narrowing::read(query), all);
    assert_eq!(Narrowing::default().address(), "/staff/requests");
    assert_eq!(done("x=1&done=take"), Some(MoveKind::Take));
    assert_eq!(done("done=nothing"), None);
    let dropped = Narrowing::read("stage=nowhere&category=&own=no&after=&colour=red");
    assert_eq!(dropped, Narrowing::default());
}

#[test]
fn what_is_looked_for_is_cut_to_what_it_may_be() {
    let long = "字".repeat(bounds::LINE_CHARS + 1);
    let looked = Looked::read(&body(&[("form_token", TOKEN), ("words", &long)]));
    assert_eq!(looked.token, TOKEN);
    assert_eq!(looked.words.chars().count(), bounds::LINE_CHARS);
}

#[test]
fn an_alarm_that_has_still_to_ring_goes_first() {
    let model = opened(&ASKED[..1]);
    let now = model.request.last_at();
    assert!(model.allows(MoveKind::Answer, now));
    // By then the desk above has it.
    assert!(!model.allows(MoveKind::Answer, now.plus_minutes(60 * 1440)));
}
