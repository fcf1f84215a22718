//! Where it is: the station one came from, a district and street, or not sure.

use super::fields::Fields;
use crate::live::request::street::{Said, option, streets};
use crate::markup::Markup;
use crate::request::{StationAt, Step};
use domain::places::District;
use domain::request::Field;

messages! {
    place_legend: "在哪儿？" / "Where is it?";
    place_hint: "按这个派给离得最近的工会。" / "It goes to the nearest union.";
    at_station: "在这个站点：" / "At this station: ";
    in_area: "在这个区" / "In this district";
    not_sure_where: "说不准" / "Not sure";
    choose_district: "哪个区" / "Which district";
    show_streets: "再选街道" / "Choose a street too";
}

/// The fields that this shows.
pub(super) const FIELDS: [Field; 4] =
    [Field::Place, Field::Station, Field::District, Field::Street];

/// The choices, those of the area below.
pub(super) fn place(fields: Fields<'_>, station: Option<&StationAt>) -> Markup {
    let lang = fields.lang;
    let typed = fields.draft.get(Field::Station);
    let at = station.map(|at| {
        let label = html!({lang.at_station()} {&*at.name});
        fields.radio(Field::Place, "station", label, true)
    });
    let kept = (!typed.is_empty()).then(|| super::carried::hidden("station", typed));
    html!(
        r#"<fieldset class="field"><legend>"# {lang.place_legend()} r#"</legend><p class="soft" id="h-place">"#
        {lang.place_hint()} "</p>" {fields.problem(Field::Place)} {fields.problem(Field::Station)} {kept} {at}
        {fields.radio(Field::Place, "area", html!({lang.in_area()}), station.is_none())}
        r#"<div class="under area">"# {district(fields)} {street(fields)} "</div>"
        {fields.radio(Field::Place, "not_sure", html!({lang.not_sure_where()}), false)}
        "</fieldset>"
    )
}

fn chosen(fields: Fields<'_>) -> Option<District> {
    let typed = fields.draft.get(Field::District).trim();
    District::from_code(typed.parse().ok()?)
}

fn district(fields: Fields<'_>) -> Markup {
    let (lang, field) = (fields.lang, Field::District);
    let chosen = chosen(fields);
    let options: Markup = District::all()
        .iter()
        .map(|each| {
            let code = each.code().to_string();
            option(&code, lang.district(*each), chosen == Some(*each))
        })
        .collect();
    html!(
        r#"<label for="f-district">"# {lang.choose_district()} "</label>" {fields.problem(field)}
        "<select" {fields.named(field)} {fields.described(field, false)} ">"
        {option("", lang.no_street(), chosen.is_none())} {options} "</select>"
    )
}

/// The streets of the district once it is known, and the button that brings them.
fn street(fields: Fields<'_>) -> Markup {
    let (lang, field) = (fields.lang, Field::Street);
    let choice = chosen(fields).map(|district| {
        let said = Said {
            problem: fields.problem(field),
            described: fields.described(field, false),
        };
        streets(lang, district, fields.draft.get(field).trim(), said)
    });
    html!(
        r#"<div class="streets">"# {choice} r#"</div><p class="more-streets"><button name="step" value=""#
        {Step::Edit.code()} r#"" formaction="/requests/new#f-district">"# {lang.show_streets()}
        "</button></p>"
    )
}
