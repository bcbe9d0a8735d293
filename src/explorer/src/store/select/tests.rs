//! Selectors on a small report made by hand.

use super::people::initials;
use super::*;
use crate::store::{Action, Analysis, Doc, Item, Layers, Match, State, TopicKey};
use readout_contract::ids::{
    ActorId, AttributionId, MentionId, PairId, ParagraphId, SentenceId, SignalId,
};
use readout_contract::report::{
    Actor, ActorKind, Attribution, AttributionKind, Band, Date, DirectedPair, Extent, Language,
    Pair, Paragraph, ParagraphKind, QuadClass, QuadCounts, Report, Scope, Sentence, Sign, Signal,
    SpeakerFound, TensionReading, Topic, TopicEvidence, TopicFound, TopicKind, Trend, VerbClass,
    Voice,
};
use readout_text::Span;
use std::rc::Rc;
use yew::Reducible;

mod quotes;
mod tension;

/// Heading, two paragraphs, three sentences that count.
pub(crate) const TEXT: &str = "Talks at the lake\n\nOrlov said the “old bridge” to Norland is \
    broken. They met again.\n\nNorland condemned the delay.";

fn at(words: &str) -> Span {
    let start = TEXT.find(words).expect("the words are in the text");
    Span::from_usize(start, start + words.len())
}

fn actor(name: &str, kind: ActorKind, side: Option<u32>) -> Actor {
    Actor {
        name: name.to_owned(),
        kind,
        role: None,
        side: side.map(ActorId),
        unnamed: false,
        mentions: vec![MentionId(0)],
        code: None,
    }
}

fn quote(words: &str, kind: AttributionKind, speaker: u32, sentence: u32) -> Attribution {
    Attribution {
        source: None,
        cue: Some(at("said")),
        content: vec![at(words)],
        exact: if kind == AttributionKind::PartExact { vec![at("old bridge")] } else { vec![] },
        kind,
        speaker: Some(ActorId(speaker)),
        found: SpeakerFound::Named,
        chain: vec![],
        target: None,
        verb_class: VerbClass::Neutral,
        sentences: vec![SentenceId(sentence)],
        confidence: 90,
        rule: "test".into(),
        by_reader: false,
    }
}

fn topic(label: &str, kind: TopicKind, words: &[(&str, u32)], lean: i32) -> Topic {
    Topic {
        label: label.to_owned(),
        kind,
        code: None,
        iptc: None,
        actor: None,
        evidence: words
            .iter()
            .map(|(words, sentence)| TopicEvidence {
                span: at(words),
                sentence: SentenceId(*sentence),
                matched: "row".into(),
                found: TopicFound::List,
            })
            .collect(),
        sentences: words.iter().map(|(_, sentence)| SentenceId(*sentence)).collect(),
        salience: 1,
        first_view: true,
        lean,
    }
}

fn signal(words: &str, sentence: u32, sign: Sign, weight: u16, voice: Voice) -> Signal {
    Signal {
        span: at(words),
        sentence: SentenceId(sentence),
        sign,
        quad: QuadClass::VerbalConflict,
        event: "ACCUSE".into(),
        level: 2,
        weight,
        full_weight: weight * 2,
        source: Some(ActorId(1)),
        target: Some(ActorId(2)),
        source_words: None,
        target_words: None,
        inferred: false,
        symmetric: false,
        issue: None,
        voice,
        scope: Scope::Asserted,
        modifiers: vec![],
        rule: "row".into(),
        by_reader: None,
    }
}

pub(crate) fn report() -> Report {
    let mut report = Report { engine: "0.1.0".to_owned(), ..Report::default() };
    let paragraph = |words: &str, kind| Paragraph { span: at(words), kind, english: true };
    report.words.language = Language { english: true, share: 100, looks_like: None };
    report.words.extent = Extent::Full;
    report.words.words = 460;
    report.words.paragraphs = vec![
        paragraph("Talks at the lake", ParagraphKind::Heading),
        paragraph(
            "Orlov said the “old bridge” to Norland is broken. They met again.",
            ParagraphKind::Body,
        ),
        paragraph("Norland condemned the delay.", ParagraphKind::Body),
    ];
    let sentence = |words: &str, paragraph, counted| Sentence {
        span: at(words),
        paragraph: ParagraphId(paragraph),
        counted,
    };
    report.words.sentences = vec![
        sentence("Talks at the lake", 0, false),
        sentence("Orlov said the “old bridge” to Norland is broken.", 1, true),
        sentence("They met again.", 1, true),
        sentence("Norland condemned the delay.", 2, true),
    ];
    report.attributions.actors = vec![
        actor("Lena Orlov", ActorKind::Person, Some(1)),
        actor("Esteria", ActorKind::State, None),
        actor("Norland", ActorKind::State, None),
    ];
    report.attributions.attributions = vec![
        quote("the “old bridge” to Norland is broken", AttributionKind::PartExact, 0, 1),
        quote("condemned the delay", AttributionKind::Mentioned, 2, 3),
    ];
    report.topics.topics = vec![
        topic("Norland", TopicKind::Place, &[("Norland is", 1), ("Norland condemned", 3)], 300),
        topic("Talks", TopicKind::Issue, &[("met", 2)], -100),
    ];
    report.tension.signals = vec![
        signal("broken", 1, Sign::Strain, 100, Voice::Speaker(AttributionId(0))),
        signal("met", 2, Sign::Easing, 50, Voice::Writer),
        signal("condemned", 3, Sign::Strain, 200, Voice::Writer),
    ];
    let way = |source, target, strain, easing| DirectedPair {
        source: ActorId(source),
        target: ActorId(target),
        counts: QuadCounts { verbal_conflict: u32::from(strain > 0), ..QuadCounts::default() },
        strain,
        easing,
    };
    report.tension.pairs = vec![Pair {
        forward: way(1, 2, 300, 50),
        backward: way(2, 1, 0, 0),
        signals: vec![SignalId(0), SignalId(1), SignalId(2)],
        value: Some(60),
        range: Some((50, 70)),
        mixed: false,
    }];
    report.tension.reading = TensionReading {
        value: Some(60),
        range: Some((50, 70)),
        band: Some(Band::Tense),
        trend: Some(Trend::Worsening),
        pair: Some(PairId(0)),
        strain: 2,
        easing: 1,
        signals: vec![SignalId(0), SignalId(1), SignalId(2)],
        ..TensionReading::default()
    };
    report
}

/// A state with that report.
pub(crate) fn state() -> Rc<State> {
    let doc = Doc { text: Rc::from(TEXT), ..Doc::default() };
    Rc::new(State {
        doc,
        request: 1,
        analysis: Analysis::Ready(Rc::new(report())),
        ..State::default()
    })
}

fn key(kind: TopicKind, label: &str) -> TopicKey {
    TopicKey { kind, label: label.to_owned() }
}

fn all_text(views: &[ParagraphView]) -> String {
    views
        .iter()
        .map(|view| {
            let text = |view: &SentenceView| {
                view.runs.iter().map(|run| run.text.as_str()).collect::<String>() + &view.gap
            };
            view.sentences.iter().map(text).collect::<String>()
        })
        .collect::<Vec<_>>()
        .join("\n\n")
}

#[test]
fn runs_and_gaps_are_exactly_the_text() {
    let state = state();
    for layers in [Layers::Usual, Layers::All, Layers::Plain] {
        let state = Rc::clone(&state).reduce(Action::Layers(layers));
        assert_eq!(all_text(&paragraphs(&state)), TEXT);
    }
    let unread = State { analysis: Analysis::Idle, ..(*state).clone() };
    assert_eq!(all_text(&paragraphs(&unread)), TEXT);
}

#[test]
fn overlapping_layers_lie_over_one_run() {
    let state = state().reduce(Action::Layers(Layers::All));
    let views = paragraphs(&state);
    let runs = &views[1].sentences[0].runs;
    let bridge = runs.iter().find(|run| run.text == "old bridge").expect("cut at the marks");
    assert!(bridge.quote.is_some_and(|quote| quote.exact));
    let broken = runs.iter().find(|run| run.text == "broken").expect("cut at the sign");
    assert!(broken.quote.is_some_and(|quote| !quote.exact));
    assert!(broken.signal.is_some_and(|signal| signal.starts && signal.sign == Sign::Strain));
    assert_eq!(broken.items, [Item::Signal(SignalId(0)), Item::Quote(AttributionId(0))]);
    assert_eq!(views[1].speakers, [("Lena Orlov".to_owned(), "LO".to_owned(), 0)]);
    assert_eq!(views[2].speakers, [], "mentioned speech has no bracket");
}

#[test]
fn usually_tension_is_shown_for_the_sentence_in_hand_only() {
    let choose = Action::ChooseSentence { sentence: SentenceId(1), card: true, scroll: false };
    let shown = |state: &State| {
        let views = paragraphs(state);
        let runs = views.iter().flat_map(|view| &view.sentences).flat_map(|view| &view.runs);
        runs.filter(|run| run.signal.is_some()).map(|run| run.text.clone()).collect::<Vec<_>>()
    };
    assert!(shown(&state()).is_empty());
    assert_eq!(shown(&state().reduce(choose)), ["broken"]);
}

#[test]
fn numbers_count_sentences_and_notes_count_things() {
    let views = paragraphs(&state());
    let sentences: Vec<(Option<u32>, u32)> = views
        .iter()
        .flat_map(|view| &view.sentences)
        .map(|sentence| (sentence.number, sentence.notes))
        .collect();
    assert_eq!(sentences, [(None, 0), (Some(1), 3), (Some(2), 2), (Some(3), 3)]);
}

#[test]
fn any_and_all_count_before_they_are_used() {
    let state = state()
        .reduce(Action::ToggleTopic(key(TopicKind::Place, "Norland")))
        .reduce(Action::ToggleTopic(key(TopicKind::Issue, "Talks")));
    assert_eq!(any_all(&state), Some(AnyAll { any: 3, all: 0, matching: Match::Any }));
    let all = Rc::clone(&state).reduce(Action::Match(Match::All));
    assert_eq!(matching(&all).map(|set| set.len()), Some(0));
    let without = state.reduce(Action::OnlyTopic(key(TopicKind::Place, "Norland")));
    assert_eq!(matching(&without).map(|set| set.len()), Some(2));
}

#[test]
fn chips_count_under_the_filter_and_lean() {
    let state = state().reduce(Action::ToggleTopic(key(TopicKind::Place, "Norland")));
    let groups = topic_groups(&state);
    assert_eq!(groups.iter().map(|g| g.group).collect::<Vec<_>>(), [Group::Issues, Group::Places]);
    let talks = &groups[0].chips[0];
    assert_eq!((talks.total, talks.matching, talks.lean), (1, Some(0), Lean::Easing));
    let norland = &groups[1].chips[0];
    assert_eq!((norland.total, norland.matching, norland.lean), (2, Some(2), Lean::Strain));
    assert_eq!((norland.state, norland.signs, norland.digit), (ChipState::On, (2, 0), Some(2)));
    let view = topic_view(&state, &key(TopicKind::Place, "Norland")).expect("it is a topic");
    let numbers: Vec<_> = view.evidence.iter().map(|line| line.number).collect();
    assert_eq!(numbers, [Some(1), Some(3)]);
    let words = vec!["Norland is".to_owned(), "Norland condemned".to_owned()];
    assert_eq!(view.found, [(TopicFound::List, words)]);
    assert_eq!(view.others, [key(TopicKind::Issue, "Talks")]);
}

#[test]
fn speakers_have_counts_and_mentioned_speech_does_not_count() {
    let groups = speakers(&state());
    assert_eq!(groups[0].name, "Lena Orlov");
    assert_eq!((groups[0].counts.counted(), groups[0].side.as_deref()), (1, Some("Esteria")));
    assert_eq!((groups[1].counts.counted(), groups[1].counts.mentioned), (0, 1));
    let card = &groups[0].quotes[0];
    let pieces: Vec<_> = card.pieces.iter().map(|(text, exact)| (text.as_str(), *exact)).collect();
    let expected = [("the ", false), ("old bridge", true), (" to Norland is broken", false)];
    assert_eq!(pieces, expected, "marks are put by who shows the words");
    assert_eq!(card.number, Some(1));
}

#[test]
fn the_summary_names_pair_and_reading() {
    let summary = summary(&state()).expect("read");
    assert_eq!((summary.sentences, summary.speakers, summary.quotes.part_exact), (3, 1, 1));
    assert_eq!(summary.pair, Some((PairId(0), "Esteria".to_owned(), "Norland".to_owned())));
    let GaugeReading::Value { value, range, band, .. } = summary.gauge.reading else {
        panic!("there is a value")
    };
    assert_eq!((value, range, band), (60, (50, 70), Band::Tense));
    assert_eq!(summary.minutes, 2);
}

#[test]
fn the_strip_has_a_bar_for_each_sentence_that_counts() {
    let strip = strip(&state());
    let bars: Vec<_> = strip.bars.iter().map(|bar| (bar.number, bar.strain, bar.easing)).collect();
    assert_eq!(bars, [(1, 50, 0), (2, 0, 25), (3, 100, 0)]);
    assert_eq!(strip.bars[0].speaker.as_deref(), Some("Lena Orlov"));
    assert_eq!(strip.bars[2].speaker, None);
}

#[test]
fn evidence_is_heaviest_first_and_filtered() {
    let phrases =
        |state: &State| evidence(state).into_iter().map(|line| line.phrase).collect::<Vec<_>>();
    assert_eq!(phrases(&state()), ["condemned", "broken", "met"]);
    let filtered = state().reduce(Action::ToggleTopic(key(TopicKind::Issue, "Talks")));
    assert_eq!(phrases(&filtered), ["met"]);
    let mut outside = report();
    outside.tension.reading.signals.pop();
    let outside = State { analysis: Analysis::Ready(Rc::new(outside)), ..(*state()).clone() };
    assert_eq!(phrases(&outside), ["broken", "met", "condemned"], "what counts stands first");
    let why = why(&state()).expect("read");
    assert_eq!(why.strain.len(), 2);
    assert_eq!(why.lowered.len(), 3);
}

#[test]
fn a_pair_has_a_cell_each_way_that_has_signs() {
    let pairs = pairs(&state());
    assert_eq!(pairs.actors.len(), 2);
    assert!(pairs.cells[0][1].is_some_and(|cell| cell.lean == Lean::Strain));
    assert_eq!(pairs.cells[1][0], None);
    assert_eq!(pair_evidence(&state(), PairId(0), Some(true), None).len(), 3);
    assert_eq!(pair_evidence(&state(), PairId(0), Some(false), None).len(), 0);
}

#[test]
fn the_card_lists_what_stands_in_the_sentence() {
    let card = sentence_card(&state(), SentenceId(1)).expect("it is there");
    assert_eq!((card.quotes.len(), card.signals.len(), card.topics.len()), (1, 1, 1));
    assert_eq!(card.speaker.as_deref(), Some("Lena Orlov"));
    assert_eq!(card.dates, []);
}

#[test]
fn the_card_says_what_a_date_means_unless_it_says_so_itself() {
    let mut dated = report();
    let span = dated.words.sentences[1].span;
    let date = |value: Option<&str>| Date {
        span,
        value: value.map(ToOwned::to_owned),
        rule: "weekday".into(),
    };
    dated.attributions.dates = vec![date(Some("2024-04-26")), date(None), date(Some("18"))];
    dated.attributions.dateline = Some("2024-04-26".to_owned());
    let shown = |report: &Report| {
        let analysis = Analysis::Ready(Rc::new(report.clone()));
        let state = State { analysis, ..(*state()).clone() };
        let card = sentence_card(&state, SentenceId(1)).expect("it is there");
        assert!(card.dates.iter().all(|date| date.words == card.text));
        assert_eq!(sentence_card(&state, SentenceId(0)).expect("it is there").dates, []);
        card.dates.into_iter().map(|date| date.value).collect::<Vec<_>>()
    };
    let told = Some("2024-04-26".to_owned());
    assert_eq!(shown(&dated), std::slice::from_ref(&told));
    dated.attributions.dateline = None;
    assert_eq!(shown(&dated), [told, None], "the reader may say when the text was written");
}

#[test]
fn links_return_text_and_place() {
    let state = state();
    let link = fragment(&state, &LinkKind::Quote(AttributionId(0))).expect("short");
    let parsed = readout_link::Link::parse(&link).expect("whole");
    let readout_link::Payload::Body(body) = parsed.payload else { panic!("it has a body") };
    assert_eq!(body.text, TEXT);
    assert_eq!(body.quotation.expect("kept").exact, "the “old bridge” to Norland is broken");
    let excerpt = fragment(&state, &LinkKind::Excerpt(AttributionId(0))).expect("short");
    assert!(excerpt.len() < link.len());
}

#[test]
fn screens_follow_the_table() {
    let with = |change: fn(&mut Report)| {
        let mut report = report();
        change(&mut report);
        let analysis = Analysis::Ready(Rc::new(report));
        status(&State { analysis, ..(*state()).clone() })
    };
    assert_eq!(status(&State::default()).stage, Stage::Empty);
    assert_eq!(with(|_| ()).stage, Stage::Full);
    assert_eq!(with(|report| report.words.extent = Extent::TooShort).stage, Stage::TooShort);
    assert_eq!(with(|report| report.words.extent = Extent::Short).stage, Stage::Short);
    assert_eq!(with(|report| report.words.language.english = false).stage, Stage::NotEnglish(None));
    assert!(with(|report| report.topics.topics.clear()).no_topics);
    assert!(with(|report| report.attributions.attributions.clear()).no_quotes);
    assert!(with(|report| report.words.paragraphs[2].english = false).mixed_language);
}

#[test]
fn initials_come_from_the_words_that_matter() {
    for (name, expected) in
        [("Wang Yi", "WY"), ("Ministry of Foreign Affairs", "MA"), ("Norland", "N"), ("", "?")]
    {
        assert_eq!(initials(name), expected, "{name}");
    }
}
