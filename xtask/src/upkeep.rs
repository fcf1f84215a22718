//! `cargo xtask admin`, `retention` and `rewrap`: what whoever runs the site does from time to time,
//! through the site itself.

mod administrator;
mod retention;
mod rewrap;

pub(crate) use administrator::administrator;
pub(crate) use retention::retention;
pub(crate) use rewrap::rewrap;

use std::env;

use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::dev::{request, secret};
use crate::sh::{Outcome, problem};

/// The site on this machine, with the token that opens it.
pub(crate) struct Site {
    port: u16,
    token: String,
}

impl Site {
    /// `OPERATOR_TOKEN`, or the one that `dev` made.
    pub(crate) fn on(port: u16) -> Outcome<Self> {
        let token = match env::var("OPERATOR_TOKEN") {
            Ok(token) => token,
            Err(_) => secret::operator_token()?,
        };
        Ok(Self { port, token })
    }

    fn ask<T: DeserializeOwned>(&self, path: &str, question: &Json) -> Outcome<T> {
        let headers = [
            ("authorization", format!("Bearer {}", self.token)),
            ("content-type", "application/json".into()),
        ];
        let body = question.to_string();
        let port = self.port;
        let answer = request::post(port, path, &headers, body.as_bytes())
            .map_err(|why| problem(format!("The site on port {port} does not answer: {why}.")))?;
        match answer.status {
            200 | 201 => serde_json::from_str(&answer.body)
                .map_err(|why| problem(format!("{path} is not of this version: {why}."))),
            status => Err(problem(format!(
                "The site refuses ({status}): {}",
                answer.body.trim()
            ))),
        }
    }
}
