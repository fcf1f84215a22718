//! "Check your answers": everything once more, by when it is answered, and the button that sends it.

use super::answers::{Row, rows};
use super::carried::carried;
use super::join::offer;
use crate::islands::requests::Requests;
use crate::markup::Markup;
use crate::request::{CheckAnswers, Setback, Step};
use crate::wording::Lang;
use domain::request::{Contact, Due, Field};
use domain::time::BeijingTime;
use domain::union::Desk;
use leptos::prelude::*;

messages! {
    what_happens: "交了以后" / "What happens then";
    desk_gets_it: "先由这里接：" / "It goes first to: ";
    answered_by: "最晚答复：" / "Answered at the latest by: ";
    if_not_answered: "到时没答复，自动上报一级。" / "If they do not answer by then, it goes one level up by itself.";
    due_assumed: "那一年的放假安排还没公布，按平常的周末算的。" / "The public holidays of that year are not published yet; ordinary weekends are assumed.";
    what_is_encrypted: "写的内容、照片、名字和电话都加密存。只有接这件事的工会和它的上级能看；看名字和电话要写理由，每一次你都查得到。" / "What you wrote, your photos, your name and your number are stored encrypted. Only the union that has your request, and those above it, can read them; looking at name and number takes a reason, and you can see each time.";
    what_is_encrypted_anonymous: "写的内容和照片加密存，只有接这件事的工会和它的上级能看。名字和电话没有留。" / "What you wrote and your photos are stored encrypted; only the union that has your request, and those above it, can read them. No name or number is kept.";
    send: "提交" / "Send";
    send_another: "另交一件" / "Send mine as another";
    change: "改" / "Change";
    setback_sent_before: "这张单子先前交过一次，内容不一样。先前那件照旧；要把这一份另交一件，再点一次“提交”。" / "This form was sent before with other answers. That request stands. To send these as another one, press “Send” again.";
    setback_too_many: "这会儿交得太多，先缓一缓。你写的都在这里，过几分钟再点“提交”；急事打 12351。" / "Too many requests just now. Everything you wrote is here: press “Send” again in a few minutes, or call 12351.";
    setback_broken: "我们这边出错了，还没收到。你写的都在这里，过一会儿再点“提交”，不会交重；急事打 12351。" / "Something broke on our side and we do not have it yet. Everything you wrote is here: press “Send” again in a moment, it will not be sent twice; or call 12351.";
}

/// The page.
pub(crate) fn check_answers(lang: Lang, now: BeijingTime, model: CheckAnswers) -> impl IntoView {
    let setback = model.setback.map(|setback| {
        let words = lang.setback(setback);
        html!(r#"<p class="problems" role="alert" tabindex="-1" autofocus>"# {words} "</p>")
    });
    let rows: Markup = rows(lang, &model)
        .into_iter()
        .map(|row| answer(lang, row))
        .collect();
    // One main thing to do: to join, where that is offered.
    let (send_class, send) = match model.like {
        None => ("act", lang.send()),
        Some(_) => ("", lang.send_another()),
    };
    let content = html!(
        {setback} "<h1>" {lang.check_answers_title()} r#"</h1><form method="post" action="/requests/new">"#
        {carried(&model.form, &[])} r#"<section class="answers"><dl>"# {rows} "</dl></section>"
        {promise(lang, now, &model)} {model.like.map(|like| offer(lang, now, like))}
        r#"<p><button class=""# {send_class} r#"" name="step" value=""# {Step::Send.code()} r#"">"#
        {send} "</button></p></form>"
    );
    view! {
        <article class="request" inner_html=content.into_html()></article>
        <Requests/>
    }
}

fn answer(lang: Lang, row: Row) -> Markup {
    let step = match row.field {
        Field::Category => Step::Category,
        _ => Step::Edit,
    };
    let unseen = html!(r#"<span class="unseen"> "# {row.name} "</span>");
    html!(
        "<div><dt>" {row.name} "</dt><dd>" {row.answer}
        r#"</dd><dd><button class="quiet" name="step" value=""# {step.code()}
        r#"" formaction="/requests/new#f-"# {row.field.code()} r#"">"# {lang.change()} {unseen}
        "</button></dd></div>"
    )
}

/// Who gets it, by when, and who reads what.
fn promise(lang: Lang, now: BeijingTime, model: &CheckAnswers) -> Markup {
    let encrypted = match model.submission.contact {
        Contact::Anonymous => lang.what_is_encrypted_anonymous(),
        Contact::Phone { .. } | Contact::Reference { .. } => lang.what_is_encrypted(),
    };
    html!(
        "<section><h2>" {lang.what_happens()} "</h2><p>" {lang.desk_gets_it()} "<b>"
        {lang.desk(model.desk)} "</b></p>" {model.due.map(|due| deadline(lang, now, model.desk, due))} "<p>"
        {encrypted} "</p></section>"
    )
}

/// By when, and what follows if not.
pub(super) fn deadline(lang: Lang, now: BeijingTime, desk: Desk, due: Due) -> Markup {
    let then = desk
        .up()
        .map(|_| html!(r#"<p class="soft">"# {lang.if_not_answered()} "</p>"));
    html!({answered_at_the_latest(lang, now, due)} {then})
}

/// By when.
pub(super) fn answered_at_the_latest(lang: Lang, now: BeijingTime, due: Due) -> Markup {
    let assumed = due
        .assumed
        .then(|| html!(r#" <span class="soft">"# {lang.due_assumed()} "</span>"));
    html!(
        "<p>" {lang.answered_by()} "<b>" {lang.day_and_time(due.at, now)} "</b>" {assumed} "</p>"
    )
}

impl Lang {
    const fn setback(self, setback: Setback) -> &'static str {
        match setback {
            Setback::SentBefore => self.setback_sent_before(),
            Setback::TooMany => self.setback_too_many(),
            Setback::Broken => self.setback_broken(),
        }
    }
}
