//! The object itself. It answers the edge's own questions, never the public's.

use super::migrations;
use super::store::{self, Held, StoreError};
use crate::problem::{FieldProblem, Problem};
use crate::sql::Sql;
use domain::demonstration;
use domain::listing::{self, Failure};
use domain::places::District;
use domain::snapshot::{self, Snapshot};
use domain::station::Station;
use serde::Serialize;
use std::cell::RefCell;
use std::rc::Rc;
use worker::{DurableObject, Env, Method, Request, Response, State, durable_object};

/// A listing of nothing but errors says the first of them.
const MOST_ERRORS: usize = 100;

/// The registry of a city's stations.
#[durable_object(fetch)]
pub struct Registry {
    sql: Sql,
    /// Made when it is first asked for, and anew after each change.
    snapshot: RefCell<Option<Rc<Snapshot>>>,
}

impl DurableObject for Registry {
    fn new(state: State, _env: Env) -> Self {
        Self {
            sql: Sql::of(&state),
            snapshot: RefCell::default(),
        }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let path = request.path();
        match (request.method(), path.trim_start_matches('/')) {
            (Method::Put, "listing") => {
                let csv = request.bytes().await?;
                respond(self.replace(&csv))
            }
            (Method::Get, path) => respond(self.file(path)),
            _ => Response::error("no such question", 405),
        }
    }
}

/// What became of a new listing.
#[derive(Serialize)]
struct Replaced {
    stations: usize,
    version: String,
}

impl Registry {
    /// `version`, `VERSION/points` or `VERSION/DISTRICT` of the snapshot as it is now.
    fn file(&self, path: &str) -> Result<Vec<u8>, Problem> {
        let snapshot = self.snapshot().map_err(broken)?;
        if path == "version" {
            return Ok(snapshot.version.clone().into_bytes());
        }
        let name = path
            .strip_prefix(&snapshot.version)
            .ok_or(Problem::NotFound)?;
        if name == "/points" {
            return Ok(snapshot.city.clone());
        }
        let district = name
            .strip_prefix('/')
            .and_then(|code| District::from_code(code.parse().ok()?));
        let texts = snapshot
            .texts
            .iter()
            .find(|texts| Some(texts.district) == district);
        texts
            .map(|texts| texts.bytes.clone())
            .ok_or(Problem::NotFound)
    }

    /// Reads the CSV of a listing and puts it in the place of the one that is held.
    fn replace(&self, csv: &[u8]) -> Result<Vec<u8>, Problem> {
        let stations = read(csv)?;
        migrations::run(&self.sql).map_err(|error| broken(error.into()))?;
        let listing = Held {
            stations,
            demonstration: false,
        };
        store::replace(&self.sql, &listing).map_err(|error| broken(error.into()))?;
        let snapshot = Rc::new(snapshot::encode(&listing.stations, listing.demonstration));
        let replaced = Replaced {
            stations: listing.stations.len(),
            version: snapshot.version.clone(),
        };
        self.snapshot.replace(Some(snapshot));
        Ok(serde_json::to_vec(&replaced).expect("plain data serialises"))
    }

    fn snapshot(&self) -> Result<Rc<Snapshot>, StoreError> {
        if let Some(snapshot) = &*self.snapshot.borrow() {
            return Ok(Rc::clone(snapshot));
        }
        let listing = self.prepare()?;
        let snapshot = Rc::new(snapshot::encode(&listing.stations, listing.demonstration));
        self.snapshot.replace(Some(Rc::clone(&snapshot)));
        Ok(snapshot)
    }

    /// The listing that is held, after bringing the schema up to date. Before a listing was ever
    /// loaded that is the demonstration one.
    fn prepare(&self) -> Result<Held, StoreError> {
        migrations::run(&self.sql)?;
        if let Some(listing) = store::read(&self.sql)? {
            return Ok(listing);
        }
        let listing = Held {
            stations: demonstration::stations(),
            demonstration: true,
        };
        store::replace(&self.sql, &listing)?;
        Ok(listing)
    }
}

fn respond(answer: Result<Vec<u8>, Problem>) -> worker::Result<Response> {
    match answer {
        Ok(bytes) => Response::from_bytes(bytes),
        Err(problem) => {
            let status = problem.status().as_u16();
            Ok(Response::from_bytes(problem.to_json())?.with_status(status))
        }
    }
}

fn broken(error: StoreError) -> Problem {
    worker::console_error!("registry: {error}");
    Problem::Internal
}

/// Every row, or a problem for each that is wrong. The datum is a column of its own here.
fn read(csv: &[u8]) -> Result<Vec<Station>, Problem> {
    let report = match listing::read_open_csv(csv) {
        Ok(listing) if listing.report.rejected == 0 => return Ok(listing.stations),
        Ok(listing::Listing { report, .. }) | Err(Failure::NothingLoaded(report)) => report,
        Err(failure) => {
            return Err(Problem::Unreadable(vec![wrong(
                "body",
                failure.sentence().en,
            )]));
        }
    };
    let shown = report
        .problems
        .iter()
        .filter(|problem| problem.reason.is_error());
    Err(Problem::Unreadable(
        shown
            .take(MOST_ERRORS)
            .map(|problem| wrong(&problem.column, problem.sentence().en))
            .collect(),
    ))
}

fn wrong(field: &str, detail: String) -> FieldProblem {
    FieldProblem {
        field: field.to_owned(),
        code: "unreadable",
        detail,
    }
}
