//! How people without an account report, look at what became of it, say how full it is, and confirm
//! by a link.

use super::super::crowding::StoredLately;
use super::super::freshness::StoredWhich;
use super::super::visitors::{Answer, StoredLink, Told, Untold, Visit as Asked, Wish};
use super::reports::Due;
use super::{Client, unavailable};
use crate::problem::Problem;
use crate::visit::Visit;
use crate::{cities, lately, objects, parcel};
use domain::crowding::Crowding;
use domain::report::{ReportKind, ReportReference, Verdict};
use domain::station::StationId;
use domain::time::BeijingTime;
use domain::union::Desk;
use http::StatusCode;
use records::{moment, seconds};
use worker::{Error, Method};

/// What a link may confirm, and who made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) place: Place,
    /// The number of an account.
    pub(crate) issuer: u32,
}

/// Whose list: what belongs to one desk and to none below it, or one station.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Desk(Desk),
    Station(StationId),
}

/// What became of a report.
pub(crate) struct Outcome {
    pub(crate) station: StationId,
    /// `None` if it is not listed any more.
    pub(crate) name: Option<String>,
    pub(crate) kind: ReportKind,
    pub(crate) at: BeijingTime,
    pub(crate) verdict: Option<(Verdict, BeijingTime)>,
    pub(crate) word: String,
}

impl From<Place> for StoredWhich {
    fn from(place: Place) -> Self {
        match place {
            Place::Desk(desk) => Self::Desk(desk.code()),
            Place::Station(id) => Self::Station(id.0),
        }
    }
}

impl From<Link> for StoredLink {
    fn from(link: Link) -> Self {
        Self {
            which: link.place.into(),
            issuer: link.issuer,
        }
    }
}

impl Client {
    /// What became of a report.
    pub(crate) async fn outcome(
        visit: &Visit,
        reference: ReportReference,
    ) -> Result<Outcome, Problem> {
        let Told::Outcome(stored) = tell(visit, Wish::Outcome(reference.to_string())).await? else {
            return Err(Problem::Internal);
        };
        let verdict = stored.verdict.zip(stored.decided_at);
        let verdict =
            verdict.map(|(code, at)| Some((Verdict::from_code(&code)?, moment(at).ok()?)));
        Ok(Outcome {
            station: StationId(stored.station),
            name: stored.name,
            kind: ReportKind::from_code(&stored.kind).ok_or(Problem::Internal)?,
            at: moment(stored.at).map_err(|_| Problem::Internal)?,
            verdict: verdict
                .map(|read| read.ok_or(Problem::Internal))
                .transpose()?,
            word: stored.word,
        })
    }

    /// Says how full it is.
    pub(crate) async fn crowding(
        visit: &Visit,
        station: StationId,
        level: Crowding,
    ) -> Result<(), Problem> {
        let wish = Wish::Crowding {
            station: station.0,
            level: level.code().to_owned(),
        };
        let told = tell(visit, wish).await;
        lately::forget();
        told.map(drop)
    }

    /// What is due of a link.
    pub(crate) async fn due(visit: &Visit, link: Link) -> Result<Vec<Due>, Problem> {
        match tell(visit, Wish::Due(link.into())).await? {
            Told::Due(due) => Ok(due.into_iter().map(Due::from).collect()),
            _ => Err(Problem::Internal),
        }
    }

    /// Confirms by a link what was seen; gives how many that were.
    pub(crate) async fn confirm(
        visit: &Visit,
        link: Link,
        seen: Vec<(u32, u32)>,
    ) -> Result<u32, Problem> {
        let link = link.into();
        let told = tell(visit, Wish::Confirm { link, seen }).await;
        cities::forget();
        match told? {
            Told::Confirmed(count) => Ok(count),
            _ => Err(Problem::Internal),
        }
    }

    /// What is said of places just now, as JSON.
    pub(crate) async fn lately(&self) -> Result<StoredLately, Problem> {
        let json = self.get("lately").await?;
        serde_json::from_slice(&json)
            .map_err(|error| unavailable(Error::RustError(error.to_string())))
    }
}

async fn tell(visit: &Visit, wish: Wish) -> Result<Told, Problem> {
    try_to_tell(visit, wish, &[]).await?.map_err(problem)
}

/// Tells, with bytes behind it; what a refusal means is for the caller to say.
pub(super) async fn try_to_tell(
    visit: &Visit,
    wish: Wish,
    bytes: &[u8],
) -> Result<Answer, Problem> {
    let asked = Asked {
        at: seconds(visit.now),
        wish,
    };
    let asked = parcel::write(&asked, bytes);
    let stub = Client::new(&visit.env)?.stub;
    let answered = objects::ask(&stub, Method::Post, "visitor", Some(&asked)).await;
    match answered.map_err(unavailable)? {
        (StatusCode::OK, answer) => serde_json::from_slice(&answer)
            .map_err(|error| unavailable(Error::RustError(error.to_string()))),
        (status, _) => Err(unavailable(Error::RustError(status.to_string()))),
    }
}

pub(super) fn problem(untold: Untold) -> Problem {
    match untold {
        Untold::NotFound => Problem::NotFound,
        Untold::OtherBody => Problem::OtherBody,
        Untold::TooMany(seconds) => Problem::TooMany { seconds },
        Untold::Conflict => Problem::refused("station", "changed", "somebody changed it meanwhile"),
        Untold::NoRoom => Problem::refused("photo", "no_room", "no more photos are kept just now"),
        Untold::PhotoWanted | Untold::Broken => Problem::Internal,
    }
}
