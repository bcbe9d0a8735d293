//! Who a pronoun refers to: the candidates near it are ranked by learned weights.
//!
//! Candidates are actors, not mentions: whoever was spoken of in the last sentences, also by a
//! pronoun; whoever a name in the rest of the sentence names ("Despite his age, Wang …"); and whoever
//! the text names most. Nobody is one of the candidates, and the best of the others must be better
//! by a margin. Time grows with the number of pronouns.

mod describe;
pub(crate) mod features;
pub(crate) mod question;
pub(crate) mod reading;
mod role;

use super::entry::Entry;
use super::known::Known;
use crate::document::Document;
use crate::mentions::{Gender, Mention};
use crate::ranker::{Described, Weights};
use question::{Class, Form, Question};
use readout_contract::ids::MentionId;
use readout_contract::report::{ActorKind, MentionKind};
use readout_sorted::sort_by_key;
use readout_text::Span;
use role::Role;

/// The actor of a mention, and the mention that it refers back to.
pub(super) type Tie = (Option<usize>, Option<MentionId>);

/// Who answers: the place of a candidate among those in question.
pub(crate) type Decide<'d> = dyn FnMut(&Question<'_>) -> Option<usize> + 'd;

/// Sentences that a pronoun looks back over.
const SENTENCES_BACK: usize = 5;
/// Mentions that it looks back over at most.
const MENTIONS_BACK: usize = 80;
/// Mentions that it looks on over in its own sentence.
const MENTIONS_ON: usize = 6;

/// Sentences over which whoever spoke goes on to speak.
const SPEAKER_BACK: usize = 3;

/// What was seen of an actor so far.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// Its latest mention, and the latest that is no pronoun.
    last: usize,
    shown: Option<usize>,
    sentence: usize,
    /// Best role in the latest sentence and in the one before in which it was mentioned.
    here: (usize, Role),
    before: (usize, Role),
    count: u32,
    he: u32,
    she: u32,
    /// Whether words were attributed to it, and to its latest mention.
    spoke: bool,
    speaks: bool,
    /// The last pronoun that it was a candidate for.
    stamp: usize,
}

impl Seen {
    /// Whether pronouns have shown that somebody of another sex is meant.
    const fn is_other(&self, mention: &Mention) -> bool {
        match mention.gender {
            Gender::He => self.she > self.he + 1,
            Gender::She => self.he > self.she + 1,
            Gender::Unknown => self.he + self.she > 0,
        }
    }
}

/// A candidate of the pronoun at hand.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    entry: usize,
    /// The mention by which it is a candidate.
    mention: usize,
    after: bool,
}

/// What was said so far, while a text is read from its start.
pub(super) struct Discourse<'d> {
    doc: &'d Document,
    seen: Vec<Seen>,
    /// Marked words, with the one who says them.
    quoted: Vec<(Span, Option<usize>)>,
    /// Likewise all words that are attributed to somebody.
    reported: Vec<(Span, Option<usize>)>,
    /// Words that name the source of an attribution, in text order.
    sources: Vec<Span>,
    last_speaker: Option<usize>,
    /// The most named persons, most first.
    main: [Option<usize>; 2],
    /// The last pronoun of each gender and class that was tied: sentence and actor.
    previous: [Option<(usize, usize)>; 4],
    candidates: Vec<Candidate>,
    described: Described,
}

impl<'d> Discourse<'d> {
    /// `ties` has those of the names.
    pub(super) fn new(doc: &'d Document, known: &Known<'_>, ties: &[Tie]) -> Self {
        let mut main: Vec<usize> = (0..known.entries.len())
            .filter(|at| known.entries.get(*at).is_some_and(|one| one.kind == ActorKind::Person))
            .collect();
        sort_by_key(&mut main, |at| {
            std::cmp::Reverse(known.entries.get(*at).map_or(0, |one| one.names))
        });
        let mut quoted: Vec<(Span, Option<usize>)> = Vec::new();
        let mut reported = Vec::new();
        for found in &doc.attributions {
            let speaker = found.source.and_then(|source| {
                let first = doc.mentions.partition_point(|one| one.span.end() <= source.start());
                let inside = doc.mentions.iter().enumerate().skip(first);
                let mut inside =
                    inside.take_while(|(_, mention)| mention.span.start() < source.end());
                inside.find_map(|(at, _)| ties.get(at).and_then(|tie| tie.0))
            });
            quoted.extend(found.exact.iter().map(|span| (*span, speaker)));
            reported.extend(found.content.iter().map(|span| (*span, speaker)));
        }
        sort_by_key(&mut quoted, |(span, _)| span.start());
        sort_by_key(&mut reported, |(span, _)| span.start());
        let mut sources: Vec<Span> = doc.attributions.iter().filter_map(|one| one.source).collect();
        sort_by_key(&mut sources, |span| span.start());
        Self {
            doc,
            seen: vec![Seen::default(); known.entries.len()],
            quoted,
            reported,
            sources,
            last_speaker: None,
            main: [main.first().copied(), main.get(1).copied()],
            previous: [None; 4],
            candidates: Vec::new(),
            described: Described::default(),
        }
    }

    /// Takes note of a mention of an actor.
    pub(super) fn see(&mut self, index: usize, mention: &Mention, entry: usize) {
        if self.seen.len() <= entry {
            self.seen.resize(entry + 1, Seen::default());
        }
        let Some(seen) = self.seen.get_mut(entry) else { return };
        let sentence = self.doc.sentence_at(mention.span.start());
        let (role, _) = role::of(self.doc, role::head_of(self.doc, mention.tokens));
        seen.speaks = is_source(&self.sources, mention.span);
        seen.spoke |= seen.speaks;
        if seen.speaks {
            self.last_speaker = Some(entry);
        }
        if seen.count == 0 || seen.here.0 != sentence {
            seen.before = if seen.count == 0 { (usize::MAX, Role::None) } else { seen.here };
            seen.here = (sentence, role);
        } else if (role as usize) < seen.here.1 as usize {
            seen.here.1 = role;
        }
        (seen.last, seen.sentence) = (index, sentence);
        seen.count += 1;
        if mention.kind == MentionKind::Pronoun {
            seen.he += u32::from(mention.gender == Gender::He);
            seen.she += u32::from(mention.gender == Gender::She);
            if let Some(previous) = self.previous.get_mut(slot(mention)) {
                *previous = Some((sentence, entry));
            }
        } else {
            seen.shown = Some(index);
        }
    }

    /// The actor behind a pronoun, and the mention by which it is.
    pub(super) fn antecedent(
        &mut self,
        index: usize,
        mention: &Mention,
        known: &Known<'_>,
        ties: &[Tie],
        decide: &mut Decide<'_>,
    ) -> Tie {
        self.gather(index, mention, known, ties);
        if self.candidates.is_empty() {
            return (None, None);
        }
        let sure = self.describe(index, mention, known);
        let goes_on = self.going_on(mention);
        let answer = |at: usize| {
            let entry = self.candidates.get(at)?.entry;
            answer(self.doc, ties, index, entry)
        };
        let question = Question {
            class: Class::of(mention),
            pronoun: mention.span,
            sure,
            described: &self.described,
            answer: &answer,
        };
        let decided = decide(&question);
        let chosen = goes_on.or(decided).and_then(|at| self.candidates.get(at));
        chosen.map_or((None, None), |one| {
            // The reader is led to a word that says more than a pronoun.
            let shown = self.seen.get(one.entry).and_then(|seen| seen.shown);
            (Some(one.entry), Some(MentionId::new(shown.unwrap_or(one.mention))))
        })
    }

    /// The candidate that spoke last, when the pronoun speaks too and nobody else has acted since:
    /// "Wang said to Blinken that …. Moreover, …. He claimed that …".
    fn going_on(&self, mention: &Mention) -> Option<usize> {
        if Class::of(mention) != Class::Person || !is_source(&self.sources, mention.span) {
            return None;
        }
        let (role, _) = role::of(self.doc, mention.head_tokens.start as usize);
        let last = self.last_speaker.filter(|_| role == Role::Subject)?;
        let speaker = self.seen.get(last)?;
        let own = self.doc.sentence_at(mention.span.start());
        let near = speaker.speaks && own - speaker.sentence.min(own) <= SPEAKER_BACK;
        let acted = |one: &Candidate| {
            self.seen.get(one.entry).is_some_and(|seen| {
                let (sentence, role) = seen.here;
                sentence > speaker.sentence
                    || sentence == speaker.sentence && matches!(role, Role::Subject | Role::Passive)
            })
        };
        let others = || self.candidates.iter().filter(|one| one.entry != last);
        (near && !others().any(acted))
            .then(|| self.candidates.iter().position(|one| one.entry == last))?
    }

    /// Finds the candidates of a pronoun, the latest first.
    fn gather(&mut self, index: usize, mention: &Mention, known: &Known<'_>, ties: &[Tie]) {
        self.candidates.clear();
        let doc = self.doc;
        let own = doc.sentence_at(mention.span.start());
        let back = (index.saturating_sub(MENTIONS_BACK)..index).rev().map(|at| (at, false));
        let on = (index + 1..=index + MENTIONS_ON).map(|at| (at, true));
        let main = self.main.iter().flatten().filter(|_| Class::of(mention) == Class::Person);
        let main = main.filter_map(|entry| {
            let seen = self.seen.get(*entry).filter(|seen| seen.count > 0);
            let first = known.entries.get(*entry)?.first.index();
            Some((seen.map_or(first, |seen| seen.last), false))
        });
        let main: Vec<(usize, bool)> = main.collect();
        for (order, (at, after)) in back.chain(on).chain(main).enumerate() {
            let near = order < MENTIONS_BACK.min(index) + MENTIONS_ON;
            let Some(found) = doc.mentions.get(at) else { continue };
            let Some(entry) = ties.get(at).and_then(|tie| tie.0) else { continue };
            let sentence = doc.sentence_at(found.span.start());
            let far = own.saturating_sub(sentence) > SENTENCES_BACK || (after && sentence != own);
            if (near && far) || found.span.overlaps(mention.span) {
                continue;
            }
            if after && matches!(found.kind, MentionKind::Pronoun | MentionKind::Noun) {
                continue;
            }
            if self.seen.len() <= entry {
                self.seen.resize(entry + 1, Seen::default());
            }
            let Some(seen) = self.seen.get_mut(entry) else { continue };
            let Some(about) = known.entries.get(entry) else { continue };
            if seen.stamp == index + 1 || !fits(mention, found, about) || seen.is_other(mention) {
                continue;
            }
            // A name inside another mention ("a China Daily editorial") is not what is spoken of.
            if is_inside(doc, at) {
                continue;
            }
            seen.stamp = index + 1;
            self.candidates.push(Candidate { entry, mention: at, after });
        }
    }
}

/// The candidate that fits best, if it is clear enough that one is meant.
pub(super) fn choose(weights: &Weights, question: &Question<'_>) -> Option<usize> {
    let class = question.class as usize;
    let best = weights.best(question.described, class, &|_| Some(0))?;
    let [next, nobody] = features::margins().map(|margin| weights.sum(&[margin], class));
    let clear = (question.sure || best.than_nobody > nobody)
        && best.than_next.is_none_or(|better| better >= next);
    clear.then_some(best.at)
}

/// The place of a pronoun among those that are followed.
const fn slot(mention: &Mention) -> usize {
    match (mention.gender, mention.plural) {
        (Gender::He, _) => 0,
        (Gender::She, _) => 1,
        (Gender::Unknown, false) => 2,
        (Gender::Unknown, true) => 3,
    }
}

/// Whether an actor can be meant at all.
fn fits(mention: &Mention, found: &Mention, entry: &Entry) -> bool {
    if found.kind == MentionKind::Demonym && found.rule != "people" {
        return false;
    }
    match Class::of(mention) {
        Class::Person => {
            !entry.plural
                && !matches!(entry.kind, ActorKind::Group | ActorKind::State)
                && (entry.gender == Gender::Unknown || entry.gender == mention.gender)
        }
        Class::Thing => !entry.plural && !matches!(entry.kind, ActorKind::Group),
        Class::Group => {
            entry.plural
                || matches!(entry.kind, ActorKind::Group | ActorKind::Body | ActorKind::State)
        }
    }
}

/// The nearest name of an actor before a mention, else after it; else likewise a noun.
fn answer(doc: &Document, ties: &[Tie], index: usize, entry: usize) -> Option<Span> {
    let nearest = |kinds: &[MentionKind]| {
        let fitting = |at: &usize| {
            ties.get(*at).is_some_and(|tie| tie.0 == Some(entry))
                && doc.mentions.get(*at).is_some_and(|one| kinds.contains(&one.kind))
        };
        let found = (0..index).rev().find(fitting);
        found.or_else(|| (index + 1..doc.mentions.len()).find(fitting))
    };
    let found = nearest(&[MentionKind::Name, MentionKind::Metonym]);
    let found = found.or_else(|| nearest(&[MentionKind::Noun]))?;
    doc.mentions.get(found).map(|mention| mention.head)
}

/// Whether words are attributed to a mention.
fn is_source(sources: &[Span], mention: Span) -> bool {
    let after = sources.partition_point(|source| source.start() <= mention.start());
    after
        .checked_sub(1)
        .and_then(|at| sources.get(at))
        .is_some_and(|source| source.contains(mention))
        || sources.get(after).is_some_and(|source| mention.contains(*source))
}

/// Whether a mention stands inside a longer one beside it in the list.
pub(super) fn is_inside(doc: &Document, index: usize) -> bool {
    let Some(own) = doc.mentions.get(index) else { return false };
    let neighbors = [index.checked_sub(1), index.checked_add(1)];
    neighbors
        .into_iter()
        .flatten()
        .filter_map(|at| doc.mentions.get(at))
        .any(|other| other.span.contains(own.span) && other.span.len() > own.span.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(candidates: &[&[u16]], sure: bool) -> Option<usize> {
        let mut table = vec![0; features::FEATURES * Class::ALL.len()];
        let [next, _] = features::margins();
        for (feature, weight) in [(next, 2), (1, 5), (2, 4), (3, -1)] {
            table[usize::from(feature) * Class::ALL.len()] = weight;
        }
        let mut described = Described::default();
        for features in candidates {
            features.iter().for_each(|feature| described.add(*feature));
            described.next();
        }
        let question = Question {
            class: Class::Person,
            pronoun: Span::default(),
            sure,
            described: &described,
            answer: &|_| None,
        };
        choose(&Weights::of(table, Class::ALL.len()), &question)
    }

    #[test]
    fn the_best_must_be_clearly_better() {
        assert_eq!(chosen(&[&[3], &[1]], false), Some(1));
        assert_eq!(chosen(&[&[2], &[1]], false), None, "too close");
        assert_eq!(chosen(&[&[3]], false), None, "nobody is better");
        assert_eq!(chosen(&[&[3]], true), Some(0), "somebody is meant");
        assert_eq!(chosen(&[], true), None);
    }
}
