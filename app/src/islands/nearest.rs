//! Nearest
use leptos::prelude::*;
/// x
#[island]
pub fn Nearest() -> impl IntoView {
    view! { <button hidden=true>"x"</button> }
}
