//! From words to attributions: source, cue and content, and the speaker behind the source.

pub(crate) mod lists;

use crate::actors::People;
use crate::document::{Base, Document, Sentence, SyntaxWord, Token};
use crate::lexicons::Lexicons;
use crate::mentions::Mention;
use crate::models::Models;
use readout_contract::change::{Change, ChangeOutcome};
use readout_contract::report::{Attribution, AttributionKind, ParagraphKind, VerbClass};
use readout_text::Span;

/// An attribution as one paragraph shows it.
#[derive(Clone, Debug)]
pub(crate) struct FoundAttribution {
    pub(crate) source: Option<Span>,
    pub(crate) cue: Option<Span>,
    /// At least one span.
    pub(crate) content: Vec<Span>,
    /// Parts of the content inside quotation marks, marks not included.
    pub(crate) exact: Vec<Span>,
    pub(crate) kind: AttributionKind,
    /// Words that name whom it is said to or against.
    pub(crate) target: Option<Span>,
    pub(crate) verb_class: VerbClass,
    pub(crate) confidence: u8,
    pub(crate) rule: &'static str,
}

impl FoundAttribution {
    /// Whether it rests on quotation marks.
    pub(crate) fn is_marked(&self) -> bool {
        !self.exact.is_empty()
    }

    pub(crate) fn shift(&self, base: Base) -> Self {
        let all = |spans: &[Span]| spans.iter().map(|span| base.span(*span)).collect();
        Self {
            source: self.source.map(|span| base.span(span)),
            cue: self.cue.map(|span| base.span(span)),
            content: all(&self.content),
            exact: all(&self.exact),
            target: self.target.map(|span| base.span(span)),
            ..self.clone()
        }
    }
}

/// The attributions of a text, with their speakers.
#[derive(Debug, Default)]
pub(crate) struct Spoken {
    pub(crate) attributions: Vec<Attribution>,
}

/// Finds what a paragraph attributes by itself, in text order.
#[expect(clippy::too_many_arguments, reason = "the layers of a paragraph, each a plain argument")]
pub(crate) fn find(
    _text: &str,
    _kind: ParagraphKind,
    _tokens: &[Token],
    _sentences: &[Sentence],
    _syntax: &[SyntaxWord],
    _mentions: &[Mention],
    _lexicons: &Lexicons,
    _models: &Models,
) -> Vec<FoundAttribution> {
    Vec::new()
}

/// Finds what crosses paragraphs and the speaker of each; the reader's changes last.
pub(crate) fn resolve(
    _doc: &Document,
    _people: &People,
    _lexicons: &Lexicons,
    _changes: &[Change],
    _outcomes: &mut [ChangeOutcome],
) -> Spoken {
    Spoken::default()
}
