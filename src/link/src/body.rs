//! What a link carries: named fields in JSON, the version first, fields without a value left out.
//!
//! A field that is added later is optional and older pages pass over it; what older pages would
//! get wrong raises the version. The fields' names are short because they travel. Types of the
//! contract do not stand here: they may change, links may not.

use crate::anchor::Quotation;
use crate::changes::WireChange;
use crate::error::LinkError;
use crate::json::{Fields, Value, Writer};
use readout_contract::change::Change;

/// The newest version of the body that is read and written.
const VERSION: u32 = 1;

/// A text with all that belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// The text, as it was given.
    pub text: String,
    /// Its headline.
    pub title: Option<String>,
    /// Where it is from: an address or a name.
    pub source: Option<String>,
    /// Its date, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Its language, BCP 47.
    pub language: Option<String>,
    /// The reader's changes, oldest first.
    pub changes: Vec<Change>,
    /// What the reader filters by.
    pub filters: Filters,
    /// The words that the link's anchor points at, for when the text is not the same any more.
    pub quotation: Option<Quotation>,
    /// The [`mark`](crate::mark) of the result that the sender saw.
    pub mark: Option<u32>,
    /// The version of the engine that the sender used.
    pub engine: Option<String>,
}

/// What the reader filters by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Labels of the topics that are on.
    pub topics: Vec<String>,
    /// Names of the speakers that are on.
    pub speakers: Vec<String>,
    /// Whether a sentence must have all of them; otherwise any.
    pub all: bool,
    /// Whether sentences that do not match are folded away.
    pub only_matching: bool,
}

impl Body {
    /// The body's bytes, before coding.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let text = |writer: &mut Writer, text: &String| writer.text(text);
        let mut writer = Writer::default();
        writer.bracket('{');
        writer.name("v");
        writer.number(VERSION);
        writer.text_field("title", self.title.as_deref());
        writer.text_field("source", self.source.as_deref());
        writer.text_field("date", self.date.as_deref());
        writer.text_field("lang", self.language.as_deref());
        writer.text_field("engine", self.engine.as_deref());
        if let Some(mark) = self.mark {
            writer.name("mark");
            writer.number(mark);
        }
        writer.list_field("topics", &self.filters.topics, text);
        writer.list_field("speakers", &self.filters.speakers, text);
        writer.switch_field("all", self.filters.all);
        writer.switch_field("only", self.filters.only_matching);
        writer.list_field("changes", &self.changes, |writer, change| {
            WireChange::from(change).write(writer);
        });
        if let Some(quote) = &self.quotation {
            let parts = [&quote.exact, &quote.prefix, &quote.suffix];
            writer.list_field("quote", &parts, |writer, part| writer.text(part));
        }
        writer.text_field("text", Some(&self.text));
        writer.bracket('}');
        writer.0.into_bytes()
    }

    /// Reads the bytes back.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, LinkError> {
        let mut fields = Fields::read(bytes)?;
        if fields.number("v")?.ok_or(LinkError::Damaged)? > VERSION {
            return Err(LinkError::TooNew);
        }
        let change = |value| match value {
            Value::Object(fields) => WireChange::read(fields)?.into_change(),
            _ => None,
        };
        let changes: Option<Vec<Change>> =
            fields.list("changes")?.into_iter().map(change).collect();
        let quotation = match <[String; 3]>::try_from(fields.texts("quote")?) {
            Ok([exact, prefix, suffix]) => Some(Quotation { exact, prefix, suffix }),
            Err(none) if none.is_empty() => None,
            Err(_) => return Err(LinkError::Damaged),
        };
        Ok(Self {
            text: fields.text("text")?.ok_or(LinkError::Damaged)?,
            title: fields.text("title")?,
            source: fields.text("source")?,
            date: fields.text("date")?,
            language: fields.text("lang")?,
            changes: changes.ok_or(LinkError::Damaged)?,
            filters: Filters {
                topics: fields.texts("topics")?,
                speakers: fields.texts("speakers")?,
                all: fields.switch("all")?,
                only_matching: fields.switch("only")?,
            },
            quotation,
            mark: fields.number("mark")?,
            engine: fields.text("engine")?,
        })
    }
}
