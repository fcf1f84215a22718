//! The first administrator's account: made with the operator's token.

use serde::Deserialize;
use serde_json::json;

use super::Site;
use crate::sh::{Outcome, announce};

/// What of the answer is told.
#[derive(Deserialize)]
struct Made {
    link: String,
}

/// Makes the account, and prints the link that sets it up.
pub(crate) fn administrator(site: &Site, name: &str) -> Outcome {
    let account = json!({ "name": name, "person": name, "role": "administrator", "desk": "city" });
    let Made { link } = site.ask("/api/v1/staff/accounts", &account)?;
    let port = site.port;
    announce(&format!(
        "For {name}, once and within a day: http://127.0.0.1:{port}{link}"
    ));
    Ok(())
}
