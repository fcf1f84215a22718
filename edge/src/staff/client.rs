//! How the rest of the edge talks to the object that keeps the accounts.

use super::questions::{
    Account, AccountChange, Answer, Asked, By, Codes, Credentials, Denied, Done, Entrance, Invited,
    Member, NewAccount, Question, Secret, Session,
};
use super::token::Token;
use crate::chain::{self, Trailed};
use crate::objects;
use crate::problem::Problem;
use crate::visit::Visit;
use app::audit::Checked;
use domain::staff::log::Record;
use domain::time::BeijingTime;
use http::StatusCode;
use records::{AccountRow, ChainRow, Unreadable};
use worker::{Method, Stub};

/// The binding of the namespace.
const NAMESPACE: &str = "STAFF";

/// One object keeps every account of the city.
const CITY: &str = "beijing";

/// A way to the object, at the moment of a visit.
pub(crate) struct Client {
    stub: Stub,
    now: BeijingTime,
}

/// Who makes an account.
pub(crate) enum Maker {
    /// Whoever bears the operator's token.
    Operator,
    /// A member of staff, by the token of the session.
    Staff(Token),
}

impl Client {
    pub(crate) fn of(visit: &Visit) -> Result<Self, Denied> {
        let stub = objects::named(&visit.env, NAMESPACE, CITY).map_err(unavailable)?;
        Ok(Self {
            stub,
            now: visit.now,
        })
    }

    /// Begins a session.
    pub(crate) async fn sign_in(&self, shown: Credentials) -> Result<Entrance, Denied> {
        entered(self.ask(Question::SignIn(shown)).await?)
    }

    /// Who is signed in with that token.
    pub(crate) async fn who(&self, token: Token) -> Result<Member, Denied> {
        match self.ask(Question::Who(token)).await? {
            Done::Who(member) => Ok(member),
            _ => Err(other()),
        }
    }

    /// Ends the session of that token.
    pub(crate) async fn sign_out(&self, token: Token) -> Result<(), Denied> {
        self.ask(Question::SignOut(token)).await.map(drop)
    }

    /// Chooses a password with the token of a set-up link, and signs in.
    pub(crate) async fn set_up(&self, token: Token, password: String) -> Result<Entrance, Denied> {
        entered(self.ask(Question::SetUp { token, password }).await?)
    }

    /// Chooses another password.
    pub(crate) async fn change_password(
        &self,
        token: Token,
        old: String,
        new: String,
    ) -> Result<(), Denied> {
        let question = Question::ChangePassword { token, old, new };
        self.ask(question).await.map(drop)
    }

    /// A secret for one-time codes of whoever is signed in.
    pub(crate) async fn begin_codes(&self, token: Token) -> Result<Secret, Denied> {
        match self.ask(Question::BeginCodes(token)).await? {
            Done::Secret(secret) => Ok(secret),
            _ => Err(other()),
        }
    }

    /// Shows a code of it.
    pub(crate) async fn confirm_codes(&self, token: Token, code: String) -> Result<Codes, Denied> {
        codes(self.ask(Question::ConfirmCodes { token, code }).await?)
    }

    /// New recovery codes.
    pub(crate) async fn renew_recovery(&self, token: Token, code: String) -> Result<Codes, Denied> {
        codes(self.ask(Question::RenewRecovery { token, code }).await?)
    }

    /// The sessions of whoever is signed in, the last seen first.
    pub(crate) async fn sessions(&self, token: Token) -> Result<Vec<Session>, Denied> {
        match self.ask(Question::Sessions(token)).await? {
            Done::Sessions(sessions) => Ok(sessions),
            _ => Err(other()),
        }
    }

    /// Ends one of them.
    pub(crate) async fn end_session(&self, token: Token, id: u32) -> Result<(), Denied> {
        self.ask(Question::EndSession { token, id }).await.map(drop)
    }

    /// The accounts that whoever is signed in may see.
    pub(crate) async fn accounts(&self, token: Token) -> Result<Vec<Account>, Denied> {
        match self.ask(Question::Accounts(token)).await? {
            Done::Accounts(accounts) => Ok(accounts),
            _ => Err(other()),
        }
    }

    /// Makes an account, of values that were read by `domain`.
    pub(crate) async fn make_account(
        &self,
        by: Maker,
        account: NewAccount,
    ) -> Result<Invited, Denied> {
        let by = match by {
            Maker::Operator => By::Operator,
            Maker::Staff(token) => By::Staff(token),
        };
        invited(self.ask(Question::MakeAccount { by, account }).await?)
    }

    /// Changes one.
    pub(crate) async fn change_account(
        &self,
        token: Token,
        id: u32,
        change: AccountChange,
    ) -> Result<Account, Denied> {
        match self
            .ask(Question::ChangeAccount { token, id, change })
            .await?
        {
            Done::Account(account) => Ok(account),
            _ => Err(other()),
        }
    }

    /// A new link for the set-up of one.
    pub(crate) async fn invite(&self, token: Token, id: u32) -> Result<Invited, Denied> {
        invited(self.ask(Question::Invite { token, id }).await?)
    }

    /// The wanted records of the log that whoever is signed in may see, and before which number to go
    /// on.
    pub(crate) async fn trail(
        &self,
        token: Token,
        wanted: Trailed,
    ) -> Result<(Vec<Record>, Option<u32>), Problem> {
        let Done::Trail { rows, next } = self.ask(Question::Trail { token, wanted }).await? else {
            return Err(other().into());
        };
        let records: Result<_, _> = rows.into_iter().map(AccountRow::read).collect();
        Ok((records.map_err(unreadable)?, next))
    }

    /// Whether the log is as it was written.
    pub(crate) async fn check_log(&self, token: Token) -> Result<Checked, Problem> {
        chain::check::<AccountRow>(async |from, most| {
            match self.ask(Question::Audit { token, from, most }).await? {
                Done::Audited(rows) => Ok(rows),
                _ => Err(other().into()),
            }
        })
        .await
    }

    async fn ask(&self, question: Question) -> Result<Done, Denied> {
        let asked = Asked {
            at: self.now.unix_seconds(),
            question,
        };
        let body = serde_json::to_vec(&asked).expect("plain data serialises");
        let answer = objects::ask(&self.stub, Method::Post, "", Some(&body)).await;
        let (status, answer) = answer.map_err(unavailable)?;
        if status != StatusCode::OK {
            return Err(unavailable(worker::Error::RustError(status.to_string())));
        }
        let answer: Result<Answer, _> = serde_json::from_slice(&answer);
        answer.unwrap_or_else(|_| Err(other()))
    }
}

fn entered(done: Done) -> Result<Entrance, Denied> {
    match done {
        Done::Entered(entrance) => Ok(*entrance),
        _ => Err(other()),
    }
}

fn codes(done: Done) -> Result<Codes, Denied> {
    match done {
        Done::Codes(codes) => Ok(codes),
        _ => Err(other()),
    }
}

fn invited(done: Done) -> Result<Invited, Denied> {
    match done {
        Done::Invited(invited) => Ok(invited),
        _ => Err(other()),
    }
}

fn other() -> Denied {
    worker::console_error!("staff: an answer to another question");
    Denied::Broken
}

fn unreadable(error: Unreadable) -> Denied {
    worker::console_error!("staff: {error}");
    Denied::Broken
}

fn unavailable(error: worker::Error) -> Denied {
    worker::console_error!("staff: {error}");
    Denied::Unavailable
}
