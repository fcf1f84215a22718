//! `/staff/set-up`: the link of an invitation, and the first password.

use super::inputs::Line;
use crate::staff::{SetUp, SetUpProblem, names};
use crate::wording::Lang;
use domain::staff::PasswordProblem;
use leptos::prelude::*;

messages! {
    set_up_lead: "管理员给了你一个链接，一天之内有效，只能用一次。把链接贴进来，给自己定一个密码。" / "Your administrator gave you a link. It works for a day, and once. Paste it here and choose a password.";
    set_up_link: "链接" / "Link";
    set_up_link_hint: "整条链接，或者 # 号后面那一段，都行。" / "The whole link, or what stands behind the #.";
    set_up_link_wrong: "这个链接用不了：可能过了一天，或者已经用过。找管理员再要一个。" / "This link does not work: a day may have passed, or it was used before. Ask for another.";
    new_password: "新密码" / "New password";
    new_password_hint: "至少 12 个字，汉字、字母、空格都可以，一句只有你知道的话最好记。不能用最常见的密码。" / "At least 12 characters of any kind. A sentence that only you know is easiest to remember. The commonest passwords are refused.";
    password_too_short: "不到 12 个字，再长一点。" / "It has fewer than 12 characters. Make it longer.";
    password_too_long: "超过了 128 个字，短一点。" / "It has more than 128 characters. Make it shorter.";
    password_guessable: "这个密码太好猜，别人一试就中。换一句别的。" / "Anybody would try this one first. Choose another.";
    set_up_act: "定下来，登录" / "Save and sign in";
}

impl Lang {
    /// Why a password is not taken.
    pub(crate) const fn password_problem(self, problem: PasswordProblem) -> &'static str {
        match problem {
            PasswordProblem::TooShort => self.password_too_short(),
            PasswordProblem::TooLong => self.password_too_long(),
            PasswordProblem::Guessable => self.password_guessable(),
        }
    }
}

/// The page.
pub(crate) fn set_up(lang: Lang, model: SetUp) -> impl IntoView {
    let (link_problem, password_problem) = match model.problem {
        None => (None, None),
        Some(SetUpProblem::Link) => (Some(lang.set_up_link_wrong()), None),
        Some(SetUpProblem::Password(problem)) => (None, Some(lang.password_problem(problem))),
    };
    let link = Line {
        name: names::TOKEN,
        label: lang.set_up_link(),
        hint: Some(lang.set_up_link_hint()),
        problem: link_problem,
        value: &model.token,
        attributes: r#" required autocomplete="off" autocapitalize="none" spellcheck="false""#,
    };
    let password = Line {
        name: names::PASSWORD,
        label: lang.new_password(),
        hint: Some(lang.new_password_hint()),
        problem: password_problem,
        value: "",
        attributes: r#" type="password" required autocomplete="new-password""#,
    };
    let content = html!(
        "<h1>" {lang.set_up_title()} "</h1><p>" {lang.set_up_lead()}
        r#"</p><form method="post" action="/staff/set-up">"# {link.field()} {password.field()}
        r#"<p><button class="act">"# {lang.set_up_act()} "</button></p></form>"
    );
    view! { <article class="request" inner_html=content.into_html()></article> }
}
