//! Several requests at once, as rendered.

use super::super::says;
use super::examples::{desk_page, list, me, ticked, together, undone};
use crate::desk::{Hitch, List, Obstacle, Outcome};
use crate::wording::Lang;
use domain::request::MoveKind;
use domain::staff::{Role, Staff};
use domain::union::Desk;

const FORM: &str = r#"<form method="post" id="several" action="/staff/requests/several">"#;
const BOX: &str = r#"name="tick""#;

fn html_of(model: List) -> String {
    says(Lang::Zh, desk_page(model), &[])
}

/// The list as somebody else sees it, without what another desk has.
fn seen_by(staff: Staff) -> String {
    let mut model = list();
    model.rows.retain(|row| row.desk == me().desk);
    model.who.staff = staff;
    html_of(model)
}

#[test]
fn what_is_open_at_ones_own_desk_can_be_ticked() {
    let html = html_of(list());
    // Of the seven one is at the city's desk, one is answered and one is over.
    assert_eq!(html.matches(BOX).count(), 4);
    assert!(html.contains(FORM) && html.contains(&ticked().text()));
    let auditor = Staff {
        role: Role::Auditor,
        ..me()
    };
    let above = Staff {
        desk: Desk::City,
        ..me()
    };
    for staff in [auditor, above] {
        let html = seen_by(staff);
        assert!(!html.contains(BOX) && !html.contains(FORM), "{staff:?}");
    }
}

#[test]
fn only_who_may_hand_on_and_has_somebody_below_is_offered_it() {
    let offers = |role, desk| {
        let mut model = list();
        model.who.staff = Staff { role, desk, ..me() };
        for row in &mut model.rows {
            row.desk = desk;
        }
        html_of(model).contains(r#"value="dispatch""#)
    };
    assert!(offers(Role::Supervisor, Desk::City));
    assert!(!offers(Role::RequestHandler, Desk::City));
    assert!(!offers(Role::Supervisor, me().desk), "a street has nobody");
}

#[test]
fn what_was_ticked_and_typed_comes_back_with_what_is_wrong() {
    for (obstacle, words) in [
        (Obstacle::NoneTicked, "先在上面勾几件"),
        (Obstacle::Mixed, "不是同一类"),
        (Obstacle::Typed(Hitch::Blanks), "还有没填的空"),
        (Obstacle::Typed(Hitch::Stale), "再点一次就发"),
    ] {
        let html = html_of(undone(MoveKind::Answer, obstacle));
        assert!(html.contains(words), "{words}");
        assert!(html.contains("&lt;/textarea&gt;&lt;script&gt;</textarea>"));
        assert!(html.contains(&format!(r#"value="{}" checked"#, ticked().text())));
    }
}

#[test]
fn the_page_says_of_each_what_came_of_it() {
    let outcomes = [Outcome::Done, Outcome::Done, Outcome::Changed];
    let html = says(
        Lang::Zh,
        together(&outcomes),
        &[
            "3 件里办成 2 件",
            "有了变化，没动",
            r#"href="/staff/requests?own=yes""#,
        ],
    );
    assert!(!html.contains("刷新"), "nothing is left to try");
    says(Lang::Zh, together(&[Outcome::Unknown]), &["不会办两遍"]);
}
