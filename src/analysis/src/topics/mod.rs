//! From the text, its actors and its signals to topics: issues of a fixed list, terms of this
//! article, and things (places, organizations, events). People are no topics.
//!
//! What always holds: every topic has evidence; its count is the number of sentences it touches; no
//! two topics share a label. Pronouns and descriptions are no evidence, names and what stands for
//! them are. Paragraphs that are not English give nothing.

mod edit;
mod events;
mod issues;
pub(crate) mod lists;
mod names;
mod number;
mod phrases;
mod terms;
#[cfg(test)]
mod tests;
mod things;
mod typed;

use crate::actors::People;
use crate::document::{Document, Sentence};
use crate::lexicons::Lexicons;
use crate::tension::FoundSignal;
use crate::tokens::{self, fold};
use readout_contract::change::ChangeOutcome;
use readout_contract::ids::SentenceId;
use readout_contract::protocol::Input;
use readout_contract::report::{ParagraphKind, Sign, Topic, TopicEvidence, TopicKind, TopicsPart};
use readout_sorted::{Map, distinct, sort, sort_by_key};
use readout_text::Span;

/// Issues in the first view.
const FIRST_ISSUES: usize = 8;
/// Tokens of a title that are looked at.
const TITLE: usize = 60;
/// Terms beside which the page has room for fewer of them.
const TERMS: usize = 2;

/// A sentence as this stage reads it.
struct Line<'d> {
    id: SentenceId,
    /// Folded words and their tokens; hyphens part words, marks are single words.
    words: Vec<(std::borrow::Cow<'d, str>, usize)>,
    /// Title, heading or first paragraph: counts double.
    leads: bool,
    heading: bool,
}

/// Scores the topics of a text. `signals` give each topic its lean.
pub(crate) fn score(
    doc: &Document,
    people: &People,
    signals: &[FoundSignal],
    lexicons: &Lexicons,
    input: &Input,
    outcomes: &mut [ChangeOutcome],
) -> TopicsPart {
    let lines = lines(doc);
    let named = names::of(doc, people);
    let title = Title::new(input, lexicons);
    let mut topics = issues::find(doc, &lines, &named, &title, &lexicons.topics);
    topics.extend(terms::find(doc, &lines, &named, &lexicons.topics));
    topics.extend(events::find(doc, &lines, &named, &lexicons.topics));
    topics.extend(things::find(doc, people, &lines, &title, signals, &lexicons.topics));
    fill_first_view(&mut topics);
    let mut labels: Map<String, usize> = Map::default();
    topics.retain(|topic| {
        let times = labels.entry(fold(&topic.label).into_owned());
        *times += 1;
        *times == 1
    });
    edit::apply(doc, &lines, lexicons, &mut topics, &input.changes, outcomes);
    order(&mut topics);
    lean(&mut topics, signals);
    TopicsPart { topics }
}

/// The words of a title that is no part of the text. What it is about counts as the lead.
struct Title {
    words: Vec<String>,
}

impl Title {
    fn new(input: &Input, lexicons: &Lexicons) -> Self {
        let title = input.title.as_deref().unwrap_or_default();
        let tokens = tokens::split(title, lexicons);
        // A longer title is none, and looking words up in it takes time.
        let tokens = tokens.iter().take(TITLE);
        let words = tokens.filter_map(|token| title.get(token.span.range()));
        Self { words: words.flat_map(pieces).map(std::borrow::Cow::into_owned).collect() }
    }

    /// Whether these words, parted by spaces, stand in it.
    fn has(&self, words: &str) -> bool {
        let count = words.split([' ', '-']).count();
        self.words.windows(count).any(|part| part.iter().eq(words.split([' ', '-'])))
    }
}

fn lines(doc: &Document) -> Vec<Line<'_>> {
    let first_body = doc
        .paragraphs
        .iter()
        .position(|paragraph| paragraph.kind == ParagraphKind::Body)
        .unwrap_or(0);
    let mut lines = Vec::new();
    for (index, sentence) in doc.sentences.iter().enumerate() {
        let Some(paragraph) = doc.sentence_paragraphs.get(index) else { continue };
        let Some(known) = doc.paragraphs.get(paragraph.index()) else { continue };
        if known.english {
            lines.push(Line {
                id: SentenceId::new(index),
                words: words(doc, sentence),
                leads: known.kind == ParagraphKind::Heading || paragraph.index() <= first_body,
                heading: known.kind == ParagraphKind::Heading,
            });
        }
    }
    lines
}

fn words<'d>(doc: &'d Document, sentence: &Sentence) -> Vec<(std::borrow::Cow<'d, str>, usize)> {
    let mut words = Vec::with_capacity(sentence.tokens.range().len());
    for token in sentence.tokens.range() {
        let text = doc.token(token);
        // Most words have no hyphen.
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            words.push((fold(text), token));
        } else {
            words.extend(pieces(text).map(|piece| (piece, token)));
        }
    }
    words
}

/// The folded words of a token; none of a hyphen.
fn pieces(token: &str) -> impl Iterator<Item = std::borrow::Cow<'_, str>> {
    token.split(['-', '‐', '‑']).filter(|piece| !piece.is_empty()).map(fold)
}

/// The span from one token to another.
fn cover(doc: &Document, first: usize, last: usize) -> Span {
    match (doc.tokens.get(first), doc.tokens.get(last)) {
        (Some(first), Some(last)) => first.span.cover(last.span),
        _ => Span::default(),
    }
}

/// The spellings of a topic, and how often each stands.
#[derive(Default)]
struct Labels(Map<String, usize>);

impl Labels {
    fn add(&mut self, label: &str) {
        *self.0.entry(label.to_owned()) += 1;
    }

    /// The one that stands most; among equals the first.
    fn most(&self) -> Option<String> {
        self.0.iter().rev().max_by_key(|known| known.1).map(|known| known.0.clone())
    }
}

/// A topic of this evidence; `None` without any.
fn topic(
    label: String,
    kind: TopicKind,
    mut evidence: Vec<TopicEvidence>,
    salience: u32,
) -> Option<Topic> {
    sort_by_key(&mut evidence, |found| (found.span.start(), found.span.end()));
    evidence.dedup_by_key(|found| found.span);
    let sentences = distinct(evidence.iter().map(|found| found.sentence));
    (!evidence.is_empty()).then_some(Topic {
        label,
        kind,
        code: None,
        iptc: None,
        actor: None,
        evidence,
        sentences,
        salience,
        first_view: true,
        lean: 0,
    })
}

/// Issues that stand out, the weightiest of them; then, where room is left beside two terms, issues of
/// one sentence. The order is that of weight.
fn fill_first_view(topics: &mut [Topic]) {
    let in_view = |kind: TopicKind| move |topic: &&Topic| topic.kind == kind && topic.first_view;
    let terms = topics.iter().filter(in_view(TopicKind::Term)).count().min(TERMS);
    let mut shown = 0;
    for topic in
        topics.iter_mut().filter(|topic| topic.kind == TopicKind::Issue && topic.first_view)
    {
        topic.first_view = shown < FIRST_ISSUES;
        shown += usize::from(topic.first_view);
    }
    for topic in
        topics.iter_mut().filter(|topic| topic.kind == TopicKind::Issue && !topic.first_view)
    {
        topic.first_view = shown + terms < FIRST_ISSUES;
        shown += usize::from(topic.first_view);
    }
}

/// Kinds in a row, in each the most sentences first, then salience, then the first place.
fn order(topics: &mut [Topic]) {
    sort(topics, &|one, other| {
        let key = |topic: &Topic| {
            (
                topic.kind,
                std::cmp::Reverse(topic.first_view),
                std::cmp::Reverse(topic.sentences.len()),
                std::cmp::Reverse(topic.salience),
                topic.evidence.first().map(|found| found.span.start()),
            )
        };
        key(one).cmp(&key(other)).then_with(|| one.label.cmp(&other.label))
    });
}

/// The sum of the signals in a topic's sentences; strain is positive.
fn lean(topics: &mut [Topic], signals: &[FoundSignal]) {
    let sentences = signals.iter().map(|signal| signal.sentence.index() + 1).max();
    let mut sums = vec![0; sentences.unwrap_or_default()];
    for signal in signals {
        let weight = i32::from(signal.weight);
        if let Some(sum) = sums.get_mut(signal.sentence.index()) {
            *sum += if signal.sign == Sign::Strain { weight } else { -weight };
        }
    }
    for topic in topics {
        topic.lean = topic.sentences.iter().filter_map(|id| sums.get(id.index())).sum();
    }
}
