//! `/services`: everything the union offers, as of when, and the way in.

use crate::parts::signs::sign;
use crate::wording::Lang;
use domain::policy::{Programme, Service, Text};
use leptos::prelude::*;

messages! {
    services_title: "工会能帮什么" / "What the union offers";
    services_description: "北京工会的每一项服务和待遇：是什么、哪年的说法、去哪办。" / "Every service and benefit of the Beijing unions: what it is, as of which year, and where to go.";
    services_lead: "每一项都写明是哪一年的说法。拿不准能不能享受，花几分钟查一查。" / "Each says as of which year it is known. Not sure whether you qualify? A few questions tell.";
    benefits_heading: "能查条件的待遇" / "Benefits you can check";
    services_heading: "人人可用的服务" / "Services";
    was_ended: "已经结束" / "over";
}

/// The page.
pub(crate) fn services(lang: Lang) -> impl IntoView {
    let benefits: Vec<_> = Programme::ALL
        .into_iter()
        .map(|programme| {
            let ended = programme.ended().is_some();
            let mark = ended.then(|| lang.was_ended().to_owned());
            row(
                lang,
                programme.id(),
                programme.name(),
                programme.summary(),
                mark,
            )
        })
        .collect();
    let services: Vec<_> = Service::all()
        .iter()
        .map(|service| {
            let year = lang.as_of(service.as_of);
            row(lang, service.id, service.name, service.summary, Some(year))
        })
        .collect();
    view! {
        <div class="services">
            <h1>{lang.services_title()}</h1>
            <p>{lang.services_lead()}</p>
            <p><a class="act" href="/check">{lang.check_everything()}</a></p>
            <h2>{lang.services_heading()}</h2>
            <ul class="offers">{services}</ul>
            <h2>{lang.benefits_heading()}</h2>
            <ul class="offers">{benefits}</ul>
        </div>
    }
}

fn row(lang: Lang, id: &'static str, name: Text, summary: Text, mark: Option<String>) -> AnyView {
    view! {
        <li>
            <a class="offer" href=format!("/services/{id}")>
                <span>
                    <b>{lang.text(name)}</b>
                    {mark.map(|mark| view! { " " <small>{mark}</small> })}
                    <span>{lang.text(summary)}</span>
                </span>
                {sign("arrow")}
            </a>
        </li>
    }
    .into_any()
}

impl Lang {
    /// The year of which something is known: 2025 年的说法, as of 2025.
    pub(crate) fn as_of(self, year: u16) -> String {
        match self {
            Self::Zh => format!("{year} 年的说法"),
            Self::En => format!("as of {year}"),
        }
    }
}
