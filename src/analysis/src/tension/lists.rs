//! The word lists of this stage: phrases, the classes of their events, and modifiers.

use super::learned::{self, CLASSES};
use super::parties::features::GROUPS;
use crate::document::Upos;
use crate::lexicons::{
    EVENTS, Lexicon, MODIFIERS, PARTIES, PARTY_WORDS, Row, SIGNAL_OBJECTS, SIGNALS,
};
use crate::ranker::Weights;
use readout_contract::report::{ModifierKind, QuadClass, Sign};

/// What a phrase does to the next phrase of its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Accuse,
    Appeal,
    Approve,
    Avoid,
    Consider,
    Demand,
    Deny,
    Offer,
    Promise,
    Refuse,
    Relief,
    Threaten,
    Void,
    Vow,
    Wish,
}

/// What the parse must say of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordClass {
    Adjective,
    Noun,
    Verb,
}

impl WordClass {
    pub(super) const fn holds(self, upos: Upos) -> bool {
        match self {
            Self::Adjective => matches!(upos, Upos::Adj | Upos::Adv | Upos::Verb),
            Self::Noun => matches!(upos, Upos::Noun | Upos::Propn),
            Self::Verb => matches!(upos, Upos::Verb | Upos::Aux),
        }
    }
}

/// A phrase of strain or easing.
#[derive(Clone, Copy, Debug)]
pub(super) struct SignalRow {
    pub(super) key: &'static str,
    pub(super) class: Option<WordClass>,
    /// Words of which one must depend on the phrase; none for a row that always fits.
    pub(super) needs: &'static str,
    pub(super) event: &'static str,
    pub(super) level: u8,
    pub(super) operator: Option<Operator>,
    pub(super) symmetric: bool,
}

impl Row for SignalRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [key, class, needs, event, level, operator, shape] = columns else { return None };
        let class = match *class {
            "" => None,
            "adjective" => Some(WordClass::Adjective),
            "noun" => Some(WordClass::Noun),
            "verb" => Some(WordClass::Verb),
            _ => return None,
        };
        let operator = match *operator {
            "" => None,
            "accuse" => Some(Operator::Accuse),
            "appeal" => Some(Operator::Appeal),
            "approve" => Some(Operator::Approve),
            "avoid" => Some(Operator::Avoid),
            "consider" => Some(Operator::Consider),
            "demand" => Some(Operator::Demand),
            "deny" => Some(Operator::Deny),
            "offer" => Some(Operator::Offer),
            "promise" => Some(Operator::Promise),
            "refuse" => Some(Operator::Refuse),
            "relief" => Some(Operator::Relief),
            "threaten" => Some(Operator::Threaten),
            "void" => Some(Operator::Void),
            "vow" => Some(Operator::Vow),
            "wish" => Some(Operator::Wish),
            _ => return None,
        };
        let level = level.parse().ok().filter(|level| (1..=3).contains(level))?;
        Some(Self {
            key,
            class,
            needs,
            event,
            level,
            operator,
            symmetric: shape.contains("symmetric"),
        })
    }
}

/// The classes of a noun that decides what a phrase means.
#[derive(Clone, Copy, Debug)]
pub(super) struct ObjectRow {
    pub(super) classes: &'static str,
}

impl Row for ObjectRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [_, classes] = columns else { return None };
        Some(Self { classes })
    }
}

/// The class of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EventRow {
    pub(super) name: &'static str,
    pub(super) quad: QuadClass,
    /// `None` for an event that shows nothing by itself.
    pub(super) sign: Option<Sign>,
    /// Tenths on a scale of conflict and cooperation, -100 to 100.
    pub(super) scale: i8,
}

impl Row for EventRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [name, quad, sign, scale] = columns else { return None };
        let quad = match *quad {
            "0" => QuadClass::Statement,
            "1" => QuadClass::VerbalCooperation,
            "2" => QuadClass::MaterialCooperation,
            "3" => QuadClass::VerbalConflict,
            "4" => QuadClass::MaterialConflict,
            _ => return None,
        };
        let sign = match *sign {
            "strain" => Some(Sign::Strain),
            "easing" => Some(Sign::Easing),
            "none" => None,
            _ => return None,
        };
        Some(Self { name, quad, sign, scale: scale.parse().ok()? })
    }
}

/// A word that lowers, raises or turns a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct ModifierRow {
    /// `None` for words that only look like a modifier.
    pub(super) kind: Option<ModifierKind>,
    /// Share of the full weight that is left.
    pub(super) percent: u32,
    /// Whether it must be an auxiliary: "may", not May.
    pub(super) auxiliary: bool,
    /// Whether it must stand before a noun: "after the coup".
    pub(super) preposition: bool,
}

impl Row for ModifierRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [_, kind, percent, word] = columns else { return None };
        let kind = match *kind {
            "conceded" => Some(ModifierKind::Conceded),
            "conditional" => Some(ModifierKind::Conditional),
            "hedged" => Some(ModifierKind::Hedged),
            "intensified" => Some(ModifierKind::Intensified),
            "negated" => Some(ModifierKind::Negated),
            "none" => None,
            "past" => Some(ModifierKind::Past),
            "planned" => Some(ModifierKind::Planned),
            "softened" => Some(ModifierKind::Softened),
            _ => return None,
        };
        Some(Self {
            kind,
            percent: percent.parse().ok()?,
            auxiliary: *word == "auxiliary",
            preposition: *word == "preposition",
        })
    }
}

/// What a word says of the party beside it, or of the phrase that it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordKind {
    /// "after": what follows is another matter.
    Aside,
    /// "to": leads to a clause that is governed.
    Clausal,
    /// "its ambassador to Mexico": whom "to" or "from" names.
    Envoy,
    /// "on": leads to a noun that is governed.
    Governed,
    /// "never".
    Not,
    /// "dozens of officials": whom "of" names.
    Number,
    /// "for": a plan reaches what follows.
    Planned,
    /// "Iranian protesters": not the state.
    Private,
    /// "expect Iran to leave": whose object is to act.
    Telling,
}

impl Row for WordKind {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        match columns {
            [_, "aside"] => Some(Self::Aside),
            [_, "clausal"] => Some(Self::Clausal),
            [_, "envoy"] => Some(Self::Envoy),
            [_, "governed"] => Some(Self::Governed),
            [_, "not"] => Some(Self::Not),
            [_, "number"] => Some(Self::Number),
            [_, "planned"] => Some(Self::Planned),
            [_, "private"] => Some(Self::Private),
            [_, "telling"] => Some(Self::Telling),
            _ => None,
        }
    }
}

/// The word lists of this stage.
#[derive(Debug)]
pub(crate) struct Lists {
    pub(super) signals: Lexicon<SignalRow>,
    pub(super) modifiers: Lexicon<ModifierRow>,
    pub(super) objects: Lexicon<ObjectRow>,
    events: Lexicon<EventRow>,
    /// The events that are classes of the classifier, in its order.
    pub(super) classes: [EventRow; CLASSES],
    party_words: Lexicon<WordKind>,
    pub(super) parties: Weights,
}

impl Lists {
    /// The lists of the product.
    pub(crate) fn built_in() -> Self {
        let events = Lexicon::open(&EVENTS);
        Self {
            signals: Lexicon::open(&SIGNALS),
            modifiers: Lexicon::open(&MODIFIERS),
            objects: Lexicon::open(&SIGNAL_OBJECTS),
            classes: learned::EVENTS.map(|name| event(&events, name)),
            events,
            party_words: Lexicon::open(&PARTY_WORDS),
            parties: Weights::open(&PARTIES, &GROUPS, 2),
        }
    }

    pub(crate) fn set_parties(&mut self, weights: Vec<[i32; 2]>) {
        self.parties = Weights::of(weights.into_iter().flatten().collect(), 2);
    }

    /// Whether a dictionary form is a phrase of the list by itself.
    pub(crate) fn is_signal(&self, lemma: &str) -> bool {
        self.signals.get(lemma).is_some()
    }

    /// Whether a dictionary form is a noun that decides what a phrase means.
    pub(crate) fn is_object(&self, lemma: &str) -> bool {
        self.objects.get(lemma).is_some()
    }

    /// Whether a folded word is of a kind.
    pub(super) fn is(&self, word: &str, kind: WordKind) -> bool {
        self.party_words.get(word).is_some_and(|found| found.rows().any(|row| *row == kind))
    }

    /// The class of an event; an unknown one shows nothing.
    pub(super) fn event(&self, name: &'static str) -> EventRow {
        event(&self.events, name)
    }
}

fn event(events: &Lexicon<EventRow>, name: &'static str) -> EventRow {
    events.get(name).and_then(|found| found.first().copied()).unwrap_or(EventRow {
        name,
        quad: QuadClass::Statement,
        sign: None,
        scale: 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_every_event_is_known() {
        let lists = Lists::built_in();
        assert_eq!(lists.party_words.unread(), 0);
        assert_eq!(lists.signals.unread() + lists.modifiers.unread() + lists.events.unread(), 0);
        assert_eq!(lists.objects.unread(), 0);
        assert!(lists.signals.iter().all(|row| lists.events.get(row.event).is_some()));
    }
}
