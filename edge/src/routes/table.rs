//! The table of addresses: what stands in it is served, and nothing else.
//!
//! One entry an address, `"/path": method handler, …;`. The tests read it as well: an address of
//! staff's without its row in `e2e/support/console-routes.mjs` fails them.

use super::{
    assets, audit, check, city_files, classes, confirm, desk_api, desk_pages, health, imports,
    imports_api, listing, listing_pages, listings_api, open_data, overview, pages, photo,
    policy_api, preferences, reports, reports_api, requests, requests_api, staff, staff_api,
    stations_api, upkeep,
};
use crate::problem::Problem;
use axum::Router;
use axum::routing::MethodRouter;

macro_rules! addresses {
    ($($address:literal: $($method:ident $handler:path),+;)+) => {
        /// The router of every address.
        pub(super) fn router() -> Router {
            Router::new()
                $(.route($address, MethodRouter::new()$(.$method($handler))+))+
                .fallback(assets::file)
                .method_not_allowed_fallback(async || Problem::MethodNotAllowed)
        }
    };
}

addresses! {
    "/": get pages::home;
    "/stations": get pages::stations;
    "/stations/{id}": get pages::station;
    "/stations/{id}/report": get reports::open, post reports::send;
    "/reports/{reference}": get reports::outcome;
    "/at/{id}": get reports::at_door, post reports::tell_crowding;
    "/confirm/{token}": get confirm::look, post confirm::confirm;
    "/staff/reports": get staff::reports::list;
    "/staff/reports/{id}": get staff::reports::one, post staff::reports::wish;
    "/staff/reports/{id}/photos/{reference}": get reports_api::show_photo;
    "/staff/freshness": get staff::freshness::page, post staff::freshness::confirm;
    "/staff/stations/{id}/poster": get staff::poster::page;
    "/map": get pages::map;
    "/services": get check::services;
    "/services/{id}": get check::service;
    "/check": get check::everything;
    "/check/{programme}": get check::one;
    "/check/{programme}/rules": get check::rules;
    "/classes": get classes::page;
    "/requests/new": get requests::open, post requests::send;
    "/requests/{reference}": get requests::ask_secret, post requests::follow;
    "/requests/{reference}/photos/{number}": post requests::show_photo;
    "/staff/requests": get desk_pages::list, post desk_pages::look;
    "/staff/audit": get audit::page;
    "/staff/audit.csv": get audit::csv;
    "/staff/overview": get overview::page;
    "/staff/overview.csv": get overview::csv;
    "/staff/requests/several": post desk_pages::act_together;
    "/staff/requests/{reference}": get desk_pages::open, post desk_pages::act;
    "/staff/requests/{reference}/photos/{number}": get desk_pages::show_photo;
    "/staff/import": get imports::list, post imports::begin;
    "/staff/import/{plan}": get imports::see, post imports::wish;
    "/staff/import/{plan}/wrong.csv": get imports::wrong;
    "/about": get pages::about;
    "/privacy": get pages::privacy;
    "/offline": get city_files::offline;
    "/sw.js": get assets::service_worker;
    "/preferences": post preferences::save;
    "/api/v1/openapi.json": get open_data::openapi;
    "/api/v1/stations": get stations_api::list;
    "/api/v1/stations/{id}": get stations_api::one;
    "/api/v1/stations/{id}/reports": post reports_api::report;
    "/api/v1/stations/{id}/crowding": put reports_api::crowding;
    "/api/v1/reports/{reference}": get reports_api::outcome;
    "/api/v1/confirmations/{token}": get reports_api::due_of_link, post reports_api::confirm_by_link;
    "/api/v1/staff/reports": get reports_api::groups;
    "/api/v1/staff/reports/{id}": get reports_api::group;
    "/api/v1/staff/reports/{id}/decision": post reports_api::decide;
    "/api/v1/staff/reports/{id}/photos/{reference}": get reports_api::show_photo;
    "/api/v1/staff/freshness": get reports_api::due, post reports_api::confirm;
    "/api/v1/stations.geojson": get open_data::geojson;
    "/api/v1/stations.csv": get open_data::csv;
    "/api/v1/stations.xlsx": get open_data::xlsx;
    "/api/v1/programmes": get policy_api::programmes;
    "/api/v1/assess": post policy_api::assess;
    "/api/v1/listing": put listing::replace;
    "/api/v1/classes": get classes::list, put listing::replace_classes;
    "/api/v1/classes.csv": get classes::csv;
    "/api/v1/classes.xlsx": get classes::xlsx;
    "/api/v1/photos": post photo::keep;
    "/api/v1/requests": post requests_api::file;
    "/api/v1/requests/{reference}": get requests_api::follow;
    "/api/v1/requests/{reference}/moves": post requests_api::make_move;
    "/api/v1/requests/{reference}/photos/{number}": get requests_api::show_photo;
    "/api/v1/desk/requests": get desk_api::list;
    "/api/v1/desk/requests/{reference}": get desk_api::open;
    "/api/v1/desk/requests/{reference}/moves": post desk_api::make_move;
    "/api/v1/desk/requests/{reference}/reveal": post desk_api::reveal;
    "/api/v1/desk/requests/{reference}/photos/{number}": get desk_api::show_photo;
    "/api/v1/desk/search": post desk_api::search;
    "/api/v1/desk/audit": get desk_api::audit;
    "/staff/sign-in": get staff::ask_password, post staff::sign_in;
    "/staff/sign-out": post staff::sign_out;
    "/staff/set-up": get staff::ask_set_up, post staff::set_up;
    "/staff": get staff::start;
    "/staff/account": get staff::own::page, post staff::own::wish;
    "/staff/accounts": get staff::accounts::list, post staff::accounts::make;
    "/staff/accounts/{id}": get staff::accounts::one, post staff::accounts::wish;
    "/staff/changes": get listing_pages::changes;
    "/staff/changes/{id}": get listing_pages::change, post listing_pages::undo;
    "/staff/duplicates": get listing_pages::duplicates;
    "/staff/duplicates/{one}/{other}": get listing_pages::ask_merge, post listing_pages::merge;
    "/staff/proposals": get listing_pages::proposals;
    "/staff/proposals/{id}": get listing_pages::proposal, post listing_pages::decide;
    "/staff/{listing}": get listing_pages::find;
    "/staff/{listing}/new": get listing_pages::new, post listing_pages::make;
    "/staff/{listing}/{number}": get listing_pages::open, post listing_pages::send;
    "/staff/{listing}/{number}/history": get listing_pages::history;
    "/api/v1/staff/sessions": get staff_api::sessions, post staff_api::sign_in;
    "/api/v1/staff/sessions/{id}": delete staff_api::end_session;
    "/api/v1/staff/set-up": post staff_api::set_up;
    "/api/v1/staff/password": put staff_api::change_password;
    "/api/v1/staff/totp": post staff_api::begin_codes, put staff_api::confirm_codes;
    "/api/v1/staff/recovery-codes": post staff_api::renew_recovery;
    "/api/v1/staff/accounts": get staff_api::accounts, post staff_api::make_account;
    "/api/v1/staff/accounts/{id}": patch staff_api::change_account;
    "/api/v1/staff/accounts/{id}/set-up": post staff_api::invite;
    "/api/v1/imports": post imports_api::begin;
    "/api/v1/imports/{id}": get imports_api::see, delete imports_api::decline;
    "/api/v1/imports/{id}/choice": post imports_api::choose;
    "/api/v1/imports/{id}/ticks": post imports_api::tick;
    "/api/v1/imports/{id}/apply": post imports_api::apply;
    "/api/v1/imports/{id}/wrong.csv": get imports_api::wrong_rows;
    "/api/v1/listings/batches": get listings_api::batches;
    "/api/v1/listings/batches/{id}": get listings_api::batch;
    "/api/v1/listings/batches/{id}/undo": post listings_api::undo;
    "/api/v1/listings/proposals": get listings_api::proposals;
    "/api/v1/listings/proposals/{id}": get listings_api::proposal;
    "/api/v1/listings/proposals/{id}/decision": post listings_api::decide;
    "/api/v1/listings/{listing}": post listings_api::create;
    "/api/v1/listings/{listing}/{number}": get listings_api::entry, put listings_api::edit;
    "/api/v1/listings/{listing}/{number}/versions": get listings_api::versions;
    "/api/v1/upkeep/retention": post upkeep::retention;
    "/api/v1/upkeep/rewrap": post upkeep::rewrap;
    "/data/{version}/{file}": get city_files::file;
    "/healthz": get health::healthz;
    "/readyz": get health::readyz;
}
