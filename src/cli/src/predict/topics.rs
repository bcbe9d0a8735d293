//! Key phrases, best first, and the topic chips with the places that show them.
//!
//! Key phrases are words of the text: of terms, of issues, of things and of people, each as the text
//! has it most often. One that holds an earlier one, or stands in it, comes after all others; so do
//! full names of those whom the text mostly calls something shorter.

use super::place::{Doc, Place};
use readout_contract::report::{ActorKind, MentionKind, TopicKind};
use readout_export::topic_kind_name;
use readout_text::Span;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub(super) struct Topics<'a> {
    keyphrases: Vec<String>,
    chips: Vec<Chip<'a>>,
}

#[derive(Serialize)]
struct Chip<'a> {
    label: &'a str,
    kind: &'static str,
    first_view: bool,
    sentences: usize,
    spans: Vec<Place>,
}

/// A phrase and its weight.
type Ranked = (String, u32);

pub(super) fn of<'a>(doc: &Doc<'a>) -> Topics<'a> {
    let topics = &doc.report.topics.topics;
    let chips = topics
        .iter()
        .map(|topic| Chip {
            label: &topic.label,
            kind: topic_kind_name(topic.kind),
            first_view: topic.first_view,
            sentences: topic.sentences.len(),
            spans: topic.evidence.iter().map(|one| doc.place(one.span)).collect(),
        })
        .collect();
    let mut ranked: Vec<Ranked> = Vec::new();
    for topic in topics {
        if topic.kind == TopicKind::Term {
            ranked.push((topic.label.clone(), topic.salience));
        } else {
            let mut forms = forms(doc, topic.evidence.iter().map(|found| found.span));
            if topic.kind != TopicKind::Issue {
                forms.truncate(1);
                if topic.label.contains(' ') {
                    forms.push((topic.label.clone(), SHAPE));
                }
            }
            ranked.append(&mut forms);
        }
    }
    for actor in &doc.report.attributions.actors {
        if actor.kind == ActorKind::Person && !actor.unnamed {
            let named = doc.mentions(actor).filter(|mention| mention.kind == MentionKind::Name);
            ranked.extend(forms(doc, named.map(|mention| mention.head)).into_iter().take(1));
            ranked.push((actor.name.clone(), SHAPE));
        }
    }
    ranked.sort_by_key(|(_, weight)| Reverse(*weight));
    let mut keyphrases: Vec<String> = Vec::new();
    let mut late: Vec<String> = Vec::new();
    for (phrase, _) in ranked {
        let repeats = keyphrases.iter().any(|other| repeats(other, &phrase));
        if repeats { &mut late } else { &mut keyphrases }.push(phrase);
    }
    // A short list is better than one that repeats itself.
    if keyphrases.len() >= ENOUGH {
        keyphrases.append(&mut late);
    }
    Topics { keyphrases, chips }
}

/// Phrases before any that repeats another.
const ENOUGH: usize = 10;
/// What a phrase weighs beside how often it stands, and a word more than a phrase.
const SHAPE: u32 = 48;

/// The words at these places, those that stand most often first, and their weight, as terms weigh.
fn forms(doc: &Doc<'_>, spans: impl Iterator<Item = Span>) -> Vec<Ranked> {
    let mut counts: BTreeMap<String, (u32, Reverse<u32>)> = BTreeMap::new();
    for span in spans {
        let words = doc.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
        counts.entry(words).or_insert((0, Reverse(span.start()))).0 += 1;
    }
    let mut forms: Vec<_> = counts.into_iter().collect();
    forms.sort_by_key(|(_, rank)| Reverse(*rank));
    let weight = |(words, (count, first)): (String, (u32, Reverse<u32>))| {
        let late = 20 * u64::from(first.0) / (doc.text.as_str().len() as u64).max(1);
        (words, SHAPE + (900 * count).isqrt() - late as u32)
    };
    forms.into_iter().map(weight).collect()
}

/// Whether the words of one stand in the other, plural or not.
fn repeats(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let same = |part: &[String]| part.iter().zip(&short).all(|(one, other)| alike(one, other));
    !short.is_empty() && long.windows(short.len()).any(same)
}

fn words(phrase: &str) -> Vec<String> {
    let lower = phrase.to_lowercase().replace("'s", "").replace("’s", "");
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether two words are one, plural or not.
fn alike(one: &str, other: &str) -> bool {
    let bare = |word: &str| match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => word.trim_end_matches("es").trim_end_matches('s').to_owned(),
    };
    bare(one) == bare(other)
}
