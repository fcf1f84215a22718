//! Drafts, good and bad.

use super::Problem::*;
use super::*;
use crate::places::District;
use crate::station::StationId;
use crate::union::{Level, LevelSet};
use proptest::prelude::*;

const STATION: u32 = 42;

fn good() -> Draft {
    let mut draft = Draft::default();
    draft.set(Field::Category, "pay");
    draft.set(Field::Text, "三个月没发工资");
    draft.set(Field::Place, "area");
    draft.set(Field::District, "110101");
    draft.set(Field::Contact, "anonymous");
    draft
}

/// The names of so many photos.
fn names(count: u8) -> String {
    let names = (0..count).map(|byte| PhotoName::new([byte; 32]).to_string());
    names.collect::<Vec<_>>().join(",")
}

fn with(fields: &[(Field, &str)]) -> Draft {
    let mut draft = good();
    for (field, value) in fields {
        draft.set(*field, value);
    }
    draft
}

fn read(draft: &Draft) -> Result<Submission, Vec<FieldProblem>> {
    let district = District::all()[0];
    draft.submission(|id| (id == StationId(STATION)).then_some((district, None)))
}

#[track_caller]
fn bad(fields: &[(Field, &str)], expected: &[(Field, Problem)]) {
    let problems = read(&with(fields)).unwrap_err();
    let found: Vec<_> = problems
        .iter()
        .map(|each| (each.field, each.problem))
        .collect();
    assert_eq!(found, expected);
}

#[track_caller]
fn taken(fields: &[(Field, &str)]) -> Submission {
    read(&with(fields)).unwrap()
}

#[test]
fn the_codes_are_in_the_order_of_the_fields() {
    for (index, field) in Field::all().enumerate() {
        assert_eq!(field as usize, index);
        assert_eq!(Field::from_code(field.code()), Some(field));
    }
    assert_eq!(Field::from_code("idempotency_key"), None);
}

#[test]
fn little_is_needed() {
    let submission = read(&good()).unwrap();
    assert_eq!(submission.category, Category::Pay);
    assert_eq!(submission.text, "三个月没发工资");
    assert_eq!(submission.place, Place::District(District::all()[0]));
    assert_eq!(submission.details, Details::default());
    assert_eq!(submission.contact, Contact::Anonymous);
    assert_eq!(submission.photos, []);
}

#[test]
fn every_bad_field_is_named_at_once() {
    let problems = read(&Draft::default()).unwrap_err();
    let fields: Vec<_> = problems
        .iter()
        .map(|each| (each.field, each.problem))
        .collect();
    let needed = [Field::Category, Field::Text, Field::Place, Field::Contact];
    assert_eq!(fields, needed.map(|field| (field, Missing)));
    bad(
        &[
            (Field::Category, "cinema"),
            (Field::Text, " \n\u{3000}"),
            (Field::District, "110100"),
            (Field::Contact, "phone"),
            (Field::Phone, "12345"),
            (Field::Name, "李"),
            (Field::Photos, &names(3)),
        ],
        &[
            (Field::Category, NotAChoice),
            (Field::Text, Missing),
            (Field::District, NoSuchPlace),
            (Field::Phone, NotAPhone),
            (Field::PhoneSeenBy, SeenByNobody),
            (Field::NameSeenBy, SeenByNobody),
            (Field::Photos, TooMany { found: 3, most: 2 }),
        ],
    );
}

#[test]
fn both_sides_of_every_length() {
    let most = bounds::TEXT_CHARS;
    let long = "暖".repeat(most);
    assert_eq!(taken(&[(Field::Text, &long)]).text, long);
    let longer = long + "\r\n";
    bad(
        &[(Field::Text, &longer)],
        &[(
            Field::Text,
            TooLong {
                found: most + 1,
                most,
            },
        )],
    );
    let most = bounds::LINE_CHARS;
    let long = "司".repeat(most);
    assert_eq!(
        taken(&[(Field::Employer, &long)]).details.employer,
        Some(long.clone())
    );
    bad(
        &[(Field::Employer, &(long + "司"))],
        &[(
            Field::Employer,
            TooLong {
                found: most + 1,
                most,
            },
        )],
    );
    assert_eq!(taken(&[(Field::Photos, &names(2))]).photos.len(), 2);
}

#[test]
fn text_is_kept_as_typed_but_for_the_kind_of_line_break() {
    let typed = " 一</textarea><script>\r\n二\r三\n\u{0}😀 ";
    assert_eq!(
        taken(&[(Field::Text, typed)]).text,
        " 一</textarea><script>\n二\n三\n\u{0}😀 "
    );
}

#[test]
fn a_place_is_a_station_a_street_a_district_or_unsure() {
    let district = District::all()[0];
    let street = district.streets()[0];
    let code = street.code().to_string();
    let station = STATION.to_string();
    let at_station = taken(&[(Field::Place, "station"), (Field::Station, &station)]).place;
    assert_eq!(
        at_station,
        Place::Station {
            id: StationId(STATION),
            district,
            street: None
        }
    );
    assert_eq!(
        taken(&[(Field::Street, &code)]).place,
        Place::Street(street)
    );
    assert_eq!(taken(&[(Field::Place, "not_sure")]).place, Place::NotSure);
    for number in ["43", "042", "+42", "-1", "99999999999"] {
        let fields = [(Field::Place, "station"), (Field::Station, number)];
        bad(&fields, &[(Field::Station, NoSuchPlace)]);
    }
    bad(&[(Field::Place, "station")], &[(Field::Station, Missing)]);
    bad(
        &[(Field::Place, "area"), (Field::District, "")],
        &[(Field::District, Missing)],
    );
    bad(
        &[(Field::District, "110102"), (Field::Street, &code)],
        &[(Field::Street, NoSuchPlace)],
    );
    bad(&[(Field::Place, "moon")], &[(Field::Place, NotAChoice)]);
}

#[test]
fn details_are_those_that_the_category_asks() {
    let typed = [
        (Field::Employer, " 某公司 "),
        (Field::Since, "上个月"),
        (Field::People, "十来个"),
        (Field::Child, "二年级"),
        (Field::Programme, "joining"),
    ];
    let of = |category| {
        let mut draft = with(&typed);
        draft.set(Field::Category, category);
        read(&draft).unwrap().details
    };
    let line = |text: &str| Some(text.to_owned());
    let pay = Details {
        employer: line("某公司"),
        since: line("上个月"),
        people: line("十来个"),
        ..Details::default()
    };
    assert_eq!(of("pay"), pay);
    assert_eq!(
        of("childcare"),
        Details {
            child: line("二年级"),
            ..Details::default()
        }
    );
    assert_eq!(
        of("programme"),
        Details {
            programme: Programme::from_id("joining"),
            ..Details::default()
        }
    );
    assert_eq!(of("praise"), Details::default());
    bad(
        &[
            (Field::Category, "programme"),
            (Field::Programme, "lottery"),
        ],
        &[(Field::Programme, NotAChoice)],
    );
}

#[test]
fn photos_are_taken_where_they_are_of_use() {
    bad(
        &[(Field::Category, "joining"), (Field::Photos, &names(1))],
        &[(Field::Photos, TooMany { found: 1, most: 0 })],
    );
    bad(&[(Field::Photos, "1")], &[(Field::Photos, NotAChoice)]);
}

#[test]
fn photos_come_in_the_order_in_which_they_were_sent_and_each_once() {
    let [first, second] = [7, 0xab].map(|byte| PhotoName::new([byte; 32]));
    let sent = format!("{second}, {first},,{second}");
    assert_eq!(taken(&[(Field::Photos, &sent)]).photos, [second, first]);
}

#[test]
fn the_name_of_a_photo_has_one_spelling() {
    let name = PhotoName::new([0xab; 32]);
    let text = name.to_string();
    assert_eq!(text, "ab".repeat(32));
    assert_eq!(PhotoName::parse(&text), Some(name));
    let others = [
        text.to_uppercase(),
        text[1..].to_owned(),
        text.clone() + "0",
        "+a".repeat(32),
    ];
    for other in others {
        assert_eq!(PhotoName::parse(&other), None, "{other}");
    }
    assert_eq!(PhotoName::parse(""), None);
}

#[test]
fn the_worker_says_who_sees_name_and_number() {
    let mut draft = with(&[
        (Field::Contact, "phone"),
        (Field::Phone, "+86 138－0013 8000"),
        (Field::Name, " 李师傅 "),
    ]);
    draft.add(Field::PhoneSeenBy, "street");
    draft.add(Field::PhoneSeenBy, "city");
    draft.add(Field::NameSeenBy, "district");
    assert!(draft.has(Field::PhoneSeenBy, "city") && !draft.has(Field::PhoneSeenBy, "district"));
    let Contact::Phone {
        phone,
        seen_by,
        name,
    } = read(&draft).unwrap().contact
    else {
        panic!("not by phone");
    };
    assert_eq!(phone.digits(), "13800138000");
    assert!(seen_by.iter().eq([Level::Street, Level::City]));
    let name = name.unwrap();
    assert_eq!(
        (&*name.name, name.seen_by),
        ("李师傅", LevelSet::EMPTY.with(Level::District))
    );
    draft.set(Field::PhoneSeenBy, "street,boss");
    assert_eq!(
        read(&draft).unwrap_err(),
        [FieldProblem {
            field: Field::PhoneSeenBy,
            problem: NotAChoice
        }]
    );
    draft.set(Field::Contact, "anonymous");
    assert_eq!(read(&draft).unwrap().contact, Contact::Anonymous);
}

#[test]
fn phones_are_read_as_people_type_them() {
    #[track_caller]
    fn check(typed: &str, digits: Option<&str>) {
        assert_eq!(Phone::parse(typed).as_ref().map(Phone::digits), digits);
    }
    check("13800138000", Some("13800138000"));
    check("（0086）138 0013 8000", Some("13800138000"));
    check("１３８００１３８０００", Some("13800138000"));
    check("(010) 6543-2100", Some("01065432100"));
    check("65432100", None);
    check("138001380001", None);
    check("138o0138000", None);
}

#[test]
fn personal_data_is_not_written_by_accident() {
    let fields = [
        (Field::Contact, "phone"),
        (Field::Phone, "13800138000"),
        (Field::PhoneSeenBy, "city"),
        (Field::Name, "李师傅"),
        (Field::NameSeenBy, "city"),
    ];
    let written = format!("{:?}", taken(&fields).contact);
    assert!(
        !written.contains("138") && !written.contains('李'),
        "{written}"
    );
}

proptest! {
    #[test]
    fn any_draft_is_read_and_kept(values in proptest::collection::vec((0..17_usize, any::<String>()), 0..20)) {
        let mut draft = good();
        for (field, value) in &values {
            draft.set(Field::all().nth(*field).unwrap(), value);
        }
        let before = draft.clone();
        if let Err(problems) = read(&draft) {
            prop_assert!(!problems.is_empty());
            prop_assert!(problems.is_sorted_by(|one, other| one.field < other.field));
        }
        prop_assert_eq!(draft, before);
    }
}
