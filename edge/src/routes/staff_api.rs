//! `/api/v1/staff/…`: sessions, accounts and their set-up.

mod fields;

use super::json_body;
use super::listing::is_operator;
use crate::api::staff::{AccountJson, CodesJson, EntranceJson, InvitedJson, SessionJson};
use crate::body::Sent;
use crate::limits::{self, Doing};
use crate::problem::Problem;
use crate::reply::Reply;
use crate::staff::{
    AccountChange, Client, Credentials, Maker, NewAccount, OwnAccount, SignedIn, Token, TurnedAway,
};
use crate::visit::Visit;
use axum::extract::Path;
use axum::response::IntoResponse;
use fields::Fields;
use http::{Response, StatusCode};
use serde::Serialize;
use serde_json::json;

/// A name, a long password, each character escaped, and the tokens.
const MOST_BODY_BYTES: usize = 4 << 10;

/// Signs in. Whatever is wrong, the answer is the same.
#[worker::send]
pub(super) async fn sign_in(
    visit: Visit,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let mut fields = Fields::read(&visit, &body)?;
    let shown = Credentials {
        name: fields.text("name"),
        password: fields.text("password"),
        code: fields.maybe_text("code").unwrap_or_default(),
        device: fields
            .maybe_text("device")
            .as_deref()
            .and_then(Token::parse),
        ends: None,
    };
    fields.all_read()?;
    limits::take(&visit, Doing::SigningIn)?;
    let entrance = Client::of(&visit)?.sign_in(shown).await?;
    Ok(private(StatusCode::CREATED, &EntranceJson::new(&entrance)))
}

/// The sessions of whoever asks.
#[worker::send]
pub(super) async fn sessions(
    visit: Visit,
    OwnAccount { who, .. }: OwnAccount,
) -> Result<Reply, Problem> {
    let sessions = Client::of(&visit)?.sessions(who.token).await?;
    let sessions: Vec<_> = sessions.iter().map(SessionJson::new).collect();
    Ok(private(StatusCode::OK, &json!({ "sessions": sessions })))
}

/// Ends one of them; `current` is the one that asks.
#[worker::send]
pub(super) async fn end_session(
    visit: Visit,
    OwnAccount { who, .. }: OwnAccount,
    Path(id): Path<String>,
) -> Result<Reply, Problem> {
    let client = Client::of(&visit)?;
    if id == "current" {
        client.sign_out(who.token).await?;
    } else {
        let id = super::params::number(&id).ok_or(Problem::NotFound)?;
        client.end_session(who.token, id).await?;
    }
    Ok(nothing())
}

/// Chooses the password of an account with the token of its link, and signs in.
#[worker::send]
pub(super) async fn set_up(
    visit: Visit,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let mut fields = Fields::read(&visit, &body)?;
    let token = fields.text("token");
    let password = fields.text("password");
    fields.all_read()?;
    let token = Token::parse(&token).ok_or(Problem::Unauthorised)?;
    limits::take(&visit, Doing::SigningIn)?;
    let entrance = Client::of(&visit)?.set_up(token, password).await?;
    Ok(private(StatusCode::CREATED, &EntranceJson::new(&entrance)))
}

/// Chooses another password.
#[worker::send]
pub(super) async fn change_password(
    visit: Visit,
    OwnAccount { who, .. }: OwnAccount,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let mut fields = Fields::read(&visit, &body)?;
    let (old, new) = (fields.text("old"), fields.text("new"));
    fields.all_read()?;
    let client = Client::of(&visit)?;
    client.change_password(who.token, old, new).await?;
    Ok(nothing())
}

/// A new secret for one-time codes.
#[worker::send]
pub(super) async fn begin_codes(
    visit: Visit,
    OwnAccount { who, .. }: OwnAccount,
) -> Result<Reply, Problem> {
    let secret = Client::of(&visit)?.begin_codes(who.token).await?;
    let told = json!({ "secret": secret.text, "uri": secret.uri });
    Ok(private(StatusCode::OK, &told))
}

/// A code of that secret: from now on codes are asked.
#[worker::send]
pub(super) async fn confirm_codes(
    visit: Visit,
    OwnAccount { who, .. }: OwnAccount,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let code = code(&visit, &body)?;
    let codes = Client::of(&visit)?.confirm_codes(who.token, code).await?;
    Ok(private(StatusCode::OK, &CodesJson::new(&codes)))
}

/// New recovery codes.
#[worker::send]
pub(super) async fn renew_recovery(
    visit: Visit,
    OwnAccount { who, .. }: OwnAccount,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let code = code(&visit, &body)?;
    let codes = Client::of(&visit)?.renew_recovery(who.token, code).await?;
    Ok(private(StatusCode::OK, &CodesJson::new(&codes)))
}

fn code(visit: &Visit, body: &[u8]) -> Result<String, Problem> {
    let mut fields = Fields::read(visit, body)?;
    let code = fields.text("code");
    fields.all_read()?;
    Ok(code)
}

/// The accounts at one's own place and below.
#[worker::send]
pub(super) async fn accounts(visit: Visit, who: SignedIn) -> Result<Reply, Problem> {
    let accounts = Client::of(&visit)?.accounts(who.token).await?;
    let accounts: Vec<_> = accounts.iter().map(AccountJson::new).collect();
    Ok(private(StatusCode::OK, &json!({ "accounts": accounts })))
}

/// Makes an account; an operator may make any, the first administrator's too.
#[worker::send]
pub(super) async fn make_account(
    visit: Visit,
    who: Result<SignedIn, TurnedAway>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Response<axum::body::Body>> {
    let maker = match who {
        Ok(who) => Maker::Staff(who.token),
        Err(_) if is_operator(&visit) => Maker::Operator,
        Err(turned_away) => return Err(turned_away.into_response()),
    };
    make(&visit, maker, &body)
        .await
        .map_err(Problem::into_response)
}

async fn make(visit: &Visit, maker: Maker, body: &[u8]) -> Result<Reply, Problem> {
    let mut fields = Fields::read(visit, body)?;
    let account = NewAccount {
        name: fields.account_name(),
        person: fields.person().unwrap_or_default(),
        role: fields.role().unwrap_or_default(),
        desk: fields.desk().unwrap_or_default(),
    };
    for (name, value) in [
        ("person", &account.person),
        ("role", &account.role),
        ("desk", &account.desk),
    ] {
        if value.is_empty() {
            fields.missing(name);
        }
    }
    fields.all_read()?;
    let invited = Client::of(visit)?.make_account(maker, account).await?;
    Ok(private(StatusCode::CREATED, &InvitedJson::new(&invited)))
}

/// Changes an account: whose, what they do, where, and whether it is stopped.
#[worker::send]
pub(super) async fn change_account(
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let id = super::params::number(&id).ok_or(Problem::NotFound)?;
    let mut fields = Fields::read(&visit, &body)?;
    let change = AccountChange {
        person: fields.person(),
        role: fields.role(),
        desk: fields.desk(),
        active: fields.maybe_bool("active"),
    };
    fields.all_read()?;
    let account = Client::of(&visit)?
        .change_account(who.token, id, change)
        .await?;
    Ok(private(StatusCode::OK, &AccountJson::new(&account)))
}

/// A new link for the set-up of an account.
#[worker::send]
pub(super) async fn invite(
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
) -> Result<Reply, Problem> {
    let id = super::params::number(&id).ok_or(Problem::NotFound)?;
    let invited = Client::of(&visit)?.invite(who.token, id).await?;
    Ok(private(StatusCode::CREATED, &InvitedJson::new(&invited)))
}

/// What is for whoever asked alone.
fn private(status: StatusCode, value: &impl Serialize) -> Reply {
    let body = serde_json::to_vec(value).expect("plain data serialises");
    Reply::new(status, "application/json", body).with("cache-control", "no-store")
}

fn nothing() -> Reply {
    Reply::empty(StatusCode::NO_CONTENT).with("cache-control", "no-store")
}
