//! The button that asks for the position, and why; hidden until the page is awake.

use crate::parts::signs::sign;
use crate::wording::Lang;
use leptos::prelude::*;

messages! {
    near_me: "离我最近" / "Near me";
    near_me_why: "点了才问位置；位置留在手机里，不发给我们。" / "Asks for your position when you tap; it stays on your phone.";
    asking: "正在问手机在哪……" / "Asking the phone where you are…";
    sorted_from_here: "按离你的远近找。" / "Looking from where you are.";
    no_position_given: "没拿到位置。选个区，一样能找。" / "No position. Choose a district instead.";
    not_in_beijing: "你这会儿不在北京。选个区，先看看。" / "You are not in Beijing just now. Choose a district and look around.";
}

/// The button with its notes, of which one is shown at a time.
pub(crate) fn near_button(lang: Lang) -> AnyView {
    view! {
        <div class="near" hidden>
            <button type="button" class="act">{sign("near")}{lang.near_me()}</button>
            <div role="status">
                <p class="why">{lang.near_me_why()}</p>
                <p class="asking" hidden>{lang.asking()}</p>
                <p class="given" hidden>{lang.sorted_from_here()}</p>
                <p class="refused" hidden>{lang.no_position_given()}</p>
                <p class="elsewhere" hidden>{lang.not_in_beijing()}</p>
            </div>
        </div>
    }
    .into_any()
}
