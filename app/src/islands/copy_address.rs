//! CopyAddress
use leptos::prelude::*;
/// x
#[island]
pub fn CopyAddress() -> impl IntoView {
    view! { <button hidden=true>"x"</button> }
}
