//! Every kind of submission comes back as it was.

use super::*;
use domain::request::{Draft, Field};

#[track_caller]
fn check(typed: &[(Field, &str)]) {
    let mut draft = Draft::default();
    for (field, value) in typed {
        draft.set(*field, value);
    }
    let street = Street::from_code(110_101_001).unwrap();
    let station = |id: StationId| match id.0 {
        1 => Some((street.district(), Some(street))),
        2 => Some((street.district(), None)),
        _ => None,
    };
    let submission = draft.submission(station).unwrap();
    let json = serde_json::to_string(&Stored::new(&submission)).unwrap();
    let read = serde_json::from_str::<Stored>(&json).unwrap().read();
    assert_eq!(read.ok(), Some(submission), "{json}");
}

#[test]
fn every_kind_of_submission_comes_back() {
    use Field::*;
    let other = [(Category, "other"), (Text, "一行\n“两行”</textarea>")];
    let unsure = [(Place, "not_sure"), (Contact, "anonymous")];
    check(&[other, unsure].concat());
    for station in ["1", "2"] {
        let at = [
            (Place, "station"),
            (Station, station),
            (Contact, "reference"),
        ];
        check(&[&other[..], &at].concat());
    }
    let area = [(Place, "area"), (District, "110101")];
    check(&[&other[..], &area, &[(Contact, "anonymous")]].concat());
    let photos = &*["ab".repeat(32), "cd".repeat(32)].join(",");
    let phone = [
        (Category, "pay"),
        (Text, "x"),
        (Street, "110101001"),
        (Employer, "某公司"),
        (Since, "九月"),
        (People, "十几个"),
        (Photos, photos),
        (Contact, "phone"),
        (Phone, "+86 138-0013-8000"),
        (PhoneSeenBy, "street,city"),
        (Name, "王小明"),
        (NameSeenBy, "district"),
    ];
    check(&[&area[..], &phone].concat());
    let asks = [
        (Category, "programme"),
        (Programme, "hardship-aid"),
        (Text, "x"),
    ];
    check(&[&asks[..], &unsure].concat());
    let child = [(Category, "childcare"), (Child, "三年级"), (Text, "x")];
    let named = [
        (Place, "not_sure"),
        (Contact, "reference"),
        (Name, "王"),
        (NameSeenBy, "city"),
    ];
    check(&[&child[..], &named].concat());
}
