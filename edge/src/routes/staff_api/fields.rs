//! The members of a JSON body, read one by one; what is wrong with any of them is told together.

use super::json_body;
use crate::problem::{FieldProblem, Problem};
use crate::routes::params::problem;
use crate::visit::Visit;
use domain::staff::{AccountName, NameProblem, PersonName, Role};
use domain::union::Desk;
use serde_json::{Map, Value as Json};

/// What is left to read, and what was wrong so far.
pub(super) struct Fields {
    members: Map<String, Json>,
    errors: Vec<FieldProblem>,
}

impl Fields {
    /// The members of a body.
    pub(super) fn read(visit: &Visit, body: &[u8]) -> Result<Self, Problem> {
        Ok(Self {
            members: json_body::members(visit, body)?,
            errors: Vec::new(),
        })
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, name: &str) -> String {
        let told = self.errors.len();
        let text = self.maybe_text(name).unwrap_or_default();
        if text.is_empty() && self.errors.len() == told {
            self.missing(name);
        }
        text
    }

    /// A text that may be there.
    pub(super) fn maybe_text(&mut self, name: &str) -> Option<String> {
        match self.members.remove(name)? {
            Json::Null => None,
            Json::String(text) => Some(text),
            _ => {
                self.wrong(name, "unknown_value", "a string");
                None
            }
        }
    }

    /// True or false, where it is there.
    pub(super) fn maybe_bool(&mut self, name: &str) -> Option<bool> {
        match self.members.remove(name)? {
            Json::Null => None,
            Json::Bool(value) => Some(value),
            _ => {
                self.wrong(name, "unknown_value", "true or false");
                None
            }
        }
    }

    /// The name of an account, as it is kept.
    pub(super) fn account_name(&mut self) -> String {
        let text = self.text("name");
        match AccountName::parse(&text) {
            Ok(name) => name.as_str().to_owned(),
            Err(NameProblem::Missing) => String::new(), // told already
            Err(_) => {
                let wanted = "2 to 32 Latin letters and digits, with . - _ between them";
                self.wrong("name", "unknown_value", wanted);
                String::new()
            }
        }
    }

    /// The name of a person, where it is there.
    pub(super) fn person(&mut self) -> Option<String> {
        self.parsed("person", "1 to 40 characters", |text| {
            let name = PersonName::parse(text).ok()?;
            Some(name.as_str().to_owned())
        })
    }

    /// The code of a role, where it is there.
    pub(super) fn role(&mut self) -> Option<String> {
        self.parsed("role", "none of the roles", |text| {
            Role::from_code(text).map(|role| role.code().to_owned())
        })
    }

    /// The code of a desk, where it is there.
    pub(super) fn desk(&mut self) -> Option<String> {
        let wanted = "`city`, or the code of a district or street";
        self.parsed("desk", wanted, |text| Desk::from_code(text).map(Desk::code))
    }

    /// Something is not there that must be; said once.
    pub(super) fn missing(&mut self, name: &str) {
        if self.errors.iter().all(|error| error.field != name) {
            self.wrong(name, "missing", "it must not be empty");
        }
    }

    /// Whether all was right, and nothing is left that nobody asked for.
    pub(super) fn all_read(self) -> Result<(), Problem> {
        let mut errors = self.errors;
        let unknown = self.members.keys();
        errors.extend(unknown.map(|name| problem(name, "unknown_name", "no field has this name")));
        match errors.is_empty() {
            true => Ok(()),
            false => Err(Problem::Invalid(errors)),
        }
    }

    fn parsed(
        &mut self,
        name: &str,
        wanted: &str,
        read: impl Fn(&str) -> Option<String>,
    ) -> Option<String> {
        let text = self.maybe_text(name)?;
        let parsed = read(&text);
        if parsed.is_none() {
            self.wrong(name, "unknown_value", wanted);
        }
        parsed
    }

    fn wrong(&mut self, name: &str, code: &'static str, detail: &str) {
        self.errors.push(problem(name, code, detail));
    }
}
