//! The choice of a district or street.

use crate::live::request::street::option;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::places::District;
use domain::union::Desk;

/// The districts and streets at and below a desk, by district; the one of that code is chosen.
pub(in crate::pages) fn places(lang: Lang, above: Desk, chosen: &str) -> Markup {
    let one = |desk: Desk, words: &str| {
        let code = desk.code();
        option(&code, words, chosen == code)
    };
    let streets = |district: District| -> Markup {
        let streets = district.streets().iter();
        let desks = streets.map(|street| (Desk::Street(*street), street.name_zh()));
        let mine = desks.filter(|(desk, _)| *desk == above || above.is_above(*desk));
        mine.map(|(desk, name)| one(desk, name)).collect()
    };
    let groups = District::all().iter().filter_map(|district| {
        let desk = Desk::District(*district);
        let is_mine = desk == above || above.is_above(desk);
        let is_around = desk.is_above(above);
        let own = is_mine.then(|| one(desk, lang.district(*district)));
        (is_mine || is_around).then(|| {
            html!(
                {own} r#"<optgroup lang="zh-CN" label=""# {district.name_zh()} r#"">"#
                {streets(*district)} "</optgroup>"
            )
        })
    });
    groups.collect()
}
