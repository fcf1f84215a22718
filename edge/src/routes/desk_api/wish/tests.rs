//! What staff send: everything that is wrong is named, and nothing else is taken.

use super::*;

fn members(body: &str) -> Members {
    serde_json::from_str(body).unwrap()
}

fn named(errors: Vec<FieldProblem>) -> Vec<String> {
    let named = errors
        .iter()
        .map(|error| format!("{} {}", error.field, error.code));
    named.collect()
}

#[track_caller]
fn wrong(body: &str, expected: &[&str]) {
    let errors = read(&members(body)).err().unwrap_or_default();
    assert_eq!(named(errors), expected, "{body}");
}

#[track_caller]
fn made(body: &str, expected: Move) {
    let made = read(&members(body)).ok().unwrap();
    assert_eq!((made.what, made.seen), (expected, 3), "{body}");
}

#[test]
fn every_move_is_read_with_what_belongs_to_it() {
    let whole = Cite::programme_only(Programme::SKILL_CERTIFICATE);
    let one = Cite::condition_of(Programme::SKILL_CERTIFICATE, "1.1");
    let id = Programme::SKILL_CERTIFICATE.id();
    made(r#"{"move":"take","seen":3}"#, Move::Take);
    made(r#"{"move":"return","note":"x","seen":3}"#, Move::Return);
    made(r#"{"move":"ask","note":"x","seen":3}"#, Move::Ask);
    made(r#"{"move":"write","note":"x","seen":3}"#, Move::Write);
    made(
        r#"{"move":"refer_out","note":"x","seen":3}"#,
        Move::ReferOut,
    );
    let to = Desk::from_code("110101").unwrap();
    made(
        r#"{"move":"dispatch","to":"110101","seen":3}"#,
        Move::Dispatch { to },
    );
    let to = Reference::parse("P8C-000-008").unwrap();
    made(
        r#"{"move":"join","to":"p8c000008","seen":3}"#,
        Move::Join { to },
    );
    let answer =
        |cites: &str| format!(r#"{{"move":"answer","note":"x","seen":3,"cites":{cites}}}"#);
    made(&answer("null"), Move::Answer { cites: None });
    made(
        &answer(&format!(r#"{{"programme":"{id}"}}"#)),
        Move::Answer { cites: Some(whole) },
    );
    let with_condition = format!(r#"{{"programme":"{id}","condition":"1.1"}}"#);
    made(&answer(&with_condition), Move::Answer { cites: one });
}

#[test]
fn every_field_that_is_wrong_is_named() {
    wrong("{}", &["move missing", "seen missing"]);
    for others in ["reveal", "solved", "escalate", "fly", ""] {
        wrong(
            &format!(r#"{{"move":"{others}","seen":0}}"#),
            &["move unknown_value"],
        );
    }
    wrong(
        r#"{"move":"take","seen":-1,"by":"me"}"#,
        &["by unknown_name", "seen unknown_value"],
    );
    wrong(r#"{"move":"dispatch","seen":0}"#, &["to missing"]);
    wrong(
        r#"{"move":"dispatch","seen":0,"to":"110199"}"#,
        &["to unknown_value"],
    );
    wrong(
        r#"{"move":"join","seen":0,"to":"110101"}"#,
        &["to unknown_value"],
    );
    wrong(
        r#"{"move":"take","seen":0,"to":"110101"}"#,
        &["to unknown_name"],
    );
    wrong(
        r#"{"move":"ask","seen":0,"cites":{}}"#,
        &["cites unknown_value", "cites unknown_name"],
    );
    for cites in [
        r#"{"programme":"moon"}"#,
        r#"{"programme":"skill-certificate","condition":"9.9"}"#,
        r#"{"programme":"skill-certificate","colour":"red"}"#,
        r#""skill-certificate""#,
    ] {
        let body = format!(r#"{{"move":"answer","seen":0,"note":"x","cites":{cites}}}"#);
        wrong(&body, &["cites unknown_value"]);
    }
    let note = "字".repeat(2001);
    wrong(
        &format!(r#"{{"move":"ask","seen":0,"note":"{note}"}}"#),
        &["note too_long"],
    );
}

#[test]
fn a_reveal_needs_a_reason() {
    assert_eq!(
        reason(&members(r#"{"reason":"要回电话"}"#)).ok().unwrap(),
        "要回电话"
    );
    for body in ["{}", r#"{"reason":null}"#, r#"{"reason":" "}"#] {
        assert_eq!(
            named(reason(&members(body)).unwrap_err()),
            ["reason missing"]
        );
    }
    let errors = reason(&members(r#"{"reason":1,"why":"x"}"#)).unwrap_err();
    assert_eq!(named(errors), ["why unknown_name", "reason unknown_value"]);
}

#[test]
fn a_search_is_for_a_number_or_for_words() {
    let found = |body| search(&members(body)).map_err(named);
    let phone = Phone::parse("13800138000").unwrap();
    assert_eq!(
        found(r#"{"phone":"138 0013 8000"}"#),
        Ok(Search::Phone(phone))
    );
    let words = vec!["工资".to_owned(), "东门".to_owned()];
    assert_eq!(
        found(r#"{"words":" 工资　东门 "}"#),
        Ok(Search::Words(words))
    );
    assert_eq!(found("{}"), Err(vec![" missing".to_owned()]));
    let both = r#"{"phone":"13800138000","words":"x"}"#;
    assert_eq!(found(both), Err(vec![" missing".to_owned()]));
    for wrong in [
        "\"\"".to_owned(),
        "\"a b c d e f g h i\"".to_owned(),
        format!("\"{}\"", "x".repeat(101)),
    ] {
        let body = format!(r#"{{"words":{wrong}}}"#);
        assert_eq!(
            search(&members(&body)).map_err(named),
            Err(vec!["words unknown_value".to_owned()])
        );
    }
    assert_eq!(
        found(r#"{"phone":"12351"}"#),
        Err(vec!["phone unknown_value".to_owned()])
    );
}
