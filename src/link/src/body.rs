//! What a link carries: named fields in JSON, the version first, fields without a value left out.
//!
//! A field that is added later is optional and older pages pass over it; what older pages would
//! get wrong raises the version. The fields' names are short because they travel. Types of the
//! contract do not stand here: they may change, links may not.

use crate::anchor::Quotation;
use crate::changes::WireChange;
use crate::error::LinkError;
use readout_contract::change::Change;
use serde::{Deserialize, Serialize};

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

/// As it travels.
#[derive(Debug, Serialize, Deserialize)]
struct Wire {
    v: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(default, rename = "lang", skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    engine: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mark: Option<u32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    topics: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    speakers: Vec<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    all: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    only: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    changes: Vec<WireChange>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    quote: Option<(String, String, String)>,
    text: String,
}

/// The one field that every version has.
#[derive(Deserialize)]
struct Version {
    v: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

impl Body {
    /// The body's bytes, before coding.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let wire = Wire {
            v: VERSION,
            title: self.title.clone(),
            source: self.source.clone(),
            date: self.date.clone(),
            language: self.language.clone(),
            engine: self.engine.clone(),
            mark: self.mark,
            topics: self.filters.topics.clone(),
            speakers: self.filters.speakers.clone(),
            all: self.filters.all,
            only: self.filters.only_matching,
            changes: self.changes.iter().map(WireChange::from).collect(),
            quote: self
                .quotation
                .as_ref()
                .map(|quote| (quote.exact.clone(), quote.prefix.clone(), quote.suffix.clone())),
            text: self.text.clone(),
        };
        // Strings, numbers and lists of them have nothing that JSON cannot hold.
        serde_json::to_vec(&wire).unwrap_or_default()
    }

    /// Reads the bytes back.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, LinkError> {
        let Version { v } = serde_json::from_slice(bytes).map_err(|_| LinkError::Damaged)?;
        if v > VERSION {
            return Err(LinkError::TooNew);
        }
        let wire: Wire = serde_json::from_slice(bytes).map_err(|_| LinkError::Damaged)?;
        let changes: Option<Vec<Change>> =
            wire.changes.into_iter().map(WireChange::into_change).collect();
        Ok(Self {
            text: wire.text,
            title: wire.title,
            source: wire.source,
            date: wire.date,
            language: wire.language,
            changes: changes.ok_or(LinkError::Damaged)?,
            filters: Filters {
                topics: wire.topics,
                speakers: wire.speakers,
                all: wire.all,
                only_matching: wire.only,
            },
            quotation: wire.quote.map(|(exact, prefix, suffix)| Quotation {
                exact,
                prefix,
                suffix,
            }),
            mark: wire.mark,
            engine: wire.engine,
        })
    }
}
