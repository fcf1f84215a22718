//! What a list or an audit chain is asked for, in the query.

use super::super::params::{Query, problem};
use crate::desk::{Place, Wanted};
use crate::problem::Problem;
use crate::visit::Visit;
use domain::request::{Category, StageKind};
use domain::staff::Staff;
use domain::union::Desk;

/// Which records of an audit chain.
pub(super) struct Chain {
    /// The desk whose object keeps it.
    pub(super) keeper: Desk,
    /// From that number on.
    pub(super) from: u32,
    /// At most so many.
    pub(super) most: u32,
}

/// A page of a list: of the asker's own desk unless it says another.
pub(super) fn of_list(visit: &Visit, staff: Staff) -> Result<Wanted, Problem> {
    let names = ["desk", "stage", "category", "mine", "after", "limit"];
    let mut query = Query::of(visit, &names);
    let wanted = Wanted {
        desk: query.read("desk", Desk::from_code).unwrap_or(staff.desk),
        stage: query.read("stage", StageKind::from_code),
        category: query.read("category", Category::from_code),
        mine: query
            .read("mine", |text| text.parse().ok())
            .unwrap_or(false),
        after: query.read("after", Place::parse),
        most: query.limit(),
    };
    query.sound(wanted)
}

/// A page of an audit chain.
pub(super) fn of_audit(visit: &Visit) -> Result<Chain, Problem> {
    let mut query = Query::of(visit, &["desk", "after", "limit"]);
    let keeper = query.read("desk", |code| {
        Desk::from_code(code).filter(|desk| !matches!(desk, Desk::Street(_)))
    });
    if keeper.is_none() && query.errors.is_empty() {
        let detail = "a district or the city: whose chain";
        query.errors.push(problem("desk", "missing", detail));
    }
    let after: Option<u32> = query.read("after", |text| text.parse().ok());
    let chain = Chain {
        keeper: keeper.unwrap_or(Desk::City),
        from: after.map_or(0, |after| after.saturating_add(1)),
        most: query.limit(),
    };
    query.sound(chain)
}
