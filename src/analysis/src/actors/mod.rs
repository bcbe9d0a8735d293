//! From mentions to actors: which mentions name the same somebody.
//!
//! What always holds: the full name comes first and the surname after; two carriers of one surname
//! stay two; a mention is tied only to an actor of a fitting kind, gender and number, and stays
//! without one when none is near. Ties look back over a bounded number of mentions, so that time
//! grows with the text's length. The gazetteer proposes, the text decides.

pub(crate) mod antecedents;
mod changes;
mod entry;
mod evidence;
mod known;
pub(crate) mod lists;
mod references;
mod speakers;
#[cfg(test)]
mod tests;

use crate::dates::Dates;
use crate::document::Document;
use crate::lexicons::Lexicons;
use crate::mentions::PLACE_NOUN;
use antecedents::{Decide, Discourse, Tie, choose};
use known::Known;
use readout_contract::change::{Change, ChangeOutcome};
use readout_contract::ids::{ActorId, MentionId};
use readout_contract::report::{Actor, Mention, MentionKind};
use readout_text::Span;
pub(crate) use speakers::resolve as participants;
use std::borrow::Cow;

/// Everybody in a text.
#[derive(Debug, Default)]
pub(crate) struct People {
    /// As the report shows them; index for index the mentions of the document.
    pub(crate) mentions: Vec<Mention>,
    pub(crate) actors: Vec<Actor>,
    /// For each mention that is a reference, the mention that it was tied to.
    pub(crate) antecedents: Vec<Option<MentionId>>,
}

impl People {
    /// The mention behind these words: the one that covers most of them, the outer one among equals.
    pub(crate) fn mention_in(&self, span: Span) -> Option<MentionId> {
        let first = self.mentions.partition_point(|mention| mention.span.end() <= span.start());
        self.mentions
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, mention)| mention.span.start() < span.end())
            .filter_map(|(index, mention)| {
                let shared = mention.span.intersect(span)?.len();
                Some((shared, mention.span.len(), index))
            })
            .max_by_key(|(shared, length, index)| (*shared, *length, std::cmp::Reverse(*index)))
            .map(|(.., index)| MentionId::new(index))
    }

    /// From a mention to the first mention of its actor by full name: He → Wang → Wang Yi.
    /// Empty for a mention that is itself a full name.
    pub(crate) fn chain(&self, mention: MentionId) -> Vec<Span> {
        let mut chain = Vec::new();
        let mut at = Some(mention);
        while let Some(id) = at
            && chain.len() < 4
            && let Some(found) = self.mentions.get(id.index())
        {
            chain.push(found.head);
            at = self.antecedents.get(id.index()).copied().flatten();
        }
        if chain.len() < 2 { Vec::new() } else { chain }
    }

    /// The state or body that an actor counts for in a pair: itself, or its side.
    pub(crate) fn party(&self, actor: ActorId) -> ActorId {
        self.actors.get(actor.index()).and_then(|found| found.side).unwrap_or(actor)
    }
}

/// Ties mentions to actors. A change of names that concerns actors is applied here.
pub(crate) fn resolve(
    doc: &Document,
    dates: &Dates,
    lexicons: &Lexicons,
    changes: &[Change],
    outcomes: &mut [ChangeOutcome],
) -> People {
    let weights = &lexicons.actors.antecedents;
    let mut people = tie(doc, dates, lexicons, &mut |question| choose(weights, question));
    changes::merge(&mut people, changes, outcomes);
    people
}

/// Ties mentions to actors; `decide` says whom a pronoun refers to.
pub(crate) fn tie(
    doc: &Document,
    dates: &Dates,
    lexicons: &Lexicons,
    decide: &mut Decide<'_>,
) -> People {
    let mut known = Known::new(doc, &lexicons.mentions, dates.dateline.as_deref());
    let mut ties: Vec<Tie> = vec![(None, None); doc.mentions.len()];
    // Names first, so that a surname before its full name finds it; then what refers to them.
    for (index, found) in doc.mentions.iter().enumerate() {
        if !matches!(found.kind, MentionKind::Pronoun | MentionKind::Noun)
            && let Some(tie) = ties.get_mut(index)
        {
            *tie = known.name(index, found);
            known.count(tie.0, found);
        }
    }
    known.note_roles();
    let mut discourse = Discourse::new(doc, &known, &ties);
    for (index, found) in doc.mentions.iter().enumerate() {
        let tie = match found.kind {
            MentionKind::Noun if found.rule == PLACE_NOUN => (None, None),
            MentionKind::Noun => references::noun(doc, &mut known, &ties, index, found),
            // Whom "I" means is told by who speaks, and that is not known yet.
            MentionKind::Pronoun if found.participant().is_some() => (None, None),
            MentionKind::Pronoun => discourse.antecedent(index, found, &known, &ties, decide),
            _ => ties.get(index).copied().unwrap_or_default(),
        };
        if let Some(place) = ties.get_mut(index) {
            *place = tie;
        }
        if let Some(entry) = tie.0 {
            discourse.see(index, found, entry);
        }
    }
    // Last, since a place that is only described is seldom what a pronoun means.
    for (index, found) in doc.mentions.iter().enumerate() {
        if found.rule == PLACE_NOUN {
            let tie = references::place(doc, &known, &ties, index, found);
            if let Some(place) = ties.get_mut(index) {
                *place = tie;
            }
        }
    }
    assemble(doc, &known, &ties)
}

/// Numbers the actors by first mention and gives each its mentions and side.
fn assemble(
    doc: &Document,
    known: &Known<'_>,
    ties: &[(Option<usize>, Option<MentionId>)],
) -> People {
    let mut order: Vec<Option<ActorId>> = vec![None; known.entries.len()];
    let mut actors: Vec<Actor> = Vec::new();
    let mut mentions = Vec::with_capacity(ties.len());
    for (index, (found, (entry, _))) in doc.mentions.iter().zip(ties).enumerate() {
        let actor = entry.and_then(|entry| {
            let known = known.entries.get(entry)?;
            let place = order.get_mut(entry)?;
            let id = *place.get_or_insert_with(|| {
                actors.push(known.actor());
                ActorId::new(actors.len() - 1)
            });
            actors.get_mut(id.index())?.mentions.push(MentionId::new(index));
            Some(id)
        });
        mentions.push(Mention {
            span: found.span,
            head: found.head,
            kind: found.kind,
            actor,
            rule: Cow::Borrowed(found.rule),
        });
    }
    // Sides name other actors, so they are set when all have their number. A side that no mention
    // names has no actor.
    for (entry, id) in known.entries.iter().zip(&order) {
        let side = entry
            .side
            .and_then(|code| known.by_code.get(code))
            .and_then(|side| order.get(*side).copied().flatten());
        if let Some(actor) = id.and_then(|id| actors.get_mut(id.index()))
            && side != *id
        {
            actor.side = side;
        }
    }
    let antecedents = ties.iter().map(|(_, antecedent)| *antecedent).collect();
    People { mentions, actors, antecedents }
}
