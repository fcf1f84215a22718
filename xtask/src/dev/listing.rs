//! A real listing on its way to the site: read, reported, handed over whole.

use std::env;
use std::fs;
use std::path::Path;

use domain::geo::Datum;
use domain::listing::{self, Bilingual, Failure, Report, Subject};

use super::request;
use crate::sh::{Outcome, problem};

/// What can be loaded of a file, in the form in which the site takes it.
pub(crate) struct Listing {
    /// Where the site takes it.
    path: &'static str,
    csv: String,
}

impl Listing {
    /// Reads a file and prints what is wrong with its rows; a file of nothing but errors is a problem.
    pub(crate) fn read(subject: Subject, file: &Path, datum: Option<Datum>) -> Outcome<Self> {
        let name = file.display();
        let bytes = fs::read(file).map_err(|why| problem(format!("{name}: {why}.")))?;
        let (path, read) = match subject {
            Subject::Stations => ("/api/v1/listing", stations(&bytes, datum)),
            Subject::Classes => ("/api/v1/classes", classes(&bytes, datum)),
        };
        match read {
            Ok((csv, report)) => {
                print(&report);
                Ok(Self { path, csv })
            }
            Err(failure) => {
                if let Failure::NothingLoaded(report) = &failure {
                    print(report);
                }
                let sentence = readers_own(failure.sentence());
                Err(problem(format!("{name}: {sentence}")))
            }
        }
    }

    /// Hands it to the running site, which takes all of them or none.
    pub(crate) fn hand_over(&self, port: u16, operator_token: &str) -> Outcome {
        let headers = [
            ("authorization", format!("Bearer {operator_token}")),
            ("content-type", "text/csv; charset=utf-8".into()),
        ];
        let answer = request::put(port, self.path, &headers, self.csv.as_bytes())
            .map_err(|why| problem(format!("The listing could not be handed over: {why}.")))?;
        match answer.status {
            200..300 => Ok(()),
            status => Err(problem(format!(
                "The site refused the listing ({status}); nothing was changed. {}",
                answer.body.trim()
            ))),
        }
    }
}

fn stations(bytes: &[u8], datum: Option<Datum>) -> Result<(String, Report), Failure> {
    let listing = listing::read(bytes, datum)?;
    Ok((listing::write_csv(&listing.stations), listing.report))
}

fn classes(bytes: &[u8], datum: Option<Datum>) -> Result<(String, Report), Failure> {
    let listing = listing::classes::read(bytes, datum)?;
    let csv = listing::classes::write_csv(&listing.classes);
    Ok((csv, listing.report))
}

fn print(report: &Report) {
    for problem in &report.problems {
        eprintln!("{}", readers_own(problem.sentence()));
    }
    eprintln!("{}", readers_own(report.sentence()));
}

/// The sentence in the language of the terminal.
fn readers_own(sentence: Bilingual) -> String {
    let language = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    match language {
        Some(language) if language.starts_with("zh") => sentence.zh,
        _ => sentence.en,
    }
}
