//! What a route knows of a request.

use crate::config::Config;
use crate::problem::Problem;
use crate::reader;
use app::preferences::Preferences;
use axum::extract::FromRequestParts;
use domain::time::BeijingTime;
use http::request::Parts;
use http::{HeaderMap, Request, Uri, header};
use std::sync::Arc;
use worker::Env;

/// What the door adds to a request.
#[derive(Clone)]
pub(crate) struct Surroundings {
    pub(crate) env: Env,
    pub(crate) config: Arc<Config>,
    pub(crate) tls: bool,
    pub(crate) now: BeijingTime,
}

/// A request in the words of this site.
pub(crate) struct Visit {
    pub(crate) env: Env,
    pub(crate) config: Arc<Config>,
    pub(crate) tls: bool,
    pub(crate) preferences: Preferences,
    pub(crate) now: BeijingTime,
    headers: HeaderMap,
    uri: Uri,
}

impl Visit {
    /// The visit behind a request that came through the door.
    pub(crate) fn of<B>(request: &Request<B>) -> Option<Self> {
        let surroundings = request.extensions().get::<Surroundings>()?.clone();
        Some(Self::new(
            surroundings,
            request.headers().clone(),
            request.uri().clone(),
        ))
    }

    fn new(surroundings: Surroundings, headers: HeaderMap, uri: Uri) -> Self {
        let Surroundings {
            env,
            config,
            tls,
            now,
        } = surroundings;
        Self {
            preferences: reader::preferences(&headers),
            now,
            env,
            config,
            tls,
            headers,
            uri,
        }
    }

    pub(crate) fn path(&self) -> &str {
        self.uri.path()
    }

    /// The query string without `?`.
    pub(crate) fn query(&self) -> &str {
        self.uri.query().unwrap_or_default()
    }

    /// Path and query, as they would be asked for again.
    pub(crate) fn address(&self) -> &str {
        self.uri
            .path_and_query()
            .map_or("/", |address| address.as_str())
    }

    /// Whether the other side holds already what has this tag.
    pub(crate) fn holds(&self, tag: &str) -> bool {
        self.text(&header::IF_NONE_MATCH).split(',').any(|held| {
            let held = held.trim().trim_start_matches("W/");
            held.strip_prefix('"')
                .and_then(|held| held.strip_suffix('"'))
                == Some(tag)
        })
    }

    /// Whether a page of another site sent it, as far as the browser says.
    pub(crate) fn is_from_another_site(&self) -> bool {
        self.text(&header::HeaderName::from_static("sec-fetch-site")) == "cross-site"
    }

    /// Whether a page of this very site sent it, as the browser says: in `Sec-Fetch-Site`, or where
    /// it has none, in `Origin`.
    pub(crate) fn is_from_this_site(&self) -> bool {
        let site = self.text(&header::HeaderName::from_static("sec-fetch-site"));
        let origin = self.text(&header::ORIGIN).split_once("://");
        match (site, origin) {
            ("same-origin", _) => true,
            ("", Some((_, host))) => host == self.text(&header::HOST),
            _ => false,
        }
    }

    /// The value of that cookie.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        reader::cookie_value(self.text(&header::COOKIE), name)
    }

    /// The token that the sender bears.
    pub(crate) fn bearer(&self) -> Option<&str> {
        self.text(&header::AUTHORIZATION).strip_prefix("Bearer ")
    }

    /// A header as text, empty if it is missing.
    pub(crate) fn text(&self, name: &header::HeaderName) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        let surroundings = parts.extensions.get::<Surroundings>();
        let surroundings = surroundings.cloned().ok_or(Problem::Internal)?;
        Ok(Self::new(
            surroundings,
            parts.headers.clone(),
            parts.uri.clone(),
        ))
    }
}
