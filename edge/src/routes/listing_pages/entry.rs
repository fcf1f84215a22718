//! `/staff/{listing}/new` and `/staff/{listing}/{number}`: the form, the look at what it would
//! change, and the change.

use super::super::entries::{self, At, Settled};
use super::super::staff::who_page;
use super::{find, on_to, parameter, reported, show};
use crate::body::Sent;
use crate::cities;
use crate::problem::Problem;
use crate::registry::{self, Changed, Console, NotChanged, Wished, WishedEntry};
use crate::reply::Reply;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::listings::{Conflict, Draft, Form, Look, Page, Row, Wish};
use axum::extract::Path;
use domain::listing::entry::{AspectSet, Cause, Cells, merge};
use domain::listing::history::Version;
use domain::listing::{Column, Problem as CellProblem, Subject};
use domain::report::proposal;
use domain::staff::{Action, may};
use domain::union::Desk;
use http::StatusCode;

/// Places that are offered where the words for a successor name several.
const MOST_CANDIDATES: usize = 8;

/// `GET /staff/{listing}/new`
#[worker::send]
pub(in crate::routes) async fn new(
    visit: Visit,
    signed: SignedIn,
    Path(listing): Path<String>,
) -> Result<Reply, Problem> {
    let kept = Kept::new(&visit, &signed, entries::subject(&listing)?, None)?;
    let form = kept.form(Draft::default());
    Ok(show(&visit, StatusCode::OK, Page::Form(form)))
}

/// `POST /staff/{listing}/new`
#[worker::send]
pub(in crate::routes) async fn make(
    visit: Visit,
    signed: SignedIn,
    Path(listing): Path<String>,
    Sent(body): Sent<{ Draft::MOST_BYTES }>,
) -> Result<Reply, Problem> {
    let kept = Kept::new(&visit, &signed, entries::subject(&listing)?, None)?;
    kept.take(Draft::read(kept.subject, &body)).await
}

/// `GET /staff/{listing}/{number}`
#[worker::send]
pub(in crate::routes) async fn open(
    visit: Visit,
    signed: SignedIn,
    Path((listing, number)): Path<(String, String)>,
) -> Result<Reply, Problem> {
    let At { subject, number } = At::read(&listing, &number)?;
    let kept = Kept::new(&visit, &signed, subject, Some(number))?;
    let (now, _) = kept.console().entry(subject, number, None).await?;
    let mut draft = Draft::of(now.number, now.cells.unwrap_or_default());
    let asked = parameter(&visit, "report").and_then(|group| group.parse().ok());
    let reported = reported::of(&kept.console(), kept.at(), asked).await?;
    if let Some(reported) = &reported {
        draft.report = Some(reported.group);
        draft.cells = proposal(reported.kind, &draft.cells, visit.now.date());
    }
    let form = Form {
        done: parameter(&visit, "done").is_some(),
        reported,
        ..kept.form(draft)
    };
    Ok(show(&visit, StatusCode::OK, Page::Form(form)))
}

/// `POST /staff/{listing}/{number}`
#[worker::send]
pub(in crate::routes) async fn send(
    visit: Visit,
    signed: SignedIn,
    Path((listing, number)): Path<(String, String)>,
    Sent(body): Sent<{ Draft::MOST_BYTES }>,
) -> Result<Reply, Problem> {
    let At { subject, number } = At::read(&listing, &number)?;
    let kept = Kept::new(&visit, &signed, subject, Some(number))?;
    kept.take(Draft::read(subject, &body)).await
}

/// Somebody at an entry; without a number it is a new one.
struct Kept<'v> {
    visit: &'v Visit,
    signed: &'v SignedIn,
    subject: Subject,
    number: Option<u32>,
}

impl<'v> Kept<'v> {
    fn new(
        visit: &'v Visit,
        signed: &'v SignedIn,
        subject: Subject,
        number: Option<u32>,
    ) -> Result<Self, Problem> {
        let action = match number {
            Some(_) => Action::SeeHistory,
            None => Action::EditListing,
        };
        match may(signed.staff, action, signed.staff.desk) {
            true => Ok(Self {
                visit,
                signed,
                subject,
                number,
            }),
            false => Err(Problem::NotAllowed),
        }
    }

    fn console(&self) -> Console<'_> {
        Console::new(self.visit, self.signed)
    }

    fn at(&self) -> At {
        At {
            subject: self.subject,
            number: self.number.unwrap_or_default(),
        }
    }

    fn address(&self) -> String {
        let code = self.subject.code();
        let number = self.number.map(|number| number.to_string());
        format!("/staff/{code}/{}", number.as_deref().unwrap_or("new"))
    }

    fn form(&self, draft: Draft) -> Form {
        Form {
            who: who_page(self.signed),
            subject: self.subject,
            number: self.number,
            draft,
            problems: Vec::new(),
            candidates: Vec::new(),
            done: false,
            may_edit: may(
                self.signed.staff,
                Action::EditListing,
                self.signed.staff.desk,
            ),
            is_stale: false,
            reported: None,
        }
    }

    /// Does with what was sent what was wished.
    async fn take(&self, draft: Draft) -> Result<Reply, Problem> {
        match self.signed.is_ours(self.visit, &draft.token) {
            Ok(()) => {}
            // What was typed before somebody signed in anew is not lost.
            Err(_) if self.visit.is_from_this_site() => {
                let form = Form {
                    is_stale: true,
                    ..self.form(draft)
                };
                return Ok(self.again(form));
            }
            Err(problem) => return Err(problem),
        }
        if !may(
            self.signed.staff,
            Action::EditListing,
            self.signed.staff.desk,
        ) {
            return Err(Problem::NotAllowed);
        }
        let now = match self.number {
            None => None,
            Some(number) => {
                let base = Some(draft.base);
                let (now, before) = self.console().entry(self.subject, number, base).await?;
                Some((now, before))
            }
        };
        let mut draft = self.completed(draft, now.as_ref()).await?;
        let reported = reported::of(&self.console(), self.at(), draft.report).await?;
        let is_answered = draft.report.is_some() && reported.is_none();
        if is_answered {
            draft.report = None;
        }
        if draft.wish == Wish::Edit {
            let form = Form {
                reported,
                ..self.form(draft)
            };
            return Ok(show(self.visit, StatusCode::OK, Page::Form(form)));
        }
        let Settled { cells, problems } =
            entries::settle(self.visit, self.at(), &draft.cells).await?;
        let candidates = self.candidates(&draft.cells, &problems).await?;
        match cells.filter(|_| candidates.is_none() && draft.word().is_ok()) {
            Some(cells) if draft.wish == Wish::Make && !is_answered => {
                self.make(draft, cells).await
            }
            Some(cells) => self.look(draft, cells, now, is_answered),
            None => {
                let form = Form {
                    problems,
                    reported,
                    candidates: candidates.unwrap_or_default(),
                    ..self.form(draft)
                };
                Ok(self.again(form))
            }
        }
    }

    /// With what no input says: what was confirmed last, or that it was today; and what a version
    /// was that is to be restored.
    async fn completed(
        &self,
        mut draft: Draft,
        now: Option<&(Version, Option<Cells>)>,
    ) -> Result<Draft, Problem> {
        if let (Some(number), Some(version)) = (self.number, draft.restores) {
            let console = self.console();
            let (_, cells) = console.entry(self.subject, number, Some(version)).await?;
            draft.cells = cells.ok_or(Problem::NotFound)?;
            return Ok(draft);
        }
        let before = now.and_then(|(_, before)| before.as_ref());
        for column in [Column::VerifiedOn, Column::VerifiedBy] {
            if let (Some(before), "") = (before, draft.cells.get(column)) {
                draft.cells.set(column, before.get(column));
            }
        }
        if draft.confirmed {
            let today = self.visit.now.date().to_string();
            draft.cells.set(Column::VerifiedOn, today);
            let by = self.signed.staff.desk;
            draft.cells.set(Column::VerifiedBy, union_of(by));
        }
        Ok(draft)
    }

    /// The places that the words for a successor name, where they are no number; `None` if nothing is
    /// to be asked.
    async fn candidates(
        &self,
        typed: &Cells,
        problems: &[CellProblem],
    ) -> Result<Option<Vec<Row>>, Problem> {
        let code = Column::Successor.help().code;
        let named = typed.get(Column::Successor);
        if named.is_empty() || !problems.iter().any(|problem| problem.column == code) {
            return Ok(None);
        }
        let loaded = cities::current(&self.visit.env).await?;
        let mut found = find::stations(&loaded.city, named, self.signed.staff);
        found.retain(|row| !row.is_closed && Some(row.number) != self.number);
        found.truncate(MOST_CANDIDATES);
        Ok(Some(found))
    }

    fn look(
        &self,
        mut draft: Draft,
        cells: Cells,
        now: Option<(Version, Option<Cells>)>,
        is_answered: bool,
    ) -> Result<Reply, Problem> {
        draft.cells = cells;
        let mut theirs = AspectSet::EMPTY;
        let mut before = None;
        if let Some((now, base)) = now {
            let stands = now.cells.clone().unwrap_or_default();
            let base = base.unwrap_or_default();
            if now.number != draft.base {
                let merged = merge(&base, &stands, &draft.cells);
                let yours = std::mem::replace(&mut draft.cells, merged.cells);
                draft.base = now.number;
                draft.restores = None;
                if !merged.conflicts.is_empty() {
                    return Ok(self.conflict(draft, yours, base, now, merged.conflicts));
                }
                theirs = merged.theirs;
            }
            before = now.cells;
        }
        let look = Look {
            who: who_page(self.signed),
            subject: self.subject,
            number: self.number,
            before,
            draft,
            theirs,
            is_answered,
        };
        Ok(show(self.visit, StatusCode::OK, Page::Look(look)))
    }

    fn conflict(
        &self,
        draft: Draft,
        yours: Cells,
        before: Cells,
        now: Version,
        conflicts: AspectSet,
    ) -> Reply {
        let conflict = Conflict {
            who: who_page(self.signed),
            subject: self.subject,
            number: self.number.unwrap_or_default(),
            before,
            now,
            draft,
            yours,
            conflicts,
        };
        show(self.visit, StatusCode::CONFLICT, Page::Conflict(conflict))
    }

    async fn make(&self, draft: Draft, cells: Cells) -> Result<Reply, Problem> {
        let console = self.console();
        let made = match draft.report {
            Some(group) => reported::answer(&console, group, &draft, cells.clone()).await,
            None => {
                let wished = self.wished(&console, &draft, cells.clone()).await?;
                let changed = console.change(&wished).await;
                changed.map(|changed| self.on_from(&changed))
            }
        };
        match made {
            Ok(address) => Ok(on_to(&address)),
            Err(NotChanged::Nothing) => Ok(on_to(&self.address())),
            Err(NotChanged::Conflict(conflict)) => {
                let registry::Conflict { before, now, .. } = *conflict;
                let now = now.ok_or(Problem::NotFound)?;
                self.look(draft, cells, Some((now, before)), false)
            }
            Err(NotChanged::Problem(problem)) => Err(problem),
        }
    }

    async fn wished(
        &self,
        console: &Console<'_>,
        draft: &Draft,
        cells: Cells,
    ) -> Result<Wished, Problem> {
        let (base, why) = (draft.base, draft.why.clone());
        match (self.number, draft.restores) {
            (Some(_), Some(version)) => {
                entries::restore(console, self.at(), base, version, why).await
            }
            (Some(_), None) => entries::edit(console, self.at(), base, cells, why).await,
            (None, _) => Ok(Wished {
                subject: self.subject,
                cause: Cause::Create,
                why,
                entries: vec![WishedEntry {
                    number: None,
                    base: 0,
                    cells,
                }],
            }),
        }
    }

    /// Where to go on once a change was made, or proposed.
    fn on_from(&self, changed: &Changed) -> String {
        match changed {
            Changed::Made { numbers, .. } => {
                let number = numbers.first().copied().or(self.number);
                let made = Self { number, ..*self };
                [&made.address(), "?done=made"].concat()
            }
            Changed::Proposed(id) => format!("/staff/proposals/{id}"),
        }
    }

    /// The form with everything that was typed.
    fn again(&self, form: Form) -> Reply {
        show(
            self.visit,
            StatusCode::UNPROCESSABLE_ENTITY,
            Page::Form(form),
        )
    }
}

/// Who confirmed something, as the public reads it: an office, and no person.
fn union_of(desk: Desk) -> String {
    match desk {
        Desk::City => "北京市总工会".to_owned(),
        Desk::District(district) => [district.name_zh(), "总工会"].concat(),
        Desk::Street(street) => [street.name_zh(), "总工会"].concat(),
    }
}
