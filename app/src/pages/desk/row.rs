//! A request in the list of a desk: one line on a desk, one big target on a phone.

use super::clock::{due, look};
use super::several::tick as tick_box;
use crate::desk::{List, Row, Shown};
use crate::markup::Markup;
use crate::wording::Lang;
use domain::request::Queue;
use domain::staff::StaffId;
use domain::time::BeijingTime;
use domain::union::Desk;

messages! {
    held_by_you: "你在办" / "You have it";
    clock_is_stopped: "钟停着" / "The clock is stopped";
}

/// The rows of one page, those of a queue under one heading.
pub(super) fn rows(lang: Lang, now: BeijingTime, model: &List) -> Markup {
    let groups = model.rows.chunk_by(|one, next| one.queue == next.queue);
    groups
        .map(|group| {
            let queue = group[0].queue;
            let each: Markup = group.iter().map(|of| row(lang, now, model, of)).collect();
            html!(
                r#"<section class="desk-group"><h2 class=""# {look(queue)} r#"">"# {lang.queue(queue)}
                r#"</h2><ul class="desk-rows">"# {each} "</ul></section>"
            )
        })
        .collect()
}

fn row(lang: Lang, now: BeijingTime, model: &List, row: &Row) -> Markup {
    let reference = row.reference.to_string();
    let due = match (row.due, row.queue) {
        (Some(moment), queue) => due(lang, now, moment, queue),
        (None, Queue::Ended) => html!(r#"<span class="due"></span>"#),
        (None, _) => html!(r#"<span class="due soft">"# {lang.clock_is_stopped()} "</span>"),
    };
    let staff = model.who.staff;
    let holder = row.holder.map(|id| lang.held_by(id, staff.id));
    // What was found by its words is done by itself: a list of those cannot be shown again.
    let is_page = matches!(model.shown, Shown::Page { .. });
    let tick = row.tick(staff).filter(|_| is_page);
    let tick = tick.map(|each| tick_box(lang, model.undone.as_ref(), each));
    html!(
        "<li>" {tick} r#"<a href="/staff/requests/"# {&*reference} r#"">"# {due} "<b>" {lang.category(row.category)}
        "</b> <span>" {lang.stage_at_desk(row.stage)} "</span> <span>" {holder} "</span> <span>"
        {place(lang, row)} r#"</span> <span class="reference">"# {&*reference} "</span></a></li>"
    )
}

/// The desk that has it, and where the matter is if that is another.
fn place(lang: Lang, row: &Row) -> Markup {
    let from = match row.from {
        from if from == row.desk => None,
        Desk::Street(street) => Some(lang.street(street)),
        Desk::District(district) => Some(html!({ lang.district(district) })),
        Desk::City => None,
    };
    let from = from.map(|from| html!({lang.pick("（", " (")} {from} {lang.pick("）", ")")}));
    html!({lang.desk_first(row.desk)} {from})
}

impl Lang {
    /// Who has it in hand.
    pub(super) fn held_by(self, id: StaffId, me: StaffId) -> String {
        match self {
            _ if id == me => self.held_by_you().to_owned(),
            Self::Zh => [&self.colleague(id), "在办"].concat(),
            Self::En => [&self.colleague(id), " has it"].concat(),
        }
    }

    const fn queue(self, queue: Queue) -> &'static str {
        let en = match queue {
            Queue::Overdue => "Overdue",
            Queue::Soon => "Due soon",
            Queue::Later => "Later",
            Queue::Asked => "Waiting for the worker’s reply",
            Queue::Answered => "Waiting for the worker’s word",
            Queue::Ended => "Ended",
        };
        self.pick(queue.name_zh(), en)
    }
}
