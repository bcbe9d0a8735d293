//! A pronoun with those it may refer to.

use crate::document::Document;
use crate::mentions::{Gender, Mention};
use crate::ranker::Described;
use crate::tokens::fold;
use readout_text::Span;

/// What a pronoun may refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// "he", "she".
    Person,
    /// "it".
    Thing,
    /// "they".
    Group,
}

impl Class {
    /// Every class, in the order of the weights.
    pub const ALL: [Self; 3] = [Self::Person, Self::Thing, Self::Group];

    /// The name of its column in the file of weights.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Thing => "thing",
            Self::Group => "group",
        }
    }

    pub(super) fn of(mention: &Mention) -> Self {
        match (mention.gender, mention.plural) {
            (Gender::Unknown, false) => Self::Thing,
            (Gender::Unknown, true) => Self::Group,
            _ => Self::Person,
        }
    }
}

/// The form of a pronoun, in the order of the features' labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Subject,
    Object,
    Possessive,
    Reflexive,
}

impl Form {
    pub(super) fn of(doc: &Document, mention: &Mention, role: super::role::Role) -> Self {
        let word = fold(doc.words(mention.head));
        match &*word {
            "he" | "she" | "they" => Self::Subject,
            "his" | "its" | "their" | "hers" | "theirs" => Self::Possessive,
            "him" | "them" => Self::Object,
            "her" if role == super::role::Role::Possessor => Self::Possessive,
            _ if word.contains("sel") => Self::Reflexive,
            _ if matches!(role, super::role::Role::Subject | super::role::Role::Passive) => {
                Self::Subject
            }
            _ => Self::Object,
        }
    }
}

/// A pronoun, and what is known of those it may refer to and of nobody being meant.
pub struct Question<'q> {
    /// What it asks for.
    pub class: Class,
    /// Where it stands.
    pub pronoun: Span,
    /// Whether somebody is meant for sure.
    pub sure: bool,
    /// What is said of the candidates, and of nobody.
    pub described: &'q Described,
    /// The words that would answer for a candidate.
    pub(super) answer: &'q dyn Fn(usize) -> Option<Span>,
}

impl std::fmt::Debug for Question<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Question({:?}, {} candidates)", self.class, self.described.len())
    }
}

impl Question<'_> {
    /// The name (or noun) that answers the pronoun if this candidate is chosen.
    pub fn answer(&self, candidate: usize) -> Option<Span> {
        (self.answer)(candidate)
    }
}
