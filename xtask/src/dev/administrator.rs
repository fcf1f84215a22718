//! The first administrator's account: made with the operator's token on the running site.

use serde::Deserialize;
use serde_json::json;

use super::{request, secret};
use crate::sh::{Outcome, announce, problem};

/// What of the answer is told.
#[derive(Deserialize)]
struct Made {
    link: String,
}

/// Makes the account, and prints the link that sets it up.
pub(crate) fn administrator(name: &str, port: u16) -> Outcome {
    let token = secret::operator_token()?;
    let headers = [
        ("authorization", format!("Bearer {token}")),
        ("content-type", "application/json".into()),
    ];
    let account = json!({ "name": name, "person": name, "role": "administrator", "desk": "city" });
    let body = account.to_string();
    let answer = request::post(port, "/api/v1/staff/accounts", &headers, body.as_bytes())
        .map_err(|why| problem(format!("No site answers on port {port}: {why}.")))?;
    let made: Option<Made> = match answer.status {
        201 => serde_json::from_str(&answer.body).ok(),
        _ => None,
    };
    let made = made.ok_or_else(|| {
        problem(format!(
            "The site refused the account ({}). {}",
            answer.status,
            answer.body.trim()
        ))
    })?;
    announce(&format!(
        "For {name}, once and within a day: http://127.0.0.1:{port}{}",
        made.link
    ));
    Ok(())
}
