//! `/confirm/{token}`: what a link confirms, and the one button that does.

use crate::markup::Markup;
use crate::report::{Confirm, DueRow, names};
use crate::wording::Lang;
use leptos::prelude::*;

messages! {
    confirm_lead: "看一眼，和现在一样就点一下。不一样的，去掉前面的勾。" / "Have a look. Press the button if all is as it stands here; untick what is not.";
    confirm_act: "打勾的都没变" / "Nothing changed in what is ticked";
    confirm_one: "这处没变" / "Nothing changed here";
    confirm_nothing: "这个月的都核实过了。" / "All of this month is confirmed.";
    confirm_no_hours: "没写开放时间" / "no hours given";
    confirm_never: "从没核实过" / "never confirmed";
    confirm_since: "上次核实：" / "Confirmed on ";
    confirm_only_this: "只发这一处的链接：" / "A link for this one alone: ";
}

/// The page.
pub(crate) fn confirm(lang: Lang, model: Confirm) -> impl IntoView {
    let done = model
        .confirmed
        .map(|count| html!(r#"<p class="done" role="status">"# {lang.confirmed(count)} "</p>"));
    let content = match model.due.is_empty() {
        true => html!("<p>" {lang.confirm_nothing()} "</p>"),
        false => html!(
            "<p>" {lang.confirm_lead()} r#"</p><form method="post" action="/confirm/"# {&*model.token} r#"">"#
            {due_rows(lang, &model.due, model.confirmed.is_some())} r#"<p><button class="act">"# {lang.confirm_act()}
            "</button></p></form>"
        ),
    };
    let html = html!(
        "<h1>" {lang.confirm_title()} r#"</h1><p><b lang="zh-CN">"# {&*model.place} "</b></p>" {done}
        {content}
    );
    view! { <article class="request staff" inner_html=html.into_html()></article> }
}

/// What is due, each with a box that is ticked and a button of its own; whoever goes on with the next
/// has it at hand.
pub(crate) fn due_rows(lang: Lang, due: &[DueRow], goes_on: bool) -> Markup {
    let rows = due.iter().enumerate();
    let rows: Markup = rows
        .map(|(place, row)| due_row(lang, row, goes_on && place == 0))
        .collect();
    // The first button of a form is what Enter presses in a field: here it is none.
    html!(r#"<button disabled hidden></button><ul class="due">"# {rows} "</ul>")
}

fn due_row(lang: Lang, row: &DueRow, is_next: bool) -> Markup {
    let id = row.station.0;
    let hours = match row.hours.is_empty() {
        true => lang.confirm_no_hours().to_owned(),
        false => row.hours.join(lang.pick("；", "; ")),
    };
    let amenities: Vec<_> = row.amenities.iter().map(|one| lang.amenity(one)).collect();
    let since = match row.verified_on {
        None => lang.confirm_never().to_owned(),
        Some(day) => [lang.confirm_since(), &lang.full_day(day)].concat(),
    };
    let link = row.link.as_ref().map(
        |link| html!(r#"<small class="link">"# {lang.confirm_only_this()} {&**link} "</small>"),
    );
    let focus = is_next.then(|| html!(" autofocus"));
    let one = html!(
        r#"<button class="quiet" name=""# {names::ONE} r#"" value=""# {id} "." {row.version} r#"" id="one-"# {id}
        r#"" aria-labelledby="one-"# {id} " name-" {id} r#"">"# {lang.confirm_one()} "</button>"
    );
    html!(
        r#"<li><label class="tick"><input type="checkbox" checked name=""# {names::SEEN} r#"" value=""#
        {id} "." {row.version} "\"" {focus} r#"> <span><b id="name-"# {id} r#"" lang="zh-CN">"# {&*row.name} r#"</b><small lang="zh-CN">"#
        {&*row.address} "</small><small>" {hours} "</small><small>" {amenities.join(lang.pick("、", ", "))}
        "</small><small>" {since} "</small></span></label>" {one} {link} "</li>"
    )
}

impl Lang {
    /// How many were confirmed.
    pub(crate) fn confirmed(self, count: u32) -> String {
        match (self, count) {
            (Self::Zh, count) => format!("核实了 {count} 处，谢谢。"),
            (Self::En, 1) => "1 station is confirmed. Thank you.".to_owned(),
            (Self::En, count) => format!("{count} stations are confirmed. Thank you."),
        }
    }
}
