//! One tab at a time: locks that all tabs of this site share.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    /// `navigator.locks`, which `web-sys` still calls unstable.
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, holder: &Function) -> Result<Promise, JsValue>;
}

/// A lock that is held; whoever drops it lets the next tab go on.
pub(super) struct Held(Function);

impl Drop for Held {
    fn drop(&mut self) {
        // A promise is resolved without fail.
        _ = self.0.call0(&JsValue::NULL);
    }
}

/// Whether this browser has locks: not where a page came without TLS.
pub(super) fn can_lock() -> bool {
    manager().is_some()
}

/// Waits for the lock of that name.
pub(super) async fn lock(name: &str) -> Result<Held, JsValue> {
    let manager = manager().ok_or(JsValue::NULL)?;
    let mut release = None;
    let until_released = Promise::new(&mut |resolve, _| release = Some(resolve));
    let mut asked = Ok(());
    let granted = Promise::new(&mut |resolve: Function, reject: Function| {
        let until_released = until_released.clone();
        let holder = Closure::once_into_js(move |_: JsValue| {
            _ = resolve.call0(&JsValue::NULL);
            until_released
        });
        asked = manager
            .request(name, holder.unchecked_ref())
            .map(|ended| spawn_local(hand_on_refusal(ended, reject)));
    });
    asked?;
    JsFuture::from(granted).await?;
    release.map(Held).ok_or(JsValue::NULL)
}

/// A page that is about to go is refused.
async fn hand_on_refusal(ended: Promise, reject: Function) {
    if let Err(why) = JsFuture::from(ended).await {
        _ = reject.call1(&JsValue::NULL, &why);
    }
}

fn manager() -> Option<LockManager> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    (!locks.is_undefined()).then(|| locks.unchecked_into())
}
