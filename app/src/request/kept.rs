//! What a phone keeps of requests: drafts, what waits for the network, and receipts.
//!
//! Pure: the phone seals [`Kept::to_text`] and stores that, and nothing else. What the words of a
//! draft signal is nowhere in it; it is found again when they are sent.

mod text;

use super::form::{Form, Step};
use domain::request::Field;
use domain::time::BeijingTime;

/// After a week without a change it is gone.
const MOST_MINUTES: i64 = 7 * 24 * 60;

/// More are not begun by one person; the oldest gives way.
const MOST_DRAFTS: usize = 5;

/// Everything that is kept, one item a submission's key.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Kept {
    items: Vec<Item>,
}

/// A request on its way from the first word to the receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// What the sender calls the submission.
    pub(crate) key: String,
    /// When it was last typed, or sent off.
    pub(crate) at: BeijingTime,
    /// How far it is.
    pub(crate) state: State,
}

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// It is being written.
    Draft {
        /// The form.
        body: String,
    },
    /// It is to be sent by itself.
    Waiting {
        /// The form.
        body: String,
        /// How often it was tried.
        tries: u32,
        /// Before that moment it is not tried again.
        not_before: BeijingTime,
        /// Whether the site asked for patience; else the network was away.
        busy: bool,
    },
    /// The site has it.
    Received {
        /// The page of the receipt.
        page: String,
    },
}

/// How a submission was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// It is filed; the page is its receipt.
    Received(String),
    /// Somebody must look at this page first.
    Asks(String),
    /// The site has no time for it now, and may have said for how many seconds.
    Busy(Option<i64>),
    /// There was no answer of this site.
    NoNetwork,
}

impl Answer {
    /// Reads an answer by its status. `page` is `None` if it is no page of this site: some
    /// networks answer everything with one of their own until one has signed in.
    pub(crate) fn of(status: u16, retry_after: Option<i64>, page: Option<String>) -> Self {
        match (status, page) {
            (408 | 429 | 500.., _) => Self::Busy(retry_after),
            (201, Some(page)) => Self::Received(page),
            (_, Some(page)) => Self::Asks(page),
            (_, None) => Self::NoNetwork,
        }
    }
}

impl Kept {
    /// Everything, in the order in which it was begun.
    pub(crate) fn items(&self) -> &[Item] {
        &self.items
    }

    /// Whether nothing is kept.
    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The item of that key.
    pub(crate) fn get(&self, key: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.key == key)
    }

    /// Drops what nobody has touched for a week. What is said to be of the future was kept by a
    /// clock that was wrong, and is counted from now.
    pub(crate) fn forget_old(&mut self, now: BeijingTime) {
        for item in &mut self.items {
            item.at = item.at.min(now);
        }
        self.items
            .retain(|item| now.minutes_since(item.at) < MOST_MINUTES);
    }

    /// Keeps what is typed. What is on its way stays so, with the words it was sent off with.
    pub(crate) fn write(&mut self, form: &Form, now: BeijingTime) {
        if self.get(&form.key).is_some_and(|item| !item.is_draft()) {
            return;
        }
        let body = form_body(form, Step::Edit);
        self.put(&form.key, now, State::Draft { body });
        let drafts = self.items.iter().filter(|item| item.is_draft()).count();
        if drafts > MOST_DRAFTS {
            let oldest = self.items.iter().filter(|item| item.is_draft());
            let oldest = oldest
                .min_by_key(|item| item.at)
                .map(|item| item.key.clone());
            self.items.retain(|item| Some(&item.key) != oldest.as_ref());
        }
    }

    /// Sends off what is complete. A receipt of the same key stays: the site would give it again.
    pub(crate) fn send_off(&mut self, form: &Form, now: BeijingTime) {
        if matches!(self.get(&form.key), Some(item) if item.is_received()) {
            return;
        }
        let step = match form.step.sends() {
            true => form.step,
            false => Step::Send,
        };
        let state = State::Waiting {
            body: form_body(form, step),
            tries: 0,
            not_before: now,
            busy: false,
        };
        self.put(&form.key, now, state);
    }

    /// What is to be tried at `now`: its key, and the body to send.
    pub(crate) fn due(&self, now: BeijingTime) -> Option<(String, String)> {
        self.items.iter().find_map(|item| match &item.state {
            State::Waiting {
                body, not_before, ..
            } if *not_before <= now => Some((item.key.clone(), to_send(body))),
            _ => None,
        })
    }

    /// In how many seconds the next is due.
    pub(crate) fn seconds_to_wait(&self, now: BeijingTime) -> Option<i64> {
        let waiting = self.items.iter().filter_map(|item| match &item.state {
            State::Waiting { not_before, .. } => Some(*not_before),
            _ => None,
        });
        let next = waiting.min()?;
        Some((next.unix_seconds() - now.unix_seconds()).max(0))
    }

    /// The network is back: what only waited for that is due. What the site put off is not.
    pub(crate) fn hurry(&mut self, now: BeijingTime) {
        for item in &mut self.items {
            if let State::Waiting {
                not_before,
                busy: false,
                ..
            } = &mut item.state
            {
                *not_before = now;
            }
        }
    }

    /// Takes the answer to what was tried. A receipt is kept whatever became of the item meanwhile.
    pub(crate) fn settle(&mut self, key: &str, answer: &Answer, now: BeijingTime) {
        if let Answer::Received(page) = answer {
            let page = page.clone();
            return self.put(key, now, State::Received { page });
        }
        for item in self.items.iter_mut().filter(|item| item.key == key) {
            if let State::Waiting { body, tries, .. } = &item.state {
                item.state = not_received(body.clone(), *tries, answer, now);
            }
        }
    }

    /// Makes a draft again of what has not been received.
    pub(crate) fn take_back(&mut self, key: &str) {
        for item in self.items.iter_mut().filter(|item| item.key == key) {
            if let State::Waiting { body, .. } = &item.state {
                item.state = State::Draft { body: body.clone() };
            }
        }
    }

    /// Drops the item of that key.
    pub(crate) fn forget(&mut self, key: &str) {
        self.items.retain(|item| item.key != key);
    }

    fn put(&mut self, key: &str, at: BeijingTime, state: State) {
        match self.items.iter_mut().find(|item| item.key == key) {
            Some(item) => (item.at, item.state) = (at, state),
            None => self.items.push(Item {
                key: key.to_owned(),
                at,
                state,
            }),
        }
    }
}

impl Item {
    fn is_draft(&self) -> bool {
        matches!(self.state, State::Draft { .. })
    }

    fn is_received(&self) -> bool {
        matches!(self.state, State::Received { .. })
    }
}

/// What becomes of a form that was tried and is not received.
fn not_received(body: String, tries: u32, answer: &Answer, now: BeijingTime) -> State {
    let (seconds, busy) = match answer {
        Answer::Busy(asked) => (patience(tries, *asked), true),
        Answer::NoNetwork => (pause(tries), false),
        Answer::Received(_) | Answer::Asks(_) => return State::Draft { body },
    };
    State::Waiting {
        body,
        tries: tries.saturating_add(1),
        not_before: later(now, seconds),
        busy,
    }
}

/// A form as it is kept.
fn form_body(form: &Form, step: Step) -> String {
    let form = Form {
        danger_shown: false,
        step,
        ..form.clone()
    };
    form.body()
}

/// A kept form as it is sent. It was kept after the help lines had been seen, if there was need.
fn to_send(body: &str) -> String {
    let mut form = Form::read(body.as_bytes(), "");
    form.danger_shown = form.signals_danger();
    form.body()
}

/// Seconds to the next try when nobody says how many: longer every time.
const fn pause(tries: u32) -> i64 {
    const FIRST: i64 = 5;
    const MOST: i64 = 5 * 60;
    match FIRST.checked_shl(tries) {
        Some(seconds) if tries < 16 && seconds < MOST => seconds,
        _ => MOST,
    }
}

/// Seconds to the next try when the site asks for patience, within reason.
fn patience(tries: u32, asked: Option<i64>) -> i64 {
    const MOST: i64 = 60 * 60;
    asked.map_or(pause(tries), |asked| asked.clamp(1, MOST))
}

fn later(now: BeijingTime, seconds: i64) -> BeijingTime {
    BeijingTime::from_unix_seconds(now.unix_seconds().saturating_add(seconds)).unwrap_or(now)
}

/// Whether anything was typed that would be missed.
pub(crate) fn is_worth_keeping(form: &Form) -> bool {
    let typed = [
        Field::Text,
        Field::Employer,
        Field::Since,
        Field::People,
        Field::Child,
        Field::Phone,
        Field::Name,
    ];
    typed
        .iter()
        .any(|field| !form.draft.get(*field).trim().is_empty())
}

#[cfg(test)]
mod tests;
