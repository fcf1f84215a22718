//! Where [`Kept`] lies: in IndexedDB, sealed with AES-GCM. The key was made on this phone, cannot be
//! exported, and goes when there is nothing left to keep.

use super::lock::{can_lock, lock};
use crate::islands::browser::now;
use crate::request::kept::Kept;
use js_sys::{Array, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AesGcmParams, AesKeyGenParams, CryptoKey, IdbDatabase, IdbObjectStore, IdbOpenDbRequest,
    IdbRequest, IdbTransaction, IdbTransactionMode, SubtleCrypto,
};

/// The name of the database, of its only store, and of the lock before it.
const NAME: &str = "requests";
const KEY: &str = "key";
const SEALED: &str = "sealed";
const ALGORITHM: &str = "AES-GCM";
const KEY_BITS: u16 = 256;
/// A fresh one stands before what it sealed.
const NONCE_BYTES: usize = 12;

/// Whether this phone can keep anything.
pub(super) async fn opens() -> bool {
    can_lock() && subtle().is_some() && database().await.is_ok()
}

/// What is kept.
pub(super) async fn look() -> Kept {
    // What cannot be opened is not there.
    change(|kept| kept.clone()).await.unwrap_or_default()
}

/// Changes what is kept, no other tab between reading and writing.
pub(super) async fn change<T>(change: impl FnOnce(&mut Kept) -> T) -> Result<T, JsValue> {
    let _held = lock(NAME).await?;
    let database = database().await?;
    let before = read(&database).await?;
    let mut kept = before.clone();
    kept.forget_old(now());
    let done = change(&mut kept);
    if kept != before {
        write(&database, &kept).await?;
    }
    Ok(done)
}

async fn read(database: &IdbDatabase) -> Result<Kept, JsValue> {
    let (key, sealed) = (get(database, KEY).await?, get(database, SEALED).await?);
    Ok(match (key.dyn_into(), sealed.dyn_into()) {
        (Ok(key), Ok(sealed)) => open(&key, &sealed).await.unwrap_or_default(),
        _ => Kept::default(),
    })
}

async fn write(database: &IdbDatabase, kept: &Kept) -> Result<(), JsValue> {
    if kept.is_empty() {
        return in_store(database, IdbObjectStore::clear).await;
    }
    let key = match get(database, KEY).await?.dyn_into() {
        Ok(key) => key,
        Err(_) => {
            let key = fresh_key().await?;
            in_store(database, |store| store.put_with_key(&key, &KEY.into())).await?;
            key
        }
    };
    let sealed = seal(&key, &kept.to_text()).await?;
    in_store(database, |store| {
        store.put_with_key(&sealed, &SEALED.into())
    })
    .await
}

async fn seal(key: &CryptoKey, text: &str) -> Result<Uint8Array, JsValue> {
    let nonce = Uint8Array::new_with_length(NONCE_BYTES as u32);
    window()
        .crypto()?
        .get_random_values_with_js_u8_array(&nonce)?;
    let plain = Uint8Array::from(text.as_bytes());
    let sealed = subtle()
        .ok_or(JsValue::NULL)?
        .encrypt_with_object_and_js_u8_array(&parameters(&nonce), key, &plain)?;
    let sealed = Uint8Array::new(&JsFuture::from(sealed).await?);
    let both = Uint8Array::new_with_length(nonce.length() + sealed.length());
    both.set(&nonce, 0);
    both.set(&sealed, nonce.length());
    Ok(both)
}

async fn open(key: &CryptoKey, both: &Uint8Array) -> Option<Kept> {
    let nonce = both.subarray(0, NONCE_BYTES as u32);
    let sealed = both.subarray(NONCE_BYTES as u32, both.length());
    let plain = subtle()?
        .decrypt_with_object_and_js_u8_array(&parameters(&nonce), key, &sealed)
        .ok()?;
    let plain = Uint8Array::new(&JsFuture::from(plain).await.ok()?).to_vec();
    Some(Kept::from_text(&String::from_utf8(plain).ok()?))
}

fn parameters(nonce: &Uint8Array) -> AesGcmParams {
    AesGcmParams::new_with_u8_array(ALGORITHM, nonce)
}

async fn fresh_key() -> Result<CryptoKey, JsValue> {
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let wish = AesKeyGenParams::new(ALGORITHM, KEY_BITS);
    let made = subtle()
        .ok_or(JsValue::NULL)?
        .generate_key_with_object(&wish, false, &uses)?;
    Ok(JsFuture::from(made).await?.unchecked_into())
}

/// The browser's cryptography; old WebViews and pages without TLS have none.
fn subtle() -> Option<SubtleCrypto> {
    let crypto = window().crypto().ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok()?;
    subtle.dyn_into().ok()
}

async fn database() -> Result<IdbDatabase, JsValue> {
    let factory = window().indexed_db()?.ok_or(JsValue::NULL)?;
    let request = factory.open(NAME)?;
    let new = request.clone();
    let make_store = Closure::once(move || make_store(&new));
    request.set_onupgradeneeded(Some(make_store.as_ref().unchecked_ref()));
    Ok(answer(&request).await?.unchecked_into())
}

fn make_store(new: &IdbOpenDbRequest) {
    if let Ok(database) = new.result() {
        // Without its store the database is refused at the first use, as if there were none.
        _ = database
            .unchecked_into::<IdbDatabase>()
            .create_object_store(NAME);
    }
}

async fn get(database: &IdbDatabase, name: &str) -> Result<JsValue, JsValue> {
    let store = database.transaction_with_str(NAME)?.object_store(NAME)?;
    answer(&store.get(&name.into())?).await
}

/// Does `work` in the store, and waits until it is done for good.
async fn in_store(
    database: &IdbDatabase,
    work: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
) -> Result<(), JsValue> {
    let mode = IdbTransactionMode::Readwrite;
    let transaction = database.transaction_with_str_and_mode(NAME, mode)?;
    work(&transaction.object_store(NAME)?)?;
    end(&transaction).await
}

async fn end(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let ended = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    JsFuture::from(ended).await.map(drop)
}

async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let answered = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(answered).await?;
    request.result()
}
