//! `/staff`: what somebody can do here.

use super::frame::frame;
use crate::markup::Markup;
use crate::staff::Who;
use crate::wording::Lang;
use domain::staff::Role;
use leptos::prelude::*;

messages! {
    start_auditor: "查看诉求（个人信息已遮住）和操作记录，核对记录是不是完整。" / "See requests, with what is personal masked, and what was done, and verify that the record is whole.";
    start_listing_editor: "维护本单位和下级的站点、托管班。" / "Keep the stations and classes of your place and below.";
    start_request_handler: "接办、询问、答复本单位的诉求。" / "Take, ask about and answer the requests at your desk.";
    start_supervisor: "派单、并案、转出本单位的诉求，看全局，给要紧的改动做第二个确认的人。" / "Hand on, join and refer the requests at your desk, see the overviews, and be the second person where one is needed.";
    start_administrator: "给本单位和下级的同事开账号、改账号、停账号。" / "Make, change and stop the accounts of your place and below.";
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
}

/// The page.
pub(crate) fn start(lang: Lang, who: Who) -> impl IntoView {
    let content: Markup = html!("<p>" {lang.duties(who.staff.role)} "</p>");
    frame(lang, &who, lang.staff_title(), content)
}
