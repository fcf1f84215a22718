//! The parameters of an address: how they are read, and what is said of those that cannot be.

/// A longer query is not read at all.
pub(crate) const QUERY_BYTES: usize = 2048;

/// A name may be anything; this much of it is told.
const NAME_CHARS: usize = 40;

/// A query parameter that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParamProblem {
    /// The parameter's name, cut to 40 characters; empty if the query as a whole is meant.
    pub name: String,
    /// What is wrong with it.
    pub problem: ParamProblemKind,
}

impl ParamProblem {
    pub(crate) fn new(name: &str, problem: ParamProblemKind) -> Self {
        let name = name.chars().take(NAME_CHARS).collect();
        Self { name, problem }
    }
}

/// What is wrong with a query parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParamProblemKind {
    /// No parameter has this name.
    UnknownName,
    /// It may stand only once.
    Repeated,
    /// Its value is none of those it may have.
    UnknownValue,
    /// Its value is a number or position beyond its bounds.
    OutOfRange,
    /// Its value is too long.
    TooLong,
}

/// Names and values of a query, decoded as forms encode them.
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decoded(name), decoded(value))
    })
}

/// What is no valid escape stands for itself; what is no UTF-8 becomes U+FFFD.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escape = match tail {
            [high, low, ..] if *first == b'%' => hex(*high).zip(hex(*low)),
            _ => None,
        };
        rest = tail;
        bytes.push(match (escape, first) {
            (Some((high, low)), _) => {
                rest = &tail[2..];
                high << 4 | low
            }
            (None, b'+') => b' ',
            (None, byte) => *byte,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    Some(char::from(digit).to_digit(16)? as u8)
}
