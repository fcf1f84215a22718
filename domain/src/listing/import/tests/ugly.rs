//! Files as they come from offices: each with the plan that it must give.

use super::workbook::{parts, rows, workbook, zip};
use super::*;
use encoding_rs::GB18030;

const HEADER: [&str; 6] = ["名称", "类型", "区", "街道", "地址", "电话"];
const ONE: [&str; 6] = [
    "甲1",
    "暖心驿站",
    "东城区",
    "安定门街道",
    "1号",
    "13800130001",
];

/// A workbook with the columns of `ONE`, and one more row.
fn with(header: &[&str], row: &[&str]) -> Vec<u8> {
    workbook(&rows(&[header, row]))
}

#[track_caller]
fn check(file: &[u8], expected: &str) {
    assert_eq!(told(file, held()), expected);
}

/// The row `ONE` with other cells in some columns, and columns more.
#[track_caller]
fn check_row(changes: &[(&str, &str)], expected: &str) {
    let (mut header, mut row) = (HEADER.to_vec(), ONE.to_vec());
    for (name, cell) in changes {
        match header.iter().position(|known| known == name) {
            Some(place) => row[place] = cell,
            None => {
                header.push(name);
                row.push(cell);
            }
        }
    }
    check(&with(&header, &row), expected);
}

fn csv_text() -> String {
    format!("{}\n{}\n", HEADER.join(","), ONE.join(","))
}

#[test]
fn every_encoding_of_csv() {
    let text = csv_text();
    let utf16 = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{FEFF}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(unit)
            .collect()
    };
    check(text.as_bytes(), "1 unchanged");
    check(format!("\u{FEFF}{text}").as_bytes(), "1 unchanged");
    check(&utf16(u16::to_le_bytes), "1 unchanged");
    check(&utf16(u16::to_be_bytes), "1 unchanged");
    check(&GB18030.encode(&text).0, "1 unchanged");
    check(text.replace(',', "\t").as_bytes(), "1 unchanged");
    check(text.replace(',', ";").as_bytes(), "1 unchanged");
    check(text.replace('\n', "\r\n").as_bytes(), "1 unchanged");
}

#[test]
fn cells_of_every_kind() {
    check_row(&[], "1 unchanged");
    check_row(&[("类型", r#"<c t="s"><v>0</v></c>"#)], "1 unchanged");
    check_row(&[("区", r#"<c t="s"><v>1</v></c>"#)], "1 unchanged");
    check_row(&[("电话", "<c><v>13800130001</v></c>")], "1 unchanged");
    check_row(&[("电话", "<c><v>1.3800130001E10</v></c>")], "1 unchanged");
    check_row(&[("区", "<c><v>110101</v></c>")], "1 unchanged");
    check_row(&[("id", "<c><v>1.0</v></c>")], "1 unchanged");
    check_row(&[("id", "０００１")], "1 unchanged");
    check_row(&[("电话", "１３８００１３０００１")], "1 unchanged");
    check_row(&[("饮水", r#"<c t="b"><v>1</v></c>"#)], "1 changed");
    check_row(&[("地址", r#"<c t="str"><v>1号</v></c>"#)], "1 unchanged");
    check_row(&[("名称", "甲1_x000D_\n")], "1 unchanged");
    check_row(&[("备注", "<c><v>7</v></c>")], "1 unchanged");
}

#[test]
fn days_of_every_kind() {
    let day = |cell: &str| {
        let row = [&ONE[..], &[cell]].concat();
        let file = with(&[&HEADER[..], &["核实日期"]].concat(), &row);
        let (rows, _) = plan(table(&file), editor("city"), held()).unwrap();
        match &rows[0].row {
            Row::Changed { after, .. } => after.verified_on.map(|day| day.to_string()),
            other => panic!("{other:?}: {:?}", rows[0].problems),
        }
    };
    for cell in [
        r#"<c s="1"><v>46329</v></c>"#,
        r#"<c s="2"><v>46329.5</v></c>"#,
        "<c><v>46329</v></c>",
        "<c t=\"d\"><v>2026-11-03T00:00:00</v></c>",
        "2026年11月3日",
        "2026/11/3",
        "２０２６．１１．３",
        "20261103",
    ] {
        assert_eq!(day(cell).as_deref(), Some("2026-11-03"), "{cell}");
    }
}

#[test]
fn days_counted_from_1904() {
    let sheet = rows(&[
        &[&HEADER[..], &["核实日期"]].concat(),
        &[&ONE[..], &[r#"<c s="1"><v>44867</v></c>"#]].concat(),
    ]);
    let mut parts = parts(&[("Sheet1", &sheet)]);
    let workbook = String::from_utf8(parts[1].1.clone()).unwrap();
    parts[1].1 = workbook
        .replace("<workbookPr/>", r#"<workbookPr date1904="1"/>"#)
        .into();
    let (rows, _) = plan(table(&zip(&parts)), editor("city"), held()).unwrap();
    let Row::Changed { after, .. } = &rows[0].row else {
        panic!()
    };
    assert_eq!(after.verified_on.unwrap().to_string(), "2026-11-03");
}

#[test]
fn titles_headers_and_merged_cells() {
    let title = ["东城区暖心驿站名称一览表"];
    let merged = |inside: String, areas: &str| {
        workbook(&format!("{inside}<mergeCells>{areas}</mergeCells>"))
    };
    let titled = rows(&[&title, &["填报单位：", "安定门"], &HEADER, &ONE]);
    check(
        &merged(titled, r#"<mergeCell ref="A1:F1"/>"#),
        "1 unchanged",
    );
    // One cell for the district and the street of several rows.
    let second = ["甲2", "暖心驿站", "", "", "2号", "13800130002"];
    let down = rows(&[&HEADER, &ONE, &second]);
    let areas = r#"<mergeCell ref="C2:C3"/><mergeCell ref="D2:D3"/>"#;
    check(&merged(down, areas), "2 unchanged");
    // A header of two rows.
    let upper = ["名称", "类型", "区", "位置", "", "电话"];
    let lower = ["", "", "", "街道", "地址", ""];
    let two = rows(&[&upper, &lower, &ONE]);
    let areas = ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"];
    let areas: String = areas
        .map(|area| format!(r#"<mergeCell ref="{area}"/>"#))
        .concat();
    check(&merged(two, &areas), "1 unchanged");
    // The header again at the top of every printed page.
    check(&workbook(&rows(&[&HEADER, &ONE, &HEADER])), "1 unchanged");
    check_row(&[("站点名称（必填）", "")], "1 unchanged");
}

#[test]
fn sheets_to_choose_from() {
    let (good, notes) = (rows(&[&HEADER, &ONE]), rows(&[&["说明"], &["请先看这里"]]));
    check(
        &zip(&parts(&[("说明", &notes), ("清单", &good)])),
        "1 unchanged",
    );
    check(
        &zip(&parts(&[("!旧", &good), ("清单", &good)])),
        "1 unchanged",
    );
    let two = zip(&parts(&[("东城", &good), ("西城", &good)]));
    check(&two, "sheets 东城|西城");
    let chosen = table::open(&two, Subject::Stations, Some("西城"));
    assert!(matches!(chosen, Ok(Opened::Table(_))));
    let none = table::open(&two, Subject::Stations, Some("南城"));
    assert_eq!(format!("{:?}", none.unwrap_err()), "Workbook(NoSuchSheet)");
    check(&zip(&parts(&[("说明", &notes)])), "NoHeader");
    check(
        &workbook(&rows(&[&["名称", "地址"]])),
        "MissingColumns([Kinds, District])",
    );
}

#[test]
fn formulas_are_never_run() {
    let warned = "row 2 地址 \"1号\": a formula; the value saved with it is taken: please check";
    let with_value = r#"<c t="str"><f>"1"&amp;"号"</f><v>1号</v></c>"#;
    check_row(&[("地址", with_value)], &format!("1 unchanged; {warned}"));
    let bare = "row 2 地址 \"=WEBSERVICE(&quot;x&quot;)\": a formula saved without its value: put the value there";
    check_row(
        &[("地址", "<c><f>WEBSERVICE(\"x\")</f></c>")],
        &format!("1 wrong; {}", bare.replace("&quot;", "\"")),
    );
    check_row(
        &[("地址", r#"<c t="e"><f>A1/0</f><v>#DIV/0!</v></c>"#)],
        "1 wrong; row 2 地址 \"#DIV/0!\": a formula failed there: it has no value",
    );
}

#[test]
fn rows_that_are_wrong_are_told_by_cell() {
    check_row(
        &[("区", "东东")],
        "1 wrong; row 2 区 \"东东\": no district is called that",
    );
    check_row(
        &[("id", "99")],
        "1 wrong; row 2: nothing has that id: leave it blank for a new one",
    );
    check_row(
        &[("id", "x")],
        "1 wrong; row 2 id \"x\": an id is a whole number from 1 to 999999999",
    );
    check(
        &workbook(&rows(&[&HEADER, &ONE, &ONE])),
        "1 unchanged; 1 wrong; row 3: the same as on row 2",
    );
    let new = ["乙", "暖心驿站", "东城区", "安定门街道", "1号", ""];
    check(
        &workbook(&rows(&[&HEADER, &new, &new])),
        "1 new; 1 wrong; row 3: the same as on row 2",
    );
    let coordinates = |lat, lng| [("纬度", lat), ("经度", lng), ("坐标系", "GPS")];
    check_row(
        &coordinates("116.4", "39.9"),
        "1 wrong; row 2 纬度 \"116.4\": latitude and longitude are swapped",
    );
    check_row(&[("纬度", "39.9"), ("经度", "116.4")], "NoDatum");
    check_row(
        &coordinates("三十九", "116.4"),
        "1 wrong; row 2 纬度 \"三十九\": not a number of degrees",
    );
}

#[test]
fn each_row_may_have_a_datum_of_its_own() {
    let header = [&HEADER[..], &["纬度", "经度", "坐标系"]].concat();
    let row = |datum: &'static str| [&ONE[..], &["39.931", "116.402", datum]].concat();
    let mut second = row("高德");
    second[0] = "甲2";
    let mut third = row("mars");
    third[0] = "甲3";
    check(
        &workbook(&rows(&[&header, &row("GPS"), &second, &third])),
        "1 changed; 1 unchanged; 1 wrong; row 4 坐标系 \"mars\": the datum is WGS-84, GCJ-02 or BD-09",
    );
}

#[test]
fn a_shifted_column_and_swapped_axes_are_noticed() {
    let shifted = ["甲", "东城区", "安定门街道", "1号", "13800130001", ""];
    let mut all: Vec<&[&str]> = vec![&HEADER];
    all.extend([&shifted[..]; 6]);
    let told = told(&workbook(&rows(&all)), held());
    assert!(
        told.ends_with("Shifted { columns: [\"区\", \"类型\"], rows: 6, of: 6 }")
            || told.ends_with("Shifted { columns: [\"区\", \"类型\", \"街道\"], rows: 6, of: 6 }"),
        "{told}"
    );
    let header = [&HEADER[..], &["纬度", "经度", "坐标系"]].concat();
    let swapped = [&ONE[..], &["116.4", "39.9", "GPS"]].concat();
    let mut all: Vec<&[&str]> = vec![&header];
    all.extend([&swapped[..]; 6]);
    let told = super::told(&workbook(&rows(&all)), held());
    assert!(told.ends_with("Swapped { rows: 6, of: 6 }"), "{told}");
}

#[test]
fn twenty_thousand_rows() {
    let row = |n: usize| format!("新{n},暖心驿站,东城区,安定门街道,{n}号,\n");
    let csv: String = std::iter::once(HEADER.join(",") + "\n")
        .chain((0..20_000).map(row))
        .collect();
    check(csv.as_bytes(), "20000 new");
    let cell = |column: char, row: usize, text: &str| {
        format!(r#"<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let row = |n: usize, texts: &[&str]| -> String {
        let cells: String = texts
            .iter()
            .zip('A'..)
            .map(|(text, column)| cell(column, n, text))
            .collect();
        format!(r#"<row r="{n}">{cells}</row>"#)
    };
    let mut sheet = row(1, &HEADER);
    for n in 2..20_002 {
        sheet += &row(
            n,
            &[&format!("新{n}"), "暖心驿站", "东城区", "安定门街道", "1号"],
        );
    }
    check(
        &workbook(&format!("<sheetData>{sheet}</sheetData>")),
        "20000 new",
    );
}
