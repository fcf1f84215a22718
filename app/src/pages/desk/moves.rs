//! The moves that whoever looks may make now: the usual ones first, the others folded away.

use super::forms::form;
use crate::desk::{Opened, Unsent};
use crate::markup::Markup;
use crate::wording::Lang;
use domain::request::{MoveKind, Stage};
use domain::time::BeijingTime;

messages! {
    moves_heading: "怎么办" / "What to do";
    no_moves: "这会儿没有你要做的。" / "There is nothing for you to do just now.";
    other_moves: "别的办法" / "Other ways";
}

/// Every move of staff, the most usual first.
const MOVES: [MoveKind; 9] = [
    MoveKind::Take,
    MoveKind::Answer,
    MoveKind::Ask,
    MoveKind::Dispatch,
    MoveKind::Write,
    MoveKind::Reveal,
    MoveKind::Return,
    MoveKind::ReferOut,
    MoveKind::Join,
];

/// The forms.
pub(super) fn moves(lang: Lang, now: BeijingTime, model: &Opened) -> Markup {
    let allowed = MOVES.into_iter().filter(|kind| model.allows(*kind, now));
    let (first, others): (Vec<_>, Vec<_>) = allowed.partition(|kind| is_usual(model, *kind));
    let usual: Markup = first
        .iter()
        .enumerate()
        .map(|(place, kind)| {
            let content = form(lang, model, *kind, place == 0);
            html!(r#"<section class="move"><h3>"# {lang.move_heading(*kind)} "</h3>" {content} "</section>")
        })
        .collect();
    let folded: Markup = others
        .iter()
        .map(|kind| {
            let unsent = unsent(model, *kind).is_some();
            let open = unsent.then(|| html!(" open"));
            html!(
                r#"<details class="move""# {open} "><summary>" {lang.move_heading(*kind)} "</summary>"
                {form(lang, model, *kind, false)} "</details>"
            )
        })
        .collect();
    let content = match (first.is_empty(), others.is_empty()) {
        (true, true) => html!("<p>" {lang.no_moves()} "</p>"),
        (_, true) => usual,
        (_, false) => html!({usual} "<h3>" {lang.other_moves()} "</h3>" {folded}),
    };
    html!(
        r#"<section class="moves" id="moves"><h2>"# {lang.moves_heading()} "</h2>" {content} "</section>"
    )
}

/// Whether a move is what one usually does as things stand.
fn is_usual(model: &Opened, kind: MoveKind) -> bool {
    match model.request.stage() {
        Stage::Waiting(_) => matches!(kind, MoveKind::Take | MoveKind::Dispatch),
        Stage::InHand { by, asked } if by == model.who.staff.id => match kind {
            MoveKind::Answer | MoveKind::Ask => !asked,
            MoveKind::Write => asked,
            _ => false,
        },
        Stage::InHand { .. } => kind == MoveKind::Take,
        _ => kind == MoveKind::Write,
    }
}

/// What was typed into the form of that move and not sent.
pub(super) fn unsent(model: &Opened, kind: MoveKind) -> Option<&Unsent> {
    let unsent = model.unsent.as_ref();
    unsent.filter(|unsent| unsent.typed.kind == kind)
}

/// What was typed where that form is gone: still somebody's words, to be copied.
pub(super) fn lost(lang: Lang, now: BeijingTime, model: &Opened) -> Option<Markup> {
    let unsent = model.unsent.as_ref()?;
    if model.allows(unsent.typed.kind, now) {
        return None;
    }
    Some(html!(
        r#"<section class="problems" role="alert"><p>"# {lang.hitch_refused()} r#"</p><p class="typed">"#
        {&*unsent.typed.note} "</p></section>"
    ))
}
