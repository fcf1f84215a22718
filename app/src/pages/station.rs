//! `/stations/{id}`: is the light on, why, what is inside, and how to get there.

mod go_there;
mod inside;
pub(in crate::pages) mod week;

use crate::islands::places::OneStation;
use crate::live::row::rows;
use crate::live::status::status_block;
use crate::report::form_address;
use crate::request::from_station;
use crate::row::{Freshness, StationRow};
use crate::wording::Lang;
use domain::city::{City, Place};
use domain::crowding::Crowding;
use domain::hours::Hours;
use domain::report::{ReportKind, SaidClosed};
use domain::search::{Search, alternative};
use domain::station::{Life, Station as StationRecord, StationId};
use domain::status::{DayHours, State, Status, week as week_of};
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    all_the_stations: "全部站点" / "All stations";
    back_to_the_list: "回到列表" / "Back to the list";
    moved_to: "搬到了：" / "It moved to:";
    try_instead: "附近可以去这里" / "Go here instead";
    hours_heading: "开放时间" / "Hours";
    hours_as_written: "登记的原话：" / "As it was written:";
    news_heading: "这些信息有多新" / "How old this is";
    wrong_here: "这里不对劲？" / "Something wrong here?";
    wrong_lead: "点一下，不用登录，我们去核实。" / "One tap, no account; we look into it.";
    wrong_else: "别的事，要有人回话" / "Something else, and I want an answer";
    verified_never: "还没有人核实过，去之前最好先问一声。" / "Nobody has confirmed this yet; better ask before you go.";
    verified_old: "已经过了很久，去之前最好先问一声。" / "That was long ago; better ask before you go.";
}

/// What the page of a station shows.
#[derive(Clone, Debug, PartialEq)]
pub struct StationPage {
    /// The station itself.
    pub station: StationRecord,
    /// What one finds there now.
    pub status: Status,
    /// The coming seven days, today first.
    pub week: [DayHours; 7],
    /// The place that took over, and its name.
    pub successor: Option<(StationId, String)>,
    /// The nearest open place, where this one is closed for a time or for good.
    pub alternative: Option<StationRow>,
    /// How full somebody said it was, and when.
    pub crowding: Option<(Crowding, BeijingTime)>,
    /// Who said that it was closed just now.
    pub said_closed: Option<SaidClosed>,
}

impl StationPage {
    /// What there is to say of a place but for what people said lately; `None` without the words of
    /// its district.
    pub fn new(city: &City, place: &Place, now: BeijingTime) -> Option<Self> {
        let station = city.station(place)?;
        let status = city.status(place, now);
        let successor = match station.life {
            Life::Closed {
                successor: Some(id),
                ..
            } => city
                .place(id)
                .and_then(|place| city.text(place))
                .map(|text| (id, text.name.clone())),
            _ => None,
        };
        let needs_another = !matches!(status.state, State::Open | State::ClosingSoon);
        let alternative = needs_another
            .then(|| alternative(city, place, now))
            .flatten()
            .and_then(|found| StationRow::new(city, &found, &Search::default(), now));
        Some(Self {
            week: week_of(&station.hours, now.date()),
            station,
            status,
            successor,
            alternative,
            crowding: None,
            said_closed: None,
        })
    }
}

/// The page.
pub(crate) fn station(lang: Lang, now: BeijingTime, model: StationPage) -> impl IntoView {
    let StationPage {
        station,
        status,
        week,
        successor,
        alternative,
        crowding,
        said_closed,
    } = model;
    let kinds: Vec<_> = station
        .kinds
        .iter()
        .map(|kind| view! { <li>{lang.kind(kind)}</li> })
        .collect();
    let gone = matches!(station.life, Life::Closed { .. });
    let id = station.id.0.to_string();
    view! {
        <nav class="back">
            <a class="all" href="/stations">{lang.all_the_stations()}</a>
            <a class="list" href="/stations">{lang.back_to_the_list()}</a>
        </nav>
        <article itemscope itemtype="https://schema.org/CivicStructure" data-station=id>
            <ul class="kinds">{kinds}</ul>
            <h1 itemprop="name" lang=Lang::Zh.tag()>{station.text.name.clone()}</h1>
            <div class="status" inner_html=status_block(lang, now, status).into_html()></div>
            {said_closed.map(|said| view! { <p class="said">{lang.said_closed(said)}</p> })}
            {crowding.map(|(level, at)| view! { <p class="said">{lang.said_crowding(level, at)}</p> })}
            {successor.map(|(id, name)| view! {
                <p class="successor">
                    {lang.moved_to()}
                    <a href=format!("/stations/{}", id.0) lang=Lang::Zh.tag()>{name}</a>
                </p>
            })}
            {alternative.map(|row| view! {
                <section>
                    <h2>{lang.try_instead()}</h2>
                    <div class="nearest" inner_html=rows(lang, now, [&row]).into_html()></div>
                </section>
            })}
            {(!gone).then(|| details(lang, now, station, week))}
        </article>
        <OneStation/>
    }
}

/// What one needs to know before one sets out; nothing of it holds for a place that is gone.
fn details(lang: Lang, now: BeijingTime, station: StationRecord, week: [DayHours; 7]) -> AnyView {
    view! {
        <div class="columns">
            <div>
                {go_there::go_there(lang, station.clone())}
                {inside::inside(lang, station.clone())}
            </div>
            <div>
                {hours(lang, &station.hours, week)}
                {wrong(lang, station.id)}
                {news(lang, now, station)}
            </div>
        </div>
    }
    .into_any()
}

/// The hours of the week, for people and, as OpenStreetMap writes them, for machines.
fn hours(lang: Lang, hours: &Hours, week: [DayHours; 7]) -> AnyView {
    let osm = hours
        .to_osm()
        .map(|osm| view! { <meta itemprop="openingHours" content=osm/> });
    let unread = match hours {
        Hours::Unread(text) => Some(view! {
            <p>{lang.hours_as_written()}<q lang=Lang::Zh.tag()>{text.to_string()}</q></p>
        }),
        Hours::Unstated | Hours::Known(_) => None,
    };
    view! {
        <section>
            <h2>{lang.hours_heading()}</h2>
            {unread}
            {osm}
            {week::week(lang, week)}
        </section>
    }
    .into_any()
}

/// Where a fault is told.
fn wrong(lang: Lang, id: StationId) -> AnyView {
    let way =
        |address: String, words: &'static str| view! { <a class="chip" href=address>{words}</a> };
    let kinds: Vec<_> = ReportKind::ALL
        .iter()
        .map(|kind| way(form_address(id, Some(*kind)), lang.report_kind(*kind)))
        .collect();
    view! {
        <section>
            <h2>{lang.wrong_here()}</h2>
            <p>{lang.wrong_lead()}</p>
            <p class="ways">
                {kinds}
                {way(from_station(id, None), lang.wrong_else())}
            </p>
        </section>
    }
    .into_any()
}

/// When the record was confirmed, and by whom.
fn news(lang: Lang, now: BeijingTime, station: StationRecord) -> AnyView {
    let advice = match Freshness::of(station.verified_on, now.date()) {
        Freshness::Fresh => None,
        Freshness::Never => Some(lang.verified_never()),
        Freshness::HalfYear | Freshness::Year => Some(lang.verified_old()),
    };
    let verified = station
        .verified_on
        .map(|day| lang.verified(&lang.full_day(day), &station.text.verified_by));
    view! {
        <section class="news">
            <h2>{lang.news_heading()}</h2>
            <p>{verified}{advice}</p>
        </section>
    }
    .into_any()
}

impl Lang {
    /// When, and by whom if that is known.
    fn verified(self, day: &str, by: &str) -> String {
        match (self, by) {
            (Self::Zh, "") => format!("{day}核实过。"),
            (Self::Zh, by) => format!("{day}由{by}核实。"),
            (Self::En, "") => format!("Confirmed on {day}. "),
            (Self::En, by) => format!("Confirmed on {day} by {by}. "),
        }
    }
}
