//! The way in and out: from the runtime's request to `http::Request`, and back.
//!
//! The `worker` crate's own conversion carries every header over and streams bodies through
//! JavaScript; at thousands of pages a second that costs more than rendering. This door reads
//! the few headers the routes use, a body only where there may be one and never more than
//! [`MOST_BODY_BYTES`], and answers with one buffer.

use crate::bindings::ResponseOptions;
use crate::coding::Coding;
use crate::config::Config;
use crate::problem::Problem;
use crate::reply::Encoded;
use crate::visit::Surroundings;
use crate::{routes, security};
use axum::body::Body;
use axum::response::IntoResponse;
use http::{HeaderName, HeaderValue, Method, Request, Response, header};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, ReadableStreamDefaultReader, ReadableStreamReadResult};
use worker::Env;

/// The largest body that is read: a listing of a city, with room.
pub(crate) const MOST_BODY_BYTES: usize = 16 << 20;

/// The longest address that is read.
const MOST_ADDRESS_BYTES: usize = 8 << 10;

/// The headers that some route reads.
const READ: [HeaderName; 5] = [
    header::ACCEPT_LANGUAGE,
    header::COOKIE,
    header::IF_NONE_MATCH,
    header::ACCEPT_ENCODING,
    header::AUTHORIZATION,
];

/// Those that some route reads when there is a body.
const READ_WITH_BODY: [HeaderName; 3] = [
    header::CONTENT_TYPE,
    HeaderName::from_static("idempotency-key"),
    HeaderName::from_static("sec-fetch-site"),
];

/// Types that are worth compressing on the way out.
const COMPRESSIBLE: &[&str] = &[
    "text/",
    "application/json",
    "application/problem+json",
    "application/geo+json",
];

/// Answers one request.
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
    let response = match take_in(&request, &address, tls, env).await {
        Ok(request) => routes::answer(request).await,
        Err(problem) => problem.into_response(),
    };
    Ok(give_out(response, &accepted, tls).await?)
}

async fn take_in(
    incoming: &web_sys::Request,
    address: &str,
    tls: bool,
    env: Env,
) -> Result<Request<Body>, Problem> {
    if address.len() > MOST_ADDRESS_BYTES {
        return Err(Problem::AddressTooLong {
            most_bytes: MOST_ADDRESS_BYTES,
        });
    }
    let config = Config::of(&env).map_err(|error| {
        worker::console_error!("{error}");
        Problem::Internal
    })?;
    let method =
        Method::from_bytes(incoming.method().as_bytes()).map_err(|_| Problem::MethodNotAllowed)?;
    let has_body = !matches!(method, Method::GET | Method::HEAD);
    let body = if has_body {
        read_body(incoming).await?
    } else {
        Vec::new()
    };

    let mut request = Request::new(Body::from(body));
    *request.method_mut() = method;
    *request.uri_mut() = path_and_query(address)
        .parse()
        .map_err(|_| Problem::NotFound)?;
    let names = READ
        .into_iter()
        .chain(READ_WITH_BODY.into_iter().filter(|_| has_body));
    for name in names {
        let value = incoming.headers().get(name.as_str()).ok().flatten();
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
            request.headers_mut().insert(name, value);
        }
    }
    request
        .extensions_mut()
        .insert(Surroundings { env, config, tls });
    Ok(request)
}

/// Reads the body, and no more of it than the bound.
async fn read_body(incoming: &web_sys::Request) -> Result<Vec<u8>, Problem> {
    let too_large = Problem::TooLarge {
        most_bytes: MOST_BODY_BYTES,
    };
    let Some(stream) = incoming.body() else {
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
        if body.len() + piece.length() as usize > MOST_BODY_BYTES {
            // The rest is refused unread; an error while closing changes nothing.
            drop(reader.cancel());
            return Err(too_large);
        }
        body.extend_from_slice(&piece.to_vec());
    }
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
            headers.append(name.as_str(), value)?;
        }
    }
    let encoded = parts.extensions.get::<Encoded>().is_some();
    if !encoded && !body.is_empty() && is_compressible(parts.headers.get(header::CONTENT_TYPE)) {
        headers.append("vary", "Accept-Encoding")?;
        if let Some(coding) = Coding::accepted(accept_encoding) {
            headers.set("content-encoding", coding.name())?;
        }
    }
    let options = ResponseOptions::new(parts.status.as_u16(), &headers, encoded);
    let body = (!body.is_empty()).then(|| Uint8Array::from(&*body));
    web_sys::Response::new_with_opt_js_u8_array_and_init(body.as_ref(), &options)
}

thread_local! {
    /// The headers of every answer, made once; copying them is one call.
    static BASE_HEADERS: Headers = {
        let headers = Headers::new().expect("an empty list of headers is valid");
        for (name, value) in security::HEADERS {
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
