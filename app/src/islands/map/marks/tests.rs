//! What the buttons say.

use super::*;
use domain::demonstration;
use domain::geo::Wgs84;
use domain::map::{TileDatum, Zoom};
use domain::places::District;
use std::sync::LazyLock;

static CITY: LazyLock<City> =
    LazyLock::new(|| City::from_stations(&demonstration::stations(), true));

fn here() -> World {
    let tiananmen = Wgs84::new(39.9073, 116.3912).unwrap();
    World::of(tiananmen, TileDatum::Wgs84)
}

/// The first places of the listing, all in one spot, open but for the last.
fn pins(count: usize) -> Vec<Pin> {
    let places = CITY.places().iter().take(count).enumerate();
    let state = |index| match index + 1 == count {
        true => State::Closed,
        false => State::Open,
    };
    places
        .map(|(index, place)| Pin {
            id: place.id,
            at: here(),
            state: state(index),
            district: place.district,
            street: None,
        })
        .collect()
}

fn drawn(lang: Lang, pins: &[Pin], chosen: Option<StationId>) -> String {
    let view = View::around(here(), Zoom::new(14).unwrap(), (360, 520));
    let gathered = Gathered::under(view, pins, chosen, None);
    marks(lang, &CITY, pins, view, &gathered).into_html()
}

#[track_caller]
fn says(html: &str, words: &str) {
    assert!(html.contains(words), "no {words} in {html}");
}

#[test]
fn a_cluster_says_where_it_is_how_many_and_how_many_are_open() {
    let html = drawn(Lang::Zh, &pins(3), None);
    says(&html, r#"aria-label="东城区 3 个站点，2 个开放""#);
    says(&html, r#"data-open="66""#);
    let mut in_street = pins(3);
    let street = District::all()[0].streets()[0];
    in_street
        .iter_mut()
        .for_each(|pin| pin.street = Some(street));
    let html = drawn(Lang::En, &in_street, None);
    says(
        &html,
        &format!(
            "aria-label=\"Dongcheng {}: 3 places, 2 open\"",
            street.name_zh()
        ),
    );
}

#[test]
fn two_districts_are_named_and_more_are_counted() {
    let mut pins = pins(3);
    let all = District::all();
    pins[1].district = all[1];
    says(&drawn(Lang::Zh, &pins, None), "东城区、西城区 3 个站点");
    pins[2].district = all[5];
    says(&drawn(Lang::Zh, &pins, None), "东城区等 3 个区 3 个站点");
    says(
        &drawn(Lang::En, &pins, None),
        "Dongcheng and others, of 3 districts: 3 places",
    );
}

#[test]
fn the_chosen_place_stands_apart_and_is_counted_nowhere_else() {
    let pins = pins(3);
    let html = drawn(Lang::Zh, &pins, Some(pins[2].id));
    says(&html, "东城区 2 个站点，2 个开放");
    says(&html, r#"aria-pressed="true""#);
    says(&html, "，关着\">");
    let alone = drawn(Lang::Zh, &pins[..1], None);
    says(&alone, r#"aria-pressed="false""#);
    assert!(!alone.contains("cluster"), "{alone}");
}

#[test]
fn clusters_stay_until_a_cell_comes_into_view_or_another_place_is_chosen() {
    let zoom = Zoom::new(14).unwrap();
    let view = View::around(here(), zoom, (360, 520));
    let pins = pins(3);
    let stays = |to: View, chosen| {
        let before = Gathered::under(view, &[], None, None);
        let gathered = Gathered::under(to, &pins, chosen, Some(before));
        gathered.clusters.is_empty()
    };
    assert!(stays(view, None));
    assert!(!stays(view, Some(pins[0].id)));
    let steps = 128 << (24 - 14);
    let east = World {
        x: view.corner.x + steps,
        ..view.corner
    };
    assert!(!stays(
        View {
            corner: east,
            ..view
        },
        None
    ));
}
