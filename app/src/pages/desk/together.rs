//! `/staff/requests/several`: what came of one wish for several requests.

use super::super::staff::frame::{out, ways};
use crate::desk::{Outcome, Tick, Together};
use crate::markup::Markup;
use crate::wording::Lang;
use leptos::prelude::*;

messages! {
    together_title: "几件一起办" / "Several at once";
    together_again: "有没连上的，刷新这一页会再试一次，不会办两遍。" / "Reload this page to try those again that could not be reached; nothing is done twice.";
    back_to_list: "回列表" / "Back to the list";
}

/// The page.
pub(crate) fn together(lang: Lang, model: Together) -> impl IntoView {
    let done = |outcome: Outcome| {
        let fits = model.outcomes.iter().filter(|(_, other)| *other == outcome);
        fits.count()
    };
    let (count, unknown) = (done(Outcome::Done), done(Outcome::Unknown));
    let rows: Markup = model
        .outcomes
        .iter()
        .map(|(tick, outcome)| row(lang, *tick, *outcome))
        .collect();
    let again = (unknown > 0)
        .then(|| html!(r#"<p class="problems" role="alert">"# {lang.together_again()} "</p>"));
    let content = html!(
        {ways(lang, &model.who)} "<h1>" {lang.together_title()} " <small>" {lang.move_heading(model.kind)}
        r#"</small></h1><p class="done" role="status">"# {lang.count_done(count, model.outcomes.len())} "</p>" {again}
        r#"<ul class="desk-rows outcomes">"# {rows} r#"</ul><p><a class="chip" href=""# {model.narrowing.address()}
        r#"">"# {lang.back_to_list()} "</a></p>" {out(lang, &model.who)}
    );
    view! { <article class="desk" inner_html=content.into_html()></article> }
}

fn row(lang: Lang, tick: Tick, outcome: Outcome) -> Markup {
    let reference = tick.reference.to_string();
    let class = if outcome == Outcome::Done {
        ""
    } else {
        "overdue"
    };
    html!(
        r#"<li><a href="/staff/requests/"# {&*reference} r#""><b class=""# {class} r#"">"# {lang.outcome(outcome)}
        "</b> <span>" {lang.category(tick.category)} r#"</span> <span class="reference">"# {&*reference}
        "</span></a></li>"
    )
}

impl Lang {
    fn count_done(self, done: usize, all: usize) -> String {
        match self {
            Self::Zh => format!("{all} 件里办成 {done} 件。"),
            Self::En => format!("Done with {done} of {all}."),
        }
    }

    const fn outcome(self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Done => self.pick("成了", "Done"),
            Outcome::Changed => self.pick(
                "你看的时候有了变化，没动。点开看看",
                "Changed while you looked; nothing was done. Open it",
            ),
            Outcome::NotAllowed => self.pick("不归你办，没动", "Not yours to do; nothing was done"),
            Outcome::NotInHand => {
                self.pick("还没人接办，没动", "Nobody has taken it; nothing was done")
            }
            Outcome::NotTheHolder => {
                self.pick("别人在办，没动", "Somebody else has it; nothing was done")
            }
            Outcome::Refused => self.pick(
                "这一步现在做不了，没动",
                "This cannot be done as it stands; nothing was done",
            ),
            Outcome::Gone => self.pick(
                "不在你们这儿了，没动",
                "No longer at your desk; nothing was done",
            ),
            Outcome::Unknown => self.pick("没连上，不知道成没成", "Out of reach; nobody knows"),
        }
    }
}
