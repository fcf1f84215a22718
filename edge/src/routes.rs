//! The table of addresses.

mod assets;
mod check;
mod city_files;
mod classes;
mod desk_api;
mod desk_pages;
mod health;
mod json_body;
mod listing;
mod open_data;
mod pages;
mod params;
mod photo;
mod policy_api;
mod preferences;
mod requests;
mod requests_api;
mod staff;
mod staff_api;
mod stations_api;
mod upkeep;

use crate::problem::Problem;
use crate::reply::Reply;
use crate::visit::Visit;
use axum::Router;
use axum::body::Body;
use axum::response::IntoResponse;
use axum::routing::{delete, get, patch, post, put};
use http::{HeaderValue, Request, Response, header};
use tower::Service;

thread_local! {
    /// The router, built once per isolate.
    static ROUTER: Router = build();
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

fn build() -> Router {
    Router::new()
        .route("/", get(pages::home))
        .route("/stations", get(pages::stations))
        .route("/stations/{id}", get(pages::station))
        .route("/map", get(pages::map))
        .route("/services", get(check::services))
        .route("/services/{id}", get(check::service))
        .route("/check", get(check::everything))
        .route("/check/{programme}", get(check::one))
        .route("/check/{programme}/rules", get(check::rules))
        .route("/classes", get(classes::page))
        .route("/requests/new", get(requests::open).post(requests::send))
        .route(
            "/requests/{reference}",
            get(requests::ask_secret).post(requests::follow),
        )
        .route(
            "/requests/{reference}/photos/{number}",
            post(requests::show_photo),
        )
        .route(
            "/staff/requests",
            get(desk_pages::list).post(desk_pages::look),
        )
        .route(
            "/staff/requests/{reference}",
            get(desk_pages::open).post(desk_pages::act),
        )
        .route(
            "/staff/requests/{reference}/photos/{number}",
            get(desk_pages::show_photo),
        )
        .route("/about", get(pages::about))
        .route("/privacy", get(pages::privacy))
        .route("/offline", get(city_files::offline))
        .route("/sw.js", get(assets::service_worker))
        .route("/preferences", post(preferences::save))
        .route("/api/v1/openapi.json", get(open_data::openapi))
        .route("/api/v1/stations", get(stations_api::list))
        .route("/api/v1/stations/{id}", get(stations_api::one))
        .route("/api/v1/stations.geojson", get(open_data::geojson))
        .route("/api/v1/stations.csv", get(open_data::csv))
        .route("/api/v1/programmes", get(policy_api::programmes))
        .route("/api/v1/assess", post(policy_api::assess))
        .route("/api/v1/listing", put(listing::replace))
        .route(
            "/api/v1/classes",
            get(classes::list).put(listing::replace_classes),
        )
        .route("/api/v1/classes.csv", get(classes::csv))
        .route("/api/v1/photos", post(photo::keep))
        .route("/api/v1/requests", post(requests_api::file))
        .route("/api/v1/requests/{reference}", get(requests_api::follow))
        .route(
            "/api/v1/requests/{reference}/moves",
            post(requests_api::make_move),
        )
        .route(
            "/api/v1/requests/{reference}/photos/{number}",
            get(requests_api::show_photo),
        )
        .route("/api/v1/desk/requests", get(desk_api::list))
        .route("/api/v1/desk/requests/{reference}", get(desk_api::open))
        .route(
            "/api/v1/desk/requests/{reference}/moves",
            post(desk_api::make_move),
        )
        .route(
            "/api/v1/desk/requests/{reference}/reveal",
            post(desk_api::reveal),
        )
        .route(
            "/api/v1/desk/requests/{reference}/photos/{number}",
            get(desk_api::show_photo),
        )
        .route("/api/v1/desk/search", post(desk_api::search))
        .route("/api/v1/desk/audit", get(desk_api::audit))
        .route(
            "/staff/sign-in",
            get(staff::ask_password).post(staff::sign_in),
        )
        .route("/staff/sign-out", post(staff::sign_out))
        .route("/staff/set-up", get(staff::ask_set_up).post(staff::set_up))
        .route("/staff", get(staff::start))
        .route(
            "/staff/account",
            get(staff::own::page).post(staff::own::wish),
        )
        .route(
            "/staff/accounts",
            get(staff::accounts::list).post(staff::accounts::make),
        )
        .route(
            "/staff/accounts/{id}",
            get(staff::accounts::one).post(staff::accounts::wish),
        )
        .route(
            "/api/v1/staff/sessions",
            get(staff_api::sessions).post(staff_api::sign_in),
        )
        .route(
            "/api/v1/staff/sessions/{id}",
            delete(staff_api::end_session),
        )
        .route("/api/v1/staff/set-up", post(staff_api::set_up))
        .route("/api/v1/staff/password", put(staff_api::change_password))
        .route(
            "/api/v1/staff/totp",
            post(staff_api::begin_codes).put(staff_api::confirm_codes),
        )
        .route(
            "/api/v1/staff/recovery-codes",
            post(staff_api::renew_recovery),
        )
        .route(
            "/api/v1/staff/accounts",
            get(staff_api::accounts).post(staff_api::make_account),
        )
        .route(
            "/api/v1/staff/accounts/{id}",
            patch(staff_api::change_account),
        )
        .route(
            "/api/v1/staff/accounts/{id}/set-up",
            post(staff_api::invite),
        )
        .route("/api/v1/upkeep/retention", post(upkeep::retention))
        .route("/api/v1/upkeep/rewrap", post(upkeep::rewrap))
        .route("/data/{version}/{file}", get(city_files::file))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .fallback(assets::file)
        .method_not_allowed_fallback(async || Problem::MethodNotAllowed)
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
