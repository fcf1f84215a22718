//! One form on its way to the site, and the answer.

use super::page::Page;
use crate::request::kept::Answer;
use gloo_timers::callback::Timeout;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, FormData, RequestInit, Response, UrlSearchParams};

/// Where the form has its address.
pub(super) const FORM_ADDRESS: &str = "/requests/new";

/// After a minute without an answer there is no network, whatever the phone says.
const PATIENCE_MS: u32 = 60_000;

/// What came back.
pub(super) struct Reply {
    status: u16,
    retry_after: Option<i64>,
    html: String,
}

impl Reply {
    /// The page, if it is one of this site.
    pub(super) fn page(&self) -> Option<Page> {
        Page::read(&self.html)
    }

    /// What it says of a submission.
    pub(super) fn answer(self) -> Answer {
        let page = self.page().is_some().then_some(self.html);
        Answer::of(self.status, self.retry_after, page)
    }
}

/// Sends a form; `None` if nothing came back.
pub(super) async fn post(body: &str) -> Option<Reply> {
    let init = RequestInit::new();
    let body = UrlSearchParams::new_with_str(body).ok()?;
    init.set_body_opt_url_search_params(Some(&body));
    // A form that cannot be sent is told as one that was not.
    ask(&init).await.ok()
}

/// The same with files.
pub(super) async fn post_files(body: &FormData) -> Option<Reply> {
    let init = RequestInit::new();
    init.set_body_opt_form_data(Some(body));
    ask(&init).await.ok()
}

async fn ask(init: &RequestInit) -> Result<Reply, JsValue> {
    let patience = AbortController::new()?;
    init.set_method("POST");
    init.set_signal(Some(&patience.signal()));
    let _timeout = Timeout::new(PATIENCE_MS, move || patience.abort());
    let asked = window().fetch_with_str_and_init(FORM_ADDRESS, init);
    let response: Response = JsFuture::from(asked).await?.dyn_into()?;
    let retry_after = response.headers().get("retry-after")?;
    let text = JsFuture::from(response.text()?).await?;
    Ok(Reply {
        status: response.status(),
        retry_after: retry_after.and_then(|seconds| seconds.trim().parse().ok()),
        html: text.as_string().unwrap_or_default(),
    })
}
