//! Asking a Durable Object by address.

use http::StatusCode;
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use worker::{Env, Error, Method, Request, RequestInit, Stub};

/// The object with that name behind that binding.
pub(crate) fn named(env: &Env, namespace: &str, name: &str) -> Result<Stub, Error> {
    env.durable_object(namespace)?.get_by_name(name)
}

/// Asks it; gives status and body. The host of the address is not looked at.
pub(crate) async fn ask(
    object: &Stub,
    method: Method,
    path: &str,
    body: Option<&[u8]>,
) -> Result<(StatusCode, Vec<u8>), Error> {
    let mut init = RequestInit::new();
    let body = body.map(|body| JsValue::from(Uint8Array::from(body)));
    init.with_method(method).with_body(body);
    let request = Request::new_with_init(&format!("http://object/{path}"), &init)?;
    let mut response = object.fetch_with_request(request).await?;
    let status = StatusCode::from_u16(response.status_code()).unwrap_or(StatusCode::BAD_GATEWAY);
    Ok((status, response.bytes().await?))
}
