//! Every page as rendered, in both languages.

use super::*;
use crate::desk::Narrowing;
use crate::request::Form;
use crate::results::Results;
use crate::row::{Freshness, StationRow};
use crate::wording::sentence::Journey;
use domain::city::City;
use domain::class::ClassSearch;
use domain::geo::Wgs84;
use domain::hours::Hours;
use domain::places::District;
use domain::request::{Reference, Secret};
use domain::search::{Filter, Search, Travel};
use domain::station::*;
use domain::status::{Reason, State, Status, Truth, week};
use station::StationPage;

mod classes;
pub(crate) mod desk;
mod examples;
mod import;
mod maps;
mod overview;
mod policy;
mod reports;
pub(crate) mod requests;
mod staff;
use examples::*;

/// Calls `check` with every page in every language.
fn each(check: impl Fn(&str, Lang, &str)) {
    for lang in Lang::ALL {
        for (name, page) in pages() {
            check(
                &format!("{name}, {}", lang.code()),
                lang,
                &render(&shell(lang), page),
            );
        }
    }
}

/// The page, which has all of these.
#[track_caller]
fn says(lang: Lang, page: Page, all: &[&str]) -> String {
    let html = render(&shell(lang), page);
    for expected in all {
        assert!(html.contains(expected), "{expected} is missing in {html}");
    }
    html
}

/// The values of an attribute, in the order of the document.
fn attribute<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    html.split(&opening)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn no_page_needs_more_than_the_content_security_policy_allows() {
    each(|page, _, html| {
        assert!(!html.contains(" style="), "{page} styles inline");
        assert!(!html.contains("<style"), "{page} styles inline");
        for script in html.split("<script").skip(1) {
            assert!(
                script.contains(" src=") && script.contains("></script>"),
                "{page} scripts inline"
            );
        }
        assert!(!html.contains(" onclick="), "{page} handles events inline");
    });
}

#[test]
fn a_page_that_the_phone_drew_says_how_old_it_is() {
    let kept = |moment: &str, lang| {
        let shell = Shell {
            kept_at: BeijingTime::from_rfc3339(moment),
            ..shell(lang)
        };
        render(&shell, Page::About).replace("<!>", "")
    };
    for (moment, said) in [
        ("2026-11-20T08:05:00+08:00", "存于 8:05"),
        ("2026-11-19T21:00:00+08:00", "存于 昨天 21:00"),
        ("2026-11-03T07:30:00+08:00", "存于 11 月 3 日 7:30"),
    ] {
        assert!(kept(moment, Lang::Zh).contains(said), "{said}");
    }
    assert!(kept("2026-11-19T21:00:00+08:00", Lang::En).contains("from yesterday 21:00"));
    assert!(!render(&shell(Lang::Zh), Page::About).contains("from-phone"));
}

#[test]
fn a_page_says_which_district_it_is_about() {
    let of = |page| attribute(&render(&shell(Lang::Zh), page), "data-district").join(",");
    let haidian = District::from_code(110_108);
    let search = Search {
        district: haidian,
        ..Search::default()
    };
    let map = |search| {
        Page::Map(Box::new(map::MapPage::new(
            &City::default(),
            &search,
            now(),
            None,
        )))
    };
    assert_eq!(of(map(search)), "110108");
    assert_eq!(of(map(Search::default())), "");
    assert_eq!(of(Page::About), "");
}

#[test]
fn where_no_service_worker_is_wanted_no_page_asks_for_one() {
    let mut shell = shell(Lang::Zh);
    assert!(render(&shell, Page::Home).contains("/assets/offline.js"));
    shell.assets.offline = None;
    assert!(!render(&shell, Page::Home).contains("/assets/offline.js"));
}

#[test]
fn every_page_is_a_whole_document_with_the_help_line_and_the_notice() {
    each(|page, lang, html| {
        assert!(html.starts_with("<!doctype html><html lang="), "{page}");
        assert!(html.ends_with("</body></html>"), "{page}");
        assert_eq!(html.matches("<h1").count(), 1, "{page} has one heading");
        assert!(html.contains(lang.tag()), "{page}");
        assert!(html.contains("tel:12351"), "{page} hides the help line");
        assert!(
            html.contains(lang.demonstration_notice()),
            "{page} hides what its data is"
        );
        assert!(
            html.contains(r#"method="post""#),
            "{page} has no preferences"
        );
    });
}

#[test]
fn every_link_leads_somewhere() {
    const OURS: [&str; 18] = [
        "/",
        "/check",
        "/classes",
        "/services",
        "/about",
        "/privacy",
        "/requests/new",
        "/stations",
        "/icon.svg",
        "/icon-180.png",
        "/site.webmanifest",
        "/site.en.webmanifest",
        "/offline",
        "/licences/leaflet.txt",
        "/assets/site.css",
        "/api/v1/stations.csv",
        "/api/v1/stations.xlsx",
        "/api/v1/stations.geojson",
        "/api/v1/openapi.json",
    ];
    const OTHERS: [&str; 6] = [
        "tel:",
        "https://uri.amap.com/marker?",
        "https://apis.map.qq.com/uri/v1/marker?",
        "https://api.map.baidu.com/marker?",
        "https://maps.apple.com/?",
        "/stations?",
    ];
    each(|page, _, html| {
        for link in attribute(html, "href") {
            let to_shape = link
                .strip_prefix('#')
                .is_some_and(|id| html.contains(&format!("id=\"{id}\"")));
            let to_station = link
                .strip_prefix("/stations/")
                .is_some_and(|id| id.parse::<u32>().is_ok());
            let to_offer = link
                .strip_prefix("/services/")
                .is_some_and(|id| service::Offer::from_id(id).is_some());
            let to_check = link.strip_prefix("/check").is_some_and(leads_to_check);
            let to_classes = link.strip_prefix("/classes?").is_some_and(|query| {
                let query = query.replace("&amp;", "&");
                let (search, problems) = ClassSearch::parse(&query);
                problems.is_empty() && search.to_query() == query
            });
            let to_map = link.starts_with("/map").then(|| {
                let query = link.trim_start_matches("/map").trim_start_matches('?');
                let (search, problems) = Search::parse(&query.replace("&amp;", "&"));
                problems.is_empty()
                    && crate::results::map_address(&search).replace('&', "&amp;") == link
            });
            let to_request = leads_to_request(link);
            let to_desk = leads_to_desk(link);
            let to_staff = [
                "/staff",
                "/staff/account",
                "/staff/accounts",
                "/staff/audit",
                "/staff/changes",
                "/staff/classes",
                "/staff/import",
                "/staff/overview",
                "/staff/proposals",
                "/staff/stations",
            ]
            .contains(&link)
                || link
                    .strip_prefix("/staff/accounts/")
                    .is_some_and(|id| id.parse::<u32>().is_ok());
            let to_report = reports::leads(link);
            let known = OURS.contains(&link) || OTHERS.iter().any(|start| link.starts_with(start));
            assert!(
                to_shape
                    || to_station
                    || to_offer
                    || to_check
                    || to_classes
                    || to_map == Some(true)
                    || to_request
                    || to_desk
                    || to_staff
                    || to_report
                    || known,
                "{page} leads to {link}"
            );
        }
    });
}

/// Whether what follows `/check` is a programme, its rules, or a step in its canonical form.
fn leads_to_check(rest: &str) -> bool {
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let place = place.strip_prefix('/');
    let id = place.map(|place| place.strip_suffix("/rules").unwrap_or(place));
    let programme = id.map(Programme::from_id);
    let query = query.replace("&amp;", "&");
    let step = |programme| {
        let check = Check::read(programme, &query, now().date());
        query.is_empty() || check.address().ends_with(&query)
    };
    match programme {
        None => step(None),
        Some(programme) => programme.is_some() && step(programme),
    }
}

/// Whether it is a desk's list in its canonical form, one of its requests, or a photo of one.
fn leads_to_desk(link: &str) -> bool {
    let Some(rest) = link.strip_prefix("/staff/requests") else {
        return false;
    };
    let query = rest.replace("&amp;", "&");
    let list = Narrowing::read(query.trim_start_matches('?')).address();
    let request = rest.trim_start_matches('/').split("/photos/").next();
    list == ["/staff/requests", &query].concat()
        || request.is_some_and(|reference| Reference::parse(reference).is_ok())
}

/// Whether it is the form with a category, or a request with its secret.
fn leads_to_request(link: &str) -> bool {
    let Some(rest) = link.strip_prefix("/requests/") else {
        return false;
    };
    let form = rest.strip_prefix("new?").is_some_and(|query| {
        let form = Form::open(Lang::Zh, &query.replace("&amp;", "&"), "");
        form.category().is_some()
    });
    let request = rest.split_once('#').is_some_and(|(reference, secret)| {
        Reference::parse(reference).is_ok() && Secret::parse(secret).is_ok()
    });
    form || request
}

#[test]
fn ids_are_given_once() {
    each(|page, _, html| {
        let mut ids = attribute(html, "id");
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all, "{page}");
    });
}

#[test]
fn names_are_text_and_never_markup() {
    let html = render(&shell(Lang::Zh), list(8));
    assert!(
        html.contains("&lt;script>alert(1)&lt;/script>")
            || html.contains("&lt;script&gt;alert(1)&lt;/script&gt;")
    );
    assert!(!html.contains("<script>alert"));
}

#[test]
fn english_pages_say_nothing_in_chinese_but_names() {
    for page in [
        Page::Home,
        Page::About,
        Page::Privacy,
        Page::NotFound,
        Page::UnknownStation,
    ] {
        let html = render(&shell(Lang::En), page).replace("中文", "");
        let chinese = html.chars().find(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
        assert_eq!(chinese, None);
    }
}

#[test]
fn english_pages_keep_chinese_to_the_names_of_streets() {
    let mut desks = desk::examples::pages();
    desks.push(("overview", overview::page(overview::overview(3))));
    for (name, page) in requests::examples::pages().into_iter().chain(desks) {
        let mut html = render(&shell(Lang::En), page).replace("中文", "");
        for (opening, closing) in [
            (r#"<span lang="zh-CN">"#, "</span>"),
            (r#"lang="zh-CN"><option"#, "</optgroup>"),
        ] {
            while let Some((before, rest)) = html.split_once(opening) {
                let (_, after) = rest.split_once(closing).unwrap();
                html = [before, after].concat();
            }
        }
        let is_chinese = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
        let chinese: String = html.chars().filter(is_chinese).collect();
        assert_eq!(chinese, "", "{name}");
    }
}

#[test]
fn a_row_shows_the_light_the_sentence_and_the_minutes() {
    let html = render(&shell(Lang::Zh), list(8));
    for expected in [
        "找到 8 处",
        r##"class="window lit" aria-hidden="true"><use href="#lit">"##,
        r##"class="window half" aria-hidden="true"><use href="#half">"##,
        r##"class="window off" aria-hidden="true"><use href="#off">"##,
        r##"class="window unknown" aria-hidden="true"><use href="#unknown">"##,
        "亮着灯，走 6 分钟到，21:00 关门。",
        "亮着灯，走 9 分钟到，全天不关门。",
        "半年没人核实",
        "<b>6</b>",
        r#"aria-label="热饭""#,
    ] {
        assert!(html.contains(expected), "{expected} is missing");
    }
}

#[test]
fn when_nothing_fits_the_page_says_what_almost_does() {
    let html = render(&shell(Lang::Zh), nothing());
    for expected in [
        "没有完全合适的地方",
        "就差一样：时间对不上",
        "就差一样：要的东西没有写全",
        r#"class="chip" href="/stations?amenity=toilet">什么时间都行"#,
        r#"class="chip" href="/stations">不要求设施"#,
    ] {
        assert!(html.contains(expected), "{expected} is missing");
    }
}
