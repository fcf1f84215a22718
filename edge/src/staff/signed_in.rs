//! Whoever is signed in, for the handlers of staff's addresses: from the cookie on pages, from
//! `Authorization: Bearer` in the API.

use super::client::Client;
use super::questions::{Account, Denied, Member};
use super::token::Token;
use crate::problem::{FieldProblem, Problem};
use crate::reply::Reply;
use crate::same::same;
use crate::visit::Visit;
use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::response::IntoResponse;
use domain::staff::Staff;
use http::request::Parts;
use http::{Method, Response};
use worker::send::SendFuture;

/// The cookie of a session.
pub(crate) const SESSION_COOKIE: &str = "__Host-staff";

/// The cookie by which a browser is known in which somebody signed in before.
pub(crate) const DEVICE_COOKIE: &str = "__Host-staff-device";

/// Where somebody signs in.
pub(crate) const SIGN_IN: &str = "/staff/sign-in";

/// Where somebody finds their own account.
const OWN_ACCOUNT: &str = "/staff/account";

/// A member of staff who is signed in.
pub(crate) struct SignedIn {
    /// Who, with role and desk: what `domain::staff::may` asks for.
    pub(crate) staff: Staff,
    /// The name of the account.
    pub(crate) name: String,
    /// The person's own.
    pub(crate) person: String,
    /// What opened the session.
    pub(crate) token: Token,
}

impl SignedIn {
    /// What a form of this session carries along: another site cannot know it.
    pub(crate) fn form_token(&self) -> String {
        self.token.derived("form").text()
    }

    /// Refuses what a form of ours has not sent: `form_token` is what came with it.
    pub(crate) fn is_ours(&self, visit: &Visit, form_token: &str) -> Result<(), Problem> {
        let expected = self.form_token();
        let fits = same(expected.as_bytes(), form_token.as_bytes());
        match fits && visit.is_from_this_site() {
            true => Ok(()),
            false => Err(Problem::NotAllowed),
        }
    }
}

/// What somebody gets who is not signed in: a page leads to where one can.
pub(crate) enum TurnedAway {
    /// As the API says it.
    Problem(Problem),
    /// To sign in, and then back to this address.
    SignIn(String),
    /// To their own account, where one-time codes are set up.
    ToOwnAccount,
}

/// Whoever is signed in, even if their role demands one-time codes that are not set up: for their own
/// account, and for nothing else.
pub(crate) struct OwnAccount {
    /// Who.
    pub(crate) who: SignedIn,
    /// Their account.
    pub(crate) account: Account,
}

impl OwnAccount {
    fn new(Member { account, .. }: Member, token: Token) -> Result<Self, Problem> {
        let who = SignedIn {
            staff: account.staff().ok_or(Problem::Internal)?,
            name: account.name.clone(),
            person: account.person.clone(),
            token,
        };
        Ok(Self { who, account })
    }
}

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = TurnedAway;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, TurnedAway> {
        let OwnAccount { who, account } = OwnAccount::from_request_parts(parts, state).await?;
        match account.lacks_codes() {
            false => Ok(who),
            true if is_api(parts.uri.path()) => Err(TurnedAway::Problem(Problem::NotAllowed)),
            true => Err(TurnedAway::ToOwnAccount),
        }
    }
}

fn is_api(path: &str) -> bool {
    path.starts_with("/api/")
}

impl<S: Sync> FromRequestParts<S> for OwnAccount {
    type Rejection = TurnedAway;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, TurnedAway> {
        let visit = Visit::from_request_parts(parts, state).await;
        let visit = visit.map_err(TurnedAway::Problem)?;
        let is_api = is_api(visit.path());
        let token = match is_api {
            true => visit.bearer().and_then(Token::parse),
            false => visit.cookie(SESSION_COOKIE).and_then(Token::parse),
        };
        let found = match token {
            None => Err(Problem::Unauthorised),
            Some(token) => {
                let who = async {
                    let who = Client::of(&visit)?.who(token).await;
                    who.map_err(Problem::from)
                };
                SendFuture::new(who)
                    .await
                    .and_then(|member| Self::new(member, token))
            }
        };
        found.map_err(|problem| match problem {
            Problem::Unauthorised if !is_api => TurnedAway::SignIn(match parts.method {
                Method::GET => visit.address().to_owned(),
                _ => "/staff".to_owned(),
            }),
            problem => TurnedAway::Problem(problem),
        })
    }
}

impl IntoResponse for TurnedAway {
    fn into_response(self) -> Response<Body> {
        match self {
            Self::Problem(problem) => problem.into_response(),
            Self::ToOwnAccount => Reply::see_other(OWN_ACCOUNT)
                .with("cache-control", "no-store")
                .into_response(),
            Self::SignIn(next) => {
                let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
                Reply::see_other(&format!("{SIGN_IN}?next={next}"))
                    .with("cache-control", "no-store")
                    .into_response()
            }
        }
    }
}

impl From<Denied> for Problem {
    fn from(denied: Denied) -> Self {
        let refused = |field: &str, code, detail: &str| {
            Self::Refused(FieldProblem {
                field: field.to_owned(),
                code,
                detail: detail.to_owned(),
            })
        };
        match denied {
            Denied::Wrong | Denied::NotSignedIn => Self::Unauthorised,
            Denied::Forbidden | Denied::CodesMissing => Self::NotAllowed,
            Denied::CodesOn => refused("codes", "already_on", "codes are asked already"),
            Denied::TooMany(seconds) => Self::TooMany { seconds },
            Denied::NotFound => Self::NotFound,
            Denied::NameTaken => refused("name", "taken", "another account has this name"),
            Denied::Password(problem) => refused(
                "password",
                problem.code(),
                "12 to 128 characters, and not the first that anybody would try",
            ),
            Denied::Unavailable => Self::Unavailable,
            Denied::Broken => Self::Internal,
        }
    }
}
