//! The worker: started once, asked 250 ms after the last key, watched, and started anew if it stops.
//!
//! A worker that stops says nothing, so each wait has a deadline. After the first silence a new
//! worker gets the same request; after the second the state learns why, as far as it can be told.

use super::Dispatch;
use crate::store::{Action, EngineProblem, Store};
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use gloo_worker::{HandlerId, Spawnable, Worker, WorkerBridge, WorkerScope};
use readout_contract::protocol::{PROTOCOL, Request, Response};
use readout_wire::Packed;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// What the page build calls the worker's files.
const WORKER: &str = "readout-worker";
/// Quiet after the last key before the text is read.
const QUIET: u32 = 250;
/// Longest wait for a worker that loads.
const LOADING: u32 = 30_000;
/// Longest wait for the next part of a short text.
const READING: u32 = 6_000;
/// A worker that is not there by now may have no files to load.
const SLOW: u32 = 4_000;
/// Bytes of text for each further second of that wait.
const BYTES_A_SECOND: usize = 20_000;
/// Silences before the page gives up.
const SILENCES: u8 = 2;

/// Names the worker's messages on this side; it never runs here.
struct Reader;

impl Worker for Reader {
    type Message = ();
    type Input = Request;
    type Output = Response;

    fn create(_scope: &WorkerScope<Self>) -> Self {
        Self
    }

    fn update(&mut self, _scope: &WorkerScope<Self>, _message: ()) {}

    fn received(&mut self, _scope: &WorkerScope<Self>, _request: Request, _id: HandlerId) {}
}

/// The worker and what it was asked.
struct Engine {
    dispatch: Dispatch,
    bridge: RefCell<Option<WorkerBridge<Reader>>>,
    /// The request that is not answered in full.
    open: RefCell<Option<Request>>,
    ready: Cell<bool>,
    silences: Cell<u8>,
    delay: RefCell<Option<Timeout>>,
    deadline: RefCell<Option<Timeout>>,
    /// Looks after the files of a worker that is slow to start.
    look: RefCell<Option<Timeout>>,
}

impl Engine {
    fn new(dispatch: Dispatch) -> Rc<Self> {
        Rc::new(Self {
            dispatch,
            bridge: RefCell::default(),
            open: RefCell::default(),
            ready: Cell::default(),
            silences: Cell::default(),
            delay: RefCell::default(),
            deadline: RefCell::default(),
            look: RefCell::default(),
        })
    }

    /// Starts the worker, if it does not run.
    fn start(self: &Rc<Self>) {
        if self.bridge.borrow().is_some() {
            return;
        }
        self.ready.set(false);
        let engine = Rc::downgrade(self);
        let mut spawner = Reader::spawner().encoding::<Packed>();
        spawner.callback(move |response| {
            if let Some(engine) = engine.upgrade() {
                engine.hear(response);
            }
        });
        // Without an origin only a worker from a blob may start.
        let bridge = if super::opaque_origin() {
            spawner.spawn(&format!("./{WORKER}.js"))
        } else {
            spawner.spawn_with_loader(&format!("./{WORKER}_loader.js"))
        };
        self.bridge.replace(Some(bridge));
        let engine = Rc::downgrade(self);
        let look = move || {
            let Some(engine) = engine.upgrade() else { return };
            spawn_local(async move {
                let cause = cause().await;
                if !engine.ready.get() && cause != EngineProblem::Blocked {
                    engine.fail(cause);
                }
            });
        };
        self.look.replace(Some(Timeout::new(SLOW, look)));
    }

    /// Asks after this many milliseconds without another question.
    fn ask(self: &Rc<Self>, request: Request, delay: u32) {
        let engine = Rc::clone(self);
        self.open.replace(Some(request));
        self.silences.set(0);
        self.delay.replace(Some(Timeout::new(delay, move || engine.send())));
    }

    /// Nothing is to be read.
    fn rest(&self) {
        self.open.take();
        self.delay.take();
        self.deadline.take();
    }

    fn send(self: &Rc<Self>) {
        self.start();
        if let (Some(bridge), Some(request)) = (&*self.bridge.borrow(), &*self.open.borrow()) {
            bridge.send(request.clone());
        }
        self.wait();
    }

    /// Waits for the next answer.
    fn wait(self: &Rc<Self>) {
        let length = self.open.borrow().as_ref().map_or(0, |request| request.input.text.len());
        let extra = u32::try_from(length / BYTES_A_SECOND).unwrap_or(u32::MAX / 2_000);
        let wait = if self.ready.get() { READING } else { LOADING };
        let engine = Rc::clone(self);
        let timeout = Timeout::new(wait + extra.saturating_mul(1_000), move || engine.silent());
        self.deadline.replace(Some(timeout));
    }

    fn hear(self: &Rc<Self>, response: Response) {
        match response {
            Response::Ready { protocol, build } => {
                if protocol != PROTOCOL || build != env!("CARGO_PKG_VERSION") {
                    self.fail(EngineProblem::OldFile);
                    return;
                }
                self.ready.set(true);
                self.look.take();
                if self.open.borrow().is_some() {
                    self.wait();
                }
            }
            Response::Part { id, part } => {
                self.wait();
                self.dispatch.dispatch(Action::PartCame(id, Box::new(part)));
            }
            Response::Done { id, report } => {
                self.answered(id);
                self.dispatch.dispatch(Action::Done(id, report));
            }
            Response::Refused { id, code_points } => {
                if self.answered(id) {
                    self.fail(EngineProblem::TooLong(code_points));
                }
            }
        }
    }

    /// Whether this was the request that is open; then it is no more.
    fn answered(&self, id: u32) -> bool {
        let ours = self.open.borrow().as_ref().is_some_and(|request| request.id == id);
        if ours {
            self.open.take();
            self.deadline.take();
            self.silences.set(0);
        }
        ours
    }

    /// The worker did not answer in time.
    fn silent(self: &Rc<Self>) {
        let was_ready = self.ready.get();
        self.bridge.take();
        self.silences.set(self.silences.get() + 1);
        if self.silences.get() < SILENCES {
            self.send();
            return;
        }
        self.deadline.take();
        if was_ready {
            self.fail(EngineProblem::Crashed(None));
            return;
        }
        let engine = Rc::clone(self);
        spawn_local(async move { engine.fail(cause().await) });
    }

    fn fail(&self, problem: EngineProblem) {
        self.rest();
        self.dispatch.dispatch(Action::EngineFailed(problem));
    }
}

/// Why a worker did not start: its files are asked for once more.
async fn cause() -> EngineProblem {
    let Ok(response) =
        JsFuture::from(window().fetch_with_str(&format!("./{WORKER}_bg.wasm"))).await
    else {
        return EngineProblem::Network;
    };
    let Ok(response) = response.dyn_into::<web_sys::Response>() else {
        return EngineProblem::Network;
    };
    let kind = response.headers().get("content-type").ok().flatten().unwrap_or_default();
    match response.ok() {
        false => EngineProblem::Network,
        true if !kind.starts_with("application/wasm") => EngineProblem::WrongType,
        true => EngineProblem::Blocked,
    }
}

/// Reads the text whenever the state asks for it.
#[hook]
pub(crate) fn use_engine(store: &Store) {
    let engine = use_mut_ref(|| Engine::new(store.dispatcher()));
    let engine = engine.borrow().clone();
    let starting = engine.clone();
    use_effect_with((), move |()| starting.start());
    let state = (**store).clone();
    use_effect_with(store.request, move |_| {
        if state.doc.text.trim().is_empty() {
            engine.rest();
            return;
        }
        let delay = if state.view.editing { QUIET } else { 0 };
        engine.ask(Request { id: state.request, input: state.input() }, delay);
    });
}
