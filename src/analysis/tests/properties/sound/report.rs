//! A sound report: every place lies in the text, every id exists.

use readout_contract::report::{Report, Voice};
use readout_text::Span;

/// Every place lies in the text on character edges; every id exists.
pub(crate) fn check(text: &str, report: &Report) {
    let place = |span: Span, what: &str| {
        assert!(text.get(span.range()).is_some(), "{what} {span:?} is no place of {text:?}");
    };
    let words = &report.words;
    for paragraph in &words.paragraphs {
        place(paragraph.span, "paragraph");
        assert_eq!(text[paragraph.span.range()].trim(), &text[paragraph.span.range()]);
    }
    for pair in words.sentences.windows(2) {
        assert!(pair[0].span.end() <= pair[1].span.start(), "sentences are in order");
    }
    for sentence in &words.sentences {
        let paragraph = &words.paragraphs[sentence.paragraph.index()];
        assert!(paragraph.span.contains(sentence.span), "a sentence lies in its paragraph");
    }
    let part = &report.attributions;
    for mention in &part.mentions {
        place(mention.span, "mention");
        assert!(mention.span.contains(mention.head));
        assert!(mention.actor.is_none_or(|actor| actor.index() < part.actors.len()));
    }
    for actor in &part.actors {
        assert!(!actor.mentions.is_empty() && !actor.name.is_empty());
        assert!(actor.mentions.iter().all(|mention| mention.index() < part.mentions.len()));
        assert!(actor.side.is_none_or(|side| side.index() < part.actors.len()));
    }
    for found in &part.attributions {
        assert!(!found.content.is_empty() && !found.sentences.is_empty());
        let spans = found.content.iter().chain(&found.exact).chain(&found.source);
        spans.chain(&found.cue).chain(&found.chain).for_each(|span| place(*span, "attribution"));
        assert!(found.sentences.iter().all(|id| id.index() < words.sentences.len()));
        assert!(found.speaker.is_none_or(|actor| actor.index() < part.actors.len()));
    }
    for topic in &report.topics.topics {
        assert!(!topic.evidence.is_empty());
        for found in &topic.evidence {
            place(found.span, "topic");
            let sentence = words.sentences[found.sentence.index()].span;
            assert!(sentence.contains(found.span), "evidence lies in its sentence");
            assert!(topic.sentences.contains(&found.sentence));
        }
    }
    check_tension(report, &place);
}

fn check_tension(report: &Report, place: &dyn Fn(Span, &str)) {
    let tension = &report.tension;
    for signal in &tension.signals {
        place(signal.span, "signal");
        assert!((1..=3).contains(&signal.level));
        if let Voice::Speaker(id) = signal.voice {
            assert!(id.index() < report.attributions.attributions.len());
        }
    }
    let reading = &tension.reading;
    assert_eq!((reading.strain + reading.easing) as usize, reading.signals.len());
    assert!(reading.signals.iter().all(|id| id.index() < tension.signals.len()));
    if let (Some(value), Some((low, high))) = (reading.value, reading.range) {
        assert!(low <= value && value <= high && high <= 100);
        assert!(reading.signals.len() >= 5, "five signals make a number");
    }
}
