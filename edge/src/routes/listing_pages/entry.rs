//! `/staff/{listing}/new` and `/staff/{listing}/{number}`: the form, the look at what it would
//! change, and the change.

mod making;

use super::super::entries::{self, At, Settled};
use super::super::staff::who_page;
use super::{find, parameter, reported, show};
use crate::body::Sent;
use crate::cities;
use crate::problem::Problem;
use crate::registry::Console;
use crate::reply::Reply;
use crate::staff::SignedIn;
use crate::tiles;
use crate::visit::Visit;
use app::listings::{Draft, Form, Page, PinMap, Row, Wish};
use axum::extract::Path;
use domain::geo::Wgs84;
use domain::listing::entry::Cells;
use domain::listing::history::Version;
use domain::listing::{Column, Problem as CellProblem, Subject};
use domain::report::proposal;
use domain::staff::{Action, may};
use domain::station::StationId;
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
    let form = kept.form(Draft::default(), None);
    Ok(kept.show(StatusCode::OK, form).await)
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
    let stood = now.cells.as_ref().and_then(Cells::pin);
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
        ..kept.form(draft, stood)
    };
    Ok(kept.show(StatusCode::OK, form).await)
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

    /// The form of `draft`, for an entry whose pin stands there.
    fn form(&self, draft: Draft, stood: Option<Wgs84>) -> Form {
        let station = self.number.filter(|_| self.subject == Subject::Stations);
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
            map: PinMap {
                stood,
                station: station.map(StationId),
                tiles: self.visit.config.map_tiles.clone(),
            },
        }
    }

    /// The page of a form. Its policy lets in the configured tiles where there is a map.
    async fn show(&self, status: StatusCode, form: Form) -> Reply {
        // The page names the snapshot that its map asks for. Without one there are the two numbers.
        _ = cities::current(&self.visit.env).await;
        let tiles = self.visit.config.map_tiles.as_ref();
        let tiles = tiles.filter(|_| form.may_edit);
        tiles::let_in(tiles, show(self.visit, status, Page::Form(form)))
    }

    /// The entry as it is, and as it was at `base`; `None` of a new one.
    async fn held(&self, base: u32) -> Result<Option<(Version, Option<Cells>)>, Problem> {
        let Some(number) = self.number else {
            return Ok(None);
        };
        let console = self.console();
        console
            .entry(self.subject, number, Some(base))
            .await
            .map(Some)
    }

    /// Does with what was sent what was wished.
    async fn take(&self, draft: Draft) -> Result<Reply, Problem> {
        match self.signed.is_ours(self.visit, &draft.token) {
            Ok(()) => {}
            // What was typed before somebody signed in anew is not lost.
            Err(_) if self.visit.is_from_this_site() => {
                // It counts for more than where the pin stood.
                let held = self.held(draft.base).await.ok().flatten();
                let stood = stood(held.as_ref());
                let form = Form {
                    is_stale: true,
                    ..self.form(draft, stood)
                };
                return Ok(self.again(form).await);
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
        let now = self.held(draft.base).await?;
        let stood = stood(now.as_ref());
        let mut draft = self.completed(draft, now.as_ref()).await?;
        let reported = reported::of(&self.console(), self.at(), draft.report).await?;
        let is_answered = draft.report.is_some() && reported.is_none();
        if is_answered {
            draft.report = None;
        }
        if draft.wish == Wish::Edit {
            let form = Form {
                reported,
                ..self.form(draft, stood)
            };
            return Ok(self.show(StatusCode::OK, form).await);
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
                    ..self.form(draft, stood)
                };
                Ok(self.again(form).await)
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

    /// The form with everything that was typed.
    async fn again(&self, form: Form) -> Reply {
        self.show(StatusCode::UNPROCESSABLE_ENTITY, form).await
    }
}

/// Where the pin of an entry stands as it is.
fn stood(held: Option<&(Version, Option<Cells>)>) -> Option<Wgs84> {
    held.and_then(|(now, _)| now.cells.as_ref()?.pin())
}

/// Who confirmed something, as the public reads it: an office, and no person.
fn union_of(desk: Desk) -> String {
    match desk {
        Desk::City => "北京市总工会".to_owned(),
        Desk::District(district) => [district.name_zh(), "总工会"].concat(),
        Desk::Street(street) => [street.name_zh(), "总工会"].concat(),
    }
}
