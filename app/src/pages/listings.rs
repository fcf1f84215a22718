//! The pages of those who keep the stations and classes.

mod changes;
mod conflict;
mod difference;
mod duplicates;
mod find;
mod form;
mod history;
mod inputs;
mod look;
mod pin;
mod proposals;
mod words;

use crate::listings::{Form, Page};
use crate::markup::Markup;
use crate::wording::Lang;
use domain::listing::Subject;
use domain::listing::entry::Cells;
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    stations_kept_title: "维护站点" / "Keep stations";
    classes_kept_title: "维护托管班" / "Keep classes";
    changes_title: "改动记录" / "Changes";
    change_title: "一次改动" / "A change";
    proposals_title: "待第二人确认" / "For a second person";
    proposal_title: "一项提议" / "A proposal";
    new_station_title: "新增站点" / "A new station";
    new_class_title: "新增托管班" / "A new class";
    duplicates_title: "可能重复的站点" / "Perhaps listed twice";
    merging_title: "两个并成一个" / "Make one of two";
    look_title: "看一看再改" / "Look before it is changed";
    conflict_title: "别人也改了这里" / "Somebody else changed this too";
    of_stations: "站点" / "stations";
    of_classes: "托管班" / "classes";
    history_of: "历史：" / "History: ";
}

/// The page.
pub(crate) fn page(lang: Lang, now: BeijingTime, model: Page) -> AnyView {
    match model {
        Page::Find(model) => find::find(lang, model).into_any(),
        Page::Form(model) => form::form(lang, now, model).into_any(),
        Page::Look(model) => look::look(lang, now, model).into_any(),
        Page::Conflict(model) => conflict::conflict(lang, now, model).into_any(),
        Page::History(model) => history::history(lang, now, model).into_any(),
        Page::Changes(model) => changes::changes(lang, now, model).into_any(),
        Page::OneChange(model) => changes::one_change(lang, now, model).into_any(),
        Page::Proposals(model) => proposals::proposals(lang, now, model).into_any(),
        Page::Duplicates(model) => duplicates::duplicates(lang, model).into_any(),
        Page::Merging(model) => duplicates::merging(lang, model).into_any(),
        Page::OneProposal(model) => proposals::one_proposal(lang, now, model).into_any(),
    }
}

/// Its title.
pub(crate) fn title(lang: Lang, model: &Page) -> String {
    match model {
        Page::Find(model) => lang.kept_title(model.subject).to_owned(),
        Page::Form(model) if model.number.is_none() => lang.new_title(model.subject).to_owned(),
        Page::Form(model) => named(lang, model.subject, &model.draft.cells).to_owned(),
        Page::Look(_) => lang.look_title().to_owned(),
        Page::Conflict(_) => lang.conflict_title().to_owned(),
        Page::History(model) => {
            let mut versions = model.versions.iter();
            let cells = versions.find_map(|version| version.cells.as_ref());
            let name = cells.map_or("", |cells| name(model.subject, cells));
            [lang.history_of(), name].concat()
        }
        Page::Changes(_) => lang.changes_title().to_owned(),
        Page::OneChange(_) => lang.change_title().to_owned(),
        Page::Proposals(_) => lang.proposals_title().to_owned(),
        Page::Duplicates(_) => lang.duplicates_title().to_owned(),
        Page::Merging(_) => lang.merging_title().to_owned(),
        Page::OneProposal(_) => lang.proposal_title().to_owned(),
    }
}

/// Whether a pin can be set there.
pub(crate) fn sets_a_pin(model: &Page) -> bool {
    matches!(model, Page::Form(Form { may_edit: true, .. }))
}

/// What an entry is called.
fn name(subject: Subject, cells: &Cells) -> &str {
    cells.get(words::naming(subject))
}

/// The same for a heading, which says something even if nothing was typed.
fn named(lang: Lang, subject: Subject, cells: &Cells) -> &str {
    match name(subject, cells) {
        "" => lang.kept_title(subject),
        name => name,
    }
}

/// Where an entry is kept.
fn address(subject: Subject, number: Option<u32>) -> String {
    match number {
        Some(number) => format!("/staff/{}/{number}", subject.code()),
        None => format!("/staff/{}/new", subject.code()),
    }
}

/// A link to another page of staff's.
fn way(address: &str, words: &str) -> Markup {
    html!(r#"<a class="chip" href=""# {address} r#"">"# {words} "</a> ")
}

impl Lang {
    pub(crate) const fn kept_title(self, subject: Subject) -> &'static str {
        match subject {
            Subject::Stations => self.stations_kept_title(),
            Subject::Classes => self.classes_kept_title(),
        }
    }

    const fn listing(self, subject: Subject) -> &'static str {
        match subject {
            Subject::Stations => self.of_stations(),
            Subject::Classes => self.of_classes(),
        }
    }

    const fn new_title(self, subject: Subject) -> &'static str {
        match subject {
            Subject::Stations => self.new_station_title(),
            Subject::Classes => self.new_class_title(),
        }
    }
}
