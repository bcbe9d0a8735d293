//! How a candidate stands to a predicate in the tree.

use super::candidates::HIGHEST;
use crate::document::{Document, Relation, SyntaxWord, TokenRange, Upos};
use crate::tension::tree::Tree;

/// How the predicate stands to the word under which it meets a candidate, in the order of the labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Up {
    Own,
    Inside,
    Xcomp,
    Ccomp,
    Advcl,
    Acl,
    Conj,
    Parataxis,
    Object,
    Oblique,
    Modifier,
    Subject,
    Part,
    Other,
    Clause2,
    Noun2,
    Conj2,
    Clause3,
    Noun3,
    Conj3,
    Apart,
}

/// What a candidate is of the word that it hangs on, in the order of the labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Down {
    Subject,
    Passive,
    Object,
    Oblique,
    Modifier,
    Owner,
    Part,
    Conj,
    Above,
    Other,
}

/// What it hangs on in turn, in the order of the labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Through {
    Nothing,
    Subject,
    Object,
    Oblique,
    Modifier,
    Clause,
    Conj,
    Other,
}

/// A way from a predicate to a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Path {
    pub(super) up: Up,
    pub(super) through: Through,
    pub(super) down: Down,
    /// Whether a clause with a subject of its own lies between.
    pub(super) barred: bool,
    /// Whether the object of the predicate lies between.
    pub(super) below_object: bool,
    /// Words between the candidate and the word under which they meet.
    pub(super) between: usize,
}

/// A predicate: the words of a phrase, and what is above them.
#[derive(Debug)]
pub(super) struct Predicate<'a> {
    pub(super) tree: &'a Tree<'a>,
    pub(super) tokens: TokenRange,
    pub(super) head: usize,
    /// The words above the head, the nearest first.
    above: Vec<usize>,
}

impl<'a> Predicate<'a> {
    /// The predicate of a phrase, by the token that governs its words.
    pub(super) fn of(tree: &'a Tree<'a>, head: usize, tokens: TokenRange) -> Self {
        let mut above = Vec::new();
        let mut at = head;
        while let Some(up) = tree.head(at)
            && above.len() < HIGHEST
        {
            above.push(up);
            at = up;
        }
        Self { tree, tokens, head, above }
    }

    /// The subject of the nearest clause above that has one, and whether it is the predicate's own.
    /// `is_told` tells an object that is to act: "expect Iran to leave".
    pub(super) fn subject(
        &self,
        doc: &Document,
        is_told: &dyn Fn(usize) -> bool,
    ) -> Option<(usize, bool)> {
        let clauses = std::iter::once(self.head).chain(self.above.iter().copied());
        clauses.take(HIGHEST).find_map(|clause| {
            let subject = subject_of(doc, self.tree, clause)
                .or_else(|| self.controller(clause).filter(|at| is_told(*at)))?;
            Some((subject, clause == self.head || self.is_raised(clause)))
        })
    }

    /// "refused to leave", "is expected to leave": the subject is that of the second verb.
    fn is_raised(&self, clause: usize) -> bool {
        let is_object =
            |at: usize| matches!(self.tree.relation(at), Relation::Obj | Relation::Iobj);
        self.tree.head(self.head) == Some(clause)
            && self.tree.relation(self.head) == Relation::Xcomp
            && self.tree.upos(self.head) == Upos::Verb
            && !self.tree.dependents(clause).any(is_object)
    }

    /// Whether a noun is the object of the verb of its subject, or of one under that ("agreed to hold
    /// talks").
    pub(super) fn is_borne(&self, doc: &Document) -> bool {
        if self.tree.relation(self.head) != Relation::Obj {
            return false;
        }
        for verb in self.above.iter().copied().take(HIGHEST) {
            if subject_of(doc, self.tree, verb).is_some() {
                return true;
            }
            if self.tree.relation(verb) != Relation::Xcomp {
                break;
            }
        }
        false
    }

    /// The object of a verb over which the noun is: "criticized Peru over the arrests".
    pub(super) fn blamed(&self, doc: &Document) -> Option<usize> {
        let verb = self.tree.head(self.head)?;
        let is_case =
            |at: usize| self.tree.relation(at) == Relation::Case && doc.token(at) == "over";
        let told = self.tree.relation(self.head) == Relation::Obl
            && self.tree.dependents(self.head).any(is_case);
        let is_object = |at: &usize| self.tree.relation(*at) == Relation::Obj && *at < self.head;
        told.then(|| self.tree.dependents(verb).find(is_object)).flatten()
    }

    /// The object of the verb above a clause without a subject.
    fn controller(&self, clause: usize) -> Option<usize> {
        let above = self.tree.head(clause).filter(|above| *above < clause)?;
        let is_object = |at: &usize| {
            self.tree.relation(*at) == Relation::Obj && *at < clause && !self.tree.passive(*at)
        };
        let marked = self.tree.has(clause, Relation::Mark);
        (marked && self.tree.relation(clause) == Relation::Xcomp)
            .then(|| self.tree.dependents(above).find(is_object))
            .flatten()
    }

    /// The way to the candidate whose head is `token`.
    pub(super) fn path(&self, doc: &Document, token: usize, object: Option<usize>) -> Path {
        let down = self.tree.word(token).map_or(Down::Other, |word| down_of(word, token));
        let mut path = Path {
            up: Up::Own,
            through: Through::Nothing,
            down,
            barred: false,
            below_object: false,
            between: 0,
        };
        if token == self.head {
            path.down = Down::Above;
            return path;
        }
        if let Some(steps) = self.above.iter().position(|up| *up == token) {
            (path.up, path.down) = (self.up(steps + 1), Down::Above);
            return path;
        }
        let mut at = token;
        for _ in 0..HIGHEST {
            let Some(up) = self.tree.head(at) else { break };
            if at != token {
                path.between += 1;
                path.through = self.tree.word(at).map_or(Through::Other, through_of);
                path.below_object |= Some(at) == object;
                path.barred |= match path.through {
                    Through::Clause => subject_of(doc, self.tree, at) != Some(token),
                    // "criticized the law and left for Mali".
                    Through::Conj => object.is_some() && self.tree.upos(at) == Upos::Verb,
                    _ => false,
                };
            }
            if up == self.head {
                path.up = Up::Own;
                return path;
            }
            if self.tokens.contains(up) {
                path.up = Up::Inside;
                return path;
            }
            if let Some(steps) = self.above.iter().position(|above| *above == up) {
                path.up = self.up(steps + 1);
                return path;
            }
            at = up;
        }
        path.up = Up::Apart;
        path
    }

    /// The object of the predicate.
    pub(super) fn object(&self) -> Option<usize> {
        self.tree.dependents(self.head).find(|at| self.tree.relation(*at) == Relation::Obj)
    }

    /// What lies between the head and the word so many steps above it.
    fn up(&self, steps: usize) -> Up {
        let below = steps.checked_sub(2).and_then(|at| self.above.get(at)).copied();
        let last = self.tree.relation(below.unwrap_or(self.head));
        let first = self.tree.relation(self.head);
        match (steps, first) {
            (1, Relation::Xcomp) => Up::Xcomp,
            (1, Relation::Ccomp) => Up::Ccomp,
            (1, Relation::Advcl) => Up::Advcl,
            (1, Relation::Acl) => Up::Acl,
            (1, Relation::Conj) => Up::Conj,
            (1, Relation::Parataxis) => Up::Parataxis,
            (1, Relation::Obj | Relation::Iobj) => Up::Object,
            (1, Relation::Obl) => Up::Oblique,
            (1, Relation::Nmod) => Up::Modifier,
            (1, Relation::Nsubj) => Up::Subject,
            (1, Relation::Compound | Relation::Amod) => Up::Part,
            (1, _) => Up::Other,
            (2, _) if is_noun(first) => Up::Noun2,
            (2, Relation::Conj) => Up::Conj2,
            (2, _) => Up::Clause2,
            (_, Relation::Conj) => Up::Conj3,
            (_, _) if is_noun(first) && is_noun(last) => Up::Noun3,
            _ => Up::Clause3,
        }
    }
}

/// The subject of a verb; for "who attacked" whom "who" stands for.
fn subject_of(doc: &Document, tree: &Tree<'_>, verb: usize) -> Option<usize> {
    // Of two, the first is a place line read as one.
    let subjects = tree.dependents(verb).filter(|at| tree.relation(*at) == Relation::Nsubj);
    let subject = subjects.last()?;
    let stands_for = matches!(doc.token(subject), "who" | "which" | "that");
    let above = tree.head(verb).filter(|_| tree.relation(verb) == Relation::Acl);
    above.filter(|_| stands_for).or(Some(subject))
}

const fn is_noun(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Obj
            | Relation::Iobj
            | Relation::Obl
            | Relation::Nmod
            | Relation::Nsubj
            | Relation::Compound
            | Relation::Amod
            | Relation::Appos
    )
}

fn down_of(word: &SyntaxWord, token: usize) -> Down {
    let before = word.head.is_some_and(|head| head as usize > token);
    match word.relation {
        Relation::Nsubj | Relation::Csubj if word.passive => Down::Passive,
        Relation::Nsubj | Relation::Csubj => Down::Subject,
        Relation::Obj | Relation::Iobj => Down::Object,
        Relation::Obl => Down::Oblique,
        Relation::Nmod | Relation::Det if before => Down::Owner,
        Relation::Nmod => Down::Modifier,
        Relation::Compound | Relation::Amod | Relation::Flat | Relation::Appos => Down::Part,
        Relation::Conj => Down::Conj,
        _ => Down::Other,
    }
}

const fn through_of(word: &SyntaxWord) -> Through {
    match word.relation {
        Relation::Nsubj => Through::Subject,
        Relation::Obj | Relation::Iobj => Through::Object,
        Relation::Obl => Through::Oblique,
        Relation::Nmod | Relation::Compound | Relation::Amod | Relation::Appos => Through::Modifier,
        Relation::Conj => Through::Conj,
        Relation::Xcomp
        | Relation::Ccomp
        | Relation::Advcl
        | Relation::Acl
        | Relation::Parataxis
        | Relation::Csubj => Through::Clause,
        _ => Through::Other,
    }
}
