//! What comes after what, and what a worker may send.

mod photos;

use super::*;
use crate::document::tests::requests::examples::*;
use crate::wording::Lang;
use domain::policy::{Programme, Service};
use domain::request::{
    Contact, Field, Limits, Move, MoveKind, Note, Place, Problem, Secret, Survey, bounds,
};
use domain::station::{Amenity, StationId};
use domain::union::Desk;

fn ask(next: Next) -> NewRequest {
    match next {
        Next::Ask(model) => *model,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_complete_is_checked_and_then_sent() {
    let checked = checked(&[]);
    assert_eq!(checked.desk.code(), "110101001");
    assert!(matches!(checked.submission.contact, Contact::Phone { .. }));
    assert!(matches!(next(&[("step", "send")]), Next::File(sent) if sent.form.key == KEY));
    assert!(matches!(next(&[("step", "check")]), Next::Check(_)));
    // What nobody knows goes on to the answers and sends nothing.
    assert!(matches!(next(&[("step", "fly")]), Next::Check(_)));
}

#[test]
fn what_is_not_complete_is_asked_however_it_is_sent() {
    for step in ["check", "anyway", "keep", "mask", "send"] {
        let model = ask(next(&[("step", step), ("text", " \r\n ")]));
        let found: Vec<_> = model.problems.iter().map(|found| found.field).collect();
        assert_eq!(found, [Field::Text], "{step}");
        assert_eq!(model.problems[0].problem, Problem::Missing);
        assert_eq!(model.form.draft.get(Field::Text), " \r\n ");
    }
    let model = ask(next(&[("step", "edit"), ("text", "")]));
    assert_eq!(model.problems, []);
}

#[test]
fn without_a_category_that_is_asked_first() {
    assert_eq!(asked(&next(&[("category", "")])), Asking::OtherCategory);
    assert_eq!(
        asked(&next(&[("category", "x"), ("step", "send")])),
        Asking::OtherCategory
    );
    assert_eq!(asked(&next(&[("step", "category")])), Asking::OtherCategory);
    assert_eq!(asked(&next(&[("step", "edit")])), Asking::Answers);
    let opened = Form::open(Lang::Zh, "", KEY).ask(station);
    assert_eq!(opened.asking, Asking::Category);
}

#[test]
fn help_is_shown_before_anything_is_sent_and_only_once() {
    let text = ("text", "工资不发，我不想活了");
    for step in ["check", "send", "keep", "mask"] {
        let model = ask(next(&[text, ("step", step)]));
        assert!(model.danger && model.form.danger_shown, "{step}");
    }
    assert!(matches!(next(&[text, ("step", "anyway")]), Next::Check(_)));
    assert!(matches!(
        next(&[text, ("danger", "shown"), ("step", "send")]),
        Next::File(_)
    ));
    assert!(!ask(next(&[("text", "累死了"), ("step", "edit")])).danger);
}

#[test]
fn numbers_are_offered_to_be_masked_after_everything_else() {
    let text = ("text", "打 13800138000 找我");
    assert!(ask(next(&[text])).numbers);
    assert!(ask(next(&[text, ("step", "send")])).numbers);
    assert!(!ask(next(&[text, ("phone", "")])).numbers);
    assert!(!ask(next(&[text, ("step", "edit")])).numbers);
    let sent = |step| match next(&[text, ("step", step)]) {
        Next::Check(model) => model.submission.text,
        other => panic!("{other:?}"),
    };
    assert_eq!(sent("mask"), "打 138****8000 找我");
    assert_eq!(sent("keep"), text.1);
    let kept = next(&[text, ("numbers", "kept"), ("step", "send")]);
    assert!(matches!(kept, Next::File(_)));
    // First the help lines, and nothing about numbers beside them.
    let both = ask(next(&[("text", "不想活了，打 13800138000")]));
    assert!(both.danger && !both.numbers);
}

#[test]
fn a_program_that_fills_in_everything_sends_nothing() {
    let model = ask(next(&[
        ("website", "https://spam.example"),
        ("step", "send"),
    ]));
    assert!(model.form.trapped && model.problems.is_empty());
    assert!(matches!(
        next(&[("website", ""), ("step", "send")]),
        Next::File(_)
    ));
}

#[test]
fn a_key_that_cannot_be_one_gives_way_to_a_fresh_one() {
    #[track_caller]
    fn check(key: &str, expected: &str) {
        let form = Form::read(&body(&[("key", key)]), "fresh-key-0123456789");
        assert_eq!(form.key, expected, "{key}");
    }
    check(KEY, KEY);
    check(&"k".repeat(16), &"k".repeat(16));
    check(&"k".repeat(128), &"k".repeat(128));
    for no_key in [
        "",
        &"k".repeat(15),
        &"k".repeat(129),
        "sixteen letters!\n",
        "钥匙钥匙钥匙",
    ] {
        check(no_key, "fresh-key-0123456789");
    }
}

#[test]
fn more_inputs_than_the_form_has_are_not_read() {
    let boxes = (0..1000).map(|_| ("phone_seen_by", "city"));
    let many: Vec<_> = [("key", KEY)].into_iter().chain(boxes).collect();
    let form = Form::read(&body(&many), KEY);
    let taken = form.draft.get(Field::PhoneSeenBy).split(',').count();
    assert_eq!(taken, 63);
    let no_text = Form::read(b"\xff%zz=%&&&text=%FF", KEY);
    assert_eq!(no_text.draft.get(Field::Text), "\u{fffd}");
}

#[test]
fn the_longest_text_fits_into_a_body() {
    let text = "𠮷".repeat(bounds::TEXT_CHARS);
    let changes = [("text", &*text), ("employer", &*text), ("name", "王")];
    assert!(body(&typed(&changes)).len() < Form::MOST_BYTES);
}

#[test]
fn an_address_fills_in_what_is_known() {
    let open = |address: &str| {
        let (_, query) = address.split_once('?').unwrap();
        Form::open(Lang::Zh, query, KEY).ask(station)
    };
    for fault in [Fault::Shut, Fault::Amenity(Amenity::Charging)] {
        let model = open(&from_station(StationId(4), Some(fault)));
        assert_eq!(model.form.draft.get(Field::Category), "station");
        assert_eq!(model.form.draft.get(Field::Place), "station");
        assert_eq!(model.form.draft.get(Field::Text), Lang::Zh.fault(fault));
        assert_eq!(model.station, station(StationId(4)));
        assert_eq!(Fault::from_code(fault.code()), Some(fault));
    }
    let plain = open(&from_station(StationId(4), None));
    assert_eq!(plain.form.draft.get(Field::Text), "");
    let gone = open(&from_station(StationId(5), None));
    assert_eq!(gone.station, None);
    for programme in Programme::ALL {
        let model = open(&from_programme(programme));
        assert_eq!(model.form.draft.get(Field::Category), programme.request());
        assert_eq!(model.form.draft.get(Field::Programme), programme.id());
    }
    for service in Service::all() {
        let model = open(&from_service(service.request));
        assert_eq!(model.form.draft.get(Field::Category), service.request);
    }
    let nothing = open("?category=moon&station=x&fault=all&phone=13800138000&text=hello");
    assert_eq!(nothing.asking, Asking::Category);
    for field in [Field::Category, Field::Station, Field::Text, Field::Phone] {
        assert_eq!(nothing.form.draft.get(field), "");
    }
    let long = format!("?category=pay&x={}", "x".repeat(3000));
    assert_eq!(open(&long).asking, Asking::Category);
}

#[test]
fn what_another_page_posts_is_shown_before_it_is_asked_for_more() {
    let form = Form::read(
        b"category=programme&programme=joining&text=a%0Ab&step=send",
        KEY,
    );
    assert_eq!((form.step, &*form.key), (Step::Edit, KEY));
    assert_eq!(form.draft.get(Field::Text), "a\nb");
    assert_eq!(
        form.draft.get(Field::PhoneSeenBy),
        "street,district,city",
        "as in an untouched form"
    );
}

#[test]
fn an_untouched_form_lets_every_level_see_the_number() {
    let form = Form::open(Lang::Zh, "category=pay", KEY);
    assert_eq!(form.draft.get(Field::PhoneSeenBy), "street,district,city");
    // A box that was cleared stays so.
    let cleared = ask(next(&[("phone_seen_by", "")]));
    assert_eq!(cleared.problems[0].problem, Problem::SeenByNobody);
}

#[test]
fn a_station_is_the_place_and_tells_the_desk() {
    let at = [
        ("category", "station"),
        ("place", "station"),
        ("station", "4"),
    ];
    let model = checked(&at);
    assert_eq!(model.station, station(StationId(4)).map(|at| at.name));
    assert!(matches!(model.submission.place, Place::Station { .. }));
    let unsure = checked(&[("place", "not_sure")]);
    assert_eq!((unsure.desk, unsure.station), (Desk::City, None));
    let gone = ask(next(&[at[0], at[1], ("station", "5")]));
    assert_eq!(gone.problems[0].problem, Problem::NoSuchPlace);
}

#[test]
fn a_worker_sends_a_workers_moves_alone() {
    #[track_caller]
    fn check(inputs: &[(&str, &str)], expected: Option<Result<Move, NoteProblem>>) {
        let read = Followed::read(&body(inputs));
        let what = read.wish.map(|wish| match wish {
            Ok(wish) => Ok(wish.what),
            Err(unsent) => Err(unsent.problem),
        });
        assert_eq!(what, expected, "{inputs:?}");
    }
    check(&[], None);
    check(&[("move", "withdraw")], Some(Ok(Move::Withdraw)));
    check(&[("move", "write"), ("note", "x")], Some(Ok(Move::Write)));
    check(
        &[("move", "write"), ("note", " \n")],
        Some(Err(NoteProblem::Missing)),
    );
    let long = "字".repeat(2001);
    let problem = NoteProblem::TooLong {
        found: 2001,
        most: 2000,
    };
    check(&[("move", "solved"), ("note", &long)], Some(Err(problem)));
    let survey = Survey {
        reached: Some(true),
        satisfied: Some(false),
    };
    let answers = [
        ("move", "not_solved"),
        ("reached", "yes"),
        ("satisfied", "no"),
    ];
    check(&answers, Some(Ok(Move::NotSolved(survey))));
    let none = [("move", "solved"), ("reached", "maybe")];
    check(&none, Some(Ok(Move::Solved(Survey::default()))));
    let dark = ("note", "我不想活了");
    let help = Some(Err(NoteProblem::HelpFirst));
    check(&[("move", "write"), dark], help);
    check(&[("move", "not_solved"), dark], help);
    let shown = [("move", "write"), dark, ("danger", "shown")];
    check(&shown, Some(Ok(Move::Write)));
    for staffs in ["take", "answer", "reveal", "escalate", "fly"] {
        check(&[("move", staffs), ("note", "x")], None);
    }
}

#[test]
fn a_secret_is_read_as_people_type_it_and_kept_out_of_sight() {
    let typed = secret().grouped().to_lowercase();
    let read = Followed::read(&body(&[("secret", &typed), ("note", "a\r\nb")]));
    assert_eq!(read.secret.map(|read| *read.bytes()), Some([7; 20]));
    assert!(!format!("{:?}", receipt()).contains(&secret().text()));
    assert!(Followed::read(b"secret=short").secret.is_none());
    assert_eq!(receipt().secret, Shown(Secret::new([7; 20])));
    assert_ne!(receipt().secret, Shown(Secret::new([8; 20])));
}

#[test]
fn what_can_be_done_follows_from_where_it_stands() {
    use MoveKind::{NotSolved, Solved, Withdraw, Write};
    #[track_caller]
    fn check(standing: &Standing, expected: &[MoveKind]) {
        let at = standing.request.last_at();
        let allowed = MoveKind::ALL.iter().copied();
        let allowed: Vec<_> = allowed.filter(|kind| standing.allows(*kind, at)).collect();
        assert_eq!(allowed, expected, "{:?}", standing.request.stage());
    }
    check(&after(&[]), &[Write, Withdraw]);
    check(&after(&ASKED), &[Write, Withdraw]);
    check(&after(&ANSWERED), &[Write, Solved, NotSolved]);
    check(&not_solved(), &[Write, Withdraw]);
    check(&after(&[(Move::Withdraw, "")]), &[]);
    // An alarm that has still to ring stands in nobody's way.
    let late = after(&[]).request.last_at().plus_minutes(60 * 1440);
    assert!(after(&[]).allows(Withdraw, late));
}

#[test]
fn messages_are_what_was_said_to_the_other_side() {
    let standing = not_solved();
    let said: Vec<_> = standing
        .events
        .iter()
        .filter(|event| is_message(event))
        .map(|event| match &event.note {
            Note::Said(words) => &**words,
            _ => "",
        })
        .collect();
    let expected = [
        "Where was it?",
        "At <the> depot.",
        "They will pay by Friday.",
        "Nothing came.",
    ];
    assert_eq!(said, expected);
}

#[test]
fn deadlines_are_those_of_the_limits_that_are_handed_in() {
    let now = domain::time::BeijingTime::from_rfc3339("2026-11-20T18:40:00+08:00").unwrap();
    let limit = domain::request::Limit::hours(5, 60).unwrap();
    let limits = Limits::NOT_FROM_SOURCES.with(domain::request::Class::Week, limit);
    let form = Form::read(&body(&typed(&[])), KEY);
    let Next::Check(model) = form.next(now, &limits, station) else {
        panic!()
    };
    assert_eq!(model.due.map(|due| due.at), Some(now.plus_minutes(300)));
}

#[test]
fn a_move_that_comes_too_late_keeps_what_was_typed() {
    let sent = [("move", "solved"), ("reached", "no"), ("note", "a\r\nb")];
    let wish = Followed::read(&body(&sent)).wish.unwrap().unwrap();
    let unsent = wish.unsent(NoteProblem::TooLate);
    assert_eq!(unsent.note, "a\nb");
    assert_eq!(unsent.problem, NoteProblem::TooLate);
    let Move::Solved(survey) = unsent.what else {
        panic!("{unsent:?}")
    };
    assert_eq!(survey.reached, Some(false));
}

#[test]
fn a_move_has_a_name_that_cannot_be_guessed_or_none() {
    let key = |key: &str| Followed::read(&body(&[("move", "withdraw"), ("key", key)])).key;
    assert_eq!(key(KEY).as_deref(), Some(KEY));
    assert_eq!(key("1"), None);
}
