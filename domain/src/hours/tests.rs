//! What texts mean, and that nothing else is read.

use super::strategy::schedules;
use super::*;
use proptest::prelude::*;

/// Chinese, and what it means as `opening_hours`.
#[rustfmt::skip]
const CHINESE: &[(&str, &str)] = &[
    ("周一至周五 8:30-12:00、13:00-17:30；节假日休息", "Mo-Fr 08:30-12:00,13:00-17:30; PH off"),
    ("周一至周五 8:30-17:30", "Mo-Fr 08:30-17:30; PH unknown"),
    ("周一至周五8:30－17:30", "Mo-Fr 08:30-17:30; PH unknown"),
    ("周一到周五　８：３０～１７：３０", "Mo-Fr 08:30-17:30; PH unknown"),
    ("周一至周五：8:30—17:30。", "Mo-Fr 08:30-17:30; PH unknown"),
    ("开放时间：周一至周五 8:30–17:30", "Mo-Fr 08:30-17:30; PH unknown"),
    ("星期一至星期五 09:00-18:00", "Mo-Fr 09:00-18:00; PH unknown"),
    ("礼拜一到礼拜六 9点-18点", "Mo-Sa 09:00-18:00; PH unknown"),
    ("每周一至周日 9:00-21:00", "Mo-Su 09:00-21:00; PH unknown"),
    ("周一至五 9:00-17:00", "Mo-Fr 09:00-17:00; PH unknown"),
    ("周1至周5 9:00-17:00", "Mo-Fr 09:00-17:00; PH unknown"),
    ("周一、三、五 14:00-16:00", "Mo,We,Fr 14:00-16:00; PH unknown"),
    ("周一、周三、周五 14:00-16:00", "Mo,We,Fr 14:00-16:00; PH unknown"),
    ("周二四 14:00-16:00", "Tu,Th 14:00-16:00; PH unknown"),
    ("周六日 10:00-16:00", "Sa,Su 10:00-16:00; PH unknown"),
    ("星期天 10:00-16:00", "Su 10:00-16:00; PH unknown"),
    ("周日至周四 10:00-16:00", "Mo-Th,Su 10:00-16:00; PH unknown"),
    ("周五下午五点到八点", "Fr 17:00-20:00; PH unknown"),
    ("工作日 8:30-17:30", "Mo-Fr 08:30-17:30; PH off"),
    ("工作日9:00-12:00，13:30-17:30", "Mo-Fr 09:00-12:00,13:30-17:30; PH off"),
    ("工作日 9:00-18:00；周末 10:00-16:00", "Mo-Fr 09:00-18:00; Sa,Su 10:00-16:00; PH unknown"),
    ("工作日 9:00-18:00；双休日及节假日 10:00-16:00", "Mo-Fr 09:00-18:00; Sa,Su 10:00-16:00; PH 10:00-16:00"),
    ("每天 8:00-20:00", "Mo-Su 08:00-20:00"),
    ("每日8:00-20:00", "Mo-Su 08:00-20:00"),
    ("8:00-20:00，全年无休", "Mo-Su 08:00-20:00"),
    ("全年无休 8:00-20:00", "Mo-Su 08:00-20:00"),
    ("全年无休，周一至周日8:00-20:00", "Mo-Su 08:00-20:00"),
    ("每天（含节假日）8:00-20:00", "Mo-Su 08:00-20:00"),
    ("每天8:00-20:00，节假日休息", "Mo-Su 08:00-20:00; PH off"),
    ("每天8:00-20:00（法定节假日除外）", "Mo-Su 08:00-20:00; PH off"),
    ("每天，节假日除外，8:00-20:00", "Mo-Su 08:00-20:00; PH off"),
    ("周一至周五，节假日除外，8:30-17:30", "Mo-Fr 08:30-17:30; PH off"),
    ("24小时", "Mo-Su 00:00-24:00; PH unknown"),
    ("24h", "Mo-Su 00:00-24:00; PH unknown"),
    ("全天开放", "Mo-Su 00:00-24:00; PH unknown"),
    ("0:00-24:00", "Mo-Su 00:00-24:00; PH unknown"),
    ("00:00-23:59", "Mo-Su 00:00-24:00; PH unknown"),
    ("全天24小时对外开放", "Mo-Su 00:00-24:00; PH unknown"),
    ("每天24小时", "24/7"),
    ("全年无休，24小时", "24/7"),
    ("全年无休，每天24小时", "24/7"),
    ("7×24小时", "24/7"),
    ("24小时；节假日照常", "24/7"),
    ("8:30-17:30", "Mo-Su 08:30-17:30; PH unknown"),
    ("8:30-17:30（周一至周五）", "Mo-Fr 08:30-17:30; PH unknown"),
    ("8:30-17:30 周一至周五", "Mo-Fr 08:30-17:30; PH unknown"),
    ("8:30-17:30（周一至周五），9:00-12:00（周六）", "Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH unknown"),
    ("8:30-17:30，周六 9:00-12:00", "Mo-Fr,Su 08:30-17:30; Sa 09:00-12:00; PH unknown"),
    ("周一至周五 8:30-17:30，周六 9:00-12:00，周日休息", "Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH unknown"),
    ("周一至周五 8:30-17:30；周六日休息；节假日照常开放", "Mo-Fr 08:30-17:30"),
    ("9:00-17:00，周一闭馆", "Tu-Su 09:00-17:00; PH unknown"),
    ("9:00-17:00（周一闭馆，节假日除外）", "Tu-Su 09:00-17:00; PH off"),
    ("除周一外，每天9:00-17:00", "Tu-Su 09:00-17:00"),
    ("周二至周日，周一闭馆，9:00-17:00", "Tu-Su 09:00-17:00; PH unknown"),
    ("9:00-17:00，周末照常，节假日休息", "Mo-Su 09:00-17:00; PH off"),
    ("早8点到晚9点", "Mo-Su 08:00-21:00; PH unknown"),
    ("早上八点半至晚上十点", "Mo-Su 08:30-22:00; PH unknown"),
    ("早8-晚9", "Mo-Su 08:00-21:00; PH unknown"),
    ("8-17点", "Mo-Su 08:00-17:00; PH unknown"),
    ("8时30分至17时", "Mo-Su 08:30-17:00; PH unknown"),
    ("八点一刻到十二点", "Mo-Su 08:15-12:00; PH unknown"),
    ("上午8:30-12:00，下午1:30-5:30", "Mo-Su 08:30-12:00,13:30-17:30; PH unknown"),
    ("周一至周五 上午8:30-12:00 下午13:00-17:30", "Mo-Fr 08:30-12:00,13:00-17:30; PH unknown"),
    ("上午9:00至下午5:00", "Mo-Su 09:00-17:00; PH unknown"),
    ("中午11:30-13:30", "Mo-Su 11:30-13:30; PH unknown"),
    ("晚上8点至12点", "Mo-Su 20:00-24:00; PH unknown"),
    ("工作日 20:00-次日2:00", "Mo-Fr 20:00-02:00; PH off"),
    ("每天 18:00-凌晨2:00", "Mo-Su 18:00-02:00"),
    ("每天 22:00-6:00", "Mo-Su 22:00-06:00"),
    ("8:00-次日8:00", "Mo-Su 08:00-32:00; PH unknown"),
    ("8:00-0:00", "Mo-Su 08:00-24:00; PH unknown"),
    ("周一至周五 8:30-17:30（12:00-13:00午休）", "Mo-Fr 08:30-12:00,13:00-17:30; PH unknown"),
    ("周一至周五 8:30-17:30，午休：12:00-13:00", "Mo-Fr 08:30-12:00,13:00-17:30; PH unknown"),
    ("周一至周五 8:30-17:30，中午不休息", "Mo-Fr 08:30-17:30; PH unknown"),
    ("周一至周五 8:30-12:00；13:00-17:30", "Mo-Fr 08:30-12:00,13:00-17:30; PH unknown"),
    ("周一至周五 8:30-17:30；节假日 9:00-12:00", "Mo-Fr 08:30-17:30; PH 09:00-12:00"),
    ("周一至周五 8:30-17:30；节假日另行通知", "Mo-Fr 08:30-17:30; PH unknown"),
    ("周一至周五 8:30-17:30，周末、节假日休息", "Mo-Fr 08:30-17:30; PH off"),
    ("周一至周五 8:30-17:30，周末节假日休息", "Mo-Fr 08:30-17:30; PH off"),
    ("夏季(5月1日-9月30日)8:00-18:00；冬季(10月1日-次年4月30日)8:30-17:30",
     "May 01-Sep 30: Mo-Su 08:00-18:00; Oct 01-Apr 30: Mo-Su 08:30-17:30; PH unknown"),
    ("周一至周五 夏季（5.1-9.30）8:00-18:00，冬季（10.1-4.30）8:30-17:30；节假日休息",
     "May 01-Sep 30: Mo-Fr 08:00-18:00; Oct 01-Apr 30: Mo-Fr 08:30-17:30; PH off"),
    ("周一闭馆。5月至9月 9:00-18:00，10月至4月 9:00-17:00",
     "May 01-Sep 30: Tu-Su 09:00-18:00; Oct 01-Apr 30: Tu-Su 09:00-17:00; PH unknown"),
    ("5-9月（夏季）每天 8:00-20:00", "May 01-Sep 30: Mo-Su 08:00-20:00; Oct 01-Apr 30: unknown"),
    ("夏季(5月-9月)每天8:00-20:00；冬季(10月-4月)闭馆", "May 01-Sep 30: Mo-Su 08:00-20:00; Oct 01-Apr 30: off"),
    ("每天8:00-20:00；2026年10月1日休息", "Mo-Su 08:00-20:00; 2026 Oct 01 off"),
    ("每天8:00-20:00；2026年10月1日-3日 10:00-16:00", "Mo-Su 08:00-20:00; 2026 Oct 01-2026 Oct 03 10:00-16:00"),
    ("每天8:00-20:00；2026-11-20 休息", "Mo-Su 08:00-20:00; 2026 Nov 20 off"),
    ("暂停开放", "off"),
    ("暂停服务。", "off"),
];

/// What could be read in two ways, or says more than this program understands.
#[rustfmt::skip]
const UNREADABLE: &[&str] = &[
    "详询前台", "以现场公告为准", "周一至周五", "工作时间", "周一闭馆", "全年无休", "视天气而定",
    "夏季 8:00-18:00；冬季 8:30-17:30",
    "夏季(5月1日-9月30日) 9:00-18:00；冬季(10月1日-4月30日) 9:00-17:00；周一闭馆",
    "周一至周五 8:30-17:30；7月1日至8月31日闭馆",
    "8:30-12:00、1:30-5:30", "1:30-5:30", "8:30-5:30", "12:00-2:00", "上午9:00-5:00", "8:00-8:00",
    "周五五点到八点", "8:30-25:00", "8:60-9:00", "17:00", "8:30起", "8:30-12:00-17:00",
    "8:30-12:00、11:00-17:30", "13:00-17:30、8:30-12:00", "周一至周五 20:00-次日9:00、8:30-18:00",
    "周一至周八 8:30-17:30", "周一至周五 8:30-17:30；周五 8:30-12:00",
    "周一至周五 8:30-17:30，春节休息", "节假日顺延", "每月第一个周一休息，其余 9:00-17:00",
    "9:00-17:00，周一至周五，周六 9:00-12:00", "周一至周五、节假日除外 8:30-17:30",
    "全年无休，周一至周五 9:00-17:00", "周一至周五 8:30-12:00、13:00-17:30 中午不休",
    "10月1日休息，平时 9:00-17:00", "2026年2月30日休息；每天 9:00-17:00",
    "Mo-Fr 8:30-17:30 节假日休息", "9am-5pm", "8:30-日落", "8.30-11.30", "周一至周五 8:30-17:30 电话 12351",
    "周一至周三，周五闭馆，9:00-17:00", "每天 9:00-17:00 每天 18:00-20:00",
];

#[test]
fn reads_what_people_write_in_chinese() {
    check_meanings(CHINESE);
}

#[track_caller]
fn check_meanings(texts: &[(&str, &str)]) {
    let read = |text: &str| Hours::read(text).to_osm().unwrap_or_default();
    let meant = |(text, _): &(&str, &str)| format!("{text} => {}", read(text));
    let stated = |(text, osm): &(&str, &str)| format!("{text} => {osm}");
    let differ = texts.iter().filter(|text| meant(text) != stated(text));
    assert_eq!(differ.map(meant).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn leaves_alone_what_it_does_not_wholly_understand() {
    let unread = |text: &&&str| Hours::read(text) == Hours::Unread((**text).to_owned());
    let read: Vec<_> = UNREADABLE.iter().filter(|text| !unread(text)).collect();
    assert_eq!(read, Vec::<&&str>::new());
    let endless = "周一至周五 8:30-17:30；".repeat(1000);
    assert_eq!(Hours::read(&endless), Hours::Unread(endless));
}

#[test]
fn nothing_said_is_unstated() {
    for text in [
        "", " ", "　", "未知", " 不详 ", "待定", "-", "unknown", "N/A", "暂无",
    ] {
        assert_eq!(Hours::read(text), Hours::Unstated, "{text:?}");
    }
    assert_eq!(Hours::Unstated.to_osm(), None);
    assert_eq!(Hours::Unread("?".to_owned()).to_osm(), None);
}

/// `opening_hours` as people write it, and in our form; empty where it is not read.
#[rustfmt::skip]
const OSM: &[(&str, &str)] = &[
    ("Mo-Fr 08:30-12:00,13:00-17:30; Sa,Su off; PH off", "Mo-Fr 08:30-12:00,13:00-17:30; PH off"),
    ("mo-fr 8:30-17:30;", "Mo-Fr 08:30-17:30"),
    ("Mo-Fr 08:30-17:30; PH unknown", "Mo-Fr 08:30-17:30; PH unknown"),
    ("Mo-Fr 08:00-12:00; We 14:00-18:00", "Mo,Tu,Th,Fr 08:00-12:00; We 14:00-18:00"),
    ("Sa-Mo 08:00-12:00", "Mo,Sa,Su 08:00-12:00"),
    ("24/7", "24/7"),
    ("24/7; PH off", "Mo-Su 00:00-24:00; PH off"),
    ("Mo-Su,PH 00:00-24:00", "24/7"),
    ("Mo-Fr 08:00-17:00; Sa,PH 10:00-12:00", "Mo-Fr 08:00-17:00; Sa 10:00-12:00; PH 10:00-12:00"),
    ("PH off; Sa,Su off", "off; PH off"),
    ("08:00-20:00; PH off", ""),
    ("Mo-Su 08:00-20:00 closed", ""),
    ("Mo-Su 20:00-02:00", "Mo-Su 20:00-02:00"),
    ("Mo-Su 20:00-26:00", "Mo-Su 20:00-02:00"),
    ("Mo-Su 08:00-00:00", "Mo-Su 08:00-24:00"),
    ("Mo 08:00-08:00", ""),
    ("May-Sep 08:00-20:00", "May 01-Sep 30: Mo-Su 08:00-20:00; Oct 01-Apr 30: off"),
    ("Mo-Fr 09:00-17:00; Jul 01-Aug 31: Mo-Fr 09:00-15:00",
     "Jul 01-Aug 31: Mo-Fr 09:00-15:00; Sep 01-Jun 30: Mo-Fr 09:00-17:00"),
    ("Mo-Fr 09:00-17:00; Jul-Aug off", "Jul 01-Aug 31: off; Sep 01-Jun 30: Mo-Fr 09:00-17:00"),
    ("Mo-Fr 09:00-17:00; 2026 Nov 20 off", "Mo-Fr 09:00-17:00; 2026 Nov 20 off"),
    ("Mo-Fr 09:00-17:00; 2026 Nov 20-22 10:00-12:00", "Mo-Fr 09:00-17:00; 2026 Nov 20-2026 Nov 22 10:00-12:00"),
    ("off", "off"), ("closed", "off"),
    ("PH off; Mo-Fr 09:00-17:00", ""),
    ("2026 Nov 20 off; Mo-Fr 09:00-17:00", ""),
    ("Mo-Fr 08:00+", ""), ("Mo-Fr sunrise-sunset", ""), ("Mo-Fr", ""), ("Mo-Fr open", ""),
    ("Mo[1] 09:00-17:00", ""), ("SH off", ""), ("Mo-Fr 09:00-17:00 || \"ring\"", ""),
    ("week 1-53/2 Mo 09:00-17:00", ""), ("Mo-Fr unknown", ""), ("easter off", ""),
    ("2026 Feb 30 off; Mo-Fr 09:00-17:00", ""), ("Mo-Fr 09:00-49:00", ""), ("Mo-Su 20:00-10:00; Su 08:00-12:00", ""),
];

#[test]
fn reads_opening_hours() {
    check_meanings(OSM);
}

#[test]
fn night_and_day_filters() {
    #[track_caller]
    fn check(osm: &str, at_night: bool, around_the_clock: bool) {
        let hours = Hours::read(osm);
        assert_eq!(hours.is_open_at_night(), at_night, "{osm}");
        assert_eq!(hours.is_around_the_clock(), around_the_clock, "{osm}");
    }
    check("24/7", true, true);
    check("Mo-Su 00:00-24:00; PH off", true, true);
    check("Mo-Su 08:00-32:00", true, true);
    check("Mo-Su 22:00-06:00", true, false);
    check("Mo-Su 22:01-06:00", false, false);
    check("Mo-Su 22:00-05:59", false, false);
    check("Mo-Su 00:00-06:00,22:00-24:00", true, false);
    check("Mo-Fr 00:00-24:00", false, false);
    check(
        "May 01-Sep 30: Mo-Su 00:00-24:00; Oct 01-Apr 30: unknown",
        false,
        false,
    );
    check("未知", false, false);
}

#[test]
fn a_schedule_cannot_contradict_itself() {
    #[track_caller]
    fn check(seasons: &[(u8, u8, &str)], problem: Option<ScheduleError>) {
        let season = |(from, to, osm): &(u8, u8, &str)| {
            let hours = Hours::read(osm);
            let week = hours.schedule().unwrap().seasons()[0].week.clone();
            let (from, to) = (
                MonthDay::new(*from, 1).unwrap(),
                MonthDay::last_of(*to).unwrap(),
            );
            Season {
                span: Span::new(from, to),
                week,
            }
        };
        let seasons = seasons.iter().map(season).collect();
        let schedule = Schedule::new(seasons, HolidayRule::AsUsual, Default::default());
        assert_eq!(schedule.err(), problem);
    }
    check(&[], Some(ScheduleError::NoSeason));
    check(&[(1, 12, "24/7")], None);
    check(&[(1, 6, "24/7"), (7, 12, "24/7")], None);
    check(
        &[(1, 6, "24/7"), (6, 12, "24/7")],
        Some(ScheduleError::SeasonsOverlap),
    );
    check(
        &[(10, 2, "24/7"), (2, 3, "24/7")],
        Some(ScheduleError::SeasonsOverlap),
    );

    let day = |opens: u16, closes: u16| {
        let hour = |hours| hours * 60;
        Day::new([Interval {
            opens: hour(opens),
            closes: hour(closes),
        }])
        .unwrap()
    };
    let mut week = Week::default();
    (week[6], week[0]) = (day(20, 32), day(8, 9));
    assert!(!Season::all_year(week.clone()).contradicts_itself());
    week[0] = day(7, 9);
    let overlap = Schedule::new(
        vec![Season::all_year(week)],
        HolidayRule::Closed,
        Default::default(),
    );
    assert_eq!(overlap, Err(ScheduleError::NightMeetsMorning));
}

proptest! {
    #[test]
    fn what_it_writes_it_reads_back(schedule in schedules()) {
        let hours = Hours::Known(schedule);
        let osm = hours.to_osm().unwrap();
        prop_assert_eq!(Hours::read(&osm), hours, "{}", osm);
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        let _ = Hours::read(&text);
    }

    #[test]
    fn any_likely_text_is_read_without_a_panic_and_reads_back(
        text in "((周|一|五|六|日|至|、|，|；|每天|工作日|节假日|夏季|休息|除外|下午|晚|次日|点|半|月|年|[0-9]{1,4}|:|-|\\(|\\)|24小时|8:30-17:30| ){1,3}){0,8}",
        osm in "((Mo|Fr|PH|Jan|Dec|off|unknown|24/7|2026|[0-9]{1,3}|:|-|,|; | |08:30-17:30){1,3}){0,8}",
    ) {
        for text in [text, osm] {
            let hours = Hours::read(&text);
            if let Some(osm) = hours.to_osm() {
                prop_assert_eq!(Hours::read(&osm), hours, "{} {}", text, osm);
            }
        }
    }
}
