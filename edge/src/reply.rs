//! What goes out of the door: a status, a few headers, one buffer.

use crate::coding::Coding;
use axum::body::Body;
use axum::response::IntoResponse;
use http::{HeaderName, HeaderValue, Response, StatusCode};

/// An answer whose body is whole.
#[derive(Debug)]
pub(crate) struct Reply(Response<Body>);

/// Marks a body that is in its final coding; the door compresses the others on the way out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Encoded;

impl Reply {
    /// The type of a page.
    pub(crate) const HTML: &str = "text/html; charset=utf-8";

    /// An answer of that type.
    pub(crate) fn new(status: StatusCode, content_type: &str, body: Vec<u8>) -> Self {
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = status;
        Self(response).with("content-type", content_type)
    }

    /// A page.
    pub(crate) fn html(status: StatusCode, html: String) -> Self {
        Self::new(status, Self::HTML, html.into_bytes())
    }

    /// JSON.
    pub(crate) fn json(value: &impl serde::Serialize) -> Self {
        let body = serde_json::to_vec(value).expect("plain data serialises");
        Self::new(StatusCode::OK, "application/json", body)
    }

    /// Nothing but a status.
    pub(crate) fn empty(status: StatusCode) -> Self {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = status;
        Self(response)
    }

    /// Goes on to another address of this site with GET.
    pub(crate) fn see_other(address: &str) -> Self {
        Self::empty(StatusCode::SEE_OTHER).with("location", address)
    }

    /// With one more header. A value that cannot stand in a header is left out.
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.0
                .headers_mut()
                .append(HeaderName::from_static(name), value);
        }
        self
    }

    /// Kept by caches, asked about each time.
    pub(crate) fn revalidated(self, tag: &str) -> Self {
        self.tagged(tag).with("cache-control", "no-cache")
    }

    /// Kept for ever: its address names its content.
    pub(crate) fn immutable(self, tag: &str) -> Self {
        self.tagged(tag)
            .with("cache-control", "public, max-age=31536000, immutable")
    }

    /// Weak: one tag stands for the same content in every coding.
    fn tagged(self, tag: &str) -> Self {
        self.with("etag", &format!("W/\"{tag}\""))
    }

    /// Open data: scripts of other sites may read it.
    pub(crate) fn for_everyone(self) -> Self {
        self.with("access-control-allow-origin", "*")
    }

    /// Its body is final: compressed already in that coding, or not worth compressing.
    pub(crate) fn encoded(mut self, coding: Option<Coding>) -> Self {
        self.0.extensions_mut().insert(Encoded);
        match coding {
            Some(coding) => self.with("content-encoding", coding.name()),
            None => self,
        }
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response<Body> {
        self.0
    }
}
