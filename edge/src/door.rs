//! The way in and out: from the runtime's request to `http::Request`, and back.
//!
//! The `worker` crate's own conversion carries every header over and streams bodies through
//! JavaScript; at thousands of pages a second that costs more than rendering. This door reads
//! the few headers the routes use, leaves the body to the handler that takes one (`crate::body`),
//! and answers with one buffer.

use crate::bindings::ResponseOptions;
use crate::body::Incoming;
use crate::coding::Coding;
use crate::config::Config;
use crate::problem::{FieldProblem, Problem};
use crate::reply::Encoded;
use crate::visit::Surroundings;
use crate::{routes, security};
use axum::body::Body;
use axum::response::IntoResponse;
use domain::time::BeijingTime;
use http::{HeaderName, HeaderValue, Method, Request, Response, header};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::Headers;
use worker::Env;

/// The headers that some route reads.
const READ: [HeaderName; 6] = [
    header::HOST,
    header::ACCEPT_LANGUAGE,
    header::COOKIE,
    header::IF_NONE_MATCH,
    header::ACCEPT_ENCODING,
    header::AUTHORIZATION,
];

/// Those that some route reads where something is sent.
const READ_WHEN_SENT: [HeaderName; 4] = [
    header::CONTENT_TYPE,
    header::ORIGIN,
    HeaderName::from_static("idempotency-key"),
    HeaderName::from_static("sec-fetch-site"),
];

/// The moment of a request, RFC 3339: read where the clock stands still, and nowhere else.
const CLOCK: &str = "nuanyi-clock";

/// Types that are worth compressing on the way out.
const COMPRESSIBLE: &[&str] = &[
    "text/",
    "application/json",
    "application/problem+json",
    "application/geo+json",
];

/// Answers one request.
///
/// `x-forwarded-proto` is believed: only the proxy in front knows of TLS, and whoever forges it
/// without one has only their own cookie marked `Secure`.
pub(crate) async fn answer(
    request: web_sys::Request,
    env: Env,
) -> worker::Result<web_sys::Response> {
    let address = request.url();
    let tls = address.starts_with("https:")
        || request
            .headers()
            .get("x-forwarded-proto")?
            .is_some_and(|proto| proto == "https");
    let accepted = request
        .headers()
        .get("accept-encoding")?
        .unwrap_or_default();
    let response = match take_in(request, &address, tls, env) {
        Ok(request) => routes::answer(request).await,
        Err(problem) => problem.into_response(),
    };
    Ok(give_out(response, &accepted, tls).await?)
}

fn take_in(
    incoming: web_sys::Request,
    address: &str,
    tls: bool,
    env: Env,
) -> Result<Request<Body>, Problem> {
    let config = Config::of(&env).map_err(|error| {
        worker::console_error!("{error}");
        Problem::Internal
    })?;
    let now = moment(&incoming, &config)?;
    let method =
        Method::from_bytes(incoming.method().as_bytes()).map_err(|_| Problem::MethodNotAllowed)?;
    let sends = !matches!(method, Method::GET | Method::HEAD);

    let mut request = Request::new(Body::empty());
    *request.method_mut() = method;
    *request.uri_mut() = path_and_query(address)
        .parse()
        .map_err(|_| Problem::NotFound)?;
    let names = READ
        .into_iter()
        .chain(READ_WHEN_SENT.into_iter().filter(|_| sends))
        .chain(config.client_address_header.clone());
    for name in names {
        let value = incoming.headers().get(name.as_str()).ok().flatten();
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
            request.headers_mut().insert(name, value);
        }
    }
    let extensions = request.extensions_mut();
    extensions.insert(Surroundings {
        env,
        config,
        tls,
        now,
    });
    extensions.insert(Incoming::new(incoming));
    Ok(request)
}

/// When the request comes. A test tells, where the clock stands still.
fn moment(incoming: &web_sys::Request, config: &Config) -> Result<BeijingTime, Problem> {
    let told = match config.fixed_clock {
        Some(_) => incoming.headers().get(CLOCK).ok().flatten(),
        None => None,
    };
    let Some(told) = told else {
        return Ok(config.now());
    };
    BeijingTime::from_rfc3339(&told).ok_or_else(|| {
        Problem::Invalid(vec![FieldProblem {
            field: CLOCK.to_owned(),
            code: "unknown_value",
            detail: "an RFC 3339 date and time".to_owned(),
        }])
    })
}

/// The part of an absolute address after the host.
fn path_and_query(address: &str) -> &str {
    let after_scheme = address.find("://").map_or(0, |at| at + 3);
    address[after_scheme..]
        .find('/')
        .map_or("/", |at| &address[after_scheme + at..])
}

async fn give_out(
    response: Response<Body>,
    accept_encoding: &str,
    tls: bool,
) -> Result<web_sys::Response, JsValue> {
    let (parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX)
        .await
        .map_err(|error| JsValue::from_str(&error.to_string()))?;

    let headers = BASE_HEADERS.with(Headers::new_with_headers)?;
    if tls {
        let (name, value) = security::STRICT_TRANSPORT;
        headers.set(name, value)?;
    }
    for (name, value) in &parts.headers {
        if let Ok(value) = value.to_str() {
            // A photo has a policy of its own; everything else that is there twice says more.
            match *name == header::CONTENT_SECURITY_POLICY {
                true => headers.set(name.as_str(), value)?,
                false => headers.append(name.as_str(), value)?,
            }
        }
    }
    let encoded = parts.extensions.get::<Encoded>().is_some();
    let compressible = is_compressible(parts.headers.get(header::CONTENT_TYPE));
    if !encoded
        && !body.is_empty()
        && compressible
        && let Some(coding) = Coding::accepted(accept_encoding)
    {
        headers.set("content-encoding", coding.name())?;
    }
    let options = ResponseOptions::new(parts.status.as_u16(), &headers, encoded);
    let body = (!body.is_empty()).then(|| Uint8Array::from(&*body));
    web_sys::Response::new_with_opt_js_u8_array_and_init(body.as_ref(), &options)
}

thread_local! {
    /// The headers of every answer, made once; copying them is one call. A 304 varies as its 200
    /// does, so what depends on the accepted coding stands here.
    static BASE_HEADERS: Headers = {
        let headers = Headers::new().expect("an empty list of headers is valid");
        for (name, value) in security::HEADERS.iter().chain([&("vary", "Accept-Encoding")]) {
            headers.set(name, value).expect("the names and values are constants of ours");
        }
        headers
    };
}

fn is_compressible(content_type: Option<&HeaderValue>) -> bool {
    let content_type = content_type
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    COMPRESSIBLE
        .iter()
        .any(|start| content_type.starts_with(start))
}
