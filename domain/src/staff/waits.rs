//! What can wait for somebody at their desk: what they are told of where they begin.

use super::{Action, Staff, StaffId, may};
use crate::coded::coded;
use crate::request::MoveKind;

coded! {
    /// What waits for somebody, the most pressing first.
    Waits,
    /// Several of them.
    WaitsSet,
    Overdue = "overdue" / "已超期的诉求",
    Soon = "soon" / "即将到期的诉求",
    Open = "open" / "还在期限内的诉求",
    Second = "second" / "等第二个人确认的改动和导入",
    Reports = "reports" / "职工反映",
    Due = "due" / "这个月还没核实的站点",
}

impl Waits {
    /// What can wait for `staff`: nothing that they could only look at.
    pub fn all_of(staff: Staff) -> impl Iterator<Item = Self> {
        let all = Self::ALL.iter().copied();
        all.filter(move |waits| may(staff, waits.action(), staff.desk))
    }

    /// What is done about it.
    const fn action(self) -> Action {
        match self {
            Self::Overdue | Self::Soon | Self::Open => Action::Move(MoveKind::Take),
            Self::Second => Action::ApproveSensitive {
                // No account has this number.
                proposed_by: StaffId(0),
            },
            Self::Reports | Self::Due => Action::EditListing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::staff::Role;
    use crate::union::Desk;

    #[test]
    fn nothing_waits_for_those_who_only_look_or_keep_accounts() {
        let waits = |role| -> Vec<_> {
            let id = StaffId(1);
            let desk = Desk::City;
            let all = Waits::all_of(Staff { id, role, desk });
            all.map(Waits::code).collect()
        };
        let requests = ["overdue", "soon", "open"];
        let listings = ["second", "reports", "due"];
        assert_eq!(waits(Role::RequestHandler), requests);
        assert_eq!(waits(Role::ListingEditor), listings);
        assert_eq!(waits(Role::Supervisor), [requests, listings].concat());
        assert!(waits(Role::Auditor).is_empty() && waits(Role::Administrator).is_empty());
    }
}
