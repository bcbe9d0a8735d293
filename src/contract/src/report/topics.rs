//! Topics.

use super::RuleId;
use crate::ids::{ActorId, SentenceId};
use readout_text::Span;
use serde::{Deserialize, Serialize};

/// The layer of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TopicKind {
    /// One of the fixed list of issues.
    Issue,
    /// A term of this article.
    Term,
    /// A place or state.
    Place,
    /// An organization.
    Organization,
    /// An event with a name.
    Event,
}

/// How a topic was found at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TopicFound {
    /// By a word or phrase of the issue's list.
    List,
    /// By a phrase or word that this text uses again and again.
    Term,
    /// By a name of the place, organization or event.
    Name,
    /// By the word for its people or what belongs to it ("Chinese").
    Demonym,
    /// By what stands for it ("Beijing" for a government).
    Metonym,
    /// By words that the reader added.
    Reader,
}

/// One place where a topic shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicEvidence {
    /// The matching words.
    pub span: Span,
    /// The sentence they stand in.
    pub sentence: SentenceId,
    /// What matched: the row of the list, the alias, the term.
    pub matched: RuleId,
    /// How it was found.
    pub found: TopicFound,
}

/// What the text is about, with the places that show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// What the reader sees.
    pub label: String,
    /// Its layer.
    pub kind: TopicKind,
    /// The issue's code ("dip.talks"), for issues.
    pub code: Option<String>,
    /// The IPTC Media Topic id, where one is verified.
    pub iptc: Option<String>,
    /// The actor behind a place or organization.
    pub actor: Option<ActorId>,
    /// Where it shows, in text order; never empty.
    pub evidence: Vec<TopicEvidence>,
    /// The sentences it touches, in order; its count is their number.
    pub sentences: Vec<SentenceId>,
    /// Weight for ordering; higher is more salient.
    pub salience: u32,
    /// Whether it belongs to the first view, or under "more".
    pub first_view: bool,
    /// Sum of the weights of the signals in its sentences, hundredths; strain is positive.
    pub lean: i32,
}
