//! Where a request stands: a short line of steps, and one sentence.

use crate::markup::Markup;
use crate::wording::Lang;
use domain::request::{Request, StageKind};
use domain::union::Desk;

messages! {
    steps_label: "办理进度" / "Progress";
    step_received: "收到" / "Received";
    step_in_hand: "在办" / "In hand";
    step_answered: "答复" / "Answered";
    step_solved: "解决" / "Solved";
    step_withdrawn: "撤回" / "Withdrawn";
}

/// How far it is: the steps, and the one that it has reached.
fn steps(kind: StageKind) -> (&'static [Step], usize) {
    use Step::{Answered, InHand, Received, Solved, Withdrawn};
    const WAY: [Step; 4] = [Received, InHand, Answered, Solved];
    match kind {
        StageKind::Received
        | StageKind::Dispatched
        | StageKind::Returned
        | StageKind::Reopened
        | StageKind::Escalated => (&WAY, 0),
        StageKind::InHand | StageKind::Asked => (&WAY, 1),
        StageKind::Answered | StageKind::Joined | StageKind::ReferredOut => (&WAY, 2),
        StageKind::Solved => (&WAY, 3),
        StageKind::Withdrawn => (&[Received, Withdrawn], 1),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Received,
    InHand,
    Answered,
    Solved,
    Withdrawn,
}

/// The line of steps, and what it means now.
pub(super) fn stage(lang: Lang, request: &Request) -> Markup {
    let kind = request.stage().kind();
    let (steps, reached) = steps(kind);
    let each: Markup = steps
        .iter()
        .enumerate()
        .map(|(place, step)| {
            let current = (place == reached).then(|| html!(r#" aria-current="step""#));
            let done = (place < reached).then(|| html!(r#" class="done""#));
            html!("<li" {current} {done} ">" {lang.step(*step)} "</li>")
        })
        .collect();
    html!(
        r#"<ol class="steps" aria-label=""# {lang.steps_label()} r#"">"# {each} r#"</ol><p class="now">"#
        {lang.stage(kind, request.desk())} "</p>"
    )
}

impl Lang {
    const fn step(self, step: Step) -> &'static str {
        match step {
            Step::Received => self.step_received(),
            Step::InHand => self.step_in_hand(),
            Step::Answered => self.step_answered(),
            Step::Solved => self.step_solved(),
            Step::Withdrawn => self.step_withdrawn(),
        }
    }

    /// Where a request of `desk` stands, in a sentence.
    fn stage(self, kind: StageKind, desk: Desk) -> Markup {
        let (zh, en) = match kind {
            StageKind::Received => ("收到了，等人接办。", " has it and will take it in hand."),
            StageKind::Dispatched => ("接到派单，等人接办。", " was given it to deal with."),
            StageKind::Returned => (
                "接回来了：下面说不归它办。",
                " has it back: the desk below said it was not theirs.",
            ),
            StageKind::Reopened => (
                "重新办：你说没解决，已经上了一级。",
                " deals with it anew: you said it was not solved.",
            ),
            StageKind::Escalated => (
                "接过去了：下面超期没答复。",
                " has it now: the desk below did not answer in time.",
            ),
            StageKind::InHand => ("有人在办。", " is dealing with it."),
            StageKind::Asked => (
                "有话问你，等你回。",
                " asked you something and waits for your reply.",
            ),
            StageKind::Answered => (
                "答复了。解决没解决，你说了算。",
                " has answered. Whether that solves it is for you to say.",
            ),
            StageKind::Joined => (
                "把它和另一件一起办。解决没解决，你说了算。",
                " deals with it together with another. Whether that solves it is for you to say.",
            ),
            StageKind::ReferredOut => (
                "把它转给了能定的地方。解决没解决，你说了算。",
                " passed it on to those who decide. Whether that solves it is for you to say.",
            ),
            StageKind::Solved => (
                "办的，你说解决了。",
                " dealt with it, and you said that it is solved.",
            ),
            StageKind::Withdrawn => (
                "不再办了：你撤回了。",
                " no longer deals with it: you took it back.",
            ),
        };
        html!("<b>" {self.desk_first(desk)} "</b>" {self.pick(zh, en)})
    }
}
