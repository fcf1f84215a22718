//! What comes after a form: the fields again, the answers to check, or the request to keep.

use super::form::{Form, Step};
use domain::city::City;
use domain::places::{District, Street};
use domain::request::{
    Countdown, Draft, Due, Field, FieldProblem, Limits, Outline, Problem, Submission, find, mask,
    signals_danger,
};
use domain::station::StationId;
use domain::time::BeijingTime;
use domain::union::Desk;

/// What the form needs to know of a station.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StationAt {
    /// Its name.
    pub name: String,
    /// Its district.
    pub district: District,
    /// Its street, if the listing says.
    pub street: Option<Street>,
}

impl StationAt {
    /// That station of the city; `None` without the words of its district.
    pub fn of(city: &City, id: StationId) -> Option<Self> {
        let place = city.place(id)?;
        Some(Self {
            name: city.text(place)?.name.clone(),
            district: place.district,
            street: place.street,
        })
    }
}

/// What to do with a form that was sent.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// Show the fields; with problems the status is 422.
    Ask(Box<NewRequest>),
    /// Show the answers.
    Check(Box<CheckAnswers>),
    /// Keep it: `form.key`, `form.draft` and `submission`, joined to a like one if `form.step` is
    /// [`Step::Join`]. Where that fails, show it again with a
    /// [`Setback`].
    File(Box<CheckAnswers>),
}

/// The page of the fields.
#[derive(Clone, Debug, PartialEq)]
pub struct NewRequest {
    /// What was typed so far.
    pub form: Form,
    /// Which fields it shows.
    pub asking: Asking,
    /// The station in the form, if there is one of that number.
    pub station: Option<StationAt>,
    /// Everything that is wrong, in the order of the form.
    pub problems: Vec<FieldProblem>,
    /// Whether what is written signals danger to life: help lines stand above everything.
    pub danger: bool,
    /// Whether numbers were found and nobody has said yet what to do with them.
    pub numbers: bool,
}

/// Which fields a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// What it is about, as links; nothing is typed yet.
    Category,
    /// What it is about, as buttons that carry along what is typed.
    OtherCategory,
    /// Everything else.
    Answers,
}

/// The page of the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckAnswers {
    /// What was typed.
    pub form: Form,
    /// What it means.
    pub submission: Submission,
    /// The name of the station, where the place is one.
    pub station: Option<String>,
    /// The desk that gets it first.
    pub desk: Desk,
    /// By when that desk must answer if it is sent now.
    pub due: Option<Due>,
    /// How one stands that is open and like it: it may be joined.
    pub like: Option<Outline>,
    /// Why it could not be kept when it was sent.
    pub setback: Option<Setback>,
}

/// Why a request could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setback {
    /// The key came before with other answers: 422. Give the form a fresh key.
    SentBefore,
    /// Too many came from there: 429.
    TooMany,
    /// A fault of ours: 500 or 503.
    Broken,
}

impl Form {
    /// The fields of this form, without a word about what is still missing.
    pub fn ask(self, station: impl Fn(StationId) -> Option<StationAt>) -> NewRequest {
        let asking = match self.category() {
            None => Asking::Category,
            Some(_) => Asking::Answers,
        };
        self.asking(asking, Vec::new(), station)
    }

    /// What comes after this form. `now` is when it was sent; `station` tells about a station, and
    /// `None` if there is none of that number.
    pub fn next(
        self,
        now: BeijingTime,
        limits: &Limits,
        station: impl Fn(StationId) -> Option<StationAt>,
    ) -> Next {
        let sent = self.step.sends();
        match self.complete(&station) {
            Err(page) => Next::Ask(page),
            Ok((form, submission)) => {
                let checked = CheckAnswers::new(form, submission, now, limits, station);
                match sent {
                    true => Next::File(Box::new(checked)),
                    false => Next::Check(Box::new(checked)),
                }
            }
        }
    }

    /// The form as its button wants it and its submission, or the page to show first.
    pub(crate) fn complete(
        mut self,
        station: &impl Fn(StationId) -> Option<StationAt>,
    ) -> Result<(Self, Submission), Box<NewRequest>> {
        let asking = match (self.category(), self.step) {
            (None, _) | (_, Step::Category) => Some(Asking::OtherCategory),
            (_, Step::Edit) => Some(Asking::Answers),
            _ => None,
        };
        if let Some(asking) = asking {
            return Err(Box::new(self.asking(asking, Vec::new(), station)));
        }
        match self.step {
            Step::Anyway => self.danger_shown = true,
            Step::Keep => self.numbers_kept = true,
            Step::Mask => {
                let masked = mask(self.draft.get(Field::Text));
                self.draft.set(Field::Text, &masked);
            }
            _ => {}
        }
        let place = |id| station(id).map(|at| (at.district, at.street));
        match self.asked().submission(place) {
            Ok(submission) if !self.must_wait() => Ok((self, submission)),
            read => {
                let problems = read.err().unwrap_or_default();
                Err(Box::new(self.asking(Asking::Answers, problems, station)))
            }
        }
    }

    /// The fields again, once the photos of a form that was sent are not kept any more.
    pub fn photos_gone(mut self, station: impl Fn(StationId) -> Option<StationAt>) -> NewRequest {
        self.draft.set(Field::Photos, "");
        self.refuse_photo(Problem::Gone);
        self.asking(Asking::Answers, Vec::new(), station)
    }

    /// What was typed, without photos where the category has no use for them: they come along and are
    /// there again if it changes.
    fn asked(&self) -> Draft {
        let mut draft = self.draft.clone();
        if self
            .category()
            .is_some_and(|category| !category.profile().photos)
        {
            draft.set(Field::Photos, "");
        }
        draft
    }

    /// Whether there is something to be shown or asked first.
    fn must_wait(&self) -> bool {
        self.refused.is_some()
            || self.trapped
            || self.signals_danger() && !self.danger_shown
            || self.asks_about_numbers()
    }

    fn asks_about_numbers(&self) -> bool {
        !self.numbers_kept && !find(self.draft.get(Field::Text)).is_empty()
    }

    pub(crate) fn signals_danger(&self) -> bool {
        signals_danger(self.draft.get(Field::Text))
    }

    fn asking(
        mut self,
        asking: Asking,
        mut problems: Vec<FieldProblem>,
        station: impl Fn(StationId) -> Option<StationAt>,
    ) -> NewRequest {
        let went_on = !matches!(self.step, Step::Category | Step::Edit);
        let danger = self.signals_danger();
        problems.extend(self.refused.map(|problem| FieldProblem {
            field: Field::Photos,
            problem,
        }));
        // One thing after the other: help first, then what is wrong, then the numbers.
        let waits = danger && !self.danger_shown || !problems.is_empty() || self.trapped;
        let numbers = went_on && !waits && self.asks_about_numbers();
        self.danger_shown |= danger;
        let id = self.draft.get(Field::Station).trim().parse().ok();
        NewRequest {
            asking,
            station: id.map(StationId).and_then(station),
            problems,
            danger,
            numbers,
            form: self,
        }
    }
}

impl CheckAnswers {
    fn new(
        form: Form,
        submission: Submission,
        now: BeijingTime,
        limits: &Limits,
        station: impl Fn(StationId) -> Option<StationAt>,
    ) -> Self {
        let desk = submission.category.first_desk(submission.place);
        let limit = limits.of(submission.category.profile().class);
        let id = match submission.place {
            domain::request::Place::Station { id, .. } => Some(id),
            _ => None,
        };
        Self {
            form,
            station: id.and_then(station).map(|at| at.name),
            desk,
            due: Countdown::start(limit, now).due(),
            like: None,
            setback: None,
            submission,
        }
    }
}
