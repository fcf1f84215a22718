//! What somebody sent while too much was asked from there.

use super::super::says;
use super::NAUGHTY;
use super::examples::*;
use super::sent::sent;
use crate::request::{Followed, Shown};
use crate::wording::Lang;
use domain::request::{Move, Note, Survey};

#[test]
fn what_was_sent_while_too_much_was_asked_is_sent_again_with_one_button() {
    let reference = filed().reference;
    let again = |inputs: &[(&str, String)]| {
        let html = says(Lang::Zh, held(inputs), &["先缓一缓", "12351"]);
        let inputs = sent(&html, &format!("/requests/{reference}"));
        let inputs: Vec<_> = inputs
            .iter()
            .map(|(name, value)| (&**name, &**value))
            .collect();
        Followed::read(&body(&inputs))
    };
    for naughty in NAUGHTY {
        let followed = again(&message(naughty));
        assert_eq!(followed.secret.map(Shown), Some(Shown(secret())));
        assert_eq!(followed.key.as_deref(), Some(KEY));
        let wish = followed.wish.unwrap().unwrap();
        assert_eq!(wish.what, Move::Write);
        assert_eq!(wish.note, Note::Said(naughty.to_owned()));
    }
    let mut verdict = message("");
    verdict[2].1 = "not_solved".to_owned();
    verdict.extend([
        ("reached", "yes".to_owned()),
        ("satisfied", "no".to_owned()),
    ]);
    let survey = Survey {
        reached: Some(true),
        satisfied: Some(false),
    };
    let wish = again(&verdict).wish.unwrap().unwrap();
    assert_eq!(wish.what, Move::NotSolved(survey));
    assert!(again(&message("")[..1]).wish.is_none(), "only the secret");
}

#[test]
fn help_comes_first_also_where_too_much_was_asked() {
    let inputs = message("不想活了");
    let html = says(Lang::Zh, held(&inputs), &["tel:12356", "不想活了"]);
    assert!(html.find("tel:12356") < html.find("<h1>"));
    assert!(
        !html.contains(r#"name="danger""#),
        "the next page shows it with its way on"
    );
    let shown = [inputs, vec![("danger", "shown".to_owned())]].concat();
    says(Lang::Zh, held(&shown), &[r#"name="danger" value="shown""#]);
}
