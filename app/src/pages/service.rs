//! `/services/{id}`: one service or benefit, where it is written, and the way in.

use crate::document::frame::HELP_LINE;
use crate::live::amounts::amounts;
use crate::live::class_finder::classes_link;
use crate::live::handled_at::open_places;
use crate::live::source::source;
use crate::markup::Markup;
use crate::parts::signs::sign;
use crate::request::{from_programme, from_service};
use crate::wording::Lang;
use chrono::Datelike;
use domain::policy::{Condition, Programme, Service, Source, Text, Verdict, Version};
use domain::station::KindSet;
use leptos::prelude::*;

messages! {
    all_services: "全部服务" / "All services";
    service_where: "去哪里" / "Where to go";
    service_call: "打 12351 问" / "Ask on 12351";
    service_write: "写下来，到点有答复" / "Write; an answer is due in time";
    service_source: "依据" / "Where this is written";
    service_check: "查查符不符合" / "See whether you qualify";
    service_rules: "看条件原文" / "Read the rule";
    service_related: "可以查条件的" / "What you can check";
    whoever_decides: "谁说了算：" / "Who decides: ";
}

/// Something the union offers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Offer {
    /// A service.
    Service(&'static Service),
    /// A benefit with a rule.
    Programme(Programme),
}

impl Offer {
    /// What is at `/services/{id}`; a service and a benefit never share an id.
    pub fn from_id(id: &str) -> Option<Self> {
        let service = Service::from_id(id).map(Self::Service);
        service.or_else(|| Programme::from_id(id).map(Self::Programme))
    }

    /// Its id, as in `/services/{id}`.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Service(service) => service.id,
            Self::Programme(programme) => programme.id(),
        }
    }

    /// Its name.
    pub(crate) fn name(self) -> Text {
        match self {
            Self::Service(service) => service.name,
            Self::Programme(programme) => programme.name(),
        }
    }

    /// What it is.
    pub(crate) fn summary(self) -> Text {
        match self {
            Self::Service(service) => service.summary,
            Self::Programme(programme) => programme.summary(),
        }
    }

    /// For what has an end: how it ended.
    fn ended(self) -> Option<Text> {
        match self {
            Self::Service(_) => None,
            Self::Programme(programme) => programme.ended(),
        }
    }

    fn request(self) -> &'static str {
        match self {
            Self::Service(service) => service.request,
            Self::Programme(programme) => programme.request(),
        }
    }

    /// Where one writes about it.
    fn form(self) -> String {
        match self {
            Self::Service(service) => from_service(service.request),
            Self::Programme(programme) => from_programme(programme),
        }
    }

    fn stations(self) -> KindSet {
        match self {
            Self::Service(service) => service.stations,
            Self::Programme(programme) => programme.stations(),
        }
    }

    fn programmes(self) -> Vec<Programme> {
        match self {
            Self::Service(service) => service.programmes.to_vec(),
            Self::Programme(programme) => vec![programme],
        }
    }

    fn sources(self) -> Vec<Source> {
        match self {
            Self::Service(service) => service.sources.to_vec(),
            Self::Programme(programme) => written(programme.versions()),
        }
    }

    /// The last year of which a source speaks of it.
    pub(crate) fn as_of(self) -> u16 {
        match self {
            Self::Service(service) => service.as_of,
            Self::Programme(programme) => {
                let stated = programme
                    .versions()
                    .iter()
                    .map(|version| version.stated_until);
                stated
                    .max()
                    .map_or(0, |day| day.year().unsigned_abs() as u16)
            }
        }
    }
}

/// Where the rules that hold last are written, each passage once; then the periods before them.
fn written(versions: &'static [Version]) -> Vec<Source> {
    fn conditions(list: &[Condition], into: &mut Vec<Source>) {
        for condition in list {
            into.push(condition.source);
            conditions(condition.parts(), into);
        }
    }
    let mut all = Vec::new();
    if let Some(last) = versions.last() {
        all.push(last.source);
        conditions(last.conditions, &mut all);
        all.extend(last.amounts.iter().map(|amount| amount.source));
    }
    all.extend(versions.iter().rev().map(|version| version.source));
    let mut once = Vec::new();
    for source in all {
        if !once.contains(&source) {
            once.push(source);
        }
    }
    once
}

/// The page.
pub(crate) fn service(lang: Lang, offer: Offer) -> impl IntoView {
    let sources: Markup = offer
        .sources()
        .into_iter()
        .map(|written| html!("<li>" {source(lang, written)} "</li>"))
        .collect();
    let related = match offer {
        Offer::Service(service) if !service.programmes.is_empty() => {
            let rows: Vec<_> = service
                .programmes
                .iter()
                .map(|one| related(lang, *one))
                .collect();
            Some(view! {
                <section>
                    <h2>{lang.service_related()}</h2>
                    <ul class="offers">{rows}</ul>
                </section>
            })
        }
        _ => None,
    };
    let ended = offer.ended();
    view! {
        <nav class="back"><a href="/services">{lang.all_services()}</a></nav>
        <article class="service">
            <p class="kinds">{lang.as_of(offer.as_of())}</p>
            <h1>
                {lang.text(offer.name())}
                {ended.map(|_| view! { <small>{lang.verdict(Verdict::Ended)}</small> })}
            </h1>
            <p>{lang.text(offer.summary())}</p>
            {match offer {
                Offer::Programme(programme) => Some(benefit(lang, programme)),
                Offer::Service(_) => None,
            }}
            {related}
            {places(lang, offer)}
            <section>
                <h2>{lang.service_source()}</h2>
                <ul inner_html=sources.into_html()></ul>
            </section>
        </article>
    }
}

/// Where to go and whom to call; there is no going where it has ended.
fn places(lang: Lang, offer: Offer) -> AnyView {
    let finds = offer.programmes().iter().any(|one| one.has_class_finder());
    let classes = finds.then(|| classes_link(lang, "/classes"));
    let places = html!({open_places(lang, offer.stations())} " " {classes});
    let is_open = offer.ended().is_none();
    let somebody_to_talk_to = offer.request() == "psychological";
    view! {
        <section>
            {is_open.then(|| view! {
                <h2>{lang.service_where()}</h2>
                <p class="ways" inner_html=places.into_html()></p>
            })}
            <p class="ways">
                {somebody_to_talk_to.then(|| view! {
                    <a class="chip" href="tel:12356">{sign("phone")}{lang.call_12356()}</a>
                })}
                <a class="chip" href=HELP_LINE>{sign("phone")}{lang.service_call()}</a>
                <a class="chip" href=offer.form()>{lang.service_write()}</a>
            </p>
        </section>
    }
    .into_any()
}

/// What one gets, how much, what to do, who decides, and the way to the questions.
fn benefit(lang: Lang, programme: Programme) -> AnyView {
    let check = format!("/check/{}", programme.id());
    let rules = format!("{check}/rules");
    let ended = programme.ended().map(|text| lang.text(text));
    let is_open = ended.is_none();
    let last = programme.versions().last();
    let sums = last.filter(|_| is_open).and_then(|version| {
        // For whom each is, its words say.
        let each = version.amounts.iter().map(|amount| (amount, None));
        // The texts are named below.
        amounts(lang, each, |written| {
            let year = lang.year(written.year().into());
            Some(html!({lang.pick("（", " (")} {year} {lang.pick("）", ")")}))
        })
    });
    view! {
        <section>
            {ended.map(|text| view! { <p class="over">{text}</p> })}
            <p>{last.map(|version| lang.text(version.gives()))}</p>
            {sums.map(|sums| view! { <div inner_html=sums.into_html()></div> })}
            <h2>{lang.what_to_do()}</h2>
            <p>{lang.text(programme.next())}</p>
            <p>{lang.whoever_decides()}{lang.text(programme.body())}</p>
            <p class="ways">
                {is_open.then(|| view! { <a class="act" href=check>{lang.service_check()}</a> })}
                <a class="chip" href=rules>{lang.service_rules()}</a>
            </p>
        </section>
    }
    .into_any()
}

/// A benefit behind a service.
fn related(lang: Lang, programme: Programme) -> AnyView {
    view! {
        <li>
            <a class="offer" href=format!("/check/{}", programme.id())>
                <span>
                    <b>{lang.text(programme.name())}</b>
                    <span>{lang.text(programme.summary())}</span>
                </span>
                {sign("arrow")}
            </a>
        </li>
    }
    .into_any()
}
