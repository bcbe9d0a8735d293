//! A reader who corrects whatever was found, and what was not.

use super::mutate::range;
use super::random::Random;
use readout_contract::change::{Anchor, Change, SpeakerChoice};
use readout_contract::report::Report;
use readout_text::{OffsetMap, SourceText, Span};

/// A few changes to a report.
pub(super) fn some(text: &SourceText, report: &Report, random: &mut Random) -> Vec<Change> {
    let map = OffsetMap::new(text);
    (0..random.below(5)).map(|_| one(text, &map, report, random)).collect()
}

fn one(text: &SourceText, map: &OffsetMap, report: &Report, random: &mut Random) -> Change {
    let names: Vec<&str> =
        report.attributions.actors.iter().map(|actor| actor.name.as_str()).collect();
    let labels: Vec<&str> = report.topics.topics.iter().map(|topic| topic.label.as_str()).collect();
    let quotes: Vec<Span> = report
        .attributions
        .attributions
        .iter()
        .filter_map(|found| found.content.first().copied())
        .collect();
    let signals: Vec<Span> = report.tension.signals.iter().map(|found| found.span).collect();
    let place = range(text.as_str(), 200, random);
    let anywhere = Span::from_usize(place.start, place.end);

    let at = |spans: &[Span], random: &mut Random| {
        let found = !spans.is_empty() && !random.once_in(6);
        let span = if found { *random.pick(spans) } else { anywhere };
        // Sometimes the words are not those of the place.
        let words = text.slice(if random.once_in(8) { anywhere } else { span });
        Anchor { span: map.to_code_points(span), words: words.to_owned() }
    };
    let any = |from: &[&str], random: &mut Random| {
        let known = !from.is_empty() && !random.once_in(6);
        if known { *random.pick(from) } else { text.slice(anywhere) }.to_owned()
    };
    let speaker = match random.below(3) {
        0 => SpeakerChoice::Actor(any(&names, random)),
        1 => SpeakerChoice::Typed(any(&[], random)),
        _ => SpeakerChoice::Unclear,
    };
    match random.below(11) {
        0 => Change::LeaveOutSignal { at: at(&signals, random) },
        1 => Change::FlipSignal { at: at(&signals, random) },
        2 => Change::Speaker { at: at(&quotes, random), speaker },
        3 => Change::NotQuote { at: at(&quotes, random) },
        4 => Change::Quote { at: at(&[], random), speaker },
        5 => Change::HideTopic(any(&labels, random)),
        6 => Change::RenameTopic { from: any(&labels, random), to: any(&labels, random) },
        7 => Change::MergeTopics { keep: any(&labels, random), merge: any(&labels, random) },
        8 => Change::AddTopicWords { topic: any(&labels, random), words: any(&[], random) },
        9 => Change::AddIssue { label: any(&labels, random), words: any(&[], random) },
        _ => Change::MergeActors { keep: any(&names, random), merge: any(&names, random) },
    }
}
