//! Dealing with a request together with a like one: the offer, and how the other stands. Of the
//! other nothing is shown but where it stands: not a word of it, not whose it is, no reference.

use super::check::answered_at_the_latest;
use crate::markup::Markup;
use crate::request::Step;
use crate::wording::Lang;
use domain::request::Outline;
use domain::time::BeijingTime;

messages! {
    like_heading: "这个站已经有一件一样的在办" / "One like it at this station is being dealt with";
    like_more: "并进去，答复下来也是你的答复；你照样有自己的编号和密码。没解决，照样往上一级。两边都看不到对方写的话。" / "Join it, and its answer is yours as well. You still get a reference and a secret of your own, and if that solves nothing, yours goes one level up. Neither of you sees what the other wrote.";
    join_it: "并进去，一起办" / "Join that one";
    joined_receipt: "已经跟一件一样的并在一起办。那件有了答复，就是你的答复，也在你的页面上。" / "It is dealt with together with one like it. The answer to that one answers yours, on your own page.";
    other_heading: "一起办的那件" / "The one it is dealt with together";
    filed_on: "交来：" / "Filed: ";
    stands: "办到：" / "It stands: ";
    is_with: "在哪儿：" / "With: ";
}

/// The offer to join it, with its button.
pub(super) fn offer(lang: Lang, now: BeijingTime, like: Outline) -> Markup {
    html!(
        "<section><h2>" {lang.like_heading()} "</h2>" {outline(lang, now, like)} "<p>"
        {lang.like_more()} r#"</p><p><button class="act" name="step" value=""# {Step::Join.code()}
        r#"">"# {lang.join_it()} "</button></p></section>"
    )
}

/// What the receipt says of it.
pub(super) fn joined_receipt(lang: Lang) -> Markup {
    html!("<p>" {lang.joined_receipt()} "</p>")
}

/// How the other stands.
pub(super) fn other(lang: Lang, now: BeijingTime, other: Outline) -> Markup {
    html!("<section><h2>" {lang.other_heading()} "</h2>" {outline(lang, now, other)} "</section>")
}

fn outline(lang: Lang, now: BeijingTime, outline: Outline) -> Markup {
    let due = outline
        .due
        .map(|due| answered_at_the_latest(lang, now, due));
    html!(
        "<p>" {lang.filed_on()} {lang.day_and_time(outline.filed_at, now)} "</p><p>" {lang.stands()}
        "<b>" {lang.stage_name(outline.stage)} "</b></p><p>" {lang.is_with()}
        {lang.desk(outline.desk)} "</p>" {due}
    )
}
