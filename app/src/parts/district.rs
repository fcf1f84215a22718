//! The way in for whoever does not give a position: choose a district.

use crate::wording::Lang;
use domain::places::District;
use leptos::prelude::*;

messages! {
    which_district: "在哪个区？" / "Which district?";
    whole_city: "全市" / "The whole city";
    go_and_look: "去看看" / "Show me";
}

/// A district and a button; works without JavaScript.
pub(crate) fn district_form(lang: Lang) -> AnyView {
    view! {
        <form class="district-form" action="/stations">
            <label for="district">{lang.which_district()}</label>
            <select id="district" name="district">{district_options(lang, None)}</select>
            <button>{lang.go_and_look()}</button>
        </form>
    }
    .into_any()
}

/// The districts as options, `chosen` selected.
pub(crate) fn district_options(lang: Lang, chosen: Option<District>) -> AnyView {
    let options: Vec<_> = District::all()
        .iter()
        .map(|district| {
            view! {
                <option value=district.code().to_string() selected=chosen == Some(*district)>
                    {lang.district(*district)}
                </option>
            }
        })
        .collect();
    view! {
        <option value="">{lang.whole_city()}</option>
        {options}
    }
    .into_any()
}
