//! Below the list: what can be done at once with the requests that are ticked in it.

use super::super::request::fields::text_area;
use super::super::request::hidden;
use super::desks::desk_options;
use crate::desk::{List, Narrowing, Obstacle, SEVERAL, Tick, Undone, names, several_names};
use crate::markup::Markup;
use crate::wording::Lang;
use domain::request::{MoveKind, bounds};
use domain::staff::{Action, may};
use domain::union::Desk;

/// The form to which the boxes in the list belong.
const FORM: &str = "several";

messages! {
    several_heading: "勾上的几件一起办" / "Do the same with all that are ticked";
    tick_one: "勾上" / "Tick";
    obstacle_none: "先在上面勾几件。" / "Tick some requests first.";
    obstacle_mixed: "勾上的不是同一类。一段话只能答复同一类的。" / "These are about different matters. One text answers one matter.";
    obstacle_other: "没办成，还没发出去。" / "Nothing was done.";
}

/// The box of a request in the list.
pub(super) fn tick(lang: Lang, undone: Option<&Undone>, tick: Tick) -> Markup {
    let reference = tick.reference.to_string();
    let is_ticked = undone.is_some_and(|undone| undone.ticked.has(tick.reference));
    let checked = is_ticked.then(|| html!(" checked"));
    html!(
        r#"<label class="box"><input type="checkbox" form=""# {FORM} r#"" name=""# {several_names::TICK}
        r#"" value=""# {tick.text()} "\"" {checked} r#"><span class="unseen">"# {lang.tick_one()} " " {reference}
        "</span></label>"
    )
}

/// The form below a page of the list; `None` if nothing in it can be ticked.
pub(super) fn several(lang: Lang, model: &List, narrowing: &Narrowing) -> Option<Markup> {
    let staff = model.who.staff;
    let mut ticks = model.rows.iter().filter_map(|row| row.tick(staff));
    ticks.next()?;
    let may_make = |kind| may(staff, Action::Move(kind), staff.desk);
    let below: Vec<_> = staff.desk.below().collect();
    let hands_on = may_make(MoveKind::Dispatch) && !below.is_empty();
    let form = Form {
        lang,
        undone: model.undone.as_ref(),
    };
    Some(html!(
        r#"<section class="moves several"><h2>"# {lang.several_heading()} r#"</h2><form method="post" id=""# {FORM}
        r#"" action=""# {SEVERAL} r#"">"# {hidden(names::TOKEN, &model.who.form_token)}
        {hidden(names::KEY, &model.key)} {hidden(several_names::LIST, &narrowing.query())} {form.problem()}
        "<p>" {form.button(MoveKind::Take)} "</p>" {hands_on.then(|| form.hand_on(&below))} {form.answer()}
        "</form></section>"
    ))
}

struct Form<'a> {
    lang: Lang,
    undone: Option<&'a Undone>,
}

impl Form<'_> {
    fn problem(&self) -> Option<Markup> {
        let lang = self.lang;
        let words = match self.undone?.obstacle {
            Obstacle::NoneTicked => lang.obstacle_none().to_owned(),
            Obstacle::Mixed => lang.obstacle_mixed().to_owned(),
            Obstacle::Typed(hitch) => lang
                .hitch(hitch)
                .unwrap_or_else(|| lang.obstacle_other().to_owned()),
        };
        Some(html!(
            r#"<p class="problem" role="alert" tabindex="-1" autofocus>"# {words} "</p>"
        ))
    }

    fn button(&self, kind: MoveKind) -> Markup {
        html!(
            r#"<button name=""# {names::MOVE} r#"" value=""# {kind.code()} r#"">"#
            {self.lang.move_button(kind)} "</button>"
        )
    }

    fn hand_on(&self, below: &[Desk]) -> Markup {
        let typed = self.undone.map_or("", |undone| &*undone.ticked.to);
        let field = html!(
            r#"<div class="field"><label for="f-several-to">"# {self.lang.to_desk()}
            r#"</label><select id="f-several-to" name=""# {names::TO} r#"">"#
            {desk_options(self.lang, below, typed)} "</select></div>"
        );
        let why = self.undone.map_or("", |undone| &*undone.ticked.why);
        self.folded(MoveKind::Dispatch, several_names::WHY, why, Some(field))
    }

    fn answer(&self) -> Markup {
        let answer = self.undone.map_or("", |undone| &*undone.ticked.answer);
        self.folded(MoveKind::Answer, several_names::ANSWER, answer, None)
    }

    /// A move with something to say, open where it was not done.
    fn folded(
        &self,
        kind: MoveKind,
        name: &'static str,
        typed: &str,
        above: Option<Markup>,
    ) -> Markup {
        let lang = self.lang;
        let was_pressed = self.undone.is_some_and(|undone| undone.kind == kind);
        let open = (was_pressed || !typed.is_empty()).then(|| html!(" open"));
        let note = lang.move_note(kind).map(|(label, rows)| {
            let attributes = html!(r#" id="f-several-"# {name} r#"" name=""# {name} "\"");
            html!(
                r#"<div class="field"><label for="f-several-"# {name} r#"">"# {label} "</label>"
                {text_area(attributes, rows, typed)} r#"<p class="soft">"#
                {lang.most_characters(bounds::TEXT_CHARS)} "</p></div>"
            )
        });
        html!(
            r#"<details class="move""# {open} "><summary>" {lang.move_heading(kind)} "</summary>" {above} {note}
            "<p>" {self.button(kind)} "</p></details>"
        )
    }
}
