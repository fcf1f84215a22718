//! `/staff/import/{plan}`: what would change, before it does.

use super::super::staff::frame::{frame, post};
use super::super::staff::inputs::hidden;
use super::super::staff::own::good;
use super::alarms::alarms;
use super::rows::rows;
use super::upload::datum;
use crate::import::{PlanPage, State, Told, View, names, wishes};
use crate::live::request::street::option;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::listing::import::Outcome;
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    plan_back: "所有导入" / "All imports";
    plan_wait: "这一页会自己刷新。" / "This page comes anew by itself.";
    plan_progress: "比对进度" / "Progress";
    plan_which_sheet: "文件里有几张表，要导入哪一张？" / "The file has several sheets. Which one?";
    plan_sheet: "工作表" / "Sheet";
    plan_which_datum: "文件里有坐标，但没写是哪种坐标系。" / "The file has coordinates, and nothing says in which datum.";
    plan_choose: "就用它" / "Take it";
    plan_applied: "已经导入。" / "It is imported.";
    plan_batch: "看这一批，或者撤销" / "Look at what was done, or take it back";
    plan_declined: "这次导入不做了，什么都没有改。" / "It was given up. Nothing was changed.";
    plan_instead: "看新的一份" / "Look at the new one";
    plan_waits: "等第二个人看。看到的和这一页一模一样。" / "It waits for a second person, who sees just this page.";
    plan_approve: "确认导入" / "Approve and import";
    plan_refuse: "不同意" / "Do not approve";
    plan_withdraw: "不导入了" / "Give it up";
    plan_save: "保存勾选" / "Save the ticks";
    plan_all: "全勾上" / "Tick all of these";
    plan_none: "全不勾" / "Tick none of these";
    plan_apply: "导入勾选的" / "Import what is ticked";
    plan_propose: "请第二个人确认" / "Ask a second person";
    plan_everything: "全部" / "All";
    plan_shown: "按结果看" / "By outcome";
    plan_wrong: "下载有错的行，改好再导入" / "Download the wrong rows, to correct and import";
    plan_more: "下一页" / "Next page";
    plan_first: "回到第一页" / "First page";
    plan_moved: "您看的时候，别人改了这些，所以重新比了一遍：" / "While you looked, others changed these, so it was planned anew: ";
    plan_ignored: "没认出的列（不会导入）：" / "Columns that are not known, and are left out: ";
    told_saved: "勾选保存好了。" / "The ticks are saved.";
    told_unsaved: "勾选刚刚变了，已经保存。请再看一眼，再导入。" / "The ticks had changed. They are saved: look once more, then import.";
    told_other: "内容和您看到的不一样了，没有导入。请看现在这份。" / "It is not what you looked at any more, and nothing was imported. This is how it is now.";
    told_nothing: "一行都没有勾，没有可导入的。" / "Nothing is ticked, so there is nothing to import.";
}

/// The page.
pub(crate) fn plan(lang: Lang, now: BeijingTime, model: PlanPage) -> impl IntoView {
    let plan = &model.plan;
    let why = (!plan.why.is_empty()).then(|| html!(" · " {&*plan.why}));
    let content = html!(
        r#"<p><a class="chip" href="/staff/import">"# {lang.plan_back()} "</a></p><p>" {lang.subject(plan.subject)}
        " · " {&*plan.by} " · " {lang.day_and_time(plan.at, now)} {why} " · <b>"
        {lang.plan_state(&plan.state)} "</b></p>" {model.told.map(|told| good(lang.told(told)))}
        {state(lang, &model)}
    );
    frame(lang, &model.who, lang.plan_title(), content)
}

fn state(lang: Lang, model: &PlanPage) -> Markup {
    match &model.plan.state {
        State::Reading | State::Planning => working(lang, model),
        State::ChooseSheet(sheets) => {
            let options: Markup = sheets
                .iter()
                .map(|name| option(name, &**name, false))
                .collect();
            let sheet = html!(
                r#"<div class="field"><label for="f-sheet">"# {lang.plan_sheet()}
                r#"</label><select id="f-sheet" name=""# {names::SHEET} r#"">"# {options}
                "</select></div>"
            );
            choice(lang, model, lang.plan_which_sheet(), sheet)
        }
        State::ChooseDatum => {
            let datum = datum(lang, "", true);
            choice(lang, model, lang.plan_which_datum(), datum)
        }
        State::Failed { why } => html!(r#"<p class="problem" role="alert">"# {&**why} "</p>"),
        State::Declined { instead } => {
            let link = instead.map(|plan| {
                html!(r#" <a class="chip" href="/staff/import/"# {plan} r#"">"# {lang.plan_instead()} "</a>")
            });
            html!("<p>" {lang.plan_declined()} {link} "</p>" {looked_at(lang, model)})
        }
        State::Applied { batch } => html!(
            r#"<p role="status"><b>"# {lang.plan_applied()} r#"</b></p><p><a class="chip" href="/staff/changes/"# {*batch}
            r#"">"# {lang.plan_batch()} "</a></p>" {looked_at(lang, model)}
        ),
        State::Ready | State::Proposed => looked_at(lang, model),
    }
}

fn working(lang: Lang, model: &PlanPage) -> Markup {
    let (rows, at) = (model.plan.rows, model.plan.looked_at);
    let bar = (rows > 0).then(|| {
        html!(
            r#"<p><progress max=""# {rows} r#"" value=""# {at} r#"" aria-label=""# {lang.plan_progress()}
            r#""></progress> "# {at} " / " {rows} "</p>"
        )
    });
    html!({bar} r#"<p role="status">"# {lang.plan_wait()} "</p>")
}

fn choice(lang: Lang, model: &PlanPage, question: &str, field: Markup) -> Markup {
    let form = html!(
        {hidden(names::WISH, wishes::CHOOSE)} "<p>" {question} "</p>" {field}
        r#"<p><button class="act">"# {lang.plan_choose()} "</button></p>"
    );
    post(&address(model), &model.who.form_token, form)
}

fn address(model: &PlanPage) -> String {
    View::default().address(model.plan.id, None)
}

/// The plan as both persons see it.
fn looked_at(lang: Lang, model: &PlanPage) -> Markup {
    let moved = (!model.moved.is_empty()).then(|| {
        let numbers: Vec<_> = model.moved.iter().map(|number| format!("#{number}")).collect();
        html!(r#"<p class="problem">"# {lang.plan_moved()} {numbers.join(lang.pick("、", ", "))} "</p>")
    });
    let ignored = (!model.ignored_columns.is_empty()).then(|| {
        let names = model.ignored_columns.join(lang.pick("、", ", "));
        html!("<p>" {lang.plan_ignored()} {names} "</p>")
    });
    let has_wrong = model
        .counts
        .iter()
        .any(|(outcome, ..)| *outcome == Outcome::Wrong);
    let wrong = has_wrong.then(|| {
        html!(
            r#"<p><a class="chip" href=""# {address(model)} r#"/wrong.csv">"# {lang.plan_wrong()} "</a></p>"
        )
    });
    let view = html!(
        {hidden(names::OUTCOME, model.outcome.map_or("", Outcome::code))}
        {hidden(names::AFTER, &model.after.map(|after| after.to_string()).unwrap_or_default())}
        {hidden(names::SEAL, &model.seal)}
    );
    let list = html!({view} {rows(lang, model)} {acts(lang, model)});
    html!(
        {moved} {alarms(lang, &model.alarms)} {counts(lang, model)} {ignored} {wrong}
        {post(&address(model), &model.who.form_token, list)} {pages(lang, model)}
    )
}

fn counts(lang: Lang, model: &PlanPage) -> Markup {
    let link = |outcome: Option<Outcome>, words: String| {
        let view = View {
            outcome,
            after: None,
        };
        let current = (model.outcome == outcome).then(|| html!(r#" aria-current="true""#));
        html!(
            r#"<a class="chip" href=""# {view.address(model.plan.id, None)} "\"" {current} ">"
            {words} "</a> "
        )
    };
    let each: Markup = model
        .counts
        .iter()
        .map(|(outcome, count, ticked)| link(Some(*outcome), lang.count(*outcome, *count, *ticked)))
        .collect();
    html!(
        r#"<nav class="chips" aria-label=""# {lang.plan_shown()} r#"">"#
        {link(None, lang.plan_everything().to_owned())} {each} "</nav>"
    )
}

/// What can be done with it, the main thing last.
fn acts(lang: Lang, model: &PlanPage) -> Markup {
    let button = |wish: &'static str, class: &'static str, words: &str| {
        html!(
            r#"<button class=""# {class} r#"" name=""# {names::WISH} r#"" value=""# {wish} r#"">"#
            {words} "</button> "
        )
    };
    if model.may_change {
        let all = model.outcome.map(|_| {
            html!(
                {button(wishes::ALL, "quiet", lang.plan_all())}
                {button(wishes::NONE, "quiet", lang.plan_none())}
            )
        });
        let apply = match model.takes_two {
            true => lang.plan_propose(),
            false => lang.plan_apply(),
        };
        return html!(
            "<p>" {button(wishes::TICK, "quiet", lang.plan_save())} {all}
            {button(wishes::DECLINE, "quiet", lang.plan_withdraw())} "</p><p>"
            {button(wishes::APPLY, "act", apply)} "</p>"
        );
    }
    match (&model.plan.state, model.may_approve) {
        (State::Proposed, true) => html!(
            "<p>" {button(wishes::DECLINE, "quiet", lang.plan_refuse())} "</p><p>"
            {button(wishes::APPLY, "act", lang.plan_approve())} "</p>"
        ),
        (State::Proposed, false) => html!(
            "<p>" {lang.plan_waits()} "</p><p>"
            {button(wishes::DECLINE, "quiet", lang.plan_withdraw())} "</p>"
        ),
        _ => Markup::default(),
    }
}

fn pages(lang: Lang, model: &PlanPage) -> Option<Markup> {
    let link = |after: Option<u32>, words: &str| {
        let view = View {
            outcome: model.outcome,
            after,
        };
        html!(r#"<a class="chip" href=""# {view.address(model.plan.id, None)} r#"">"# {words} "</a> ")
    };
    let first = model.after.map(|_| link(None, lang.plan_first()));
    let next = model.next.map(|after| link(Some(after), lang.plan_more()));
    (first.is_some() || next.is_some()).then(|| {
        html!(
            r#"<nav class="ways" aria-label=""# {lang.plan_more()} r#"">"# {first} {next} "</nav>"
        )
    })
}

impl Lang {
    const fn told(self, told: Told) -> &'static str {
        match told {
            Told::Saved => self.told_saved(),
            Told::Unsaved => self.told_unsaved(),
            Told::Other => self.told_other(),
            Told::Nothing => self.told_nothing(),
        }
    }

    fn count(self, outcome: Outcome, count: u32, ticked: u32) -> String {
        let words = self.comes_to(outcome);
        let can_tick = matches!(outcome, Outcome::New | Outcome::Changed | Outcome::Gone);
        match (self, can_tick) {
            (_, false) => format!("{words} {count}"),
            (Self::Zh, true) => format!("{words} {count}，勾 {ticked}"),
            (Self::En, true) => format!("{words} {count}, {ticked} ticked"),
        }
    }
}
