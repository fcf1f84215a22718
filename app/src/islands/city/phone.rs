//! What the phone has besides the page: clock, network, position.

#[cfg(any(feature = "places", feature = "map"))]
use domain::geo::Wgs84;
use js_sys::{ArrayBuffer, Uint8Array};
#[cfg(any(feature = "places", feature = "map"))]
use js_sys::{Function, Promise};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;
#[cfg(any(feature = "places", feature = "map"))]
use web_sys::{Coordinates, Position, PositionOptions};

#[cfg(any(feature = "places", feature = "map"))]
pub(in crate::islands) use crate::islands::browser::now;
#[cfg(any(feature = "places", feature = "map"))]
pub(in crate::islands) use gloo_timers::future::TimeoutFuture;
pub(in crate::islands) use wasm_bindgen_futures::spawn_local;

#[cfg(any(feature = "places", feature = "map"))]
/// How long somebody may think about giving a position, in milliseconds, before the page offers
/// another way. The browser's own time-out does not run while it asks.
const PATIENCE_MS: i32 = 8_000;

/// The bytes at an address of this site.
pub(in crate::islands) async fn fetch(address: &str) -> Result<Vec<u8>, JsValue> {
    let response: Response = JsFuture::from(window().fetch_with_str(address))
        .await?
        .dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from(response.status()));
    }
    let buffer: ArrayBuffer = JsFuture::from(response.array_buffer()?).await?.dyn_into()?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

#[cfg(feature = "map")]
/// Until what was changed is painted; while nobody sees the page, until somebody does.
pub(in crate::islands) async fn frame() {
    let painted = Promise::new(&mut |resolve: Function, _| {
        // Fails in no window.
        _ = window().request_animation_frame(&resolve);
    });
    // Neither fails, nor says more than that it is time.
    _ = JsFuture::from(painted).await;
    TimeoutFuture::new(0).await;
}

#[cfg(any(feature = "places", feature = "map"))]
/// Where the phone is; `None` if its owner refuses, does not answer, or it cannot tell.
pub(in crate::islands) async fn locate() -> Option<(Wgs84, Coordinates)> {
    let geolocation = window().navigator().geolocation().ok()?;
    let options = PositionOptions::new();
    options.set_enable_high_accuracy(true);
    options.set_maximum_age(60_000);
    let answer = Promise::new(&mut |resolve: Function, reject: Function| {
        set_timeout(&reject, PATIENCE_MS);
        // What cannot even be asked is answered by the time-out.
        _ = geolocation.get_current_position_with_error_callback_and_options(
            &resolve,
            Some(&reject),
            &options,
        );
    });
    let position: Position = JsFuture::from(answer).await.ok()?.unchecked_into();
    let here = position.coords();
    Some((Wgs84::new(here.latitude(), here.longitude())?, here))
}

#[cfg(any(feature = "places", feature = "map"))]
fn set_timeout(callback: &Function, milliseconds: i32) {
    // Fails in no window.
    _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(callback, milliseconds);
}
