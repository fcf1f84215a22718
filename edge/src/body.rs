//! What somebody sends: read only when a handler asks for it, and no further than it says.
//!
//! An address that takes no body, or a sender without the right to it, has nothing read at all.

use crate::problem::Problem;
use axum::body::Body;
use axum::extract::FromRequest;
use futures_util::stream::{self, Stream, TryStreamExt};
use http::Request;
use js_sys::Uint8Array;
use std::pin::pin;
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

    /// The body, piece by piece, refused as soon as it is longer than that.
    pub(crate) fn pieces(
        &self,
        most_bytes: usize,
    ) -> Result<impl Stream<Item = Result<Vec<u8>, Problem>>, Problem> {
        let too_large = Problem::TooLarge { most_bytes };
        let announced = self.0.headers().get("content-length").ok().flatten();
        let announced = announced.and_then(|length| length.parse::<usize>().ok());
        if announced.is_some_and(|length| length > most_bytes) {
            return Err(too_large);
        }
        let reader = self.0.body().map(|stream| stream.get_reader());
        let reader = reader.map(JsCast::unchecked_into::<ReadableStreamDefaultReader>);
        let begun = reader.map(|reader| (reader, 0));
        Ok(stream::try_unfold(begun, move |begun| {
            let too_large = too_large.clone();
            async move {
                let Some((reader, before)) = begun else {
                    return Ok(None);
                };
                let piece: ReadableStreamReadResult = JsFuture::from(reader.read())
                    .await
                    .map_err(|_| Problem::Internal)?
                    .unchecked_into();
                if piece.get_done().unwrap_or(true) {
                    return Ok(None);
                }
                let piece: Uint8Array = piece.get_value().unchecked_into();
                let length = before + piece.length() as usize;
                if length > most_bytes {
                    // The rest is refused unread; an error while closing changes nothing.
                    drop(reader.cancel());
                    return Err(too_large);
                }
                Ok(Some((piece.to_vec(), Some((reader, length)))))
            }
        }))
    }

    /// The whole body, of at most that.
    pub(crate) async fn read(&self, most_bytes: usize) -> Result<Vec<u8>, Problem> {
        let mut pieces = pin!(self.pieces(most_bytes)?);
        let mut body = Vec::new();
        while let Some(piece) = pieces.try_next().await? {
            body.extend(piece);
        }
        Ok(body)
    }
}

impl<S: Sync> FromRequest<S> for Incoming {
    type Rejection = Problem;

    async fn from_request(request: Request<Body>, _state: &S) -> Result<Self, Problem> {
        let incoming = request.extensions().get::<Self>();
        incoming.cloned().ok_or(Problem::Internal)
    }
}

impl<const MOST: usize, S: Sync> FromRequest<S> for Sent<MOST> {
    type Rejection = Problem;

    async fn from_request(request: Request<Body>, state: &S) -> Result<Self, Problem> {
        let incoming = Incoming::from_request(request, state).await?;
        SendFuture::new(async move { incoming.read(MOST).await })
            .await
            .map(Self)
    }
}
