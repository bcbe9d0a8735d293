//! A sentence as the classifier sees it: its words with their places in the tree.

use crate::attributions::learned::key::hash;
use crate::document::{Document, Relation, Sentence, Upos};
use crate::lexicons::Lexicons;
use crate::tension::Part;
use crate::tokens::fold;
use readout_contract::report::{ActorKind, MentionKind};
use readout_text::Span;

/// Steps up the tree that are looked at: deeper is as good as this.
const DEEPEST: usize = 12;

/// A word.
#[derive(Clone, Copy, Debug)]
pub(in crate::tension) struct Word {
    pub(super) form: u32,
    pub(super) lemma: u32,
    pub(super) upos: Upos,
    pub(super) relation: Relation,
    pub(super) passive: bool,
    pub(super) head: Option<usize>,
    /// Steps to the root.
    pub(super) depth: u32,
    /// The clauses it is in, as a hash of their relations; 0 for the main one.
    pub(super) path: u32,
    /// What a name names, one more than its kind; 0 for other words.
    pub(super) names: u32,
    pub(super) negated: bool,
    /// First letters.
    pub(super) beginning: u32,
    pub(super) span: Span,
    /// Its number in the text.
    pub(super) token: usize,
}

/// A sentence.
#[derive(Debug)]
pub(in crate::tension) struct View {
    pub(super) words: Vec<Word>,
    /// The predicate of the main act: what is said, where the sentence only says that it is said.
    pub(super) main: Option<usize>,
    pub(super) root: Option<usize>,
    /// How many parties are named.
    pub(super) parties: usize,
}

fn is_clause(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Ccomp
            | Relation::Xcomp
            | Relation::Advcl
            | Relation::Acl
            | Relation::Parataxis
            | Relation::Csubj
            | Relation::Conj
    )
}

impl View {
    /// Sees a sentence.
    pub(in crate::tension) fn new(part: &Part<'_>, lexicons: &Lexicons) -> Self {
        let (doc, sentence) = (part.doc, part.sentence);
        let range = sentence.tokens.range();
        let start = range.start;
        let mut words: Vec<Word> = Vec::with_capacity(range.len());
        for at in range.clone() {
            let text = doc.token(at);
            let folded = fold(text);
            let Some(syntax) = doc.syntax.get(at) else { continue };
            let lemma = crate::syntax::lemma(&folded, syntax.upos, lexicons);
            let beginning =
                lemma.char_indices().nth(5).and_then(|(end, _)| lemma.get(..end)).unwrap_or(&lemma);
            let head = syntax.head.map(|head| head as usize).filter(|head| range.contains(head));
            words.push(Word {
                form: hash(&folded),
                lemma: hash(&lemma),
                upos: syntax.upos,
                relation: syntax.relation,
                passive: syntax.passive,
                head: head.map(|head| head - start),
                depth: 0,
                path: 0,
                names: 0,
                negated: false,
                beginning: hash(beginning),
                span: doc.tokens.get(at).map_or(Span::default(), |token| token.span),
                token: at,
            });
        }
        let mut view = Self { words, main: None, root: None, parties: part.parties };
        view.name(doc, sentence);
        view.negate();
        view.climb();
        view.find_main(|span| part.voices.cue(span).is_some());
        view
    }

    fn name(&mut self, doc: &Document, sentence: &Sentence) {
        let first =
            doc.mentions.partition_point(|mention| mention.tokens.end <= sentence.tokens.start);
        for mention in doc.mentions.get(first..).unwrap_or_default() {
            if mention.tokens.start >= sentence.tokens.end {
                break;
            }
            let kind = match (mention.kind, mention.entity) {
                (MentionKind::Pronoun, _) => 1,
                (_, None) => 2,
                (_, Some(ActorKind::Person)) => 3,
                (_, Some(ActorKind::State)) => 4,
                (_, Some(ActorKind::Body)) => 5,
                (_, Some(ActorKind::Group)) => 6,
                (_, Some(ActorKind::Document)) => 7,
                (_, Some(ActorKind::Place)) => 8,
                (_, Some(ActorKind::Event)) => 9,
            };
            for at in mention.head_tokens.range() {
                let at = at.wrapping_sub(sentence.tokens.start as usize);
                if let Some(word) = self.words.get_mut(at) {
                    word.names = kind;
                }
            }
        }
    }

    fn negate(&mut self) {
        let not = ["not", "n't", "never", "no", "neither", "nor"].map(hash);
        for at in 0..self.words.len() {
            let Some(word) = self.words.get(at).copied() else { continue };
            if not.contains(&word.form)
                && let Some(head) = word.head.and_then(|head| self.words.get_mut(head))
            {
                head.negated = true;
            }
        }
    }

    fn climb(&mut self) {
        for at in 0..self.words.len() {
            let (mut depth, mut path, mut up) = (0, 0_u32, at);
            for _ in 0..DEEPEST {
                let Some(word) = self.words.get(up) else { break };
                let Some(head) = word.head else { break };
                if is_clause(word.relation) && path < 1 << 16 {
                    path = path << 8 | (word.relation as u32 + 1);
                }
                depth += 1;
                up = head;
            }
            if let Some(word) = self.words.get_mut(at) {
                (word.depth, word.path) = (depth, path);
            }
        }
    }

    /// Goes from the root to what is said.
    fn find_main(&mut self, is_cue: impl Fn(Span) -> bool) {
        self.root = self
            .words
            .iter()
            .position(|word| word.head.is_none() && word.relation == Relation::Root);
        let mut main = self.root;
        for _ in 0..2 {
            let Some(at) =
                main.filter(|at| self.words.get(*at).is_some_and(|word| is_cue(word.span)))
            else {
                break;
            };
            let said = self.words.iter().position(|word| {
                word.head == Some(at)
                    && matches!(word.relation, Relation::Ccomp | Relation::Parataxis)
            });
            let Some(said) = said else { break };
            main = Some(said);
        }
        self.main = main;
    }

    /// How far a word is from the main predicate: what its steps up the tree add.
    fn away(&self, at: usize) -> u32 {
        let (mut up, mut away) = (at, 0);
        for _ in 0..DEEPEST {
            if Some(up) == self.main {
                return away;
            }
            let Some(word) = self.words.get(up) else { break };
            away += match word.relation {
                Relation::Xcomp | Relation::Aux => 1,
                Relation::Obj | Relation::Ccomp => 2,
                Relation::Conj | Relation::Obl | Relation::Nmod | Relation::Compound => 3,
                Relation::Parataxis => 5,
                Relation::Advcl | Relation::Acl => 8,
                _ => 4,
            };
            let Some(head) = word.head else { break };
            up = head;
        }
        away + 20
    }

    /// The word of a span that holds the others: the one nearest to the root.
    fn head_of(&self, span: Span) -> Option<usize> {
        let first = self.words.partition_point(|word| word.span.start() < span.start());
        let inside = self.words.iter().enumerate().skip(first);
        let inside = inside.take_while(|(_, word)| word.span.end() <= span.end());
        inside.min_by_key(|(_, word)| word.depth).map(|(at, _)| at)
    }

    /// How far a span is from the main predicate.
    pub(in crate::tension) fn away_of(&self, span: Span) -> u32 {
        self.head_of(span).map_or(99, |at| self.away(at))
    }
}
