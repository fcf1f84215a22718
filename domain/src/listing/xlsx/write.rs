//! A workbook of one sheet, for spreadsheets to open and for this site to read again: every cell is
//! text, so none is run as a formula, and nothing in it depends on when it was made.

use super::packed::pack;
use crate::spreadsheet::guarded;
use quick_xml::escape::escape;

const TYPES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
    r#"<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>"#,
    r#"<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"#,
    "</Types>"
);

const PACKAGE: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>"#,
    "</Relationships>"
);

const WORKBOOK: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">"#,
    r#"<sheets><sheet name="清单" sheetId="1" r:id="rId1"/></sheets></workbook>"#
);

const SHEETS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>"#,
    "</Relationships>"
);

/// The rows, the header among them, as the bytes of a file.
pub(in crate::listing) fn write<R: IntoIterator<Item = String>>(
    rows: impl IntoIterator<Item = R>,
) -> Vec<u8> {
    let mut sheet = String::from(concat!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#
    ));
    for row in rows {
        sheet.push_str("<row>");
        for cell in row {
            push_cell(&mut sheet, &cell);
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    pack(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", SHEETS),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn push_cell(sheet: &mut String, text: &str) {
    if text.is_empty() {
        sheet.push_str("<c/>");
        return;
    }
    sheet.push_str(r#"<c t="inlineStr"><is><t xml:space="preserve">"#);
    let text = text.replace(|c: char| !is_xml(c), "");
    // An apostrophe that guards a formula is taken away by whoever reads a cell.
    let text = match text.starts_with('\'') {
        true => guarded(text),
        false => text,
    };
    sheet.push_str(&escape(text));
    sheet.push_str("</t></is></c>");
}

/// Whether XML has such a character.
const fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..)
}
