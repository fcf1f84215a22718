//! How staff look at what was reported and decide about it, and confirm what is due.

use super::super::freshness::{self, StoredDue};
use super::super::questions::{Done, Question, StoredCells};
use super::super::reports::{self, StoredGroup, StoredReport};
use super::console::{Console, not_changed};
use super::given::{NotChanged, by};
use super::visitors::Place;
use crate::problem::Problem;
use crate::{cities, lately};
use domain::listing::entry::Cells;
use domain::listing::history::By;
use domain::report::{ReportKind, Verdict};
use domain::station::StationId;
use domain::time::BeijingTime;
use domain::union::Desk;
use records::moment;

/// Reports of one thing at one station.
pub(crate) struct Group {
    pub(crate) id: u32,
    pub(crate) station: StationId,
    pub(crate) name: String,
    pub(crate) desk: Desk,
    pub(crate) kind: ReportKind,
    pub(crate) first_at: BeijingTime,
    pub(crate) last_at: BeijingTime,
    pub(crate) people: u32,
    pub(crate) verdict: Option<Verdict>,
    pub(crate) word: String,
    pub(crate) decided_by: Option<By>,
}

/// One report.
pub(crate) struct Report {
    pub(crate) reference: String,
    pub(crate) at: BeijingTime,
    pub(crate) note: String,
    pub(crate) has_photo: bool,
}

/// A station that is due to be confirmed.
pub(crate) struct Due {
    pub(crate) number: u32,
    pub(crate) version: u32,
    pub(crate) cells: Cells,
}

impl Console<'_> {
    /// The open groups that they may see, most counted first.
    pub(crate) async fn groups(&self) -> Result<Vec<Group>, Problem> {
        let (groups, _) = self.reports(reports::Question::Open).await?;
        groups.into_iter().map(Group::read).collect()
    }

    /// One group with its reports.
    pub(crate) async fn group(&self, id: u32) -> Result<(Group, Vec<Report>), Problem> {
        let (groups, reports) = self.reports(reports::Question::Group(id)).await?;
        let group = groups.into_iter().next().ok_or(Problem::NotFound)?;
        let reports = reports
            .into_iter()
            .map(Report::read)
            .collect::<Result<_, _>>()?;
        Ok((Group::read(group)?, reports))
    }

    /// Decides about a group: with what its station becomes, from that version on, or with a verdict
    /// alone.
    pub(crate) async fn decide_reports(
        &self,
        group: u32,
        decided: Result<(u32, Cells), Verdict>,
        word: &str,
    ) -> Result<Option<u32>, NotChanged> {
        let verdict = decided.as_ref().err().copied();
        let cells = decided.ok();
        let question = Question::Reports(reports::Question::Decide {
            group,
            cells: cells.map(|(base, cells)| (base, StoredCells::new(&cells))),
            verdict: verdict.map_or_else(String::new, |verdict| verdict.code().to_owned()),
            word: word.to_owned(),
        });
        let answer = self.ask(question).await;
        cities::forget();
        lately::forget();
        match answer.map_err(NotChanged::Problem)? {
            Ok(Done::Decided) => Ok(None),
            Ok(Done::Proposed(proposal)) => Ok(Some(proposal)),
            Ok(_) => Err(NotChanged::Problem(Problem::Internal)),
            Err(denied) => Err(not_changed(denied)),
        }
    }

    /// What is due there this month.
    pub(crate) async fn due(&self, place: Place) -> Result<Vec<Due>, Problem> {
        let question = Question::Freshness(freshness::Question::Due(place.into()));
        let Done::Due(due) = self.find(question).await? else {
            return Err(Problem::Internal);
        };
        Ok(due.into_iter().map(Due::from).collect())
    }

    /// Confirms what was seen; gives how many that were.
    pub(crate) async fn confirm(
        &self,
        place: Place,
        seen: Vec<(u32, u32)>,
    ) -> Result<u32, NotChanged> {
        let which = place.into();
        let question = Question::Freshness(freshness::Question::Confirm { which, seen });
        let answer = self.ask(question).await;
        cities::forget();
        match answer.map_err(NotChanged::Problem)? {
            Ok(Done::Confirmed(count)) => Ok(count),
            Ok(_) => Err(NotChanged::Problem(Problem::Internal)),
            Err(denied) => Err(not_changed(denied)),
        }
    }

    async fn reports(
        &self,
        question: reports::Question,
    ) -> Result<(Vec<StoredGroup>, Vec<StoredReport>), Problem> {
        match self.find(Question::Reports(question)).await? {
            Done::Reports(groups, reports) => Ok((groups, reports)),
            _ => Err(Problem::Internal),
        }
    }
}

impl Group {
    fn read(stored: StoredGroup) -> Result<Self, Problem> {
        let verdict = stored
            .verdict
            .map(|code| Verdict::from_code(&code).ok_or(Problem::Internal));
        Ok(Self {
            id: stored.id,
            station: StationId(stored.station),
            name: stored.name,
            desk: Desk::from_code(&stored.desk).ok_or(Problem::Internal)?,
            kind: ReportKind::from_code(&stored.kind).ok_or(Problem::Internal)?,
            first_at: time(stored.first_at)?,
            last_at: time(stored.last_at)?,
            people: stored.people,
            verdict: verdict.transpose()?,
            word: stored.word,
            decided_by: stored.decided_by.map(by),
        })
    }
}

impl Report {
    fn read(stored: StoredReport) -> Result<Self, Problem> {
        Ok(Self {
            reference: stored.reference,
            at: time(stored.at)?,
            note: stored.note,
            has_photo: stored.has_photo,
        })
    }
}

impl From<StoredDue> for Due {
    fn from(stored: StoredDue) -> Self {
        Self {
            number: stored.number,
            version: stored.version,
            cells: stored.cells.read(),
        }
    }
}

fn time(seconds: u32) -> Result<BeijingTime, Problem> {
    moment(seconds).map_err(|_| Problem::Internal)
}
