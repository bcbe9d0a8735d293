//! What is seen of a sentence, as keys of the table of weights.

use super::view::{View, Word};
use crate::attributions::learned::key::{hash, key};
use crate::document::{Relation, Upos};
use readout_contract::report::{ModifierKind, Signal};
use readout_sorted::sort;

/// Deeper words are as deep as this.
const DEEPEST: u32 = 3;

/// The keys of a sentence with the signals that rows give, in order, each once.
pub(in crate::tension) fn see(view: &View, signals: &[Signal]) -> Vec<u32> {
    let mut keys = gather(view, signals);
    sort(&mut keys, &Ord::cmp);
    keys.dedup();
    keys
}

/// Gathers the keys of a sentence as they come.
pub(super) fn gather(view: &View, signals: &[Signal]) -> Vec<u32> {
    let mut keys = Vec::with_capacity(view.words.len() * 12);
    let mut add = |template: u32, values: &[u32]| keys.push(key(template, values));
    add(0, &[]);
    let words = &view.words;
    let named = |word: &Word| {
        if word.upos == Upos::Propn || word.names > 0 { 1000 + word.names } else { word.lemma }
    };
    let mut before = 0;
    for word in words {
        if word.upos == Upos::Punct {
            before = 1;
            continue;
        }
        let own = named(word);
        add(1, &[before, own]);
        before = own;
        let head = word.head.and_then(|head| words.get(head));
        let of = head.map_or(0, named);
        match word.upos {
            Upos::Verb | Upos::Noun | Upos::Adj | Upos::Adv => {
                add(2, &[word.lemma]);
                add(3, &[word.lemma, word.path]);
                add(4, &[word.lemma, word.depth.min(DEEPEST)]);
                add(5, &[word.beginning]);
                if word.passive {
                    add(6, &[word.lemma]);
                }
                if word.negated {
                    add(7, &[word.lemma]);
                    add(8, &[word.path]);
                }
            }
            Upos::Aux | Upos::Part | Upos::Pron | Upos::Det | Upos::Sconj => {
                add(9, &[word.lemma, of]);
                add(10, &[word.lemma, word.path]);
                if word.passive {
                    add(11, &[of]);
                    add(12, &[word.path]);
                }
            }
            Upos::Adp => {
                let above = head.and_then(|head| head.head).and_then(|at| words.get(at));
                let verb = above.map_or(0, named);
                add(13, &[word.lemma, of]);
                add(14, &[word.lemma, verb]);
                add(15, &[word.lemma, verb, of]);
            }
            _ => {}
        }
        if word.names > 0 {
            add(16, &[word.relation as u32, of, word.names]);
            add(17, &[word.relation as u32, word.names, word.path]);
        }
        if word.upos != Upos::Adp && !matches!(word.relation, Relation::Det | Relation::Case) {
            add(18, &[word.relation as u32, of, own]);
        }
    }
    see_main(view, &mut add, &named);
    see_signals(view, signals, &mut add);
    keys
}

/// What is seen of the main predicate by itself.
pub(super) fn see_predicate(view: &View) -> Vec<u32> {
    let Some(word) = view.main.and_then(|at| view.words.get(at)) else { return Vec::new() };
    vec![
        key(2, &[word.lemma]),
        key(3, &[word.lemma, word.path]),
        key(4, &[word.lemma, word.depth.min(DEEPEST)]),
        key(30, &[word.lemma]),
    ]
}

/// The main predicate with what it governs.
fn see_main(view: &View, add: &mut impl FnMut(u32, &[u32]), named: &impl Fn(&Word) -> u32) {
    let words = &view.words;
    let root = view.root.and_then(|at| words.get(at));
    let Some((at, main)) = view.main.and_then(|at| Some((at, words.get(at)?))) else { return };
    add(30, &[main.lemma]);
    add(31, &[main.lemma, u32::from(main.negated)]);
    add(32, &[root.map_or(0, |root| root.lemma), u32::from(view.main == view.root)]);
    add(33, &[view.parties.min(4) as u32]);
    for word in words.iter().filter(|word| word.head == Some(at)) {
        match word.relation {
            Relation::Xcomp | Relation::Ccomp | Relation::Obj | Relation::Obl => {
                add(34, &[main.lemma, word.relation as u32, named(word), u32::from(word.negated)]);
                add(35, &[word.relation as u32, named(word), u32::from(word.negated)]);
            }
            Relation::Aux => add(36, &[word.lemma, u32::from(word.passive)]),
            Relation::Nsubj => add(37, &[named(word), u32::from(word.passive)]),
            _ => {}
        }
    }
}

/// The signals that rows give.
fn see_signals(view: &View, signals: &[Signal], add: &mut impl FnMut(u32, &[u32])) {
    let mut nearest = None;
    let root = view.main.and_then(|at| view.words.get(at)).map_or(0, |word| word.lemma);
    for (place, signal) in signals.iter().enumerate() {
        let event = hash(&signal.event);
        let away = view.away_of(signal.span);
        let near = match away {
            0..=1 => 0,
            2..=4 => 1,
            5..=19 => 2,
            _ => 3,
        };
        let scope = signal.scope as u32;
        let relieved =
            signal.modifiers.iter().any(|modifier| modifier.kind == ModifierKind::Relieved);
        add(50, &[event]);
        add(51, &[event, near]);
        add(52, &[hash(&signal.rule)]);
        add(53, &[hash(&signal.rule), event, u32::from(relieved)]);
        add(54, &[event, scope]);
        add(55, &[signal.quad as u32, near]);
        if place == 0 {
            add(56, &[event]);
        }
        if nearest.is_none_or(|(least, _)| away < least) && signal.weight > 0 {
            nearest = Some((away, signal));
        }
    }
    let main = nearest.map(|(_, signal)| signal);
    let event = main.map_or(0, |signal| hash(&signal.event));
    add(57, &[event]);
    add(58, &[event, root]);
    add(59, &[main.map_or(9, |signal| signal.quad as u32)]);
    add(60, &[event, main.map_or(9, |signal| signal.scope as u32)]);
}
