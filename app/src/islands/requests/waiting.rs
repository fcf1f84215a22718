//! The page of a request that waits for the network.

use super::kept_here::{WAITS, button, buttons};
use super::page::Page;
use crate::islands::browser::{lang, now};
use crate::request::kept::{Item, State};
use crate::wording::dates::clock;

messages! {
    waiting_title: "存在这部手机里了" / "Saved on this phone";
    waiting_sent_by_itself: "还没交上去。一有网，它自己就交出去，不会交重。这一页开着，或者过后再打开“说说难处”，都行。" / "It has not been sent yet. It will be sent by itself as soon as there is network, and only once. Keep this page open, or come back here later.";
    waiting_shared_phone: "写的内容加密存着，只有这部手机打得开，一周后自己删掉。" / "What you wrote is encrypted; only this phone can open it, and after a week it is gone.";
    waiting_urgent: "急事打 12351。" / "If it is urgent, call 12351.";
    waiting_again_at: "没交出去，再试一次的时间：" / "It did not get through. Next try: ";
    waiting_busy: "这会儿交的人多，再交一次的时间：" / "The site is busy just now. Next try: ";
    try_now: "现在就试" / "Try now";
}

/// The page; `None` if the item does not wait.
pub(super) fn waiting_page(item: &Item) -> Option<Page> {
    let State::Waiting {
        not_before, busy, ..
    } = item.state
    else {
        return None;
    };
    let lang = lang();
    // Of a site that is busy, what it said is waited for.
    let (again, try_now) = match busy {
        true => (lang.waiting_busy(), None),
        false => {
            let try_now = button(buttons::TRY, &item.key, lang.try_now());
            (lang.waiting_again_at(), Some(try_now))
        }
    };
    // Whole minutes, and never one that is over.
    let at = not_before.max(now()).plus_minutes(1);
    let document = html!(
        "<title>" {lang.waiting_title()} r#"</title><main id="main" tabindex="-1"><article class="request"><h1>"#
        {lang.waiting_title()} "</h1><p>" {lang.waiting_sent_by_itself()} r#"</p><p role="status">"#
        {again} "<b>" {clock(at.minute_of_day())} r#"</b></p><p class="ways">"#
        {try_now} {button(buttons::TAKE_BACK, &item.key, lang.take_back())} r#"</p><p class="soft">"#
        {lang.waiting_shared_phone()} "</p><p>" {lang.waiting_urgent()} "</p></article></main>"
    );
    let page = Page::read(&document.into_html())?;
    Some(page.marked(WAITS, &item.key))
}
