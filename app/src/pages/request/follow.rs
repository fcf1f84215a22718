//! `/requests/{reference}` before the secret is shown: the same page whether there is one or not.

use crate::islands::requests::Requests;
use crate::request::{Follow, following::names};
use crate::wording::Lang;
use leptos::prelude::*;

messages! {
    follow_lead: "填上收据上的密码，就能看到办到哪一步、谁在办、最晚哪天答复。" / "Give the secret from your receipt to see who has it, how far it is, and by when they must answer.";
    follow_reference: "编号" / "Reference";
    follow_secret: "密码" / "Secret";
    follow_secret_hint: "32 个字母和数字，就是收据链接里 # 号后面那一段。大小写、空格、横线都不要紧。" / "32 letters and digits: what stands behind the # in the link of your receipt. Case, spaces and hyphens do not matter.";
    follow_show: "看看办到哪了" / "Show how it stands";
    follow_denied: "编号和密码对不上，两个都核对一下。" / "Reference and secret do not fit. Check both.";
    follow_lost: "密码丢了，我们也找不回来。带上编号，打 12351 问。" / "A lost secret cannot be found again, not even by us. Call 12351 with the reference.";
}

/// The page.
pub(crate) fn follow(lang: Lang, model: Follow) -> impl IntoView {
    let denied = model.denied.then(
        || html!(r#"<p class="problem" id="p-secret" role="alert">"# {lang.follow_denied()} "</p>"),
    );
    let described = match model.denied {
        true => html!(r#" aria-invalid="true" aria-describedby="p-secret h-secret""#),
        false => html!(r#" aria-describedby="h-secret""#),
    };
    let content = html!(
        "<h1>" {lang.follow_title()} "</h1><p>" {lang.follow_reference()} " <b>" {&*model.reference}
        "</b></p><p>" {lang.follow_lead()} r#"</p><form method="post" action=""# {model.address()}
        r#""><div class="field"><label for="f-secret">"# {lang.follow_secret()}
        r#"</label><p class="soft" id="h-secret">"# {lang.follow_secret_hint()} "</p>" {denied}
        r#"<input id="f-secret" name=""# {names::SECRET} "\"" {described}
        r#" required autocomplete="off" autocapitalize="characters" spellcheck="false"></div>"#
        r#"<p><button class="act">"# {lang.follow_show()} r#"</button></p></form><p class="soft">"#
        {lang.follow_lost()} r#"</p><p><a class="chip" href="tel:12351">"# {lang.call_12351()} "</a></p>"
    );
    view! {
        <article class="request" inner_html=content.into_html()></article>
        <Requests/>
    }
}
