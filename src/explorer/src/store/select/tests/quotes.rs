//! Citations, filters of quotes, and how sure a quote is.

use super::*;
use crate::store::CitationStyle;
use readout_contract::change::{Anchor, Change, SpeakerChoice};
use readout_contract::report::{Mention, MentionKind};
use readout_text::CodePointSpan;

const LINK: &str = "https://host.example/#v1/r/-/x";

/// The state with other details, and a change of its first quote.
fn with(doc: Doc, change: fn(&mut Attribution)) -> State {
    let mut report = report();
    change(&mut report.attributions.attributions[0]);
    let doc = Doc { text: Rc::from(TEXT), ..doc };
    State { doc, analysis: Analysis::Ready(Rc::new(report)), ..(*state()).clone() }
}

fn doc(title: &str, source: &str, date: &str) -> Doc {
    let some = |words: &str| (!words.is_empty()).then(|| words.to_owned());
    Doc { title: some(title), source: some(source), date: some(date), ..Doc::default() }
}

fn cited(state: &State, style: CitationStyle) -> String {
    citation(state, AttributionId(0), style, Some(LINK))
}

const STYLES: [CitationStyle; 4] =
    [CitationStyle::Plain, CitationStyle::Chicago, CitationStyle::Apa, CitationStyle::Mla];

#[test]
fn each_style_cites_the_secondary_source() {
    let state = with(doc("Talks at the lake", "The Courier", "2024-09-06"), |_| ());
    let words = "the “old bridge” to Norland is broken";
    let expected = [
        format!(
            "{words} (Part exact), Lena Orlov, as reported in Talks at the lake, The Courier, \
             6 September 2024, sentence 1, {LINK}"
        ),
        format!(
            "Lena Orlov, {words} (part exact), quoted in “Talks at the lake,” The Courier, \
             September 6, 2024, sentence 1, {LINK}."
        ),
        format!(
            "{words} [part exact] (Lena Orlov, as cited in “Talks at the lake”, 2024, sentence 1)\n\
             Talks at the lake. (2024, September 6). The Courier. {LINK}"
        ),
        format!(
            "Lena Orlov: {words} [part exact] (qtd. in “Talks at the lake”, sentence 1)\n\
             “Talks at the lake.” The Courier, 6 Sept. 2024, {LINK}"
        ),
    ];
    for (style, expected) in STYLES.into_iter().zip(expected) {
        assert_eq!(cited(&state, style), expected);
    }
}

#[test]
fn reported_words_never_stand_in_quotation_marks() {
    let reported = with(doc("", "", ""), |quote| {
        quote.kind = AttributionKind::Reported;
        quote.exact.clear();
        quote.content = vec![at("Norland is broken")];
    });
    for style in STYLES {
        let citation = cited(&reported, style);
        assert!(!citation.contains("“Norland"), "{citation}");
        assert!(!citation.contains("broken”"), "{citation}");
    }
    let exact = with(doc("", "", ""), |quote| {
        quote.kind = AttributionKind::Exact;
        quote.content = vec![at("“old bridge”")];
    });
    for style in STYLES {
        assert!(cited(&exact, style).contains("“old bridge”"), "{}", cited(&exact, style));
    }
}

#[test]
fn what_the_text_does_not_have_is_left_out() {
    let bare = with(doc("", "https://news.example/1", "2024"), |_| ());
    let chicago = cited(&bare, CitationStyle::Chicago);
    assert!(chicago.ends_with("quoted in 2024, sentence 1, https://news.example/1."), "{chicago}");
    let none = with(doc("", "", ""), |_| ());
    assert!(cited(&none, CitationStyle::Apa).contains("n.d."));
    for style in STYLES {
        let citation = citation(&none, AttributionId(0), style, None);
        assert!(!citation.contains(", ,") && !citation.contains("  "), "{citation}");
    }
}

#[test]
fn unsure_quotes_are_marked_not_hidden() {
    let sure = |confidence| {
        let mut quote = quote("broken", AttributionKind::Reported, 0, 1);
        quote.confidence = confidence;
        Sure::of(&quote)
    };
    assert_eq!(
        [sure(99), sure(85), sure(60), sure(49)],
        [Sure::High, Sure::High, Sure::Middle, Sure::Low]
    );
    let state = with(Doc::default(), |quote| quote.confidence = 30);
    let groups = speakers(&state);
    assert_eq!((groups[0].quotes.len(), groups[0].quotes[0].sure), (1, Sure::Low));
    let views = paragraphs(&state);
    let runs = &views[1].sentences[0].runs;
    assert!(runs.iter().filter_map(|run| run.quote).all(|quote| quote.guess));
}

#[test]
fn mentioned_speech_stands_apart() {
    let groups = speakers(&state());
    let lists: Vec<_> =
        groups.iter().map(|group| (group.quotes.len(), group.mentions.len())).collect();
    assert_eq!(lists, [(1, 0), (0, 1)]);
}

#[test]
fn quotes_are_filtered_by_verb_side_and_whom_they_are_about() {
    let mut report = report();
    let head = at("Norland is").intersect(at("Norland")).unwrap_or(at("Norland"));
    report.attributions.mentions = vec![Mention {
        span: head,
        head,
        kind: MentionKind::Name,
        actor: Some(ActorId(2)),
        rule: "test".into(),
    }];
    report.attributions.attributions[0].verb_class = VerbClass::Doubtful;
    let state = Rc::new(State { analysis: Analysis::Ready(Rc::new(report)), ..(*state()).clone() });
    let choices = quote_choices(&state);
    assert_eq!(choices.sides, [("Esteria".to_owned(), 1)], "mentioned speech is not counted");
    assert_eq!(choices.about, [("Norland".to_owned(), 1)]);
    let left = |action: Action| {
        let state = Rc::clone(&state).reduce(action);
        speakers(&state).iter().map(|group| group.quotes.len()).sum::<usize>()
    };
    assert_eq!(left(Action::Verb(Some(VerbClass::Doubtful))), 1);
    assert_eq!(left(Action::Verb(Some(VerbClass::Strong))), 0);
    assert_eq!(left(Action::Side(Some("Esteria".to_owned()))), 1);
    assert_eq!(left(Action::Side(Some("Norland".to_owned()))), 0);
    assert_eq!(left(Action::About(Some("Norland".to_owned()))), 1);
    assert_eq!(left(Action::About(Some("Esteria".to_owned()))), 0);
}

#[test]
fn moved_edges_are_one_line_among_the_changes() {
    let place = |words: &str, start| Anchor {
        span: CodePointSpan { start, end: start + words.chars().count() as u32 },
        words: words.to_owned(),
    };
    let speaker = SpeakerChoice::Unclear;
    let mut state = (*state()).clone();
    state.changes.done = vec![
        Change::NotQuote { at: place("broken", 60) },
        Change::NotQuote { at: place("old bridge", 40) },
        Change::Quote { at: place("bridge", 44), speaker: speaker.clone() },
        Change::Quote { at: place("Norland", 0), speaker: SpeakerChoice::Typed("X".to_owned()) },
    ];
    let lines: Vec<_> =
        change_lines(&state).into_iter().map(|line| (line.index, line.key, line.what)).collect();
    assert_eq!(
        lines,
        [
            (0, "change-not-quote", "broken".to_owned()),
            (1, "change-edges", "bridge".to_owned()),
            (3, "change-quote", "Norland".to_owned()),
        ]
    );
    assert_eq!(summary(&state).map(|summary| summary.changes), Some((3, 0)));
}
