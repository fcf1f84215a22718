//! The way from a service to the places that handle it.

use crate::markup::Markup;
use crate::results::address;
use crate::wording::Lang;
use domain::search::{OpenFilter, Search};
use domain::station::KindSet;

messages! {
    open_places: "看现在开着的：" / "Open now: ";
}

/// A link to the places of these kinds that are open now; `None` where no kind is named.
pub(crate) fn open_places(lang: Lang, kinds: KindSet) -> Option<Markup> {
    let names: Vec<_> = kinds.iter().map(|kind| lang.kind(kind)).collect();
    let search = Search {
        kinds,
        open: Some(OpenFilter::Now),
        ..Search::default()
    };
    let names = names.join(lang.pick("、", ", "));
    (!names.is_empty()).then(|| {
        html!(
            r#"<a class="chip" href=""# {&*address(&search)} r#"">"#
            {lang.open_places()} {names} "</a>"
        )
    })
}
