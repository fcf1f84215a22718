//! What is a configuration of tiles, and what is none.

use super::*;

const TIANDITU: &str = r#"{
    "layers": [
        "https://t0.tianditu.gov.cn/vec_w/wmts?LAYER=vec&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=KEY",
        "https://t0.tianditu.gov.cn/cva_w/wmts?LAYER=cva&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=KEY"
    ],
    "datum": "cgcs2000",
    "attribution": "天地图",
    "approval": "GS(2026)0001"
}"#;

/// A layer alone.
fn of_layer(layer: &str) -> String {
    format!(r#"{{"layers":["{layer}"],"datum":"gcj02","attribution":"A","approval":"B"}}"#)
}

#[track_caller]
fn refused(text: &str, error: TilesError) {
    assert_eq!(parse(text), Err(error), "{text}");
}

#[test]
fn two_layers_of_one_host_are_one_source_of_pictures() {
    let tiles = parse(TIANDITU).unwrap();
    assert_eq!(tiles.layers.len(), 2);
    assert_eq!(
        (tiles.datum, tiles.most_zoom.level()),
        (TileDatum::Wgs84, 18)
    );
    assert_eq!(origins(&tiles), "https://t0.tianditu.gov.cn");
    let own = parse(&of_layer("http://127.0.0.1:8080/{z}/{x}/{y}")).unwrap();
    assert_eq!(own.datum, TileDatum::Gcj02);
    assert_eq!(origins(&own), "http://127.0.0.1:8080");
}

#[test]
fn what_is_no_address_of_a_tile_is_refused() {
    for wrong in [
        "http://tiles.example/{z}/{x}/{y}",
        "http://127.0.0.1.example/{z}/{x}/{y}",
        "//tiles.example/{z}/{x}/{y}",
        "data:{z}/{x}/{y}",
        "https://{z}{x}{y}",
        "https:///{z}/{x}/{y}",
        "https://*.example/{z}/{x}/{y}",
        "https://user@tiles.example/{z}/{x}/{y}",
        "https://tiles.example;script-src/{z}/{x}/{y}",
        "https://tiles.example,other/{z}/{x}/{y}",
        "https://tiles.example:many/{z}/{x}/{y}",
        "https://tiles.example/{z}/{x}",
        "https://tiles.example/{z}/{x}/{y}/{y}",
        "https://tiles.example/{s}/{z}/{x}/{y}",
        "https://tiles.example/ {z}/{x}/{y}",
    ] {
        refused(&of_layer(wrong), TilesError::Address(1));
    }
}

#[test]
fn every_other_field_has_its_refusal() {
    let with = |from: &str, to: &str| {
        let changed = TIANDITU.replace(from, to);
        assert_ne!(changed, TIANDITU);
        changed
    };
    refused(&with("cgcs2000", "bd09"), TilesError::Datum);
    refused(&with("天地图", " "), TilesError::Empty("attribution"));
    refused(&with("GS(2026)0001", ""), TilesError::Empty("approval"));
    let deep = with("\"datum\"", "\"most_zoom\": 23, \"datum\"");
    refused(&deep, TilesError::MostZoom);
    let none = r#"{"layers":[],"datum":"gcj02","attribution":"A","approval":"B"}"#;
    refused(none, TilesError::Layers);
    for shapeless in ["", "[]", "{}", &with("datum", "date")] {
        assert!(matches!(parse(shapeless), Err(TilesError::Shape(_))));
    }
}
