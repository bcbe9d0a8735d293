//! An actor while mentions are tied.

use crate::mentions::holders::HolderRow;
use crate::mentions::{Gender, Mention};
use readout_contract::ids::MentionId;
use readout_contract::report::{Actor, ActorKind};
use readout_text::Span;

/// An actor while mentions are tied.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) kind: ActorKind,
    pub(super) role: Option<Span>,
    pub(super) side: Option<&'static str>,
    pub(super) code: Option<&'static str>,
    pub(super) unnamed: bool,
    pub(super) gender: Gender,
    pub(super) plural: bool,
    /// How often it is named.
    pub(super) names: u32,
    /// The mention that gave the name.
    pub(super) first: MentionId,
    /// Folded words of a person's name.
    pub(super) words: Vec<String>,
    /// Offices that somebody of this name held, at any time.
    pub(super) offices: Vec<HolderRow>,
}

impl Entry {
    /// Somebody whom this mention names first, as far as it tells.
    pub(super) fn new(name: String, kind: ActorKind, index: usize, mention: &Mention) -> Self {
        Self {
            name,
            kind,
            role: mention.role,
            side: mention.side,
            code: None,
            unnamed: false,
            gender: mention.gender,
            plural: mention.plural,
            names: 0,
            first: MentionId::new(index),
            words: Vec::new(),
            offices: Vec::new(),
        }
    }

    /// Number of words of a person's name.
    pub(super) const fn word_count(&self) -> usize {
        self.words.len()
    }

    /// The first word of a person's name.
    pub(super) fn given(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    pub(super) fn actor(&self) -> Actor {
        Actor {
            name: self.name.clone(),
            kind: self.kind,
            role: self.role,
            side: None,
            unnamed: self.unnamed,
            mentions: Vec::new(),
            code: self.code.map(str::to_owned),
        }
    }
}
