//! Why a family may join a class, may not, or why nobody can say yet.

use crate::markup::Markup;
use crate::wording::Lang;
use domain::class::{Mode, Reason, Row};
use domain::policy::{State, Verdict};

messages! {
    may_join_own: "这家要是你的单位，孩子可以报" / "If this is your employer, your child may join";
    may_join_area: "你家要是在它的范围里，孩子可以报" / "If your family is in its area, your child may join";
    may_join: "看来可以报" / "Your child may join, it seems";
    may_join_nearly: "就差一样" / "One thing is missing";
    join_unknown: "能不能上，还说不准" / "Whether your child may join cannot be told yet";
    join_no: "眼下上不了" / "Not for your child as things stand";
    join_ended: "这类班已经不办了" / "There are no such classes any more";
    why: "为什么" / "Why";
    this_class_takes: "这个班收的年级：" / "Grades that this class takes: ";
}

/// The verdict in a sentence, and each condition with what is known of it.
pub(super) fn reasons(lang: Lang, row: &Row<'_>) -> Markup {
    let joining = &row.joining;
    let items: Markup = joining
        .reasons
        .iter()
        .map(|reason| item(lang, reason))
        .collect();
    let open = if joining.verdict == Verdict::NotEligible {
        " open"
    } else {
        ""
    };
    html!(
        "<details" {open} "><summary>" {verdict(lang, joining.verdict, row.class.mode)}
        r#"<span class="unseen"> "# {lang.why()} "</span></summary>"
        r#"<ul class="conditions">"# {items} "</ul></details>"
    )
}

fn verdict(lang: Lang, verdict: Verdict, mode: Mode) -> &'static str {
    match (verdict, mode) {
        (Verdict::Eligible, Mode::Employer) => lang.may_join_own(),
        (Verdict::Eligible, Mode::Area) => lang.may_join_area(),
        (Verdict::Eligible, Mode::Joint) => lang.may_join(),
        (Verdict::Nearly, _) => lang.may_join_nearly(),
        (Verdict::Undetermined, _) => lang.join_unknown(),
        (Verdict::NotEligible, _) => lang.join_no(),
        (Verdict::Ended, _) => lang.join_ended(),
    }
}

fn item(lang: Lang, reason: &Reason) -> Markup {
    let words = match reason {
        Reason::Rule { condition, .. } => lang.needed(&condition.test),
        Reason::Grades { grades, .. } => [lang.this_class_takes(), &lang.grades(*grades)].concat(),
    };
    let class = match reason.state() {
        State::Met => "met",
        State::NotMet => "unmet",
        State::Unknown => "open",
    };
    html!(
        r#"<li><b class=""# {class} r#"">"# {lang.condition_state(reason.state())} "</b> " {words} "</li>"
    )
}
