//! The pages on which staff sign in and out, set their account up, and begin.
//!
//! What is shown here goes into no cache and no search engine.

pub(super) mod accounts;
pub(super) mod freshness;
pub(super) mod own;
pub(super) mod poster;
pub(super) mod reports;
pub(super) mod start;

use super::pages;
use super::preferences::is_own_address;
use crate::body::Sent;
use crate::limits::{self, Doing};
use crate::problem::Problem;
use crate::reply::Reply;
use crate::staff::{
    Client, Credentials, DEVICE_COOKIE, Denied, Entrance, OwnAccount, SESSION_COOKIE, SIGN_IN,
    SignedIn, Token,
};
use crate::visit::Visit;
use app::document::Page;
use app::staff::{EntryProblem, SetUp, SetUpProblem, SignIn, SignInForm, Who};
use domain::throttle::TooMany;
use http::StatusCode;

/// Name and password at their longest, each byte escaped.
const MOST_FORM_BYTES: usize = 8 << 10;

/// Where staff begin.
const START: &str = "/staff";

/// So long a browser remembers that somebody signed in there: 180 days.
const DEVICE_SECONDS: u32 = 180 * 24 * 3600;

/// `GET /staff/sign-in?next=…`
#[worker::send]
pub(super) async fn ask_password(visit: Visit) -> Result<Reply, Problem> {
    let form = SignInForm::read(visit.query().as_bytes());
    let page = SignIn {
        next: own(&form.next).to_owned(),
        ..SignIn::default()
    };
    Ok(show(&visit, StatusCode::OK, Page::SignIn(page)))
}

/// `POST /staff/sign-in`
#[worker::send]
pub(super) async fn sign_in(
    visit: Visit,
    Sent(body): Sent<MOST_FORM_BYTES>,
) -> Result<Reply, Problem> {
    if !visit.is_from_this_site() {
        return Err(Problem::NotAllowed);
    }
    let form = SignInForm::read(&body);
    let shown = Credentials {
        name: form.name.clone(),
        password: form.password,
        code: form.code,
        device: visit.cookie(DEVICE_COOKIE).and_then(Token::parse),
        ends: visit.cookie(SESSION_COOKIE).and_then(Token::parse),
    };
    let next = own(&form.next);
    let tried = match limits::take(&visit, Doing::SigningIn) {
        Ok(()) => Client::of(&visit)?.sign_in(shown).await,
        Err(TooMany { seconds }) => Err(Denied::TooMany(seconds)),
    };
    let problem = match tried {
        Ok(entrance) => return Ok(enter(&entrance, next)),
        Err(Denied::Wrong) => EntryProblem::Wrong,
        Err(Denied::TooMany(seconds)) => EntryProblem::TooMany { seconds },
        Err(denied) => return Err(denied.into()),
    };
    let status = status(problem);
    let page = SignIn {
        next: next.to_owned(),
        name: form.name,
        problem: Some(problem),
    };
    Ok(retry_after(
        show(&visit, status, Page::SignIn(page)),
        problem,
    ))
}

/// `POST /staff/sign-out`
#[worker::send]
pub(super) async fn sign_out(
    visit: Visit,
    OwnAccount { who, .. }: OwnAccount,
    Sent(body): Sent<MOST_FORM_BYTES>,
) -> Result<Reply, Problem> {
    who.is_ours(&visit, &app::staff::form_token(&body))?;
    Client::of(&visit)?.sign_out(who.token).await?;
    Ok(Reply::see_other(SIGN_IN)
        .with("set-cookie", &cookie(SESSION_COOKIE, "", Some(0)))
        .with("cache-control", "no-store"))
}

/// `GET /staff/set-up`
#[worker::send]
pub(super) async fn ask_set_up(visit: Visit) -> Result<Reply, Problem> {
    Ok(show(&visit, StatusCode::OK, Page::SetUp(SetUp::default())))
}

/// `POST /staff/set-up`
#[worker::send]
pub(super) async fn set_up(
    visit: Visit,
    Sent(body): Sent<MOST_FORM_BYTES>,
) -> Result<Reply, Problem> {
    if !visit.is_from_this_site() {
        return Err(Problem::NotAllowed);
    }
    let (token, password) = SetUp::read(&body);
    limits::take(&visit, Doing::SigningIn)?;
    let set_up = match Token::parse(code(&token)) {
        Some(token) => Client::of(&visit)?.set_up(token, password).await,
        None => Err(Denied::Wrong),
    };
    let problem = match set_up {
        Ok(entrance) => return Ok(enter(&entrance, START)),
        Err(Denied::Wrong) => SetUpProblem::Link,
        Err(Denied::Password(problem)) => SetUpProblem::Password(problem),
        Err(denied) => return Err(denied.into()),
    };
    let page = SetUp {
        token,
        problem: Some(problem),
    };
    Ok(show(
        &visit,
        StatusCode::UNPROCESSABLE_ENTITY,
        Page::SetUp(page),
    ))
}

/// Whoever is signed in, for their pages.
pub(super) fn who_page(who: &SignedIn) -> Who {
    Who {
        form_token: who.form_token(),
        name: who.name.clone(),
        person: who.person.clone(),
        staff: who.staff,
    }
}

/// A page of staff.
pub(super) fn show(visit: &Visit, status: StatusCode, page: Page) -> Reply {
    pages::unkept(visit, status, page).with("x-robots-tag", "noindex")
}

/// Goes on as whoever has just signed in.
fn enter(entrance: &Entrance, next: &str) -> Reply {
    let (session, device) = (entrance.token.text(), entrance.device.text());
    Reply::see_other(next)
        .with("set-cookie", &cookie(SESSION_COOKIE, &session, None))
        .with(
            "set-cookie",
            &cookie(DEVICE_COOKIE, &device, Some(DEVICE_SECONDS)),
        )
        .with("cache-control", "no-store")
}

/// Without `seconds` it is forgotten with the browser's window.
fn cookie(name: &str, value: &str, seconds: Option<u32>) -> String {
    let age = seconds.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
    format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Strict{age}")
}

/// The code of a link, of which somebody may have typed the whole.
fn code(typed: &str) -> &str {
    typed.rsplit('#').next().unwrap_or_default()
}

/// Where to go on: an address of staff's, and no other.
fn own(next: &str) -> &str {
    let is_staffs = next.starts_with("/staff") && is_own_address(next);
    if is_staffs { next } else { START }
}

fn status(problem: EntryProblem) -> StatusCode {
    match problem {
        EntryProblem::Wrong => StatusCode::UNAUTHORIZED,
        EntryProblem::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
    }
}

fn retry_after(reply: Reply, problem: EntryProblem) -> Reply {
    match problem {
        EntryProblem::Wrong => reply,
        EntryProblem::TooMany { seconds } => reply.with("retry-after", &seconds.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_to_addresses_of_staff_one_goes_on() {
        for next in ["/staff", "/staff/requests?page=2", "/staff/accounts"] {
            assert_eq!(own(next), next);
        }
        for next in [
            "",
            "/",
            "/stations",
            "//staff",
            "https://a.example/staff",
            "/staff\r\nx: y",
        ] {
            assert_eq!(own(next), START, "{next}");
        }
    }

    #[test]
    fn the_code_is_found_in_the_whole_link() {
        for typed in ["abc", "#abc", "https://nuanyi.example/staff/set-up#abc"] {
            assert_eq!(code(typed), "abc");
        }
    }
}
