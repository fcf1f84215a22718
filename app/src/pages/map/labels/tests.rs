//! Tags never lie over each other, on any paper.

use super::*;
use domain::map::World;

fn sheet() -> Sheet {
    Sheet::around([World { x: 0, y: 0 }, World { x: 1000, y: 900 }]).unwrap()
}

fn label(x: f64, y: f64, width_em: f64, weight: u32) -> Label {
    Label {
        anchor: Spot { x, y },
        width_em,
        weight,
    }
}

/// What every placement must be: on the paper, and nothing over anything, on a phone and on a desk.
#[track_caller]
pub(in super::super) fn check(
    sheet: &Sheet,
    labels: &[Label],
    placed: &[Option<Placed>],
    print: Print,
) {
    for (letter, wide) in [(print.narrow, false), (print.wide, true)] {
        let shown: Vec<_> = labels
            .iter()
            .zip(placed)
            .filter_map(|(label, placed)| Some((label, placed.as_ref()?)))
            .filter(|(_, placed)| wide || !placed.only_wide)
            .map(|(label, placed)| corners(placed.at, label.width_em, letter))
            .collect();
        for (index, one) in shown.iter().enumerate() {
            let (from, to) = one;
            assert!(from.x >= 0.0 && from.y >= 0.0, "{one:?} sticks out");
            assert!(to.x <= WIDTH && to.y <= sheet.height, "{one:?} sticks out");
            for other in &shown[index + 1..] {
                assert!(!overlap(*one, *other), "{one:?} lies over {other:?}");
            }
        }
    }
}

#[test]
fn a_tag_alone_stands_where_it_belongs() {
    let labels = [label(100.0, 100.0, 4.0, 1)];
    let placed = place(&sheet(), &labels, Print::NORMAL, Parts::Districts);
    let at = Spot { x: 100.0, y: 100.0 };
    assert_eq!(
        placed,
        [Some(Placed {
            at,
            only_wide: false
        })]
    );
}

#[test]
fn a_tag_at_the_rim_is_pushed_onto_the_paper() {
    let sheet = sheet();
    let labels = [label(0.0, 0.0, 5.0, 1), label(WIDTH, sheet.height, 5.0, 1)];
    for print in [Print::NORMAL, Print::LARGE] {
        let placed = place(&sheet, &labels, print, Parts::Districts);
        assert!(placed.iter().all(Option::is_some));
        check(&sheet, &labels, &placed, print);
    }
}

#[test]
fn the_heavier_one_stands_where_both_want_to_and_the_other_beside_it() {
    let labels = [label(150.0, 150.0, 4.0, 1), label(152.0, 150.0, 4.0, 9)];
    let placed = place(&sheet(), &labels, Print::NORMAL, Parts::Districts);
    check(&sheet(), &labels, &placed, Print::NORMAL);
    let [Some(light), Some(heavy)] = placed[..] else {
        panic!("{placed:?}")
    };
    assert_eq!(heavy.at, Spot { x: 152.0, y: 150.0 });
    assert!(!covers(light.at, 4.0, Print::NORMAL.narrow, heavy.at));
}

#[test]
fn where_it_is_too_crowded_for_a_phone_a_desk_shows_more_and_both_leave_out_the_lightest() {
    let labels: Vec<_> = (0..60_u32)
        .map(|index| {
            let (column, row) = (f64::from(index % 8), f64::from(index / 8));
            label(20.0 + 40.0 * column, 20.0 + 35.0 * row, 4.0, index)
        })
        .collect();
    for print in [Print::NORMAL, Print::LARGE] {
        let placed = place(&sheet(), &labels, print, Parts::Streets);
        check(&sheet(), &labels, &placed, print);
        let count = |wide| {
            placed
                .iter()
                .flatten()
                .filter(|one| wide || !one.only_wide)
                .count()
        };
        assert!(count(false) >= 12 && count(true) > count(false));
        assert!(placed[59].is_some_and(|heaviest| !heaviest.only_wide));
    }
}

#[test]
fn a_tag_wider_than_the_paper_has_no_place() {
    let labels = [label(100.0, 100.0, 40.0, 1)];
    assert_eq!(
        place(&sheet(), &labels, Print::NORMAL, Parts::Districts),
        [None]
    );
}

#[test]
fn a_tag_is_as_wide_as_its_words_and_never_smaller_than_a_finger() {
    assert!((tag_em("东城", "3/9") - LEAST_EM).abs() < 1e-9);
    assert!(tag_em("中关村国家自主创新示范区", "3/9") > 12.0);
    assert!(tag_em("东城", "1023/1234") > 4.0);
    for (print, finger) in [(Print::NORMAL, 44.0), (Print::LARGE, 60.0)] {
        assert!(LEAST_EM * print.narrow >= finger, "{print:?}");
    }
}

#[test]
fn the_style_sheet_has_the_same_sizes() {
    let css = include_str!("../../../../../style/map.css");
    let sizes = [
        (".sheet", Print::NORMAL.narrow),
        ("[data-print=\"large\"] .sheet", Print::LARGE.narrow),
        ("  #streets", Print::NORMAL.wide),
        ("  [data-print=\"large\"] #streets", Print::LARGE.wide),
    ];
    for (selector, letter) in sizes {
        let (_, rest) = css
            .split_once(&format!("\n{selector} {{"))
            .unwrap_or_default();
        let rule = rest.split('}').next().unwrap_or_default();
        assert!(
            rule.contains(&format!("font-size: {letter}px;")),
            "{selector}"
        );
    }
    assert!(css.contains(&format!("font-size: {FIGURES_EM}em;")));
}
