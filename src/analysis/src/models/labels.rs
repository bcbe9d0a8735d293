//! The labels that the models tell apart, in the order of their scores.

use crate::document::{Relation, Upos};

/// Parts of speech (Universal Dependencies v2).
pub const TAGS: [&str; 17] = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
];

/// Relations (Universal Dependencies v2), with the subtypes that later stages use.
pub const LABELS: [&str; 41] = [
    "acl",
    "acl:relcl",
    "advcl",
    "advmod",
    "amod",
    "appos",
    "aux",
    "aux:pass",
    "case",
    "cc",
    "ccomp",
    "compound",
    "conj",
    "cop",
    "csubj",
    "dep",
    "det",
    "discourse",
    "dislocated",
    "expl",
    "fixed",
    "flat",
    "goeswith",
    "iobj",
    "list",
    "mark",
    "nmod",
    "nmod:poss",
    "nsubj",
    "nsubj:pass",
    "nummod",
    "obj",
    "obl",
    "obl:agent",
    "orphan",
    "parataxis",
    "punct",
    "reparandum",
    "root",
    "vocative",
    "xcomp",
];

/// The place of "root" in [`LABELS`]: the label of the one token whose head is the root.
pub(crate) const ROOT: usize = 38;

/// Labels of names: outside, and first and further token of person, organization and place.
pub const NAMES: [&str; 7] = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"];

/// The part of speech at a place of [`TAGS`].
pub(crate) fn upos(index: usize) -> Upos {
    use Upos::{
        Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym,
        Verb, X,
    };
    const ALL: [Upos; TAGS.len()] = [
        Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym,
        Verb, X,
    ];
    ALL.get(index).copied().unwrap_or(X)
}

/// The relation at a place of [`LABELS`], without its subtype.
pub(crate) fn relation(index: usize) -> Relation {
    use Relation::{
        Acl, Advcl, Advmod, Amod, Appos, Aux, Case, Cc, Ccomp, Compound, Conj, Cop, Csubj, Dep,
        Det, Discourse, Dislocated, Expl, Fixed, Flat, Goeswith, Iobj, List, Mark, Nmod, Nsubj,
        Nummod, Obj, Obl, Orphan, Parataxis, Punct, Reparandum, Root, Vocative, Xcomp,
    };
    const ALL: [Relation; LABELS.len()] = [
        Acl, Acl, Advcl, Advmod, Amod, Appos, Aux, Aux, Case, Cc, Ccomp, Compound, Conj, Cop,
        Csubj, Dep, Det, Discourse, Dislocated, Expl, Fixed, Flat, Goeswith, Iobj, List, Mark,
        Nmod, Nmod, Nsubj, Nsubj, Nummod, Obj, Obl, Obl, Orphan, Parataxis, Punct, Reparandum,
        Root, Vocative, Xcomp,
    ];
    ALL.get(index).copied().unwrap_or(Dep)
}

/// Whether a relation is that of a passive: its subject, or its auxiliary.
pub(crate) fn is_passive(index: usize) -> bool {
    LABELS.get(index).is_some_and(|name| name.ends_with(":pass"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_those_of_the_types() {
        for (index, name) in TAGS.iter().enumerate() {
            assert_eq!(format!("{:?}", upos(index)).to_uppercase(), **name);
        }
        for (index, name) in LABELS.iter().enumerate() {
            let plain = name.split(':').next().unwrap_or_default();
            assert_eq!(format!("{:?}", relation(index)).to_lowercase(), plain);
        }
        assert_eq!(LABELS.get(ROOT), Some(&"root"));
    }
}
