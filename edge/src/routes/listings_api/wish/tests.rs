//! What staff send about a listing: everything that is wrong is named, and nothing else is taken.

use super::*;

fn members(body: &str) -> Members {
    serde_json::from_str(body).unwrap()
}

#[track_caller]
fn wrong<T>(read: Result<T, Vec<FieldProblem>>, expected: &[&str]) {
    let errors = read.err().unwrap_or_default();
    let named = errors
        .iter()
        .map(|error| format!("{} {}", error.field, error.code));
    assert_eq!(named.collect::<Vec<_>>(), expected);
}

#[test]
fn an_edit_has_cells_or_a_version_to_restore() {
    let read = |body| edit(Subject::Stations, &members(body));
    let cells = |text: &str| {
        let mut cells = Cells::default();
        cells.set(Column::Phone, text);
        Content::Cells(cells)
    };
    let edit = |content, why: &str| Edit {
        base: 3,
        content,
        why: why.to_owned(),
    };
    let read_cells = read(r#"{"version":3,"cells":{"phone":"010","hours":null},"why":"换了"}"#);
    assert_eq!(read_cells.ok(), Some(edit(cells("010"), "换了")));
    let restored = read(r#"{"version":3,"restores":1}"#);
    assert_eq!(restored.ok(), Some(edit(Content::Version(1), "")));
    wrong(read("{}"), &["version missing"]);
    wrong(read(r#"{"version":3}"#), &["cells missing"]);
    let both = r#"{"version":3,"cells":{},"restores":1}"#;
    wrong(read(both), &["cells missing"]);
    let bad = r#"{"version":-1,"cells":{"id":"1","fee":"1","name":1,"lat":"x"},"x":1}"#;
    let expected = [
        "x unknown_name",
        "version unknown_value",
        "cells.fee unknown_name",
        "cells.id unknown_name",
        "cells.name unknown_value",
    ];
    wrong(read(bad), &expected);
}

#[test]
fn whoever_declines_says_why() {
    let read = |body| decision(&members(body));
    let approved = read(r#"{"decision":"approve"}"#).ok();
    assert_eq!(approved, Some((Decision::Approve, String::new())));
    wrong(
        read(r#"{"decision":"decline","note":" "}"#),
        &["note missing"],
    );
    wrong(read(r#"{"decision":"no"}"#), &["decision unknown_value"]);
}
