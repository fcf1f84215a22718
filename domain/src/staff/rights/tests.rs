//! Every role at every desk, every action at every desk, against a table.

use super::*;
use crate::places::District;
use MoveKind::*;

/// A street, another of the same district, one of another district, both districts, the city.
fn desks() -> [Desk; 6] {
    let [one, other] = [District::all()[0], District::all()[1]];
    [
        Desk::Street(one.streets()[0]),
        Desk::Street(one.streets()[1]),
        Desk::Street(other.streets()[0]),
        Desk::District(one),
        Desk::District(other),
        Desk::City,
    ]
}

/// For the staff of each desk, in that order, which of the desks are theirs and which below:
/// `o` its own, `b` below.
const RELATION: [&str; 6] = ["o.....", ".o....", "..o...", "bb.o..", "..b.o.", "bbbbbo"];

const ME: StaffId = StaffId(1);
const OTHER: StaffId = StaffId(2);

/// Every action with the relations in which the auditor, the listing editor, the request handler,
/// the supervisor and the administrator may do it.
fn written() -> Vec<(Action, [&'static str; 5])> {
    let mut table = vec![
        (Action::SeeRequest, ["ob", "", "ob", "ob", ""]),
        (Action::SeeHistory, ["ob", "ob", "", "ob", ""]),
        (Action::EditListing, ["", "ob", "", "ob", ""]),
        (Action::ProposeSensitive, ["", "ob", "", "ob", ""]),
        (
            Action::ApproveSensitive { proposed_by: OTHER },
            ["", "ob", "", "ob", ""],
        ),
        (Action::ApproveSensitive { proposed_by: ME }, [""; 5]),
        (Action::Import, ["", "ob", "", "ob", ""]),
        (Action::MakeAccount, ["", "", "", "", "ob"]),
        (Action::ChangeAccount { of: OTHER }, ["", "", "", "", "ob"]),
        (Action::ChangeAccount { of: ME }, [""; 5]),
        (Action::Audit, ["ob", "", "", "", ""]),
        (Action::AuditAccounts, ["ob", "", "", "", "ob"]),
        (Action::SeeOverview, ["ob", "", "", "ob", ""]),
    ];
    for kind in [Take, Return, Ask, Write, Answer, Reveal] {
        table.push((Action::Move(kind), ["", "", "o", "o", ""]));
    }
    for kind in [Dispatch, Join, ReferOut] {
        table.push((Action::Move(kind), ["", "", "", "o", ""]));
    }
    for kind in [
        AnswerTogether,
        Withdraw,
        Solved,
        NotSolved,
        Warn,
        Escalate,
        Overdue,
        Destroy,
    ] {
        table.push((Action::Move(kind), [""; 5]));
    }
    table
}

#[test]
fn everyone_may_what_is_written_and_nothing_else() {
    let mut checked = 0;
    for (action, by_role) in written() {
        for (role, relations) in Role::ALL.iter().zip(by_role) {
            for (at, related) in desks().into_iter().zip(RELATION) {
                let staff = Staff {
                    id: ME,
                    role: *role,
                    desk: at,
                };
                for (desk, relation) in desks().into_iter().zip(related.chars()) {
                    let expected = relations.contains(relation);
                    let found = may(staff, action, desk);
                    assert_eq!(found, expected, "{staff:?} {action:?} {desk:?}");
                    checked += 1;
                }
            }
        }
    }
    assert_eq!(checked, (13 + MoveKind::ALL.len()) * 5 * 6 * 6);
}

#[test]
fn every_move_is_in_the_table_once() {
    for kind in MoveKind::ALL {
        let written = written();
        let rows = written
            .iter()
            .filter(|(action, _)| *action == Action::Move(*kind));
        assert_eq!(rows.count(), 1, "{kind:?}");
    }
}
