//! The form that narrows the record.

use crate::audit::{AuditPage, Book, What, names};
use crate::live::request::street::option;
use crate::markup::Markup;
use crate::wording::Lang;
use chrono::NaiveDate;
use domain::listing::entry::Cause;
use domain::request::{Deed, MoveKind};
use domain::staff::{StaffId, log};

messages! {
    whose_chain: "谁的记录" / "Whose record";
    what_was_done: "做了什么" / "What was done";
    any_deed: "什么都算" / "Anything";
    by_number: "谁做的（账号编号）" / "Done by (account no.)";
    of_request: "哪一件（编号）" / "Request (reference)";
    of_account: "哪个账号（编号）" / "Account (no.)";
    day_from: "从哪天" / "From";
    day_to: "到哪天" / "To";
    narrow_record: "筛一下" / "Show";
}

pub(super) fn narrow(lang: Lang, model: &AuditPage) -> Markup {
    let trail = &model.trail;
    let book = model.book();
    let deeds: Markup = deeds(book)
        .into_iter()
        .map(|what| option(what.code(), lang.deed(what), trail.what == Some(what)))
        .collect();
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    let number = |id: Option<StaffId>| id.map(|id| id.0.to_string());
    let input = |name: &'static str, kind: &'static str, label: &str, value: Option<String>| {
        html!(
            r#"<label>"# {label} r#" <input type=""# {kind} r#"" name=""# {name} r#"" value=""# {value} r#""></label> "#
        )
    };
    let of = match book {
        Book::Requests => Some(input(
            names::REFERENCE,
            "text",
            lang.of_request(),
            trail.reference.map(|of| of.to_string()),
        )),
        Book::Accounts => Some(input(
            names::ACCOUNT,
            "text",
            lang.of_account(),
            number(trail.account),
        )),
        Book::Listings => None,
    };
    html!(
        r#"<form class="narrow" action=""# {book.page()} r#"">"# {keepers(lang, model)} r#"<select name=""#
        {names::WHAT} r#"" aria-label=""# {lang.what_was_done()} r#"">"#
        {option("", lang.any_deed(), trail.what.is_none())} {deeds} "</select> " {of}
        {input(names::BY, "text", lang.by_number(), number(trail.by))}
        {input(names::FROM, "date", lang.day_from(), day(trail.from))}
        {input(names::TO, "date", lang.day_to(), day(trail.to))} "<button>" {lang.narrow_record()} "</button></form>"
    )
}

/// The choice of a chain, where there are several.
fn keepers(lang: Lang, model: &AuditPage) -> Option<Markup> {
    let keepers = model.keepers.iter();
    let keepers: Markup = keepers
        .map(|desk| option(&desk.code(), lang.desk_first(*desk), *desk == model.place))
        .collect();
    (!model.keepers.is_empty()).then(|| {
        html!(
            r#"<select name=""# {names::DESK} r#"" aria-label=""# {lang.whose_chain()} r#"">"# {keepers} "</select> "
        )
    })
}

/// Everything that can stand in a book.
fn deeds(book: Book) -> Vec<What> {
    match book {
        Book::Requests => {
            let looks = [Deed::Opened, Deed::Found, Deed::Filed].into_iter();
            let moves = MoveKind::ALL.iter().copied().map(Deed::Moved);
            looks.chain(moves).map(What::Request).collect()
        }
        Book::Listings => Cause::ALL.iter().copied().map(What::Listing).collect(),
        Book::Accounts => {
            let deeds = log::Deed::ALL.iter().copied();
            deeds.map(What::Account).collect()
        }
    }
}
