//! Who of a sentence may act or be acted upon: every noun phrase, and every name inside of one.
//!
//! What always holds: candidates are in text order, and no two have one head. A phrase without an
//! actor of its own takes the one that its modifier names ("Russian airstrikes", "Iran's threats").

use super::features::{Kind, preposition};
use super::stand;
use crate::actors::People;
use crate::document::{Document, Relation, TokenRange, Upos};
use crate::mentions::Participant;
use crate::tension::lists::{Lists, WordKind};
use crate::tokens::fold;
use readout_contract::ids::ActorId;
use readout_contract::report::{ActorKind, MentionKind};
use readout_text::Span;

/// How far up a tree is looked.
pub(super) const HIGHEST: usize = 24;

/// A noun phrase, or a name inside of one.
#[derive(Clone, Copy, Debug)]
pub(in crate::tension) struct Candidate {
    /// The token that the rest hangs on.
    pub(super) head: usize,
    /// Words of the mention that it is, or the head alone.
    pub(super) tokens: TokenRange,
    pub(super) kind: Kind,
    pub(super) actor: Option<ActorId>,
    /// People of a state who do not act for it; what is done to them is done to it.
    pub(super) private: bool,
    /// Place of its preposition in the list of features; 0 for none.
    pub(super) preposition: usize,
    /// "urged Iran to leave": its verb says what it is to do.
    pub(super) told: bool,
}

impl Candidate {
    /// "in Beijing", "over Ukraine": where or about what, not who.
    pub(super) const fn is_aside(&self) -> bool {
        super::features::is_aside(self.preposition)
    }

    /// Whether it is somebody, known or not, and no thing.
    pub(super) const fn is_somebody(&self) -> bool {
        !matches!(
            self.kind,
            Kind::Thing
                | Kind::Owned
                | Kind::Place
                | Kind::Event
                | Kind::Document
                | Kind::Sides
                | Kind::We
                | Kind::Other
        )
    }
}

impl Candidate {
    /// Somebody known, somebody else, a thing of somebody's, a place, a thing.
    pub(super) const fn sort(&self) -> usize {
        match self.kind {
            Kind::Place => 3,
            Kind::Owned => 2,
            _ if !self.is_somebody() && !matches!(self.kind, Kind::We | Kind::Sides) => 4,
            _ if self.actor.is_some() && !self.private => 0,
            _ => 1,
        }
    }
}

/// What a token of a sentence is for its candidates.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// The mention that hangs on it, one more; 0 for none.
    mention: u32,
    /// The mention that stands before it as its modifier, one more.
    owner: u32,
    preposition: u8,
    /// Inside a mention.
    inside: bool,
    /// Inside a date.
    dated: bool,
}

/// The candidates of a sentence.
pub(in crate::tension) fn candidates(
    doc: &Document,
    people: &People,
    sentence: TokenRange,
    lists: &Lists,
) -> Vec<Candidate> {
    let places = places(doc, people, sentence);
    let mut found: Vec<Candidate> = Vec::new();
    for (token, place) in sentence.range().zip(&places) {
        let Some(word) = doc.syntax.get(token) else { continue };
        let mention = place.mention.checked_sub(1).map(|at| at as usize);
        let heads = matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
            && !matches!(
                word.relation,
                Relation::Compound
                    | Relation::Flat
                    | Relation::Fixed
                    | Relation::Goeswith
                    | Relation::Appos
                    | Relation::Nummod
                    | Relation::Amod
                    | Relation::Case
                    | Relation::Det
                    | Relation::Expl
            );
        if !(heads && !place.inside || mention.is_some()) || place.dated {
            continue;
        }
        let Some((kind, actor)) = known(people, doc, mention, place, word.upos) else { continue };
        let private = actor.is_some_and(|actor| is_private(doc, people, token, actor, lists));
        let own = mention.and_then(|at| doc.mentions.get(at)).map(|mention| mention.tokens);
        let tokens = own.unwrap_or_else(|| TokenRange::new(token, token + 1));
        found.push(Candidate {
            head: token,
            tokens,
            kind,
            actor,
            private,
            preposition: usize::from(place.preposition),
            told: stand::is_told(doc, token, lists),
        });
    }
    stand::count_out(doc, &mut found, lists);
    stand::stand_for(doc, people, &mut found, lists);
    found
}

/// "Iranian protesters" are no state.
fn is_private(
    doc: &Document,
    people: &People,
    token: usize,
    actor: ActorId,
    lists: &Lists,
) -> bool {
    let kind = |actor: ActorId| people.actors.get(actor.index()).map(|found| found.kind);
    kind(actor) != Some(ActorKind::State)
        && kind(people.party(actor)) == Some(ActorKind::State)
        && lists.is(&fold(doc.token(token)), WordKind::Private)
}

/// Notes for each token of a sentence its mention, its owner and its preposition.
fn places(doc: &Document, people: &People, sentence: TokenRange) -> Vec<Place> {
    let start = sentence.start as usize;
    let mut places = vec![Place::default(); sentence.range().len()];
    let first = doc.mentions.partition_point(|mention| mention.tokens.end <= sentence.start);
    let mentions = doc.mentions.iter().enumerate().skip(first);
    for (index, mention) in mentions.take_while(|(_, one)| one.tokens.start < sentence.end) {
        let from = (mention.tokens.start as usize).saturating_sub(start);
        let to = (mention.tokens.end as usize).saturating_sub(start);
        for place in places.get_mut(from..to).unwrap_or_default() {
            place.inside = true;
        }
        let head = head_of(doc, mention.tokens);
        let Some(place) = head.checked_sub(start).and_then(|at| places.get_mut(at)) else {
            continue;
        };
        let longer = |known: u32| {
            let known = known.checked_sub(1).and_then(|at| doc.mentions.get(at as usize));
            known.is_none_or(|known| known.tokens.range().len() < mention.tokens.range().len())
        };
        if longer(place.mention) {
            place.mention = index as u32 + 1;
        }
        // Its noun belongs to it: "Russian airstrikes", "Iran's threats".
        let word = doc.syntax.get(head);
        let owned = word.filter(|word| {
            matches!(word.relation, Relation::Compound | Relation::Amod | Relation::Nmod)
        });
        let owned = owned.and_then(|word| word.head).map(|up| up as usize);
        let acts = people.mentions.get(index).is_some_and(|mention| mention.actor.is_some());
        if let Some(owned) = owned.filter(|up| *up > head && acts)
            && let Some(place) = owned.checked_sub(start).and_then(|at| places.get_mut(at))
            && place.owner == 0
        {
            place.owner = index as u32 + 1;
        }
    }
    for token in sentence.range() {
        let Some(word) = doc.syntax.get(token).filter(|word| word.relation == Relation::Case)
        else {
            continue;
        };
        let up = word.head.and_then(|up| (up as usize).checked_sub(start));
        if let Some(place) = up.and_then(|up| places.get_mut(up))
            && place.preposition == 0
        {
            place.preposition = preposition(&fold(doc.token(token)));
        }
    }
    let span = doc.tokens.get(start..sentence.end as usize).unwrap_or_default();
    if let (Some(first), Some(last)) = (span.first(), span.last()) {
        let at = doc.dates.partition_point(|date| date.span.end() <= first.span.start());
        let dates = doc.dates.iter().skip(at);
        for date in dates.take_while(|date| date.span.start() < last.span.end()) {
            let from = span.partition_point(|token| token.span.end() <= date.span.start());
            let to = span.partition_point(|token| token.span.start() < date.span.end());
            for place in places.get_mut(from..to).unwrap_or_default() {
                place.dated = true;
            }
        }
    }
    // "with China and Japan": the preposition is that of the first.
    for token in sentence.range() {
        let Some(word) = doc.syntax.get(token).filter(|word| word.relation == Relation::Conj)
        else {
            continue;
        };
        let up = word.head.and_then(|up| (up as usize).checked_sub(start));
        let first = up.and_then(|up| places.get(up)).map_or(0, |place| place.preposition);
        if let Some(place) = places.get_mut(token - start)
            && place.preposition == 0
        {
            place.preposition = first;
        }
    }
    places
}

/// What a candidate is, and which actor it stands for; `None` for one that is no candidate.
fn known(
    people: &People,
    doc: &Document,
    mention: Option<usize>,
    place: &Place,
    upos: Upos,
) -> Option<(Kind, Option<ActorId>)> {
    let owner = || {
        let owner = people.mentions.get(place.owner.checked_sub(1)? as usize)?.actor?;
        let kind = people.actors.get(owner.index())?.kind;
        matches!(kind, ActorKind::State | ActorKind::Body | ActorKind::Person).then_some(owner)
    };
    let Some(index) = mention else {
        if upos == Upos::Propn {
            return Some((Kind::Name, owner()));
        }
        if upos == Upos::Pron {
            return Some((Kind::Other, None));
        }
        return Some(owner().map_or((Kind::Thing, None), |owner| (Kind::Owned, Some(owner))));
    };
    let found = doc.mentions.get(index)?;
    let actor = people.mentions.get(index).and_then(|mention| mention.actor);
    let kind = actor.and_then(|actor| people.actors.get(actor.index())).map(|actor| actor.kind);
    match found.participant() {
        // A minister's "we" is the state; "I" and an unnamed "we" are nobody's side.
        Some(Participant::We) => {
            let acts = matches!(kind, Some(ActorKind::State | ActorKind::Body));
            return Some((Kind::We, actor.filter(|_| acts)));
        }
        Some(_) => return Some((Kind::Other, None)),
        None => {}
    }
    // "the two sides" are those already named.
    if found.rule == "pair-noun" {
        return Some((Kind::Sides, None));
    }
    Some(match (found.kind, kind.or(found.entity)) {
        (MentionKind::Pronoun, _) => (Kind::Pronoun, actor),
        (MentionKind::Demonym, _) => (Kind::Demonym, actor),
        (_, Some(ActorKind::State)) => (Kind::State, actor),
        (_, Some(ActorKind::Body)) => (Kind::Body, actor),
        (_, Some(ActorKind::Person)) => (Kind::Person, actor),
        (_, Some(ActorKind::Group)) => (Kind::Group, actor),
        (_, Some(ActorKind::Place)) => (Kind::Place, None),
        (_, Some(ActorKind::Document)) => (Kind::Document, owner()),
        (_, Some(ActorKind::Event)) => (Kind::Event, None),
        (_, None) => (Kind::Name, owner()),
    })
}

/// The token of a range that hangs from outside of it, as a part of a clause if one does.
fn head_of(doc: &Document, tokens: TokenRange) -> usize {
    let outside = |at: &usize| {
        let head = doc.syntax.get(*at).and_then(|word| word.head);
        head.is_none_or(|head| !tokens.contains(head as usize))
    };
    let takes_part = |at: &usize| {
        let relation = doc.syntax.get(*at).map(|word| word.relation);
        matches!(relation, Some(Relation::Nsubj | Relation::Obj | Relation::Obl | Relation::Iobj))
    };
    let mut heads = tokens.range().filter(outside);
    let first = heads.clone().find(takes_part).or_else(|| heads.next());
    first.unwrap_or(tokens.start as usize)
}

/// The whole phrase of a candidate: what hangs on its head, clauses and its preposition aside; of
/// several parties only the first, if `alone`.
pub(super) fn words(
    doc: &Document,
    sentence: TokenRange,
    candidate: &Candidate,
    alone: bool,
) -> Span {
    let head = candidate.head;
    let belongs = |token: usize| {
        let mut at = token;
        for _ in 0..HIGHEST {
            if at == head {
                return true;
            }
            let Some(word) = doc.syntax.get(at) else { return false };
            let Some(up) = word.head.map(|up| up as usize) else { return false };
            if up == head && !is_part(word.relation, at < head, alone) {
                return false;
            }
            // "Bhutan, a nation that borders India": what is said of it is not whom it is about.
            let is_told = match word.relation {
                Relation::Appos => doc.token(up + 1) == ",",
                Relation::Acl => true,
                _ => false,
            };
            if is_told && at > head {
                return false;
            }
            at = up;
        }
        false
    };
    let is_word =
        |token: &usize| doc.syntax.get(*token).is_some_and(|word| word.upos != Upos::Punct);
    let before = (sentence.start as usize..head).rev();
    let first = before.take_while(|token| belongs(*token)).filter(is_word).last().unwrap_or(head);
    let after = head + 1..sentence.end as usize;
    let last = after.take_while(|token| belongs(*token)).filter(is_word).last().unwrap_or(head);
    let first = first.min(candidate.tokens.start as usize);
    let last = last.max((candidate.tokens.end as usize).saturating_sub(1));
    let place = |token: usize| doc.tokens.get(token).map(|token| token.span);
    match (place(first), place(last)) {
        (Some(first), Some(last)) => first.cover(last),
        _ => Span::default(),
    }
}

/// Whether what hangs so on a noun belongs to its phrase.
const fn is_part(relation: Relation, before: bool, alone: bool) -> bool {
    match relation {
        Relation::Conj => !alone,
        Relation::Cc => !alone && !before,
        Relation::Acl
        | Relation::Advcl
        | Relation::Advmod
        | Relation::Aux
        | Relation::Case
        | Relation::Cop
        | Relation::Mark
        | Relation::Nsubj
        | Relation::Csubj
        | Relation::Obl
        | Relation::Parataxis
        | Relation::Discourse => false,
        _ => true,
    }
}
