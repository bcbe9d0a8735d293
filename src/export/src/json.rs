//! JSON `readout/1`: everything that was found, with places in code points and in UTF-16 units.
//!
//! The schema stands in `static/schema/readout-1.schema.json` and is published beside the app. A
//! field may be added; a field that changes or goes makes `readout/2`. Fields without a value are
//! `null`, never left out.

mod tension;

use self::tension::{PairJson, SignalJson, TensionJson};
use crate::names;
use crate::reading::Reading;
use readout_contract::change::{Change, ChangeOutcome, SpeakerChoice};
use readout_contract::report::{
    Actor, Attribution, Date, Paragraph, Sentence, Topic, TopicEvidence,
};
use readout_text::Span;
use serde::Serialize;

/// The name of the format.
pub const FORMAT: &str = "readout/1";

/// The reading as JSON, indented, with a line end.
pub fn json(reading: &Reading<'_>) -> String {
    // Plain structs of strings, numbers and lists cannot fail to become JSON.
    let mut json = serde_json::to_string_pretty(&Document::of(reading)).unwrap_or_default();
    json.push('\n');
    json
}

/// A place and its words.
#[derive(Serialize)]
struct Place<'a> {
    code_points: [u32; 2],
    utf16: [u32; 2],
    words: &'a str,
}

impl<'a> Place<'a> {
    fn of(reading: &Reading<'a>, span: Span) -> Self {
        let (points, utf16) = (reading.map.to_code_points(span), reading.map.to_utf16(span));
        Self {
            code_points: [points.start, points.end],
            utf16: [utf16.start, utf16.end],
            words: reading.words(span),
        }
    }

    fn list(reading: &Reading<'a>, spans: &[Span]) -> Vec<Self> {
        spans.iter().map(|span| Self::of(reading, *span)).collect()
    }
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    engine: &'a str,
    title: Option<&'a str>,
    source: Option<&'a str>,
    date: Option<&'a str>,
    dateline: Option<&'a str>,
    language: LanguageJson<'a>,
    extent: &'static str,
    words: u32,
    text: &'a str,
    paragraphs: Vec<ParagraphJson<'a>>,
    sentences: Vec<SentenceJson<'a>>,
    actors: Vec<ActorJson<'a>>,
    quotes: Vec<QuoteJson<'a>>,
    dates: Vec<DateJson<'a>>,
    topics: Vec<TopicJson<'a>>,
    signals: Vec<SignalJson<'a>>,
    pairs: Vec<PairJson>,
    tension: TensionJson,
    changes: Vec<ChangeJson<'a>>,
}

impl<'a> Document<'a> {
    fn of(reading: &Reading<'a>) -> Self {
        let report = reading.report;
        let (words, spoken) = (&report.words, &report.attributions);
        Self {
            format: FORMAT,
            engine: &report.engine,
            title: reading.about.title.as_deref(),
            source: reading.about.source.as_deref(),
            date: reading.about.date.as_deref(),
            dateline: spoken.dateline.as_deref(),
            language: LanguageJson {
                english: words.language.english,
                share: words.language.share,
                looks_like: words.language.looks_like.as_deref(),
            },
            extent: names::extent(words.extent),
            words: words.words,
            text: reading.text.as_str(),
            paragraphs: words
                .paragraphs
                .iter()
                .map(|one| ParagraphJson::of(reading, one))
                .collect(),
            sentences: words.sentences.iter().map(|one| SentenceJson::of(reading, one)).collect(),
            actors: spoken.actors.iter().map(|one| ActorJson::of(reading, one)).collect(),
            quotes: spoken.attributions.iter().map(|one| QuoteJson::of(reading, one)).collect(),
            dates: spoken.dates.iter().map(|one| DateJson::of(reading, one)).collect(),
            topics: report.topics.topics.iter().map(|one| TopicJson::of(reading, one)).collect(),
            signals: report
                .tension
                .signals
                .iter()
                .map(|one| SignalJson::of(reading, one))
                .collect(),
            pairs: report.tension.pairs.iter().map(PairJson::of).collect(),
            tension: TensionJson::of(&report.tension.reading),
            changes: reading
                .changes
                .iter()
                .enumerate()
                .map(|(index, change)| ChangeJson::of(change, report.changes.get(index)))
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct LanguageJson<'a> {
    english: bool,
    share: u8,
    looks_like: Option<&'a str>,
}

#[derive(Serialize)]
struct ParagraphJson<'a> {
    kind: &'static str,
    english: bool,
    at: Place<'a>,
}

impl<'a> ParagraphJson<'a> {
    fn of(reading: &Reading<'a>, paragraph: &Paragraph) -> Self {
        Self {
            kind: names::paragraph(paragraph.kind),
            english: paragraph.english,
            at: Place::of(reading, paragraph.span),
        }
    }
}

#[derive(Serialize)]
struct SentenceJson<'a> {
    paragraph: u32,
    counted: bool,
    at: Place<'a>,
}

impl<'a> SentenceJson<'a> {
    fn of(reading: &Reading<'a>, sentence: &Sentence) -> Self {
        Self {
            paragraph: sentence.paragraph.0,
            counted: sentence.counted,
            at: Place::of(reading, sentence.span),
        }
    }
}

#[derive(Serialize)]
struct MentionJson<'a> {
    kind: &'static str,
    at: Place<'a>,
}

#[derive(Serialize)]
struct ActorJson<'a> {
    name: &'a str,
    kind: &'static str,
    aliases: Vec<&'a str>,
    role: Option<Place<'a>>,
    side: Option<u32>,
    unnamed: bool,
    code: Option<&'a str>,
    mentions: Vec<MentionJson<'a>>,
}

impl<'a> ActorJson<'a> {
    fn of(reading: &Reading<'a>, actor: &'a Actor) -> Self {
        let mentions = &reading.report.attributions.mentions;
        Self {
            name: &actor.name,
            kind: names::actor(actor.kind),
            aliases: reading.aliases(actor),
            role: actor.role.map(|role| Place::of(reading, role)),
            side: actor.side.map(|side| side.0),
            unnamed: actor.unnamed,
            code: actor.code.as_deref(),
            mentions: actor
                .mentions
                .iter()
                .filter_map(|id| mentions.get(id.index()))
                .map(|mention| MentionJson {
                    kind: names::mention(mention.kind),
                    at: Place::of(reading, mention.span),
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct QuoteJson<'a> {
    form: &'static str,
    content: Vec<Place<'a>>,
    exact: Vec<Place<'a>>,
    source: Option<Place<'a>>,
    verb: Option<Place<'a>>,
    verb_class: &'static str,
    speaker: Option<u32>,
    found: &'static str,
    chain: Vec<Place<'a>>,
    target: Option<u32>,
    sentences: Vec<u32>,
    confidence: u8,
    rule: &'a str,
    by_reader: bool,
}

impl<'a> QuoteJson<'a> {
    fn of(reading: &Reading<'a>, quote: &'a Attribution) -> Self {
        Self {
            form: names::form_name(quote.kind),
            content: Place::list(reading, &quote.content),
            exact: Place::list(reading, &quote.exact),
            source: quote.source.map(|source| Place::of(reading, source)),
            verb: quote.cue.map(|cue| Place::of(reading, cue)),
            verb_class: names::verb(quote.verb_class),
            speaker: quote.speaker.map(|speaker| speaker.0),
            found: names::found_name(quote.found),
            chain: Place::list(reading, &quote.chain),
            target: quote.target.map(|target| target.0),
            sentences: quote.sentences.iter().map(|sentence| sentence.0).collect(),
            confidence: quote.confidence,
            rule: &quote.rule,
            by_reader: quote.by_reader,
        }
    }
}

#[derive(Serialize)]
struct DateJson<'a> {
    at: Place<'a>,
    value: Option<&'a str>,
    rule: &'a str,
}

impl<'a> DateJson<'a> {
    fn of(reading: &Reading<'a>, date: &'a Date) -> Self {
        Self { at: Place::of(reading, date.span), value: date.value.as_deref(), rule: &date.rule }
    }
}

#[derive(Serialize)]
struct EvidenceJson<'a> {
    at: Place<'a>,
    sentence: u32,
    matched: &'a str,
    found: &'static str,
}

impl<'a> EvidenceJson<'a> {
    fn of(reading: &Reading<'a>, evidence: &'a TopicEvidence) -> Self {
        Self {
            at: Place::of(reading, evidence.span),
            sentence: evidence.sentence.0,
            matched: &evidence.matched,
            found: names::topic_found_name(evidence.found),
        }
    }
}

#[derive(Serialize)]
struct TopicJson<'a> {
    label: &'a str,
    kind: &'static str,
    code: Option<&'a str>,
    iptc: Option<&'a str>,
    actor: Option<u32>,
    evidence: Vec<EvidenceJson<'a>>,
    sentences: Vec<u32>,
    salience: u32,
    first_view: bool,
    lean: i32,
}

impl<'a> TopicJson<'a> {
    fn of(reading: &Reading<'a>, topic: &'a Topic) -> Self {
        Self {
            label: &topic.label,
            kind: names::topic_kind_name(topic.kind),
            code: topic.code.as_deref(),
            iptc: topic.iptc.as_deref(),
            actor: topic.actor.map(|actor| actor.0),
            evidence: topic.evidence.iter().map(|one| EvidenceJson::of(reading, one)).collect(),
            sentences: topic.sentences.iter().map(|sentence| sentence.0).collect(),
            salience: topic.salience,
            first_view: topic.first_view,
            lean: topic.lean,
        }
    }
}

/// A reader's change: what it does, where, and what became of it.
#[derive(Serialize)]
struct ChangeJson<'a> {
    change: &'static str,
    code_points: Option<[u32; 2]>,
    words: Option<&'a str>,
    speaker: Option<&'a str>,
    topic: Option<&'a str>,
    to: Option<&'a str>,
    applied: bool,
}

impl<'a> ChangeJson<'a> {
    fn of(change: &'a Change, outcome: Option<&ChangeOutcome>) -> Self {
        let (name, at) = match change {
            Change::LeaveOutSignal { at } => ("leave out", Some(at)),
            Change::FlipSignal { at } => ("flip", Some(at)),
            Change::Speaker { at, .. } => ("speaker", Some(at)),
            Change::NotQuote { at } => ("not a quote", Some(at)),
            Change::Quote { at, .. } => ("quote", Some(at)),
            Change::HideTopic(_) => ("hide topic", None),
            Change::RenameTopic { .. } => ("rename topic", None),
            Change::MergeActors { .. } => ("merge actors", None),
            Change::MergeTopics { .. } => ("merge topics", None),
            Change::AddTopicWords { .. } => ("add words", None),
            Change::AddIssue { .. } => ("add issue", None),
        };
        let speaker = match change {
            Change::Speaker { speaker, .. } | Change::Quote { speaker, .. } => match speaker {
                SpeakerChoice::Actor(name) | SpeakerChoice::Typed(name) => Some(name.as_str()),
                SpeakerChoice::Unclear => None,
            },
            Change::MergeActors { merge, .. } => Some(merge.as_str()),
            _ => None,
        };
        let words = match change {
            Change::AddTopicWords { words, .. } | Change::AddIssue { words, .. } => {
                Some(words.as_str())
            }
            _ => None,
        };
        let (topic, to) = match change {
            Change::HideTopic(topic)
            | Change::AddTopicWords { topic, .. }
            | Change::AddIssue { label: topic, .. } => (Some(topic.as_str()), None),
            Change::RenameTopic { from, to } => (Some(from.as_str()), Some(to.as_str())),
            Change::MergeActors { keep, .. } => (None, Some(keep.as_str())),
            Change::MergeTopics { keep, merge } => (Some(merge.as_str()), Some(keep.as_str())),
            _ => (None, None),
        };
        Self {
            change: name,
            code_points: at.map(|at| [at.span.start, at.span.end]),
            words: words.or_else(|| at.map(|at| at.words.as_str())),
            speaker,
            topic,
            to,
            applied: outcome == Some(&ChangeOutcome::Applied),
        }
    }
}
