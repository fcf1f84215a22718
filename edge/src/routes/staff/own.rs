//! `/staff/account`: somebody's own sessions, one-time codes and password.

use super::{MOST_FORM_BYTES, SESSION_COOKIE, cookie, show, who_page};
use crate::body::Sent;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::staff::{Client, Denied, OwnAccount, Token};
use crate::visit::Visit;
use app::document::Page;
use app::staff::{self as pages, OneTimeCodes, OwnWish, SessionRow, Told};
use domain::time::BeijingTime;
use http::StatusCode;

/// `GET /staff/account`
#[worker::send]
pub(in crate::routes) async fn page(visit: Visit, own: OwnAccount) -> Result<Reply, Problem> {
    let codes = codes(&own);
    told(&visit, own, codes, None).await
}

/// `POST /staff/account`
#[worker::send]
pub(in crate::routes) async fn wish(
    visit: Visit,
    mut own: OwnAccount,
    Sent(body): Sent<MOST_FORM_BYTES>,
) -> Result<Reply, Problem> {
    own.who.is_ours(&visit, &pages::form_token(&body))?;
    let (client, token) = (Client::of(&visit)?, own.who.token);
    let wish = OwnWish::read(&body).ok_or(Problem::NotFound)?;
    let (done, came_of_it) = match wish {
        OwnWish::End(id) => {
            let ended = client.end_session(token, id).await;
            (ended.map(|()| None), Told::SessionEnded)
        }
        OwnWish::Password { old, new } => {
            let changed = client.change_password(token, old, new).await;
            (changed.map(|()| None), Told::PasswordChanged)
        }
        OwnWish::BeginCodes => {
            let codes = begun(&client, &own).await?;
            return told(&visit, own, codes, None).await;
        }
        OwnWish::ConfirmCodes(code) => {
            let codes = client.confirm_codes(token, code).await;
            (codes.map(Some), Told::WrongCode)
        }
        OwnWish::RenewRecovery(code) => {
            let codes = client.renew_recovery(token, code).await;
            (codes.map(Some), Told::WrongCode)
        }
    };
    match done {
        Ok(None) => {
            let codes = codes(&own);
            told(&visit, own, codes, Some(came_of_it)).await
        }
        Ok(Some(codes)) => {
            own.account.codes = true;
            let session = codes.token.map(|token| renewed(&mut own, token));
            let reply = told(&visit, own, OneTimeCodes::Recovery(codes.recovery), None).await?;
            Ok(match session {
                Some(session) => reply.with("set-cookie", &session),
                None => reply,
            })
        }
        Err(denied) => {
            let codes = match (came_of_it, own.account.codes) {
                (Told::WrongCode, false) => begun(&client, &own).await?,
                _ => codes(&own),
            };
            let problem = match (denied, came_of_it) {
                (Denied::Wrong, Told::PasswordChanged) => Told::WrongPassword,
                (Denied::Wrong, _) => Told::WrongCode,
                (Denied::Password(problem), _) => Told::Password(problem),
                (Denied::TooMany(_), _) => Told::TooMany,
                (denied, _) => return Err(denied.into()),
            };
            told(&visit, own, codes, Some(problem)).await
        }
    }
}

/// The session goes on under another token; gives its cookie.
fn renewed(own: &mut OwnAccount, token: Token) -> String {
    own.who.token = token;
    cookie(SESSION_COOKIE, &token.text(), None)
}

fn codes(own: &OwnAccount) -> OneTimeCodes {
    match own.account.codes {
        true => OneTimeCodes::On,
        false => OneTimeCodes::Off {
            demanded: own.account.lacks_codes(),
        },
    }
}

/// The secret, until a code of it was shown.
async fn begun(client: &Client, own: &OwnAccount) -> Result<OneTimeCodes, Problem> {
    let secret = client.begin_codes(own.who.token).await?;
    Ok(OneTimeCodes::Begun {
        secret: secret.text,
        uri: secret.uri,
        demanded: own.account.lacks_codes(),
    })
}

async fn told(
    visit: &Visit,
    own: OwnAccount,
    codes: OneTimeCodes,
    told: Option<Told>,
) -> Result<Reply, Problem> {
    let sessions = Client::of(visit)?.sessions(own.who.token).await?;
    let moment = |seconds| BeijingTime::from_unix_seconds(seconds).ok_or(Problem::Internal);
    let mut rows = Vec::new();
    for session in sessions {
        rows.push(SessionRow {
            id: session.id,
            began: moment(session.began)?,
            seen: moment(session.seen)?,
            current: session.current,
        });
    }
    let page = pages::OwnAccount {
        who: who_page(&own.who),
        sessions: rows,
        codes,
        told,
    };
    let status = match told {
        None | Some(Told::SessionEnded | Told::PasswordChanged) => StatusCode::OK,
        Some(Told::TooMany) => StatusCode::TOO_MANY_REQUESTS,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(show(visit, status, Page::OwnAccount(Box::new(page))))
}
