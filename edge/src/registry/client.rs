//! How the rest of the edge talks to the registry.

use crate::problem::Problem;
use domain::places::District;
use http::StatusCode;
use wasm_bindgen::JsValue;
use worker::{Env, Method, Request, RequestInit, Response, Stub};

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
        let namespace = env.durable_object(NAMESPACE).map_err(unavailable)?;
        let stub = namespace.get_by_name(CITY).map_err(unavailable)?;
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
        let mut init = RequestInit::new();
        let body = js_sys::Uint8Array::from(csv);
        init.with_method(Method::Put)
            .with_body(Some(JsValue::from(body)));
        let request = Request::new_with_init(&address(path), &init).map_err(unavailable)?;
        let mut response = self
            .stub
            .fetch_with_request(request)
            .await
            .map_err(unavailable)?;
        let status =
            StatusCode::from_u16(response.status_code()).unwrap_or(StatusCode::BAD_GATEWAY);
        Ok((status, response.bytes().await.map_err(unavailable)?))
    }

    async fn get_text(&self, path: &str) -> Result<String, Problem> {
        String::from_utf8(self.get(path).await?)
            .map_err(|error| unavailable(worker::Error::RustError(error.to_string())))
    }

    async fn get(&self, path: &str) -> Result<Vec<u8>, Problem> {
        let mut response: Response = self
            .stub
            .fetch_with_str(&address(path))
            .await
            .map_err(unavailable)?;
        match response.status_code() {
            200 => response.bytes().await.map_err(unavailable),
            status => Err(unavailable(worker::Error::RustError(format!(
                "{path}: {status}"
            )))),
        }
    }
}

/// A Durable Object is asked by address; the host is not looked at.
fn address(path: &str) -> String {
    format!("http://registry/{path}")
}

fn unavailable(error: worker::Error) -> Problem {
    worker::console_error!("registry: {error}");
    Problem::Unavailable
}
