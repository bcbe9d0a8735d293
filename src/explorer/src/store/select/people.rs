//! Names, initials and hues of actors.

use crate::store::State;
use readout_contract::ids::ActorId;
use readout_contract::report::{Actor, Report};
use readout_sorted::sort;

/// Number of speaker hues before they repeat.
const HUES: usize = 5;

/// Words of a name that give no initial.
const SMALL: [&str; 9] = ["of", "the", "a", "an", "and", "for", "in", "de", "la"];

/// The actor of an id.
pub(super) fn actor(report: &Report, id: ActorId) -> Option<&Actor> {
    report.attributions.actors.get(id.index())
}

/// The name of an actor; empty if there is none.
pub(super) fn name(report: &Report, id: Option<ActorId>) -> String {
    id.and_then(|id| actor(report, id)).map(|actor| actor.name.clone()).unwrap_or_default()
}

/// First letters of the first and the last word of a name that matter.
pub(super) fn initials(name: &str) -> String {
    let letters: Vec<char> = name
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !SMALL.contains(&word.to_ascii_lowercase().as_str()))
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
        .flat_map(char::to_uppercase)
        .collect();
    match letters.as_slice() {
        [] => "?".to_owned(),
        [only] => only.to_string(),
        [first, .., last] => [first, last].into_iter().collect(),
    }
}

/// The hue of a speaker, 0–4: speakers take hues in the order in which they first speak.
pub(super) fn hue(report: &Report, speaker: Option<ActorId>) -> u8 {
    Hues::new(report).of(speaker)
}

/// All speakers, in the order in which they take hues.
pub(super) struct Hues(Vec<Option<ActorId>>);

impl Hues {
    pub(super) fn new(report: &Report) -> Self {
        let mut speakers = Vec::new();
        for quote in &report.attributions.attributions {
            if !speakers.contains(&quote.speaker) {
                speakers.push(quote.speaker);
            }
        }
        Self(speakers)
    }

    pub(super) fn of(&self, speaker: Option<ActorId>) -> u8 {
        let place = self.0.iter().position(|known| *known == speaker);
        (place.unwrap_or_default() % HUES) as u8
    }
}

/// Name of the side of an actor.
pub(super) fn side_name(report: &Report, id: ActorId) -> Option<String> {
    let side = actor(report, id)?.side?;
    actor(report, side).map(|actor| actor.name.clone())
}

/// Name, initials and hue of a speaker; an empty name means that it is not clear.
pub(super) fn badge(report: &Report, speaker: Option<ActorId>) -> (String, String, u8) {
    let name = name(report, speaker);
    let initials = initials(&name);
    (name, initials, hue(report, speaker))
}

/// Number of a sentence from 1, counting only sentences that count.
pub(super) fn number(report: &Report, sentence: readout_contract::ids::SentenceId) -> Option<u32> {
    let sentences = &report.words.sentences;
    let counted = sentences.get(sentence.index()).is_some_and(|sentence| sentence.counted);
    counted.then(|| {
        sentences.iter().take(sentence.index() + 1).filter(|sentence| sentence.counted).count()
            as u32
    })
}

/// A sentence cut into pieces at these spans; `true`: inside one.
pub(super) fn pieces(
    state: &State,
    whole: readout_text::Span,
    inside: &[readout_text::Span],
) -> Vec<(String, bool)> {
    use readout_text::Span;
    let mut spans: Vec<Span> = inside.iter().filter_map(|span| span.intersect(whole)).collect();
    sort(&mut spans, &Ord::cmp);
    let mut out = Vec::new();
    let mut at = whole.start();
    for span in spans {
        if span.start() > at {
            out.push((state.words(Span::new(at, span.start())).to_owned(), false));
        }
        let start = span.start().max(at);
        if span.end() > start {
            out.push((state.words(Span::new(start, span.end())).to_owned(), true));
            at = span.end();
        }
    }
    if at < whole.end() {
        out.push((state.words(Span::new(at, whole.end())).to_owned(), false));
    }
    out
}
