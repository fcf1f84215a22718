//! What is kept on this phone, in plain words, with a way to go on and a way to be rid of it.

use super::{draft, page, vault};
use crate::islands::browser::{all, draw, insert, lang, now};
use crate::markup::Markup;
use crate::request::kept::{Item, Kept, State};
use crate::wording::Lang;
use domain::time::BeijingTime;
use leptos::prelude::window;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

messages! {
    draft_begun: "写了一件，还没交，存在这部手机里。上次写到：" / "You began a request and have not sent it. It is kept on this phone, last changed: ";
    draft_go_on: "接着写" / "Go on";
    kept_delete: "从手机里删掉" / "Delete it from this phone";
    waits_for_network: "有一件还没交上去，存在这部手机里，一有网自己就交。写好的时间：" / "One request is kept on this phone and will be sent by itself as soon as there is network. Written: ";
    take_back: "先不交" / "Do not send it yet";
    receipt_kept: "收到了。收据存在这部手机里。时间：" / "We have it. The receipt is kept on this phone. Received: ";
    receipt_show: "看收据" / "Show the receipt";
    receipt_on_page: "这张收据也存在这部手机里，只有这部手机打得开，一周后自己删掉。别人的手机，记下来就删。" / "This receipt is also kept on this phone, which alone can open it, and gone after a week. On a shared phone, write it down and delete it.";
    receipt_noted: "记下了，从手机里删掉" / "I have noted it: delete it from this phone";
    written_here: "写到哪儿存到哪儿，只存在这部手机里，一周后自己删掉。" / "What you write is kept on this phone only, and gone after a week.";
    write_nothing_here: "别人的手机，别存" / "Not my phone: keep nothing";
    nothing_written: "这一件不存在手机里了。" / "Nothing of this is kept on this phone.";
}

/// What a button of these does; its value is the key.
pub(super) mod buttons {
    pub(in super::super) const GO_ON: &str = "go-on";
    pub(in super::super) const TAKE_BACK: &str = "take-back";
    pub(in super::super) const SHOW: &str = "show";
    pub(in super::super) const FORGET: &str = "forget";
    pub(in super::super) const TRY: &str = "try";
    pub(in super::super) const KEEP_NOTHING: &str = "keep-nothing";
}

/// The mark of the page of a receipt that is kept, with its key.
pub(super) const RECEIPT: &str = "data-receipt";
/// The mark of the page of what waits.
pub(super) const WAITS: &str = "data-waits";

/// Draws it as it is now, once it was looked up.
pub(super) fn draw_soon() {
    spawn_local(async { draw_all(&vault::look().await) });
}

/// Draws it.
pub(super) fn draw_all(kept: &Kept) {
    all::<Element>("main > .kept").for_each(|old| old.remove());
    let (lang, now) = (lang(), now());
    let on_page = Shown {
        form: draft::form().map(|form| form.key),
        receipt: page::mark(RECEIPT),
        waiting: page::mark(WAITS),
    };
    let others: Markup = kept
        .items()
        .iter()
        .filter(|item| on_page.lacks(item))
        .map(|item| html!("<div>" {one(lang, now, item)} "</div>"))
        .collect();
    if others != Markup::default() {
        let section = html!(r#"<section class="kept" role="status">"# {others} "</section>");
        insert("main", "afterbegin", section);
    }
    let receipt = on_page.receipt.filter(|key| kept.get(key).is_some());
    if let Some(key) = receipt {
        let section = html!(
            r#"<section class="kept"><p>"# {lang.receipt_on_page()} r#"</p><p class="ways">"#
            {button(buttons::FORGET, &key, lang.receipt_noted())} "</p></section>"
        );
        insert("main", "beforeend", section);
    }
}

/// What the page shows already.
struct Shown {
    form: Option<String>,
    receipt: Option<String>,
    waiting: Option<String>,
}

impl Shown {
    fn lacks(&self, item: &Item) -> bool {
        let shown = match item.state {
            State::Draft { .. } if !begins_request() => return false,
            State::Draft { .. } => &self.form,
            State::Waiting { .. } => &self.waiting,
            State::Received { .. } => &self.receipt,
        };
        shown.as_ref() != Some(&item.key)
    }
}

/// Whether this is where one writes: elsewhere nobody asks for drafts.
fn begins_request() -> bool {
    let path = window().location().pathname();
    path.is_ok_and(|path| path == super::post::FORM_ADDRESS)
}

fn one(lang: Lang, now: BeijingTime, item: &Item) -> Markup {
    let (words, ways) = match item.state {
        State::Draft { .. } => (
            lang.draft_begun(),
            [
                Some((buttons::GO_ON, lang.draft_go_on())),
                Some((buttons::FORGET, lang.kept_delete())),
            ],
        ),
        State::Waiting { busy, .. } => (
            lang.waits_for_network(),
            [
                (!busy).then(|| (buttons::TRY, lang.try_now())),
                Some((buttons::TAKE_BACK, lang.take_back())),
            ],
        ),
        State::Received { .. } => (
            lang.receipt_kept(),
            [
                Some((buttons::SHOW, lang.receipt_show())),
                Some((buttons::FORGET, lang.kept_delete())),
            ],
        ),
    };
    let ways: Markup = ways
        .into_iter()
        .flatten()
        .map(|(name, words)| button(name, &item.key, words))
        .collect();
    html!(
        "<p>" {words} "<b>" {lang.day_and_time(item.at, now)} r#"</b></p><p class="ways">"# {ways} "</p>"
    )
}

/// A button that belongs to what is kept.
pub(super) fn button(name: &str, key: &str, words: &str) -> Markup {
    html!(
        r#"<button type="button" data-kept=""# {name} r#"" value=""# {key} "\">" {words} "</button>"
    )
}

/// Says beside the text that it is kept, or that it is not.
pub(super) fn say_under_text(is_kept: bool) {
    let lang = lang();
    let words = match is_kept {
        true => html!(
            {lang.written_here()} " " {button(buttons::KEEP_NOTHING, "", lang.write_nothing_here())}
        ),
        false => html!({ lang.nothing_written() }),
    };
    draw(".written-here", words);
}
