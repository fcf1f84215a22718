//! NearMe
use leptos::prelude::*;
/// x
#[island]
pub fn NearMe() -> impl IntoView {
    view! { <button hidden=true>"x"</button> }
}
