//! Bodies of JSON: said to be JSON before anything is parsed.

use super::params::problem;
use crate::problem::{FieldProblem, Problem};
use crate::visit::Visit;
use http::header;
use serde_json::{Map, Value as Json};

/// The members of the object that the body is.
pub(super) fn members(visit: &Visit, body: &[u8]) -> Result<Map<String, Json>, Problem> {
    if !is_json(visit.text(&header::CONTENT_TYPE)) {
        return Err(Problem::NotJson);
    }
    read(body).map_err(|unreadable| Problem::Invalid(vec![unreadable]))
}

fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/json")
}

fn read(body: &[u8]) -> Result<Map<String, Json>, FieldProblem> {
    serde_json::from_slice(body).map_err(|_| problem("", "unreadable", "the body is a JSON object"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_json_is_json() {
        for json in ["application/json", "Application/JSON; charset=utf-8"] {
            assert!(is_json(json), "{json}");
        }
        for other in ["", "text/plain", "application/json-seq"] {
            assert!(!is_json(other), "{other}");
        }
    }

    #[test]
    fn only_an_object_has_members() {
        for broken in ["", "[]", "null", "{", "{}{}", "\u{feff}{}"] {
            let error = read(broken.as_bytes()).unwrap_err();
            assert_eq!((&*error.field, error.code), ("", "unreadable"), "{broken}");
        }
        assert_eq!(
            read(br#" {"a":1} "#).map(|members| members.len()).ok(),
            Some(1)
        );
    }
}
