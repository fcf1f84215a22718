//! Reading the record of a desk: narrowed, the latest first; or whole, to check it.

use super::workplace::Workplace;
use super::{Client, broken};
use crate::chain::{self, Trailed};
use crate::desk::questions::{Chained, Done, StaffsQuestion};
use crate::problem::Problem;
use app::audit::Checked;
use domain::request::Record;
use domain::union::Desk;
use records::{AuditRow, ChainRow};

impl Workplace<'_> {
    /// The records of the chain of `keeper`'s object that are wanted and that this person may see,
    /// and before which number to go on.
    pub(crate) async fn trail(
        &self,
        keeper: Desk,
        wanted: Trailed,
    ) -> Result<(Vec<Record>, Option<u32>), Problem> {
        let question = self.question(StaffsQuestion::Trail(wanted));
        let client = Client::keeper(self.visit, &keeper.code())?;
        let Done::Trail { rows, next } = client.ask(&question).await? else {
            return Err(Problem::Internal);
        };
        let records: Result<_, _> = rows.into_iter().map(AuditRow::read).collect();
        let records = records.map_err(|unreadable| broken(unreadable.into()))?;
        Ok((records, next))
    }

    /// Whether the chain of `keeper`'s object is as it was written.
    pub(crate) async fn check_chain(&self, keeper: Desk) -> Result<Checked, Problem> {
        let client = Client::keeper(self.visit, &keeper.code())?;
        chain::check::<AuditRow>(async |from, most| {
            let chained = Chained {
                keeper: keeper.code(),
                from,
                most,
            };
            let question = self.question(StaffsQuestion::Audit(chained));
            match client.ask(&question).await? {
                Done::Audited(rows) => Ok(rows),
                _ => Err(Problem::Internal),
            }
        })
        .await
    }
}
