//! `/reports/{reference}`: thanks, and what became of it.

use crate::report::Outcome;
use crate::wording::Lang;
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    outcome_thanks: "谢谢，收到了。工作人员核实以后，结果写在这一页。" / "Thank you, we have it. Once staff have looked, this page says what became of it.";
    outcome_reference: "编号（记下来，随时回来看）" / "Reference (keep it to come back)";
    outcome_at: "你说的是：" / "You said: ";
    outcome_where: "站点：" / "Station: ";
    outcome_result: "结果：" / "Outcome: ";
    outcome_word: "工作人员说：" / "Staff say: ";
    outcome_gone: "已不在名单上" / "not listed any more";
}

/// The page.
pub(crate) fn outcome(lang: Lang, now: BeijingTime, model: Outcome) -> impl IntoView {
    let place = match &model.name {
        Some(name) => html!(
            r#"<a href="/stations/"# {model.station.0} r#"" lang="zh-CN">"# {&**name} "</a>"
        ),
        None => html!({ lang.outcome_gone() }),
    };
    let result = match model.verdict {
        None => html!(r#"<p role="status">"# {lang.outcome_thanks()} "</p>"),
        Some((verdict, at)) => {
            let word = (!model.word.is_empty())
                .then(|| html!("<p>" {lang.outcome_word()} "<q>" {&*model.word} "</q></p>"));
            html!(
                r#"<p role="status">"# {lang.outcome_result()} "<b>" {lang.report_verdict(verdict)} "</b> · "
                {lang.ago(at, now)} "</p>" {word}
            )
        }
    };
    let html = html!(
        "<h1>" {lang.outcome_title()} "</h1>" {result} r#"<p class="soft">"# {lang.outcome_reference()}
        r#"</p><p class="reference"><b>"# {&*model.reference} "</b></p><p>" {lang.outcome_where()} {place}
        "</p><p>" {lang.outcome_at()} {lang.report_kind(model.kind)} " · " {lang.ago(model.at, now)} "</p>"
    );
    view! { <article class="request" inner_html=html.into_html()></article> }
}
