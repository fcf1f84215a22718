//! The choice of a desk to which requests are handed on.

use crate::live::request::street::option;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::union::Desk;

messages! {
    no_desk_yet: "选一个" / "Choose one";
}

/// The desks by district, each district before its streets; the one of the code `typed` chosen.
pub(super) fn desk_options(lang: Lang, desks: &[Desk], typed: &str) -> Markup {
    let option_of = |desk: &Desk, words: Markup| {
        let code = desk.code();
        let chosen = code == typed;
        option(&code, words, chosen)
    };
    let groups: Markup = desks
        .chunk_by(|one, next| one.district() == next.district())
        .map(|group| {
            let (own, streets) = match group {
                [own @ Desk::District(_), streets @ ..] => {
                    (Some(option_of(own, lang.desk_first(*own))), streets)
                }
                streets => (None, streets),
            };
            let each: Markup = streets
                .iter()
                .filter_map(|desk| match desk {
                    Desk::Street(street) => Some(option_of(desk, html!({ street.name_zh() }))),
                    Desk::District(_) | Desk::City => None,
                })
                .collect();
            let label = group[0].district().map(|district| lang.district(district));
            let streets = (!streets.is_empty()).then(
                || html!(r#"<optgroup label=""# {label} r#"" lang="zh-CN">"# {each} "</optgroup>"),
            );
            html!({own} {streets})
        })
        .collect();
    html!({option("", lang.no_desk_yet(), typed.is_empty())} {groups})
}
