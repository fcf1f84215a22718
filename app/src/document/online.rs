//! The pages that only the site has an answer for. A phone without a network draws the others with the
//! same code, and carries nothing of these.

use super::{Client, Page};
use crate::pages::{
    audit, classes, desk, import, listings, lost, overview, report, request, staff,
};
use crate::wording::Lang;
use domain::time::BeijingTime;
use leptos::prelude::*;

/// Who draws them.
pub(super) struct Online {
    /// The page itself.
    pub(super) view: fn(Lang, BeijingTime, Page) -> AnyView,
    /// What the head of its document says.
    pub(super) says: fn(Lang, &Page) -> Says,
}

/// What the head of a document says about its page.
pub(super) struct Says {
    pub(super) title: String,
    pub(super) description: &'static str,
    pub(super) client: Option<Client>,
}

/// The site draws them all.
pub(super) const SITE: Online = Online { view, says };

/// A phone without a network says that it needs one.
pub(super) const NOBODY: Online = Online {
    view: |lang, _, _| lost::needs_network(lang).into_any(),
    says: |lang, _| plain(lang, lang.needs_network_title()),
};

fn view(lang: Lang, now: BeijingTime, page: Page) -> AnyView {
    match page {
        Page::Report(model) => report::form(lang, *model).into_any(),
        Page::Outcome(model) => report::outcome(lang, now, *model).into_any(),
        Page::Door(model) => report::door(lang, model).into_any(),
        Page::Confirm(model) => report::confirm(lang, *model).into_any(),
        Page::Groups(model) => staff::groups(lang, now, *model).into_any(),
        Page::Group(model) => staff::group(lang, now, *model).into_any(),
        Page::Unconfirmed(model) => staff::unconfirmed(lang, *model).into_any(),
        Page::DueList(model) => staff::due_list(lang, *model).into_any(),
        Page::Poster(model) => staff::poster(lang, *model).into_any(),
        Page::Classes(model) => classes::classes(lang, now, *model).into_any(),
        Page::CheckAnswers(model) => request::check_answers(lang, now, *model).into_any(),
        Page::Receipt(model) => request::receipt(lang, now, *model).into_any(),
        Page::Follow(model) => request::follow(lang, model).into_any(),
        Page::Standing(model) => request::standing(lang, now, *model).into_any(),
        Page::Desk(model) => desk::list(lang, now, *model).into_any(),
        Page::Together(model) => desk::together(lang, *model).into_any(),
        Page::Opened(model) => desk::opened(lang, now, *model).into_any(),
        Page::Listings(model) => listings::page(lang, now, *model).into_any(),
        Page::SignIn(model) => staff::sign_in(lang, model).into_any(),
        Page::SetUp(model) => staff::set_up(lang, model).into_any(),
        Page::StaffStart(model) => staff::start(lang, *model).into_any(),
        Page::OwnAccount(model) => staff::own_account(lang, now, *model).into_any(),
        Page::Accounts(model) => staff::accounts(lang, *model).into_any(),
        Page::OneAccount(model) => staff::one_account(lang, *model).into_any(),
        Page::Audit(model) => audit::audit(lang, *model).into_any(),
        Page::Overview(model) => overview::overview(lang, *model).into_any(),
        Page::Imports(model) => import::imports(lang, now, *model).into_any(),
        Page::Plan(model) => import::plan(lang, now, *model).into_any(),
        _ => lost::not_found(lang).into_any(),
    }
}

fn says(lang: Lang, page: &Page) -> Says {
    let of_request = |title: &str| Says {
        client: Some(Client::Requests),
        ..plain(lang, title)
    };
    let plain = |title: &str| plain(lang, title);
    match page {
        Page::Report(model) => {
            let title = lang.report_title();
            plain(&match model.problem {
                None => title.to_owned(),
                Some(_) => [lang.with_problems(), title].join(lang.pick("：", ": ")),
            })
        }
        Page::Outcome(_) => plain(lang.outcome_title()),
        Page::Door(_) => plain(lang.door_title()),
        Page::Confirm(_) => plain(lang.confirm_title()),
        Page::Groups(_) => plain(lang.groups_title()),
        Page::Group(model) => plain(lang.report_kind(model.row.kind)),
        Page::Unconfirmed(_) => plain(lang.freshness_title()),
        Page::DueList(_) => plain(lang.freshness_title()),
        Page::Poster(model) => plain(&model.station.text.name),
        Page::Classes(_) => {
            let description = lang.classes_description();
            Says {
                description,
                ..plain(lang.classes_title())
            }
        }
        Page::CheckAnswers(_) => {
            let description = lang.new_request_description();
            Says {
                description,
                ..of_request(lang.check_answers_title())
            }
        }
        Page::Receipt(_) => of_request(lang.receipt_title()),
        Page::Follow(_) => of_request(lang.follow_title()),
        Page::Standing(_) => of_request(lang.standing_title()),
        Page::Desk(_) => plain(lang.desk_title()),
        Page::Together(_) => plain(lang.together_title()),
        Page::Opened(_) => plain(lang.opened_title()),
        Page::Listings(model) => Says {
            client: listings::sets_a_pin(model).then_some(Client::Pin),
            ..plain(&listings::title(lang, model))
        },
        Page::SignIn(_) => plain(lang.sign_in_title()),
        Page::SetUp(_) => plain(lang.set_up_title()),
        Page::StaffStart(_) => plain(lang.staff_title()),
        Page::OwnAccount(_) => plain(lang.own_account_title()),
        Page::Accounts(_) => plain(lang.accounts_title()),
        Page::OneAccount(model) => plain(&model.account.person),
        Page::Audit(_) => plain(lang.audit_title()),
        Page::Overview(_) => plain(lang.overview_title()),
        Page::Imports(_) => plain(lang.import_title()),
        Page::Plan(_) => plain(lang.plan_title()),
        _ => plain(lang.not_found_title()),
    }
}

fn plain(lang: Lang, title: &str) -> Says {
    Says {
        title: title.to_owned(),
        description: lang.site_description(),
        client: None,
    }
}
