//! The list of a map: the places in the window, best first, the chosen one before all others.

use crate::live::row::{row_link, row_name};
use crate::markup::Markup;
use crate::results::{address, map_address, with_fragment};
use crate::row::StationRow;
use crate::wording::Lang;
use domain::search::Search;
use domain::status::Tally;
use domain::time::BeijingTime;

messages! {
    shown_on_map: "图上 " / "On the map: ";
    nothing_in_view: "图上这一块没有合适的。挪一挪，或者缩小看看。" / "Nothing fits in this part of the map. Move it, or zoom out.";
    best_in_view: "这里只列最好的 20 处；放大看得更细。" / "These are the best 20; zoom in for more.";
    show_on_map: "在图上看：" / "Show on the map: ";
    on_map: "图上" / "Map";
    as_list: "看列表" / "See the list";
    all_on_map: "不加条件再看" / "Look without the filters";
}

/// How many places are listed.
pub(super) const MOST_ROWS: usize = 20;

/// As many are written in one frame.
pub(super) const ROWS_A_FRAME: usize = 2;

/// What the list says.
pub(super) struct Listed<'a> {
    /// What is looked for, without its start.
    pub(super) search: &'a Search,
    /// What links carry behind `#`.
    pub(super) fragment: &'a str,
    /// All places in the window.
    pub(super) tally: Tally,
    /// The first rows.
    pub(super) rows: Markup,
}

/// The list with its count.
pub(super) fn list(lang: Lang, listed: Listed<'_>) -> Markup {
    let total = listed.tally.total() as usize;
    let words = match total {
        0 => lang.nothing_in_view().to_owned(),
        _ => [lang.shown_on_map(), &lang.places_open(listed.tally)].concat(),
    };
    let more = (total > MOST_ROWS).then(|| html!("<p>" {lang.best_in_view()} "</p>"));
    let chip = |address: &str, words: &str| {
        let address = with_fragment(address, listed.fragment);
        html!(r#"<a class="chip" href=""# {address} r#"">"# {words} "</a>")
    };
    let filtered = *listed.search != Search::default();
    let unfiltered =
        (total == 0 && filtered).then(|| chip(&map_address(&Search::default()), lang.all_on_map()));
    html!(
        r#"<p class="count" role="status">"# {words} r#"</p><ol class="rows">"# {listed.rows} "</ol>"
        {more} r#"<div class="chips">"# {chip(&address(listed.search), lang.as_list())} {unfiltered} "</div>"
    )
}

/// A place, and the button that shows it on the map.
pub(super) fn row(lang: Lang, now: BeijingTime, place: &StationRow, chosen: bool) -> Markup {
    let current = chosen.then(|| html!(r#" aria-current="true""#));
    html!(
        r#"<li class="on-map-row""# {current} ">" {row_link(lang, now, place, None)}
        r#"<button type="button" class="chip" data-station=""# {place.id.0} r#"" aria-label=""#
        {lang.show_on_map()} {row_name(lang, place)} r#"">"# {lang.on_map()} "</button></li>"
    )
}
