//! `/staff/import`: files to import, what each would change, and the doing of it.

use super::form_body;
use super::staff::{show, who_page};
use crate::body::{Incoming, Sent};
use crate::multipart::{Bounds, File, Parts};
use crate::problem::Problem;
use crate::registry::{Applied, Begin, Imports, SeenPlan, Sentence, State, StoredPlan, Wanted};
use crate::reply::Reply;
use crate::routes::params::number;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::document::Page;
use app::import::{self, Draft, FileProblem, Plan, PlanPage, Row, Told, View, Wish};
use app::wording::Lang;
use axum::extract::Path;
use domain::listing::import::{MOST_BYTES, Outcome, write_wrong_csv};
use domain::staff::{Action, may};
use domain::union::Desk;
use http::StatusCode;
use records::moment;

const BOUNDS: Bounds = Bounds {
    parts: Draft::MOST_INPUTS,
    text_bytes: Draft::MOST_BYTES,
    files: 1,
    file_bytes: MOST_BYTES,
};

/// How soon the page of a plan in the making comes anew, in seconds.
const REFRESH: &str = "1";

/// `GET /staff/import`
#[worker::send]
pub(super) async fn list(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    page(&visit, &signed, StatusCode::OK, Draft::default(), None).await
}

/// `POST /staff/import`
#[worker::send]
pub(super) async fn begin(
    visit: Visit,
    signed: SignedIn,
    incoming: Incoming,
) -> Result<Reply, Problem> {
    if !may(signed.staff, Action::Import, signed.staff.desk) {
        return Err(Problem::NotAllowed);
    }
    let parts = form_body::parts(&visit, &incoming, BOUNDS).await?;
    let Parts { texts, mut files } = parts.ok_or_else(form_body::malformed)?;
    let inputs = texts.iter().map(|(name, text)| (&**name, &**text));
    let (draft, form_token) = Draft::of(inputs);
    signed.is_ours(&visit, &form_token)?;
    let problem = match files.pop() {
        Some(File::Read(file)) => {
            let begun = Begin {
                subject: draft.subject().into(),
                sheet: None,
                datum: Some(draft.datum).filter(|datum| !datum.is_empty()),
                why: draft.why,
            };
            let plan = Imports::new(&visit, &signed).begin(begun, &file).await?;
            return Ok(to(&View::default().address(plan, None)));
        }
        Some(File::TooLarge | File::OneTooMany) => FileProblem::TooLarge,
        None => FileProblem::Missing,
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(&visit, &signed, status, draft, Some(problem)).await
}

/// `GET /staff/import/{plan}`
#[worker::send]
pub(super) async fn see(
    visit: Visit,
    signed: SignedIn,
    Path(plan): Path<String>,
) -> Result<Reply, Problem> {
    let plan = number(&plan).ok_or(Problem::NotFound)?;
    let query = visit.query().as_bytes();
    let (view, told) = (View::read(query), Told::read(query));
    let seen = seen(&visit, &signed, plan, &view).await?;
    let model = plan_page(&visit, &signed, seen, view, told)?;
    let is_working = model.plan.state.is_working();
    let reply = show(&visit, StatusCode::OK, Page::Plan(Box::new(model)));
    Ok(match is_working {
        true => reply.with("refresh", REFRESH),
        false => reply,
    })
}

/// `POST /staff/import/{plan}`
#[worker::send]
pub(super) async fn wish(
    visit: Visit,
    signed: SignedIn,
    Path(plan): Path<String>,
    Sent(body): Sent<{ import::Sent::MOST_BYTES }>,
) -> Result<Reply, Problem> {
    let plan = number(&plan).ok_or(Problem::NotFound)?;
    let sent = import::Sent::read(&body);
    signed.is_ours(&visit, &sent.form_token)?;
    let imports = Imports::new(&visit, &signed);
    let back = |told| Ok(to(&sent.view.address(plan, told)));
    match sent.wish {
        None => {
            seen(&visit, &signed, plan, &sent.view).await?;
            back(None)
        }
        Some(Wish::Tick) => {
            imports.tick(plan, sent.ticks.clone()).await?;
            back(Some(Told::Saved))
        }
        Some(Wish::TickAll { outcome, ticked }) => {
            let outcome = outcome.code().to_owned();
            imports.tick_all(plan, outcome, ticked).await?;
            back(Some(Told::Saved))
        }
        Some(Wish::Choose { sheet, datum }) => {
            imports.choose(plan, sheet, datum).await?;
            back(None)
        }
        Some(Wish::Decline) => {
            imports.decline(plan).await?;
            back(None)
        }
        Some(Wish::Apply { seal }) => {
            let seen = seen(&visit, &signed, plan, &sent.view).await?;
            let is_saved = |(place, ticked): &(u32, bool)| {
                let row = seen.rows.iter().find(|row| row.place == *place);
                row.is_none_or(|row| row.ticked == *ticked)
            };
            if seen.may_change && !sent.ticks.iter().all(is_saved) {
                imports.tick(plan, sent.ticks.clone()).await?;
                return back(Some(Told::Unsaved));
            }
            match imports.apply(plan, seal).await {
                Ok(Applied::Made(_) | Applied::Proposed) => back(None),
                Ok(Applied::Replanned(new)) => Ok(to(&View::default().address(new, None))),
                Err(Problem::OtherPlan) => back(Some(Told::Other)),
                Err(Problem::Refused(refused)) if refused.code == "nothing" => {
                    back(Some(Told::Nothing))
                }
                Err(problem) => Err(problem),
            }
        }
    }
}

/// `GET /staff/import/{plan}/wrong.csv`
#[worker::send]
pub(super) async fn wrong(
    visit: Visit,
    signed: SignedIn,
    Path(plan): Path<String>,
) -> Result<Reply, Problem> {
    let plan = number(&plan).ok_or(Problem::NotFound)?;
    wrong_file(&visit, &signed, plan, visit.preferences.lang).await
}

/// The wrong rows of a plan as a file.
pub(super) async fn wrong_file(
    visit: &Visit,
    signed: &SignedIn,
    plan: u32,
    lang: Lang,
) -> Result<Reply, Problem> {
    let wrong = Imports::new(visit, signed).wrong(plan).await?;
    let rows = wrong.rows.iter().map(|(cells, why)| {
        let why: Vec<&str> = why.iter().map(|both| lang.of_both(both)).collect();
        (cells.iter().map(String::as_str).collect(), why.join("; "))
    });
    let file = write_wrong_csv(&wrong.names, lang.reason_column(), rows);
    let reply = Reply::new(StatusCode::OK, "text/csv; charset=utf-8", file.into_bytes());
    Ok(reply
        .with("content-disposition", "attachment; filename=\"wrong.csv\"")
        .with("cache-control", "no-store"))
}

fn to(address: &str) -> Reply {
    Reply::see_other(address).with("cache-control", "no-store")
}

async fn seen(
    visit: &Visit,
    signed: &SignedIn,
    plan: u32,
    view: &View,
) -> Result<SeenPlan, Problem> {
    let wanted = Wanted {
        plan,
        outcome: view.outcome.map(|outcome| outcome.code().to_owned()),
        after: view.after,
        most: View::MOST_ROWS,
    };
    Imports::new(visit, signed).see(wanted).await
}

async fn page(
    visit: &Visit,
    signed: &SignedIn,
    status: StatusCode,
    draft: Draft,
    problem: Option<FileProblem>,
) -> Result<Reply, Problem> {
    let lang = visit.preferences.lang;
    let plans = Imports::new(visit, signed).list().await?;
    let plans: Result<_, _> = plans.into_iter().map(|plan| head(lang, plan)).collect();
    let model = import::Imports {
        who: who_page(signed),
        may_import: may(signed.staff, Action::Import, signed.staff.desk),
        plans: plans?,
        draft,
        problem,
    };
    Ok(show(visit, status, Page::Imports(Box::new(model))))
}

/// The plans that wait for a second person, for the list of all that does.
pub(super) async fn proposed(visit: &Visit, signed: &SignedIn) -> Result<Vec<Plan>, Problem> {
    let lang = visit.preferences.lang;
    let plans = Imports::new(visit, signed).proposed().await?;
    plans.into_iter().map(|plan| head(lang, plan)).collect()
}

fn plan_page(
    visit: &Visit,
    signed: &SignedIn,
    seen: SeenPlan,
    view: View,
    told: Option<Told>,
) -> Result<PlanPage, Problem> {
    let lang = visit.preferences.lang;
    let notes = seen.plan.notes.clone();
    let counts = seen.counts.iter();
    let counts = counts.filter_map(|(code, count, ticked)| {
        Outcome::from_code(code).map(|outcome| (outcome, *count, *ticked))
    });
    let said = |problems: &[Sentence]| {
        let said = problems.iter().map(|both| lang.of_both(both).to_owned());
        said.collect()
    };
    let rows = seen.rows.iter().map(|row| {
        Ok(Row {
            place: row.place,
            at: row.at,
            outcome: Outcome::from_code(&row.outcome).ok_or(Problem::Internal)?,
            number: row.number,
            before: row.before.as_ref().map(|cells| cells.read()),
            after: row.after.as_ref().map(|cells| cells.read()),
            cells: row.cells.clone(),
            problems: said(&row.problems),
            is_sensitive: row.is_sensitive,
            ticked: row.ticked,
        })
    });
    let mut counts: Vec<_> = counts.collect();
    counts.sort_by_key(|(outcome, ..)| *outcome);
    Ok(PlanPage {
        who: who_page(signed),
        covers: notes.covers.as_deref().and_then(Desk::from_code),
        alarms: notes
            .alarms
            .iter()
            .filter_map(|alarm| alarm.read())
            .collect(),
        ignored_columns: notes.ignored_columns,
        counts,
        outcome: view.outcome,
        after: view.after,
        shown: rows.collect::<Result<_, Problem>>()?,
        next: seen.next,
        seal: seen.seal,
        takes_two: seen.takes_two,
        may_change: seen.may_change,
        may_approve: seen.may_approve,
        moved: notes.moved,
        told,
        plan: head(lang, seen.plan)?,
    })
}

fn head(lang: Lang, plan: StoredPlan) -> Result<Plan, Problem> {
    let state = match plan.state {
        State::Reading => import::State::Reading,
        State::Planning => import::State::Planning,
        State::Choosing if plan.notes.needs_datum => import::State::ChooseDatum,
        State::Choosing => import::State::ChooseSheet(plan.notes.sheets),
        State::Failed => {
            let why = plan.notes.failure.as_ref();
            let why = why.map_or(lang.unknown_failure(), |both| lang.of_both(both));
            import::State::Failed {
                why: why.to_owned(),
            }
        }
        State::Ready => import::State::Ready,
        State::Proposed => import::State::Proposed,
        State::Applied => import::State::Applied {
            batch: plan.batch.unwrap_or_default(),
        },
        State::Declined => import::State::Declined {
            instead: plan.instead,
        },
    };
    Ok(Plan {
        id: plan.id,
        subject: plan.subject.into(),
        at: moment(plan.at).map_err(|_| Problem::Internal)?,
        by: plan.by.name,
        why: plan.why,
        state,
        rows: plan.rows,
        looked_at: plan.looked_at,
    })
}
