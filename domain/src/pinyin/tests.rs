//! What finds a word, and what does not.

use super::*;
use std::collections::BTreeSet;

#[track_caller]
fn check(text: &str, found_by: &[&str], not_by: &[&str]) {
    let readings = Readings::of_characters(&text.chars().collect());
    let finds = |word: &str| Needle::new(word, &readings).is_in(text, &readings);
    for word in found_by {
        assert!(finds(word), "{word} should find {text}");
    }
    for word in not_by {
        assert!(!finds(word), "{word} should not find {text}");
    }
}

#[test]
fn written_heard_and_abbreviated() {
    check(
        "中关村街道暖心驿站3号",
        &[
            "暖心",
            "驿站3",
            "nuanxinyizhan",
            "NuanXin",
            "ｎｘｙｚ",
            "nxyz",
            "zgcjd",
            "zhongguancun",
        ],
        &["心暖", "uanxin", "nxzy", "nuanxn站", "4号"],
    );
}

#[test]
fn every_way_of_writing_a_letter_is_the_letter() {
    for text in ["WiFi", "wifi", "ＷＩＦＩ", "ｗｉｆｉ"] {
        check(text, &["wifi", "WIFI", "Ｗifi", "fi"], &["wf"]);
    }
}

#[test]
fn word_may_end_inside_a_syllable() {
    check(
        "暖心驿站",
        &["nuanxinyizh", "nua", "xinyi"],
        &["nuanxinyizhang"],
    );
}

#[test]
fn any_reading_of_a_character() {
    check(
        "重庆大厦",
        &["chongqing", "zhongqing", "dasha", "daxia"],
        &[],
    );
    check("大栅栏街道", &["dashilan", "dazhalan", "dsl"], &[]);
}

#[test]
fn empty_word_is_in_everything() {
    check("", &["", "'"], &["a"]);
    check("暖", &[""], &[]);
}

#[test]
fn every_spelling_is_a_syllable_but_interjections() {
    let characters = '\u{3000}'..='\u{a000}';
    let unread: BTreeSet<&str> = characters
        .flat_map(write::spellings)
        .filter(|plain| Syllable::parse(plain).is_none())
        .collect();
    assert_eq!(unread, BTreeSet::from(["hm", "m", "ê"]));
}

#[test]
fn characters_at_the_edges_of_the_dictionary() {
    #[track_caller]
    fn check(character: char, spellings: &[&str]) {
        let found: Vec<&str> = write::spellings(character).collect();
        assert_eq!(found, spellings, "{character}");
    }
    check('〇', &["ling", "xing", "yuan"]);
    check('一', &["yi"]);
    check('龥', &["yu"]);
    for unknown in ['a', '，', '\u{3fff}', '\u{ffff}', '𠀀'] {
        check(unknown, &[]);
    }
}

#[test]
fn syllable_is_spelt_as_it_was_read() {
    for plain in ["zhan", "a", "er", "lv", "nve", "yuan", "xiong", "wu", "ng"] {
        let syllable = Syllable::parse(plain).unwrap();
        assert_eq!(syllable.letters().collect::<String>(), plain);
    }
}

#[test]
fn long_needle_and_long_text_stay_linear() {
    let text = "啊".repeat(20_000);
    let readings = Readings::of_characters(&['啊'].into());
    assert!(!Needle::new(&("a".repeat(62) + "b"), &readings).is_in(&text, &readings));
    assert!(Needle::new(&"a".repeat(100), &readings).is_in(&text, &readings));
}
