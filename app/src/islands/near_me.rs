//! The button that asks for the position, on the tap and not before, and says why.

use super::browser::{focus, lang, locate};
use super::finder::Finding;
use crate::parts::signs::sign;
use leptos::prelude::*;
use leptos::task::spawn_local;

messages! {
    near_me: "离我最近" / "Near me";
    near_me_why: "点了才问位置；位置留在手机里，不发给我们。" / "Asks for your position when you tap; it stays on your phone.";
    asking: "正在问手机在哪……" / "Asking the phone where you are…";
    sorted_from_here: "按离你的远近排着。" / "Sorted from where you are.";
    no_position_given: "没拿到位置。选个区，一样能找。" / "No position. Choose a district instead.";
}

/// How far the asking has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asking {
    /// Nobody has tapped.
    Idle,
    /// The phone was asked.
    Asked,
    /// The position is known.
    Given,
    /// It was refused, or there was no answer.
    Refused,
}

/// The button of the list.
#[island]
pub fn NearMe() -> impl IntoView {
    let finding = expect_context::<Finding>();
    let known = move || finding.start().is_some();
    near_button(known, move |here| finding.start_from(here))
}

/// A button that hands the position to `then`. It shows itself only where it can work: on a page
/// that is awake.
pub(super) fn near_button(
    known: impl Fn() -> bool + Copy + Send + Sync + 'static,
    then: impl Fn(domain::geo::Wgs84) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let awake = RwSignal::new(false);
    let asking = RwSignal::new(Asking::Idle);
    Effect::new(move |_| awake.set(true));
    let ask = move |_| {
        asking.set(Asking::Asked);
        spawn_local(async move {
            match locate().await {
                Some(here) => {
                    asking.set(Asking::Given);
                    then(here);
                }
                None => {
                    asking.set(Asking::Refused);
                    focus("#district");
                }
            }
        });
    };
    let note = move || match asking.get() {
        _ if !awake.get() => "",
        Asking::Asked => lang().asking(),
        Asking::Refused => lang().no_position_given(),
        Asking::Given => lang().sorted_from_here(),
        Asking::Idle if known() => lang().sorted_from_here(),
        Asking::Idle => lang().near_me_why(),
    };
    view! {
        <div class="near" hidden=move || !awake.get()>
            <button
                type="button"
                class="act"
                disabled=move || asking.get() == Asking::Asked
                on:click=ask
            >
                {sign("near")}
                {move || if awake.get() { lang().near_me() } else { "" }}
            </button>
            <p role="status">{note}</p>
        </div>
    }
}
