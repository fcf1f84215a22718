//! A page of every sort, as somebody might see it.

use super::*;
use crate::pages::classes::ClassesPage;
use domain::class::ClassSearch;
use domain::crowding::Crowding;
use domain::demonstration;
use domain::report::SaidClosed;

/// Friday, 20 November 2026, 18:40 in Beijing.
pub(super) fn now() -> BeijingTime {
    BeijingTime::from_rfc3339("2026-11-20T18:40:00+08:00").unwrap()
}

pub(super) fn shell(lang: Lang) -> Shell {
    Shell {
        lang,
        large_print: false,
        address: "/stations?q=a&page=2".to_owned(),
        assets: Assets {
            css: "/assets/site.css".to_owned(),
            islands: "/assets/islands.js".to_owned(),
            places: client("places"),
            checker: client("checker"),
            requests: client("requests"),
            map: client("map"),
            pin: client("pin"),
            city_map: "/assets/city-map.js".to_owned(),
            offline: Some("/assets/offline.js".to_owned()),
        },
        snapshot: "0123456789abcdef".to_owned(),
        demonstration: true,
        now: now(),
        kept_at: None,
    }
}

/// The words of the first two districts: of one it is known what they weigh.
fn packs() -> Vec<offline::Pack> {
    let weights = [Some(12_345), None];
    let districts = District::all().iter().copied();
    let pack = |(district, bytes)| offline::Pack { district, bytes };
    districts.zip(weights).map(pack).collect()
}

fn client(name: &str) -> Module {
    Module {
        js: format!("/assets/{name}.js"),
        wasm: format!("/assets/{name}.wasm"),
    }
}

pub(super) fn status(state: State, until: Option<i64>, reason: Reason) -> Status {
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

pub(super) fn row(
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
        crowding: (id == 3).then_some(Crowding::Full),
    }
}

pub(super) fn rows() -> Vec<StationRow> {
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

pub(super) fn list(total: usize) -> Page {
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
        fragment: String::new(),
    })
}

pub(super) fn nothing() -> Page {
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
        fragment: String::new(),
    })
}

pub(super) fn station(life: Life, hours: Hours) -> Page {
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
        crowding: Some((Crowding::SomeRoom, now().plus_minutes(-20))),
        said_closed: (life == Life::Active).then(|| SaidClosed {
            people: 2,
            at: now().plus_minutes(-50),
        }),
    }))
}

/// Every page, named.
pub(super) fn pages() -> Vec<(&'static str, Page)> {
    let mut pages = super::requests::examples::pages();
    pages.extend(super::desk::examples::pages());
    pages.extend(super::staff::pages());
    pages.extend(super::audit::pages());
    pages.extend(super::maps::pages());
    pages.extend(super::reports::pages());
    pages.extend(of_the_site());
    pages
}

fn of_the_site() -> Vec<(&'static str, Page)> {
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
        ("services", Page::Services),
        ("service", offer("dispute-mediation")),
        ("service-contests", offer("contests")),
        ("benefit", offer("medical-mutual-aid")),
        ("benefit-over", offer("card-discount")),
        ("check", step(None, "")),
        (
            "check-set",
            step(None, "dropped=child_grade&membership=card"),
        ),
        (
            "check-unread",
            step(Some(Programme::MEDICAL_MUTUAL_AID), "asked=insured"),
        ),
        ("check-number", step(Some(Programme::HOLIDAY_CLASS), "")),
        ("results", step(None, EVERYTHING)),
        ("results-known", step(None, "membership=member&show=known")),
        (
            "result",
            step(
                Some(Programme::SKILL_CERTIFICATE),
                "achievements=certificate_2&membership=member",
            ),
        ),
        (
            "result-over",
            step(Some(Programme::EPIDEMIC_ACCIDENT_COVER), ""),
        ),
        ("rules", Page::Rules(Programme::JOINING)),
        ("rules-versions", Page::Rules(Programme::STARTUP_LOAN)),
        (
            "rules-over",
            Page::Rules(Programme::EPIDEMIC_ACCIDENT_COVER),
        ),
        ("classes", classes("", true)),
        ("classes-family", classes(FAMILY, true)),
        ("classes-nothing", classes("page=99&join=possible", true)),
        ("classes-none", no_classes()),
        ("about", Page::About),
        ("privacy", Page::Privacy),
        ("offline", Page::Offline(packs())),
        ("needs-network", Page::NeedsNetwork),
        ("not-found", Page::NotFound),
        ("unknown-station", Page::UnknownStation),
        ("bad-request", Page::Problem(lost::Problem::BadRequest)),
        ("not-allowed", Page::Problem(lost::Problem::NotAllowed)),
        ("broken", Page::Problem(lost::Problem::Broken)),
        ("busy", Page::Problem(lost::Problem::Busy)),
    ]
}

/// A migrant worker with a child in the third grade who has answered everything.
pub(super) const EVERYTHING: &str = "achievements=certificate_3&both_parents_work=yes\
    &child_grade=3&class_near=area&contest_trade=unknown&dues=yes&hardship=schooling&insured=yes\
    &managed=unknown&membership=member&show=known&start_business=yes&work=front_line&work=migrant";

pub(super) fn offer(id: &str) -> Page {
    Page::Service(service::Offer::from_id(id).unwrap())
}

pub(super) fn step(programme: Option<Programme>, query: &str) -> Page {
    Page::Check(Box::new(Check::read(programme, query, now().date())))
}

/// A pupil of the third grade whose parents both work, with a class of the area near.
pub(super) const FAMILY: &str = "both_parents_work=yes&child_grade=3&class_near=area";

pub(super) fn classes(query: &str, demonstration: bool) -> Page {
    let (search, problems) = ClassSearch::parse(query);
    assert_eq!(problems, []);
    Page::Classes(Box::new(ClassesPage {
        search,
        classes: demonstration::classes(now().date()),
        demonstration,
    }))
}

pub(super) fn no_classes() -> Page {
    Page::Classes(Box::new(ClassesPage {
        search: ClassSearch::default(),
        classes: Vec::new(),
        demonstration: false,
    }))
}
