//! The fixed list of issues: words and phrases, less what speaks against them.

use super::lists::{IssueRow, Lists, Strength, TopicRow};
use super::names::Named;
use super::{Line, Title, cover, topic};
use crate::document::{Document, Upos};
use readout_contract::report::{Topic, TopicEvidence, TopicFound, TopicKind};
use readout_sorted::{Map, distinct, sort_by_key};
use std::borrow::Cow;

/// Points of a phrase and of a word; shared keys divide them.
const PHRASE: u32 = 12;
const WORD: u32 = 4;
/// Share of a parent's evidence, in percent, that lets a child take its place.
const CHILD: usize = 60;

#[derive(Default)]
struct Score {
    points: u32,
    evidence: Vec<TopicEvidence>,
    /// The text names the issue in its lead or a heading.
    leads: bool,
    /// More than the name of an organization shows it.
    by_words: bool,
}

pub(super) fn find(
    doc: &Document,
    lines: &[Line<'_>],
    named: &[Named],
    title: &Title,
    lists: &Lists,
) -> Vec<Topic> {
    let mut scores: Map<&'static str, Score> = Map::default();
    for line in lines {
        read(doc, line, named, lists, &mut scores);
    }
    of_title(title, lists, &mut scores);
    let mut topics: Vec<Topic> = lists
        .issues
        .iter()
        .filter_map(|issue| {
            let score = std::mem::take(scores.get_mut(issue.code)?);
            let sentences = distinct(score.evidence.iter().map(|found| found.sentence));
            let often = sentences.len() > 1 || score.leads;
            let counts = score.by_words || issue.bodies;
            if !counts || !(often || score.says_enough(issue)) {
                return None;
            }
            let mut found =
                topic(issue.label.to_owned(), TopicKind::Issue, score.evidence, score.points)?;
            found.first_view = often;
            found.code = Some(issue.code.to_owned());
            found.iptc = issue.iptc.map(str::to_owned);
            Some(found)
        })
        .collect();
    drop_parents(&mut topics, lists);
    sort_by_key(&mut topics, |topic| {
        (std::cmp::Reverse(topic.salience), topic.evidence.first().map(|found| found.span.start()))
    });
    topics
}

impl Score {
    /// Whether one sentence is enough: a phrase names the issue itself, or two things show it.
    fn says_enough(&self, issue: &IssueRow) -> bool {
        let matched = distinct(self.evidence.iter().map(|found| &*found.matched));
        matched.len() > 1 || matched.iter().any(|key| key.contains(' ') && issue.is_named_by(key))
    }
}

/// An issue that the title names, and the text too, is in the lead.
fn of_title(title: &Title, lists: &Lists, scores: &mut Map<&'static str, Score>) {
    for start in 0..title.words.len() {
        for hit in lists.topics.all(title.words.iter().skip(start).map(String::as_str)) {
            for row in hit.rows().filter(|row| row.strength != Strength::Negative) {
                if let Some(score) = scores.get_mut(row.issue) {
                    score.leads |= row.strength != Strength::Acronym;
                }
            }
        }
    }
}

fn read(
    doc: &Document,
    line: &Line<'_>,
    named: &[Named],
    lists: &Lists,
    scores: &mut Map<&'static str, Score>,
) {
    let mut found: Vec<(usize, usize, TopicRow)> = Vec::new();
    let mut taken: Vec<(usize, usize, &'static str)> = Vec::new();
    for start in 0..line.words.len() {
        for hit in lists.topics.all(line.words.iter().skip(start).map(|(word, _)| &**word)) {
            for row in hit.rows() {
                match row.strength {
                    Strength::Negative => taken.push((start, start + hit.words, row.issue)),
                    Strength::Acronym if !is_acronym(doc, line, start) => {}
                    _ => found.push((start, start + hit.words, *row)),
                }
            }
        }
    }
    // A longer key hides shorter ones of its issue inside it. Hits come by their start, so the
    // furthest end so far decides, once the longest of each start comes first.
    sort_by_key(&mut found, |(start, end, _)| (*start, std::cmp::Reverse(*end)));
    let mut reached: Map<&'static str, usize> = Map::default();
    found.retain(|(_, end, row)| {
        let furthest = reached.entry(row.issue);
        let shown = *furthest < *end;
        *furthest = (*furthest).max(*end);
        shown
    });
    for (start, end, row) in &found {
        let covers = |(from, to, issue): &(usize, usize, &str)| {
            from <= start && end <= to && *issue == row.issue
        };
        let outside = |token: usize| named.get(token).is_some_and(|named| named.title);
        let in_title = line.words.get(*start..*end).unwrap_or_default();
        if taken.iter().any(covers)
            || is_in_name(line, named, *start, *end)
            || in_title.iter().all(|word| outside(word.1))
        {
            continue;
        }
        let (Some(first), Some(last)) = (line.words.get(*start), line.words.get(end - 1)) else {
            continue;
        };
        let points = if row.strength == Strength::Phrase { PHRASE } else { WORD };
        let points = points / lists.shared_by(row) * if line.leads { 2 } else { 1 };
        let score = scores.entry(row.issue);
        score.points += points;
        score.leads |= line.leads && is_subject_matter(doc, line, row, first.1, lists);
        score.by_words |= !is_body(named, last.1);
        score.evidence.push(TopicEvidence {
            span: cover(doc, first.1, last.1),
            sentence: line.id,
            matched: Cow::Borrowed(row.key),
            found: TopicFound::List,
        });
    }
}

/// Whether words are a part of a name that goes on behind them: "Camp David", "Human Rights Watch".
fn is_in_name(line: &Line<'_>, named: &[Named], start: usize, end: usize) -> bool {
    let words = line.words.get(start..end).unwrap_or_default();
    let last = words.last().map(|word| word.1);
    words.iter().any(|(_, token)| {
        let name = named.get(*token).and_then(|named| named.last);
        name.is_some_and(|name| last.is_some_and(|last| last < name as usize))
    })
}

/// Whether words in the lead tell what it is about, though they stand once: a phrase does, a noun in
/// a heading, and the issue's own name.
fn is_subject_matter(
    doc: &Document,
    line: &Line<'_>,
    row: &TopicRow,
    token: usize,
    lists: &Lists,
) -> bool {
    if row.strength == Strength::Phrase {
        return true;
    }
    let is_adjective = doc.syntax.get(token).is_some_and(|word| word.upos == Upos::Adj);
    let issue = lists.issues.get(row.issue).and_then(|found| found.first());
    !is_adjective && (line.heading || issue.is_some_and(|issue| issue.is_named_by(row.key)))
}

/// Whether the name of an organization ends here.
fn is_body(named: &[Named], token: usize) -> bool {
    named.get(token).is_some_and(|named| named.body)
}

/// Whether a word stands in capitals, and not because all words do.
fn is_acronym(doc: &Document, line: &Line<'_>, word: usize) -> bool {
    let has_small = |token: usize| doc.token(token).chars().any(char::is_lowercase);
    let own = line.words.get(word).map(|word| word.1);
    own.is_some_and(|own| !has_small(own)) && line.words.iter().any(|word| has_small(word.1))
}

/// Drops an issue when a narrower one has most of its evidence.
fn drop_parents(topics: &mut Vec<Topic>, lists: &Lists) {
    let row = |topic: &Topic| lists.issues.get(topic.code.as_deref()?)?.first().copied();
    let dropped = distinct(topics.iter().filter_map(|child| {
        let parent = row(child)?.parent?;
        let known = topics.iter().find(|topic| topic.code.as_deref() == Some(parent))?;
        let shared = known.sentences.iter().filter(|id| child.sentences.contains(id)).count();
        (shared * 100 >= known.sentences.len() * CHILD).then_some(parent)
    }));
    topics.retain(|topic| {
        topic.code.as_deref().is_none_or(|code| dropped.binary_search(&code).is_err())
    });
}

#[cfg(test)]
mod tests {
    use crate::{Lexicons, Memo, Models, read};
    use readout_contract::protocol::Input;
    use readout_contract::report::TopicKind;
    use readout_text::SourceText;

    /// What matched for one issue.
    fn matched(text: &str, code: &str) -> Vec<String> {
        let source = SourceText::new(text).expect("short");
        let input = Input { text: text.to_owned(), read_anyway: true, ..Input::default() };
        let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
        let report = read(&source, &input, &lexicons, &models, &mut Memo::default(), &mut |_| ());
        report
            .topics
            .topics
            .iter()
            .filter(|topic| topic.kind == TopicKind::Issue && topic.code.as_deref() == Some(code))
            .flat_map(|topic| topic.evidence.iter().map(|found| found.matched.to_string()))
            .collect()
    }

    #[test]
    fn a_longer_key_hides_the_shorter_one_inside_it() {
        let text = "They spoke of climate change, and the climate in the hall was calm.";
        assert_eq!(matched(text, "env.climate"), ["climate change", "climate"]);
    }
}
