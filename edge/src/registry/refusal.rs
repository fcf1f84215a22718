//! A listing is taken whole: what is said of one that cannot be.

use crate::problem::{FieldProblem, Problem};
use domain::listing::{Failure, Report};

/// A listing of nothing but errors says the first of them.
const MOST_ERRORS: usize = 100;

/// Every row, or a problem for each that is wrong.
pub(super) fn whole<T>(read: Result<(Vec<T>, Report), Failure>) -> Result<Vec<T>, Problem> {
    let report = match read {
        Ok((items, report)) if report.rejected == 0 => return Ok(items),
        Ok((_, report)) | Err(Failure::NothingLoaded(report)) => report,
        Err(failure) => {
            let detail = failure.sentence().en;
            return Err(Problem::Unreadable(vec![wrong("body", detail)]));
        }
    };
    let problems = report.problems.iter();
    let errors = problems.filter(|problem| problem.reason.is_error());
    let told = errors.map(|problem| wrong(&problem.column, problem.sentence().en));
    Err(Problem::Unreadable(told.take(MOST_ERRORS).collect()))
}

fn wrong(field: &str, detail: String) -> FieldProblem {
    FieldProblem {
        field: field.to_owned(),
        code: "unreadable",
        detail,
    }
}
