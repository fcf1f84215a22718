//! What a change does to an entry: the same for whoever makes it, for the second person, and in the
//! history.

use crate::markup::Markup;
use crate::pages::station::week::week;
use crate::wording::Lang;
use domain::hours::Hours;
use domain::listing::entry::{Aspect, AspectSet, Cells, Mistaken, Review, Sensitive, review};
use domain::listing::{Column, Problem, Subject};
use domain::status;
use domain::time::BeijingTime;

messages! {
    difference_none: "没有不同。" / "Nothing differs.";
    difference_before: "原来：" / "Before: ";
    difference_after: "改成：" / "After: ";
    second_needed: "要第二个人确认：" / "This needs a second person: ";
    second_closes: "永久关闭一个站点。" / "a place closes for good.";
    second_leaves: "从清单里撤下，原来的网址打不开了。" / "it is taken off the list, and its address is dead.";
    second_moves: "坐标移动得远，米数：" / "the pin moves far, in metres: ";
    pin_mistaken: "坐标像是弄错了坐标系：看着是 " / "The pin looks as if its datum was mistaken: it looks like ";
    pin_taken_for: "，当成了 " / ", taken for ";
    seen_week: "看懂的开放时间" / "The hours as they were understood";
    seen_week_not: "没有看懂这段开放时间，会照原文显示，是不是开着说不准。" / "These hours were not understood. They are shown as written, and whether it is open stays unknown.";
    pin_check: "。请核对。" / ". Please check.";
}

/// A change as it is seen before it is made: by whoever makes it, and by the second person.
pub(super) fn seen(
    lang: Lang,
    now: BeijingTime,
    subject: Subject,
    number: Option<u32>,
    before: Option<&Cells>,
    after: Option<&Cells>,
) -> Markup {
    // Whether a successor is listed was said before.
    let settled = after.map(|after| after.settled(subject, number.unwrap_or_default(), &|_| true));
    let problems = settled.map_or_else(Vec::new, |(_, problems)| problems);
    let hours = after.and_then(|after| {
        let changed = AspectSet::between(before.unwrap_or(&Cells::default()), after);
        let is_other = changed.contains(Aspect::Hours);
        is_other.then(|| hours(lang, now, after)).flatten()
    });
    html!(
        {warnings(lang, subject, number, before, after)} {doubts(lang, &problems)}
        {difference(lang, subject, before, after)} {hours}
    )
}

/// What differs, field by field.
pub(super) fn difference(
    lang: Lang,
    subject: Subject,
    before: Option<&Cells>,
    after: Option<&Cells>,
) -> Markup {
    let none = Cells::default();
    let (before, after) = (before.unwrap_or(&none), after.unwrap_or(&none));
    let differs = AspectSet::between(before, after);
    let rows = Aspect::of(subject).filter(|aspect| differs.contains(*aspect));
    let rows: Markup = rows
        .map(|aspect| row(lang, aspect, before, after))
        .collect();
    match differs.is_empty() {
        true => html!("<p>" {lang.difference_none()} "</p>"),
        false => html!(r#"<dl class="difference">"# {rows} "</dl>"),
    }
}

fn row(lang: Lang, aspect: Aspect, before: &Cells, after: &Cells) -> Markup {
    html!(
        "<dt>" {lang.aspect(aspect)} "</dt><dd><span class=\"soft\">" {lang.difference_before()} "</span>"
        {value(lang, aspect, before)} "</dd><dd><span class=\"soft\">" {lang.difference_after()} "</span><b>"
        {value(lang, aspect, after)} "</b></dd>"
    )
}

/// What an entry says in an aspect.
pub(super) fn value(lang: Lang, aspect: Aspect, cells: &Cells) -> Markup {
    let said = aspect.columns().iter().filter_map(|column| {
        let text = cells.get(*column);
        (!text.is_empty()).then(|| lang.cell(*column, text))
    });
    let said: Vec<_> = said.collect();
    match said.is_empty() {
        true => html!({ lang.says_nothing() }),
        false => html!(r#"<span class="typed">"# {said.join(" · ")} "</span>"),
    }
}

/// What is to be known of a change before it is made.
fn warnings(
    lang: Lang,
    subject: Subject,
    number: Option<u32>,
    before: Option<&Cells>,
    after: Option<&Cells>,
) -> Markup {
    let Review { second, mistaken } = review(subject, number.unwrap_or_default(), before, after);
    let second: Markup = second
        .iter()
        .map(|sensitive| {
            let what = match sensitive {
                Sensitive::ClosesForGood => html!({ lang.second_closes() }),
                Sensitive::LeavesTheList => html!({ lang.second_leaves() }),
                Sensitive::MovesPin { metres } => {
                    html!({lang.second_moves()} {format!("{metres:.0}")})
                }
            };
            html!(r#"<p class="problem">"# {lang.second_needed()} {what} "</p>")
        })
        .collect();
    let mistaken = mistaken.map(|Mistaken { looks_like, taken_for }| {
        html!(
            r#"<p class="problem">"# {lang.pin_mistaken()} {looks_like.name()} {lang.pin_taken_for()}
            {taken_for.name()} {lang.pin_check()} "</p>"
        )
    });
    html!({second} {mistaken})
}

/// What was wrong or doubtful with what was typed.
pub(super) fn doubts(lang: Lang, problems: &[Problem]) -> Markup {
    let each = problems.iter().map(|problem| {
        let sentence = problem.reason.sentence();
        let words = match lang {
            Lang::Zh => sentence.zh,
            Lang::En => sentence.en,
        };
        html!(r#"<p class="problem">"# {lang.problem_at(problem)} {words} "</p>")
    });
    each.collect()
}

/// The week as the hours were understood.
pub(super) fn hours(lang: Lang, now: BeijingTime, cells: &Cells) -> Option<Markup> {
    let text = cells.get(Column::Hours);
    let inside = match Hours::read(text) {
        Hours::Unstated => return None,
        Hours::Unread(_) => html!(r#"<p class="problem">"# {lang.seen_week_not()} "</p>"),
        hours => Markup::of_view(week(lang, status::week(&hours, now.date()))),
    };
    Some(html!("<section><h2>" {lang.seen_week()} "</h2>" {inside} "</section>"))
}

impl Lang {
    /// Where something is wrong, before what is.
    fn problem_at(self, problem: &Problem) -> String {
        let columns = |aspect: &Aspect| {
            let mut columns = aspect.columns().iter();
            columns.any(|column| column.help().code == problem.column)
        };
        let aspect = Aspect::ALL.iter().copied().find(columns);
        let colon = self.pick("：", ": ");
        aspect.map_or_else(String::new, |aspect| [self.aspect(aspect), colon].concat())
    }
}
