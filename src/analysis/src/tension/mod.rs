//! From words, actors and attributions to signals, and from signals to pairs and the reading.
//!
//! What always holds: a signal stands on one row of the list and its words; weights are integers;
//! the value follows from the signals alone, so leaving one out can be recomputed by hand. The
//! classes follow the PLOVER codebook (Political Language Ontology for Verifiable Event Records).
//! It reads wording only: no irony, no knowledge of the world.

pub mod learned;
pub(crate) mod lists;
mod modifiers;
mod pairs;
pub(crate) mod parties;
mod phrases;
mod reading;
mod scale;
#[cfg(test)]
mod tests;
mod tree;
mod would_change;

use crate::actors::People;
use crate::anchors;
use crate::attributions::Spoken;
use crate::document::{Document, Sentence};
use crate::lexicons::Lexicons;
use crate::models::Models;
use learned::{Act, View};
use modifiers::Modified;
use parties::{Beside, Decide, Scene};
use phrases::Phrase;
use readout_contract::change::{Change, ChangeOutcome};
use readout_contract::ids::{AttributionId, SentenceId, TopicId};
use readout_contract::protocol::Input;
use readout_contract::report::{
    AttributionKind, Scope, Sign, Signal, SignalEdit, TensionPart, TopicKind, TopicsPart, Voice,
    WordsPart,
};
use readout_sorted::sort_by_key;
use readout_text::Span;
use std::borrow::Cow;
use tree::Tree;

/// A signal before its issue is known.
pub(crate) type FoundSignal = Signal;

/// Hundredths of weight for each level.
const LEVEL_WEIGHT: u32 = 100;

/// Finds the signals of a text, in text order; `issue` is not set yet.
pub(crate) fn find(
    doc: &Document,
    people: &People,
    spoken: &Spoken,
    lexicons: &Lexicons,
    models: &Models,
) -> Vec<FoundSignal> {
    let weights = &lexicons.tension.parties;
    let mut signals = Vec::new();
    let mut open = Vec::new();
    let layers = Layers { doc, people, spoken, lexicons, least: learned::LEAST };
    each_sentence(&layers, &mut |question| question.choose(weights), |mut part| {
        learned::judge(&mut part, lexicons, &models.acts);
        signals.append(&mut part.signals);
        open.append(&mut part.open);
    });
    infer_main_pair(people, &mut signals, &open);
    signals
}

/// Finds the signals that rows of the list give; `decide` says who acts in each, and towards whom.
pub(crate) fn find_with(
    doc: &Document,
    people: &People,
    spoken: &Spoken,
    lexicons: &Lexicons,
    decide: &mut Decide<'_>,
) {
    let layers = Layers { doc, people, spoken, lexicons, least: usize::MAX };
    each_sentence(&layers, decide, |_| {});
}

/// What signals are found from.
struct Layers<'d> {
    doc: &'d Document,
    people: &'d People,
    spoken: &'d Spoken,
    lexicons: &'d Lexicons,
    /// Sentences without a row of the list are told if they name so many parties.
    least: usize,
}

/// A sentence with the signals that rows of the list give.
struct Part<'d> {
    doc: &'d Document,
    sentence: &'d Sentence,
    words: &'d [phrases::Word<'d>],
    voices: &'d Voices,
    /// How many parties it names.
    parties: usize,
    signals: Vec<Signal>,
    /// Of each signal, whether it names nobody.
    open: Vec<bool>,
    /// From a phrase to a signal: modifiers, parties, voice.
    signal_of: &'d mut dyn FnMut(Phrase) -> Option<(Signal, bool)>,
}

/// Tells the signals that rows of the list give, sentence by sentence.
fn each_sentence(layers: &Layers<'_>, decide: &mut Decide<'_>, mut tell: impl FnMut(Part<'_>)) {
    let Layers { doc, people, spoken, lexicons, least } = *layers;
    let lists = &lexicons.tension;
    let beside = Beside::count(doc, people);
    let voices = Voices::of(spoken);
    let mut named = Vec::new();
    for (index, sentence) in doc.sentences.iter().enumerate() {
        // A headline repeats the text; paragraphs that are not English are not read.
        let paragraph =
            doc.sentence_paragraphs.get(index).and_then(|id| doc.paragraphs.get(id.index()));
        if !sentence.counted || paragraph.is_some_and(|paragraph| !paragraph.english) {
            continue;
        }
        let words = phrases::words(doc, sentence, lexicons);
        let tree = Tree::of(doc, sentence.tokens);
        let found = phrases::find(doc, &tree, &words, lists);
        parties::parties_of(doc, people, sentence.tokens, &mut named);
        let parties = named.len();
        if found.is_empty() && parties < least {
            continue;
        }
        let around = modifiers::find(&tree, &words, lists);
        let candidates = parties::candidates(doc, people, sentence.tokens, lists);
        let scene = Scene {
            doc,
            people,
            beside: &beside,
            sentence: sentence.tokens,
            tree: &tree,
            words: &words,
            candidates: &candidates,
        };
        let mut taken = vec![false; words.len()];
        for at in found.iter().flat_map(|phrase| phrase.words.clone()) {
            if let Some(taken) = taken.get_mut(at) {
                *taken = true;
            }
        }
        let mut signal_of = |phrase: Phrase| {
            let span = phrases::span(doc, &words, &phrase.words);
            let inside = voices.inside(span);
            let cue = voices.cue(span);
            let attribution = cue.map(|id| (id, true)).or(inside.map(|id| (id, false)));
            let known = attribution
                .and_then(|(id, is_cue)| Some((spoken.attributions.get(id.index())?, is_cue)));
            let modified = modifiers::apply(
                doc,
                &tree,
                &words,
                &around,
                phrase,
                &taken,
                inside.is_some(),
                lists,
            );
            let parties = parties::find(&scene, &modified, span, known, decide);
            let voice = inside.map_or(Voice::Writer, Voice::Speaker);
            let (open, joined) = (parties.open, are_joined(doc, &parties));
            let mut signal = signal(modified, span, SentenceId::new(index), parties, voice)?;
            signal.symmetric |= joined;
            Some((signal, open))
        };
        let (signals, open) = found.into_iter().filter_map(&mut signal_of).unzip();
        let (words, voices, signal_of) = (&*words, &voices, &mut signal_of);
        tell(Part { doc, sentence, words, voices, parties, signals, open, signal_of });
    }
}

/// What the classifier sees of each sentence, and how many parties are in it: to learn from.
pub(crate) fn seen(
    doc: &Document,
    people: &People,
    spoken: &Spoken,
    lexicons: &Lexicons,
) -> Vec<learned::Seen> {
    let weights = &lexicons.tension.parties;
    let mut found = Vec::new();
    let layers = Layers { doc, people, spoken, lexicons, least: 0 };
    each_sentence(&layers, &mut |question| question.choose(weights), |part| {
        let view = View::new(&part, lexicons);
        let keys = learned::see(&view, &part.signals);
        let bare = learned::see(&view, &[]);
        let signals = part.signals.len();
        found.push(learned::Seen { keys, bare, parties: part.parties, signals });
    });
    found
}

/// The main act of each sentence that has a signal, in text order.
pub(crate) fn acts(
    doc: &Document,
    people: &People,
    spoken: &Spoken,
    lexicons: &Lexicons,
    models: &Models,
) -> Vec<Act> {
    let weights = &lexicons.tension.parties;
    let mut acts = Vec::new();
    let layers = Layers { doc, people, spoken, lexicons, least: learned::LEAST };
    each_sentence(&layers, &mut |question| question.choose(weights), |mut part| {
        acts.extend(learned::judge(&mut part, lexicons, &models.acts));
    });
    acts
}

/// "A and B clashed", "ties between A and B": what is said of both goes both ways.
fn are_joined(doc: &Document, parties: &parties::Parties) -> bool {
    let Some((one, other)) = parties.source_words.zip(parties.target_words) else { return false };
    let (first, second) = if one.start() < other.start() { (one, other) } else { (other, one) };
    let between = || doc.text.slice(Span::new(first.end(), second.start()));
    first.end() < second.start() && matches!(between().trim(), "and" | "and the")
}

fn signal(
    modified: Modified,
    span: Span,
    sentence: SentenceId,
    parties: parties::Parties,
    voice: Voice,
) -> Option<Signal> {
    let Modified { phrase, scope, percent } = modified;
    let full = u32::from(phrase.level) * LEVEL_WEIGHT;
    Some(Signal {
        span,
        sentence,
        sign: phrase.event.sign?,
        quad: phrase.event.quad,
        event: Cow::Borrowed(phrase.event.name),
        level: phrase.level,
        weight: (full * percent / 100) as u16,
        full_weight: full as u16,
        source: parties.source,
        target: parties.target,
        source_words: parties.source_words,
        target_words: parties.target_words,
        inferred: parties.inferred,
        symmetric: phrase.symmetric,
        issue: None,
        voice,
        scope: if percent == 0 { Scope::Negated } else { scope },
        modifiers: phrase.modifiers,
        rule: Cow::Borrowed(phrase.rule),
        by_reader: None,
    })
}

/// A text that is mostly about one pair speaks of that pair where a sentence names nobody
/// ("Tensions continue").
fn infer_main_pair(people: &People, signals: &mut [Signal], open: &[bool]) {
    let found = pairs::of_pairs(people, signals);
    let of_one = found.chunk_by(|one, other| one.0 == other.0);
    let counted = of_one.filter_map(|one| Some((one.len(), std::cmp::Reverse(one.first()?.0))));
    let Some((count, std::cmp::Reverse((first, second)))) = counted.max() else { return };
    if count * 2 < found.len() || count < 3 {
        return;
    }
    for (signal, open) in signals.iter_mut().zip(open) {
        if *open {
            (signal.source, signal.target) = (Some(first), Some(second));
            (signal.inferred, signal.symmetric) = (true, true);
        }
    }
}

/// Where speakers' words and their cues stand, for looking a place up.
struct Voices {
    /// Contents and cues by start; the flag tells a cue.
    places: Vec<(Span, AttributionId, bool)>,
}

/// Places before a phrase that are looked at: contents hardly overlap, so the holder is near.
const PLACES_BACK: usize = 8;

impl Voices {
    fn of(spoken: &Spoken) -> Self {
        let mut places = Vec::new();
        for (index, attribution) in spoken.attributions.iter().enumerate() {
            if attribution.kind == AttributionKind::Mentioned {
                continue;
            }
            let id = AttributionId::new(index);
            places.extend(attribution.content.iter().map(|span| (*span, id, false)));
            places.extend(attribution.cue.iter().map(|span| (*span, id, true)));
        }
        sort_by_key(&mut places, |(span, id, _)| (span.start(), *id));
        Self { places }
    }

    fn near(&self, span: Span) -> impl Iterator<Item = &(Span, AttributionId, bool)> {
        let end = self.places.partition_point(|(place, ..)| place.start() < span.end());
        self.places.get(end.saturating_sub(PLACES_BACK)..end).unwrap_or_default().iter()
    }

    /// The attribution whose words hold `span`.
    fn inside(&self, span: Span) -> Option<AttributionId> {
        let mut holders = self.near(span).filter(|(place, _, cue)| !cue && place.contains(span));
        holders.next().map(|(_, id, _)| *id)
    }

    /// The attribution whose cue `span` is.
    fn cue(&self, span: Span) -> Option<AttributionId> {
        let mut cues = self.near(span).filter(|(place, _, cue)| *cue && place.overlaps(span));
        cues.next().map(|(_, id, _)| *id)
    }
}

/// Sets issues, applies the reader's changes and adds the signals up to pairs and the reading.
#[expect(clippy::too_many_arguments, reason = "the layers of a text, each a plain argument")]
pub(crate) fn weigh(
    doc: &Document,
    people: &People,
    spoken: &Spoken,
    mut signals: Vec<FoundSignal>,
    topics: &TopicsPart,
    words: &WordsPart,
    input: &Input,
    outcomes: &mut [ChangeOutcome],
) -> TensionPart {
    set_issues(&mut signals, topics);
    edit(doc, &mut signals, &input.changes, outcomes);
    let pairs = pairs::add_up(people, &signals);
    let reading = reading::read(doc, spoken, &signals, &pairs, words);
    TensionPart { signals, pairs, reading }
}

/// The nearest evidence of an issue in the same sentence is what a signal is over.
fn set_issues(signals: &mut [Signal], topics: &TopicsPart) {
    let mut places: Vec<(SentenceId, Span, TopicId)> = Vec::new();
    for (index, topic) in topics.topics.iter().enumerate() {
        if topic.kind != TopicKind::Issue {
            continue;
        }
        for evidence in &topic.evidence {
            places.push((evidence.sentence, evidence.span, TopicId::new(index)));
        }
    }
    sort_by_key(&mut places, |(sentence, span, id)| (*sentence, span.start(), *id));
    for signal in signals {
        let distance = |span: Span| {
            span.start().saturating_sub(signal.span.end())
                + signal.span.start().saturating_sub(span.end())
        };
        // Places are sorted, so the nearest is one of the few around the signal.
        let own = (signal.sentence, signal.span.start());
        let at = places.partition_point(|(sentence, span, _)| (*sentence, span.start()) < own);
        signal.issue = places
            .get(at.saturating_sub(PLACES_BACK)..(at + PLACES_BACK).min(places.len()))
            .unwrap_or_default()
            .iter()
            .filter(|(sentence, ..)| *sentence == signal.sentence)
            .min_by_key(|(_, span, id)| (distance(*span), *id))
            .map(|(.., id)| *id);
    }
}

fn edit(
    doc: &Document,
    signals: &mut [Signal],
    changes: &[Change],
    outcomes: &mut [ChangeOutcome],
) {
    for (change, outcome) in changes.iter().zip(outcomes) {
        let (at, flip) = match change {
            Change::LeaveOutSignal { at } => (at, false),
            Change::FlipSignal { at } => (at, true),
            _ => continue,
        };
        let Some(span) = anchors::place(&doc.text, at) else { continue };
        let Some(signal) = signals.iter_mut().find(|signal| signal.span == span) else { continue };
        if flip {
            signal.sign = if signal.sign == Sign::Strain { Sign::Easing } else { Sign::Strain };
        }
        signal.by_reader = Some(if flip { SignalEdit::Flipped } else { SignalEdit::LeftOut });
        *outcome = ChangeOutcome::Applied;
    }
}

/// Whether a signal takes part in any sum.
fn counts(signal: &Signal) -> bool {
    signal.weight > 0 && signal.by_reader != Some(SignalEdit::LeftOut)
}
