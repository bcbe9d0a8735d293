//! Whom "I", "we" and "you" mean: whoever says the words around them.
//!
//! In the exact words of a quote that is its speaker, outside quotation marks the writer of the text.
//! "We" is the state or body that a speaker speaks for. Who stays without a name is one unnamed
//! actor for all pronouns of one voice, if there are several. Marked words that nobody is known to
//! say are left alone.

use super::People;
use crate::attributions::{Spoken, marks};
use crate::document::Document;
use crate::mentions::{Mention, Participant};
use crate::tokens::fold;
use readout_contract::ids::{ActorId, MentionId};
use readout_contract::report::{Actor, ActorKind, AttributionKind, MentionKind};
use readout_sorted::{distinct, sort, sort_by_key};
use readout_text::Span;

/// Who says some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Voice {
    Writer,
    Speaker(ActorId),
    /// The unknown speaker of a quote.
    Unknown(usize),
}

/// Ties the pronouns of the first and second person, when it is known who speaks.
pub(crate) fn resolve(doc: &Document, people: &mut People, spoken: &Spoken) {
    let voices = Voices::new(doc, people, spoken);
    let mut open: Vec<(Voice, Participant, MentionId)> = Vec::new();
    for (index, mention) in doc.mentions.iter().enumerate() {
        let Some(participant) = mention.participant() else { continue };
        let Some((voice, quote)) = voices.of(mention.span) else { continue };
        let id = MentionId::new(index);
        match voices.meant(people, voice, quote, participant) {
            Some(actor) => {
                let source = quote.and_then(|quote| spoken.attributions.get(quote)?.source);
                let source = source.and_then(|source| people.mention_in(source));
                let source = source.filter(|at| {
                    people.mentions.get(at.index()).is_some_and(|one| one.actor == Some(actor))
                });
                let first = || people.actors.get(actor.index())?.mentions.first().copied();
                tie(people, id, actor, source.or_else(first));
            }
            None => open.push((voice, participant, id)),
        }
    }
    sort(&mut open, &Ord::cmp);
    let of_one = open.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1));
    let mut of_one: Vec<_> = of_one.filter(|pronouns| pronouns.len() > 1).collect();
    sort_by_key(&mut of_one, |pronouns| pronouns.first().map(|(.., id)| *id));
    for pronouns in of_one {
        let Some(&(voice, participant, first)) = pronouns.first() else { continue };
        let actor = unnamed(people, voice, participant);
        for (.., id) in pronouns {
            tie(people, *id, actor, Some(first));
        }
    }
    for actor in &mut people.actors {
        sort(&mut actor.mentions, &Ord::cmp);
    }
}

fn tie(people: &mut People, id: MentionId, actor: ActorId, to: Option<MentionId>) {
    if let Some(mention) = people.mentions.get_mut(id.index()) {
        mention.actor = Some(actor);
    }
    if let Some(antecedent) = people.antecedents.get_mut(id.index()) {
        *antecedent = to.filter(|to| *to != id);
    }
    if let Some(actor) = people.actors.get_mut(actor.index()) {
        actor.mentions.push(id);
    }
}

/// A new actor for the pronouns of a voice.
fn unnamed(people: &mut People, voice: Voice, participant: Participant) -> ActorId {
    let (word, kind) = match participant {
        Participant::I => ("I", ActorKind::Person),
        Participant::We => ("we", ActorKind::Group),
        Participant::You => ("you", ActorKind::Group),
    };
    let speaker = match voice {
        Voice::Speaker(actor) => people.actors.get(actor.index()),
        _ => None,
    };
    let name = speaker.map_or_else(|| word.to_owned(), |of| format!("{word} ({})", of.name));
    people.actors.push(Actor {
        name,
        kind,
        role: None,
        side: None,
        unnamed: true,
        mentions: Vec::new(),
        code: None,
    });
    ActorId::new(people.actors.len() - 1)
}

/// Who speaks where.
struct Voices {
    /// Exact words in text order, each with its quote.
    exact: Vec<(Span, usize)>,
    /// The voice of each quote, and whom it speaks to.
    quotes: Vec<(Voice, Option<ActorId>)>,
    /// All stretches between quotation marks.
    marked: Vec<Span>,
    writer: Option<ActorId>,
}

impl Voices {
    fn new(doc: &Document, people: &People, spoken: &Spoken) -> Self {
        let mut exact = Vec::new();
        let mut quotes = Vec::with_capacity(spoken.attributions.len());
        let mut turns = Vec::new();
        for (index, quote) in spoken.attributions.iter().enumerate() {
            let says =
                |source| people.mention_in(source).and_then(|at| doc.mentions.get(at.index()));
            let by_writer = quote.source.and_then(says).and_then(Mention::participant);
            let voice = match quote.speaker {
                Some(speaker) => Voice::Speaker(speaker),
                None if by_writer == Some(Participant::I) => Voice::Writer,
                None => Voice::Unknown(index),
            };
            if quote.rule == TURN {
                turns.extend(quote.speaker);
            }
            quotes.push((voice, quote.target));
            if quote.kind != AttributionKind::Mentioned {
                exact.extend(quote.exact.iter().map(|span| (*span, index)));
            }
        }
        sort_by_key(&mut exact, |(span, _)| span.start());
        // Of two who take turns each speaks to the other.
        if let [one, other] = *distinct(turns) {
            for ((voice, target), quote) in quotes.iter_mut().zip(&spoken.attributions) {
                if quote.rule == TURN {
                    *target = match *voice {
                        Voice::Speaker(speaker) if speaker == one => Some(other),
                        Voice::Speaker(_) => Some(one),
                        _ => None,
                    };
                }
            }
        }
        let marked = doc.paragraphs.iter().flat_map(|paragraph| {
            let regions = marks::regions(doc.words(paragraph.span)).into_iter();
            // A mark that nothing closes (inches, a slip) does not make all that follows a quotation.
            regions
                .filter(|region| region.closed)
                .map(|region| region.inner.shift(paragraph.span.start()))
        });
        let mut voices = Self { exact, quotes, marked: marked.collect(), writer: None };
        voices.writer = voices.introduced(doc, people);
        voices
    }

    /// Who says the words at a mention, and in which quote.
    fn of(&self, mention: Span) -> Option<(Voice, Option<usize>)> {
        let after = self.marked.partition_point(|span| span.start() <= mention.start());
        let marked = after.checked_sub(1).and_then(|at| self.marked.get(at));
        let marked = marked.filter(|span| span.contains(mention));
        let after = self.exact.partition_point(|(span, _)| span.start() <= mention.start());
        let exact = after.checked_sub(1).and_then(|at| self.exact.get(at));
        match (exact.filter(|(span, _)| span.contains(mention)), marked) {
            // Marks inside a turn: words of somebody else.
            (Some((exact, _)), Some(marked)) if exact.len() > marked.len() + 4 => None,
            (Some((_, quote)), _) => {
                self.quotes.get(*quote).map(|(voice, _)| (*voice, Some(*quote)))
            }
            (None, Some(_)) => None,
            (None, None) => Some((Voice::Writer, None)),
        }
    }

    /// The actor that is meant, if it is known.
    fn meant(
        &self,
        people: &People,
        voice: Voice,
        quote: Option<usize>,
        participant: Participant,
    ) -> Option<ActorId> {
        let speaker = match voice {
            Voice::Speaker(actor) => Some(actor),
            Voice::Writer => self.writer,
            Voice::Unknown(_) => None,
        };
        let known = |id: ActorId| people.actors.get(id.index());
        match participant {
            Participant::I => speaker.filter(|id| {
                known(*id)
                    .is_some_and(|one| matches!(one.kind, ActorKind::Person | ActorKind::Group))
            }),
            Participant::We => speaker.filter(|_| voice != Voice::Writer).and_then(|id| {
                let speaker = known(id)?;
                match speaker.kind {
                    ActorKind::Body | ActorKind::State => Some(id),
                    ActorKind::Group => Some(speaker.side.unwrap_or(id)),
                    ActorKind::Person => speaker.side,
                    _ => None,
                }
            }),
            Participant::You => quote.and_then(|quote| self.quotes.get(quote)?.1),
        }
    }

    /// The writer, who says "I am" and a name: one only.
    fn introduced(&self, doc: &Document, people: &People) -> Option<ActorId> {
        let mut found = None;
        for (at, mention) in doc.mentions.iter().enumerate() {
            if mention.participant() != Some(Participant::I)
                || self.of(mention.span).is_none_or(|(voice, _)| voice != Voice::Writer)
            {
                continue;
            }
            let Some(name) = doc.mentions.get(at + 1).filter(|one| one.kind == MentionKind::Name)
            else {
                continue;
            };
            let between = mention.tokens.range().end..name.tokens.range().start;
            let between: Vec<_> = between.take(4).map(|token| fold(doc.token(token))).collect();
            let between: Vec<&str> = between.iter().map(|word| &**word).collect();
            if !matches!(*between, ["am" | "'m" | "’m"] | ["name", "is" | "'s" | "’s"]) {
                continue;
            }
            let actor = people.mentions.get(at + 1).and_then(|one| one.actor)?;
            let is_person = people.actors.get(actor.index())?.kind == ActorKind::Person;
            if found.is_some_and(|other| other != actor) || !is_person {
                return None;
            }
            found = Some(actor);
        }
        found
    }
}

/// The rule of a transcript's turns.
const TURN: &str = "turn";
