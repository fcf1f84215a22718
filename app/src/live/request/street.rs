//! The choice of a street in a district.

use crate::markup::{Markup, Piece};
use crate::wording::Lang;
use domain::places::District;
use domain::request::Field;

messages! {
    choose_street: "哪个街道、乡镇（说不准就空着）" / "Which street area (leave it open if not sure)";
    no_street: "没选" / "None chosen";
}

/// What the server says beside the choice: what is wrong with it, and the attributes that tie both.
#[derive(Default)]
pub(crate) struct Said {
    pub(crate) problem: Option<Markup>,
    pub(crate) described: Option<Markup>,
}

/// The streets of `district`, the one of the code `typed` chosen.
pub(crate) fn streets(lang: Lang, district: District, typed: &str, said: Said) -> Markup {
    let code = Field::Street.code();
    let options: Markup = district
        .streets()
        .iter()
        .map(|each| {
            let code = each.code().to_string();
            let chosen = code == typed;
            option(&code, each.name_zh(), chosen)
        })
        .collect();
    html!(
        r#"<label for="f-"# {code} "\">" {lang.choose_street()} "</label>" {said.problem}
        r#"<select id="f-"# {code} r#"" name=""# {code} "\"" {said.described} ">"
        {option("", lang.no_street(), typed.is_empty())} r#"<optgroup label=""# {lang.district(district)}
        r#"" lang="zh-CN">"# {options} "</optgroup></select>"
    )
}

/// One of the options of a list.
pub(crate) fn option(value: &str, words: impl Piece, chosen: bool) -> Markup {
    let selected = chosen.then(|| html!(" selected"));
    html!(r#"<option value=""# {value} "\"" {selected} ">" {words} "</option>")
}
