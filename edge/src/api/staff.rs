//! Accounts and sessions of staff, as JSON.

use crate::staff::{Account, Codes, Entrance, Invited, Session};
use domain::time::BeijingTime;
use serde::Serialize;

/// An account.
#[derive(Serialize)]
pub(crate) struct AccountJson<'a> {
    id: u32,
    name: &'a str,
    person: &'a str,
    role: &'a str,
    desk: &'a str,
    active: bool,
    set_up: bool,
    codes: bool,
}

/// A session that has begun.
#[derive(Serialize)]
pub(crate) struct EntranceJson<'a> {
    token: String,
    device: String,
    account: AccountJson<'a>,
}

/// An account with the link that sets it up.
#[derive(Serialize)]
pub(crate) struct InvitedJson<'a> {
    account: AccountJson<'a>,
    token: String,
    link: String,
}

/// Recovery codes that are new.
#[derive(Serialize)]
pub(crate) struct CodesJson<'a> {
    recovery_codes: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

/// A session, as its owner sees it.
#[derive(Serialize)]
pub(crate) struct SessionJson {
    id: u32,
    began_at: Option<String>,
    seen_at: Option<String>,
    current: bool,
}

impl<'a> AccountJson<'a> {
    pub(crate) fn new(account: &'a Account) -> Self {
        Self {
            id: account.id,
            name: &account.name,
            person: &account.person,
            role: &account.role,
            desk: &account.desk,
            active: account.active,
            set_up: account.is_set_up,
            codes: account.codes,
        }
    }
}

impl<'a> EntranceJson<'a> {
    pub(crate) fn new(entrance: &'a Entrance) -> Self {
        Self {
            token: entrance.token.text(),
            device: entrance.device.text(),
            account: AccountJson::new(&entrance.member.account),
        }
    }
}

impl<'a> InvitedJson<'a> {
    pub(crate) fn new(invited: &'a Invited) -> Self {
        Self {
            account: AccountJson::new(&invited.account),
            token: invited.token.text(),
            link: invited.link(),
        }
    }
}

impl<'a> CodesJson<'a> {
    pub(crate) fn new(codes: &'a Codes) -> Self {
        Self {
            recovery_codes: &codes.recovery,
            token: codes.token.map(|token| token.text()),
        }
    }
}

impl SessionJson {
    pub(crate) fn new(session: &Session) -> Self {
        let moment = |seconds| BeijingTime::from_unix_seconds(seconds).map(BeijingTime::to_rfc3339);
        Self {
            id: session.id,
            began_at: moment(session.began),
            seen_at: moment(session.seen),
            current: session.current,
        }
    }
}
