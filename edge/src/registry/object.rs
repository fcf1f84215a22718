//! The object itself. It answers the edge's own questions, never the public's.

use super::classes::{self, ClassFile};
use super::client::NO_CLASSES;
use super::migrations::STEPS;
use super::refusal;
use super::store::{self, Held, StoreError};
use crate::problem::Problem;
use crate::sql::{Sql, migrate};
use domain::demonstration;
use domain::listing;
use domain::places::District;
use domain::snapshot::{self, Snapshot};
use serde::Serialize;
use std::cell::RefCell;
use std::rc::Rc;
use worker::{DurableObject, Env, Method, Request, Response, State, durable_object};

/// The registry of a city's stations and holiday classes.
#[durable_object(fetch)]
pub struct Registry {
    sql: Sql,
    /// Made when it is first asked for, and anew after each change.
    snapshot: RefCell<Option<Rc<Snapshot>>>,
    /// The same; `None` inside while no class was ever loaded.
    classes: RefCell<Option<Option<Rc<ClassFile>>>>,
}

impl DurableObject for Registry {
    fn new(state: State, _env: Env) -> Self {
        Self {
            sql: Sql::of(&state),
            snapshot: RefCell::default(),
            classes: RefCell::default(),
        }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let path = request.path();
        match (request.method(), path.trim_start_matches('/')) {
            (Method::Put, "listing") => {
                let csv = request.bytes().await?;
                respond(self.replace(&csv))
            }
            (Method::Put, "classes") => {
                let csv = request.bytes().await?;
                respond(self.replace_classes(&csv))
            }
            (Method::Get, path) => respond(match path.strip_prefix("classes/") {
                Some(path) => self.class_file(path),
                None => self.file(path),
            }),
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

/// What became of a new listing of classes.
#[derive(Serialize)]
struct ReplacedClasses<'a> {
    classes: usize,
    version: &'a str,
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
        let read = listing::read_open_csv(csv).map(|listing| (listing.stations, listing.report));
        let stations = refusal::whole(read)?;
        migrate(&self.sql, STEPS).map_err(|error| broken(error.into()))?;
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

    /// `version` or `VERSION` of the classes as they are now.
    fn class_file(&self, path: &str) -> Result<Vec<u8>, Problem> {
        let file = self.classes().map_err(broken)?;
        let version = file.as_ref().map_or(NO_CLASSES, |file| &file.version);
        match (path, &file) {
            ("version", _) => Ok(version.as_bytes().to_vec()),
            (path, Some(file)) if path == version => Ok(file.csv.clone()),
            _ => Err(Problem::NotFound),
        }
    }

    /// Reads the CSV of a listing and puts it in the place of the classes that are held.
    fn replace_classes(&self, csv: &[u8]) -> Result<Vec<u8>, Problem> {
        let classes = classes::parse(csv)?;
        migrate(&self.sql, STEPS).map_err(|error| broken(error.into()))?;
        let file = classes::replace(&self.sql, &classes).map_err(|error| broken(error.into()))?;
        let replaced = ReplacedClasses {
            classes: file.count,
            version: &file.version,
        };
        let told = serde_json::to_vec(&replaced).expect("plain data serialises");
        self.classes.replace(Some(Some(Rc::new(file))));
        Ok(told)
    }

    fn classes(&self) -> Result<Option<Rc<ClassFile>>, StoreError> {
        if let Some(file) = &*self.classes.borrow() {
            return Ok(file.clone());
        }
        migrate(&self.sql, STEPS)?;
        let file = classes::read(&self.sql)?.map(Rc::new);
        self.classes.replace(Some(file.clone()));
        Ok(file)
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
        migrate(&self.sql, STEPS)?;
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
