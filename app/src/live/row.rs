//! A row of a list: one big target that leads to the station.

use crate::live::signs::window;
use crate::markup::Markup;
use crate::row::{Freshness, Light, StationRow};
use crate::wording::Lang;
use domain::search::Filter;
use domain::station::Amenity;
use domain::time::BeijingTime;

messages! {
    minutes_unit: "分钟" / "min";
    half_year_unverified: "半年没人核实" / "Not confirmed for half a year";
    year_unverified: "一年没人核实" / "Not confirmed for a year";
    never_unverified: "还没有人核实过" / "Never confirmed";
}

/// One place in its list. `missed` is the filter that a near miss does not meet.
#[cfg(feature = "places")]
pub(crate) fn station_row(
    lang: Lang,
    now: BeijingTime,
    row: &StationRow,
    missed: Option<Filter>,
) -> Markup {
    html!("<li>" {row_link(lang, now, row, missed)} "</li>")
}

/// Its name, or what it is.
pub(crate) fn row_name(lang: Lang, row: &StationRow) -> &str {
    let kind = || row.kinds.iter().next().map_or("", |kind| lang.kind(kind));
    if row.name.is_empty() {
        kind()
    } else {
        &row.name
    }
}

/// The link that one place is.
pub(crate) fn row_link(
    lang: Lang,
    now: BeijingTime,
    row: &StationRow,
    missed: Option<Filter>,
) -> Markup {
    let name = row_name(lang, row);
    let sentence = lang.status_sentence(now, row.status, row.on_arrival, row.journey);
    let missed =
        missed.map(|filter| html!(r#"<span class="row-missed">"# {lang.missed(filter)} "</span>"));
    let signs: Markup = row.amenities.iter().map(|one| amenity(lang, one)).collect();
    #[cfg(feature = "ssr")]
    let signs = html!({signs} {lang.crowded(row.crowding)});
    let minutes = row.journey.map(|journey| {
        html!(
            r#"<span class="row-minutes" aria-hidden="true"><b>"# {u32::from(journey.minutes)} "</b>"
            {lang.minutes_unit()} "</span>"
        )
    });
    html!(
        r#"<a class="row" href="/stations/"# {row.id.0} r#"">"#
        {window(Light::of(row.status, row.on_arrival))}
        r#"<span class="row-text"><span class="row-name" lang=""# {Lang::Zh.tag()} r#"">"# {name} "</span>"
        r#"<span class="row-status">"# {sentence} "</span>"
        {missed}
        r#"<span class="row-signs">"# {signs} {lang.freshness(row.freshness)} "</span></span>"
        {minutes}
        r##"<svg class="sign" aria-hidden="true"><use href="#arrow"></use></svg></a>"##
    )
}

/// Several places.
#[cfg(feature = "places")]
pub(crate) fn rows<'a>(
    lang: Lang,
    now: BeijingTime,
    rows: impl IntoIterator<Item = &'a StationRow>,
) -> Markup {
    let rows: Markup = rows
        .into_iter()
        .map(|row| station_row(lang, now, row, None))
        .collect();
    html!(r#"<ol class="rows">"# {rows} "</ol>")
}

impl Lang {
    /// A note about old news; nothing to say about fresh news.
    pub(crate) const fn freshness(self, freshness: Freshness) -> Option<&'static str> {
        match freshness {
            Freshness::Fresh => None,
            Freshness::HalfYear => Some(self.half_year_unverified()),
            Freshness::Year => Some(self.year_unverified()),
            Freshness::Never => Some(self.never_unverified()),
        }
    }

    /// What a near miss misses.
    fn missed(self, filter: Filter) -> String {
        match self {
            Self::Zh => format!("就差一样：{}", self.filter(filter)),
            Self::En => format!("Just one thing: {}", self.filter(filter)),
        }
    }
}

/// An amenity without words beside it: its name is spoken.
fn amenity(lang: Lang, amenity: Amenity) -> Markup {
    html!(
        r#"<svg class="sign" role="img" aria-label=""# {lang.amenity(amenity)} r#""><use href=""#
        "#" {amenity.code()} r#""></use></svg>"#
    )
}
