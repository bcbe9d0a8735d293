//! What the page knows: one [`State`], changed only by [`reduce`] from an [`Action`], read only
//! through [`select`].
//!
//! What always holds: no browser type is in here, so everything tests natively; an action that
//! changes nothing returns the same `Rc`, which Yew does not render; spans and ids in the state
//! belong to the report in the state, and a new report checks those it does not keep.

mod action;
mod analysis;
pub mod decode;
pub mod edges;
mod filters;
mod outside;
mod reduce;
pub mod seeds;
pub mod select;
mod selection;
mod view;

pub use action::Action;
pub use analysis::{Analysis, EngineProblem, Known};
pub use edges::Edge;
pub use filters::{Filters, FormFilter, Match};
pub use outside::{EmbedSettings, EmbedView, GalleryEntry, Mode, Notice, Privacy, Theme};
pub use selection::{Item, Selection, TopicCard, TopicKey};
pub use view::{
    CitationStyle, EvidenceOrder, Layers, Pane, Sheet, SignFilter, SpeakerOrder, Tab, View,
};

use readout_contract::change::Change;
use readout_contract::protocol::Input;
use readout_contract::report::Report;
use std::rc::Rc;
use yew::prelude::*;

/// The handle that components get: read it as `&State`, change it with `dispatch`.
pub type Store = UseReducerHandle<State>;

/// The store of this page. Only inside `App`.
#[hook]
pub fn use_store() -> Store {
    use_context::<Store>().expect("a component stands inside the app")
}

/// A text and what is said about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doc {
    /// The words, exactly as they came.
    pub text: Rc<str>,
    /// The headline, if it stands apart from the text.
    pub title: Option<String>,
    /// Where it is from, in the reader's words: a name or an address.
    pub source: Option<String>,
    /// Its date, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Its language, BCP 47, if known.
    pub language: Option<String>,
    /// The gallery id, while the text is a starter text.
    pub seed: Option<String>,
}

/// The reader's changes, with undo.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// In force, oldest first.
    pub done: Vec<Change>,
    /// Undone, the next to redo last.
    pub undone: Vec<Change>,
    /// How many of `done` came with a link.
    pub from_sender: usize,
}

/// Everything the page knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The text.
    pub doc: Doc,
    /// The reader's changes.
    pub changes: Changes,
    /// Counts up with everything that needs a new reading.
    pub request: u32,
    /// How far the reading is.
    pub analysis: Analysis,
    /// The report before the last change of the reader, to show old → new.
    pub before: Option<Rc<Report>>,
    /// Read although it does not look English.
    pub read_anyway: bool,
    /// What is in hand.
    pub selection: Selection,
    /// What is filtered.
    pub filters: Filters,
    /// How it is shown.
    pub view: View,
    /// What the reader may do.
    pub mode: Mode,
    /// Colors.
    pub theme: Theme,
    /// Language of the interface, BCP 47; empty is English.
    pub locale: String,
    /// Things to tell the reader, oldest first.
    pub notices: Vec<Notice>,
    /// What the page contacted since the text was entered.
    pub privacy: Privacy,
    /// The starter texts, in order.
    pub gallery: Vec<GalleryEntry>,
}

impl State {
    /// The best report so far: the parts that came, or the one before while a change is read.
    pub fn report(&self) -> Option<&Rc<Report>> {
        match &self.analysis {
            Analysis::Running { report, known } if *known > Known::Nothing => Some(report),
            Analysis::Ready(report) => Some(report),
            _ => None,
        }
    }

    /// Which parts of the report can be shown.
    pub fn known(&self) -> Known {
        match &self.analysis {
            Analysis::Running { known, .. } => *known,
            Analysis::Ready(_) => Known::All,
            _ => Known::Nothing,
        }
    }

    /// What the worker is to read.
    pub fn input(&self) -> Input {
        Input {
            text: self.doc.text.to_string(),
            date: self.doc.date.clone(),
            title: self.doc.title.clone(),
            changes: self.changes.done.clone(),
            read_anyway: self.read_anyway,
        }
    }

    /// Whether the reader may edit the text and correct the reading.
    pub fn editable(&self) -> bool {
        self.mode == Mode::Edit
    }

    /// The words of a span, or nothing if it does not fit the text.
    pub fn words(&self, span: readout_text::Span) -> &str {
        self.doc.text.get(span.range()).unwrap_or_default()
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        reduce::reduce(self, action)
    }
}
