//! What always holds, on generated texts and on every starter text.

use proptest::prelude::*;
use readout_analysis::{Lexicons, Memo, Models, read};
use readout_contract::protocol::Input;
use readout_contract::report::{Part, Report, Voice};
use readout_text::{SourceText, Span};
use std::sync::OnceLock;

fn lexicons() -> &'static Lexicons {
    static LEXICONS: OnceLock<Lexicons> = OnceLock::new();
    LEXICONS.get_or_init(Lexicons::built_in)
}

fn report(text: &str, memo: &mut Memo) -> Report {
    let source = SourceText::new(text).expect("short");
    let input = Input { text: text.to_owned(), ..Input::default() };
    read(&source, &input, lexicons(), &Models::built_in(), memo, &mut |_| {})
}

/// Words that make rules fire, marks that trip them, and anything.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "Wang", "Wang Yi", "Blinken", "China", "Beijing", "the U.S.", "Mr.", "they", "he", "It",
            "officials", "the ministry", "said", "said that", "accused", "of", "according to",
            "condemned", "sanctions", "lifted", "talks", "met", "not", "will", "if", "war", "on",
            "Friday", "26 April 2024", "last year", "2016", "and", "the", "that", "who", "in", "by",
        ]).prop_map(str::to_owned),
        2 => prop::sample::select(vec![
            "“", "”", "\"", "'", "‘", "’", ",", ".", "?", "!", ":", ";", "—", "-", "(", ")", "\n",
            "\n\n", "Q:", "SECRETARY BLINKEN:", "• ", "…", "...", "é", "😀", "\u{feff}", "中国",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec((piece, prop::bool::weighted(0.8)), 0..60).prop_map(|pieces| {
        pieces.into_iter().map(|(piece, space)| if space { piece + " " } else { piece }).collect()
    })
}

/// Every place lies in the text on character edges; every id exists.
fn check(text: &str, report: &Report) {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_text_gives_a_sound_report_twice(text in texts()) {
        let first = report(&text, &mut Memo::default());
        check(&text, &first);
        prop_assert_eq!(&first, &report(&text, &mut Memo::default()));
    }

    #[test]
    fn reading_after_an_edit_is_reading_afresh(one in texts(), two in texts(), three in texts()) {
        let mut memo = Memo::default();
        report(&format!("{one}\n\n{two}"), &mut memo);
        let edited = format!("{one}\n\n{three}\n\n{two}");
        prop_assert_eq!(report(&edited, &mut memo), report(&edited, &mut Memo::default()));
    }
}

#[test]
fn parts_are_told_in_order_and_are_the_report() {
    let text = "Wang Yi said that talks in Beijing had been candid. Blinken condemned the raid.";
    let source = SourceText::new(text).expect("short");
    let input = Input { text: text.to_owned(), ..Input::default() };
    let mut parts = Vec::new();
    let mut tell = |part| parts.push(part);
    let report =
        read(&source, &input, lexicons(), &Models::built_in(), &mut Memo::default(), &mut tell);
    let expected = [
        Part::Words(report.words),
        Part::Attributions(report.attributions),
        Part::Topics(report.topics),
        Part::Tension(report.tension),
    ];
    assert_eq!(parts, expected);
}

#[test]
fn every_starter_text_is_sound() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("the seeds") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "md") {
            let text = std::fs::read_to_string(&path).expect("a text");
            let body = text.splitn(3, "---\n").nth(2).expect("front matter").trim();
            let report = report(body, &mut Memo::default());
            check(body, &report);
            let french = text.contains("language: fr");
            assert_eq!(report.words.language.english, !french, "{}", path.display());
            assert_eq!(report.tension.reading.value.is_none(), french, "{}", path.display());
            count += 1;
        }
    }
    assert!(count >= 8, "{count} starter texts");
}

/// One paragraph without an end, and many: time must not grow faster than the text by much. The
/// test would not end in reasonable time if a stage looked at everything for everything.
#[test]
fn endless_texts_are_read() {
    let sentence = "China condemned Russia and the United States said that Iran met Wang Yi , ";
    let endless = sentence.repeat(4_000);
    check(&endless, &report(&endless, &mut Memo::default()));
    let many = "“No,” Wang Yi said. He left for talks.\n\n".repeat(8_000);
    check(&many, &report(&many, &mut Memo::default()));
}
