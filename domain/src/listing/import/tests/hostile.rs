//! Files that are meant to harm, and those that only look so.

use super::workbook::{parts, rows, workbook, zip};
use super::*;
use proptest::prelude::*;

const HEADER: &str = r#"<row r="1"><c t="inlineStr"><is><t>名称</t></is></c><c t="inlineStr"><is><t>类型</t></is></c><c t="inlineStr"><is><t>区</t></is></c></row>"#;

#[track_caller]
fn check(file: &[u8], expected: &str) {
    assert_eq!(told(file, held()), expected);
}

fn sheet(rows: &str) -> Vec<u8> {
    workbook(&format!("<sheetData>{HEADER}{rows}</sheetData>"))
}

/// The parts of a workbook without rows, one of them in other words.
fn instead(name: &str, words: impl Into<Vec<u8>>) -> Vec<u8> {
    let mut parts = parts(&[("Sheet1", &rows(&[&["名称", "类型", "区"]]))]);
    let place = parts.iter().position(|(part, _)| *part == name).unwrap();
    parts[place].1 = words.into();
    zip(&parts)
}

#[test]
fn a_bomb_is_not_unpacked() {
    let blank = " ".repeat(130 << 20);
    let bomb = sheet(&blank);
    assert!(bomb.len() < 1 << 20);
    check(&bomb, "Workbook(TooMuch)");
    let strings = format!(
        "<sst>{}</sst>",
        "<si><t>暖暖暖暖暖暖暖暖</t></si>".repeat(1_200_000)
    );
    check(
        &instead("xl/sharedStrings.xml", strings),
        "Workbook(TooMuch)",
    );
    let long = format!("<sst><si><t>{}</t></si></sst>", "暖".repeat(2 << 20));
    check(&instead("xl/sharedStrings.xml", long), "Workbook(TooMuch)");
}

#[test]
fn what_is_packed_within_stays_packed() {
    let mut parts = parts(&[(
        "Sheet1",
        &rows(&[&["名称", "类型", "区"], &["甲", "驿站", "东城"]]),
    )]);
    parts.push(("xl/embeddings/inner.zip", zip(&[("a", vec![0; 130 << 20])])));
    check(&zip(&parts), "1 new");
}

#[test]
fn claims_of_a_size_are_not_believed() {
    let one = r#"<row r="2"><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t>驿站</t></is></c><c t="inlineStr"><is><t>东城</t></is></c></row>"#;
    let claimed =
        format!(r#"<dimension ref="A1:XFD1048576"/><sheetData>{HEADER}{one}</sheetData>"#);
    check(&workbook(&claimed), "1 new");
    // Rows that were only ever coloured.
    let blank: String = (3..=1_048_576)
        .map(|row| format!(r#"<row r="{row}"/>"#))
        .collect();
    check(&sheet(&format!("{one}{blank}")), "1 new");
    let full: String = (2..150_000)
        .map(|row| format!(r#"<row r="{row}"><c><v>1</v></c></row>"#))
        .collect();
    check(&sheet(&full), "TooManyRows");
    check(
        &sheet(r#"<row r="1048577"><c><v>1</v></c></row>"#),
        "Workbook(Broken)",
    );
}

#[test]
fn a_million_columns_are_refused() {
    check(
        &sheet(r#"<row r="2"><c r="BDWGN2"><v>1</v></c></row>"#),
        "Workbook(TooMuch)",
    );
    let cells = r#"<c t="inlineStr"><is><t>名称</t></is></c>"#.repeat(16_384);
    let wide = format!(r#"<sheetData><row r="1">{cells}</row></sheetData>"#);
    check(&workbook(&wide), "TooManyColumns { columns: 201 }");
    check(
        &format!("名称,类型,区{}", ",x".repeat(1_000_000)).into_bytes(),
        "TooLong { at: Line(1), bytes: 2000017 }",
    );
    let far = r#"<row r="2"><c r="A2"><v>1</v></c><c r="XFD2"><v>1</v></c></row>"#;
    assert!(told(&sheet(far), held()).contains("more cells than headers"));
}

#[test]
fn definitions_and_what_lies_outside_are_refused() {
    for evil in [
        r#"<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>"#,
        r#"<!DOCTYPE sst SYSTEM "http://127.0.0.1/x"><sst/>"#,
        "<sst><si><t>&lol9;</t></si></sst>",
    ] {
        check(
            &instead("xl/sharedStrings.xml", evil),
            "Workbook(Definitions)",
        );
    }
    let outside = r#"<Relationships><Relationship Id="sheet1" Type="x/worksheet" TargetMode="External" Target="http://127.0.0.1/x"/></Relationships>"#;
    check(&instead("xl/_rels/workbook.xml.rels", outside), "NoHeader");
    let upwards = r#"<Relationships><Relationship Id="sheet1" Type="x/worksheet" Target="../../etc/passwd"/></Relationships>"#;
    check(
        &instead("xl/_rels/workbook.xml.rels", upwards),
        "Workbook(Broken)",
    );
}

#[test]
fn locked_and_old_workbooks_are_told_apart() {
    let old = [
        &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..],
        &[0; 512],
    ]
    .concat();
    check(&old, "Workbook(OldFormat)");
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    check(&[old, name].concat(), "Workbook(Locked)");
    let mut locked = sheet("");
    let entry = locked
        .windows(4)
        .rposition(|four| four == b"PK\x01\x02")
        .unwrap();
    locked[entry + 8] = 1;
    check(&locked, "Workbook(Locked)");
}

#[test]
fn damaged_workbooks_are_told() {
    let whole = sheet("");
    check(&whole[..whole.len() / 2], "Workbook(Broken)");
    check(b"PK\x03\x04", "Workbook(Broken)");
    check(
        &zip(&[("mimetype", b"application/vnd.oasis".to_vec())]),
        "Workbook(Broken)",
    );
    check(
        &instead("xl/workbook.xml", "<workbook><sheets>"),
        "NoHeader",
    );
    check(
        &instead("xl/workbook.xml", "<workbook></sheets>"),
        "Workbook(Broken)",
    );
    check(
        &sheet(r#"<row r="2"><c t="s"><v>7</v></c></row>"#),
        "Workbook(Broken)",
    );
    let merged = r#"<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>"#.repeat(20_000);
    let full: String = (2..60)
        .map(|row| format!(r#"<row r="{row}"><c><v>1</v></c></row>"#))
        .collect();
    let inside = format!("<sheetData>{HEADER}{full}</sheetData>{merged}");
    check(&workbook(&inside), "Workbook(TooMuch)");
}

proptest! {
    #[test]
    fn damage_anywhere_does_no_harm(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut file = sheet(r#"<row r="2"><c s="1"><v>46329</v></c></row>"#);
        let at = at.index(file.len());
        file[at] = byte;
        let _ = told(&file, Vec::new());
    }

    #[test]
    fn arbitrary_parts_do_no_harm(inside in "(<(/)?(row|c|v|f|is|t|si|mergeCell)( (r|t|s|ref)=\"[A-Z0-9:s]{0,4}\")?(/)?>|[0-9a&;]){0,30}") {
        let _ = told(&workbook(&format!("<sheetData>{inside}</sheetData>")), Vec::new());
        let _ = told(&instead("xl/styles.xml", inside.clone()), Vec::new());
        let _ = told(&instead("xl/sharedStrings.xml", inside), Vec::new());
    }
}
