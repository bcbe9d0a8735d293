//! Terms of this article: noun phrases of two to four words that it uses again and again.
//!
//! Without a parse a phrase is a run of lower-case words that no function word breaks; it must not
//! hold a name nor be words of an issue, and stands in two sentences at least.

use super::lists::Lists;
use super::{Line, cover, topic};
use crate::actors::People;
use crate::document::Document;
use readout_contract::report::{Topic, TopicEvidence, TopicFound, TopicKind};
use readout_sorted::{map, set, sort_by_key};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Terms shown.
const SHOWN: usize = 6;
const LONGEST: usize = 4;
/// Share of sentences, in percent, from which on a phrase inside a longer one is folded into it.
const FOLDED: usize = 70;

#[derive(Default)]
struct Term {
    label: String,
    evidence: Vec<TopicEvidence>,
    leads: bool,
}

pub(super) fn find(
    doc: &Document,
    people: &People,
    lines: &[Line<'_>],
    lists: &Lists,
) -> Vec<Topic> {
    let named = doc.mentions.iter().zip(&people.mentions);
    let named = named.filter(|(_, known)| known.actor.is_some());
    let named = set(named.flat_map(|(mention, _)| mention.tokens.range()));
    let mut terms: BTreeMap<String, Term> = BTreeMap::new();
    for line in lines {
        for run in runs(doc, line, &named, lists) {
            collect(doc, line, &run, lists, &mut terms);
        }
    }
    terms.retain(|_, term| {
        let sentences = set(term.evidence.iter().map(|found| found.sentence));
        sentences.len() > 1
    });
    fold_into_longer(&mut terms);
    let mut topics: Vec<Topic> = terms
        .into_values()
        .filter_map(|term| {
            let words = term.label.split(' ').count() as u32;
            let points = term.evidence.len() as u32 * (2 + words) + if term.leads { 6 } else { 0 };
            topic(term.label, TopicKind::Term, term.evidence, points)
        })
        .collect();
    sort_by_key(&mut topics, |topic| {
        (std::cmp::Reverse(topic.salience), topic.evidence.first().map(|found| found.span.start()))
    });
    topics.truncate(SHOWN);
    topics
}

/// Runs of words that may be part of a term: indexes into the line's words.
fn runs(
    doc: &Document,
    line: &Line<'_>,
    named: &BTreeSet<usize>,
    lists: &Lists,
) -> Vec<std::ops::Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    for (index, (word, token)) in line.words.iter().enumerate() {
        let raw = doc.token(*token);
        let fits = raw.chars().all(|character| character.is_lowercase() || character == '-')
            && word.len() > 2
            && !named.contains(token)
            && is_content(word, lists);
        if !fits {
            runs.push(start..index);
            start = index + 1;
        }
    }
    runs.push(start..line.words.len());
    runs.retain(|run| run.len() > 1);
    runs
}

fn is_content(word: &str, lists: &Lists) -> bool {
    lists.stops.get(word).is_none() && !word.ends_with("ly")
}

fn collect(
    doc: &Document,
    line: &Line<'_>,
    run: &std::ops::Range<usize>,
    lists: &Lists,
    terms: &mut BTreeMap<String, Term>,
) {
    for start in run.clone() {
        for end in (start + 2)..=(start + LONGEST).min(run.end) {
            let words: Vec<&str> = line.words[start..end].iter().map(|(word, _)| &**word).collect();
            let ends = [words.first(), words.last()];
            if ends.iter().flatten().any(|word| lists.noise.get(word).is_some())
                || words.last().is_some_and(|word| word.ends_with("ed") || word.ends_with("ing"))
                || is_issue(lists, &words)
            {
                continue;
            }
            let label = words.join(" ");
            let term = terms.entry(singular(&label)).or_default();
            if term.label.is_empty() {
                term.label = label;
            }
            let (Some(first), Some(last)) = (line.words.get(start), line.words.get(end - 1)) else {
                continue;
            };
            term.leads |= line.leads;
            term.evidence.push(TopicEvidence {
                span: cover(doc, first.1, last.1),
                sentence: line.id,
                matched: Cow::Owned(words.join(" ")),
                found: TopicFound::Term,
            });
        }
    }
}

/// Whether words are a key of an issue, which then has them.
fn is_issue(lists: &Lists, words: &[&str]) -> bool {
    (0..words.len()).any(|start| lists.topics.longest(words[start..].iter().copied()).is_some())
}

/// Singular and plural are one term.
fn singular(label: &str) -> String {
    label.strip_suffix('s').filter(|rest| !rest.ends_with('s')).unwrap_or(label).to_owned()
}

/// A phrase that mostly stands inside a longer one is that one. Looks from each longer phrase at the
/// few inside it, so that time grows with the number of phrases.
fn fold_into_longer(terms: &mut BTreeMap<String, Term>) {
    let sentences = map(terms
        .iter()
        .map(|(key, term)| (key.as_str(), set(term.evidence.iter().map(|found| found.sentence)))));
    let mut folded: BTreeSet<String> = BTreeSet::new();
    for (key, longer) in &sentences {
        let words: Vec<&str> = key.split(' ').collect();
        for start in 0..words.len() {
            for end in (start + 2)..=words.len() {
                let inner = words[start..end].join(" ");
                let Some(own) = sentences.get(inner.as_str()).filter(|_| inner != *key) else {
                    continue;
                };
                let least = own.len() * FOLDED;
                if longer.len() * 100 >= least && own.intersection(longer).count() * 100 >= least {
                    folded.insert(inner);
                }
            }
        }
    }
    terms.retain(|key, _| !folded.contains(key));
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_contract::ids::SentenceId;
    use readout_text::Span;

    fn terms(rows: &[(&str, &[u32])]) -> BTreeMap<String, Term> {
        let evidence = |sentences: &[u32]| {
            sentences
                .iter()
                .map(|id| TopicEvidence {
                    span: Span::default(),
                    sentence: SentenceId(*id),
                    matched: Cow::Borrowed("words"),
                    found: TopicFound::Term,
                })
                .collect()
        };
        rows.iter()
            .map(|(key, sentences)| {
                ((*key).to_owned(), Term { evidence: evidence(sentences), ..Term::default() })
            })
            .collect()
    }

    fn kept(rows: &[(&str, &[u32])]) -> Vec<String> {
        let mut terms = terms(rows);
        fold_into_longer(&mut terms);
        terms.into_keys().collect()
    }

    #[test]
    fn a_phrase_mostly_inside_a_longer_one_is_folded() {
        assert_eq!(
            kept(&[("harbor fee", &[1, 2, 3]), ("new harbor fee", &[1, 2, 3])]),
            ["new harbor fee"]
        );
    }

    #[test]
    fn a_phrase_that_stands_alone_often_enough_stays() {
        let rows: [(&str, &[u32]); 2] =
            [("harbor fee", &[1, 2, 3, 4, 5]), ("new harbor fee", &[1, 2])];
        assert_eq!(kept(&rows), ["harbor fee", "new harbor fee"]);
    }

    #[test]
    fn words_are_compared_whole() {
        assert_eq!(
            kept(&[("harbor fee", &[1, 2]), ("inner harbor feedback", &[1, 2])]),
            ["harbor fee", "inner harbor feedback"]
        );
    }
}
