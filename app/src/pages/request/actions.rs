//! What the worker can do now, each a form of its own.

use super::carried::hidden;
use super::fields::text_area;
use crate::markup::Markup;
use crate::request::{NoteProblem, Standing, Unsent, following::names};
use crate::wording::Lang;
use domain::request::{Move, MoveKind, StageKind, Survey, bounds};
use domain::time::BeijingTime;
use domain::union::Level;

messages! {
    reply_heading: "回答他们" / "Reply";
    write_heading: "再说一句" / "Add something";
    write_send: "发出去" / "Send it";
    verdict_heading: "解决了吗？" / "Is it solved?";
    reached_question: "有人跟你联系过吗？" / "Did anybody get in touch with you?";
    satisfied_question: "办得满意吗？" / "Are you content with how it was dealt with?";
    verdict_note: "还想说什么（可以不写）" / "Anything else (you may leave it out)";
    was_reached: "有" / "Yes";
    was_not_reached: "没有" / "No";
    is_satisfied: "满意" / "Yes";
    is_not_satisfied: "不满意" / "No";
    say_solved: "解决了" / "It is solved";
    say_not_solved: "没解决，往上一级" / "Not solved: one level up";
    say_not_solved_at_city: "没解决，请市里重新办" / "Not solved: deal with it anew";
    withdraw_heading: "不用办了" / "Take it back";
    withdraw_more: "撤回以后就不办了，要办得重新提。" / "Nobody deals with it any more after that; you would have to file it again.";
    withdraw: "撤回" / "Take it back";
    note_missing: "写一句再发。" / "Write something first.";
    note_too_late: "这件事刚有了变化，现在这样做不了了。" / "Things have just changed, and this cannot be done any more.";
    note_too_many: "这会儿说得太多，先缓一缓。你写的还在，过几分钟再发；急事打 12351。" / "Too much has been said just now. What you wrote is here: send it again in a few minutes, or call 12351.";
    note_help_first: "还没发出去。还是要发，再点一次。" / "This has not been sent. To send it all the same, press the button again.";
    note_label: "你要说的" / "What you want to say";
}

/// The forms of the moves that can be made at `now`.
pub(super) fn actions(lang: Lang, now: BeijingTime, model: &Standing) -> Markup {
    let can = |kind| model.allows(kind, now);
    let has_form = |unsent: &&Unsent| match unsent.what.kind() {
        MoveKind::Write | MoveKind::Solved | MoveKind::NotSolved => can(unsent.what.kind()),
        _ => false,
    };
    let unsent = model.unsent.as_ref();
    let lost = unsent.filter(|unsent| !has_form(unsent));
    let verdict = can(MoveKind::Solved).then(|| verdict(lang, model));
    let write = can(MoveKind::Write).then(|| write(lang, model));
    let withdraw = can(MoveKind::Withdraw).then(|| withdraw(lang, model));
    html!({lost.map(|unsent| lost_words(lang, unsent))} {verdict} {write} {withdraw})
}

/// What was typed where nothing can be sent any more: still the worker's words, to be copied.
fn lost_words(lang: Lang, unsent: &Unsent) -> Markup {
    html!(
        r#"<section class="problems" role="alert"><p>"# {lang.note_problem(unsent.problem)}
        r#"</p><p class="typed">"# {&*unsent.note} "</p></section>"
    )
}

/// A form that shows the secret again and makes a move.
fn form(model: &Standing, heading: &str, content: Markup) -> Markup {
    let reference = model.request.reference().to_string();
    html!(
        r#"<form class="action" method="post" action="/requests/"# {reference} r#"">"#
        {hidden(names::SECRET, &model.secret.0.text())} {hidden(names::KEY, &model.key)} "<h2>" {heading} "</h2>" {content} "</form>"
    )
}

/// The text of a move, with what was typed and could not be sent, and why.
fn note(lang: Lang, label: &str, rows: u32, id: &str, unsent: Option<&Unsent>) -> Markup {
    let problem = unsent.map(|unsent| {
        let words = lang.note_problem(unsent.problem);
        let shown = unsent.problem == NoteProblem::HelpFirst;
        let shown = shown.then(|| hidden(names::DANGER, "shown"));
        html!(r#"<p class="problem" id="p-note" role="alert">"# {words} "</p>" {shown})
    });
    // Where the help lines stand above, they are what is to be seen.
    let focus = unsent.filter(|unsent| unsent.problem != NoteProblem::HelpFirst);
    let focus = focus.map(|_| html!(" autofocus"));
    let described =
        unsent.map(|_| html!(r#" aria-invalid="true" aria-describedby="p-note""# {focus}));
    let typed = unsent.map_or("", |unsent| &*unsent.note);
    let attributes = html!(r#" id=""# {id} r#"" name="note""# {described});
    html!(
        r#"<div class="field"><label for=""# {id} r#"">"# {label} r#"</label><p class="soft">"#
        {lang.most_characters(bounds::TEXT_CHARS)} "</p>" {problem} {text_area(attributes, rows, typed)}
        "</div>"
    )
}

/// The three questions; whether it is solved is the button.
fn verdict(lang: Lang, model: &Standing) -> Markup {
    let is_at_city = model.request.desk().level() == Level::City;
    let not_solved = match is_at_city {
        true => lang.say_not_solved_at_city(),
        false => lang.say_not_solved(),
    };
    let unsent = model.unsent.as_ref();
    let answered = unsent.and_then(|unsent| match unsent.what {
        Move::Solved(survey) | Move::NotSolved(survey) => Some((survey, unsent)),
        _ => None,
    });
    let survey = answered.map_or_else(Survey::default, |(survey, _)| survey);
    let reached = [lang.was_reached(), lang.was_not_reached()];
    let satisfied = [lang.is_satisfied(), lang.is_not_satisfied()];
    let unsent = answered.map(|(_, unsent)| unsent);
    let main = main_button(model);
    let content = html!(
        {question(names::REACHED, lang.reached_question(), reached, survey.reached)}
        {question(names::SATISFIED, lang.satisfied_question(), satisfied, survey.satisfied)}
        {note(lang, lang.verdict_note(), 2, "f-verdict", unsent)} r#"<p class="ways">"#
        {button(MoveKind::Solved, main, lang.say_solved())}
        {button(MoveKind::NotSolved, "", not_solved)} "</p>"
    );
    form(model, lang.verdict_heading(), content)
}

fn question(name: &str, words: &str, [yes, no]: [&str; 2], answer: Option<bool>) -> Markup {
    let choice = |value: &str, words: &str, is_chosen: bool| {
        let checked = is_chosen.then(|| html!(" checked"));
        html!(
            r#"<label class="tick"><input type="radio" name=""# {name} r#"" value=""# {value} "\""
            {checked} "> " {words} "</label>"
        )
    };
    html!(
        r#"<fieldset class="levels"><legend>"# {words} "</legend>"
        {choice("yes", yes, answer == Some(true))} {choice("no", no, answer == Some(false))}
        "</fieldset>"
    )
}

fn write(lang: Lang, model: &Standing) -> Markup {
    let asked = model.request.stage().kind() == StageKind::Asked;
    let (heading, class) = match asked {
        true => (lang.reply_heading(), main_button(model)),
        false => (lang.write_heading(), ""),
    };
    let unsent = model.unsent.as_ref();
    let unsent = unsent.filter(|unsent| unsent.what == Move::Write);
    let content = html!(
        {note(lang, lang.note_label(), 4, "f-note", unsent)} "<p>"
        {button(MoveKind::Write, class, lang.write_send())} "</p>"
    );
    form(model, heading, content)
}

/// The look of the main button: none of these where the help lines stand above.
fn main_button(model: &Standing) -> &'static str {
    match &model.unsent {
        Some(unsent) if unsent.problem == NoteProblem::HelpFirst => "",
        _ => "act",
    }
}

fn withdraw(lang: Lang, model: &Standing) -> Markup {
    let content = html!(
        r#"<p class="soft">"# {lang.withdraw_more()} "</p><p>"
        {button(MoveKind::Withdraw, "", lang.withdraw())} "</p>"
    );
    form(model, lang.withdraw_heading(), content)
}

fn button(kind: MoveKind, class: &str, words: &str) -> Markup {
    html!(
        r#"<button class=""# {class} r#"" name=""# {names::MOVE} r#"" value=""# {kind.code()} r#"">"#
        {words} "</button>"
    )
}

impl Lang {
    fn note_problem(self, problem: NoteProblem) -> String {
        match problem {
            NoteProblem::Missing => self.note_missing().to_owned(),
            NoteProblem::TooLong { found, most } => self.too_long(found, most),
            NoteProblem::TooLate => self.note_too_late().to_owned(),
            NoteProblem::TooMany { .. } => self.note_too_many().to_owned(),
            NoteProblem::HelpFirst => self.note_help_first().to_owned(),
        }
    }
}
