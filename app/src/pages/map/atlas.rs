//! Which maps a page has: the city in two, as its inner districts are small; a district in one.

use super::drawing::{Drawing, Shape, Tag};
use super::labels::Parts;
use super::model::{Area, CountedArea, MapPage};
use super::sheet::Sheet;
use crate::wording::Lang;
use core::ops::RangeInclusive;
use domain::geo::Wgs84;
use domain::map::{TileDatum, World};
use domain::places::{District, outline};
use domain::status::Tally;

messages! {
    inner_city: "城区" / "Centre";
    inner_city_larger: "城区放大图（城六区和经开区）" / "Centre, drawn larger (the six inner districts and E-Town)";
    map_of_city: "全市地图，一个区一个牌子" / "The city, a tag for each district";
    map_of_inner_city: "城区放大图" / "The inner city, larger";
    map_of_streets: "街道、乡镇，牌子在自己站点的中间" / "Street areas, each tag in the middle of its places";
}

/// The districts that are too small for a tag on a map of the whole city.
const INNER_SIX: RangeInclusive<u32> = 110_101..=110_108;

/// The id of their own map.
const INNER_CITY: &str = "inner-city";

/// The maps of a page. A district that has neither an outline nor a position has none.
pub(super) fn maps(lang: Lang, model: &MapPage) -> Vec<Drawing> {
    let maps = match model.search.district {
        None => vec![city(lang, model), inner_city(lang, model)],
        Some(district) => vec![streets(lang, model, district)],
    };
    maps.into_iter().flatten().collect()
}

fn city(lang: Lang, model: &MapPage) -> Option<Drawing> {
    let (inner, outer): (Vec<&CountedArea>, Vec<&CountedArea>) =
        areas(model).partition(|area| is_inner(area.area));
    let mut tags: Vec<_> = outer
        .iter()
        .filter_map(|area| tag(lang, model, area))
        .collect();
    let tally: Tally = inner.iter().map(|area| area.tally).sum();
    tags.push(Tag {
        name: lang.inner_city(),
        name_lang: lang.tag(),
        spoken: lang.area_with_places(lang.inner_city_larger(), tally),
        address: ["#", INNER_CITY].concat(),
        tally,
        at: mean(inner.iter().filter_map(|area| place(area)))?,
        weight: 1,
    });
    let shapes = [shapes(&outer, "area"), shapes(&inner, "area inner")].concat();
    Some(Drawing {
        id: "city",
        spoken: lang.map_of_city(),
        sheet: Sheet::around(points(&shapes))?,
        shapes,
        tags,
        parts: Parts::Districts,
    })
}

fn inner_city(lang: Lang, model: &MapPage) -> Option<Drawing> {
    let inner: Vec<_> = areas(model).filter(|area| is_inner(area.area)).collect();
    let shapes = shapes(&inner, "area");
    let tags: Vec<_> = inner
        .iter()
        .filter_map(|area| tag(lang, model, area))
        .collect();
    let on_it = points(&shapes).chain(tags.iter().map(|tag| tag.at));
    Some(Drawing {
        id: INNER_CITY,
        spoken: lang.map_of_inner_city(),
        sheet: Sheet::around(on_it)?,
        shapes,
        tags,
        parts: Parts::Districts,
    })
}

/// A street whose places all lie elsewhere by their positions is in the list alone.
fn streets(lang: Lang, model: &MapPage, district: District) -> Option<Drawing> {
    let shapes = vec![("area", shape(Area::District(district)))];
    let sheet = Sheet::around(points(&shapes))?;
    let tags = areas(model).filter_map(|area| tag(lang, model, area));
    Some(Drawing {
        id: "streets",
        spoken: lang.map_of_streets(),
        tags: tags.filter(|tag| sheet.holds(sheet.spot(tag.at))).collect(),
        sheet,
        shapes,
        parts: Parts::Streets,
    })
}

fn areas(model: &MapPage) -> impl Iterator<Item = &CountedArea> {
    model.areas.iter()
}

fn is_inner(area: Area) -> bool {
    matches!(area, Area::District(district)
        if INNER_SIX.contains(&district.code()) || district == District::DEVELOPMENT_AREA)
}

/// The tag of an area, unless nobody knows where it is.
fn tag(lang: Lang, model: &MapPage, area: &CountedArea) -> Option<Tag> {
    Some(Tag {
        name: area.area.short_name(lang),
        name_lang: area.area.name_lang(lang),
        spoken: lang.area_with_places(&area.area.spoken_name(lang), area.tally),
        address: area.area.address(&model.search),
        tally: area.tally,
        at: place(area)?,
        weight: match area.area {
            Area::District(_) => 0,
            Area::Street(_) => area.tally.total(),
        },
    })
}

/// Where an area is: in the middle of its places, or of the largest ring of its outline.
fn place(counted: &CountedArea) -> Option<World> {
    if !counted.area.has_outline() {
        return counted.middle.map(world);
    }
    let rings = shape(counted.area).into_iter();
    let largest = rings.max_by(|one, other| area_of(one).total_cmp(&area_of(other)));
    centroid(&largest?)
}

/// The outlines of those areas that have one.
fn shapes(areas: &[&CountedArea], class: &'static str) -> Vec<Shape> {
    let with_outline = areas.iter().filter(|area| area.area.has_outline());
    with_outline.map(|area| (class, shape(area.area))).collect()
}

/// The rings of an area's outline, of which a street has none.
fn shape(area: Area) -> Vec<Vec<World>> {
    let Area::District(district) = area else {
        return Vec::new();
    };
    outline(district)
        .map(|ring| ring.map(world).collect())
        .collect()
}

/// Outlines and stations alike are drawn without a shift: there are no tiles below them.
fn world(position: Wgs84) -> World {
    World::of(position, TileDatum::Wgs84)
}

fn points(shapes: &[Shape]) -> impl Iterator<Item = World> {
    shapes
        .iter()
        .flat_map(|(_, rings)| rings.iter().flatten().copied())
}

fn mean(points: impl Iterator<Item = World>) -> Option<World> {
    let points: Vec<_> = points.collect();
    let mean = |of: fn(&World) -> u32| {
        let sum: u64 = points.iter().map(|point| u64::from(of(point))).sum();
        u32::try_from(sum.checked_div(points.len() as u64)?).ok()
    };
    Some(World {
        x: mean(|point| point.x)?,
        y: mean(|point| point.y)?,
    })
}

/// Twice the area of a ring, as the sum over its edges (Gauss's formula), always positive.
fn area_of(ring: &[World]) -> f64 {
    edges(ring).map(|edge| edge.cross).sum::<f64>().abs()
}

/// The centre of a ring's area, by the same sum.
fn centroid(ring: &[World]) -> Option<World> {
    let first = ring.first()?;
    let (twice, x, y) = edges(ring).fold((0.0, 0.0, 0.0), |(twice, x, y), edge| {
        (
            twice + edge.cross,
            x + edge.cross * edge.x,
            y + edge.cross * edge.y,
        )
    });
    let from = |start: u32, moment: f64| (f64::from(start) + moment / (3.0 * twice)).round() as u32;
    Some(World {
        x: from(first.x, x),
        y: from(first.y, y),
    })
}

/// What an edge adds to a ring's sums, seen from the ring's first point.
struct Edge {
    cross: f64,
    x: f64,
    y: f64,
}

fn edges(ring: &[World]) -> impl Iterator<Item = Edge> {
    let from = |point: World, start: World| {
        (
            f64::from(point.x) - f64::from(start.x),
            f64::from(point.y) - f64::from(start.y),
        )
    };
    ring.windows(2).map(move |edge| {
        let ((x1, y1), (x2, y2)) = (from(edge[0], ring[0]), from(edge[1], ring[0]));
        Edge {
            cross: x1 * y2 - x2 * y1,
            x: x1 + x2,
            y: y1 + y2,
        }
    })
}
