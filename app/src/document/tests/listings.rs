//! The form in which staff set a pin, as rendered.

use super::examples::shell;
use super::staff::who;
use super::{attribute, says};
use crate::document::{Page, render};
use crate::listings::{self, Draft, Form, PinMap};
use crate::pages::map::Tiles;
use crate::wording::Lang;
use domain::geo::Wgs84;
use domain::listing::Subject;
use domain::map::{TileDatum, Zoom};
use domain::staff::Role;
use domain::station::StationId;

fn form(subject: Subject, may_edit: bool, map: PinMap) -> Page {
    let form = Form {
        who: who(Role::ListingEditor),
        subject,
        number: map.station.map(|station| station.0),
        draft: Draft::default(),
        problems: Vec::new(),
        candidates: Vec::new(),
        done: false,
        may_edit,
        is_stale: false,
        reported: None,
        map,
    };
    Page::Listings(Box::new(listings::Page::Form(form)))
}

fn held() -> PinMap {
    PinMap {
        stood: Wgs84::new(39.91427, 116.4),
        station: Some(StationId(7)),
        tiles: None,
    }
}

#[test]
fn the_map_of_a_pin_waits_hidden_for_its_client_and_knows_where_the_pin_stood() {
    let all = [
        "<div class=\"moving pin-map\" hidden",
        "data-lat=\"39.91427\"",
        "data-lng=\"116.40000\"",
        "data-station=\"7\"",
        "data-listing=\"stations\"",
        "src=\"/assets/city-map.js\"",
        "data-client=\"/assets/pin.js\"",
        "<leptos-island data-component=\"PinSetting",
        "放回原处",
    ];
    let html = says(Lang::Zh, form(Subject::Stations, true, held()), &all);
    assert_eq!(attribute(&html, "data-layers"), [""; 0]);
    for field in ["lat", "lng", "datum"] {
        assert!(html.contains(&format!("name=\"{field}\"")), "{field}");
    }
}

#[test]
fn what_has_no_pin_yet_has_nowhere_to_put_it_back() {
    let new = form(Subject::Classes, true, PinMap::default());
    let html = says(
        Lang::En,
        new,
        &["data-listing=\"classes\"", "Put the pin in the middle"],
    );
    for absent in ["data-lat", "data-station", "Put it back"] {
        assert!(!html.contains(absent), "{absent}");
    }
}

#[test]
fn the_map_names_the_makers_of_its_tiles() {
    let tiles = Tiles {
        layers: vec!["https://tiles.example/{z}/{x}/{y}".to_owned()],
        datum: TileDatum::Gcj02,
        attribution: "Example Maps".to_owned(),
        approval: "GS(2026)0001".to_owned(),
        most_zoom: Zoom::new(18).unwrap(),
    };
    let map = PinMap {
        tiles: Some(tiles),
        ..held()
    };
    let html = says(
        Lang::En,
        form(Subject::Stations, true, map),
        &["Example Maps, approved as GS(2026)0001", "data-shifted"],
    );
    assert_eq!(
        attribute(&html, "data-layers"),
        ["https://tiles.example/{z}/{x}/{y}"]
    );
}

#[test]
fn who_may_not_set_a_pin_loads_no_map() {
    let html = render(&shell(Lang::Zh), form(Subject::Stations, false, held()));
    for absent in ["pin-map", "city-map", "data-client", "leptos-island"] {
        assert!(!html.contains(absent), "{absent}");
    }
}
