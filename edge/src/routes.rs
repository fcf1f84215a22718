//! Answering what comes to an address.

mod assets;
mod audit;
mod check;
mod city_files;
mod classes;
mod confirm;
mod deciding;
mod desk_api;
mod desk_pages;
mod entries;
mod fields;
mod form_body;
mod health;
mod imports;
mod imports_api;
mod json_body;
mod listing;
mod listing_pages;
mod listings_api;
mod open_data;
mod overview;
mod pages;
mod params;
mod photo;
mod policy_api;
mod preferences;
mod reports;
mod reports_api;
mod requests;
mod requests_api;
mod staff;
mod staff_api;
mod stations_api;
mod table;
mod upkeep;

use crate::problem::Problem;
use crate::reply::Reply;
use crate::visit::Visit;
use axum::Router;
use axum::body::Body;
use axum::response::IntoResponse;
use http::{HeaderValue, Request, Response, header};
use tower::Service;

thread_local! {
    /// The router, built once per isolate.
    static ROUTER: Router = table::router();
}

/// The longest address that is read.
const MOST_ADDRESS_BYTES: usize = 8 << 10;

/// Answers a request. A program gets a problem as a document, a person as a page.
pub(crate) async fn answer(request: Request<Body>) -> Response<Body> {
    let visitor = is_for_people(request.uri().path()).then(|| Visit::of(&request));
    let response = route(request).await;
    match (response.extensions().get(), visitor.flatten()) {
        (Some(problem), Some(visit)) => {
            let html = pages::problem(&visit, problem);
            as_page(response, html)
        }
        _ => response,
    }
}

async fn route(request: Request<Body>) -> Response<Body> {
    let address = request.uri().path_and_query();
    if address.is_some_and(|address| address.as_str().len() > MOST_ADDRESS_BYTES) {
        let most_bytes = MOST_ADDRESS_BYTES;
        return Problem::AddressTooLong { most_bytes }.into_response();
    }
    let mut router = ROUTER.with(Router::clone);
    match router.call(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

/// The same answer, told to a person. What the headers say of the problem stays.
fn as_page(response: Response<Body>, html: String) -> Response<Body> {
    let (mut parts, _document) = response.into_parts();
    let headers = &mut parts.headers;
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(Reply::HTML));
    headers.append(header::VARY, HeaderValue::from_static(pages::VARY));
    Response::from_parts(parts, Body::from(html))
}

/// Without a key to seal with no request is taken, and none can be opened.
fn takes_requests(visit: &Visit) -> Result<(), Problem> {
    let keys = visit.config.data_keys.as_ref();
    keys.map(drop).ok_or(Problem::NotConfigured)
}

fn is_for_people(path: &str) -> bool {
    !["/api/", "/data/", "/assets/", "/healthz", "/readyz"]
        .iter()
        .any(|start| path.starts_with(start))
}
