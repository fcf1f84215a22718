//! Every page as rendered, in both languages.

use super::*;
use crate::results::Results;
use crate::row::{Freshness, StationRow};
use crate::wording::sentence::Journey;
use domain::geo::Wgs84;
use domain::hours::Hours;
use domain::places::District;
use domain::search::{Filter, Search, Travel};
use domain::station::*;
use domain::status::{Reason, State, Status, Truth, week};
use station::StationPage;

/// Friday, 20 November 2026, 18:40 in Beijing.
fn now() -> BeijingTime {
    BeijingTime::from_rfc3339("2026-11-20T18:40:00+08:00").unwrap()
}

fn shell(lang: Lang) -> Shell {
    Shell {
        lang,
        large_print: false,
        address: "/stations?q=a&page=2".to_owned(),
        assets: Assets {
            css: "/assets/site.css".to_owned(),
            islands: "/assets/islands.js".to_owned(),
            client_js: "/assets/client.js".to_owned(),
            client_wasm: "/assets/client.wasm".to_owned(),
            icon: "/icon.svg".to_owned(),
        },
        snapshot: "0123456789abcdef".to_owned(),
        demonstration: true,
        now: now(),
    }
}

fn status(state: State, until: Option<i64>, reason: Reason) -> Status {
    let then = match (state, until) {
        (_, None) => Truth::Unknown,
        (State::Open | State::ClosingSoon, _) => Truth::Closed,
        _ => Truth::Open,
    };
    Status {
        state,
        until: until.map(|minutes| now().plus_minutes(minutes)),
        then,
        reason,
    }
}

fn row(
    id: u32,
    name: &str,
    now: Status,
    on_arrival: Status,
    minutes: u16,
    freshness: Freshness,
) -> StationRow {
    StationRow {
        id: StationId(id),
        name: name.to_owned(),
        kinds: KindSet::EMPTY.with(Kind::CaringStation),
        status: now,
        on_arrival,
        journey: Some(Journey {
            travel: Travel::Foot,
            minutes,
        }),
        amenities: [
            Amenity::HotMeal,
            Amenity::DrinkingWater,
            Amenity::Charging,
            Amenity::Toilet,
        ]
        .into_iter()
        .take(usize::try_from(id % 5).unwrap())
        .collect(),
        freshness,
    }
}

fn rows() -> Vec<StationRow> {
    let open = status(State::Open, Some(140), Reason::WeekdayHours);
    let soon = status(State::ClosingSoon, Some(20), Reason::WeekdayHours);
    let closed = status(State::Closed, Some(800), Reason::WeekdayHours);
    let opening = status(State::OpeningSoon, Some(20), Reason::WeekdayHours);
    let unknown = status(State::Unknown, None, Reason::HoursUnstated);
    let pause = status(State::TemporarilyClosed, None, Reason::TemporaryClosure);
    let all_day = status(State::Open, None, Reason::AllDay);
    vec![
        row(
            4,
            "东华门街道暖心驿站（示例）",
            open,
            open,
            6,
            Freshness::Fresh,
        ),
        row(
            8,
            "司机之家 · 机场东路",
            all_day,
            all_day,
            9,
            Freshness::Fresh,
        ),
        row(
            3,
            "王府井公共区域职工之家（示例）",
            soon,
            soon,
            11,
            Freshness::HalfYear,
        ),
        row(
            2,
            "朝阳门工会服务站（示例）",
            opening,
            open,
            24,
            Freshness::Fresh,
        ),
        row(
            9,
            "建国门暖心驿站（示例）",
            open,
            closed,
            150,
            Freshness::Year,
        ),
        row(
            11,
            "和平里暖心驿站（示例）",
            unknown,
            unknown,
            15,
            Freshness::Never,
        ),
        row(
            12,
            "景山暖心驿站（示例）",
            closed,
            closed,
            17,
            Freshness::Fresh,
        ),
        row(
            14,
            "<script>alert(1)</script>",
            pause,
            pause,
            19,
            Freshness::Fresh,
        ),
    ]
}

fn list(total: usize) -> Page {
    let search = Search {
        district: District::all().first().copied(),
        page: 2,
        ..Search::default()
    };
    Page::Stations(Results {
        search,
        total,
        rows: rows(),
        near_misses: Vec::new(),
    })
}

fn nothing() -> Page {
    let near_misses = rows()
        .into_iter()
        .zip([Filter::Open, Filter::Amenities, Filter::Open])
        .collect();
    let search = Search {
        amenities: AmenitySet::EMPTY.with(Amenity::Toilet),
        ..Search::default()
    };
    Page::Stations(Results {
        search,
        total: 0,
        rows: Vec::new(),
        near_misses,
    })
}

fn station(life: Life, hours: Hours) -> Page {
    let day = |offset: i64| now().plus_minutes(offset * 1440).date();
    Page::Station(Box::new(StationPage {
        station: Station {
            id: StationId(4),
            kinds: KindSet::EMPTY
                .with(Kind::CaringStation)
                .with(Kind::NursingRoom),
            district: District::all()[0],
            street: District::all()[0].streets().first().copied(),
            position: Wgs84::new(39.914_266, 116.403_988),
            hours: hours.clone(),
            amenities: Amenities::new(
                AmenitySet::from_bits(0b1_0101_1011),
                AmenitySet::from_bits(0b0010_0000),
            ),
            access: Access::Members,
            verified_on: Some(day(-220)),
            life,
            text: Text {
                name: "东华门街道暖心驿站（示例）".into(),
                address: "示例大街 1 号院 2 号楼一层".into(),
                show_at_door: "工会会员卡".into(),
                phone: "010-0000 0000".into(),
                verified_by: "东华门街道总工会".into(),
            },
        },
        status: status(State::Open, Some(140), Reason::MakeUpDay),
        week: week(&hours, day(0)),
        successor: matches!(life, Life::Closed { .. })
            .then(|| (StationId(9), "建国门暖心驿站".to_owned())),
        alternative: (life != Life::Active).then(|| rows().remove(1)),
    }))
}

/// Every page, named.
fn pages() -> Vec<(&'static str, Page)> {
    vec![
        ("home", Page::Home),
        ("stations", list(153)),
        ("nothing", nothing()),
        (
            "station",
            station(
                Life::Active,
                Hours::read("周一至周五 8:30-12:00、13:00-21:00；周六 10:00-16:00；节假日休息"),
            ),
        ),
        (
            "paused",
            station(
                Life::TemporarilyClosed {
                    from: None,
                    until: None,
                },
                Hours::Unread("看门口通知".to_owned()),
            ),
        ),
        (
            "gone",
            station(
                Life::Closed {
                    from: None,
                    successor: Some(StationId(9)),
                },
                Hours::Unstated,
            ),
        ),
        ("about", Page::About),
        ("privacy", Page::Privacy),
        ("not-found", Page::NotFound),
        ("unknown-station", Page::UnknownStation),
        ("bad-request", Page::Problem(lost::Problem::BadRequest)),
        ("broken", Page::Problem(lost::Problem::Broken)),
        ("busy", Page::Problem(lost::Problem::Busy)),
    ]
}

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
    const OURS: [&str; 9] = [
        "/",
        "/about",
        "/privacy",
        "/stations",
        "/icon.svg",
        "/assets/site.css",
        "/api/v1/stations.csv",
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
            let known = OURS.contains(&link) || OTHERS.iter().any(|start| link.starts_with(start));
            assert!(to_shape || to_station || known, "{page} leads to {link}");
        }
    });
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

#[test]
fn a_page_fits_its_budget() {
    // 14 kB in brotli; the long list, uncompressed, is measured by the build as well.
    let mut model = Results {
        search: Search::default(),
        total: 9_065,
        rows: Vec::new(),
        near_misses: Vec::new(),
    };
    while model.rows.len() < crate::results::PAGE_SIZE {
        model.rows.extend(rows());
    }
    let html = render(&shell(Lang::Zh), Page::Stations(model));
    assert!(html.len() < 48 * 1024, "{} bytes", html.len());
}

/// Writes every page to the folder `PREVIEW`, to be looked at.
#[test]
fn preview() {
    let Ok(folder) = std::env::var("PREVIEW") else {
        return;
    };
    for lang in Lang::ALL {
        for (name, page) in pages() {
            let html = render(&shell(lang), page);
            std::fs::write(format!("{folder}/{name}.{}.html", lang.code()), html).unwrap();
        }
    }
}
