//! What the pages of whoever is signed in share: who that is, the ways on, and the way out.

use super::inputs::form_token;
use crate::markup::Markup;
use crate::staff::Who;
use crate::wording::Lang;
use domain::staff::{Action, may};
use leptos::prelude::*;

messages! {
    signed_in_as: "登录的是：" / "Signed in: ";
    sign_out: "退出登录" / "Sign out";
    skip_to_work: "跳过工作菜单" / "Skip the staff menu";
    staff_navigation: "工作人员" / "Staff";
}

/// A page with its heading.
pub(in crate::pages) fn frame(
    lang: Lang,
    who: &Who,
    title: &str,
    content: Markup,
) -> impl IntoView + use<> {
    let html = html!({ways(lang, who)} "<h1>" {title} "</h1>" {content} {out(lang, who)});
    view! { <article class="request staff" inner_html=html.into_html()></article> }
}

/// Who is signed in, and the way out.
pub(in crate::pages) fn out(lang: Lang, who: &Who) -> Markup {
    html!(
        r#"<section class="out"><p>"# {lang.signed_in_as()} "<b>" {&*who.person} "</b> (" {&*who.name} ") · "
        {lang.role(who.staff.role)} " · " {lang.desk(who.staff.desk)} "</p>"
        {post("/staff/sign-out", &who.form_token, html!(
            r#"<p><button class="quiet">"# {lang.sign_out()} "</button></p>"
        ))} "</section>"
    )
}

/// The pages that this person may use.
pub(in crate::pages) fn ways(lang: Lang, who: &Who) -> Markup {
    let sees_requests = may(who.staff, Action::SeeRequest, who.staff.desk);
    let keeps_accounts = may(who.staff, Action::MakeAccount, who.staff.desk);
    let link = |address: &'static str, words: &str| html!(r#"<a class="chip" href=""# {address} r#"">"# {words} "</a> ");
    let sees_whole = may(who.staff, Action::SeeOverview, who.staff.desk);
    let overview = sees_whole.then(|| link("/staff/overview", lang.overview_title()));
    let audits = may(who.staff, Action::Audit, who.staff.desk);
    let audit = audits.then(|| link("/staff/audit", lang.audit_title()));
    let requests = sees_requests.then(|| link("/staff/requests", lang.desk_title()));
    let sees_listing = may(who.staff, Action::SeeHistory, who.staff.desk);
    let listings = sees_listing.then(|| {
        html!(
            {link("/staff/stations", lang.stations_kept_title())}
            {link("/staff/classes", lang.classes_kept_title())}
            {link("/staff/reports", lang.groups_title())}
            {link("/staff/changes", lang.changes_title())}
            {link("/staff/proposals", lang.proposals_title())}
        )
    });
    let edits = may(who.staff, Action::EditListing, who.staff.desk);
    let freshness = edits.then(|| link("/staff/freshness", lang.freshness_title()));
    let imports = may(who.staff, Action::Import, who.staff.desk);
    let imports = imports.then(|| link("/staff/import", lang.import_title()));
    let accounts = keeps_accounts.then(|| link("/staff/accounts", lang.accounts_title()));
    html!(
        r##"<a class="skip" href="#work">"## {lang.skip_to_work()} r#"</a><nav class="chips" aria-label=""#
        {lang.staff_navigation()} r#"">"#
        {link("/staff", lang.staff_title())} {requests} {listings} {freshness} {imports} {overview}
        {audit} {accounts}
        {link("/staff/account", lang.own_account_title())} r#"</nav><span id="work" tabindex="-1"></span>"#
    )
}

/// A form of this session.
pub(in crate::pages) fn post(address: &str, token: &str, inside: Markup) -> Markup {
    html!(
        r#"<form method="post" action=""# {address} r#"">"# {form_token(token)} {inside} "</form>"
    )
}
