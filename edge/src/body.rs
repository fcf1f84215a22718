//! What somebody sends: read only when a handler asks for it, and no further than it says.
//!
//! An address that takes no body, or a sender without the right to it, has nothing read at all.

use crate::problem::Problem;
use axum::body::Body;
use axum::extract::FromRequest;
use http::Request;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, ReadableStreamReadResult};
use worker::send::{SendFuture, SendWrapper};

/// The request as the runtime gave it, with its body unread; the door adds it.
#[derive(Clone)]
pub(crate) struct Incoming(SendWrapper<web_sys::Request>);

/// A body of at most `MOST` bytes.
pub(crate) struct Sent<const MOST: usize>(pub(crate) Vec<u8>);

impl Incoming {
    pub(crate) fn new(request: web_sys::Request) -> Self {
        Self(SendWrapper::new(request))
    }

    async fn read(&self, most_bytes: usize) -> Result<Vec<u8>, Problem> {
        let too_large = Problem::TooLarge { most_bytes };
        let announced = self.0.headers().get("content-length").ok().flatten();
        let announced = announced.and_then(|length| length.parse::<usize>().ok());
        if announced.is_some_and(|length| length > most_bytes) {
            return Err(too_large);
        }
        let Some(stream) = self.0.body() else {
            return Ok(Vec::new());
        };
        let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
        let mut body = Vec::new();
        loop {
            let piece: ReadableStreamReadResult = JsFuture::from(reader.read())
                .await
                .map_err(|_| Problem::Internal)?
                .unchecked_into();
            if piece.get_done().unwrap_or(true) {
                return Ok(body);
            }
            let piece: Uint8Array = piece.get_value().unchecked_into();
            if body.len() + piece.length() as usize > most_bytes {
                // The rest is refused unread; an error while closing changes nothing.
                drop(reader.cancel());
                return Err(too_large);
            }
            body.extend_from_slice(&piece.to_vec());
        }
    }
}

impl<const MOST: usize, S: Sync> FromRequest<S> for Sent<MOST> {
    type Rejection = Problem;

    async fn from_request(request: Request<Body>, _state: &S) -> Result<Self, Problem> {
        let incoming = request.extensions().get::<Incoming>().cloned();
        let incoming = incoming.ok_or(Problem::Internal)?;
        SendFuture::new(async move { incoming.read(MOST).await })
            .await
            .map(Self)
    }
}
