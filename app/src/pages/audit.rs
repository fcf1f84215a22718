//! `/staff/audit` and below: who did what, who looked, and whether the record is whole.

mod narrow;
mod table;

use super::staff::frame::{out, ways};
use crate::audit::{AuditPage, Book, Checked, Trail};
use crate::markup::Markup;
use crate::wording::Lang;
use domain::chain::Broken;
use leptos::prelude::*;
use narrow::narrow;
use table::table;

messages! {
    audit_title: "操作记录" / "The record";
    audit_books: "哪一本记录" / "Which record";
    book_requests: "诉求" / "Requests";
    book_listings: "站点和托管班" / "Stations and classes";
    book_accounts: "账号和登录" / "Accounts";
    older_records: "更早的" / "Earlier";
    record_file: "下载表格（CSV）" / "Download as CSV";
    check_chain: "核对整条记录" / "Check the whole record";
    no_chain: "这一本是站点的全部版本，没有指纹链；每一批都能打开看。" / "This is the history of every version; it has no chain of hashes. Each batch can be opened.";
}

/// The page.
pub(crate) fn audit(lang: Lang, model: AuditPage) -> impl IntoView {
    let book = model.book();
    let keeper = (!model.keepers.is_empty()).then_some(model.place);
    let here = Trail {
        keeper,
        checks: false,
        ..model.trail.clone()
    };
    let to = |trail: &Trail, page: &str, words: &str| html!(r#"<a class="chip" href=""# {trail.address(page)} r#"">"# {words} "</a> ");
    let next = model.next.map(|number| {
        let trail = Trail {
            before: Some(number),
            ..here.clone()
        };
        to(&trail, book.page(), lang.older_records())
    });
    let check = model.may_check.then(|| {
        let trail = Trail {
            keeper,
            checks: true,
            ..Trail::default()
        };
        to(&trail, book.page(), lang.check_chain())
    });
    let checked = model.checked.map(|checked| result(lang, checked));
    let no_chain =
        (book == Book::Listings).then(|| html!(r#"<p class="soft">"# {lang.no_chain()} "</p>"));
    let content = html!(
        {ways(lang, &model.who)} "<h1>" {lang.audit_title()} " <small>" {lang.desk(model.place)} "</small></h1>"
        {books(lang, &model)} {checked} {no_chain} {narrow(lang, &model)} {table(lang, &model)}
        r#"<p class="ways">"# {next} {to(&here, book.file(), lang.record_file())} {check} "</p>"
        {out(lang, &model.who)}
    );
    view! { <article class="desk record" inner_html=content.into_html()></article> }
}

/// The books that this person may read in, where there is more than one.
fn books(lang: Lang, model: &AuditPage) -> Option<Markup> {
    let all: Vec<_> = Book::all_of(model.who.staff).collect();
    let chip = |book: &Book| {
        let current = (*book == model.book()).then(|| html!(r#" aria-current="page""#));
        html!(
            r#"<a class="chip" href=""# {book.page()} "\"" {current} ">" {lang.book(*book)} "</a> "
        )
    };
    (all.len() > 1).then(|| {
        html!(
            r#"<nav class="chips" aria-label=""# {lang.audit_books()} r#"">"#
            {all.iter().map(chip).collect::<Markup>()} "</nav>"
        )
    })
}

fn result(lang: Lang, checked: Checked) -> Markup {
    match checked {
        Checked::Sound { entries, last } => html!(
            r#"<p class="done" role="status">"# {lang.sound(entries)} r#" <code class="key">"# {last.to_string()}
            "</code></p>"
        ),
        Checked::Broken(first) => {
            let words = match first.broken {
                Broken::Number { found } => lang.other_number(first.place, found),
                Broken::Hash => lang.other_hash(first.place),
            };
            html!(r#"<p class="problems" role="alert">"# {words} "</p>")
        }
        Checked::Unreadable(place) => html!(
            r#"<p class="problems" role="alert">"# {lang.unreadable_entry(place)} "</p>"
        ),
    }
}

impl Lang {
    const fn book(self, book: Book) -> &'static str {
        match book {
            Book::Requests => self.book_requests(),
            Book::Listings => self.book_listings(),
            Book::Accounts => self.book_accounts(),
        }
    }

    fn sound(self, entries: usize) -> String {
        match self {
            Self::Zh => format!("{entries} 条都和写下时一样。最后一条的指纹："),
            Self::En => format!("All {entries} entries are as they were written. The last hash:"),
        }
    }

    fn other_number(self, place: u64, found: u64) -> String {
        match self {
            Self::Zh => format!("从第 {place} 条起对不上：那里写的是第 {found} 条。"),
            Self::En => format!("Broken at entry {place}: number {found} stands there."),
        }
    }

    fn other_hash(self, place: u64) -> String {
        match self {
            Self::Zh => format!("从第 {place} 条起对不上：指纹和前面的不符。"),
            Self::En => {
                format!("Broken at entry {place}: its hash does not fit it and those before it.")
            }
        }
    }

    fn unreadable_entry(self, place: usize) -> String {
        match self {
            Self::Zh => format!("第 {place} 条读不出来。"),
            Self::En => format!("Entry {place} cannot be read."),
        }
    }
}
