//! Overviews as rendered.

use super::desk::examples::signed_in;
use super::examples::now;
use super::says;
use crate::document::Page;
use crate::overview::{Chosen, OverviewPage};
use crate::wording::Lang;
use domain::overview::{Age, Counted, Dimension, Overview, Quarter, Waited};
use domain::report::ReportKind;
use domain::staff::{Role, Staff, StaffId};
use domain::union::Desk;

/// What the city sees: `late` of forty were late.
pub(crate) fn overview(late: u32) -> OverviewPage {
    let counted = |(place, count): (usize, u32)| Counted {
        desk: Desk::City,
        dimension: Dimension::Timeliness,
        place,
        count,
    };
    let counted: Vec<_> = [40 - late, late]
        .into_iter()
        .enumerate()
        .map(counted)
        .collect();
    let staff = Staff {
        id: StaffId(7),
        role: Role::Supervisor,
        desk: Desk::City,
    };
    let quarter = Quarter::of(now());
    OverviewPage {
        who: signed_in(staff),
        quarter,
        quarters: quarter.and_before().take(3).collect(),
        place: Desk::City,
        now: now(),
        overview: Overview::new(&counted, quarter, Desk::City, Desk::City),
        ages: (0..).take(Age::ALL.len()).collect(),
        reports: vec![
            (ReportKind::ClosedNow, Waited::Day, 1),
            (ReportKind::Moved, Waited::Longer, 4),
        ],
        unreached: vec![Desk::City],
    }
}

pub(crate) fn page(model: OverviewPage) -> Page {
    Page::Overview(Box::new(model))
}

/// The chart of that dimension.
fn chart(html: &str, dimension: &str) -> String {
    let rest = html
        .split(&format!(r#"aria-labelledby="t-{dimension}"#))
        .nth(1);
    rest.unwrap().split("</section>").next().unwrap().to_owned()
}

#[test]
fn a_number_is_drawn_written_and_spoken_alike() {
    let html = says(
        Lang::Zh,
        page(overview(10)),
        &["<b>40</b> 件诉求", "连不上"],
    );
    let chart = chart(&html, "timeliness");
    assert!(chart.contains("按时：30；超期：10；"), "spoken");
    assert!(
        chart.contains(r#"<rect class="bar" x="1" y="4.2em" width="26%""#),
        "drawn"
    );
    assert!(
        chart.contains(r#"<th scope="row">超期</th><td>10</td>"#),
        "in the table"
    );
}

#[test]
fn what_is_kept_has_no_length_and_no_number() {
    let charts = [3, 4].map(|late| {
        let html = says(Lang::Zh, page(overview(late)), &[]);
        chart(&html, "timeliness")
    });
    assert_eq!(charts[0], charts[1]);
    assert!(charts[0].contains(r#"class="kept""#) && charts[0].contains("不单列"));
}

#[test]
fn open_reports_are_drawn_by_kind_and_age_however_few() {
    let html = says(Lang::Zh, page(overview(0)), &[]);
    let drawn = chart(&html, "reports");
    assert!(
        drawn.contains("刚才关着门，一天内：1；搬走了，一个月以上：4"),
        "{drawn}"
    );
    let none = OverviewPage {
        reports: Vec::new(),
        ..overview(0)
    };
    let html = says(Lang::En, page(none), &["None: all of them are dealt with."]);
    assert!(!html.contains("t-reports"));
}

#[test]
fn the_file_says_what_the_page_says() {
    let file = overview(3).csv(Lang::En);
    let lines: Vec<_> = file.lines().collect();
    assert_eq!(lines[0], "\u{FEFF}By,Which,Number");
    assert_eq!(lines[1], "All requests,Quarter 4 of 2026,40");
    assert!(lines.contains(&"Answered on time or late,Late,kept"));
    assert!(lines.contains(
        &"\"Open reports from workers, by kind and age\",\"moved away, for more than a month\",4"
    ));
    assert!(lines.contains(&"\"Out of reach, not in these numbers\",city,"));
}

#[test]
fn the_address_is_read_and_what_it_does_not_mean_is_dropped() {
    let chosen = Chosen::read("quarter=2026-3&place=110101&x=1");
    assert_eq!(chosen.quarter, Quarter::from_code("2026-3"));
    assert_eq!(chosen.place, Desk::from_code("110101"));
    assert_eq!(Chosen::read("quarter=2026-9&place=moon"), Chosen::default());
}
