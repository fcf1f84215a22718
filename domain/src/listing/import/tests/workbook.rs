//! Workbooks as tests need them: sound, ugly and hostile.

use miniz_oxide::deflate::compress_to_vec;

/// A part of an archive and what stands in it.
pub(super) type Part = (&'static str, Vec<u8>);

const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A zip archive of deflated parts.
pub(super) fn zip(parts: &[Part]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let packed = compress_to_vec(content, 6);
        let at = u32::try_from(file.len()).unwrap();
        let sizes = [packed.len(), content.len()].map(|size| u32::try_from(size).unwrap());
        let name_bytes = u16::try_from(name.len()).unwrap();
        let common = [
            &[20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
            &sizes[0].to_le_bytes(),
            &sizes[1].to_le_bytes(),
            &name_bytes.to_le_bytes(),
            &[0, 0],
        ]
        .concat();
        file.extend([b"PK\x03\x04", &common[..], name.as_bytes(), &packed].concat());
        let rest = [&[0_u8; 10][..], &at.to_le_bytes(), name.as_bytes()].concat();
        directory.extend([&b"PK\x01\x02\x14\0"[..], &common, &rest].concat());
    }
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    let [at, size] = [file.len(), directory.len()].map(|n| u32::try_from(n).unwrap().to_le_bytes());
    file.extend(directory);
    file.extend(
        [
            &b"PK\x05\x06\0\0\0\0"[..],
            &count,
            &count,
            &size,
            &at,
            &[0, 0],
        ]
        .concat(),
    );
    file
}

/// The parts of a workbook with these sheets, each the XML within `worksheet`.
pub(super) fn parts(sheets: &[(&str, &str)]) -> Vec<Part> {
    const NAMES: [&str; 3] = ["sheet1", "sheet2", "sheet3"];
    const FILES: [&str; 3] = [
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet3.xml",
    ];
    let listed: String = (sheets.iter().enumerate())
        .map(|(i, (name, _))| {
            let (name, state) = name
                .strip_prefix('!')
                .map_or((*name, ""), |hidden| (hidden, r#" state="hidden""#));
            format!(
                r#"<sheet name="{name}" sheetId="{}" r:id="{}"{state}/>"#,
                i + 1,
                NAMES[i]
            )
        })
        .collect();
    let related: String = (0..sheets.len())
        .map(|i| {
            let name = NAMES[i];
            format!(
                r#"<Relationship Id="{name}" Type="{TYPES}/worksheet" Target="worksheets/{name}.xml"/>"#
            )
        })
        .collect();
    let mut parts: Vec<Part> = vec![
        (
            "_rels/.rels",
            relations(&format!(
                r#"<Relationship Id="a" Type="{TYPES}/officeDocument" Target="xl/workbook.xml"/>"#
            )),
        ),
        (
            "xl/workbook.xml",
            format!("<workbook><workbookPr/><sheets>{listed}</sheets></workbook>").into_bytes(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations(&format!(
                r#"{related}<Relationship Id="st" Type="{TYPES}/styles" Target="/xl/styles.xml"/><Relationship Id="ss" Type="{TYPES}/sharedStrings" Target="sharedStrings.xml"/>"#
            )),
        ),
        (
            "xl/styles.xml",
            r#"<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>"#.into(),
        ),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>暖心驿站</t></si><si><r><t>东</t></r><rPh><t>ドン</t></rPh><r><t>城区</t></r></si></sst>".into(),
        ),
    ];
    parts.extend(sheets.iter().enumerate().map(|(i, (_, inside))| {
        let sheet = format!("<worksheet>{inside}</worksheet>");
        (FILES[i], sheet.into_bytes())
    }));
    parts
}

fn relations(inside: &str) -> Vec<u8> {
    format!("<Relationships>{inside}</Relationships>").into_bytes()
}

/// A workbook of one sheet whose XML this is.
pub(super) fn workbook(inside: &str) -> Vec<u8> {
    zip(&parts(&[("Sheet1", inside)]))
}

/// The rows of a sheet: what begins with `<` is the XML of a cell, all else an inline string.
pub(super) fn rows(rows: &[&[&str]]) -> String {
    let rows: String = (rows.iter().zip(1..))
        .map(|(cells, row)| {
            let cells: String = (cells.iter().zip('A'..))
                .filter(|(cell, _)| !cell.is_empty())
                .map(|(cell, column)| match cell.strip_prefix("<c") {
                    Some(rest) => format!(r#"<c r="{column}{row}"{rest}"#),
                    None => {
                        format!(r#"<c r="{column}{row}" t="inlineStr"><is><t>{cell}</t></is></c>"#)
                    }
                })
                .collect();
            format!(r#"<row r="{row}">{cells}</row>"#)
        })
        .collect();
    format!("<sheetData>{rows}</sheetData>")
}
