//! The contrast of every pair of colours that stand on each other, computed from the tokens.

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../style/tokens.css");

/// What stands on what, and whether it is text (else the edge of something one uses).
const PAIRS: [(&str, &str, bool); 11] = [
    ("ink", "paper", true),
    ("ink", "sheet", true),
    ("soft", "paper", true),
    ("soft", "sheet", true),
    ("danger", "paper", true),
    ("danger", "sheet", true),
    ("on-act", "act", true),
    ("paper", "ink", true),
    ("edge", "paper", false),
    ("edge", "sheet", false),
    ("act", "paper", false),
];

/// WCAG 2.2: 1.4.3 and 1.4.11; large print keeps 1.4.6.
#[track_caller]
fn check(theme: &str, tokens: &BTreeMap<&str, &str>, text: f64) {
    for (front, back, is_text) in PAIRS {
        let ratio = contrast(tokens[front], tokens[back]);
        let wanted = if is_text { text } else { 3.0 };
        assert!(
            ratio >= wanted,
            "{theme}: --{front} on --{back} is {ratio:.2}, not {wanted}"
        );
    }
}

#[test]
fn text_can_be_read_in_every_theme() {
    let [light, dark, large, large_dark] = themes();
    check("light", &light, 4.5);
    check("dark", &dark, 4.5);
    check("large print", &large, 7.0);
    check("large print, dark", &large_dark, 7.0);
}

#[test]
fn print_is_as_large_as_promised() {
    let [light, _, large, _] = themes();
    assert_eq!((light["text"], light["target"]), ("17px", "44px"));
    assert_eq!((large["text"], large["target"]), ("22px", "60px"));
}

#[test]
fn the_bar_of_the_browser_has_the_colour_of_the_paper() {
    let [light, dark, ..] = themes();
    let frame = include_str!("../src/document/frame.rs");
    assert!(frame.contains(light["paper"]) && frame.contains(dark["paper"]));
}

/// Light, dark, large print, large print in the dark: the blocks of the file, each on top of
/// those that hold with it.
fn themes() -> [BTreeMap<&'static str, &'static str>; 4] {
    let blocks: Vec<_> = TOKENS
        .split('{')
        .skip(1)
        .map(|block| block.split('}').next().unwrap_or_default())
        .filter(|block| block.contains("--"))
        .map(|block| {
            block.lines().filter_map(|line| {
                line.trim()
                    .strip_prefix("--")?
                    .trim_end_matches(';')
                    .split_once(": ")
            })
        })
        .collect();
    let Ok([light, dark, large, large_dark]) = <[_; 4]>::try_from(blocks) else {
        panic!("four themes");
    };
    let light: BTreeMap<_, _> = light.collect();
    let with = |base: &BTreeMap<&'static str, &'static str>,
                more: Vec<(&'static str, &'static str)>| {
        base.clone()
            .into_iter()
            .chain(more)
            .collect::<BTreeMap<_, _>>()
    };
    let dark = with(&light, dark.collect());
    let large = large.collect::<Vec<_>>();
    let large_dark = with(&with(&dark, large.clone()), large_dark.collect());
    [light.clone(), dark, with(&light, large), large_dark]
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance of `#rrggbb`, as WCAG defines it.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour is #rrggbb");
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
