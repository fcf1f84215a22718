//! `/`: three doors, the nearest light, and the lines to call.

mod street;

use crate::islands::places::Nearest;
use crate::parts::district::district_form;
use crate::parts::near::near_button;
use crate::parts::signs::sign;
use crate::wording::Lang;
use leptos::prelude::*;
use street::street;

messages! {
    home_title: "暖驿 · 找个歇脚的地方" / "Nuanyi · a place to rest in Beijing";
    door_rest: "找个歇脚的地方" / "Find a place to rest";
    door_rest_more: "坐一会儿，喝口热水，热热饭，给手机充上电。" / "Sit down, drink something warm, heat your meal, charge your phone.";
    all_stations: "看全部站点" / "See every station";
    city_map: "看地图" / "See the map";
    door_benefits: "我能享受什么" / "What am I entitled to?";
    door_benefits_more: "报销、助学、托管班：回答几个问题，看看符不符合。" / "Reimbursement, school aid, holiday classes: a few questions tell.";
    door_request: "说说难处" / "Tell us what is wrong";
    door_request_more: "欠薪、工伤、合同上的事：一分钟写完，谁在办、哪天答复，都看得见。" / "Unpaid wages, an injury, a contract: a minute to write, and you see who has it and by when they answer.";
    what_the_union_does: "欠薪、合同、法律援助：看看工会能帮什么" / "Wages, contracts, legal aid: see what the union can do";
    hard_times: "心里过不去的时候" / "When it gets too much";
    hard_times_more: "打 12356，全国心理援助热线。眼下就有危险，打 120 或 110。" / "Call 12356, the national psychological help line. In danger right now, call 120 or 110.";
    call_12356: "拨打 12356" / "Call 12356";
}

/// The home page.
pub(crate) fn home(lang: Lang) -> impl IntoView {
    view! {
        {first_door(lang)}
        <div class="doors">
            {door("/check", "door_benefits", "arrow", lang.door_benefits(), lang.door_benefits_more())}
            {door("/requests/new", "door_request", "arrow", lang.door_request(), lang.door_request_more())}
        </div>
        <p class="to-services"><a class="chip" href="/services">{lang.what_the_union_does()}</a></p>
        <section class="hard-times">
            <h2>{lang.hard_times()}</h2>
            <p>{lang.hard_times_more()}</p>
            <a class="chip" href="tel:12356">{sign("phone")}{lang.call_12356()}</a>
        </section>
        <Nearest/>
    }
}

/// The door behind which the site itself helps.
fn first_door(lang: Lang) -> AnyView {
    view! {
        <section class="first-door">
            {street()}
            <div>
                <h1>{lang.door_rest()}</h1>
                <p>{lang.door_rest_more()}</p>
                {near_button(lang)}
                <div class="nearest"></div>
                {district_form(lang)}
                <p class="links"><a href="/stations">{lang.all_stations()}</a><a href="/map">{lang.city_map()}</a></p>
            </div>
        </section>
    }
    .into_any()
}

/// A door with its drawing, and a sign for what is behind it.
fn door(
    href: &'static str,
    drawing: &'static str,
    behind: &'static str,
    name: &'static str,
    more: &'static str,
) -> AnyView {
    view! {
        <a class="door" href=href>
            {sign(drawing)}
            <span>
                <b>{name}</b>
                <span>{more}</span>
            </span>
            {sign(behind)}
        </a>
    }
    .into_any()
}
