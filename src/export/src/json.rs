//! JSON `readout/1`: everything that was found, with places in code points and in UTF-16 units.
//!
//! The schema stands in `static/schema/readout-1.schema.json` and is published beside the app. A
//! field may be added; a field that changes or goes makes `readout/2`. Fields without a value are
//! `null`, never left out.

mod tension;
mod writer;

use self::writer::Json;
use crate::names;
use crate::reading::Reading;
use readout_contract::change::{Change, ChangeOutcome, SpeakerChoice};
use readout_contract::ids::SentenceId;
use readout_contract::report::{Actor, Attribution, Topic};
use readout_text::Span;

/// The name of the format.
pub const FORMAT: &str = "readout/1";

/// The reading as JSON, indented, with a line end.
pub fn json(reading: &Reading<'_>) -> String {
    Json::document(|json| document(json, reading))
}

fn document(json: &mut Json, reading: &Reading<'_>) {
    let report = reading.report;
    let (words, spoken) = (&report.words, &report.attributions);
    json.text("format", FORMAT);
    json.text("engine", &*report.engine);
    json.text("title", reading.about.title.as_deref());
    json.text("source", reading.about.source.as_deref());
    json.text("date", reading.about.date.as_deref());
    json.text("dateline", spoken.dateline.as_deref());
    json.name("language");
    json.object(|json| {
        json.flag("english", words.language.english);
        json.number("share", u32::from(words.language.share));
        json.text("looks_like", words.language.looks_like.as_deref());
    });
    json.text("extent", names::extent(words.extent));
    json.number("words", words.words);
    json.text("text", reading.text.as_str());
    json.objects("paragraphs", &words.paragraphs, |json, one| {
        json.text("kind", names::paragraph(one.kind));
        json.flag("english", one.english);
        place(json, reading, "at", one.span);
    });
    json.objects("sentences", &words.sentences, |json, one| {
        json.number("paragraph", one.paragraph.0);
        json.flag("counted", one.counted);
        place(json, reading, "at", one.span);
    });
    json.objects("actors", &spoken.actors, |json, one| actor(json, reading, one));
    json.objects("quotes", &spoken.attributions, |json, one| quote(json, reading, one));
    json.objects("dates", &spoken.dates, |json, one| {
        place(json, reading, "at", one.span);
        json.text("value", one.value.as_deref());
        json.text("rule", &*one.rule);
    });
    json.objects("topics", &report.topics.topics, |json, one| topic(json, reading, one));
    tension::write(json, reading);
    json.objects("changes", reading.changes.iter().enumerate(), |json, (index, one)| {
        change(json, one, report.changes.get(index));
    });
}

/// A place and its words.
fn place(json: &mut Json, reading: &Reading<'_>, name: &str, span: impl Into<Option<Span>>) {
    let Some(span) = span.into() else {
        json.text(name, None);
        return;
    };
    json.name(name);
    json.object(|json| placed(json, reading, span));
}

fn placed(json: &mut Json, reading: &Reading<'_>, span: Span) {
    let (points, utf16) = (reading.map.to_code_points(span), reading.map.to_utf16(span));
    json.numbers("code_points", Some([points.start, points.end]));
    json.numbers("utf16", Some([utf16.start, utf16.end]));
    json.text("words", reading.words(span));
}

fn places(json: &mut Json, reading: &Reading<'_>, name: &str, spans: &[Span]) {
    json.objects(name, spans, |json, span| placed(json, reading, *span));
}

fn sentences(json: &mut Json, ids: &[SentenceId]) {
    json.list("sentences", ids, |json, id| json.one(Some(id.0)));
}

fn actor(json: &mut Json, reading: &Reading<'_>, actor: &Actor) {
    let mentions = &reading.report.attributions.mentions;
    json.text("name", &*actor.name);
    json.text("kind", names::actor(actor.kind));
    json.list("aliases", reading.aliases(actor), Json::words);
    place(json, reading, "role", actor.role);
    json.number("side", actor.side.map(|side| side.0));
    json.flag("unnamed", actor.unnamed);
    json.text("code", actor.code.as_deref());
    let mentions = actor.mentions.iter().filter_map(|id| mentions.get(id.index()));
    json.objects("mentions", mentions, |json, mention| {
        json.text("kind", names::mention(mention.kind));
        place(json, reading, "at", mention.span);
    });
}

fn quote(json: &mut Json, reading: &Reading<'_>, quote: &Attribution) {
    json.text("form", names::form_name(quote.kind));
    places(json, reading, "content", &quote.content);
    places(json, reading, "exact", &quote.exact);
    place(json, reading, "source", quote.source);
    place(json, reading, "verb", quote.cue);
    json.text("verb_class", names::verb(quote.verb_class));
    json.number("speaker", quote.speaker.map(|speaker| speaker.0));
    json.text("found", names::found_name(quote.found));
    places(json, reading, "chain", &quote.chain);
    json.number("target", quote.target.map(|target| target.0));
    sentences(json, &quote.sentences);
    json.number("confidence", u32::from(quote.confidence));
    json.text("rule", &*quote.rule);
    json.flag("by_reader", quote.by_reader);
}

fn topic(json: &mut Json, reading: &Reading<'_>, topic: &Topic) {
    json.text("label", &*topic.label);
    json.text("kind", names::topic_kind_name(topic.kind));
    json.text("code", topic.code.as_deref());
    json.text("iptc", topic.iptc.as_deref());
    json.number("actor", topic.actor.map(|actor| actor.0));
    json.objects("evidence", &topic.evidence, |json, one| {
        place(json, reading, "at", one.span);
        json.number("sentence", one.sentence.0);
        json.text("matched", &*one.matched);
        json.text("found", names::topic_found_name(one.found));
    });
    sentences(json, &topic.sentences);
    json.number("salience", topic.salience);
    json.flag("first_view", topic.first_view);
    json.signed("lean", topic.lean);
}

/// A reader's change: what it does, where, and what became of it.
fn change(json: &mut Json, change: &Change, outcome: Option<&ChangeOutcome>) {
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
    json.text("change", name);
    json.numbers("code_points", at.map(|at| [at.span.start, at.span.end]));
    json.text("words", words.or_else(|| at.map(|at| at.words.as_str())));
    json.text("speaker", speaker);
    json.text("topic", topic);
    json.text("to", to);
    json.flag("applied", outcome == Some(&ChangeOutcome::Applied));
}
