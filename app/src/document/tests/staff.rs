//! The pages of staff as rendered.

use super::examples::{now, shell};
use super::says;
use crate::document::{Page, render};
use crate::staff::*;
use crate::wording::Lang;
use domain::places::District;
use domain::staff::{NameProblem, PasswordProblem, Role, Staff, StaffId, Waits};
use domain::union::Desk;

fn staff(role: Role, desk: Desk) -> Staff {
    let id = StaffId(7);
    Staff { id, role, desk }
}

pub(super) fn who(role: Role) -> Who {
    Who {
        name: "li.lei".to_owned(),
        person: "Li Lei".to_owned(),
        staff: staff(role, Desk::City),
        form_token: "f0".repeat(32),
    }
}

fn start(role: Role, waiting: Vec<(Waits, Option<u32>)>, unreached: Vec<Desk>) -> Page {
    Page::StaffStart(Box::new(Start {
        who: who(role),
        waiting,
        unreached,
    }))
}

fn own(codes: OneTimeCodes, told: Option<Told>) -> Page {
    let session = |id, minutes: i64, current| SessionRow {
        id,
        began: now().plus_minutes(-minutes),
        seen: now().plus_minutes(-minutes / 2),
        current,
    };
    Page::OwnAccount(Box::new(OwnAccount {
        who: who(Role::Supervisor),
        sessions: vec![session(9, 20, true), session(8, 600, false)],
        codes,
        told,
    }))
}

fn begun() -> OneTimeCodes {
    OneTimeCodes::Begun {
        secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".to_owned(),
        uri: "otpauth://totp/Nuanyi:li.lei?secret=GEZDGNBVGY3TQOJQ&issuer=Nuanyi".to_owned(),
        demanded: true,
    }
}

fn row(person: &str, active: bool, is_set_up: bool) -> AccountRow {
    AccountRow {
        name: "han.meimei".to_owned(),
        person: person.to_owned(),
        staff: staff(
            Role::RequestHandler,
            Desk::Street(District::all()[0].streets()[0]),
        ),
        active,
        is_set_up,
    }
}

fn invited() -> Invited {
    Invited {
        person: "Han Meimei".to_owned(),
        link: format!("https://nuanyi.example/staff/set-up#{}", "0a".repeat(32)),
    }
}

fn accounts(draft: AccountDraft, problems: Vec<AccountProblem>) -> Page {
    Page::Accounts(Box::new(Accounts {
        who: who(Role::Administrator),
        accounts: vec![
            row("Han Meimei", true, false),
            row("Wang Fang", false, true),
        ],
        total: 102,
        wanted: "han".to_owned(),
        draft,
        problems,
        invited: Some(invited()),
    }))
}

fn one(draft: AccountDraft, active: bool) -> Page {
    let account = row("Han Meimei", active, true);
    Page::OneAccount(Box::new(OneAccount {
        who: who(Role::Administrator),
        draft,
        account,
        problems: Vec::new(),
        invited: None,
        saved: true,
    }))
}

fn sign_in(name: &str, problem: Option<EntryProblem>) -> Page {
    Page::SignIn(SignIn {
        next: "/staff/accounts?q=a&b".to_owned(),
        name: name.to_owned(),
        problem,
    })
}

fn set_up(token: &str, problem: Option<SetUpProblem>) -> Page {
    Page::SetUp(SetUp {
        token: token.to_owned(),
        problem,
    })
}

/// Every page of staff, named.
pub(super) fn pages() -> Vec<(&'static str, Page)> {
    let off = OneTimeCodes::Off { demanded: true };
    let recovery = vec!["GAYT-EMZU-GU3D-OOBZ".to_owned(); 10];
    let wrong = vec![
        AccountProblem::Name(NameProblem::Character),
        AccountProblem::Person(NameProblem::Missing),
        AccountProblem::Role,
        AccountProblem::Desk,
    ];
    vec![
        ("sign-in", sign_in("", None)),
        (
            "sign-in-wrong",
            sign_in("li.lei", Some(EntryProblem::Wrong)),
        ),
        (
            "sign-in-waits",
            sign_in("li.lei", Some(EntryProblem::TooMany { seconds: 361 })),
        ),
        ("set-up", set_up("", None)),
        (
            "set-up-weak",
            set_up(
                &invited().link,
                Some(SetUpProblem::Password(PasswordProblem::Guessable)),
            ),
        ),
        ("set-up-over", set_up("x", Some(SetUpProblem::Link))),
        ("staff", start(Role::Administrator, Vec::new(), Vec::new())),
        (
            "staff-waiting",
            start(
                Role::Supervisor,
                vec![
                    (Waits::Overdue, Some(3)),
                    (Waits::Second, None),
                    (Waits::Due, Some(0)),
                ],
                vec![Desk::City, Desk::District(District::all()[0])],
            ),
        ),
        ("own-account", own(off, None)),
        ("own-account-begun", own(begun(), Some(Told::WrongCode))),
        (
            "own-account-on",
            own(OneTimeCodes::On, Some(Told::SessionEnded)),
        ),
        (
            "own-account-recovery",
            own(OneTimeCodes::Recovery(recovery), None),
        ),
        ("accounts", accounts(AccountDraft::default(), Vec::new())),
        ("accounts-wrong", accounts(AccountDraft::default(), wrong)),
        ("account", one(AccountDraft::default(), true)),
        ("account-stopped", one(AccountDraft::default(), false)),
    ]
}

#[test]
fn what_was_typed_comes_back_as_text() {
    let naughty = r#""><script>alert(1)</script>&amp;"#;
    let draft = AccountDraft {
        name: naughty.to_owned(),
        person: naughty.to_owned(),
        ..AccountDraft::default()
    };
    let pages = [
        sign_in(naughty, Some(EntryProblem::Wrong)),
        set_up(naughty, Some(SetUpProblem::Link)),
        accounts(draft.clone(), vec![AccountProblem::NameTaken]),
        one(draft, true),
    ];
    for page in pages {
        let escaped = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;";
        let html = says(Lang::Zh, page, &[escaped]);
        assert!(!html.contains("<script>alert"));
    }
}

#[test]
fn a_password_never_comes_back() {
    for (name, page) in pages() {
        let html = render(&shell(Lang::En), page);
        for input in html.split("<input").skip(1) {
            let input = input.split('>').next().unwrap();
            let is_password = input.contains(r#"type="password""#);
            assert!(
                !is_password || input.contains(r#" value="""#),
                "{name}: {input}"
            );
        }
    }
}

#[test]
fn every_form_of_a_session_carries_its_token() {
    let token = format!(r#"name="form_token" value="{}""#, "f0".repeat(32));
    for (name, page) in pages() {
        let is_before = matches!(page, Page::SignIn(_) | Page::SetUp(_));
        let html = render(&shell(Lang::En), page);
        let forms = html.split(r#"<form method="post" action="/staff"#).skip(1);
        for form in forms.filter(|_| !is_before) {
            let form = form.split("</form>").next().unwrap();
            assert!(form.contains(&token), "{name}: {form}");
        }
    }
}

#[test]
fn only_administrators_are_led_to_the_accounts() {
    for role in Role::ALL {
        let html = render(&shell(Lang::Zh), start(*role, Vec::new(), Vec::new()));
        let leads = html.contains(r#"href="/staff/accounts""#);
        assert_eq!(leads, *role == Role::Administrator, "{role:?}");
    }
}

#[test]
fn what_waits_leads_there_and_what_could_not_be_counted_is_named() {
    let all = |count| Waits::ALL.iter().map(|waits| (*waits, count)).collect();
    let waiting = |count| start(Role::Supervisor, all(count), Vec::new());
    let html = says(Lang::Zh, waiting(Some(42)), &["等您办的"]);
    assert_eq!(html.matches("<b>42</b>").count(), Waits::ALL.len());
    for address in ["requests", "proposals", "reports", "freshness"] {
        assert!(html.contains(&format!(r#"<li><a href="/staff/{address}">"#)));
    }
    let html = says(
        Lang::En,
        waiting(None),
        &["Places not confirmed this month"],
    );
    let unknown = "<b>cannot be counted just now</b>";
    assert_eq!(html.matches(unknown).count(), Waits::ALL.len());
    let unreached = vec![Desk::City, Desk::District(District::all()[0])];
    let html = says(
        Lang::En,
        start(
            Role::RequestHandler,
            vec![(Waits::Open, Some(0))],
            unreached,
        ),
        &["not counted: the city union, the Dongcheng district union"],
    );
    assert!(!html.contains("Nothing waits"));
}

#[test]
fn where_nothing_waits_a_kind_word_stands_and_where_nothing_can_none() {
    let idle = vec![(Waits::Overdue, Some(0)), (Waits::Due, Some(0))];
    says(
        Lang::Zh,
        start(Role::Supervisor, idle, Vec::new()),
        &["没有等您办的"],
    );
    let page = start(Role::Auditor, Vec::new(), Vec::new());
    let html = render(&shell(Lang::Zh), page);
    assert!(!html.contains("等您办的"));
}

#[test]
fn an_administrator_is_offered_their_own_place_and_those_below() {
    let [one, other] = [District::all()[0], District::all()[1]];
    let offered = |desk: Desk| {
        let mut model = Accounts {
            who: who(Role::Administrator),
            accounts: Vec::new(),
            total: 0,
            wanted: String::new(),
            draft: AccountDraft::default(),
            problems: Vec::new(),
            invited: None,
        };
        model.who.staff.desk = desk;
        let html = render(&shell(Lang::En), Page::Accounts(Box::new(model)));
        move |desk: Desk| html.contains(&format!(r#"<option value="{}""#, desk.code()))
    };
    let street = Desk::Street(one.streets()[0]);
    let neighbour = Desk::Street(one.streets()[1]);
    let [in_city, in_district, in_street] = [Desk::City, Desk::District(one), street].map(offered);
    assert!(in_city(Desk::City) && in_city(Desk::District(other)) && in_city(street));
    assert!(in_district(Desk::District(one)) && in_district(street) && in_district(neighbour));
    assert!(!in_district(Desk::City) && !in_district(Desk::District(other)));
    assert!(in_street(street) && !in_street(neighbour) && !in_street(Desk::District(one)));
}

#[test]
fn whoever_must_wait_is_told_how_long() {
    let page = || sign_in("li.lei", Some(EntryProblem::TooMany { seconds: 361 }));
    says(
        Lang::Zh,
        page(),
        &["大约 7 分钟后再试", r#"value="li.lei""#],
    );
    says(Lang::En, page(), &["About 7 minutes from now"]);
}

#[test]
fn an_app_can_scan_the_secret_or_have_it_typed() {
    says(
        Lang::Zh,
        own(begun(), None),
        &[
            "GEZD GNBV GY3T QOJQ",
            r#"class="qr""#,
            "打开之前别的都做不了",
        ],
    );
}
