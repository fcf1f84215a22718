//! `/staff/accounts` and `/staff/accounts/{id}`: the accounts that an administrator keeps.

use super::{MOST_FORM_BYTES, show, who_page};
use crate::body::Sent;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::routes::params::number;
use crate::routes::requests::origin;
use crate::staff::{
    self, Account, AccountChange, Client, Denied, Maker, NewAccount, SignedIn, Token,
};
use crate::visit::Visit;
use app::document::Page;
use app::staff::{
    self as pages, AccountDraft, AccountProblem, AccountRow, AccountWish, Accounts, Invited,
    OneAccount,
};
use axum::extract::Path;
use domain::staff::{AccountName, Action, PersonName, may};
use http::StatusCode;

/// `GET /staff/accounts`
#[worker::send]
pub(in crate::routes) async fn list(visit: Visit, who: SignedIn) -> Result<Reply, Problem> {
    let draft = AccountDraft::default();
    listed(&visit, who, draft, Vec::new(), None).await
}

/// `POST /staff/accounts`: makes one, and shows its link once.
#[worker::send]
pub(in crate::routes) async fn make(
    visit: Visit,
    who: SignedIn,
    Sent(body): Sent<MOST_FORM_BYTES>,
) -> Result<Reply, Problem> {
    who.is_ours(&visit, &pages::form_token(&body))?;
    let draft = AccountDraft::read(&body);
    let mut problems = draft.problems();
    if problems.is_empty() {
        let made = Client::of(&visit)?
            .make_account(Maker::Staff(who.token), new(&draft))
            .await;
        match made {
            Ok(made) => {
                let invited = invited(&visit, &made);
                let empty = AccountDraft::default();
                return listed(&visit, who, empty, Vec::new(), Some(invited)).await;
            }
            Err(Denied::NameTaken) => problems.push(AccountProblem::NameTaken),
            Err(Denied::Forbidden) => problems.push(AccountProblem::Desk),
            Err(denied) => return Err(denied.into()),
        }
    }
    listed(&visit, who, draft, problems, None).await
}

/// `GET /staff/accounts/{id}`
#[worker::send]
pub(in crate::routes) async fn one(
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
) -> Result<Reply, Problem> {
    let account = find(&visit, who.token, &id).await?;
    let draft = AccountDraft::of(&account);
    Ok(shown(&visit, who, account, draft, Outcome::Nothing))
}

/// `POST /staff/accounts/{id}`: changes, stops or resumes it, or gives it a new link.
#[worker::send]
pub(in crate::routes) async fn wish(
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
    Sent(body): Sent<MOST_FORM_BYTES>,
) -> Result<Reply, Problem> {
    who.is_ours(&visit, &pages::form_token(&body))?;
    let account = find(&visit, who.token, &id).await?;
    match AccountWish::read(&body).ok_or(Problem::NotFound)? {
        AccountWish::Invite => invite(visit, who, account).await,
        AccountWish::Active(active) => {
            let change = AccountChange {
                active: Some(active),
                ..AccountChange::default()
            };
            let draft = AccountDraft::of(&account);
            change_to(visit, who, account, draft, change).await
        }
        AccountWish::Save(typed) => {
            let draft = AccountDraft {
                name: account.name.clone(),
                ..typed
            };
            let problems = draft.problems();
            if !problems.is_empty() {
                return Ok(shown(&visit, who, account, draft, Outcome::Wrong(problems)));
            }
            let wanted = new(&draft);
            let change = AccountChange {
                person: Some(wanted.person),
                role: Some(wanted.role),
                desk: Some(wanted.desk),
                active: None,
            };
            change_to(visit, who, account, draft, change).await
        }
    }
}

async fn invite(visit: Visit, who: SignedIn, account: AccountRow) -> Result<Reply, Problem> {
    let client = Client::of(&visit)?;
    let made = client.invite(who.token, account.staff.id.0).await?;
    let outcome = Outcome::Invited(invited(&visit, &made));
    let draft = AccountDraft::of(&account);
    Ok(shown(&visit, who, account, draft, outcome))
}

async fn change_to(
    visit: Visit,
    who: SignedIn,
    account: AccountRow,
    draft: AccountDraft,
    change: AccountChange,
) -> Result<Reply, Problem> {
    let names_desk = change.desk.is_some();
    let client = Client::of(&visit)?;
    let changed = client.change_account(who.token, account.staff.id.0, change);
    match changed.await {
        Ok(changed) => {
            let account = row(&changed)?;
            let draft = AccountDraft::of(&account);
            Ok(shown(&visit, who, account, draft, Outcome::Saved))
        }
        // Another place may be none of this administrator's; nobody else is offered it.
        Err(Denied::Forbidden) if names_desk => {
            let outcome = Outcome::Wrong(vec![AccountProblem::Desk]);
            Ok(shown(&visit, who, account, draft, outcome))
        }
        Err(denied) => Err(denied.into()),
    }
}

/// What came of what was sent.
enum Outcome {
    Nothing,
    Saved,
    Wrong(Vec<AccountProblem>),
    Invited(Invited),
}

fn shown(
    visit: &Visit,
    who: SignedIn,
    account: AccountRow,
    draft: AccountDraft,
    outcome: Outcome,
) -> Reply {
    let status = match &outcome {
        Outcome::Wrong(_) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    };
    let mut page = OneAccount {
        who: who_page(&who),
        account,
        draft,
        problems: Vec::new(),
        invited: None,
        saved: false,
    };
    match outcome {
        Outcome::Nothing => {}
        Outcome::Saved => page.saved = true,
        Outcome::Wrong(problems) => page.problems = problems,
        Outcome::Invited(invited) => page.invited = Some(invited),
    }
    show(visit, status, Page::OneAccount(Box::new(page)))
}

async fn listed(
    visit: &Visit,
    who: SignedIn,
    draft: AccountDraft,
    problems: Vec<AccountProblem>,
    invited: Option<Invited>,
) -> Result<Reply, Problem> {
    if !may(who.staff, Action::MakeAccount, who.staff.desk) {
        return Err(Problem::NotAllowed);
    }
    let wanted = pages::wanted(visit.query());
    let sought = wanted.trim().to_lowercase();
    let accounts = Client::of(visit)?.accounts(who.token).await?;
    let found = accounts.iter().filter(|account| {
        account.name.contains(&sought) || account.person.to_lowercase().contains(&sought)
    });
    let found: Vec<_> = found.collect();
    let shown = found.iter().take(Accounts::MOST);
    let status = match (problems.is_empty(), invited.is_some()) {
        (false, _) => StatusCode::UNPROCESSABLE_ENTITY,
        (true, true) => StatusCode::CREATED,
        (true, false) => StatusCode::OK,
    };
    let page = Accounts {
        accounts: shown
            .map(|account| row(account))
            .collect::<Result<_, _>>()?,
        total: found.len(),
        who: who_page(&who),
        wanted,
        draft,
        problems,
        invited,
    };
    Ok(show(visit, status, Page::Accounts(Box::new(page))))
}

/// One of those that whoever is signed in may see.
async fn find(visit: &Visit, token: Token, id: &str) -> Result<AccountRow, Problem> {
    let id = number(id).ok_or(Problem::NotFound)?;
    let accounts = Client::of(visit)?.accounts(token).await?;
    let found = accounts.iter().find(|account| account.id == id);
    row(found.ok_or(Problem::NotFound)?)
}

/// An account of what was typed and found right.
fn new(draft: &AccountDraft) -> NewAccount {
    let name = AccountName::parse(&draft.name);
    let person = PersonName::parse(&draft.person);
    NewAccount {
        name: name.map_or_else(|_| String::new(), |name| name.as_str().to_owned()),
        person: person.map_or_else(|_| String::new(), |person| person.as_str().to_owned()),
        role: draft.role.clone(),
        desk: draft.desk.clone(),
    }
}

fn row(account: &Account) -> Result<AccountRow, Problem> {
    Ok(AccountRow {
        name: account.name.clone(),
        person: account.person.clone(),
        staff: account.staff().ok_or(Problem::Internal)?,
        active: account.active,
        is_set_up: account.is_set_up,
    })
}

fn invited(visit: &Visit, made: &staff::Invited) -> Invited {
    Invited {
        person: made.account.person.clone(),
        link: [origin(visit), made.link()].concat(),
    }
}
