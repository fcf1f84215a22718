//! The object itself. It answers the edge's own questions, never the public's.

mod importing;
mod visiting;
mod waking;

use self::waking::Ring;
use super::classes::{self, ClassFile};
use super::client::NO_CLASSES;
use super::commit::{By, Deed};
use super::entries::{self, Heads, Stored};
use super::imports::slices::Job;
use super::migrations::STEPS;
use super::refusal;
use super::store::{self, StoreError};
use crate::config::Config;
use crate::parcel;
use crate::problem::Problem;
use crate::sql::{Sql, migrate};
use domain::class::HolidayClass;
use domain::demonstration;
use domain::listing;
use domain::listing::entry::Cause;
use domain::places::District;
use domain::snapshot::{self, Snapshot};
use domain::station::Station;
use domain::throttle::Bucket;
use domain::time::BeijingTime;
use serde::Serialize;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use worker::{DurableObject, Env, Method, Request, Response, State, durable_object};

/// The registry of a city's stations and holiday classes.
#[durable_object(alarm)]
pub struct Registry {
    state: State,
    pub(super) sql: Sql,
    env: Env,
    /// Whether the schema is up to date, and there is a listing.
    is_prepared: Cell<bool>,
    /// What is listed, once it was asked for.
    stations: RefCell<Option<Heads<Station>>>,
    classes: RefCell<Option<Heads<HolidayClass>>>,
    /// Made when it is first asked for, and anew after each change.
    snapshot: RefCell<Option<Rc<Snapshot>>>,
    /// The same; `None` inside while there is no class.
    class_file: RefCell<Option<Option<Rc<ClassFile>>>>,
    /// Imports that are being planned.
    station_job: RefCell<Option<Job<Station>>>,
    class_job: RefCell<Option<Job<HolidayClass>>>,
    /// What the alarm is set for, as far as that is known.
    armed: Cell<Option<Ring>>,
    /// How many reports came lately.
    reporting: Cell<Bucket>,
}

/// Something that the registry holds in memory.
pub(super) trait Shelved: Stored {
    fn shelf(registry: &Registry) -> &RefCell<Option<Heads<Self>>>;

    /// Lets what was made of it be made anew.
    fn changed(registry: &Registry);

    /// The import of such that is being planned.
    fn job(registry: &Registry) -> &RefCell<Option<Job<Self>>>;
}

impl Shelved for Station {
    fn shelf(registry: &Registry) -> &RefCell<Option<Heads<Self>>> {
        &registry.stations
    }

    fn changed(registry: &Registry) {
        registry.snapshot.replace(None);
    }

    fn job(registry: &Registry) -> &RefCell<Option<Job<Self>>> {
        &registry.station_job
    }
}

impl Shelved for HolidayClass {
    fn shelf(registry: &Registry) -> &RefCell<Option<Heads<Self>>> {
        &registry.classes
    }

    fn changed(registry: &Registry) {
        registry.class_file.replace(None);
    }

    fn job(registry: &Registry) -> &RefCell<Option<Job<Self>>> {
        &registry.class_job
    }
}

impl DurableObject for Registry {
    fn new(state: State, env: Env) -> Self {
        Self {
            sql: Sql::of(&state),
            state,
            env,
            is_prepared: Cell::default(),
            stations: RefCell::default(),
            classes: RefCell::default(),
            snapshot: RefCell::default(),
            class_file: RefCell::default(),
            station_job: RefCell::default(),
            class_job: RefCell::default(),
            armed: Cell::default(),
            reporting: Cell::new(Bucket::FULL),
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
            (Method::Post, "ask") => {
                let question = request.bytes().await?;
                let Ok(asked) = serde_json::from_slice(&question) else {
                    return Response::error("no question", 400);
                };
                let answer = self.told(&asked);
                self.arm().await;
                Response::from_bytes(serde_json::to_vec(&answer).expect("plain data serialises"))
            }
            (Method::Post, "imports") => {
                let parcel = request.bytes().await?;
                let Some((asked, file)) = parcel::read(&parcel) else {
                    return Response::error("no question", 400);
                };
                let answer = self.imports(&asked, file);
                self.arm().await;
                Response::from_bytes(serde_json::to_vec(&answer).expect("plain data serialises"))
            }
            (Method::Post, "visitor") => {
                let parcel = request.bytes().await?;
                let Some((visit, photo)) = parcel::read(&parcel) else {
                    return Response::error("no question", 400);
                };
                let answer = self.told_visitor(&visit, photo);
                self.arm().await;
                Response::from_bytes(serde_json::to_vec(&answer).expect("plain data serialises"))
            }
            (Method::Get, "lately") => respond(self.lately()),
            (Method::Get, path) => respond(match path.split_once('/') {
                Some(("classes", path)) => self.class_file(path),
                Some(("report-photos", id)) => self.sealed_photo(id),
                Some(("rewrap", after)) => self.rewrap(after),
                _ => self.file(path),
            }),
            _ => Response::error("no such question", 405),
        }
    }

    async fn alarm(&self) -> worker::Result<Response> {
        self.rang();
        self.plan_slice();
        self.arm().await;
        Response::empty()
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
struct ReplacedClasses {
    classes: usize,
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
        let read = listing::read_open_csv(csv).map(|listing| (listing.stations, listing.report));
        let stations = refusal::whole(read)?;
        let replaced = Replaced {
            stations: stations.len(),
            version: self.put_stations(stations).map_err(broken)?,
        };
        Ok(serde_json::to_vec(&replaced).expect("plain data serialises"))
    }

    fn put_stations(&self, stations: Vec<Station>) -> Result<String, StoreError> {
        self.prepare()?;
        let deed = self.operators()?;
        self.change_heads::<Station, _>(|heads| {
            if store::is_demonstration(&self.sql)? == Some(true) {
                store::forget_demonstration(&self.sql)?;
                heads.clear();
            }
            store::set_demonstration(&self.sql, false)?;
            store::replace(&self.sql, heads, &deed, stations.clone())
        })?;
        Ok(self.snapshot()?.version.clone())
    }

    /// `version` or `VERSION` of the classes as they are now.
    fn class_file(&self, path: &str) -> Result<Vec<u8>, Problem> {
        let file = self.class_list().map_err(broken)?;
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
        let replaced = ReplacedClasses {
            classes: classes.len(),
            version: self.put_classes(classes).map_err(broken)?,
        };
        Ok(serde_json::to_vec(&replaced).expect("plain data serialises"))
    }

    fn put_classes(&self, classes: Vec<HolidayClass>) -> Result<String, StoreError> {
        self.prepare()?;
        let deed = self.operators()?;
        self.change_heads::<HolidayClass, _>(|heads| {
            store::replace(&self.sql, heads, &deed, classes.clone())
        })?;
        let file = self.class_list()?;
        Ok(file.map_or(NO_CLASSES.to_owned(), |file| file.version.clone()))
    }

    /// What the operator does, who is nobody in particular.
    fn operators(&self) -> Result<Deed, StoreError> {
        Ok(Deed {
            at: self.now()?,
            cause: Cause::Listing,
            by: By::operator(),
            second: None,
            why: String::new(),
            undoes: None,
        })
    }

    fn now(&self) -> Result<BeijingTime, StoreError> {
        let config = Config::of(&self.env);
        let config = config.map_err(|_| StoreError::Question("the configuration"))?;
        Ok(config.now())
    }

    /// Looks at what is listed.
    pub(super) fn with_heads<S: Shelved, T>(
        &self,
        look: impl FnOnce(&mut Heads<S>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut shelf = S::shelf(self).borrow_mut();
        match &mut *shelf {
            Some(heads) => look(heads),
            None => look(shelf.insert(entries::heads(&self.sql)?)),
        }
    }

    /// Changes what is listed, whole or not at all. What fails is read again from the tables.
    pub(super) fn change_heads<S: Shelved, T>(
        &self,
        mut work: impl FnMut(&mut Heads<S>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let worked = self.with_heads(|heads| self.sql.transaction(|| work(heads)));
        if worked.is_err() {
            S::shelf(self).replace(None);
        }
        S::changed(self);
        worked
    }

    fn class_list(&self) -> Result<Option<Rc<ClassFile>>, StoreError> {
        if let Some(file) = &*self.class_file.borrow() {
            return Ok(file.clone());
        }
        self.prepare()?;
        let file = self.with_heads::<HolidayClass, _>(|heads| Ok(classes::file(heads)))?;
        let file = file.map(Rc::new);
        self.class_file.replace(Some(file.clone()));
        Ok(file)
    }

    fn snapshot(&self) -> Result<Rc<Snapshot>, StoreError> {
        if let Some(snapshot) = &*self.snapshot.borrow() {
            return Ok(Rc::clone(snapshot));
        }
        self.prepare()?;
        let demonstration = store::is_demonstration(&self.sql)? == Some(true);
        let stations = self.with_heads::<Station, _>(|heads| {
            Ok(heads
                .values()
                .map(|head| head.entry.clone())
                .collect::<Vec<_>>())
        })?;
        let snapshot = Rc::new(snapshot::encode(&stations, demonstration));
        self.snapshot.replace(Some(Rc::clone(&snapshot)));
        Ok(snapshot)
    }

    /// Brings the schema up to date. Before a listing was ever loaded there is the demonstration one.
    pub(super) fn prepare(&self) -> Result<(), StoreError> {
        if self.is_prepared.get() {
            return Ok(());
        }
        migrate(&self.sql, STEPS)?;
        if store::is_demonstration(&self.sql)?.is_none() {
            let deed = self.operators()?;
            self.change_heads::<Station, _>(|heads| {
                store::set_demonstration(&self.sql, true)?;
                store::replace(&self.sql, heads, &deed, demonstration::stations())
            })?;
        }
        self.is_prepared.set(true);
        Ok(())
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
