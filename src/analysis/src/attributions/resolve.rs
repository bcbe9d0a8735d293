//! From what paragraphs show to the attributions of the text.

use super::lists::Class;
use super::paragraph::{ALONE, WAITING};
use super::{FoundAttribution, Spoken};
use crate::actors::People;
use crate::document::Document;
use crate::lexicons::Lexicons;
use crate::tokens::fold;
use readout_contract::change::{Anchor, Change, ChangeOutcome, SpeakerChoice};
use readout_contract::ids::{ActorId, MentionId, SentenceId};
use readout_contract::report::{
    ActorKind, Attribution, AttributionKind, MentionKind, SpeakerFound, VerbClass,
};
use readout_sorted::sort_by_key;
use readout_text::{OffsetMap, Span};

/// Finds what crosses paragraphs and the speaker of each; the reader's changes last.
pub(crate) fn resolve(
    doc: &Document,
    people: &People,
    lexicons: &Lexicons,
    changes: &[Change],
    outcomes: &mut [ChangeOutcome],
) -> Spoken {
    let joined = join(doc);
    let mut attributions: Vec<Attribution> =
        joined.iter().map(|found| speak(doc, people, found)).collect();
    let likely = likely(doc, lexicons, &attributions);
    attributions.extend(likely);
    sort_by_key(&mut attributions, |found| found.content.first().map_or(0, |span| span.start()));
    apply(doc, people, changes, outcomes, &mut attributions);
    Spoken { attributions }
}

/// Joins quotations that run over paragraphs, and cues that wait for the next paragraph.
fn join(doc: &Document) -> Vec<FoundAttribution> {
    let mut joined: Vec<FoundAttribution> = Vec::new();
    for found in &doc.attributions {
        if found.rule == ALONE {
            let start = found.content.first().map_or(0, |span| span.start());
            let near = joined.last_mut().filter(|last| {
                let parts = last.content.last().into_iter().chain(&last.cue).chain(&last.source);
                let end = parts.map(|span| span.end()).max().unwrap_or_default();
                let waits = last.rule == WAITING;
                let spoken = last.is_marked() && last.kind != AttributionKind::Mentioned;
                paragraphs_between(doc, end, start) <= 1 && (waits || spoken)
            });
            if let Some(last) = near {
                last.content.extend_from_slice(&found.content);
                last.exact.extend_from_slice(&found.exact);
                if last.rule == WAITING {
                    last.rule = "cue-before-paragraph";
                    last.kind = found.kind;
                }
                continue;
            }
            // Nobody is named: who spoke last in the paragraph before, if anybody.
            let near = joined.last().filter(|last| {
                let end = last.content.last().map_or(0, |span| span.end());
                last.source.is_some() && paragraphs_between(doc, end, start) <= 1
            });
            if let Some(last) = near {
                let source = last.source;
                joined.push(FoundAttribution { source, rule: "speaker-before", ..found.clone() });
                continue;
            }
        }
        joined.push(found.clone());
    }
    joined.retain(|found| !found.content.is_empty());
    joined
}

fn paragraphs_between(doc: &Document, from: u32, to: u32) -> usize {
    let index = |at: u32| doc.paragraphs.partition_point(|paragraph| paragraph.span.start() <= at);
    index(to).saturating_sub(index(from.saturating_sub(1)))
}

/// Ties a source to its actor.
fn speak(doc: &Document, people: &People, found: &FoundAttribution) -> Attribution {
    let mention = found.source.and_then(|source| behind(doc, people, source));
    let actor = mention.and_then(|mention| people.mentions.get(mention.index())?.actor);
    let how = how_found(people, mention, actor);
    let chain = match (mention, how) {
        (Some(mention), SpeakerFound::Reference | SpeakerFound::Group) => people.chain(mention),
        _ => Vec::new(),
    };
    let target = found
        .target
        .and_then(|target| people.mention_in(target))
        .and_then(|mention| people.mentions.get(mention.index())?.actor);
    Attribution {
        source: found.source,
        cue: found.cue,
        sentences: sentences(doc, &found.content),
        content: found.content.clone(),
        exact: found.exact.clone(),
        kind: found.kind,
        speaker: actor,
        found: how,
        chain,
        target,
        verb_class: found.verb_class,
        confidence: found.confidence,
        rule: found.rule.into(),
        by_reader: false,
    }
}

/// The mention behind the words of a source. "who" stands for the mention right before it.
fn behind(doc: &Document, people: &People, source: Span) -> Option<MentionId> {
    if let Some(found) = people.mention_in(source) {
        return Some(found);
    }
    if !matches!(&*fold(doc.words(source)), "who" | "which" | "that" | "whose") {
        return None;
    }
    let after = people.mentions.partition_point(|mention| mention.span.end() <= source.start());
    let index = after.checked_sub(1)?;
    let mention = people.mentions.get(index)?;
    (source.start() - mention.span.end() <= 2).then(|| MentionId::new(index))
}

fn how_found(people: &People, mention: Option<MentionId>, actor: Option<ActorId>) -> SpeakerFound {
    let mention = mention.and_then(|mention| people.mentions.get(mention.index()));
    let actor = actor.and_then(|actor| people.actors.get(actor.index()));
    let (Some(mention), Some(actor)) = (mention, actor) else { return SpeakerFound::Unclear };
    if mention.kind == MentionKind::Pronoun {
        return SpeakerFound::Reference;
    }
    if actor.unnamed || actor.kind != ActorKind::Person {
        return SpeakerFound::Group;
    }
    match mention.kind {
        MentionKind::Noun => SpeakerFound::Reference,
        _ => SpeakerFound::Named,
    }
}

fn sentences(doc: &Document, content: &[Span]) -> Vec<SentenceId> {
    let mut touched = Vec::new();
    for span in content {
        let first = doc.sentence_at(span.start());
        for index in first..doc.sentences.len() {
            let Some(sentence) = doc.sentences.get(index) else { break };
            if sentence.span.start() >= span.end() && index > first {
                break;
            }
            let id = SentenceId::new(index);
            if touched.last() != Some(&id) {
                touched.push(id);
            }
        }
    }
    touched
}

/// Sentences without a cue that open with "Moreover" and the like right after reported words, and
/// with the same speaker going on after them.
fn likely(doc: &Document, lexicons: &Lexicons, spoken: &[Attribution]) -> Vec<Attribution> {
    let mut found = Vec::new();
    let mut of_sentence: Vec<Option<usize>> = vec![None; doc.sentences.len()];
    for (index, attribution) in spoken.iter().enumerate() {
        for sentence in &attribution.sentences {
            if let Some(slot) = of_sentence.get_mut(sentence.index()) {
                *slot = Some(index);
            }
        }
    }
    let at = |index: usize| of_sentence.get(index).copied().flatten().and_then(|at| spoken.get(at));
    for (index, sentence) in doc.sentences.iter().enumerate() {
        if at(index).is_some() || !sentence.counted || index == 0 {
            continue;
        }
        let first = doc.token(sentence.tokens.start as usize);
        if !lexicons.attributions.class(&fold(first)).has(Class::CONNECT) {
            continue;
        }
        let (Some(before), Some(after)) = (at(index - 1), at(index + 1)) else { continue };
        let counted = |one: &Attribution| one.kind != AttributionKind::Mentioned;
        let here = doc.sentence_paragraphs.get(index);
        let together = here == doc.sentence_paragraphs.get(index + 1);
        let same = before.speaker == after.speaker && before.speaker.is_some();
        if !counted(before) || !counted(after) || !together || !same {
            continue;
        }
        let span = sentence.span;
        found.push(Attribution {
            source: None,
            cue: None,
            content: vec![span],
            exact: Vec::new(),
            kind: AttributionKind::Likely,
            speaker: before.speaker,
            found: SpeakerFound::Reference,
            chain: Vec::new(),
            target: None,
            verb_class: VerbClass::Neutral,
            sentences: vec![SentenceId::new(index)],
            confidence: 40,
            rule: "goes-on".into(),
            by_reader: false,
        });
    }
    found
}

/// Applies the reader's changes that concern quotes.
fn apply(
    doc: &Document,
    people: &People,
    changes: &[Change],
    outcomes: &mut [ChangeOutcome],
    attributions: &mut Vec<Attribution>,
) {
    if changes.is_empty() {
        return;
    }
    let offsets = OffsetMap::new(&doc.text);
    let holds =
        |one: &Attribution, place: Span| one.content.first().is_some_and(|span| *span == place);
    let mut struck: Vec<Attribution> = Vec::new();
    for (change, outcome) in changes.iter().zip(outcomes.iter_mut()) {
        let done = match change {
            Change::Speaker { at, speaker } => place(doc, &offsets, at).and_then(|place| {
                let one = attributions.iter_mut().find(|one| holds(one, place))?;
                choose(people, one, speaker);
                Some(())
            }),
            Change::NotQuote { at } => place(doc, &offsets, at).and_then(|place| {
                let index = attributions.iter().position(|one| holds(one, place))?;
                struck.push(attributions.remove(index));
                Some(())
            }),
            Change::Quote { at, speaker } => place(doc, &offsets, at).map(|place| {
                attributions.retain(|one| !holds(one, place));
                let mut one = by_reader(doc, place);
                choose(people, &mut one, speaker);
                // A quote with other edges keeps what was found of it.
                let moved = struck
                    .iter()
                    .position(|old| old.content.iter().any(|span| span.overlaps(place)));
                if let Some(old) = moved.map(|index| struck.swap_remove(index)) {
                    keep(&mut one, old);
                }
                let index = attributions.partition_point(|other| {
                    other.content.first().is_some_and(|span| span.start() < place.start())
                });
                attributions.insert(index, one);
            }),
            _ => continue,
        };
        if done.is_some() {
            *outcome = ChangeOutcome::Applied;
        }
    }
}

fn choose(people: &People, one: &mut Attribution, speaker: &SpeakerChoice) {
    one.speaker = match speaker {
        SpeakerChoice::Actor(name) | SpeakerChoice::Typed(name) => {
            people.actors.iter().position(|actor| actor.name == *name).map(ActorId::new)
        }
        SpeakerChoice::Unclear => None,
    };
    one.found = match speaker {
        SpeakerChoice::Typed(_) => SpeakerFound::Reader,
        _ if one.speaker.is_some() => SpeakerFound::Reader,
        _ => SpeakerFound::Unclear,
    };
    one.chain.clear();
    one.by_reader = true;
}

/// Takes over what the edges of a quote do not change.
fn keep(one: &mut Attribution, old: Attribution) {
    let within = |span: &Span| one.content.iter().any(|own| own.overlaps(*span));
    one.source = old.source.filter(|span| !within(span));
    one.cue = old.cue.filter(|span| !within(span));
    (one.target, one.verb_class) = (old.target, old.verb_class);
    if one.speaker == old.speaker {
        (one.chain, one.found) = (old.chain, old.found);
    }
    if old.kind == AttributionKind::Mentioned {
        one.kind = old.kind;
    }
}

fn by_reader(doc: &Document, place: Span) -> Attribution {
    let inner: Vec<Span> = super::marks::regions(doc.words(place))
        .iter()
        .map(|region| region.inner.shift(place.start()))
        .collect();
    let kind = match inner.first() {
        None => AttributionKind::Reported,
        Some(span) if span.len() + 8 >= place.len() => AttributionKind::Exact,
        Some(_) => AttributionKind::PartExact,
    };
    Attribution {
        source: None,
        cue: None,
        content: vec![place],
        exact: inner,
        kind,
        speaker: None,
        found: SpeakerFound::Unclear,
        chain: Vec::new(),
        target: None,
        verb_class: VerbClass::Neutral,
        sentences: sentences(doc, &[place]),
        confidence: 100,
        rule: "reader".into(),
        by_reader: true,
    }
}

/// Where a change belongs now: its place if its words stand there, else their nearest occurrence.
fn place(doc: &Document, offsets: &OffsetMap, anchor: &Anchor) -> Option<Span> {
    if anchor.words.is_empty() {
        return None;
    }
    let at = offsets.from_code_points(anchor.span);
    if let Some(span) = at.filter(|span| doc.words(*span) == anchor.words) {
        return Some(span);
    }
    let near = at.map_or(0, Span::start);
    doc.text
        .as_str()
        .match_indices(&anchor.words)
        .map(|(start, words)| Span::from_usize(start, start + words.len()))
        .min_by_key(|span| span.start().abs_diff(near))
}
