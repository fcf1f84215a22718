//! `/staff`: who is signed in, and what they can do.

use super::inputs::form_token;
use crate::staff::Start;
use crate::wording::Lang;
use domain::staff::Role;
use leptos::prelude::*;

messages! {
    signed_in_as: "登录的是：" / "Signed in: ";
    sign_out: "退出登录" / "Sign out";
}

impl Lang {
    /// What somebody does at a desk.
    pub fn role(self, role: Role) -> &'static str {
        self.pick(role.name_zh(), role.name_en())
    }
}

/// The page.
pub(crate) fn start(lang: Lang, model: Start) -> impl IntoView {
    let content = html!(
        "<h1>" {lang.staff_title()} "</h1><p>" {lang.signed_in_as()} "<b>" {&*model.person} "</b> (" {&*model.name} ") · "
        {lang.role(model.staff.role)} " · " {lang.desk(model.staff.desk)}
        r#"</p><form method="post" action="/staff/sign-out">"# {form_token(&model.form_token)}
        r#"<p><button class="quiet">"# {lang.sign_out()} "</button></p></form>"
    );
    view! { <article class="request" inner_html=content.into_html()></article> }
}
