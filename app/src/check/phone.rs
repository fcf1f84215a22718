//! The checker on a phone: the phone keeps the answers, and its addresses carry none.

use super::{Check, Kept, without};
use chrono::NaiveDate;
use domain::policy::{Answers, Programme};

/// What a phone knows, and the step it shows.
#[derive(Debug)]
pub(crate) struct Phone {
    today: NaiveDate,
    /// Of all checks: one programme asks what another has asked before.
    answers: Answers,
    step: Check,
}

impl Phone {
    /// A phone on which `answers` were kept, opening a page; `None` if `address` is no step.
    ///
    /// A link that answers otherwise is somebody else's: it is shown, and what is kept stays.
    pub(crate) fn open(
        address: &str,
        today: NaiveDate,
        kept: Kept,
        answers: Answers,
    ) -> Option<Self> {
        let (programme, query) = parse(address)?;
        let given = Check::read(programme, &query, today).answers;
        let both = without(answers.asked(), without(answers.asked(), given.asked()));
        let (kept, answers) = match given.only(both) == answers.clone().only(both) {
            true => (kept, answers),
            false => (Kept::OfALink, Answers::default()),
        };
        let step = Check::resume(programme, &query, today, &answers);
        let mut phone = Self {
            today,
            answers,
            step,
        };
        phone.step.kept = kept;
        phone.answers.extend(&phone.step.answers);
        Some(phone)
    }

    /// What to show.
    pub(crate) fn step(&self) -> &Check {
        &self.step
    }

    /// Everything to keep, as a query.
    pub(crate) fn answers(&self) -> String {
        self.answers.to_query()
    }

    /// Follows a link, or a form with what it sends: the whole of a check's answers. Whether that
    /// leads to a step.
    pub(crate) fn follow(&mut self, address: &str) -> bool {
        let to = parse(address);
        if let Some((programme, query)) = &to {
            if *programme == self.step.programme {
                for fact in self.step.answers.asked().iter() {
                    self.answers.forget(fact);
                }
            }
            self.show(*programme, query);
        }
        to.is_some()
    }

    /// Comes back to a step that was shown before. Whether there is one at this address.
    pub(crate) fn come_back(&mut self, address: &str) -> bool {
        let to = parse(address);
        if let Some((programme, query)) = &to {
            self.show(*programme, query);
        }
        to.is_some()
    }

    /// Forgets everything, and begins again.
    pub(crate) fn clear(&mut self) {
        self.answers = Answers::default();
        self.show(self.step.programme, "");
    }

    /// Keeps the answers in another way.
    pub(crate) fn keep(&mut self, kept: Kept) {
        self.step.kept = kept;
    }

    /// The address of the step, without any answer: which question, or that results are shown.
    pub(crate) fn address(&self) -> String {
        let step = Check {
            answers: Answers::default(),
            changing: self.step.question(),
            unread: None,
            ..self.step.clone()
        };
        step.address()
    }

    fn show(&mut self, programme: Option<Programme>, query: &str) {
        let step = Check::resume(programme, query, self.today, &self.answers);
        self.answers.extend(&step.answers);
        self.step = Check {
            kept: self.step.kept,
            ..step
        };
    }
}

/// What is checked at an address of this site, and what the address carries, be it behind `?` or
/// behind `#`.
fn parse(address: &str) -> Option<(Option<Programme>, String)> {
    let (place, carried) = match address.find(['?', '#']) {
        Some(end) => address.split_at(end),
        None => (address, ""),
    };
    let programme = match place.strip_prefix("/check")? {
        "" => None,
        rest => Some(Programme::from_id(rest.strip_prefix('/')?)?),
    };
    Some((programme, carried.replace(['?', '#'], "&")))
}

#[cfg(test)]
mod tests;
