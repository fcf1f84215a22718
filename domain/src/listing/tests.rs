//! Listings as people keep them, broken ones, and what this site writes itself.

pub(super) mod classes;
pub(super) mod properties;

use super::*;
use crate::geo::Wgs84;
use crate::places::District;
use crate::station::{Access, Amenity, Kind, Life, Presence};
use chrono::NaiveDate;

const EXAMPLE: &[u8] = include_bytes!("../../examples/listing.csv");

fn load(text: &str) -> Listing {
    read(text.as_bytes(), Some(Datum::Wgs84)).unwrap()
}

/// Adds `header` and `cell` to a sound row and says what is wrong with it.
#[track_caller]
fn check(header: &str, cell: &str, expected: &[Reason]) {
    let (column, stated) = match header.contains('区') {
        true => ("", ""),
        false => ("区,", "东城,"),
    };
    let text = format!("名称,类型,{column}{header}\n示例,暖心驿站,{stated}{cell}\n");
    let (problems, stations) = match read(text.as_bytes(), Some(Datum::Wgs84)) {
        Ok(listing) => (listing.report.problems, listing.stations),
        Err(Failure::NothingLoaded(report)) => (report.problems, Vec::new()),
        Err(failure) => panic!("{failure:?}"),
    };
    let reasons: Vec<_> = (problems.iter())
        .map(|problem| problem.reason.clone())
        .collect();
    assert_eq!(reasons, expected);
    let loaded = stations.iter().any(|station| station.text.name == "示例");
    assert_eq!(loaded, !expected.iter().any(Reason::is_error));
}

#[track_caller]
fn check_failure(text: &str, expected: Failure) {
    assert_eq!(read(text.as_bytes(), None), Err(expected));
}

fn district(code: u32) -> District {
    District::from_code(code).unwrap()
}

#[test]
fn the_example_file_is_read_whole() {
    let listing = read(EXAMPLE, None).unwrap();
    let report = &listing.report;
    assert_eq!((report.rows, report.loaded, report.rejected), (8, 8, 0));
    assert_eq!(report.ignored_columns, [""; 0]);
    let odd = |problem: &&Problem| problem.reason != Reason::HoursUnread;
    assert_eq!(report.problems.iter().find(odd), None);

    let by_name = |name: &str| {
        let named = |station: &&Station| station.text.name.contains(name);
        listing.stations.iter().find(named).unwrap()
    };
    let first = by_name("安定门");
    assert_eq!(first.street.unwrap().code(), 110101004);
    assert_eq!(first.amenities.of(Amenity::HotMeal), Presence::Present);
    assert_eq!(first.amenities.of(Amenity::StepFree), Presence::Absent);
    assert_eq!(first.amenities.of(Amenity::Books), Presence::Unknown);
    assert_eq!(first.verified_on, NaiveDate::from_ymd_opt(2026, 11, 3));
    assert_eq!(first.access, Access::Public);
    let gcj: crate::geo::Gcj02 = first.position.unwrap().into();
    assert!((gcj.lng() - 116.41143).abs() < 1e-5 && (gcj.lat() - 39.95031).abs() < 1e-5);

    assert!(by_name("和平里").kinds.contains(Kind::Library));
    assert_eq!(by_name("经开区").district, District::DEVELOPMENT_AREA);
    assert!(matches!(
        by_name("三里屯").life,
        Life::TemporarilyClosed { until: Some(_), .. }
    ));
    let successor = Some(by_name("永顺地区暖心驿站第1站").id);
    assert_eq!(
        by_name("第2站").life,
        Life::Closed {
            from: None,
            successor
        }
    );
}

#[test]
fn the_same_rows_in_another_order_get_the_same_ids() {
    let lines: Vec<&str> = std::str::from_utf8(EXAMPLE).unwrap().lines().collect();
    let mut turned = lines.clone();
    turned[2..].reverse();
    let ids = |lines: &[&str]| load(&lines.join("\n")).stations;
    assert_eq!(ids(&lines), ids(&turned));
}

#[test]
fn given_ids_stay_and_others_follow_the_largest() {
    let listing =
        load("id,name,kinds,district\n,B,library,东城\n７,C,library,东城\n,A,library,东城\n");
    let ids: Vec<_> = listing
        .stations
        .iter()
        .map(|s| (s.id.0, s.text.name.as_str()))
        .collect();
    assert_eq!(ids, [(7, "C"), (8, "A"), (9, "B")]);
}

#[test]
fn spreadsheets_save_utf16_with_tabs() {
    let text = "\u{FEFF}名称\t类型\t区\n示例\t驿站\t东城\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&bytes, None).unwrap().stations.len(), 1);
}

#[test]
fn lines_are_counted_over_blank_lines_and_line_breaks_in_cells() {
    let file = "标题\n\n名称,类型,区,地址\r\n\r\n\"甲\n乙\",驿站,东城,\n,,,\n,驿站,东城,\n";
    let problems = load(file).report.problems;
    let expected = Problem {
        at: Where::Line(8),
        column: String::new(),
        value: String::new(),
        reason: Reason::Missing(Column::Name),
    };
    assert_eq!(problems, [expected]);
}

#[test]
fn words_that_are_not_known_are_reported() {
    check("设施", "热饭、桑拿、wifi", &[Reason::UnknownAmenity]);
    check("热饭", "√", &[]);
    check("热饭", "也许", &[Reason::NeitherYesNorNo]);
    check("开放对象", "看情况", &[Reason::UnknownAccess]);
    check("核实日期", "去年", &[Reason::VerifiedWhen]);
    check("核实日期", "２０２６年１１月３日", &[]);
    check("核实日期", "2026/11/3 0:00:00", &[]);
    check("核实日期", "2026-02-30", &[Reason::VerifiedWhen]);
    check("状态", "装修", &[Reason::UnknownStatus]);
    check("kind", "桑拿", &[Reason::SaidTwice]);
    check("接替", "9", &[Reason::NotClosed]);
    check("状态,接替", "已关闭,无此站", &[Reason::UnknownSuccessor]);
    check(
        "状态,暂停起,暂停止",
        "暂停,2026-11-05,2026-11-04",
        &[Reason::EndsBeforeItBegins],
    );
    check("状态,关闭日期", "已关闭,明天", &[Reason::NotADate]);
    check("id", "0", &[Reason::NotAnId]);
    check("备注", "随便", &[]);
}

#[test]
fn districts_and_streets_must_agree() {
    check("区", "东城", &[]);
    check("区", "110101", &[]);
    check("区", "Dongcheng District", &[]);
    check("区", "东城西城", &[Reason::UnknownDistrict]);
    check("区", "", &[Reason::Missing(Column::District)]);
    check("区,街道", ",安定门街道", &[]);
    check("区,街道", ",八里庄街道", &[Reason::AmbiguousStreet]);
    check("区,街道", "海淀,八里庄", &[]);
    check("区,街道", "东城,110101004", &[]);
    check("区,街道", "东城,没有街道", &[Reason::UnknownStreet]);
    check(
        "区,街道",
        "东城,月坛街道",
        &[Reason::StreetElsewhere(district(110102))],
    );
    check(
        "区,街道",
        "东城,110102007",
        &[Reason::StreetElsewhere(district(110102))],
    );
}

#[test]
fn coordinates_are_checked_and_never_corrected() {
    check("经度,纬度", "116.410,39.914", &[]);
    check("经度,纬度", "１１６．４１０°,39.914", &[]);
    check("坐标", "\"116.410，39.914\"", &[]);
    check("坐标", "\"39.914,116.410\"", &[Reason::Swapped]);
    check("坐标", "116.410", &[Reason::NotDegrees]);
    check("经度,纬度", "39.914,116.410", &[Reason::Swapped]);
    check("经度,纬度", "121.47,31.23", &[Reason::OutsideBeijing]);
    check("经度,纬度", "东经,39.9", &[Reason::NotDegrees]);
    check("经度,纬度", "NaN,39.9", &[Reason::NotDegrees]);
    check("经度,纬度", "116.4,", &[Reason::HalfAPosition]);
    check(
        "经度,纬度,坐标系",
        "116.41,39.914,月球",
        &[Reason::UnknownDatum],
    );
    check(
        "经度,纬度",
        "116.31,39.983",
        &[Reason::PointElsewhere(Some(district(110108)))],
    );
    check("经度,纬度", "115.45,41.05", &[Reason::PointElsewhere(None)]);
}

#[test]
fn every_problem_of_a_row_is_reported_at_once() {
    check(
        "经度,纬度,状态,设施",
        "39.9,116.4,装修,桑拿",
        &[
            Reason::Swapped,
            Reason::UnknownStatus,
            Reason::UnknownAmenity,
        ],
    );
    check(
        "区,街道,id",
        "东东,没有,x",
        &[
            Reason::UnknownDistrict,
            Reason::UnknownStreet,
            Reason::NotAnId,
        ],
    );
}

#[test]
fn the_later_of_two_rows_with_the_same_mark_is_left_out() {
    let listing = load("编号,名称,类型,区\nA,甲,驿站,东城\nA,乙,驿站,东城\n");
    assert_eq!(listing.stations.len(), 1);
    let [problem] = &listing.report.problems[..] else {
        panic!()
    };
    assert_eq!(
        problem.reason,
        Reason::Repeated {
            first: Where::Line(2)
        }
    );
    assert_eq!(
        problem.sentence().en,
        "line 3 ref \"A\": the same as on line 2"
    );
    assert_eq!(problem.sentence().zh, "第 3 行 ref “A”：与第 2 行重复");
    assert_eq!(
        listing.report.sentence().en,
        "2 rows: 1 loaded (0 of them with warnings), 1 left out."
    );
}

#[test]
fn cells_too_many_or_too_long_leave_the_row_out() {
    check("地址", "甲,乙", &[Reason::ExtraCell]);
    check("地址", &"长".repeat(MAX_CELL_CHARS), &[]);
    check(
        "地址",
        &"长".repeat(MAX_CELL_CHARS + 1),
        &[Reason::CellTooLong],
    );
}

#[test]
fn a_file_that_cannot_be_a_listing_is_refused_with_the_remedy() {
    check_failure("", Failure::NoHeader);
    check_failure("你好\n世界\n", Failure::NoHeader);
    check_failure(
        "名称,地址\n",
        Failure::MissingColumns(vec![Column::Kinds, Column::District]),
    );
    check_failure(
        "名称,类型,区,经度,纬度\n甲,驿站,东城,116.4,39.9\n",
        Failure::NoDatum,
    );
    check_failure(
        &("名称,类型,区".to_owned() + &",x".repeat(198)),
        Failure::TooManyColumns { columns: 201 },
    );
    check_failure("{", Failure::NotJson { line: 1, column: 1 });
    check_failure("{\"type\":\"Feature\"}", Failure::NotAFeatureCollection);
    let empty = Report::default();
    check_failure(
        "{\"type\":\"FeatureCollection\",\"features\":[]}",
        Failure::NothingLoaded(empty.clone()),
    );
    check_failure("名称,类型,区\n", Failure::NothingLoaded(empty));
}

#[test]
fn a_header_of_ten_megabytes_is_refused_at_once() {
    let bytes = 10 << 20;
    let at = Where::Line(1);
    check_failure(&",".repeat(bytes), Failure::TooLong { at, bytes });
    check_failure(
        &"名".repeat(bytes / 3),
        Failure::TooLong {
            at,
            bytes: bytes / 3 * 3,
        },
    );
}

#[test]
fn a_file_larger_than_the_bound_is_not_looked_at() {
    let bytes = vec![b','; MAX_BYTES + 1];
    assert_eq!(
        read(&bytes, None),
        Err(Failure::TooLarge { bytes: bytes.len() })
    );
}

#[test]
fn a_listing_of_nothing_but_errors_loads_nothing() {
    let Err(failure) = read("名称,类型,区\n甲,桑拿,东城\n,驿站,东城\n".as_bytes(), None)
    else {
        panic!("nothing can be loaded")
    };
    assert_eq!(
        failure.sentence().en,
        "All 2 rows have errors; nothing was loaded."
    );
    let Failure::NothingLoaded(report) = failure else {
        panic!("{failure:?}")
    };
    assert_eq!(
        (report.rows, report.rejected, report.problems.len()),
        (2, 2, 2)
    );
}

#[test]
fn geojson_names_its_features_and_knows_its_datum() {
    let listing = read(
        r#"{"type":"FeatureCollection","features":[
            {"type":"Feature","geometry":{"type":"Point","coordinates":[116.41,39.914]},
             "properties":{"名称":"甲","类型":["驿站"],"区":"东城","饮水":true,"备注":1}},
            {"type":"Feature","geometry":{"type":"LineString","coordinates":[]},
             "properties":{"name":"乙","kinds":"library","district":110101}},
            7
        ]}"#
        .as_bytes(),
        None,
    )
    .unwrap();
    assert_eq!(listing.stations[0].position, Wgs84::new(39.914, 116.41));
    assert_eq!(
        listing.stations[0].amenities.of(Amenity::DrinkingWater),
        Presence::Present
    );
    assert_eq!(listing.report.ignored_columns, ["备注"]);
    let reasons: Vec<_> = listing
        .report
        .problems
        .iter()
        .map(|p| (p.at, &p.reason))
        .collect();
    assert!(
        reasons.contains(&(Where::Feature(2), &Reason::NotAPoint)),
        "{reasons:?}"
    );
    assert!(
        reasons.contains(&(Where::Feature(3), &Reason::NotAFeature)),
        "{reasons:?}"
    );
}

#[test]
fn no_cell_is_written_that_a_spreadsheet_would_run() {
    let mut station = load("名称,类型,区\n=1+1,驿站,东城\n").stations.remove(0);
    station.text.phone = "+86 10".to_owned();
    let file = write_csv(std::slice::from_ref(&station));
    assert!(
        file.contains(",'=1+1,") && file.contains(",'+86 10,"),
        "{file}"
    );
    assert_eq!(load(&file).stations, [station]);
}

#[test]
fn the_columns_make_a_table() {
    let table = Subject::Stations.columns_markdown();
    assert_eq!(table.lines().count(), Subject::Stations.columns().len() + 2);
    assert!(table.contains("| `lat` | 纬度 · latitude · y | Degrees north |"));
}
