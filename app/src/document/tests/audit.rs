//! The record as rendered: each book, what is broken, and the ways on.

use super::desk::examples::signed_in;
use super::examples::now;
use super::says;
use crate::audit::{AuditPage, Book, Checked, Entries, Trail};
use crate::document::Page;
use crate::wording::Lang;
use domain::chain::{Broken, FirstBroken};
use domain::listing::Subject;
use domain::listing::entry::Cause;
use domain::listing::history::{Batch, By};
use domain::request::{self, Actor, Deed, Reference};
use domain::staff::{Role, Staff, StaffId, log};
use domain::union::Desk;

const FORMULA: &str = "=HYPERLINK(\"x\")";

fn staff(role: Role) -> Staff {
    Staff {
        id: StaffId(7),
        role,
        desk: Desk::City,
    }
}

fn requests() -> Entries {
    let entry = request::Entry {
        at: now(),
        actor: Actor::Staff(staff(Role::RequestHandler)),
        reference: Reference::new(Desk::City, [1; 8]),
        what: Deed::Opened,
        desk: Desk::City,
        content: None,
    };
    Entries::Requests(vec![request::Record::after(None, entry)])
}

fn accounts() -> Entries {
    let entry = log::Entry {
        at: now(),
        actor: log::Actor::Nobody,
        what: log::Deed::SignInRefused,
        of: staff(Role::Supervisor),
    };
    Entries::Accounts(vec![log::Record::after(None, entry)])
}

fn listings() -> Entries {
    let by = |id, name: &str| By {
        account: Some(id),
        name: name.to_owned(),
    };
    Entries::Listings(vec![Batch {
        id: 12,
        subject: Subject::Stations,
        at: Some(now()),
        cause: Cause::Import,
        by: by(3, "王芳"),
        second: Some(by(4, "李雷")),
        desk: Desk::City,
        why: FORMULA.to_owned(),
        undoes: None,
        undone_by: None,
        entries: 9,
    }])
}

fn page(entries: Entries) -> AuditPage {
    AuditPage {
        who: signed_in(staff(Role::Auditor)),
        keepers: Vec::new(),
        place: Desk::City,
        trail: Trail::default(),
        entries,
        next: Some(40),
        may_check: true,
        checked: None,
    }
}

fn shown(page: AuditPage) -> Page {
    Page::Audit(Box::new(page))
}

/// A page of each book, named.
pub(super) fn pages() -> Vec<(&'static str, Page)> {
    vec![
        ("record", shown(page(requests()))),
        ("record-accounts", shown(page(accounts()))),
        ("record-listings", shown(page(listings()))),
    ]
}

/// Whether that is an address of the record: a page, a file, or a batch of the listings.
pub(super) fn leads(link: &str) -> bool {
    let page = link.split('?').next().unwrap_or_default();
    let books = [Book::Requests, Book::Listings, Book::Accounts];
    books
        .iter()
        .any(|book| [book.page(), book.file()].contains(&page))
        || link
            .strip_prefix("/staff/changes/")
            .is_some_and(|id| id.parse::<u32>().is_ok())
}

#[test]
fn each_book_says_who_did_what_to_which() {
    let html = says(
        Lang::Zh,
        shown(page(accounts())),
        &[
            "没登录的人",
            "登录没成",
            "7 号（主管，北京市总工会）",
            r#"value="recovery_used""#,
        ],
    );
    assert!(html.contains(r#"href="/staff/audit/accounts?before=40""#));
    assert!(html.contains(r#"href="/staff/audit/accounts.csv?""#));
    says(
        Lang::En,
        shown(page(listings())),
        &[
            "王芳 (no. 3), second person: 李雷 (no. 4)",
            r#"<a href="/staff/changes/12">"#,
            "9 entries",
            r#"href="/staff/audit/listings" aria-current="page""#,
        ],
    );
    says(
        Lang::Zh,
        shown(page(requests())),
        &[
            "7 号（诉求办理，北京市总工会）",
            "打开看",
            "/staff/audit/accounts",
        ],
    );
}

#[test]
fn an_administrator_is_led_to_the_accounts_alone() {
    let mut page = page(accounts());
    page.who = signed_in(staff(Role::Administrator));
    let html = says(Lang::Zh, shown(page), &[r#"href="/staff/audit/accounts""#]);
    assert!(!html.contains("/staff/audit/listings") && !html.contains(r#""/staff/audit""#));
}

#[test]
fn where_a_chain_is_broken_the_first_entry_that_breaks_it_is_named() {
    let broken = |broken| Checked::Broken(FirstBroken { place: 17, broken });
    for (checked, zh, en) in [
        (
            broken(Broken::Hash),
            "从第 17 条起对不上",
            "Broken at entry 17: its hash",
        ),
        (
            broken(Broken::Number { found: 19 }),
            "从第 17 条起对不上：那里写的是第 19 条",
            "Broken at entry 17: number 19 stands there",
        ),
        (
            Checked::Unreadable(3),
            "第 3 条读不出来",
            "Entry 3 cannot be read",
        ),
    ] {
        for (lang, words) in [(Lang::Zh, zh), (Lang::En, en)] {
            for entries in [requests(), accounts()] {
                let mut page = page(entries);
                page.checked = Some(checked);
                let html = says(lang, shown(page), &[words]);
                assert!(html.contains(r#"role="alert""#));
            }
        }
    }
}

#[test]
fn a_file_of_any_book_runs_no_formula() {
    let file = page(listings()).csv(Lang::En);
    assert!(file.contains(r#""'=HYPERLINK(""x"")""#), "{file}");
    let file = page(accounts()).csv(Lang::Zh);
    let header = "\u{FEFF}number,at,who,what,account,role,desk,hash";
    assert_eq!(file.lines().next(), Some(header));
    assert!(file.contains(",没登录的人,登录没成,7,主管,city,"));
}

#[test]
fn a_narrowing_is_read_for_its_own_book_and_stays_in_the_address() {
    let query = "what=signed_in&account=8&by=7&from=2026-11-01&to=2026-11-20&before=90";
    let trail = Trail::read(Book::Accounts, query);
    assert_eq!(trail.address("/x"), format!("/x?{query}"));
    assert_eq!(Trail::read(Book::Requests, "what=signed_in").what, None);
    assert_eq!(Trail::read(Book::Listings, "what=opened").what, None);
}
