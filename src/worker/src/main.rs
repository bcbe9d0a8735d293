//! The analysis in a web worker: requests in, parts and reports out.
//!
//! What always holds: answers carry the id of their request; requests that wait while one is read
//! are read newest first and only the newest, so typing never makes a queue. Nothing is fetched or
//! kept here but the memo of paragraphs already read.

#![forbid(unsafe_code)]

use gloo::timers::callback::Timeout;
use gloo_worker::{Codec, HandlerId, Registrable, Worker, WorkerScope};
use js_sys::Uint8Array;
use readout_analysis::{ENGINE, Lexicons, Memo, Models, read};
use readout_contract::protocol::{PROTOCOL, Request, Response, decode, encode};
use readout_text::SourceText;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// The worker's side of the protocol.
struct Reader {
    /// These live as long as the worker.
    lexicons: &'static Lexicons,
    models: &'static Models,
    memo: Memo,
    /// The newest request, and who asked.
    waiting: Option<(HandlerId, Request)>,
}

/// The time to read has come: all messages that were there have been seen.
struct Now;

impl Worker for Reader {
    type Message = Now;
    type Input = Request;
    type Output = Response;

    fn create(_scope: &WorkerScope<Self>) -> Self {
        Self {
            lexicons: Box::leak(Box::new(Lexicons::built_in())),
            models: Box::leak(Box::new(Models::built_in())),
            memo: Memo::default(),
            waiting: None,
        }
    }

    fn connected(&mut self, scope: &WorkerScope<Self>, id: HandlerId) {
        scope.respond(id, Response::Ready { protocol: PROTOCOL, build: ENGINE.to_owned() });
    }

    fn received(&mut self, scope: &WorkerScope<Self>, request: Request, id: HandlerId) {
        let idle = self.waiting.replace((id, request)).is_none();
        if idle {
            let scope = scope.clone();
            // After the messages that are already in the queue.
            Timeout::new(0, move || scope.send_message(Now)).forget();
        }
    }

    fn update(&mut self, scope: &WorkerScope<Self>, _now: Now) {
        let Some((handler, Request { id, input })) = self.waiting.take() else { return };
        let text = match SourceText::new(&input.text) {
            Ok(text) => text,
            Err(too_long) => {
                let code_points = u32::try_from(too_long.code_points).unwrap_or(u32::MAX);
                scope.respond(handler, Response::Refused { id, code_points });
                return;
            }
        };
        let mut tell = |part| scope.respond(handler, Response::Part { id, part });
        let Self { lexicons, models, memo, .. } = self;
        let report = read(&text, &input, lexicons, models, memo, &mut tell);
        scope.respond(handler, Response::Done { id, report: Box::new(report) });
    }
}

/// Messages as the contract writes them.
struct Packed;

impl Codec for Packed {
    fn encode<I: Serialize>(message: I) -> JsValue {
        Uint8Array::from(encode(&message).as_slice()).into()
    }

    fn decode<O: for<'a> Deserialize<'a>>(message: JsValue) -> O {
        decode(&Uint8Array::from(message).to_vec()).expect("page and worker are of one build")
    }
}

fn main() {
    Reader::registrar().encoding::<Packed>().register();
}
