//! Whether a whole chain is as it was written, read a page at a time.

use crate::problem::Problem;
use app::audit::Checked;
use domain::chain::{Record, verify};
use records::ChainRow;

/// So many records are asked for at once.
const AT_ONCE: u32 = 2000;

/// Checks the chain of which `page` gives the rows from a number on, at most so many.
pub(crate) async fn check<R: ChainRow>(
    page: impl AsyncFn(u32, u32) -> Result<Vec<R>, Problem>,
) -> Result<Checked, Problem> {
    let mut records: Vec<Record<R::Entry>> = Vec::new();
    loop {
        let from = u32::try_from(records.len()).map_err(|_| Problem::Internal)?;
        let rows = page(from, AT_ONCE).await?;
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
