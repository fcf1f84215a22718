//! `/staff/sign-in`.

use super::inputs::{Line, hidden};
use crate::staff::{EntryProblem, SignIn, names};
use crate::wording::Lang;
use leptos::prelude::*;

messages! {
    sign_in_lead: "给工会工作人员用的。职工反映问题、查进度，不用登录。" / "For people who work for the union. Workers need no account to file a request or to follow it.";
    account_name: "账号" / "Account";
    password: "密码" / "Password";
    code_label: "动态码" / "One-time code";
    code_hint: "手机验证器上的六位数字；手机不在身边，填一个恢复码。没开就空着。" / "Six digits from your authenticator app, or a recovery code. Leave it empty if you have none.";
    sign_in_act: "登录" / "Sign in";
    sign_in_wrong: "账号、密码或动态码不对，再核对一下。" / "That does not fit. Check what you typed.";
    sign_in_too_many: "试的次数太多了，先等一等。" / "That was tried too often. Wait a little.";
    sign_in_lost: "密码忘了，或者还没有账号，找本单位的管理员。" / "If you have lost your password or have no account, ask your administrator.";
    minutes_after_before: "大约 " / "About ";
    minutes_after_after: " 分钟后再试。" / " minutes from now you may try again.";
}

/// The page.
pub(crate) fn sign_in(lang: Lang, model: SignIn) -> impl IntoView {
    let problem = model.problem.map(|problem| match problem {
        EntryProblem::Wrong => html!({ lang.sign_in_wrong() }),
        EntryProblem::TooMany { seconds } => html!(
            {lang.sign_in_too_many()} " " {lang.minutes_after_before()} {seconds.div_ceil(60)}
            {lang.minutes_after_after()}
        ),
    });
    let problem = problem
        .map(|problem| html!(r#"<p class="problem" role="alert" id="wrong">"# {problem} "</p>"));
    let name = Line {
        name: names::NAME,
        label: lang.account_name(),
        hint: None,
        problem: None,
        value: &model.name,
        attributes: r#" required autofocus autocomplete="username" autocapitalize="none" spellcheck="false""#,
    };
    let password = Line {
        name: names::PASSWORD,
        label: lang.password(),
        hint: None,
        problem: None,
        value: "",
        attributes: r#" type="password" required autocomplete="current-password""#,
    };
    let code = Line {
        name: names::CODE,
        label: lang.code_label(),
        hint: Some(lang.code_hint()),
        problem: None,
        value: "",
        attributes: r#" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false""#,
    };
    let content = html!(
        "<h1>" {lang.sign_in_title()} "</h1><p>" {lang.sign_in_lead()} "</p>" {problem}
        r#"<form method="post" action="/staff/sign-in">"# {hidden(names::NEXT, &model.next)}
        {name.field()} {password.field()} {code.field()} r#"<p><button class="act">"# {lang.sign_in_act()}
        r#"</button></p></form><p class="soft">"# {lang.sign_in_lost()} "</p>"
    );
    view! { <article class="request" inner_html=content.into_html()></article> }
}
