//! Clusters of mentions that name the same somebody, and for each pronoun a name that answers it.
//!
//! Adjectives ("Chinese") name nobody in this layer's guidelines; somebody who is mentioned once
//! makes no cluster.

use super::place::{Doc, Place};
use readout_contract::report::{Mention, MentionKind};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Coref {
    clusters: Vec<Vec<Place>>,
    pronouns: Vec<Pronoun>,
}

#[derive(Serialize)]
struct Pronoun {
    start: u32,
    end: u32,
    ante: Place,
}

pub(super) fn of(doc: &Doc<'_>) -> Coref {
    let mut clusters = Vec::new();
    let mut pronouns = Vec::new();
    for actor in &doc.report.attributions.actors {
        let mentions: Vec<&Mention> =
            doc.mentions(actor).filter(|mention| mention.kind != MentionKind::Demonym).collect();
        if mentions.len() > 1 {
            clusters.push(mentions.iter().map(|mention| doc.place(mention.span)).collect());
        }
        for mention in mentions.iter().filter(|mention| mention.kind == MentionKind::Pronoun) {
            let Some(name) = name_for(mention, &mentions) else { continue };
            let [start, end] = doc.place(mention.span);
            pronouns.push(Pronoun { start, end, ante: doc.place(name.head) });
        }
    }
    pronouns.sort_by_key(|pronoun| pronoun.start);
    Coref { clusters, pronouns }
}

/// The nearest name before, else the nearest after; else likewise a noun.
fn name_for<'a>(pronoun: &Mention, mentions: &[&'a Mention]) -> Option<&'a Mention> {
    let nearest = |kinds: &[MentionKind]| {
        let fitting = || mentions.iter().copied().filter(|one| kinds.contains(&one.kind));
        fitting()
            .rev()
            .find(|one| one.span.end() <= pronoun.span.start())
            .or_else(|| fitting().find(|one| one.span.start() >= pronoun.span.end()))
    };
    nearest(&[MentionKind::Name, MentionKind::Metonym]).or_else(|| nearest(&[MentionKind::Noun]))
}
