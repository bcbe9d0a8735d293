//! From words to dates, relative ones counted from the dateline.

pub(crate) mod lists;

use crate::document::{Base, Document, Token};
use crate::lexicons::Lexicons;
use readout_contract::report::Date;
use readout_text::Span;

/// A date expression, not yet resolved.
#[derive(Clone, Debug)]
pub(crate) struct FoundDate {
    pub(crate) span: Span,
    pub(crate) rule: &'static str,
}

impl FoundDate {
    pub(crate) fn shift(&self, base: Base) -> Self {
        Self { span: base.span(self.span), ..self.clone() }
    }
}

/// The dates of a text.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    pub(crate) dates: Vec<Date>,
    /// `YYYY-MM-DD`.
    pub(crate) dateline: Option<String>,
}

/// Finds date expressions in a paragraph.
pub(crate) fn find(_text: &str, _tokens: &[Token], _lexicons: &Lexicons) -> Vec<FoundDate> {
    Vec::new()
}

/// Gives each expression its value. `given` is the reader's or seed's date of the text.
pub(crate) fn resolve(_doc: &Document, given: Option<&str>, _lexicons: &Lexicons) -> Dates {
    Dates { dates: Vec::new(), dateline: given.map(str::to_owned) }
}
