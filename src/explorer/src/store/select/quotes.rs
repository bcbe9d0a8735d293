//! Quotes by speaker, quote cards, citations.

use super::people::{actor, badge, name, number, pieces, side_name};
use super::{EdgeSteps, FormCounts, QuoteCard, SpeakerGroup, Sure};
use crate::store::edges::{Edge, moved};
use crate::store::{Item, Known, SpeakerOrder, State};
use readout_contract::ids::{ActorId, AttributionId};
use readout_contract::report::{ActorKind, Attribution, AttributionKind, Report, VerbClass};
use readout_sorted::{Set, sort};

/// Quotation marks.
pub(super) const MARKS: [char; 8] = ['“', '”', '"', '‘', '’', '\'', '«', '»'];

/// Speakers with their quotes, in the order that the reader chose.
pub fn speakers(state: &State) -> Vec<SpeakerGroup> {
    let Some(report) = state.report().filter(|_| state.known() >= Known::Attributions) else {
        return Vec::new();
    };
    let shown: Set<AttributionId> = super::filter::quotes(state).into_iter().collect();
    let mut order: Vec<Option<ActorId>> = Vec::new();
    for quote in &report.attributions.attributions {
        if !order.contains(&quote.speaker) {
            order.push(quote.speaker);
        }
    }
    let mut groups: Vec<SpeakerGroup> =
        order.into_iter().map(|speaker| group(state, report, speaker, &shown)).collect();
    match state.view.speaker_order {
        SpeakerOrder::Quotes => {
            let key = |group: &SpeakerGroup| {
                let counts = group.counts;
                let heard = counts.counted() + counts.likely > 0;
                (heard, group.actor.is_some(), counts.counted(), counts.likely)
            };
            sort(&mut groups, &|a, b| key(b).cmp(&key(a)));
        }
        SpeakerOrder::Name => {
            let key = |group: &SpeakerGroup| (group.name.is_empty(), group.name.clone());
            sort(&mut groups, &|a, b| key(a).cmp(&key(b)));
        }
        SpeakerOrder::Text => {}
    }
    groups
}

fn group(
    state: &State,
    report: &Report,
    speaker: Option<ActorId>,
    shown: &Set<AttributionId>,
) -> SpeakerGroup {
    let own: Vec<(AttributionId, &Attribution)> = report
        .attributions
        .attributions
        .iter()
        .enumerate()
        .map(|(index, quote)| (AttributionId::new(index), quote))
        .filter(|(_, quote)| quote.speaker == speaker)
        .collect();
    let mut verbs: Vec<(String, VerbClass)> = Vec::new();
    // Of speech that is only mentioned there are no words for the verb to color.
    let quoted = own.iter().filter(|(_, quote)| quote.kind != AttributionKind::Mentioned);
    for (cue, class) in quoted.filter_map(|(_, quote)| Some((quote.cue?, quote.verb_class))) {
        let words = state.words(cue).to_ascii_lowercase();
        if verbs.iter().all(|(known, _)| *known != words) {
            verbs.push((words, class));
        }
    }
    let (quotes, mentions): (Vec<QuoteCard>, Vec<QuoteCard>) = own
        .iter()
        .filter(|(id, _)| shown.contains(id))
        .filter_map(|(id, _)| quote_card(state, *id))
        .partition(|card| card.form != AttributionKind::Mentioned);
    let (name, initials, hue) = badge(report, speaker);
    let known = speaker.and_then(|id| actor(report, id));
    SpeakerGroup {
        actor: speaker,
        on: state.filters.speaker.as_ref().is_some_and(|on| *on == name),
        name,
        initials,
        hue,
        kind: known.map(|actor| actor.kind),
        role: known.and_then(|actor| actor.role).map(|span| state.words(span).to_owned()),
        side: speaker.and_then(|id| side_name(report, id)),
        unnamed: known.is_some_and(|actor| actor.unnamed),
        counts: counts(own.iter().map(|(_, quote)| *quote)),
        verbs,
        places: places(state, &own),
        hidden: (own.len() - quotes.len() - mentions.len()) as u32,
        quotes,
        mentions,
    }
}

/// Where quotes stand, in percent of the text.
fn places(state: &State, own: &[(AttributionId, &Attribution)]) -> Vec<(u8, u8)> {
    let length = state.doc.text.len().max(1);
    let percent = |bytes: usize| (bytes * 100 / length).min(100) as u8;
    own.iter()
        .filter(|(_, quote)| quote.kind != AttributionKind::Mentioned)
        .flat_map(|(_, quote)| quote.content.iter())
        .map(|span| (percent(span.start() as usize), percent(span.len() as usize).max(1)))
        .collect()
}

/// Quotes by form.
pub(super) fn counts<'a>(quotes: impl Iterator<Item = &'a Attribution>) -> FormCounts {
    let mut counts = FormCounts::default();
    for quote in quotes {
        match quote.kind {
            AttributionKind::Exact => counts.exact += 1,
            AttributionKind::PartExact => counts.part_exact += 1,
            AttributionKind::Reported => counts.reported += 1,
            AttributionKind::Likely => counts.likely += 1,
            AttributionKind::Mentioned => counts.mentioned += 1,
        }
    }
    counts
}

/// The card of one quote.
pub fn quote_card(state: &State, id: AttributionId) -> Option<QuoteCard> {
    let report = state.report().filter(|_| state.known() >= Known::Attributions)?;
    let quote = report.attributions.attributions.get(id.index())?;
    let sentence = *quote.sentences.first()?;
    let mut words = Vec::new();
    for span in &quote.content {
        if !words.is_empty() {
            words.push((" … ".to_owned(), false));
        }
        words.extend(pieces(state, *span, &quote.exact));
    }
    without_marks(&mut words);
    Some(QuoteCard {
        id,
        pieces: words,
        form: quote.kind,
        verb: quote.cue.map(|span| state.words(span).to_owned()),
        verb_class: quote.verb_class,
        found: quote.found,
        chain: chain(state, report, quote),
        target: quote.target.map(|target| name(report, Some(target))),
        speaker: badge(report, quote.speaker),
        sentence,
        number: number(report, sentence),
        sure: Sure::of(quote),
        confidence: quote.confidence,
        edges: edges(state, quote),
        rule: quote.rule.to_string(),
        by_reader: quote.by_reader,
        chosen: state.selection.item == Some(Item::Quote(id)),
    })
}

/// Which way each edge can go by a word.
fn edges(state: &State, quote: &Attribution) -> EdgeSteps {
    let can = |edge, forward| {
        let piece = if edge == Edge::Start { quote.content.first() } else { quote.content.last() };
        let text = &state.doc.text;
        state.editable() && piece.is_some_and(|piece| moved(text, *piece, edge, forward).is_some())
    };
    EdgeSteps {
        start: (can(Edge::Start, false), can(Edge::Start, true)),
        end: (can(Edge::End, false), can(Edge::End, true)),
    }
}

/// Whom the reader can name as a speaker: who speaks, then the others of the text, each once.
pub fn speaker_names(state: &State) -> Vec<String> {
    let Some(report) = state.report() else { return Vec::new() };
    let speaking = report.attributions.attributions.iter().map(|quote| name(report, quote.speaker));
    let others = report
        .attributions
        .actors
        .iter()
        .filter(|actor| !matches!(actor.kind, ActorKind::Place | ActorKind::Event))
        .map(|actor| actor.name.clone());
    let mut names = Vec::new();
    for name in speaking.chain(others).filter(|name| !name.is_empty()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Quotation marks around exact words go: who shows the words puts them.
fn without_marks(words: &mut Vec<(String, bool)>) {
    for at in 0..words.len() {
        let neighbor =
            |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|(_, exact)| *exact);
        let (before, after) = (neighbor(at.checked_sub(1)), neighbor(Some(at + 1)));
        let Some((text, exact)) = words.get_mut(at) else { return };
        let mut kept = text.as_str();
        if *exact || before {
            kept = kept.strip_prefix(MARKS).unwrap_or(kept);
        }
        if *exact || after {
            kept = kept.strip_suffix(MARKS).unwrap_or(kept);
        }
        *text = kept.to_owned();
    }
    words.retain(|(text, _)| !text.is_empty());
}

/// The words of the chain, ending with the speaker's name.
fn chain(state: &State, report: &Report, quote: &Attribution) -> Vec<String> {
    let mut words: Vec<String> =
        quote.chain.iter().map(|span| state.words(*span).to_owned()).collect();
    if words.is_empty() {
        return words;
    }
    let end = name(report, quote.speaker);
    if !end.is_empty() && words.last() != Some(&end) {
        words.push(end);
    }
    words
}

/// Message key of a form's name.
pub(crate) const fn form_key(form: AttributionKind) -> &'static str {
    match form {
        AttributionKind::Exact => "form-exact",
        AttributionKind::PartExact => "form-part",
        AttributionKind::Reported => "form-reported",
        AttributionKind::Likely => "form-likely",
        AttributionKind::Mentioned => "form-mentioned",
    }
}
