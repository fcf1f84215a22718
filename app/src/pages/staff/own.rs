//! `/staff/account`: somebody's own sessions, one-time codes and password.

use super::frame::{frame, post};
use super::inputs::{Line, hidden};
use crate::markup::Markup;
use crate::pages::request::qr;
use crate::staff::{OneTimeCodes, OwnAccount, SessionRow, Told, names, own_wishes as wishes};
use crate::wording::Lang;
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    codes_title: "动态码" / "One-time codes";
    codes_why: "打开以后，登录除了密码，还要手机验证器上的六位数字。密码被人看走了，也进不来。" / "Once they are on, signing in takes six digits from an app on your phone besides the password. A password that somebody saw is then no use.";
    codes_demanded: "你的角色必须打开动态码，打开之前别的都做不了。" / "Your role demands them. Until they are on, you can do nothing else.";
    codes_begin: "打开动态码" / "Turn them on";
    codes_scan: "第一步：用手机上的验证器（认 TOTP 的都行）扫这个码；扫不了，就把下面的密钥输进去。" / "First: scan this with an authenticator app, any that knows TOTP, or type the key below into it.";
    codes_qr: "二维码，内容就是下面的密钥" / "QR code of the key below";
    codes_key: "密钥：" / "Key: ";
    codes_enter: "第二步：填上验证器现在显示的六位数字。" / "Then: type the six digits that the app shows now.";
    codes_confirm: "确认打开" / "Turn them on";
    codes_are_on: "动态码已经打开。" / "They are on.";
    recovery_title: "恢复码" / "Recovery codes";
    recovery_keep: "手机丢了、换了，就用恢复码登录，每个只能用一次。只在这一页显示这一次：抄下来或者打印出来，收好。" / "If the phone is lost, a recovery code signs you in, each once. They are shown on this page only, this once: write them down or print them, and keep them safe.";
    recovery_renew: "换一批恢复码" / "Make new recovery codes";
    recovery_renew_why: "换了以后，旧的都作废。" / "Those before then open nothing.";
    sessions_title: "登录在哪儿" / "Where you are signed in";
    session_current: "就是这里" / "here";
    session_began: "登录：" / "since ";
    session_seen: "最近：" / "last seen ";
    session_end: "让它退出" / "Sign it out";
    password_title: "换密码" / "Change the password";
    old_password: "现在的密码" / "The password until now";
    password_change: "换密码" / "Change it";
    password_change_why: "换了以后，别处的登录都会退出。" / "You are then signed out everywhere else.";
    told_session_ended: "那一处已经退出。" / "That session has ended.";
    told_password_changed: "密码换好了。" / "The password is changed.";
    told_wrong_code: "动态码不对，或者已经用过。等它换了再填一次。" / "That is not the code of now, or it was used. Wait for the next and try again.";
    told_wrong_password: "现在的密码不对。" / "That is not the password until now.";
}

/// The page.
pub(crate) fn own_account(lang: Lang, now: BeijingTime, model: OwnAccount) -> impl IntoView {
    let token = &*model.who.form_token;
    let content = html!(
        {told(lang, model.told)} {codes(lang, token, &model.codes)}
        {sessions(lang, now, token, &model.sessions)} {password(lang, token)}
    );
    frame(lang, &model.who, lang.own_account_title(), content)
}

fn told(lang: Lang, told: Option<Told>) -> Option<Markup> {
    let words = match told? {
        Told::SessionEnded => return Some(good(lang.told_session_ended())),
        Told::PasswordChanged => return Some(good(lang.told_password_changed())),
        Told::WrongCode => lang.told_wrong_code(),
        Told::WrongPassword => lang.told_wrong_password(),
        Told::Password(problem) => lang.password_problem(problem),
        Told::TooMany => lang.sign_in_too_many(),
    };
    Some(html!(r#"<p class="problem" role="alert">"# {words} "</p>"))
}

/// A plain word that something was done.
pub(in crate::pages) fn good(words: &str) -> Markup {
    html!(r#"<p role="status"><b>"# {words} "</b></p>")
}

fn codes(lang: Lang, token: &str, codes: &OneTimeCodes) -> Markup {
    let demand =
        |demanded: bool| demanded.then(|| html!("<p><b>" {lang.codes_demanded()} "</b></p>"));
    let inside = match codes {
        OneTimeCodes::Off { demanded } => {
            let button = button(lang.codes_begin());
            html!(
                "<p>" {lang.codes_why()} "</p>" {demand(*demanded)}
                {post(OWN, token, html!({hidden(names::WISH, wishes::BEGIN)} {button}))}
            )
        }
        OneTimeCodes::Begun {
            secret,
            uri,
            demanded,
        } => {
            let form = html!(
                {hidden(names::WISH, wishes::CONFIRM)} {code(lang, lang.codes_enter())}
                {button(lang.codes_confirm())}
            );
            html!(
                {demand(*demanded)} "<p>" {lang.codes_scan()} "</p>" {qr(lang.codes_qr(), uri)} "<p>"
                {lang.codes_key()} r#"<b class="key">"# {grouped(secret)} "</b></p>"
                {post(OWN, token, form)}
            )
        }
        OneTimeCodes::On => {
            let form = html!(
                {hidden(names::WISH, wishes::RENEW)} {code(lang, lang.recovery_renew_why())}
                {button(lang.recovery_renew())}
            );
            html!("<p>" {lang.codes_are_on()} "</p>" {post(OWN, token, form)})
        }
        OneTimeCodes::Recovery(codes) => {
            let codes: Markup = codes
                .iter()
                .map(|code| html!(r#"<li class="key">"# {&**code} "</li>"))
                .collect();
            html!(
                "<p>" {lang.codes_are_on()} "</p><h3>" {lang.recovery_title()} "</h3><p><b>"
                {lang.recovery_keep()} "</b></p><ol>" {codes} "</ol>"
            )
        }
    };
    html!("<section><h2>" {lang.codes_title()} "</h2>" {inside} "</section>")
}

/// Where the forms of the page are sent.
const OWN: &str = "/staff/account";

fn code(lang: Lang, hint: &str) -> Markup {
    Line {
        name: names::CODE,
        label: lang.code_label(),
        hint: Some(hint),
        problem: None,
        value: "",
        attributes: r#" required inputmode="numeric" autocomplete="one-time-code""#,
    }
    .field()
}

fn button(words: &str) -> Markup {
    html!(r#"<p><button class="act">"# {words} "</button></p>")
}

/// Four and four, to be typed.
fn grouped(secret: &str) -> String {
    let letters: Vec<_> = secret.chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}

fn sessions(lang: Lang, now: BeijingTime, token: &str, sessions: &[SessionRow]) -> Markup {
    let rows: Markup = sessions
        .iter()
        .map(|session| {
            let end = match session.current {
                true => html!("<b>" {lang.session_current()} "</b>"),
                false => {
                    let form = html!(
                        {hidden(names::WISH, wishes::END)} {hidden(names::ID, &session.id.to_string())}
                        r#"<button class="quiet">"# {lang.session_end()} "</button>"
                    );
                    post(OWN, token, form)
                }
            };
            html!(
                "<li><span>" {lang.session_began()} {lang.day_and_time(session.began, now)} " · "
                {lang.session_seen()} {lang.day_and_time(session.seen, now)} "</span> " {end} "</li>"
            )
        })
        .collect();
    html!("<section><h2>" {lang.sessions_title()} "</h2><ul>" {rows} "</ul></section>")
}

fn password(lang: Lang, token: &str) -> Markup {
    let line = |name, label, hint, attributes| Line {
        name,
        label,
        hint,
        problem: None,
        value: "",
        attributes,
    };
    let old = line(
        names::OLD,
        lang.old_password(),
        None,
        r#" type="password" required autocomplete="current-password""#,
    );
    let new = line(
        names::PASSWORD,
        lang.new_password(),
        Some(lang.new_password_hint()),
        r#" type="password" required autocomplete="new-password""#,
    );
    let form = html!(
        {hidden(names::WISH, wishes::PASSWORD)} {old.field()} {new.field()}
        r#"<p><button class="quiet">"# {lang.password_change()} "</button></p>"
    );
    html!(
        "<section><h2>" {lang.password_title()} "</h2><p>" {lang.password_change_why()} "</p>"
        {post(OWN, token, form)} "</section>"
    )
}
