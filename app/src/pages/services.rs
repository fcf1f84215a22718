//! `/services`: everything the union offers, as of when, and the way in.

use super::service::Offer;
use crate::parts::signs::sign;
use crate::wording::Lang;
use domain::policy::{Programme, Service, Verdict};
use leptos::prelude::*;

messages! {
    services_title: "工会能帮什么" / "What the union offers";
    services_description: "北京工会的每一项服务和待遇：是什么、哪年的说法、去哪办。" / "Every service and benefit of the Beijing unions: what it is, as of which year, and where to go.";
    services_lead: "每一项都写明是哪一年的说法。拿不准能不能享受，花几分钟查一查。" / "Each says as of which year it is known. Not sure whether you qualify? A few questions tell.";
    benefits_heading: "能查条件的待遇" / "Benefits you can check";
    services_heading: "不用查条件，直接问" / "No conditions to check: just ask";
}

/// The page.
pub(crate) fn services(lang: Lang) -> impl IntoView {
    let services = Service::all().iter().map(Offer::Service);
    let (ended, open): (Vec<_>, Vec<_>) = Programme::ALL
        .into_iter()
        .partition(|programme| programme.ended().is_some());
    let benefits = |programmes: Vec<_>| rows(lang, programmes.into_iter().map(Offer::Programme));
    view! {
        <div class="services">
            <h1>{lang.services_title()}</h1>
            <p>{lang.services_lead()}</p>
            <p><a class="act" href="/check">{lang.check_everything()}</a></p>
            <h2>{lang.services_heading()}</h2>
            {rows(lang, services)}
            <h2>{lang.benefits_heading()}</h2>
            {benefits(open)}
            <h2>{lang.verdict(Verdict::Ended)}</h2>
            {benefits(ended)}
        </div>
    }
}

fn rows(lang: Lang, offers: impl Iterator<Item = Offer>) -> AnyView {
    let rows: Vec<_> = offers.map(|offer| row(lang, offer)).collect();
    view! { <ul class="offers">{rows}</ul> }.into_any()
}

fn row(lang: Lang, offer: Offer) -> AnyView {
    view! {
        <li>
            <a class="offer" href=format!("/services/{}", offer.id())>
                <span>
                    <b>{lang.text(offer.name())}</b>
                    " "
                    <small>{lang.as_of(offer.as_of())}</small>
                    <span>{lang.text(offer.summary())}</span>
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
