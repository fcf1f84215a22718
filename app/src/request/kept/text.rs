//! What is kept, as text: a line an item, each a query.

use super::{Item, Kept, State};
use domain::time::BeijingTime;
use form_urlencoded::Serializer;

impl Kept {
    /// Reads what [`Self::to_text`] wrote. What makes no sense is passed over.
    pub(crate) fn from_text(text: &str) -> Self {
        let items = text.lines().filter_map(item).collect();
        Self { items }
    }

    /// The text to seal.
    pub(crate) fn to_text(&self) -> String {
        self.items.iter().map(line).collect()
    }
}

fn line(item: &Item) -> String {
    let mut line = Serializer::new(String::new());
    let mut put = |name: &str, value: &str| {
        line.append_pair(name, value);
    };
    put("key", &item.key);
    put("at", &seconds(item.at));
    match &item.state {
        State::Draft { body } => put("body", body),
        State::Waiting {
            body,
            tries,
            not_before,
            busy,
        } => {
            put("body", body);
            put("tries", &tries.to_string());
            put("not_before", &seconds(*not_before));
            if *busy {
                put("busy", "");
            }
        }
        State::Received { page } => put("page", page),
    }
    line.finish() + "\n"
}

fn item(line: &str) -> Option<Item> {
    let (mut key, mut at, mut body, mut page) = (None, None, None, None);
    let (mut tries, mut not_before, mut busy) = (None, None, false);
    for (name, value) in form_urlencoded::parse(line.as_bytes()) {
        match &*name {
            "key" => key = Some(value.into_owned()),
            "at" => at = moment(&value),
            "body" => body = Some(value.into_owned()),
            "page" => page = Some(value.into_owned()),
            "tries" => tries = value.parse().ok(),
            "not_before" => not_before = moment(&value),
            "busy" => busy = true,
            _ => {}
        }
    }
    let state = match (page, body, tries, not_before) {
        (Some(page), None, None, None) => State::Received { page },
        (None, Some(body), None, None) => State::Draft { body },
        (None, Some(body), Some(tries), Some(not_before)) => State::Waiting {
            body,
            tries,
            not_before,
            busy,
        },
        _ => return None,
    };
    Some(Item {
        key: key?,
        at: at?,
        state,
    })
}

fn seconds(at: BeijingTime) -> String {
    at.unix_seconds().to_string()
}

fn moment(seconds: &str) -> Option<BeijingTime> {
    BeijingTime::from_unix_seconds(seconds.parse().ok()?)
}
