//! The evidence of the tension reading.

use super::people::{badge, name, number, pieces};
use super::{EvidenceLine, VoiceLine, VoiceName, Why};
use crate::store::{EvidenceOrder, Item, Known, SignFilter, State};
use readout_contract::change::Change;
use readout_contract::ids::{ActorId, SignalId};
use readout_contract::report::{QuadClass, Report, Scope, Sign, SignalEdit, Voice};
use readout_sorted::{Set, sort};
use readout_text::{OffsetMap, SourceText, Span};

/// How many of the strongest signs "why this reading" shows each way.
const STRONGEST: usize = 3;

/// All signs, in the order that the reader chose; while something is filtered, those that match.
pub fn evidence(state: &State) -> Vec<EvidenceLine> {
    let Some(report) = tension(state) else { return Vec::new() };
    let matching = super::matching(state);
    let mut lines: Vec<EvidenceLine> = all(state, report)
        .filter(|line| matching.as_ref().is_none_or(|set| set.contains(&line.sentence)))
        .filter(|line| passes(&state.view.signs, line))
        .collect();
    if state.view.evidence_order == EvidenceOrder::Weight {
        let key = |line: &EvidenceLine| (line.counts || line.left_out, line.weight);
        sort(&mut lines, &|a, b| key(b).cmp(&key(a)));
    }
    lines
}

/// Whether the list shows a sign.
fn passes(filter: &SignFilter, line: &EvidenceLine) -> bool {
    let act = matches!(line.quad, QuadClass::MaterialCooperation | QuadClass::MaterialConflict);
    match (filter, &line.voice) {
        (SignFilter::All, _) => true,
        (SignFilter::Words, _) => !act,
        (SignFilter::Acts, _) => act,
        (SignFilter::Planned, _) => line.scope == Scope::Planned,
        (SignFilter::Writer, voice) => *voice == VoiceName::Writer,
        (SignFilter::Speaker(name), VoiceName::Speaker(known, ..)) => name == known,
        (SignFilter::Speaker(name), VoiceName::Unclear) => name.is_empty(),
        (SignFilter::Speaker(_), VoiceName::Writer) => false,
    }
}

/// The value before and after the reader's last change, if it is about this sign.
fn moved(state: &State, report: &Report, words: &str, span: Span) -> Option<(u8, u8)> {
    let at = match state.changes.done.last()? {
        Change::LeaveOutSignal { at } | Change::FlipSignal { at } if at.words == words => at,
        _ => return None,
    };
    let text = SourceText::new(&state.doc.text).ok()?;
    let here = OffsetMap::new(&text).to_code_points(span) == at.span;
    let old = state.before.as_ref().filter(|_| here)?.tension.reading.value;
    old.zip(report.tension.reading.value)
}

/// The report, when tension is known.
pub(super) fn tension(state: &State) -> Option<&Report> {
    state.report().filter(|_| state.known() == Known::All).map(AsRef::as_ref)
}

fn all<'a>(state: &'a State, report: &'a Report) -> impl Iterator<Item = EvidenceLine> + 'a {
    (0..report.tension.signals.len())
        .filter_map(move |index| line(state, report, SignalId::new(index)))
}

/// One line.
pub(super) fn line(state: &State, report: &Report, id: SignalId) -> Option<EvidenceLine> {
    let signal = report.tension.signals.get(id.index())?;
    let whole = report.words.sentences.get(signal.sentence.index())?.span;
    let left_out = signal.by_reader == Some(SignalEdit::LeftOut);
    // The text's own words where no actor stands for them.
    let who = |actor: Option<ActorId>, words: Option<Span>| match actor {
        Some(actor) => Some(name(report, Some(actor))),
        None => words.map(|words| state.words(words).to_owned()),
    };
    let voice = match signal.voice {
        Voice::Writer => VoiceName::Writer,
        Voice::Speaker(quote) => {
            let speaker =
                report.attributions.attributions.get(quote.index()).and_then(|quote| quote.speaker);
            let (name, initials, hue) = badge(report, speaker);
            if name.is_empty() {
                VoiceName::Unclear
            } else {
                VoiceName::Speaker(name, initials, hue)
            }
        }
    };
    Some(EvidenceLine {
        id,
        sign: signal.sign,
        phrase: state.words(signal.span).to_owned(),
        pieces: pieces(state, whole, &[signal.span]),
        sentence: signal.sentence,
        number: number(report, signal.sentence),
        source: who(signal.source, signal.source_words),
        target: who(signal.target, signal.target_words),
        inferred: signal.inferred,
        symmetric: signal.symmetric,
        voice,
        weight: signal.weight,
        full_weight: signal.full_weight,
        level: signal.level.clamp(1, 3),
        quad: signal.quad,
        scope: signal.scope,
        modifiers: signal
            .modifiers
            .iter()
            .map(|modifier| (modifier.kind, state.words(modifier.span).to_owned()))
            .collect(),
        issue: signal
            .issue
            .and_then(|topic| report.topics.topics.get(topic.index()))
            .map(|topic| topic.label.clone()),
        // In text order, hence sorted.
        counts: !left_out && report.tension.reading.signals.binary_search(&id).is_ok(),
        in_reading: is_in_reading(report, id),
        left_out,
        flipped: signal.by_reader == Some(SignalEdit::Flipped),
        chosen: state.selection.item == Some(Item::Signal(id)),
        rule: signal.rule.to_string(),
        moved: moved(state, report, state.words(signal.span), signal.span),
    })
}

/// Whether a sign is about the pair that the number speaks of; without such a pair all are.
fn is_in_reading(report: &Report, id: SignalId) -> bool {
    let pair = report.tension.reading.pair;
    pair.and_then(|pair| report.tension.pairs.get(pair.index()))
        .is_none_or(|pair| pair.signals.contains(&id))
}

/// Signs by voice: the writer first.
pub fn voices(state: &State) -> Vec<VoiceLine> {
    let Some(report) = tension(state) else { return Vec::new() };
    let shares = report.tension.reading.voices.iter();
    shares
        .map(|share| {
            let voice = match share.speaker {
                _ if share.unclear => VoiceName::Unclear,
                None => VoiceName::Writer,
                speaker => {
                    let (name, initials, hue) = badge(report, speaker);
                    VoiceName::Speaker(name, initials, hue)
                }
            };
            VoiceLine { voice, strain: share.strain, easing: share.easing }
        })
        .collect()
}

/// Why this reading.
pub fn why(state: &State) -> Option<Why> {
    let report = tension(state)?;
    let counting: Set<_> = report.tension.reading.signals.iter().copied().collect();
    let strongest = |sign: Sign| {
        let mut lines: Vec<EvidenceLine> = all(state, report)
            .filter(|line| line.sign == sign && line.counts && counting.contains(&line.id))
            .collect();
        sort(&mut lines, &|a, b| b.weight.cmp(&a.weight));
        lines.truncate(STRONGEST);
        lines
    };
    Some(Why {
        gauge: super::gauge(state),
        strain: strongest(Sign::Strain),
        easing: strongest(Sign::Easing),
        lowered: all(state, report)
            .filter(|line| line.weight < line.full_weight && !line.left_out)
            .collect(),
        would_change: report
            .tension
            .reading
            .would_change
            .iter()
            .filter_map(|id| line(state, report, *id))
            .collect(),
        engine: report.engine.clone(),
    })
}
