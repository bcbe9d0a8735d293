//! The analysis in a web worker: requests in, parts and reports out.
//!
//! What always holds: answers carry the id of their request, and the whole report comes last; parts
//! come before it where a text is long. Requests that wait while one is read are read newest first and
//! only the newest, so typing never makes a queue. Nothing is fetched or kept here but the memo of
//! paragraphs already read. While nobody asks, the worker reads a few sentences for itself: browsers
//! compile code when it is first used, which takes longer than reading.

#![forbid(unsafe_code)]

use gloo::timers::callback::Timeout;
use gloo_worker::{Codec, HandlerId, Registrable, Worker, WorkerScope};
use readout_analysis::{ENGINE, Lexicons, Memo, Models, read};
use readout_contract::protocol::{Input, PROTOCOL, Request, Response};
use readout_text::SourceText;
use readout_wire::Packed;

/// Quicker than the standard library's in WebAssembly, and smaller.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The worker's side of the protocol.
struct Reader {
    /// These live as long as the worker.
    lexicons: &'static Lexicons,
    models: &'static Models,
    memo: Memo,
    /// The newest request, and who asked.
    waiting: Option<(HandlerId, Request)>,
}

/// What the worker tells itself: all messages that were there have been seen.
enum Now {
    /// The time to read has come.
    Read,
    /// There may be time to read for itself, and so many times again.
    Warm(u8),
}

/// Of quotations, names, dates, topics, signs and forms of text a little each, so that most of the
/// code is used.
const WARMING: &str = "“The talks in Geneva will go on until an agreement is reached,” the French \
    foreign ministry said on Monday. The United States and China agreed to resume negotiations, \
    according to a statement, but Moscow warned of new sanctions and rejected the proposal.\n\n\
    The European Union welcomed the ceasefire, saying that it would send aid to the region. “We \
    condemn the attack,” the president told reporters. He added that if the army did not withdraw \
    by 3 May, the “red line” would be crossed.\n\n\
    Two officials, who asked not to be named, denied that troops had fired on the protesters. Talks \
    between India and Pakistan over trade, nuclear weapons and the border were called off last \
    week; neither side has said why. “They must choose,” Prime Minister Modi said. “Nobody wants \
    this war.”\n\n\
    PARIS, 3 May 2024 (Agency) — A day later 'both sides' said they had “not yet” decided: 12.5% of \
    the $2 billion is missing… “If they don't pay,” the ministry's spokeswoman warned, “we shall. \
    \n\n“They will have to.”\n\nQ: Do you agree?\n\nTHE MINISTER: He told me, “I don't,” and \
    she did. Neither the U.S. nor its allies' troops were hurt.\n\n- Aid (food, water)\n\n";

/// How often they are read. A browser compiles code well only when it was used a hundred times or so;
/// of four times a first article took twice as long.
const WARMINGS: u8 = 60;

/// Bytes of a text that is read before a page could draw its first part: it is answered in one go, or
/// the page would draw five times what it shows once.
const SHORT: usize = 20_000;

/// Copies of them that are as long as an article: much is sorted and grown in other ways than little.
const LONG: usize = 6;

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
        soon(scope, Now::Warm(WARMINGS));
    }

    fn received(&mut self, scope: &WorkerScope<Self>, request: Request, id: HandlerId) {
        let idle = self.waiting.replace((id, request)).is_none();
        if idle {
            soon(scope, Now::Read);
        }
    }

    fn update(&mut self, scope: &WorkerScope<Self>, now: Now) {
        if let Now::Warm(times) = now {
            if self.waiting.is_none()
                && let Some(rest) = times.checked_sub(1)
            {
                self.warm(if rest % 8 == 0 { LONG } else { 1 });
                soon(scope, Now::Warm(rest));
            }
            return;
        }
        let Some((handler, Request { id, input })) = self.waiting.take() else { return };
        let text = match SourceText::new(&input.text) {
            Ok(text) => text,
            Err(too_long) => {
                let code_points = u32::try_from(too_long.code_points).unwrap_or(u32::MAX);
                scope.respond(handler, Response::Refused { id, code_points });
                return;
            }
        };
        let long = input.text.len() > SHORT;
        let mut tell = |part| {
            if long {
                scope.respond(handler, Response::Part { id, part });
            }
        };
        let Self { lexicons, models, memo, .. } = self;
        let report = read(&text, &input, lexicons, models, memo, &mut tell);
        scope.respond(handler, Response::Done { id, report: Box::new(report) });
    }
}

impl Reader {
    /// Reads something that nobody asked for, packs the answer and forgets it.
    fn warm(&self, copies: usize) {
        if let Ok(text) = SourceText::new(&WARMING.repeat(copies)) {
            let (input, mut memo) = (Input::default(), Memo::default());
            let report = read(&text, &input, self.lexicons, self.models, &mut memo, &mut |_| {});
            // What packs the answer is code as well.
            Packed::encode(Response::Done { id: 0, report: Box::new(report) });
        }
    }
}

/// Sends a message after those that are already in the queue.
fn soon(scope: &WorkerScope<Reader>, now: Now) {
    let scope = scope.clone();
    Timeout::new(0, move || scope.send_message(now)).forget();
}

fn main() {
    Reader::registrar().encoding::<Packed>().register();
}
