//! `/services/{id}`: one service or benefit, where it is written, and the way in.

use crate::document::frame::HELP_LINE;
use crate::live::class_finder::classes_link;
use crate::live::handled_at::open_places;
use crate::live::source::source;
use crate::markup::Markup;
use crate::parts::signs::sign;
use crate::wording::Lang;
use chrono::Datelike;
use domain::policy::{Programme, Service, Source, Text};
use domain::station::KindSet;
use leptos::prelude::*;

messages! {
    all_services: "全部服务" / "All services";
    service_where: "去哪里" / "Where to go";
    service_call: "打 12351 问" / "Ask on 12351";
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
            Self::Programme(programme) => {
                let versions = programme.versions().iter().rev();
                versions.map(|version| version.source).collect()
            }
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
    let finds = offer.programmes().iter().any(|one| one.has_class_finder());
    let classes = finds.then(|| classes_link(lang, "/classes"));
    let places = html!({open_places(lang, offer.stations())} " " {classes});
    view! {
        <nav class="back"><a href="/services">{lang.all_services()}</a></nav>
        <article class="service">
            <p class="kinds">{lang.as_of(offer.as_of())}</p>
            <h1>{lang.text(offer.name())}</h1>
            <p>{lang.text(offer.summary())}</p>
            {match offer {
                Offer::Programme(programme) => Some(benefit(lang, programme)),
                Offer::Service(_) => None,
            }}
            {related}
            <section>
                <h2>{lang.service_where()}</h2>
                <p class="ways" inner_html=places.into_html()></p>
                <p><a class="chip" href=HELP_LINE>{sign("phone")}{lang.service_call()}</a></p>
            </section>
            <section>
                <h2>{lang.service_source()}</h2>
                <ul inner_html=sources.into_html()></ul>
            </section>
        </article>
    }
}

/// What one gets, who decides, and the way to the questions.
fn benefit(lang: Lang, programme: Programme) -> AnyView {
    let gives = programme
        .versions()
        .last()
        .map(|version| lang.text(version.gives()));
    let check = format!("/check/{}", programme.id());
    let rules = format!("{check}/rules");
    let ended = programme.ended().map(|text| lang.text(text));
    let is_open = ended.is_none();
    view! {
        <section>
            {ended.map(|text| view! { <p class="over">{text}</p> })}
            <p>{gives}</p>
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
