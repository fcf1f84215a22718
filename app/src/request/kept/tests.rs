//! What is kept, for how long, and when it is tried again.

use super::*;

const KEY: &str = "key-0123456789abcdef";
const OTHER: &str = "another-0123456789ab";

fn at(minutes: i64) -> BeijingTime {
    let noon = BeijingTime::from_rfc3339("2026-11-20T12:00:00+08:00").unwrap();
    noon.plus_minutes(minutes)
}

fn form(key: &str, text: &str) -> Form {
    let mut form = Form::read(b"category=pay&place=not_sure&contact=anonymous", key);
    form.draft.set(Field::Text, text);
    form.draft.set(Field::PhoneSeenBy, "street,city");
    form
}

fn waiting(key: &str) -> Kept {
    let mut kept = Kept::default();
    kept.send_off(&form(key, "两个月没发工资"), at(0));
    kept
}

fn seconds_to_wait_after(answers: &[Answer]) -> Option<i64> {
    let mut kept = waiting(KEY);
    for answer in answers {
        kept.settle(KEY, answer, at(0));
    }
    kept.seconds_to_wait(at(0))
}

#[test]
fn what_is_kept_is_read_again_as_it_was() {
    let mut kept = waiting(KEY);
    kept.settle(KEY, &Answer::Busy(Some(30)), at(1));
    kept.write(&form(OTHER, "第一行\n第二行 & 100% +1\t=\u{202e}"), at(2));
    kept.send_off(&form("third-0123456789abcd", "x"), at(3));
    let page = "<title>收到了</title>\n<main id=\"main\">&amp;</main>".to_owned();
    kept.settle("third-0123456789abcd", &Answer::Received(page), at(3));
    assert_eq!(Kept::from_text(&kept.to_text()), kept);
    assert_eq!(kept.items().len(), 3);
}

#[test]
fn what_makes_no_sense_is_passed_over() {
    let kept = waiting(KEY);
    for broken in [
        "",
        "\n\n",
        "key=a&at=x&body=b\n",
        "at=1&body=b\n",
        "key=a&at=1\n",
        "\u{0}%%%=&&",
    ] {
        assert!(Kept::from_text(broken).is_empty(), "{broken:?}");
        let among = [broken, "\n", &kept.to_text()].concat();
        assert_eq!(Kept::from_text(&among), kept, "{broken:?}");
    }
}

#[test]
fn a_draft_comes_back_as_the_form_it_was_and_says_nothing_of_what_it_signals() {
    let mut typed = form(KEY, "我不想活了\n真的");
    typed.danger_shown = true;
    let mut kept = Kept::default();
    kept.write(&typed, at(0));
    let State::Draft { body } = &kept.items()[0].state else {
        panic!("{kept:?}")
    };
    let read = Form::read(body.as_bytes(), "");
    assert_eq!(read.draft, typed.draft);
    assert_eq!((read.key.as_str(), read.step), (KEY, Step::Edit));
    assert!(!read.danger_shown && !kept.to_text().contains("danger"));
}

#[test]
fn what_waits_says_nothing_of_it_either_and_is_sent_with_it() {
    let mut kept = Kept::default();
    let mut typed = form(KEY, "我不想活了");
    typed.danger_shown = true;
    kept.send_off(&typed, at(0));
    assert!(!kept.to_text().contains("danger"));
    let (_, body) = kept.due(at(0)).unwrap();
    let sent = Form::read(body.as_bytes(), "");
    assert!(sent.danger_shown && sent.step == Step::Send);
    let (_, harmless) = waiting(KEY).due(at(0)).unwrap();
    assert!(!Form::read(harmless.as_bytes(), "").danger_shown);
}

#[test]
fn what_joins_another_does_so_whenever_it_is_sent() {
    for (pressed, sent) in [
        (Step::Join, Step::Join),
        (Step::Send, Step::Send),
        (Step::Check, Step::Send),
    ] {
        let mut kept = Kept::default();
        let mut typed = form(KEY, "x");
        typed.step = pressed;
        kept.send_off(&typed, at(0));
        let (_, body) = kept.due(at(0)).unwrap();
        assert_eq!(Form::read(body.as_bytes(), "").step, sent);
    }
}

#[test]
fn a_week_after_the_last_change_it_is_gone() {
    let mut kept = waiting(KEY);
    kept.write(&form(OTHER, "x"), at(0));
    kept.forget_old(at(MOST_MINUTES - 1));
    assert_eq!(kept.items().len(), 2);
    kept.write(&form(OTHER, "xy"), at(MOST_MINUTES - 1));
    kept.forget_old(at(MOST_MINUTES));
    assert!(kept.get(KEY).is_none() && kept.get(OTHER).is_some());
}

#[test]
fn a_clock_that_was_wrong_keeps_nothing_for_ever() {
    let mut kept = Kept::default();
    kept.write(&form(KEY, "x"), at(1_000_000));
    kept.forget_old(at(0));
    assert_eq!(kept.get(KEY).map(|item| item.at), Some(at(0)));
    kept.forget_old(at(MOST_MINUTES));
    assert!(kept.is_empty());
}

#[test]
fn of_too_many_drafts_the_oldest_goes() {
    let mut kept = waiting(KEY);
    for number in 0..=MOST_DRAFTS {
        let key = format!("draft-0123456789-{number}");
        kept.write(&form(&key, "x"), at(number as i64));
    }
    assert!(kept.get("draft-0123456789-0").is_none());
    assert!(kept.get("draft-0123456789-1").is_some());
    assert!(kept.get(KEY).is_some());
}

#[test]
fn what_is_on_its_way_is_one_item_and_typing_on_does_not_change_it() {
    let mut kept = Kept::default();
    kept.write(&form(KEY, "x"), at(0));
    kept.send_off(&form(KEY, "x"), at(1));
    let sent_off = kept.clone();
    kept.write(&form(KEY, "xy"), at(2));
    assert_eq!(kept, sent_off);
    kept.settle(KEY, &Answer::Received("receipt".to_owned()), at(2));
    let received = kept.clone();
    kept.send_off(&form(KEY, "x"), at(3));
    assert_eq!(kept, received);
}

#[test]
fn pauses_grow_and_end_at_five_minutes() {
    let pauses: Vec<_> = (1..=8)
        .map(|tries| seconds_to_wait_after(&vec![Answer::NoNetwork; tries]).unwrap())
        .collect();
    assert_eq!(pauses, [5, 10, 20, 40, 80, 160, 300, 300]);
    assert_eq!((pause(63), pause(64), pause(u32::MAX)), (300, 300, 300));
}

#[test]
fn a_site_that_asks_for_patience_is_given_it() {
    let after = |asked| seconds_to_wait_after(&[Answer::Busy(asked)]);
    assert_eq!(after(Some(90)), Some(90));
    assert_eq!(after(None), Some(5));
    assert_eq!(after(Some(-1)), Some(1));
    assert_eq!(after(Some(i64::MAX)), Some(3600));
    let mut kept = waiting(KEY);
    kept.settle(KEY, &Answer::Busy(Some(90)), at(0));
    kept.hurry(at(1));
    assert_eq!(kept.due(at(1)), None);
    assert!(kept.due(at(2)).is_some());
}

#[test]
fn when_the_network_is_back_nobody_waits_for_the_pause() {
    let mut kept = waiting(KEY);
    for _ in 0..7 {
        kept.settle(KEY, &Answer::NoNetwork, at(0));
    }
    assert_eq!(kept.due(at(4)), None);
    kept.hurry(at(4));
    assert!(kept.due(at(4)).is_some());
}

#[test]
fn answers_are_told_apart() {
    let page = || Some("page".to_owned());
    let of = |status, page| Answer::of(status, Some(7), page);
    assert_eq!(of(201, page()), Answer::Received("page".to_owned()));
    // A network that wants one to sign in first answers for the site.
    assert_eq!(of(201, None), Answer::NoNetwork);
    assert_eq!(of(200, None), Answer::NoNetwork);
    for status in [200, 404, 413, 422] {
        assert_eq!(
            of(status, page()),
            Answer::Asks("page".to_owned()),
            "{status}"
        );
    }
    for status in [408, 429, 500, 503, 504] {
        assert_eq!(of(status, page()), Answer::Busy(Some(7)), "{status}");
        assert_eq!(of(status, None), Answer::Busy(Some(7)), "{status}");
    }
}

#[test]
fn what_was_not_taken_is_a_draft_again() {
    let draft = |kept: &Kept| {
        matches!(
            kept.items(),
            [Item {
                state: State::Draft { .. },
                ..
            }]
        )
    };
    let mut refused = waiting(KEY);
    refused.settle(KEY, &Answer::Asks("page".to_owned()), at(0));
    assert!(draft(&refused));
    let mut taken_back = waiting(KEY);
    taken_back.take_back(KEY);
    assert!(draft(&taken_back));
    assert_eq!(taken_back.due(at(0)), None);
}

#[test]
fn an_answer_changes_only_what_waits_for_it() {
    let mut kept = waiting(KEY);
    kept.settle(OTHER, &Answer::NoNetwork, at(0));
    assert_eq!(kept, waiting(KEY));
    kept.take_back(KEY);
    let draft = kept.clone();
    kept.settle(KEY, &Answer::NoNetwork, at(0));
    assert_eq!(kept, draft);
}

#[test]
fn a_receipt_is_kept_whatever_became_of_the_item_meanwhile() {
    for meanwhile in [Kept::take_back, Kept::forget] {
        let mut kept = waiting(KEY);
        meanwhile(&mut kept, KEY);
        kept.settle(KEY, &Answer::Received("receipt".to_owned()), at(1));
        assert!(kept.get(KEY).unwrap().is_received());
        kept.forget(KEY);
        assert!(kept.is_empty());
    }
}

#[test]
fn a_form_in_which_only_boxes_are_ticked_is_not_kept() {
    assert!(!is_worth_keeping(&form(KEY, " \n")));
    assert!(is_worth_keeping(&form(KEY, "一")));
}
