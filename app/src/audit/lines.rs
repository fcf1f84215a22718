//! What was recorded in words: who, what, and a line of the file.

use super::{Entries, What};
use crate::wording::Lang;
use domain::chain::Hash;
use domain::listing::history::{Batch, By};
use domain::request::{Actor, Deed};
use domain::staff::{Staff, log};
use domain::time::BeijingTime;

impl Entries {
    /// The header of a file, and its lines.
    pub(super) fn cells(&self, lang: Lang) -> (Vec<String>, Vec<Vec<String>>) {
        let header = |of: &[&str]| {
            let shared = ["number", "at", "who", "what"].iter();
            shared.chain(of).map(|name| (*name).to_owned()).collect()
        };
        let line = |number: String, at: Option<BeijingTime>, who, what, of: Vec<String>| {
            let at = at.map(BeijingTime::to_rfc3339).unwrap_or_default();
            [vec![number, at, who, what], of].concat()
        };
        let hash = |hash: Hash| hash.to_string();
        match self {
            Self::Requests(records) => {
                let records = records.iter().map(|record| {
                    let entry = &record.entry;
                    let of = vec![
                        entry.reference.to_string(),
                        entry.desk.code(),
                        hash(record.hash),
                    ];
                    let (who, what) = (lang.actor(entry.actor), What::Request(entry.what));
                    line(
                        record.number.to_string(),
                        Some(entry.at),
                        who,
                        lang.deed(what),
                        of,
                    )
                });
                (header(&["reference", "desk", "hash"]), records.collect())
            }
            Self::Accounts(records) => {
                let records = records.iter().map(|record| {
                    let entry = &record.entry;
                    let (Staff { id, role, desk }, what) = (entry.of, What::Account(entry.what));
                    let of = vec![
                        id.0.to_string(),
                        lang.role(role).to_owned(),
                        desk.code(),
                        hash(record.hash),
                    ];
                    let who = lang.account_actor(entry.actor);
                    line(
                        record.number.to_string(),
                        Some(entry.at),
                        who,
                        lang.deed(what),
                        of,
                    )
                });
                (
                    header(&["account", "role", "desk", "hash"]),
                    records.collect(),
                )
            }
            Self::Listings(batches) => {
                let batches = batches.iter().map(|batch| {
                    let undoes = batch.undoes.map(|id| id.to_string()).unwrap_or_default();
                    let of = vec![
                        lang.subject(batch.subject).to_owned(),
                        batch.entries.to_string(),
                        batch.desk.code(),
                        batch.why.clone(),
                        undoes,
                    ];
                    let what = What::Listing(batch.cause);
                    line(
                        batch.id.to_string(),
                        batch.at,
                        lang.both(batch),
                        lang.deed(what),
                        of,
                    )
                });
                (
                    header(&["listing", "entries", "desk", "why", "undoes"]),
                    batches.collect(),
                )
            }
        }
    }
}

impl Lang {
    /// Who did it with a request.
    pub(crate) fn actor(self, actor: Actor) -> String {
        match actor {
            Actor::Worker => self.pick("职工", "the worker").to_owned(),
            Actor::Clock => self.pick("到期自动", "the clock").to_owned(),
            Actor::Operator => self.pick("本站运维", "the operator").to_owned(),
            Actor::Staff(staff) => self.numbered(staff),
        }
    }

    /// A member of staff by number, with role and desk.
    pub(crate) fn numbered(self, staff: Staff) -> String {
        let (id, role, desk) = (staff.id.0, self.role(staff.role), staff.desk);
        match self {
            Self::Zh => format!("{id} 号（{role}，{}）", desk.name_zh()),
            Self::En => format!("no. {id} ({role}, {})", desk.code()),
        }
    }

    /// Who did it to an account.
    pub(crate) fn account_actor(self, actor: log::Actor) -> String {
        match (self, actor) {
            (_, log::Actor::Operator) => self.actor(Actor::Operator),
            (Self::Zh, log::Actor::Nobody) => "没登录的人".to_owned(),
            (Self::En, log::Actor::Nobody) => "somebody not signed in".to_owned(),
            (Self::Zh, log::Actor::Staff(id)) => format!("{} 号", id.0),
            (Self::En, log::Actor::Staff(id)) => format!("no. {}", id.0),
        }
    }

    /// Who did it to a listing, and who was the second person.
    pub(crate) fn both(self, batch: &Batch) -> String {
        let one = |by: &By| match (self, by.account) {
            (Self::Zh, Some(id)) => format!("{}（{id} 号）", by.name),
            (Self::En, Some(id)) => format!("{} (no. {id})", by.name),
            (_, None) if by.name.is_empty() => self.actor(Actor::Operator),
            (_, None) => by.name.clone(),
        };
        let second = batch
            .second
            .as_ref()
            .map(|second| [self.pick("，第二人：", ", second person: "), &one(second)].concat());
        [one(&batch.by), second.unwrap_or_default()].concat()
    }

    /// What was done.
    pub(crate) fn deed(self, what: What) -> String {
        match (self, what) {
            (Self::Zh, What::Request(Deed::Filed)) => "职工提交".to_owned(),
            (Self::Zh, What::Request(Deed::Opened)) => "打开看".to_owned(),
            (Self::Zh, What::Request(Deed::Found)) => "搜到".to_owned(),
            (Self::Zh, What::Request(Deed::Moved(kind))) => kind.name_zh().to_owned(),
            (Self::En, What::Request(deed)) => deed.code().replace('_', " "),
            (_, What::Listing(cause)) => self.pick(cause.name_zh(), cause.name_en()).to_owned(),
            (_, What::Account(deed)) => self.pick(deed.name_zh(), deed.name_en()).to_owned(),
        }
    }
}
