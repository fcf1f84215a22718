//! The counts of the map, and every map of the demonstration city as it is drawn.

use super::labels::{Print, place};
use super::*;
use crate::pages::map::labels::tests::check;
use domain::city::City;
use domain::demonstration;
use domain::search::search;
use domain::time::BeijingTime;
use std::sync::LazyLock;

static CITY: LazyLock<City> =
    LazyLock::new(|| City::from_stations(&demonstration::stations(), true));

fn now() -> BeijingTime {
    BeijingTime::from_rfc3339("2026-11-20T18:40:00+08:00").unwrap()
}

fn page(query: &str) -> MapPage {
    let (asked, problems) = Search::parse(query);
    assert_eq!(problems, []);
    MapPage::new(&CITY, &asked, now(), None)
}

/// Every page there is without filters: the city and its districts.
fn pages() -> impl Iterator<Item = MapPage> {
    let district = |district: &District| page(&format!("district={}", district.code()));
    core::iter::once(page("")).chain(District::all().iter().map(district))
}

#[track_caller]
fn check_sum(query: &str) {
    let model = page(query);
    let total = search(&CITY, &model.search, now(), 0).total;
    assert_eq!(model.total().total() as usize, total, "{query}");
    for counted in &model.areas {
        let (part, problems) = Search::parse(&match counted.area {
            Area::District(district) => format!("{query}&district={}", district.code()),
            Area::Street(street) => format!("{query}&street={}", street.code()),
        });
        assert_eq!(problems, []);
        let expected = search(&CITY, &part, now(), 0).total;
        assert_eq!(
            counted.tally.total() as usize,
            expected,
            "{query} {:?}",
            counted.area
        );
    }
}

#[test]
fn the_counts_are_those_of_the_lists_behind_them() {
    check_sum("");
    check_sum("open=now&amenity=hot_meal");
    check_sum("q=nxyz&kind=caring_station&access=public");
    check_sum("district=110108");
    check_sum("district=110108&open=night&kind=library&kind=drivers_home");
}

#[test]
fn with_the_filter_everything_is_open_and_without_it_not() {
    let open = page("open=now").total();
    assert_eq!(open.open_now(), open.total());
    let all = page("").total();
    assert_eq!(all.open_now(), open.total());
    assert!(all.closed > 0 && all.unknown > 0);
}

#[test]
fn a_map_has_no_street_no_start_and_no_pages() {
    let query = "district=110108&street=110108001&near=39.98,116.31&by=ebike&page=3&open=now";
    assert_eq!(
        map_address(&Search::parse(query).0),
        "/map?district=110108&open=now"
    );
    assert_eq!(page(query), page("district=110108&open=now"));
    assert_eq!(map_address(&Search::parse("near=39.98,116.31").0), "/map");
}

#[test]
fn filters_stay_in_every_link() {
    let addresses = |query| {
        let model = page(query);
        let areas = model.areas.clone().into_iter();
        areas
            .map(move |counted| counted.area.address(&model.search))
            .collect::<Vec<_>>()
    };
    let city = addresses("open=now&q=nx");
    assert_eq!(city.len(), 17);
    assert!(city.contains(&"/map?q=nx&district=110108&open=now".to_owned()));
    let haidian = addresses("district=110108&open=now");
    let first = "/stations?district=110108&street=110108001&open=now".to_owned();
    assert!(haidian.contains(&first), "{haidian:?}");
}

#[test]
fn nothing_lies_over_anything_on_any_map_in_any_print() {
    for lang in Lang::ALL {
        for model in pages() {
            for map in atlas::maps(lang, &model) {
                for print in [Print::NORMAL, Print::LARGE] {
                    let labels = map.labels();
                    let placed = place(&map.sheet, &labels, print, map.parts);
                    check(&map.sheet, &labels, &placed, print);
                }
            }
        }
    }
}

#[test]
fn every_district_has_its_tag_on_a_phone() {
    for lang in Lang::ALL {
        for print in [Print::NORMAL, Print::LARGE] {
            let mut tags = 0;
            for map in atlas::maps(lang, &page("")) {
                let placed = place(&map.sheet, &map.labels(), print, map.parts);
                let shown = placed.iter().flatten().filter(|placed| !placed.only_wide);
                assert_eq!(shown.count(), map.tags.len(), "{}, {print:?}", map.id);
                tags += map.tags.len();
            }
            assert_eq!(tags, 18, "17 districts and the way to the larger map");
        }
    }
}

#[test]
fn most_streets_have_their_tag_and_the_busiest_of_a_district_always_does() {
    // Of all 349: at least so many on a phone, and on a desk.
    for (print, on_phones, on_desks) in [(Print::NORMAL, 230, 310), (Print::LARGE, 160, 240)] {
        let (mut narrow, mut wide, mut all) = (0, 0, 0);
        for model in pages().skip(1) {
            for map in atlas::maps(Lang::Zh, &model) {
                let labels = map.labels();
                let placed = place(&map.sheet, &labels, print, map.parts);
                let busiest = (labels.iter().zip(&placed)).max_by_key(|(label, _)| label.weight);
                assert!(
                    busiest.is_some_and(|(_, placed)| placed.is_some()),
                    "{:?}",
                    model.search
                );
                narrow += (placed.iter().flatten())
                    .filter(|one| !one.only_wide)
                    .count();
                wide += placed.iter().flatten().count();
                all += labels.len();
            }
        }
        assert_eq!(all, 349);
        assert!(
            narrow >= on_phones && wide >= on_desks,
            "{print:?}: {narrow}, {wide}"
        );
    }
}
