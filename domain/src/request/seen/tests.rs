//! Who sees what of a submission, masked and revealed.

use super::*;
use crate::request::{Draft, Field};

fn submission(contact: &[(Field, &str)]) -> Submission {
    let mut draft = Draft::default();
    let rest = [
        (Field::Category, "pay"),
        (Field::Text, "我叫王小明，电话13800138000，\n三个月没发工资"),
        (Field::Place, "not_sure"),
        (Field::Employer, "某公司 010-65432100"),
    ];
    for (field, value) in rest.iter().chain(contact) {
        draft.set(*field, value);
    }
    draft.submission(|_| None).unwrap()
}

fn told(text: &str) -> Personal {
    Personal::Told(text.into())
}

/// Debug hides what is personal, so what differs is not printed.
#[track_caller]
fn check(seen: &Seen, phone: Personal, name: Option<Personal>) {
    assert!(
        seen.contact == SeenContact::Phone { phone, name },
        "{:?}",
        seen.contact
    );
}

#[test]
fn each_level_sees_what_the_worker_chose_for_it() {
    let submission = submission(&[
        (Field::Contact, "phone"),
        (Field::Phone, "138 0013 8000"),
        (Field::PhoneSeenBy, "street,city"),
        (Field::Name, "王小明"),
        (Field::NameSeenBy, "district,city"),
    ]);
    use Level::{City, District, Street};
    use Personal::Withheld;
    check(
        &submission.masked_for(Street),
        told("138****8000"),
        Some(Withheld),
    );
    check(
        &submission.masked_for(District),
        Withheld,
        Some(told("王**")),
    );
    check(
        &submission.masked_for(City),
        told("138****8000"),
        Some(told("王**")),
    );
    check(
        &submission.revealed_to(Street),
        told("13800138000"),
        Some(Withheld),
    );
    check(
        &submission.revealed_to(District),
        Withheld,
        Some(told("王小明")),
    );
    check(
        &submission.revealed_to(City),
        told("13800138000"),
        Some(told("王小明")),
    );
}

#[test]
fn the_text_stays_readable_and_its_numbers_are_masked() {
    let submission = submission(&[(Field::Contact, "anonymous")]);
    let masked = submission.masked_for(Level::City);
    assert_eq!(masked.text, "我叫王小明，电话138****8000，\n三个月没发工资");
    assert_eq!(
        masked.details.employer.as_deref(),
        Some("某公司 010-****2100")
    );
    assert_eq!(masked.contact, SeenContact::Anonymous);
    let revealed = submission.revealed_to(Level::City);
    assert_eq!(revealed.text, submission.text);
    assert_eq!(revealed.details, submission.details);
}

#[test]
fn every_number_that_is_taken_is_masked() {
    for phone in [
        "13800138000",
        "010-65432100",
        "0755-22345678",
        "0316-2234567",
    ] {
        let submission = submission(&[
            (Field::Contact, "phone"),
            (Field::Phone, phone),
            (Field::PhoneSeenBy, "street"),
        ]);
        let SeenContact::Phone {
            phone: Personal::Told(masked),
            ..
        } = submission.masked_for(Level::Street).contact
        else {
            panic!("{phone} is not told");
        };
        let digits = phone.replace('-', "");
        assert_eq!(masked.len(), digits.len());
        assert!(masked.matches('*').count() >= 3, "{masked}");
    }
}

#[test]
fn a_name_keeps_its_first_character_at_most() {
    for (name, masked) in [
        ("王小明", "王**"),
        ("王明", "王**"),
        ("王", "**"),
        (" 欧阳", "欧**"),
        ("John Smith", "J**"),
        ("", "**"),
    ] {
        assert_eq!(masked_name(name), masked);
    }
}
