//! What is sent with the forms of imports, and how their addresses say what is shown.

use super::{Draft, Told};
use crate::staff::names as staff_names;
use domain::listing::Subject;
use domain::listing::import::Outcome;

/// The names of the inputs.
pub(crate) mod names {
    pub(crate) const FILE: &str = "file";
    pub(crate) const SUBJECT: &str = "subject";
    pub(crate) const DATUM: &str = "datum";
    pub(crate) const SHEET: &str = "sheet";
    pub(crate) const WHY: &str = "why";
    /// What somebody wants done.
    pub(crate) const WISH: &str = "do";
    pub(crate) const SEAL: &str = "seal";
    /// The place of a row that can be ticked and is shown.
    pub(crate) const SHOWN: &str = "shown";
    /// The place of one that is ticked.
    pub(crate) const TICKED: &str = "on";
    pub(crate) const OUTCOME: &str = "outcome";
    pub(crate) const AFTER: &str = "after";
    /// What has just happened.
    pub(crate) const TOLD: &str = "told";
}

/// The codes of what can be wished.
pub(crate) mod wishes {
    pub(crate) const TICK: &str = "tick";
    pub(crate) const ALL: &str = "all";
    pub(crate) const NONE: &str = "none";
    pub(crate) const APPLY: &str = "apply";
    pub(crate) const DECLINE: &str = "decline";
    pub(crate) const CHOOSE: &str = "choose";
}

/// What somebody wants done with a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To take in and leave out.
    Tick,
    /// To take in, or leave out, all that come to the same.
    TickAll {
        /// To what.
        outcome: Outcome,
        /// Whether to take them in.
        ticked: bool,
    },
    /// To do what the plan of that seal says.
    Apply {
        /// The seal.
        seal: String,
    },
    /// To give it up.
    Decline,
    /// To plan again.
    Choose {
        /// With that sheet.
        sheet: Option<String>,
        /// With that datum.
        datum: Option<String>,
    },
}

/// What is sent to `/staff/import/{plan}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// To show that the form is ours.
    pub form_token: String,
    /// What is wanted; `None` if nobody can say.
    pub wish: Option<Wish>,
    /// The shown rows that can be ticked, and whether they are.
    pub ticks: Vec<(u32, bool)>,
    /// Which rows were shown.
    pub view: View,
}

/// Which rows of a plan are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Only what comes to this.
    pub outcome: Option<Outcome>,
    /// Only behind that place.
    pub after: Option<u32>,
}

impl View {
    /// Rows on a page.
    pub const MOST_ROWS: u32 = 50;

    /// Reads a query. What is not understood is dropped.
    pub fn read(query: &[u8]) -> Self {
        Self {
            outcome: Outcome::from_code(&value(query, names::OUTCOME)),
            after: value(query, names::AFTER).parse().ok(),
        }
    }

    /// The address of a plan that shows them.
    pub fn address(&self, plan: u32, told: Option<Told>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if let Some(outcome) = self.outcome {
            query.append_pair(names::OUTCOME, outcome.code());
        }
        if let Some(after) = self.after {
            query.append_pair(names::AFTER, &after.to_string());
        }
        if let Some(told) = told {
            query.append_pair(names::TOLD, told.code());
        }
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("/staff/import/{plan}{mark}{query}")
    }
}

impl Told {
    const ALL: [Self; 4] = [Self::Saved, Self::Unsaved, Self::Other, Self::Nothing];

    const fn code(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Unsaved => "unsaved",
            Self::Other => "other",
            Self::Nothing => "nothing",
        }
    }

    /// What an address tells.
    pub fn read(query: &[u8]) -> Option<Self> {
        let code = value(query, names::TOLD);
        Self::ALL.into_iter().find(|told| told.code() == code)
    }
}

impl Draft {
    /// The most inputs beside the file, with room.
    pub const MOST_INPUTS: usize = 8;
    /// The most bytes of everything typed.
    pub const MOST_BYTES: usize = 4 << 10;
    /// The longest reason, in characters.
    pub const MOST_WHY_CHARS: usize = 200;

    /// Reads what came beside a file, and what shows that the form is ours.
    pub fn of<'a>(inputs: impl Iterator<Item = (&'a str, &'a str)>) -> (Self, String) {
        let (mut draft, mut token) = (Self::default(), String::new());
        for (name, text) in inputs {
            let text = text.trim();
            match name {
                names::SUBJECT => draft.subject = text.to_owned(),
                names::DATUM => draft.datum = text.to_owned(),
                names::WHY => draft.why = text.chars().take(Self::MOST_WHY_CHARS).collect(),
                staff_names::FORM_TOKEN => token = text.to_owned(),
                _ => {}
            }
        }
        (draft, token)
    }

    /// What the file lists: stations, if nothing else is said.
    pub fn subject(&self) -> Subject {
        subject(&self.subject).unwrap_or(Subject::Stations)
    }
}

/// What a file lists, by its code.
pub fn subject(code: &str) -> Option<Subject> {
    [Subject::Stations, Subject::Classes]
        .into_iter()
        .find(|subject| subject_code(*subject) == code)
}

/// The code of what a file lists.
pub const fn subject_code(subject: Subject) -> &'static str {
    match subject {
        Subject::Stations => "stations",
        Subject::Classes => "classes",
    }
}

impl Sent {
    /// The most bytes of it: every shown row twice, and what else there is.
    pub const MOST_BYTES: usize = 16 << 10;

    /// Reads a body of bounded length.
    pub fn read(body: &[u8]) -> Self {
        let places = |name: &str| -> Vec<u32> {
            let inputs = form_urlencoded::parse(body).filter(|(input, _)| input == name);
            inputs.filter_map(|(_, place)| place.parse().ok()).collect()
        };
        let (shown, ticked) = (places(names::SHOWN), places(names::TICKED));
        let view = View::read(body);
        let chosen = |name: &str| Some(value(body, name)).filter(|text| !text.is_empty());
        let all = |ticked| {
            let outcome = view.outcome?;
            Some(Wish::TickAll { outcome, ticked })
        };
        let wish = match value(body, names::WISH).as_str() {
            wishes::TICK => Some(Wish::Tick),
            wishes::ALL => all(true),
            wishes::NONE => all(false),
            wishes::APPLY => Some(Wish::Apply {
                seal: value(body, names::SEAL),
            }),
            wishes::DECLINE => Some(Wish::Decline),
            wishes::CHOOSE => Some(Wish::Choose {
                sheet: chosen(names::SHEET),
                datum: chosen(names::DATUM),
            }),
            _ => None,
        };
        Self {
            form_token: value(body, staff_names::FORM_TOKEN),
            wish,
            ticks: (shown.into_iter())
                .map(|place| (place, ticked.contains(&place)))
                .collect(),
            view,
        }
    }
}

fn value(sent: &[u8], name: &str) -> String {
    let mut inputs = form_urlencoded::parse(sent);
    let found = inputs.find(|(input, _)| input == name);
    found.map_or_else(String::new, |(_, value)| value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_ticked_is_told_by_what_is_shown() {
        let sent = Sent::read(b"do=tick&shown=3&shown=4&on=4&outcome=new&after=2&form_token=t");
        assert_eq!(sent.ticks, [(3, false), (4, true)]);
        assert_eq!(sent.wish, Some(Wish::Tick));
        let view = View {
            outcome: Some(Outcome::New),
            after: Some(2),
        };
        assert_eq!(sent.view, view);
        let address = view.address(7, Some(Told::Saved));
        assert_eq!(address, "/staff/import/7?outcome=new&after=2&told=saved");
        let query = address.split_once('?').unwrap().1.as_bytes();
        assert_eq!(View::read(query), view);
        assert_eq!(Told::read(query), Some(Told::Saved));
    }

    #[test]
    fn all_are_ticked_of_what_is_shown_alone() {
        assert_eq!(Sent::read(b"do=all").wish, None);
        let sent = Sent::read(b"do=none&outcome=gone");
        let wish = Wish::TickAll {
            outcome: Outcome::Gone,
            ticked: false,
        };
        assert_eq!(sent.wish, Some(wish));
    }
}
