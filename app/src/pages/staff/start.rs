//! `/staff`: what somebody can do here, and what waits for them.

use super::frame::frame;
use crate::markup::Markup;
use crate::staff::{Start, Who};
use crate::wording::Lang;
use domain::staff::{Role, Waits};
use domain::union::Desk;
use leptos::prelude::*;

messages! {
    start_auditor: "查看诉求（个人信息已遮住）和操作记录，核对记录是不是完整。" / "See requests, with what is personal masked, and what was done, and verify that the record is whole.";
    start_listing_editor: "维护本单位和下级的站点、托管班。" / "Keep the stations and classes of your place and below.";
    start_request_handler: "接办、询问、答复本单位的诉求。" / "Take, ask about and answer the requests at your desk.";
    start_supervisor: "派单、并案、转出本单位的诉求，看全局，给要紧的改动做第二个确认的人。" / "Hand on, join and refer the requests at your desk, see the overviews, and be the second person where one is needed.";
    start_administrator: "给本单位和下级的同事开账号、改账号、停账号。" / "Make, change and stop the accounts of your place and below.";
    waiting_heading: "等您办的" / "Waiting for you";
    waiting_nothing: "手头都清了，没有等您办的。辛苦了！" / "Nothing waits for you just now. All done, thank you.";
    waiting_unknown: "暂时数不出来" / "cannot be counted just now";
    waiting_unreached: "这几家的诉求暂时连不上，没算进去：" / "Out of reach just now, and not counted: ";
    waits_overdue: "已超期的诉求" / "Requests that are overdue";
    waits_soon: "即将到期的诉求" / "Requests that are due soon";
    waits_open: "还在期限内的诉求" / "Other requests, still in time";
    waits_second: "等第二个人确认的改动和导入" / "Changes and imports that wait for a second person";
    waits_reports: "职工反映，还没核实" / "Reports from workers, not looked into yet";
    waits_due: "这个月还没核实的站点" / "Places not confirmed this month";
}

impl Lang {
    /// What somebody does at a desk.
    pub fn role(self, role: Role) -> &'static str {
        self.pick(role.name_zh(), role.name_en())
    }

    /// What that is, in a sentence.
    const fn duties(self, role: Role) -> &'static str {
        match role {
            Role::Auditor => self.start_auditor(),
            Role::ListingEditor => self.start_listing_editor(),
            Role::RequestHandler => self.start_request_handler(),
            Role::Supervisor => self.start_supervisor(),
            Role::Administrator => self.start_administrator(),
        }
    }

    const fn waits(self, waits: Waits) -> &'static str {
        match waits {
            Waits::Overdue => self.waits_overdue(),
            Waits::Soon => self.waits_soon(),
            Waits::Open => self.waits_open(),
            Waits::Second => self.waits_second(),
            Waits::Reports => self.waits_reports(),
            Waits::Due => self.waits_due(),
        }
    }
}

/// The page.
pub(crate) fn start(lang: Lang, model: Start) -> impl IntoView {
    let Who { staff, .. } = model.who;
    let content: Markup = html!("<p>" {lang.duties(staff.role)} "</p>" {waiting(lang, &model)});
    frame(lang, &model.who, lang.staff_title(), content)
}

/// What waits; nothing for those for whom nothing can.
fn waiting(lang: Lang, model: &Start) -> Option<Markup> {
    let is_there = |count: &Option<u32>| *count != Some(0);
    let rows = model.waiting.iter().filter(|(_, count)| is_there(count));
    let rows: Vec<_> = rows
        .map(|(waits, count)| row(lang, *waits, *count))
        .collect();
    let list = match rows.is_empty() && model.unreached.is_empty() {
        true => html!("<p>" {lang.waiting_nothing()} "</p>"),
        false => html!("<ul>" {rows.into_iter().collect::<Markup>()} "</ul>"),
    };
    (!model.waiting.is_empty()).then(|| {
        html!(
            r#"<section class="waiting"><h2>"# {lang.waiting_heading()} "</h2>" {list}
            {unreached(lang, &model.unreached)} "</section>"
        )
    })
}

fn row(lang: Lang, waits: Waits, count: Option<u32>) -> Markup {
    let words = count.map_or_else(
        || lang.waiting_unknown().to_owned(),
        |count| count.to_string(),
    );
    html!(
        r#"<li><a href=""# {page(waits)} r#"">"# {lang.waits(waits)} "</a> <b>" {words} "</b></li>"
    )
}

/// Where it is dealt with.
const fn page(waits: Waits) -> &'static str {
    match waits {
        Waits::Overdue | Waits::Soon | Waits::Open => "/staff/requests",
        Waits::Second => "/staff/proposals",
        Waits::Reports => "/staff/reports",
        Waits::Due => "/staff/freshness",
    }
}

fn unreached(lang: Lang, desks: &[Desk]) -> Option<Markup> {
    (!desks.is_empty()).then(|| {
        html!(
            r#"<p class="problem" role="status">"# {lang.waiting_unreached()} {lang.desks(desks)} "</p>"
        )
    })
}
