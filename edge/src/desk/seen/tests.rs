//! Every way to see a submission comes back as it was.

use super::*;
use domain::places::District;
use domain::request::Place;

#[test]
fn every_way_to_see_a_submission_comes_back() {
    let told = || Personal::Told("王**".into());
    let contacts = [
        SeenContact::Anonymous,
        SeenContact::Reference { name: None },
        SeenContact::Reference {
            name: Some(Personal::Withheld),
        },
        SeenContact::Phone {
            phone: Personal::Withheld,
            name: Some(told()),
        },
        SeenContact::Phone {
            phone: told(),
            name: None,
        },
    ];
    for contact in contacts {
        let seen = Seen {
            category: Category::Pay,
            text: "一行\n“两行”".into(),
            place: Place::District(District::all()[3]),
            details: Details {
                employer: Some("某公司".into()),
                programme: Some(Programme::SKILL_CERTIFICATE),
                ..Details::default()
            },
            contact,
            photos: 2,
        };
        let json = serde_json::to_string(&StoredSeen::new(seen.clone())).unwrap();
        let read: StoredSeen = serde_json::from_str(&json).unwrap();
        assert_eq!(read.read().ok(), Some(seen), "{json}");
    }
}
