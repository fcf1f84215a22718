//! The object itself. It answers the edge's own questions, never the public's.

mod visiting;

use super::changing::{self, Sender};
use super::classes::{self, ClassFile};
use super::client::NO_CLASSES;
use super::commit::{By, Deed};
use super::entries::{self, Heads, Stored};
use super::migrations::STEPS;
use super::questions::{
    Answer, Asked, Body, Change, Denied, Done, Question, StoredProposal, StoredSubject, Verdict,
};
use super::store::{self, StoreError};
use super::{history, proposals, refusal, undoing};
use crate::config::Config;
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
use records::moment;
use serde::Serialize;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use worker::{DurableObject, Env, Method, Request, Response, State, durable_object};

/// The registry of a city's stations and holiday classes.
#[durable_object(fetch)]
pub struct Registry {
    sql: Sql,
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
    /// How many reports came lately.
    reporting: Cell<Bucket>,
}

/// Something that the registry holds in memory.
trait Shelved: Stored {
    fn shelf(registry: &Registry) -> &RefCell<Option<Heads<Self>>>;

    /// Lets what was made of it be made anew.
    fn changed(registry: &Registry);
}

impl Shelved for Station {
    fn shelf(registry: &Registry) -> &RefCell<Option<Heads<Self>>> {
        &registry.stations
    }

    fn changed(registry: &Registry) {
        registry.snapshot.replace(None);
    }
}

impl Shelved for HolidayClass {
    fn shelf(registry: &Registry) -> &RefCell<Option<Heads<Self>>> {
        &registry.classes
    }

    fn changed(registry: &Registry) {
        registry.class_file.replace(None);
    }
}

impl DurableObject for Registry {
    fn new(state: State, env: Env) -> Self {
        Self {
            sql: Sql::of(&state),
            env,
            is_prepared: Cell::default(),
            stations: RefCell::default(),
            classes: RefCell::default(),
            snapshot: RefCell::default(),
            class_file: RefCell::default(),
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
                Response::from_bytes(serde_json::to_vec(&answer).expect("plain data serialises"))
            }
            (Method::Post, "visitor") => {
                let visit = request.bytes().await?;
                let Ok(visit) = serde_json::from_slice(&visit) else {
                    return Response::error("no question", 400);
                };
                let answer = self.told_visitor(&visit);
                Response::from_bytes(serde_json::to_vec(&answer).expect("plain data serialises"))
            }
            (Method::Get, "lately") => respond(self.lately()),
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

    /// What staff are told; trouble is logged here and nowhere else.
    fn told(&self, asked: &Asked) -> Answer {
        self.answer(asked).unwrap_or_else(|trouble| {
            worker::console_error!("registry: {trouble}");
            Err(Denied::Broken)
        })
    }

    fn answer(&self, asked: &Asked) -> Result<Answer, StoreError> {
        self.prepare()?;
        let sql = &self.sql;
        let unreadable = |_| StoreError::Question("a question");
        let sender = Sender {
            staff: asked.staff.read().map_err(unreadable)?,
            name: asked.name.clone(),
            at: moment(asked.at).map_err(unreadable)?,
        };
        match &asked.question {
            Question::Batches { before, most } => history::batches(sql, &sender, *before, *most),
            Question::Batch { batch, .. } | Question::Undo { batch, .. } => {
                match history::seen_batch(sql, &sender, *batch)?.map(|batch| batch.subject) {
                    Some(subject) => self.answer_about(subject, &sender, &asked.question),
                    None => Ok(Err(Denied::NotFound)),
                }
            }
            Question::Proposals { open } => proposals::list(sql, &sender, *open),
            Question::Proposal(id) => {
                let proposal = proposals::one(sql, &sender, *id)?;
                let proposal = proposal.map(|proposal| Done::Proposal(Box::new(proposal)));
                Ok(proposal.ok_or(Denied::NotFound))
            }
            Question::Decide {
                proposal,
                verdict,
                note,
            } => self.decide(&sender, *proposal, *verdict, note),
            Question::Entry { subject, .. } | Question::History { subject, .. } => {
                self.answer_about(*subject, &sender, &asked.question)
            }
            Question::Change(change) => self.answer_about(change.subject, &sender, &asked.question),
            Question::Reports(question) => self.answer_reports(&sender, question),
            Question::Freshness(question) => self.answer_freshness(&sender, question),
        }
    }

    fn answer_about(
        &self,
        subject: StoredSubject,
        sender: &Sender,
        question: &Question,
    ) -> Result<Answer, StoreError> {
        match subject {
            StoredSubject::Station => self.answer_of::<Station>(sender, question),
            StoredSubject::Class => self.answer_of::<HolidayClass>(sender, question),
        }
    }

    fn answer_of<S: Shelved>(
        &self,
        sender: &Sender,
        question: &Question,
    ) -> Result<Answer, StoreError> {
        let sql = &self.sql;
        match question {
            Question::Entry { number, base, .. } => {
                self.with_heads::<S, _>(|heads| history::entry(sql, heads, sender, *number, *base))
            }
            Question::History { number, .. } => {
                self.with_heads::<S, _>(|heads| history::history(sql, heads, sender, *number))
            }
            Question::Batch { batch, after, most } => self.with_heads::<S, _>(|heads| {
                let Some(batch) = history::seen_batch(sql, sender, *batch)? else {
                    return Ok(Err(Denied::NotFound));
                };
                history::batch(sql, heads, batch, *after, *most).map(Ok)
            }),
            Question::Change(change) => {
                self.change_heads::<S, _>(|heads| changing::change(sql, heads, sender, change))
            }
            Question::Undo { batch, why } => self.change_heads::<S, _>(|heads| {
                let Some(batch) = history::seen_batch(sql, sender, *batch)? else {
                    return Ok(Err(Denied::NotFound));
                };
                undoing::take_back(sql, heads, sender, &batch, why)
            }),
            _ => Err(StoreError::Question("a question about no entry")),
        }
    }

    fn decide(
        &self,
        sender: &Sender,
        id: u32,
        verdict: Verdict,
        note: &str,
    ) -> Result<Answer, StoreError> {
        let Some(proposal) = proposals::one(&self.sql, sender, id)? else {
            return Ok(Err(Denied::NotFound));
        };
        if proposals::is_decided(&proposal) {
            return Ok(Err(Denied::Decided));
        }
        if !proposals::may_decide(sender, &proposal, verdict) {
            return Ok(Err(Denied::NotAllowed));
        }
        let Body::Change { change, .. } = &proposal.body;
        match change.subject {
            StoredSubject::Station => {
                self.decide_of::<Station>(sender, &proposal, change, verdict, note)
            }
            StoredSubject::Class => {
                self.decide_of::<HolidayClass>(sender, &proposal, change, verdict, note)
            }
        }
    }

    fn decide_of<S: Shelved>(
        &self,
        sender: &Sender,
        proposal: &StoredProposal,
        change: &Change,
        verdict: Verdict,
        note: &str,
    ) -> Result<Answer, StoreError> {
        let sql = &self.sql;
        self.change_heads::<S, _>(|heads| {
            let batch = match verdict {
                Verdict::Approve => {
                    match proposals::make(sql, heads, sender, &proposal.by, change)? {
                        Ok(batch) => Some(batch),
                        Err(denied) => return Ok(Err(denied)),
                    }
                }
                Verdict::Decline | Verdict::Withdraw => None,
            };
            proposals::decided(sql, sender, proposal.id, verdict, note, batch)?;
            Ok(Ok(Done::Decided))
        })
    }

    /// Looks at what is listed.
    fn with_heads<S: Shelved, T>(
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
    fn change_heads<S: Shelved, T>(
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
    fn prepare(&self) -> Result<(), StoreError> {
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
