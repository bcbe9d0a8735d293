//! How the messages of `contract::protocol` travel between the page and the worker: as bytes.
//!
//! Both sides must name the same codec, so it stands here. What the messages say is the contract's.

#![forbid(unsafe_code)]

use gloo_worker::Codec;
use js_sys::Uint8Array;
use readout_contract::protocol::{decode, encode};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// Messages as the contract writes them.
#[derive(Debug)]
pub struct Packed;

impl Codec for Packed {
    fn encode<I: Serialize>(message: I) -> JsValue {
        Uint8Array::from(encode(&message).as_slice()).into()
    }

    fn decode<O: for<'a> Deserialize<'a>>(message: JsValue) -> O {
        decode(&Uint8Array::from(message).to_vec()).expect("page and worker are of one build")
    }
}
