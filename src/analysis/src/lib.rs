//! From a text to a [`Report`]: who says what, on which topics, and where the text describes
//! strain or easing, every finding tied to its words. Start at [`read`].
//!
//! What always holds: the same text, lexicons, models and changes give the same report to the last
//! digit, on every machine; nothing fails and nothing panics; time grows with the length of the
//! text. There is no browser, clock, file or network in here.
//!
//! Two functions make a reading. `read_paragraph` finds what one paragraph shows by itself, with
//! spans counted from the paragraph's own start, so that an edit elsewhere cannot change it and
//! [`Memo`] can keep it. [`read`] joins the paragraphs and finds what needs the whole text.

#![forbid(unsafe_code)]

mod actors;
mod anchors;
mod assemble;
mod attributions;
mod dates;
mod document;
mod language;
mod lexicons;
mod memo;
mod mentions;
mod models;
mod paragraphs;
mod ranker;
mod sentences;
mod syntax;
mod tension;
mod tokens;
mod topics;

pub use document::{Relation, SyntaxWord, Upos};
pub use lexicons::Lexicons;
pub use memo::Memo;
pub use models::Models;
pub use syntax::syntax_of;
pub use tension::learned::Act;

/// What learning the models shares with reading by them, so that both see the same.
pub mod training {
    pub use crate::attributions::learned;
    pub use crate::models::features::{self, TokenFeatures};
    pub use crate::models::format;
    pub use crate::models::labels::{LABELS, NAMES, TAGS};
    pub use crate::models::packed;
    pub use crate::models::table::offset_binary;
    pub use crate::models::vocabulary;
    pub use crate::syntax::{transitions, view};

    /// The gazetteers' hint of each token of a sentence.
    pub fn hints(words: &[String], lexicons: &crate::Lexicons) -> Vec<u8> {
        let mut into = Vec::with_capacity(words.len());
        let folded: Vec<_> = words.iter().map(|word| crate::tokens::fold(word)).collect();
        let words = words.iter().map(String::as_str);
        crate::mentions::hints::of_sentence(words, &folded, &lexicons.mentions, &mut into);
        into
    }

    pub use crate::tension::learned as acts;

    /// What the classifier of acts sees of each sentence of a text.
    pub fn seen_of_acts(
        text: &crate::SourceText,
        lexicons: &crate::Lexicons,
        models: &crate::Models,
    ) -> Vec<acts::Seen> {
        let input = crate::Input { read_anyway: true, ..crate::Input::default() };
        let read = crate::understand(text, &input, lexicons, models);
        crate::tension::seen(&read.0, &read.1, &read.2, lexicons)
    }

    pub use crate::actors::antecedents::features::{FEATURES, margins, names as feature_names};
    pub use crate::actors::antecedents::question::{Class, Question};
    pub use crate::actors::antecedents::reading::Reading;
    pub use crate::mentions::hints::HINTS;
    pub use crate::ranker::Described;

    /// Who acts in a predicate, and towards whom.
    pub mod parties {
        pub use crate::tension::parties::features::{FEATURES, names};
        pub use crate::tension::parties::question::{Choice, Question};
        pub use crate::tension::parties::reading::ask;
    }
}

use document::{Document, ParagraphReading, Words};
use readout_contract::protocol::Input;
use readout_contract::report::{Part, Report};
use readout_text::SourceText;

/// The engine's version, shown beside every reading.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// Reads a whole text. Same input, same report; cannot fail. `tell` hears each part as soon as it
/// is known: words, attributions, topics, tension.
pub fn read(
    text: &SourceText,
    input: &Input,
    lexicons: &Lexicons,
    models: &Models,
    memo: &mut Memo,
    tell: &mut dyn FnMut(Part),
) -> Report {
    let mut paragraphs = paragraphs::split(text);
    let language = language::guess(text, &mut paragraphs, lexicons, input.read_anyway);
    let doc = Document::join(text, paragraphs, &language, |text, kind| {
        memo.get_or(text, kind, |room| read_paragraph(text, kind, lexicons, models, room))
    });
    let words = assemble::words(&doc, language);
    tell(Part::Words(words.clone()));

    let mut changes = assemble::outcomes(input);
    let dates = dates::resolve(&doc, input.date.as_deref());
    let mut people = actors::resolve(&doc, &dates, lexicons, &input.changes, &mut changes);
    let spoken = attributions::resolve(&doc, &people, lexicons, &input.changes, &mut changes);
    actors::participants(&doc, &mut people, &spoken);
    let attributions = assemble::attributions(&people, &spoken, dates);
    tell(Part::Attributions(attributions.clone()));

    let heavy = tension::find(&doc, &people, &spoken, lexicons, models);
    let topics = topics::score(&doc, &people, &heavy, lexicons, input, &mut changes);
    tell(Part::Topics(topics.clone()));

    let tension =
        tension::weigh(&doc, &people, &spoken, heavy, &topics, &words, input, &mut changes);
    tell(Part::Tension(tension.clone()));
    assemble::report(words, attributions, topics, tension, changes)
}

/// The main act of each sentence of a text that has a signal, in text order: for measuring.
pub fn acts(text: &SourceText, input: &Input, lexicons: &Lexicons, models: &Models) -> Vec<Act> {
    let (doc, people, spoken) = understand(text, input, lexicons, models);
    tension::acts(&doc, &people, &spoken, lexicons, models)
}

/// A text up to the signals, for learning and measuring.
fn understand(
    text: &SourceText,
    input: &Input,
    lexicons: &Lexicons,
    models: &Models,
) -> (Document, actors::People, attributions::Spoken) {
    let date = input.date.as_deref();
    let (doc, dates) = read_alone(text, input.read_anyway, date, lexicons, models);
    let mut people = actors::resolve(&doc, &dates, lexicons, &[], &mut []);
    let spoken = attributions::resolve(&doc, &people, lexicons, &[], &mut []);
    actors::participants(&doc, &mut people, &spoken);
    (doc, people, spoken)
}

/// What its paragraphs show by themselves, joined, and its dates.
fn read_alone(
    text: &SourceText,
    read_anyway: bool,
    date: Option<&str>,
    lexicons: &Lexicons,
    models: &Models,
) -> (Document, dates::Dates) {
    let mut paragraphs = paragraphs::split(text);
    let language = language::guess(text, &mut paragraphs, lexicons, read_anyway);
    let mut room = syntax::Room::default();
    let doc = Document::join(text, paragraphs, &language, |text, kind| {
        std::sync::Arc::new(read_paragraph(text, kind, lexicons, models, &mut room))
    });
    let dates = dates::resolve(&doc, date);
    (doc, dates)
}

/// One paragraph by itself; spans count from its start.
fn read_paragraph(
    text: &str,
    kind: readout_contract::report::ParagraphKind,
    lexicons: &Lexicons,
    models: &Models,
    room: &mut syntax::Room,
) -> ParagraphReading {
    let tokens = tokens::split(text, lexicons);
    let sentences = sentences::split(text, kind, &tokens, lexicons);
    let folded = tokens::fold_all(text, &tokens);
    let words = Words { text, tokens: &tokens, folded: &folded, sentences: &sentences };
    let read = syntax::parse(&words, lexicons, models, room);
    let mentions = mentions::find(&words, &read, lexicons);
    let syntax = read.words;
    let attributions = attributions::find(&words, kind, &syntax, &mentions, lexicons, models);
    let dates = dates::find(&words, &syntax, lexicons);
    ParagraphReading { tokens, sentences, syntax, mentions, attributions, dates }
}
