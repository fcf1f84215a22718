//! What is said of the pin, as the server would say it.

use crate::islands::browser::{draw, find};
use crate::live::pin::{problem, warnings, whole};
use crate::markup::Markup;
use crate::wording::Lang;
use domain::geo::Wgs84;
use domain::listing::entry::review_pin;
use domain::listing::{Reason, Subject, pin};
use domain::places::{District, Street, district_at, may_contain};
use web_sys::Element;

messages! {
    pin_name: "图钉，可以用方向键移动" / "Pin: the arrow keys move it";
    pin_none: "还没有图钉。" / "There is no pin yet.";
    pin_in: "图钉在" / "The pin is in ";
    pin_near: "离得最近的站点在" / "The nearest other place is in ";
    pin_stop: "。" / ". ";
    pin_where_it_stood: "就在原来的地方。" / "It is where it stood.";
    pin_from: "离原来 " / "It stands ";
    pin_from_end: " 米。" / " m from where it stood.";
}

/// The pin, but for where it is.
pub(super) struct Pin {
    pub(super) listing: Subject,
    /// The district that is chosen.
    pub(super) district: Option<District>,
    pub(super) stood: Option<Wgs84>,
    /// The street of what is nearest.
    pub(super) near: Option<Street>,
}

/// What is said of the numbers.
pub(super) fn words(lang: Lang, read: &Result<Option<Wgs84>, Reason>, pin: &Pin) -> Markup {
    match read {
        Ok(Some(point)) => {
            html!("<p>" {place(lang, *point, pin)} "</p>" {doubts(lang, *point, pin)})
        }
        Ok(None) => html!("<p>" {lang.pin_none()} "</p>"),
        Err(reason) => problem(html!({ lang.what_is_wrong(reason) })),
    }
}

/// Where it is, and how far from where it stood.
fn place(lang: Lang, point: Wgs84, pin: &Pin) -> Markup {
    // The outlines are rough: what may well be in the chosen district is.
    let chosen = pin.district.filter(|one| may_contain(*one, point));
    let district = chosen.or_else(|| district_at(point));
    let district =
        district.map(|one| html!({lang.pin_in()} {lang.district(one)} {lang.pin_stop()}));
    let near = pin.near.map(|street| {
        html!({lang.pin_near()} r#"<span lang="zh-CN">"# {street.name_zh()} "</span>" {lang.pin_stop()})
    });
    let moved = pin.stood.map(|stood| match whole(stood.distance_m(point)) {
        0 => html!({ lang.pin_where_it_stood() }),
        metres => html!({lang.pin_from()} {metres} {lang.pin_from_end()}),
    });
    html!({district} {near} {moved})
}

/// What is doubtful about that.
fn doubts(lang: Lang, point: Wgs84, pin: &Pin) -> Markup {
    let Some(district) = pin.district else {
        return Markup::default();
    };
    let elsewhere = pin::doubt(point, district);
    let elsewhere = elsewhere.map(|reason| problem(html!({ lang.what_is_wrong(&reason) })));
    let review = review_pin(pin.listing, pin.stood, point, district);
    html!({elsewhere} {warnings(lang, &review)})
}

/// Makes a button of the mark that Leaflet made, once.
pub(super) fn label(lang: Lang) {
    if find::<Element>(".pin").is_none() {
        let button = html!(
            r#"<button type="button" class="pin" aria-label=""# {lang.pin_name()}
            r#"" aria-describedby="pin-hint"></button>"#
        );
        draw(".standing", button);
    }
}
