//! How the rest of the edge talks to the registry.

mod console;
mod given;
mod imports;
mod photos;
mod reports;
mod visitors;

pub(crate) use console::{Console, Decision};
pub(crate) use given::{
    Changed, Conflict, NotChanged, Proposal, Proposed, UndoProposed, Wished, WishedEntry,
};
pub(crate) use imports::{Applied, Imports};
pub(crate) use photos::Found;
pub(crate) use reports::{Due, Group, Report};
pub(crate) use visitors::{Link, Outcome, Place};

use crate::objects;
use crate::problem::Problem;
use domain::places::District;
use http::StatusCode;
use worker::{Env, Error, Method, Stub};

/// The binding of the namespace.
const NAMESPACE: &str = "REGISTRY";

/// One registry a city; there is one city.
const CITY: &str = "beijing";

/// The version of the classes while none were ever loaded.
pub(crate) const NO_CLASSES: &str = "none";

/// A way to the registry.
pub(crate) struct Client {
    stub: Stub,
}

impl Client {
    pub(crate) fn new(env: &Env) -> Result<Self, Problem> {
        let stub = objects::named(env, NAMESPACE, CITY).map_err(unavailable)?;
        Ok(Self { stub })
    }

    /// The version of the snapshot.
    pub(crate) async fn version(&self) -> Result<String, Problem> {
        self.get_text("version").await
    }

    /// The version of the classes; [`NO_CLASSES`] while none were ever loaded.
    pub(crate) async fn classes_version(&self) -> Result<String, Problem> {
        self.get_text("classes/version").await
    }

    /// The classes as CSV. The registry refuses if it has moved on to another version.
    pub(crate) async fn classes(&self, version: &str) -> Result<Vec<u8>, Problem> {
        self.get(&format!("classes/{version}")).await
    }

    /// The snapshot's points. The registry refuses if it has moved on to another version.
    pub(crate) async fn points(&self, version: &str) -> Result<Vec<u8>, Problem> {
        self.get(&format!("{version}/points")).await
    }

    /// The snapshot's texts of one district.
    pub(crate) async fn texts(
        &self,
        version: &str,
        district: District,
    ) -> Result<Vec<u8>, Problem> {
        self.get(&format!("{version}/{}", district.code())).await
    }

    /// Replaces the listing, whole or not at all; gives the registry's own answer.
    pub(crate) async fn replace_listing(
        &self,
        csv: &[u8],
    ) -> Result<(StatusCode, Vec<u8>), Problem> {
        self.put("listing", csv).await
    }

    /// The same for the classes.
    pub(crate) async fn replace_classes(
        &self,
        csv: &[u8],
    ) -> Result<(StatusCode, Vec<u8>), Problem> {
        self.put("classes", csv).await
    }

    async fn put(&self, path: &str, csv: &[u8]) -> Result<(StatusCode, Vec<u8>), Problem> {
        objects::ask(&self.stub, Method::Put, path, Some(csv))
            .await
            .map_err(unavailable)
    }

    async fn get_text(&self, path: &str) -> Result<String, Problem> {
        String::from_utf8(self.get(path).await?)
            .map_err(|error| unavailable(Error::RustError(error.to_string())))
    }

    async fn get(&self, path: &str) -> Result<Vec<u8>, Problem> {
        match objects::ask(&self.stub, Method::Get, path, None).await {
            Ok((StatusCode::OK, bytes)) => Ok(bytes),
            Ok((status, _)) => Err(unavailable(Error::RustError(format!("{path}: {status}")))),
            Err(error) => Err(unavailable(error)),
        }
    }
}

fn unavailable(error: Error) -> Problem {
    worker::console_error!("registry: {error}");
    Problem::Unavailable
}
