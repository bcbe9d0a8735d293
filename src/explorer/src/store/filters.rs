//! What is filtered.

use super::TopicKey;
use readout_contract::report::{AttributionKind, VerbClass};
use readout_sorted::Set;

/// How several topics filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Match {
    /// Any of them in the sentence.
    #[default]
    Any,
    /// All of them in the sentence.
    All,
}

/// Quotes of which form.
pub type FormFilter = Option<AttributionKind>;

/// What is filtered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Topics that are on.
    pub topics: Set<TopicKey>,
    /// Topics that a sentence must not touch.
    pub without: Set<TopicKey>,
    /// Any or all.
    pub matching: Match,
    /// Only what this actor says.
    pub speaker: Option<String>,
    /// Only quotes of this form.
    pub form: FormFilter,
    /// Only quotes whose verb claims this.
    pub verb: Option<VerbClass>,
    /// Only what this side says: the state or body a speaker is, or belongs to.
    pub side: Option<String>,
    /// Only quotes in which this actor is named.
    pub about: Option<String>,
    /// Topics that a link turns on, as labels or slugs, until topics are known.
    pub pending: Vec<String>,
}

impl Filters {
    /// Whether nothing is filtered.
    pub fn is_empty(&self) -> bool {
        self.topics.is_empty()
            && self.without.is_empty()
            && self.speaker.is_none()
            && !self.quotes()
    }

    /// Whether something but topics and speaker is filtered by.
    pub fn quotes(&self) -> bool {
        self.form.is_some() || self.verb.is_some() || self.side.is_some() || self.about.is_some()
    }
}
