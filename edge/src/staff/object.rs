//! The object itself. It answers the edge's own questions, never the public's.

use super::accounts::{self, Maker};
use super::migrations::STEPS;
use super::questions::{Answer, Asked, By, Denied, Done, Member, Question};
use super::token::Token;
use super::trouble::Trouble;
use super::{auditing, codes, sessions, signing_in};
use crate::config::Config;
use crate::keys::Keys;
use crate::sql::{Sql, migrate};
use domain::time::BeijingTime;
use std::cell::Cell;
use worker::{DurableObject, Env, Request, Response, State, durable_object};

/// The accounts of everybody who works for the union.
#[durable_object(fetch)]
pub struct Staff {
    env: Env,
    sql: Sql,
    /// Whether the schema is up to date.
    is_prepared: Cell<bool>,
}

impl DurableObject for Staff {
    fn new(state: State, env: Env) -> Self {
        Self {
            env,
            sql: Sql::of(&state),
            is_prepared: Cell::default(),
        }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let asked: Asked = request.json().await?;
        let answer = self.answer(&asked).unwrap_or_else(|trouble| {
            worker::console_error!("staff: {trouble}");
            Err(Denied::Broken)
        });
        Response::from_json(&answer)
    }
}

impl Staff {
    fn answer(&self, asked: &Asked) -> Result<Answer, Trouble> {
        if !self.is_prepared.get() {
            migrate(&self.sql, STEPS)?;
            auditing::adopt(&self.sql)?;
            self.is_prepared.set(true);
        }
        let now = BeijingTime::from_unix_seconds(asked.at).ok_or(Trouble::Record("a time"))?;
        let config = Config::of(&self.env).map_err(|error| Trouble::Config(error.to_string()))?;
        let keys = config.data_keys.as_ref();
        self.sql
            .transaction(|| self.decide(&asked.question, keys, now))
    }

    fn decide(
        &self,
        question: &Question,
        keys: Option<&Keys>,
        now: BeijingTime,
    ) -> Result<Answer, Trouble> {
        let sql = &self.sql;
        let sealing = || keys.ok_or(Trouble::NotReady);
        match question {
            Question::SignIn(shown) => signing_in::sign_in(sql, keys, shown, now),
            Question::Who(token) => self.signed_in(*token, now, |who| Ok(Ok(Done::Who(who)))),
            Question::SignOut(token) => {
                sessions::sign_out(sql, *token, now)?;
                Ok(Ok(Done::Ended))
            }
            Question::SetUp { token, password } => signing_in::set_up(sql, *token, password, now),
            Question::ChangePassword { token, old, new } => self.signed_in(*token, now, |who| {
                signing_in::change_password(sql, &who, old, new, now)
            }),
            Question::BeginCodes(token) => {
                self.signed_in(*token, now, |who| codes::begin(sql, sealing()?, &who))
            }
            Question::ConfirmCodes { token, code } => self.signed_in(*token, now, |who| {
                codes::confirm(sql, sealing()?, &who, code, now)
            }),
            Question::RenewRecovery { token, code } => self.signed_in(*token, now, |who| {
                codes::renew(sql, sealing()?, &who, code, now)
            }),
            Question::Sessions(token) => {
                self.signed_in(*token, now, |who| sessions::list(sql, &who, now))
            }
            Question::EndSession { token, id } => {
                self.signed_in(*token, now, |who| sessions::end_own(sql, &who, *id, now))
            }
            Question::Accounts(token) => self.at_work(*token, now, |who| accounts::list(sql, &who)),
            Question::MakeAccount { by, account } => match by {
                By::Operator => accounts::make(sql, &Maker::Operator, account, now),
                By::Staff(token) => self.at_work(*token, now, |who| {
                    accounts::make(sql, &Maker::Staff(&who), account, now)
                }),
            },
            Question::ChangeAccount { token, id, change } => self.at_work(*token, now, |who| {
                accounts::change(sql, &who, *id, change, now)
            }),
            Question::Trail { token, wanted } => {
                self.at_work(*token, now, |who| auditing::trail(sql, &who, wanted))
            }
            Question::Audit { token, from, most } => {
                self.at_work(*token, now, |who| auditing::page(sql, &who, *from, *most))
            }
            Question::Invite { token, id } => {
                self.at_work(*token, now, |who| accounts::invite(sql, &who, *id, now))
            }
        }
    }

    /// The same for what is work: not before the one-time codes that a role demands are set up.
    fn at_work(
        &self,
        token: Token,
        now: BeijingTime,
        answer: impl FnOnce(Member) -> Result<Answer, Trouble>,
    ) -> Result<Answer, Trouble> {
        self.signed_in(token, now, |member| match member.account.lacks_codes() {
            true => Ok(Err(Denied::CodesMissing)),
            false => answer(member),
        })
    }

    /// What `answer` says to whoever is signed in with that token.
    fn signed_in(
        &self,
        token: Token,
        now: BeijingTime,
        answer: impl FnOnce(Member) -> Result<Answer, Trouble>,
    ) -> Result<Answer, Trouble> {
        match sessions::who(&self.sql, token, now)? {
            Ok(member) => answer(member),
            Err(denied) => Ok(Err(denied)),
        }
    }
}
