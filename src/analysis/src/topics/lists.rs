//! The word lists of this stage: issues, their words, and words that are no topic.

use super::number::singular;
use crate::lexicons::{ISSUES, Lexicon, Row, TOPIC_EVENTS, TOPIC_NOISE, TOPIC_STOPS, TOPICS};

/// How much a key says for its issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strength {
    /// Takes away the words that it covers.
    Negative,
    /// One word that stands in capitals.
    Acronym,
    /// Several words: says most.
    Phrase,
    /// One word.
    Word,
}

/// A word or phrase of an issue.
#[derive(Clone, Copy, Debug)]
pub(super) struct TopicRow {
    pub(super) key: &'static str,
    pub(super) issue: &'static str,
    pub(super) strength: Strength,
}

impl Row for TopicRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [key, issue, kind] = columns else { return None };
        let strength = match *kind {
            "negative" => Strength::Negative,
            "acronym" => Strength::Acronym,
            "" if key.contains(' ') => Strength::Phrase,
            "" => Strength::Word,
            _ => return None,
        };
        Some(Self { key, issue, strength })
    }
}

/// An issue of the fixed list.
#[derive(Clone, Copy, Debug)]
pub(super) struct IssueRow {
    pub(super) code: &'static str,
    pub(super) label: &'static str,
    pub(super) iptc: Option<&'static str>,
    /// Dropped where this issue has most of its evidence.
    pub(super) parent: Option<&'static str>,
    /// Names of organizations show it by themselves.
    pub(super) bodies: bool,
}

impl IssueRow {
    /// Whether all words of a key are words of the label, as far as the key spells them.
    pub(super) fn is_named_by(&self, key: &str) -> bool {
        let label = self.label.to_lowercase();
        key.trim_end_matches('*').split(' ').all(|word| {
            let own = singular(word);
            label.split([' ', ',', '-']).any(|name| name.starts_with(&*own))
        })
    }
}

impl Row for IssueRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [code, label, iptc, parent, bodies] = columns else { return None };
        let some = |cell: &'static str| (!cell.is_empty()).then_some(cell);
        Some(Self {
            code,
            label,
            iptc: some(iptc),
            parent: some(parent),
            bodies: *bodies == "bodies",
        })
    }
}

/// A word that is no topic by itself.
#[derive(Debug)]
pub(super) struct NoiseRow {
    /// Nor opens or ends a longer one.
    edge: bool,
}

impl Row for NoiseRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [_, place] = columns else { return None };
        matches!(*place, "alone" | "edge").then_some(Self { edge: *place == "edge" })
    }
}

/// A noun that names an event together with a place.
#[derive(Debug)]
pub(super) struct EventRow {
    /// Nouns of one class name one event: "war", "invasion".
    pub(super) class: &'static str,
}

impl Row for EventRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [_, class] = columns else { return None };
        Some(Self { class })
    }
}

/// A bare word.
#[derive(Debug)]
pub(super) struct WordRow;

impl Row for WordRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        (columns.len() == 1).then_some(Self)
    }
}

/// The word lists of this stage.
#[derive(Debug)]
pub(crate) struct Lists {
    pub(super) topics: Lexicon<TopicRow>,
    pub(super) issues: Lexicon<IssueRow>,
    /// Words that are no topic by themselves.
    pub(super) noise: Lexicon<NoiseRow>,
    /// Nouns that name an event together with a place.
    pub(super) events: Lexicon<EventRow>,
    /// Words that break a term.
    pub(super) stops: Lexicon<WordRow>,
}

impl Lists {
    /// The lists of the product.
    pub(crate) fn built_in() -> Self {
        Self {
            topics: Lexicon::open(&TOPICS),
            issues: Lexicon::open(&ISSUES),
            noise: Lexicon::open(&TOPIC_NOISE),
            events: Lexicon::open(&TOPIC_EVENTS),
            stops: Lexicon::open(&TOPIC_STOPS),
        }
    }

    /// Whether a word is no topic by itself.
    pub(super) fn is_noise(&self, word: &str) -> bool {
        self.noise_row(word).is_some()
    }

    /// Whether a word neither opens nor ends a topic.
    pub(super) fn is_noise_at_edge(&self, word: &str) -> bool {
        self.noise_row(word).is_some_and(|row| row.edge)
    }

    fn noise_row(&self, word: &str) -> Option<&NoiseRow> {
        let found = self.noise.get(word).or_else(|| self.noise.get(&singular(word)));
        found.and_then(|found| found.first())
    }

    /// How many issues share the key of a row; at least 1.
    pub(super) fn shared_by(&self, row: &TopicRow) -> u32 {
        let shows = |row: &&TopicRow| row.strength != Strength::Negative;
        let count = self.topics.get(row.key).map_or(1, |key| key.rows().filter(shows).count());
        count.max(1) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_no_key_belongs_to_three_issues() {
        let lists = Lists::built_in();
        assert_eq!(lists.topics.unread() + lists.issues.unread() + lists.noise.unread(), 0);
        for row in lists.topics.iter() {
            assert!(lists.issues.get(row.issue).is_some(), "{} is no issue", row.issue);
            assert!(lists.shared_by(row) < 3, "{} says too little", row.key);
        }
        for issue in lists.issues.iter() {
            let keys = lists.topics.iter().filter(|row| row.issue == issue.code).count();
            assert!(keys >= 3, "{} has {keys} keys", issue.code);
        }
    }

    #[test]
    fn no_key_hides_the_stem_of_another_issue() {
        // A whole word beats an open ending, so it needs a row of each issue whose stem it has.
        let lists = Lists::built_in();
        let stems =
            || lists.topics.iter().filter_map(|row| Some((row.key.strip_suffix('*')?, row.issue)));
        let words = |key: &str| key.split(' ').count();
        for row in lists.topics.iter() {
            let own = row.key.trim_end_matches('*');
            for (stem, issue) in stems().filter(|(stem, _)| words(stem) == words(own)) {
                let hides = own.starts_with(stem) && format!("{stem}*") != row.key;
                let shares = |other: &TopicRow| other.issue == issue;
                let known = lists.topics.get(row.key).is_some_and(|key| key.rows().any(shares));
                assert!(!hides || known, "{} hides {stem}* of {issue}", row.key);
            }
        }
    }
}
