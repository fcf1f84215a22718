//! What a member of staff who is signed in asks of the desks. The objects decide who may.

use super::given::{
    Found, Listed, Opened, Place, StaffsMove, Wanted, read_count, read_opened, read_rows,
};
use super::{Client, broken};
use crate::desk::event;
use crate::desk::questions::{self, Chained, Done, Question, StaffsQuestion, StaffsWish};
use crate::desk::shelf;
use crate::problem::{FieldProblem, Problem};
use crate::visit::Visit;
use domain::overview::{Counted, Quarter};
use domain::places::District;
use domain::request::{Actor, Event, Move, Note, Phone, Queue, Record, Reference};
use domain::staff::Staff;
use domain::union::Desk;
use futures_util::future::join_all;
use records::{AuditRow, ChainRow, StoredStaff, seconds};

/// Where a member of staff works: every desk is asked as this person.
pub(crate) struct Workplace<'v> {
    pub(super) visit: &'v Visit,
    staff: Staff,
}

impl<'v> Workplace<'v> {
    /// The workplace of `staff`, who is signed in.
    pub(crate) fn new(visit: &'v Visit, staff: Staff) -> Self {
        Self { visit, staff }
    }

    /// A page of what a desk and those below have. Any of the objects may keep some of it, so all
    /// are asked at once.
    pub(crate) async fn list(&self, wanted: Wanted) -> Result<Listed, Problem> {
        let most = wanted.most as usize;
        let stored = questions::Wanted {
            desk: wanted.desk.code(),
            stage: wanted.stage.map(|stage| stage.code().to_owned()),
            category: wanted.category.map(|category| category.code().to_owned()),
            holder: wanted.mine.then_some(self.staff.id.0),
            after: wanted.after.map(|place| place.0),
            // One more tells whether there is a next page.
            most: wanted.most + 1,
        };
        let (answers, unreached) = self
            .ask_all(|| StaffsQuestion::List(stored.clone()))
            .await?;
        let (mut rows, mut counts) = (Vec::new(), vec![0; shelf::place(Queue::Ended) as usize]);
        for answer in answers {
            let Done::Listed {
                rows: some,
                counts: of_some,
            } = answer
            else {
                return Err(Problem::Internal);
            };
            rows.extend(some);
            for (count, of_some) in counts.iter_mut().zip(of_some) {
                *count += of_some;
            }
        }
        rows.sort_by(|a, b| a.place.cmp(&b.place));
        let has_next = rows.len() > most;
        rows.truncate(most);
        let next = rows.last().filter(|_| has_next);
        Ok(Listed {
            next: next.map(|row| Place(row.place.clone())),
            requests: read_rows(rows)?,
            counts: Queue::ALL.iter().copied().zip(counts).collect(),
            unreached,
        })
    }

    /// Opens a request; that it was opened is on record.
    pub(crate) async fn open(&self, reference: Reference) -> Result<Opened, Problem> {
        self.opened(reference, StaffsQuestion::Open(reference.to_string()))
            .await
    }

    /// A photo of a request; that it was looked at is on record.
    pub(crate) async fn photo(
        &self,
        reference: Reference,
        number: u32,
    ) -> Result<Vec<u8>, Problem> {
        let question = StaffsQuestion::Photo(reference.to_string(), number);
        let client = Client::of(self.visit, reference)?;
        let Done::Photo { bytes } = client.ask(&self.question(question)).await? else {
            return Err(Problem::Internal);
        };
        Ok(bytes)
    }

    /// Makes a move; how the request stands then.
    pub(crate) async fn make_move(
        &self,
        reference: Reference,
        made: StaffsMove,
    ) -> Result<Opened, Problem> {
        if let Move::Join { to } = made.what {
            self.joins(to).await?;
        }
        let seen = Some(made.seen);
        let wish = self.wish(made.what, made.note, seen, made.idempotency_key);
        self.opened(reference, StaffsQuestion::Move(reference.to_string(), wish))
            .await
    }

    /// Opens a request with the personal data, as far as the worker shows it to this level. The
    /// worker can read that it was, by which desk, when and why.
    pub(crate) async fn reveal(
        &self,
        reference: Reference,
        reason: String,
    ) -> Result<Opened, Problem> {
        let wish = self.wish(Move::Reveal, Some(reason), None, None);
        self.opened(reference, StaffsQuestion::Move(reference.to_string(), wish))
            .await
    }

    /// The requests that came with that number and that this person may see; each is on record.
    pub(crate) async fn find_phone(&self, phone: &Phone) -> Result<Found, Problem> {
        let digits = phone.digits();
        self.find(|| StaffsQuestion::FindPhone(digits.to_owned()))
            .await
    }

    /// The open requests at this desk and below whose text has all of `words`; each is on record.
    pub(crate) async fn find_words(&self, words: &[String]) -> Result<Found, Problem> {
        self.find(|| StaffsQuestion::FindWords(words.to_vec()))
            .await
    }

    /// How many requests of that quarter came first to this person's desk and those below, by what
    /// was made of them; and the desks whose objects could not be reached.
    pub(crate) async fn count(
        &self,
        quarter: Quarter,
    ) -> Result<(Vec<Counted>, Vec<Desk>), Problem> {
        let span = questions::Span {
            desk: self.staff.desk.code(),
            from: seconds(quarter.from()),
            until: seconds(quarter.until()),
        };
        let (answers, unreached) = self.ask_all(|| StaffsQuestion::Count(span.clone())).await?;
        let mut counted = Vec::new();
        for answer in answers {
            let Done::Counted(some) = answer else {
                return Err(Problem::Internal);
            };
            let some = some.iter().map(read_count);
            counted.extend(some.collect::<Result<Vec<_>, _>>().map_err(broken)?);
        }
        Ok((counted, unreached))
    }

    /// The records of the audit chain of `keeper`'s object from that number on, at most so many.
    pub(crate) async fn audit(
        &self,
        keeper: Desk,
        from: u32,
        most: u32,
    ) -> Result<Vec<Record>, Problem> {
        let chained = Chained {
            keeper: keeper.code(),
            from,
            most,
        };
        let client = Client::keeper(self.visit, &keeper.code())?;
        let question = self.question(StaffsQuestion::Audit(chained));
        let Done::Audited(records) = client.ask(&question).await? else {
            return Err(Problem::Internal);
        };
        let records = records.into_iter().map(AuditRow::read);
        let records: Result<_, _> = records.collect();
        records.map_err(|unreadable| broken(unreadable.into()))
    }

    /// Whether there is such a request that this person may see.
    pub(crate) async fn may_see(&self, reference: Reference) -> Result<bool, Problem> {
        let question = self.question(StaffsQuestion::Sees(reference.to_string()));
        match Client::of(self.visit, reference)?.ask(&question).await {
            Err(Problem::NotFound) => Ok(false),
            answer => answer.map(|_| true),
        }
    }

    /// What one may not see, nothing is joined to.
    async fn joins(&self, to: Reference) -> Result<(), Problem> {
        match self.may_see(to).await? {
            true => Ok(()),
            false => Err(Problem::Invalid(vec![FieldProblem {
                field: "to".to_owned(),
                code: "no_such_request",
                detail: "there is no such request, or it is not yours to see".to_owned(),
            }])),
        }
    }

    fn wish(
        &self,
        what: Move,
        note: Option<String>,
        seen: Option<u32>,
        idempotency_key: Option<String>,
    ) -> StaffsWish {
        let event = Event {
            actor: Actor::Staff(self.staff),
            at: self.visit.now,
            note: Note::None,
            what,
        };
        StaffsWish {
            what: event::write(&event),
            note,
            seen,
            idempotency_key,
        }
    }

    async fn opened(
        &self,
        reference: Reference,
        question: StaffsQuestion,
    ) -> Result<Opened, Problem> {
        let client = Client::of(self.visit, reference)?;
        let Done::Opened(opened) = client.ask(&self.question(question)).await? else {
            return Err(Problem::Internal);
        };
        read_opened(*opened).map_err(broken)
    }

    async fn find(&self, question: impl Fn() -> StaffsQuestion) -> Result<Found, Problem> {
        let (answers, unreached) = self.ask_all(question).await?;
        let (mut rows, mut is_bounded) = (Vec::new(), false);
        for answer in answers {
            let Done::Found {
                rows: some,
                bounded,
            } = answer
            else {
                return Err(Problem::Internal);
            };
            rows.extend(some);
            is_bounded |= bounded;
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.filed_at));
        Ok(Found {
            requests: read_rows(rows)?,
            bounded: is_bounded,
            unreached,
        })
    }

    /// What every object answers, and whose did not. What is denied by one is denied.
    async fn ask_all(
        &self,
        question: impl Fn() -> StaffsQuestion,
    ) -> Result<(Vec<Done>, Vec<Desk>), Problem> {
        let districts = District::all().iter().copied().map(Desk::District);
        let keepers: Vec<_> = districts.chain([Desk::City]).collect();
        let asked = keepers.iter().map(async |keeper| {
            let question = self.question(question());
            Client::keeper(self.visit, &keeper.code())?
                .ask(&question)
                .await
        });
        let (mut answers, mut unreached) = (Vec::new(), Vec::new());
        for (keeper, answer) in keepers.iter().zip(join_all(asked).await) {
            match answer {
                Ok(done) => answers.push(done),
                Err(Problem::Unavailable | Problem::Internal) => unreached.push(*keeper),
                Err(problem) => return Err(problem),
            }
        }
        match answers.is_empty() {
            true => Err(Problem::Unavailable),
            false => Ok((answers, unreached)),
        }
    }

    pub(super) fn question(&self, question: StaffsQuestion) -> Question {
        Question::Staff(StoredStaff::new(self.staff), question)
    }
}
