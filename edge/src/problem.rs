//! Errors of the API as RFC 9457 problem documents.
//!
//! Each kind has a stable `type`; a validation problem lists every field that is wrong.

use crate::reply::Reply;
use axum::body::Body;
use axum::response::IntoResponse;
use domain::throttle::TooMany;
use http::{Response, StatusCode};
use serde::Serialize;

/// What went wrong, as the API says it.
#[derive(Clone, Debug)]
pub(crate) enum Problem {
    /// Parameters or fields that were not understood, each named.
    Invalid(Vec<FieldProblem>),
    /// Rows of a listing that could not be read; nothing was changed.
    Unreadable(Vec<FieldProblem>),
    /// Nothing has this address.
    NotFound,
    /// The address exists, the method does not.
    MethodNotAllowed,
    /// The body is larger than the bound, in bytes.
    TooLarge { most_bytes: usize },
    /// The body is said to be something else than JSON.
    NotJson,
    /// The address is longer than the bound.
    AddressTooLong { most_bytes: usize },
    /// No token, or a wrong one.
    Unauthorised,
    /// The key of a submission came before, with another body.
    OtherBody,
    /// Signed in, and no right to this.
    NotAllowed,
    /// What came with the key of a submission is at the end of its time, and destroyed.
    Gone,
    /// Something else is due than was planned.
    OtherPlan,
    /// A move that cannot be made as things stand.
    Refused(FieldProblem),
    /// More than is taken in a while; after so many seconds one more is.
    TooMany { seconds: u32 },
    /// The site has no key to keep requests with.
    NotConfigured,
    /// A Durable Object cannot be reached or has not started.
    Unavailable,
    /// A fault of ours; logged where it was found.
    Internal,
}

/// A field that was not understood.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FieldProblem {
    /// Its name, as it was sent.
    pub(crate) field: String,
    /// A stable code for what is wrong.
    pub(crate) code: &'static str,
    /// The same in words, for developers.
    pub(crate) detail: String,
}

#[derive(Serialize)]
struct Document<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [FieldProblem],
}

impl Problem {
    /// The type of the document.
    pub(crate) const CONTENT_TYPE: &str = "application/problem+json";

    /// Its status.
    pub(crate) fn status(&self) -> StatusCode {
        self.describe().0
    }

    /// The document.
    /// Something that cannot be done as things stand, for that reason.
    pub(crate) fn refused(field: &str, code: &'static str, detail: &str) -> Self {
        Self::Refused(FieldProblem {
            field: field.to_owned(),
            code,
            detail: detail.to_owned(),
        })
    }

    pub(crate) fn to_json(&self) -> Vec<u8> {
        let (status, r#type, title) = self.describe();
        let detail = match self {
            Self::TooLarge { most_bytes } | Self::AddressTooLong { most_bytes } => {
                Some(format!("At most {most_bytes} bytes are read."))
            }
            Self::TooMany { seconds } => Some(format!("Come back in {seconds} seconds.")),
            _ => None,
        };
        let errors = match self {
            Self::Invalid(errors) | Self::Unreadable(errors) => errors.as_slice(),
            Self::Refused(error) => std::slice::from_ref(error),
            _ => &[],
        };
        let document = Document {
            r#type,
            title,
            status: status.as_u16(),
            detail,
            errors,
        };
        serde_json::to_vec(&document).expect("plain data serialises")
    }

    fn reply(&self) -> Reply {
        let reply = Reply::new(self.status(), Self::CONTENT_TYPE, self.to_json())
            .with("cache-control", "no-store");
        match self {
            Self::Unauthorised => reply.with("www-authenticate", "Bearer"),
            Self::Unavailable => reply.with("retry-after", "1"),
            Self::TooMany { seconds } => reply.with("retry-after", &seconds.to_string()),
            _ => reply,
        }
    }

    fn describe(&self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::Invalid(_) => (
                StatusCode::BAD_REQUEST,
                "/problems/invalid",
                "Some fields were not understood.",
            ),
            Self::Unreadable(_) => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "/problems/unreadable",
                "Some rows could not be read; nothing was changed.",
            ),
            Self::NotFound => (
                StatusCode::NOT_FOUND,
                "/problems/not-found",
                "There is nothing here.",
            ),
            Self::MethodNotAllowed => (
                StatusCode::METHOD_NOT_ALLOWED,
                "/problems/method-not-allowed",
                "This address does not take that method.",
            ),
            Self::TooLarge { .. } => (
                StatusCode::PAYLOAD_TOO_LARGE,
                "/problems/too-large",
                "The body is too large.",
            ),
            Self::NotJson => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "/problems/not-json",
                "This address takes application/json.",
            ),
            Self::AddressTooLong { .. } => (
                StatusCode::URI_TOO_LONG,
                "/problems/address-too-long",
                "The address is too long.",
            ),
            Self::Unauthorised => (
                StatusCode::UNAUTHORIZED,
                "/problems/unauthorised",
                "This needs a valid token.",
            ),
            Self::OtherBody => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "/problems/other-body",
                "This key came before, with another body; nothing was changed.",
            ),
            Self::NotAllowed => (
                StatusCode::FORBIDDEN,
                "/problems/not-allowed",
                "This is not yours to see or to do.",
            ),
            Self::Gone => (
                StatusCode::GONE,
                "/problems/gone",
                "What came with this key was deleted at the end of its time.",
            ),
            Self::OtherPlan => (
                StatusCode::CONFLICT,
                "/problems/other-plan",
                "Something else is due than was planned; plan anew.",
            ),
            Self::Refused(_) => (
                StatusCode::CONFLICT,
                "/problems/refused",
                "This cannot be done as things stand.",
            ),
            Self::TooMany { .. } => (
                StatusCode::TOO_MANY_REQUESTS,
                "/problems/too-many",
                "More came than is taken in a while; nothing was changed.",
            ),
            Self::NotConfigured => (
                StatusCode::SERVICE_UNAVAILABLE,
                "/problems/not-configured",
                "This site takes no requests yet.",
            ),
            Self::Unavailable => (
                StatusCode::SERVICE_UNAVAILABLE,
                "/problems/unavailable",
                "What answers this cannot be reached; try again.",
            ),
            Self::Internal => (
                StatusCode::INTERNAL_SERVER_ERROR,
                "/problems/internal",
                "Something went wrong here.",
            ),
        }
    }
}

impl From<TooMany> for Problem {
    fn from(TooMany { seconds }: TooMany) -> Self {
        Self::TooMany { seconds }
    }
}

impl IntoResponse for Problem {
    /// The document, with the problem itself beside it for whoever shows it to people.
    fn into_response(self) -> Response<Body> {
        let mut response = self.reply().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
