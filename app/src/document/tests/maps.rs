//! The map as rendered.

use super::examples::*;
use super::*;
use crate::pages::map::{Area, CountedArea, MapPage, Tiles};
use domain::map::{TileDatum, Zoom};
use domain::search::OpenFilter;
use domain::status::Tally;

/// Some of each.
const SOME: Tally = Tally {
    open: 7,
    closing_soon: 2,
    closed: 10,
    unknown: 4,
};

/// A map of the city or of a district, with as many places in each area as `tally` says.
fn map(district: Option<District>, tally: Tally) -> Page {
    let counted = Area::all_of(district)
        .into_iter()
        .zip(1_u32..)
        .map(|(area, index)| CountedArea {
            area,
            tally,
            middle: match area {
                Area::District(District::DEVELOPMENT_AREA) => Wgs84::new(39.795, 116.506),
                Area::District(_) => None,
                Area::Street(_) => Wgs84::new(39.9 + f64::from(index) * 5e-3, 116.41),
            },
        });
    Page::Map(Box::new(MapPage {
        search: Search {
            district,
            open: Some(OpenFilter::Night),
            ..Search::default()
        },
        areas: counted.collect(),
        without_street: tally,
        tiles: None,
    }))
}

/// Maps of every sort, named.
pub(super) fn pages() -> Vec<(&'static str, Page)> {
    vec![
        ("map", map(None, SOME)),
        ("map-district", map(District::from_code(110_101), SOME)),
        ("map-zone", map(Some(District::DEVELOPMENT_AREA), SOME)),
        ("map-nothing", map(None, Tally::default())),
    ]
}

#[test]
fn a_district_on_the_map_is_a_link_with_a_spoken_name() {
    says(
        Lang::Zh,
        map(None, SOME),
        &[
            r#"href="/map?district=110108&amp;open=night""#,
            "<title>海淀区 23 个站点，9 个开放</title>",
            ">海淀</text>",
            ">9/23</text>",
            "23 个站点，9 个开放，4 个说不准",
            r##"href="#inner-city""##,
            "<title>城区放大图（城六区和经开区） ",
            "这是示意图",
            "天地图",
        ],
    );
    says(
        Lang::En,
        map(None, SOME),
        &[
            "<title>Haidian: 23 places, 9 open</title>",
            ">E-Town</text>",
            "<title>E-Town (Economic-Technological Development Area): 23",
            "A sketch",
        ],
    );
}

#[test]
fn a_street_on_the_map_leads_to_its_list() {
    let dongcheng = District::from_code(110_101);
    says(
        Lang::Zh,
        map(dongcheng, SOME),
        &[
            r#"href="/stations?district=110101&amp;street=110101001&amp;open=night""#,
            "<title>东华门街道 23 个站点，9 个开放</title>",
            ">东华门</text>",
            "没写街道的",
            r#"class="chip" href="/map?open=night">回全市"#,
            r#"class="chip" href="/stations?district=110101&amp;open=night">看列表"#,
        ],
    );
    // A street has no English name, and says so to whoever reads aloud.
    says(
        Lang::En,
        map(dongcheng, SOME),
        &[r#"lang="zh-CN" y="-.4em">东华门"#],
    );
}

#[test]
fn the_form_keeps_the_filters_and_asks_for_no_street() {
    let html = says(
        Lang::Zh,
        map(District::from_code(110_101), SOME),
        &[
            r#"action="/map""#,
            r#"<option value="110101" selected>"#,
            r#"name="open" value="night" checked>"#,
        ],
    );
    assert!(!html.contains(r#"name="street""#));
    // How one travels is asked by the moving map alone.
    let (before, _) = html.split_once(r#"name="by""#).unwrap();
    let (_, fieldset) = before.rsplit_once("<fieldset").unwrap();
    assert!(
        fieldset.split('>').next().unwrap().contains("hidden"),
        "{fieldset}"
    );
}

#[test]
fn an_empty_map_says_so_and_how_to_ask_for_less() {
    let html = says(
        Lang::Zh,
        map(None, Tally::default()),
        &[
            "一处也没有",
            r#"href="/map">不加条件再看"#,
            "0 个站点，0 个开放",
        ],
    );
    assert!(!html.contains("NaN") && !html.contains(r#"class="glow" x="#));
}

#[test]
fn large_print_has_larger_left_out_further_apart() {
    let large = Shell {
        large_print: true,
        ..shell(Lang::Zh)
    };
    let left_out = |shell: &Shell| {
        let html = render(shell, map(District::from_code(110_101), SOME));
        html.matches(r#"<a class="only-wide""#).count()
    };
    assert!(
        left_out(&large) > left_out(&shell(Lang::Zh)),
        "fewer have room on a phone"
    );
}

#[test]
fn the_map_is_there_from_the_list_and_from_home() {
    says(Lang::Zh, list(8), &[r#"href="/map?district=110101""#]);
    says(Lang::En, Page::Home, &[r#"href="/map""#]);
}

#[test]
fn real_tiles_are_named_with_their_number_and_whom_they_tell() {
    let Page::Map(plain) = map(None, SOME) else {
        panic!("a map")
    };
    let tiles = Tiles {
        layers: vec![
            "https://a.example/{z}/{x}/{y}".into(),
            "https://b.example/{z}/{x}/{y}".into(),
        ],
        datum: TileDatum::Gcj02,
        most_zoom: Zoom::new(17).unwrap(),
        attribution: "某图<b>".to_owned(),
        approval: "GS(2026)0001".to_owned(),
    };
    let with_tiles = MapPage {
        tiles: Some(tiles),
        ..*plain
    };
    says(
        Lang::Zh,
        Page::Map(Box::new(with_tiles)),
        &[
            r#"data-layers="https://a.example/{z}/{x}/{y} https://b.example/{z}/{x}/{y}""#,
            r#"data-shifted="""#,
            r#"data-most-zoom="17""#,
            "底图：某图&lt;b&gt;，审图号：GS(2026)0001。看哪一块，图商会知道。",
        ],
    );
    let sketch = render(&shell(Lang::Zh), map(None, SOME));
    assert!(!sketch.contains("data-layers") && !sketch.contains("审图号"));
}
