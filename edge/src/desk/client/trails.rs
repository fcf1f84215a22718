//! Reading the record of a desk: narrowed, the latest first; or whole, to check it.

use super::workplace::Workplace;
use super::{Client, broken};
use crate::desk::questions::{Chained, Done, StaffsQuestion, Trailed};
use crate::problem::Problem;
use app::audit::{Checked, Trail};
use domain::request::{Record, verify};
use domain::time::BeijingTime;
use domain::union::Desk;
use records::{AuditRow, seconds};

/// So many records are asked for at once where all are.
const AT_ONCE: u32 = 2000;

impl Workplace<'_> {
    /// The records of the chain of `keeper`'s object that are wanted and that this person may see,
    /// and before which number to go on.
    pub(crate) async fn trail(
        &self,
        keeper: Desk,
        trail: &Trail,
        most: u32,
    ) -> Result<(Vec<Record>, Option<u32>), Problem> {
        let midnight = |date, minute| seconds(BeijingTime::at_minute(date, minute));
        let wanted = Trailed {
            what: trail.what.map(|what| what.code().to_owned()),
            reference: trail.reference.map(|reference| reference.to_string()),
            by: trail.by.map(|id| id.0),
            from: trail.from.map(|date| midnight(date, 0)),
            until: trail.to.map(|date| midnight(date, 24 * 60)),
            before: trail.before,
            most,
        };
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
        let mut records: Vec<Record> = Vec::new();
        loop {
            let from = u32::try_from(records.len()).map_err(|_| Problem::Internal)?;
            let chained = Chained {
                keeper: keeper.code(),
                from,
                most: AT_ONCE,
            };
            let question = self.question(StaffsQuestion::Audit(chained));
            let Done::Audited(rows) = client.ask(&question).await? else {
                return Err(Problem::Internal);
            };
            let is_last = rows.len() < AT_ONCE as usize;
            for row in rows {
                match row.read() {
                    Ok(record) => records.push(record),
                    Err(_) => return Ok(Checked::Unreadable(records.len())),
                }
            }
            if is_last {
                return Ok(match verify(&records) {
                    Ok(last) => Checked::Sound {
                        entries: records.len(),
                        last,
                    },
                    Err(first) => Checked::Broken(first),
                });
            }
        }
    }
}
