//! Listings of classes: what people write, what is wrong with it, and what comes back.

use super::super::classes::{read, read_open_csv, write_csv};
use super::super::*;
use crate::class::{ClassId, Daily, Enrolment, Grades, HolidayClass, Mode, Period};
use crate::geo::Wgs84;
use crate::places::District;
use chrono::NaiveDate;
use proptest::prelude::*;

const EXAMPLE: &[u8] = include_bytes!("../../../examples/classes.csv");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn period(first: &str, last: &str) -> Period {
    Period::new(day(first), day(last)).unwrap()
}

/// Adds `header` and `cell` to a sound row: what is wrong with it, and the class, if it is loaded.
fn load(header: &str, cell: &str) -> (Vec<Reason>, Option<HolidayClass>) {
    let text = format!("主办,模式,区,{header}\n示例工会,合办,东城,{cell}\n");
    let (problems, classes) = match read(text.as_bytes(), Some(Datum::Wgs84)) {
        Ok(listing) => (listing.report.problems, listing.classes),
        Err(Failure::NothingLoaded(report)) => (report.problems, Vec::new()),
        Err(failure) => panic!("{failure:?}"),
    };
    let reasons = problems.into_iter().map(|problem| problem.reason).collect();
    (reasons, classes.into_iter().next())
}

#[track_caller]
fn wrong(header: &str, cell: &str, expected: &[Reason]) {
    let (reasons, class) = load(header, cell);
    assert_eq!(reasons, expected);
    assert_eq!(class.is_some(), !expected.iter().any(Reason::is_error));
}

#[track_caller]
fn sound(header: &str, cell: &str) -> HolidayClass {
    let (reasons, class) = load(header, cell);
    assert_eq!(reasons, []);
    class.unwrap()
}

#[test]
fn the_example_file_is_read_whole() {
    let listing = read(EXAMPLE, None).unwrap();
    assert_eq!((listing.report.rows, listing.report.loaded), (4, 4));
    assert_eq!(listing.report.problems, []);
    assert_eq!(listing.report.ignored_columns, [""; 0]);
    let by_host = |host: &str| {
        let mut classes = listing.classes.iter();
        classes.find(|class| class.host.contains(host)).unwrap()
    };
    let area = by_host("安定门");
    assert_eq!((area.mode, area.grades), (Mode::Area, Grades::new(1, 4)));
    assert_eq!(area.sessions, [period("2027-07-12", "2027-08-06")]);
    assert_eq!(area.daily, Daily::new(510, 1050));
    assert_eq!((area.places, area.fee_yuan), (Some(30), Some(0)));
    assert_eq!(area.verified_on, Some(day("2026-11-03")));
    assert!(area.position.is_some() && area.street.is_some());
    let employer = by_host("出行");
    assert_eq!(employer.mode, Mode::Employer);
    assert_eq!(employer.sessions.len(), 2);
    assert_eq!(employer.fee_yuan, Some(600));
    let enrolment = Enrolment::new(Some(day("2027-06-01")), Some(day("2027-06-20")));
    assert_eq!(Some(employer.enrolment), enrolment);
    let building = by_host("楼宇");
    assert_eq!(
        (building.mode, building.grades),
        (Mode::Area, Grades::new(3, 3))
    );
    assert_eq!((building.places, building.fee_yuan), (None, None));
    let joint = by_host("快递");
    assert_eq!(
        (joint.mode, joint.enrolment),
        (Mode::Joint, Enrolment::default())
    );
    assert!(joint.sessions.is_empty());
}

#[test]
fn what_people_write_is_understood() {
    assert_eq!(sound("年级", "三至六年级").grades, Grades::new(3, 6));
    assert_eq!(
        sound("年级（小学）", "小学１－６年级").grades,
        Grades::new(1, 6)
    );
    assert_eq!(sound("grade", "12").grades, Grades::new(12, 12));
    assert_eq!(
        sound("每日时间", "８：３０～１７：３０").daily,
        Daily::new(510, 1050)
    );
    assert_eq!(sound("费用", "１２００ 元").fee_yuan, Some(1200));
    assert_eq!(sound("费用", "不收费").fee_yuan, Some(0));
    assert_eq!(sound("费用", "未定").fee_yuan, None);
    let only = [period("2027-07-01", "2027-07-28")];
    assert_eq!(
        sound("开班日期,结束日期", "2027-7-1,20270728").sessions,
        only
    );
    assert_eq!(
        sound(
            "班期,开班日期,结束日期",
            "2027/7/1 到 2027/7/28,2027-07-01,2027-07-28"
        )
        .sessions,
        only
    );
    let both = [
        period("2027-07-01", "2027-07-02"),
        period("2027-08-01", "2027-08-02"),
    ];
    let cell = "2027-08-01—2027-08-02；2027-07-01至2027-07-02";
    assert_eq!(sound("班期", cell).sessions, both);
}

#[test]
fn what_is_wrong_is_said_and_never_guessed() {
    wrong("类型", "桑拿", &[Reason::SaidTwice]);
    wrong("年级", "学龄前", &[Reason::NotGrades]);
    wrong("年级", "0-3", &[Reason::NotGrades]);
    wrong("年级", "6-1", &[Reason::NotGrades]);
    wrong("年级", "1-17", &[Reason::NotGrades]);
    wrong("班期", "7月到8月", &[Reason::NotASession]);
    wrong("班期", "2027-07-01", &[Reason::NotASession]);
    wrong(
        "班期",
        "2027-07-02至2027-07-01",
        &[Reason::EndsBeforeItBegins],
    );
    wrong("开班日期", "2027-07-02", &[Reason::HalfASession]);
    wrong("结束日期", "2027-07-02", &[Reason::HalfASession]);
    wrong(
        "开班日期,结束日期",
        "2027-07-02,2027-07-01",
        &[Reason::EndsBeforeItBegins],
    );
    wrong("开班日期,结束日期", "七月,2027-07-01", &[Reason::NotADate]);
    wrong(
        "班期,开班日期,结束日期",
        "2027-07-01至2027-07-28,2027-07-01,2027-07-27",
        &[Reason::SaidTwice],
    );
    wrong("每日时间", "全天", &[Reason::DailyUnread]);
    wrong("每日时间", "17:30-8:30", &[Reason::DailyUnread]);
    wrong("每日时间", "8:60-17:30", &[Reason::DailyUnread]);
    wrong("报名开始", "下周", &[Reason::NotADate]);
    wrong(
        "报名开始,报名截止",
        "2027-06-02,2027-06-01",
        &[Reason::EndsBeforeItBegins],
    );
    wrong("名额", "0", &[Reason::NotANumber]);
    wrong("名额", "很多", &[Reason::NotANumber]);
    wrong("费用", "200元/周", &[Reason::FeeUnread]);
    wrong("费用", "1000001", &[Reason::FeeUnread]);
    wrong("核实日期", "去年", &[Reason::VerifiedWhen]);
    wrong("经度,纬度", "116.4,", &[Reason::HalfAPosition]);
    wrong("饮水", "有", &[]);
}

#[test]
fn a_row_needs_a_host_a_mode_and_a_district() {
    let file = "主办,模式,区\n,单位办,东城\n示例,上门,东城\n示例,单位办,东东\n示例,单位办,东城\n";
    let listing = read(file.as_bytes(), None).unwrap();
    let reasons: Vec<_> = listing
        .report
        .problems
        .into_iter()
        .map(|each| each.reason)
        .collect();
    let expected = [
        Reason::Missing(Column::Host),
        Reason::UnknownMode,
        Reason::UnknownDistrict,
    ];
    assert_eq!(reasons, expected);
    assert_eq!((listing.report.rejected, listing.classes.len()), (3, 1));
    assert_eq!(
        read("主办,地址\n甲,乙\n".as_bytes(), None),
        Err(Failure::MissingColumns(vec![
            Column::Mode,
            Column::District
        ]))
    );
}

#[test]
fn a_listing_of_stations_is_no_listing_of_classes() {
    let failure = read(include_bytes!("../../../examples/listing.csv"), None).unwrap_err();
    let Failure::NothingLoaded(report) = failure else {
        panic!("{failure:?}")
    };
    let unknown = |problem: &&Problem| problem.reason == Reason::UnknownMode;
    assert_eq!(report.problems.iter().filter(unknown).count(), report.rows);
}

fn words() -> impl Strategy<Value = String> {
    "[-=+@'\"，,;a-z0-9 示例工会]{0,12}".prop_map(|text| row::tidy(&text))
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..2_000_u64).prop_map(|days| day("2025-01-01") + chrono::Days::new(days))
}

fn sessions() -> impl Strategy<Value = Vec<Period>> {
    let session = (date(), date()).prop_map(|(a, b)| Period::new(a.min(b), a.max(b)).unwrap());
    proptest::collection::btree_set(session, 0..4).prop_map(|all| all.into_iter().collect())
}

prop_compose! {
    pub(in crate::listing) fn class()(
        (host, address, contact, verified_by) in (words(), words(), words(), words()),
        mode in 0..3_usize,
        (district, street) in (0..17_usize, proptest::option::of(any::<prop::sample::Index>())),
        position in proptest::option::of((39.4..41.1, 115.4..117.6)),
        grades in proptest::option::of((1..=16_u8, 1..=16_u8)),
        sessions in sessions(),
        daily in proptest::option::of((0..720_u16, 721..=1440_u16)),
        (opens, closes) in (proptest::option::of(date()), proptest::option::of(date())),
        (places, fee_yuan) in (proptest::option::of(1..1_000_u32), proptest::option::of(0..9_000_u32)),
        verified_on in proptest::option::of(date()),
    ) -> HolidayClass {
        let district = District::all()[district];
        HolidayClass {
            id: ClassId(0),
            host: format!("{host}会"),
            mode: Mode::ALL[mode],
            district,
            street: street.map(|index| *index.get(district.streets())),
            address,
            position: position.map(|(lat, lng)| Wgs84::new(lat, lng).unwrap().rounded(5)),
            grades: grades.and_then(|(a, b)| Grades::new(a.min(b), a.max(b))),
            sessions,
            daily: daily.and_then(|(from, until)| Daily::new(from, until)),
            enrolment: Enrolment::new(opens, closes).unwrap_or_default(),
            places,
            fee_yuan,
            contact,
            verified_on,
            verified_by,
        }
    }
}

proptest! {
    #[test]
    fn csv_gives_back_what_was_written(classes in proptest::collection::vec(class(), 1..6)) {
        let mut classes = classes;
        for (class, id) in classes.iter_mut().zip(1..) {
            class.id = ClassId(id);
        }
        let file = write_csv(&classes);
        let listing = read(file.as_bytes(), None).unwrap();
        prop_assert_eq!(read_open_csv(file.as_bytes()), Ok(listing.clone()));
        prop_assert_eq!(listing.classes, classes);
    }

    #[test]
    fn arbitrary_cells_do_no_harm(cells in proptest::collection::vec("\\PC{0,12}", 23)) {
        let columns = Subject::Classes.columns().iter();
        let header: Vec<_> = columns.map(|column| column.help().code).collect();
        let file = format!("{}\n{}\n", header.join(","), cells.join(","));
        let _ = read(file.as_bytes(), None);
    }
}
