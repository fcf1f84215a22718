//! Which pages there are, with a city of which the words of one district are kept.

use super::page;
use crate::asked::Asked;
use app::document::{Assets, Module, Page};
use app::preferences::Preferences;
use domain::city::City;
use domain::demonstration;
use domain::places::District;
use domain::snapshot;
use domain::time::BeijingTime;

fn haidian() -> District {
    District::from_code(110_108).unwrap()
}

/// The city with the words of Haidian alone.
fn city() -> City {
    let files = snapshot::encode(&demonstration::stations(), true);
    let mut city = snapshot::decode(&files.city).unwrap();
    let texts = files.texts.iter().find(|file| file.district == haidian());
    city.load_texts(haidian(), &texts.unwrap().bytes).unwrap();
    city
}

fn asked(address: &str) -> Asked {
    let now = BeijingTime::from_rfc3339("2026-11-20T12:00:00+08:00").unwrap();
    let module = || Module {
        js: String::new(),
        wasm: String::new(),
    };
    Asked {
        address: address.to_owned(),
        preferences: Preferences::default(),
        now,
        kept_at: now,
        fresh_key: "a".repeat(32),
        assets: Assets {
            css: String::new(),
            islands: String::new(),
            places: module(),
            checker: module(),
            requests: module(),
            map: module(),
            pin: module(),
            city_map: String::new(),
            offline: None,
        },
    }
}

#[test]
fn the_pages_of_the_city_and_those_that_need_nothing() {
    let city = city();
    for address in [
        "/",
        "/stations?district=110108",
        "/map",
        "/map?district=110108&open=now",
        "/services",
        "/services/legal-aid",
        "/check",
        "/check?insured=yes",
        "/check/holiday-class",
        "/check/holiday-class/rules",
        "/requests/new",
        "/requests/new?category=pay",
        "/about",
        "/privacy",
        "/offline",
    ] {
        assert!(page(&city, &asked(address)).is_some(), "{address}");
    }
    for address in [
        "/classes",
        "/staff",
        "/requests",
        "/requests/BJ-1",
        "/check/nothing",
        "/services/nothing",
        "/stations/",
        "/stations/x",
        "/stations/4294967295",
        "/nowhere",
    ] {
        assert!(page(&city, &asked(address)).is_none(), "{address}");
    }
}

#[test]
fn a_station_has_a_page_where_its_words_are_kept() {
    let city = city();
    for place in city.places().iter().step_by(97) {
        let address = format!("/stations/{}", place.id.0);
        let drawn = page(&city, &asked(&address)).is_some();
        assert_eq!(drawn, place.district == haidian(), "{address}");
    }
}

#[test]
fn a_list_has_the_places_whose_words_are_not_kept() {
    let Some(Page::Stations(list)) = page(&city(), &asked("/stations?kind=library")) else {
        panic!("a list");
    };
    assert!(list.rows.iter().any(|row| row.name.is_empty()));
    assert!(list.total > list.rows.len());
}
