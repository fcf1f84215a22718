//! `/at/{id}`: how full it is, in three large buttons, for whoever stands at the door.

use crate::markup::Markup;
use crate::pages::request::hidden;
use crate::report::{Door, names};
use crate::wording::Lang;
use domain::crowding::Crowding;
use leptos::prelude::*;

messages! {
    door_lead: "点一下，一个小时里来的人都能看到。" / "One tap; whoever comes in the next hour sees it.";
    door_just_said: "你刚说过，过几分钟再说。" / "You just said so. Wait a few minutes.";
    door_to_station: "看这个站点" / "See the station";
}

/// The page.
pub(crate) fn door(lang: Lang, model: Door) -> impl IntoView {
    let buttons: Markup = Crowding::ALL
        .iter()
        .map(|level| {
            html!(
                r#"<button name="level" value=""# {level.code()} r#"">"# {lang.crowding(*level)} "</button>"
            )
        })
        .collect();
    let just_said = model
        .just_said
        .then(|| html!(r#"<p class="problem" role="alert">"# {lang.door_just_said()} "</p>"));
    let id = model.station.0;
    let html = html!(
        "<h1>" {lang.door_title()} r#"</h1><p><b lang="zh-CN">"# {&*model.name} "</b></p>" {just_said}
        r#"<form class="crowding" method="post" action="/at/"# {id} r#"">"# {hidden(names::CODE, &model.code)}
        {buttons} r#"</form><p class="soft">"# {lang.door_lead()}
        r#"</p><p><a class="chip" href="/stations/"# {id} r#"">"# {lang.door_to_station()} "</a></p>"
    );
    view! { <article class="request" inner_html=html.into_html()></article> }
}
