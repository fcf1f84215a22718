//! The few JavaScript interfaces that the `worker` crate does not offer as this edge needs them.

use crate::coding::Coding;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Options of `new Response`, with workerd's own `encodeBody`.
    #[wasm_bindgen(extends = web_sys::ResponseInit)]
    pub(crate) type ResponseOptions;
    #[wasm_bindgen(method, setter, js_name = encodeBody)]
    fn set_encode_body(this: &ResponseOptions, how: &str);

    /// `process.getBuiltinModule` reaches Node's modules without a static import, which the
    /// bundler would try to resolve.
    #[wasm_bindgen(js_namespace = process, js_name = getBuiltinModule, catch)]
    fn builtin_module(name: &str) -> Result<Zlib, JsValue>;

    type Zlib;
    #[wasm_bindgen(method, catch, js_name = brotliCompressSync)]
    fn brotli_compress_sync(this: &Zlib, bytes: &[u8]) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method, catch, js_name = gzipSync)]
    fn gzip_sync(this: &Zlib, bytes: &[u8]) -> Result<Uint8Array, JsValue>;
}

impl ResponseOptions {
    /// Options for that status, those headers and a body that is in its final coding.
    pub(crate) fn new(status: u16, headers: &web_sys::Headers, encoded: bool) -> Self {
        let options = web_sys::ResponseInit::new();
        options.set_status(status);
        options.set_headers(headers);
        let options: Self = options.unchecked_into();
        if encoded {
            options.set_encode_body("manual");
        }
        options
    }
}

/// `bytes` in that coding, as small as it gets: Node's default quality for brotli is 11.
pub(crate) fn compress(bytes: &[u8], coding: Coding) -> Result<Vec<u8>, JsValue> {
    let zlib = builtin_module("node:zlib")?;
    let compressed = match coding {
        Coding::Brotli => zlib.brotli_compress_sync(bytes)?,
        Coding::Gzip => zlib.gzip_sync(bytes)?,
    };
    Ok(compressed.to_vec())
}
