//! The members of a JSON body that staff send, read one by one; what is wrong with any of them is
//! told together.

use super::params::problem;
use crate::problem::FieldProblem;
use domain::request::bounds;
use serde_json::{Map, Value as Json};

/// The members of a JSON object.
pub(super) type Members = Map<String, Json>;

/// The members of an object, and what is wrong with them so far.
pub(super) struct Fields<'m> {
    pub(super) members: &'m Members,
    pub(super) errors: Vec<FieldProblem>,
}

impl<'m> Fields<'m> {
    /// Those of an object that may have these names, and no others.
    pub(super) fn of(members: &'m Members, names: &[&str]) -> Self {
        let unknown = members
            .keys()
            .filter(|name| !names.contains(&name.as_str()));
        let errors = unknown.map(|name| problem(name, "unknown_name", "no field has this name"));
        Self {
            members,
            errors: errors.collect(),
        }
    }

    /// Says what is wrong with one.
    pub(super) fn wrong(&mut self, name: &str, code: &'static str, detail: &str) {
        self.errors.push(problem(name, code, detail));
    }

    /// What `read` makes of a member; null is as good as none.
    pub(super) fn read<T>(
        &mut self,
        name: &str,
        wanted: &str,
        read: impl Fn(&Json) -> Option<T>,
    ) -> Option<T> {
        let value = self.members.get(name).filter(|value| !value.is_null())?;
        let read = read(value);
        if read.is_none() {
            self.wrong(name, "unknown_value", wanted);
        }
        read
    }

    /// The same of one that must be there.
    pub(super) fn needed<T>(
        &mut self,
        name: &str,
        wanted: &str,
        read: impl Fn(&Json) -> Option<T>,
    ) -> Option<T> {
        if !self.members.contains_key(name) {
            self.wrong(name, "missing", wanted);
        }
        self.read(name, wanted, read)
    }

    /// A text within its bound.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let most = bounds::TEXT_CHARS;
        let text = self.read(name, "a string", |value| value.as_str().map(str::to_owned))?;
        if text.chars().count() > most {
            self.wrong(name, "too_long", &format!("it may have {most} characters"));
        }
        Some(text)
    }

    /// `value`, or everything that is wrong.
    pub(super) fn sound<T>(self, value: T) -> Result<T, Vec<FieldProblem>> {
        match self.errors.is_empty() {
            true => Ok(value),
            false => Err(self.errors),
        }
    }
}
