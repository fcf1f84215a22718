//! The buttons on the map: clusters, places that stand alone, and the chosen one.

use crate::islands::city_map::pixel;
use crate::live::signs::window;
use crate::markup::Markup;
use crate::row::Light;
use crate::wording::Lang;
use domain::city::{City, Place};
use domain::map::clusters::{Cells, Cluster, Pin, clusters};
use domain::map::{View, World};
use domain::places::{DistrictSet, Street};
use domain::station::StationId;
use domain::status::State;

messages! {
    several_districts: "等 " / " and others, of ";
    several_districts_end: " 个区" / " districts";
}

/// More districts than these are counted, not named.
const MOST_NAMED: u32 = 2;

/// The bar of a cluster, in hundredths of its width.
const BAR: u32 = 100;

/// The clusters of all places but the chosen one.
#[derive(Debug)]
pub(super) struct Gathered {
    cells: Cells,
    chosen: Option<StationId>,
    clusters: Vec<Cluster>,
}

impl Gathered {
    /// Those of a view; `before`, of the same places, if they are still the same clusters.
    pub(super) fn under(
        view: View,
        pins: &[Pin],
        chosen: Option<StationId>,
        before: Option<Self>,
    ) -> Self {
        let cells = Cells::under(view);
        let still = |before: &Self| (before.cells, before.chosen) == (cells, chosen);
        before.filter(still).unwrap_or_else(|| {
            let others = pins.iter().filter(|pin| Some(pin.id) != chosen);
            let clusters = clusters(others, cells);
            Self {
                cells,
                chosen,
                clusters,
            }
        })
    }
}

/// All buttons of a view, row by row, the chosen place last.
pub(super) fn marks(
    lang: Lang,
    city: &City,
    pins: &[Pin],
    view: View,
    gathered: &Gathered,
) -> Markup {
    let chosen = gathered.chosen;
    // What lies beyond the rim could not be pressed, and its dots are seen.
    let seen = |cluster: &&Cluster| view.pixel(cluster.at).is_some();
    let alone = |cluster: &Cluster| {
        let place = city.place(cluster.only?)?;
        Some((place, cluster.at, light_of(cluster)?))
    };
    let marks: Markup = gathered
        .clusters
        .iter()
        .filter(seen)
        .map(|cluster| match alone(cluster) {
            Some((place, at, light)) => button(lang, city, place, at, light, view, false),
            None => together(lang, cluster, view),
        })
        .collect();
    let chosen = pins
        .iter()
        .find(|pin| Some(pin.id) == chosen && view.pixel(pin.at).is_some())
        .and_then(|pin| {
            let place = city.place(pin.id)?;
            Some(button(
                lang,
                city,
                place,
                pin.at,
                Light::of_state(pin.state),
                view,
                true,
            ))
        });
    html!({marks} {chosen})
}

/// A cluster: how many, and a bar for how many of them are open.
fn together(lang: Lang, cluster: &Cluster, view: View) -> Markup {
    let area = lang.areas(cluster.districts, cluster.street);
    let tally = cluster.tally;
    let open = tally.open_now() * BAR / tally.total().max(1);
    let ((x, y), (column, row)) = (pixel(cluster.at, view), cluster.cell);
    html!(
        r#"<button type="button" class="cluster" data-key=""# {u32::from(view.zoom.level())} "/" {column} "/" {row}
        r#"" data-x=""# {x} r#"" data-y=""# {y} r#"" data-open=""# {open}
        r#"" aria-label=""# {lang.area_with_places(&area, tally)} r#"">"# {tally.total()} "</button>"
    )
}

/// A place, as a window.
fn button(
    lang: Lang,
    city: &City,
    place: &Place,
    at: World,
    light: Light,
    view: View,
    chosen: bool,
) -> Markup {
    let kind = || place.kinds.iter().next().map_or("", |kind| lang.kind(kind));
    let name = city.text(place).map_or_else(kind, |text| &text.name);
    let area = lang.areas(DistrictSet::default().with(place.district), place.street);
    let ((x, y), between) = (pixel(at, view), lang.pick("，", ", "));
    html!(
        r#"<button type="button" class="place" data-key=""# {place.id.0} r#"" data-station=""# {place.id.0}
        r#"" data-x=""# {x} r#"" data-y=""# {y} r#"" aria-pressed=""# {if chosen { "true" } else { "false" }}
        r#"" aria-label=""# {name} {between} {area} {between} {lang.light(light)} r#"">"#
        {window(light)} "</button>"
    )
}

/// The light of a place that stands alone.
fn light_of(alone: &Cluster) -> Option<Light> {
    let tally = alone.tally;
    let lights = [
        (tally.open, Light::Lit),
        (tally.closing_soon, Light::Half),
        (tally.closed, Light::Off),
        (tally.unknown, Light::Unknown),
    ];
    let found = lights.into_iter().find(|(count, _)| *count > 0);
    found.map(|(_, light)| light)
}

impl Light {
    /// The light of a place where one stands.
    pub(super) const fn of_state(state: State) -> Self {
        match state {
            State::Open => Self::Lit,
            State::ClosingSoon => Self::Half,
            State::OpeningSoon | State::Closed | State::TemporarilyClosed => Self::Off,
            State::Unknown => Self::Unknown,
        }
    }
}

impl Lang {
    /// 海淀区中关村街道; 海淀区、朝阳区; 海淀区等 5 个区
    fn areas(self, districts: DistrictSet, street: Option<Street>) -> String {
        let names = |most| {
            let names: Vec<_> = districts
                .iter()
                .take(most)
                .map(|one| self.district(one))
                .collect();
            names.join(self.pick("、", ", "))
        };
        match (street, districts.len()) {
            (Some(street), _) => {
                let between = self.pick("", " ");
                [self.district(street.district()), between, street.name_zh()].concat()
            }
            (None, 0..=MOST_NAMED) => names(MOST_NAMED as usize),
            (None, count) => {
                let end = self.several_districts_end();
                format!("{}{}{count}{end}", names(1), self.several_districts())
            }
        }
    }
}

#[cfg(test)]
mod tests;
