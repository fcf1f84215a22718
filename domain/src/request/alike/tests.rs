//! Both sides of the measure, on texts as people write them.

use super::*;
use crate::places::District;
use crate::request::{Category, Contact, Details};
use proptest::prelude::*;

#[test]
fn the_same_fault_in_other_words() {
    for (a, b) in [
        ("微波炉坏了", "微波炉不热，请尽快处理"),
        ("饮水机没有热水", "饮水机不出热水了！"),
        ("门口台阶的扶手松了", "台阶扶手松动。差点摔着"),
        (
            "“热饭”没有，或者用不了。中午排了半天队",
            "“热饭”没有，或者用不了。\n昨天也这样",
        ),
        ("空调不制冷", "你好，驿站里空调不制冷，热得坐不住"),
        ("ＷＩＦＩ连不上", "wifi 连不上，换了手机也一样"),
        (
            "The kettle is broken.",
            "Kettle still not working, please fix it",
        ),
        ("Charging sockets don’t work", "charging sockets dont work"),
    ] {
        assert!(alike(a, b) && alike(b, a), "{a} / {b}");
    }
}

#[test]
fn another_fault_at_the_same_place() {
    for (a, b) in [
        ("“热饭”没有，或者用不了。", "“充电”没有，或者用不了。"),
        ("微波炉坏了", "饮水机坏了"),
        ("空调不制冷", "空调太冷了，老人受不了"),
        ("卫生间没有纸", "卫生间的灯不亮"),
        ("早上八点不开门", "晚上十点太吵"),
        ("请尽快处理，谢谢", "请尽快处理，谢谢"),
        ("The kettle is broken.", "The toilet is broken."),
        ("It is still not working, please fix it", "It does not work"),
        ("", ""),
        ("！", "水"),
    ] {
        assert!(!alike(a, b) && !alike(b, a), "{a} / {b}");
    }
}

#[test]
fn three_fifths_are_the_threshold() {
    // Of 5 and 5 pairs 3 are shared; of 5 and 6 no more than 3.
    assert!(alike("甲乙丙丁戊己", "甲乙丙丁壬癸"));
    assert!(!alike("甲乙丙丁戊己", "甲乙丙丁壬癸子"));
}

fn submission(category: Category, place: Place) -> Submission {
    Submission {
        category,
        text: "微波炉坏了".to_owned(),
        place,
        details: Details::default(),
        contact: Contact::Anonymous,
        photos: Vec::new(),
    }
}

#[test]
fn only_what_is_open_to_all_at_one_station_is_shared() {
    let district = District::all()[0];
    let at = |id| Place::Station {
        id: StationId(id),
        district,
        street: None,
    };
    for category in Category::ALL {
        let one = submission(*category, at(7));
        let private = category.profile().private;
        assert_eq!(one.shared_at(), (!private).then_some(StationId(7)));
        assert_eq!(one.is_like(&one), !private, "{category:?}");
        for elsewhere in [at(8), Place::District(district), Place::NotSure] {
            assert!(!one.is_like(&submission(*category, elsewhere)));
        }
        let nowhere = submission(*category, Place::District(district));
        assert!(!nowhere.is_like(&nowhere), "{category:?}");
    }
    let other = submission(Category::Praise, at(7));
    assert!(!submission(Category::Station, at(7)).is_like(&other));
}

proptest! {
    #[test]
    fn it_is_the_same_both_ways_round(a in "[微波炉坏了，。 aA]{0,30}", b in "[微波炉坏了，。 aA]{0,30}") {
        prop_assert_eq!(alike(&a, &b), alike(&b, &a));
    }

    #[test]
    fn what_says_something_is_like_itself_with_anything_behind(more in "\\PC{0,60}") {
        let fault = "饮水机漏水。";
        let more = [fault, &more].concat();
        prop_assert!(alike(fault, &more));
    }
}
