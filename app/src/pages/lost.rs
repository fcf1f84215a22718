//! When there is no page: never a dead end, always a way on.

use crate::document::frame::HELP_LINE;
use crate::parts::district::district_form;
use crate::parts::signs::{sign, window};
use crate::row::Light;
use crate::wording::Lang;
use leptos::prelude::*;

messages! {
    not_found_title: "没有这个页面" / "There is no such page";
    not_found_more: "地址可能抄错了，也可能页面挪走了。想找站点，从这里找：" / "The address may be mistyped, or the page has moved. To find a place, start here:";
    unknown_station_title: "没有这个站点" / "There is no such station";
    unknown_station_more: "这个编号没有发出去过。关掉的站点会保留页面，所以多半是地址抄错了。按区找找看：" / "This number was never given out. Stations that close keep their page, so the address is probably mistyped. Look by district:";
    bad_request_title: "这个请求我们没看懂" / "We could not read that request";
    bad_request_more: "可能是链接断了一截。从头找一次就好：" / "Perhaps a part of the link is missing. Start again here:";
    broken_title: "我们这边出错了" / "Something broke on our side";
    broken_more: "不是你的问题。过一会儿再试；急着找地方，打 12351。" / "It is not your fault. Try again in a moment; if you need a place now, call 12351.";
    busy_title: "站点列表正在准备" / "The list is getting ready";
    busy_more: "几秒钟后再刷新一次。" / "Reload the page in a few seconds.";
    not_allowed_title: "这里不归你管" / "This is not yours to see or do";
    not_allowed_more: "你的账号没有这个权限，或者这个表单放得太久了。回到工作台再试一次；还不行，找管理员。" / "Your account has no right to this, or the form was left open for too long. Go back to your desk and try again, or ask your administrator.";
    needs_network_title: "这一页要有网才行" / "This page needs the network";
    needs_network_more: "没有网也能找站点、看地图、查待遇、写诉求。这一页不存在手机里，有网了再打开。" / "Without it you can still find places, see the map, check your benefits and write to the union. This page is not kept on your phone; open it again when the network is back.";
    call_help_line: "打 12351" / "Call 12351";
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// A request that cannot be read: 400, 405, 413, 414.
    BadRequest,
    /// Somebody may not do that: 403.
    NotAllowed,
    /// Something failed on our side: 500.
    Broken,
    /// The registry does not answer yet: 503.
    Busy,
}

/// An address that leads nowhere.
pub(crate) fn not_found(lang: Lang) -> impl IntoView {
    lost(lang, lang.not_found_title(), lang.not_found_more())
}

/// A number that was never given to a station.
pub(crate) fn unknown_station(lang: Lang) -> impl IntoView {
    lost(
        lang,
        lang.unknown_station_title(),
        lang.unknown_station_more(),
    )
}

/// A page that the phone did not keep.
pub(crate) fn needs_network(lang: Lang) -> impl IntoView {
    lost(lang, lang.needs_network_title(), lang.needs_network_more())
}

/// Something went wrong.
pub(crate) fn problem_page(lang: Lang, problem: Problem) -> impl IntoView {
    let more = match problem {
        Problem::BadRequest => lang.bad_request_more(),
        Problem::NotAllowed => lang.not_allowed_more(),
        Problem::Broken => lang.broken_more(),
        Problem::Busy => lang.busy_more(),
    };
    lost(lang, lang.problem_title(problem), more)
}

/// A dark window, what happened, and three ways on.
fn lost(lang: Lang, title: &'static str, more: &'static str) -> impl IntoView {
    view! {
        <article class="lost">
            {window(Light::Unknown)}
            <h1>{title}</h1>
            <p>{more}</p>
            {district_form(lang)}
            <p><a class="chip" href=HELP_LINE>{sign("phone")}{lang.call_help_line()}</a></p>
        </article>
    }
}

impl Lang {
    /// What went wrong, as a heading.
    pub(crate) const fn problem_title(self, problem: Problem) -> &'static str {
        match problem {
            Problem::BadRequest => self.bad_request_title(),
            Problem::NotAllowed => self.not_allowed_title(),
            Problem::Broken => self.broken_title(),
            Problem::Busy => self.busy_title(),
        }
    }
}
