//! Whole texts: what runs over paragraphs, who speaks, and the reader's changes.

use crate::{Lexicons, Memo, Models, read};
use expect_test::{Expect, expect};
use readout_contract::change::{Anchor, Change, ChangeOutcome, SpeakerChoice};
use readout_contract::protocol::Input;
use readout_contract::report::{AttributionKind, Report, SpeakerFound};
use readout_text::{OffsetMap, SourceText, Span};
use std::fmt::Write as _;

fn report(text: &str, changes: Vec<Change>) -> Report {
    let source = SourceText::new(text).expect("short");
    let input = Input { text: text.to_owned(), changes, read_anyway: true, ..Input::default() };
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    read(&source, &input, &lexicons, &models, &mut Memo::default(), &mut |_| ())
}

/// Form, how found, speaker, words of the source and content of each attribution.
fn told(text: &str, report: &Report) -> String {
    let words = |span: &Span| text.get(span.range()).unwrap_or_default();
    let mut out = String::new();
    for one in &report.attributions.attributions {
        let speaker = one
            .speaker
            .and_then(|speaker| report.attributions.actors.get(speaker.index()))
            .map_or("-", |actor| actor.name.as_str());
        let content: Vec<&str> = one.content.iter().map(words).collect();
        let chain: Vec<&str> = one.chain.iter().map(words).collect();
        writeln!(
            out,
            "{:?} {:?} {speaker} {chain:?} [{}] {}: {}",
            one.kind,
            one.found,
            one.source.as_ref().map_or("", words),
            one.rule,
            content.join(" | ")
        )
        .expect("a string takes all");
    }
    out
}

#[track_caller]
fn check(text: &str, expected: &Expect) {
    expected.assert_eq(&told(text, &report(text, Vec::new())));
}

#[test]
fn a_quotation_over_paragraphs_is_one() {
    check(
        "The harbor will close, Mayor Elena Ruiz said on Monday.\n\n“We have no choice,” she said. “The wall is cracked.\n\n“And the ferry has been sold.”\n\nThe council meets in June.",
        &expect![[r#"
            Reported Named Elena Ruiz [] [Mayor Elena Ruiz] said-after: The harbor will close
            Exact Reference Elena Ruiz ["she", "Elena Ruiz"] [she] quote-before-cue: “We have no choice,” | “The wall is cracked. | “And the ferry has been sold.”
        "#]],
    );
}

#[test]
fn an_odd_mark_costs_its_paragraph_at_most() {
    check(
        "“The wall is cracked, said Mayor Elena Ruiz.\n\n“We have no choice,” she said.\n\nThe council called it “a disgrace”.",
        &expect![[r#"
            Exact Named Elena Ruiz [] [Mayor Elena Ruiz] quote-before-cue: “The wall is cracked,
            Exact Reference Elena Ruiz ["she", "Elena Ruiz"] [she] quote-before-cue: “We have no choice,”
            PartExact Group council [] [The council] describe-as: it “a disgrace”
        "#]],
    );
}

#[test]
fn a_cue_waits_for_the_next_paragraph() {
    check(
        "The ministry of transport then issued its reply. It said:\n\n“The line will open in May, as planned.”",
        &expect![[r#"
            Exact Reference ministry ["It", "ministry"] [It] cue-before-paragraph: “The line will open in May, as planned.”
        "#]],
    );
}

#[test]
fn he_leads_to_a_name() {
    check(
        "Foreign Minister Karl Brandt met reporters in Vienna. Brandt said that the talks were useful. He added that they would go on.",
        &expect![[r#"
            Reported Named Karl Brandt [] [Brandt] said-that: that the talks were useful
            Reported Reference Karl Brandt ["He", "Brandt", "Karl Brandt"] [He] said-that: that they would go on
        "#]],
    );
}

#[test]
fn whoever_spoke_goes_on_to_speak() {
    check(
        "Ministers Karl Brandt and Pavel Orlov met in Vienna, and Brandt is expected to stay.\n\nAs the talks began, Orlov said to Brandt that the old pact had held.\n\nMoreover, the border is calmer than it was. He claimed that trade was growing.",
        &expect![[r#"
            Mentioned Unclear - [] [] said-after: Brandt | to stay
            Reported Named Pavel Orlov [] [Orlov] said-that: that the old pact had held
            Likely Reference Pavel Orlov [] [] goes-on: Moreover, the border is calmer than it was.
            Reported Reference Pavel Orlov ["He", "Orlov", "Pavel Orlov"] [He] said-that: that trade was growing
        "#]],
    );
}

#[test]
fn what_goes_on_is_likely() {
    check(
        "Foreign Minister Karl Brandt said that the old pact had held.\n\nMoreover, the border is calmer than it was. He claimed that trade was growing.",
        &expect![[r#"
            Reported Named Karl Brandt [] [Foreign Minister Karl Brandt] said-that: that the old pact had held
            Likely Reference Karl Brandt [] [] goes-on: Moreover, the border is calmer than it was.
            Reported Reference Karl Brandt ["He", "Karl Brandt"] [He] said-that: that trade was growing
        "#]],
    );
    check(
        "Foreign Minister Karl Brandt said that the old pact had held.\n\nMoreover, the border is calmer than it was. The harvest was good.",
        &expect![[r"
            Reported Named Karl Brandt [] [Foreign Minister Karl Brandt] said-that: that the old pact had held
        "]],
    );
}

fn anchor(text: &str, words: &str) -> Anchor {
    let source = SourceText::new(text).expect("short");
    let start = text.find(words).expect("words of the text");
    let span = Span::from_usize(start, start + words.len());
    Anchor { span: OffsetMap::new(&source).to_code_points(span), words: words.to_owned() }
}

const STORY: &str = "Mayor Elena Ruiz said that the harbor would close. Karl Brandt, a fisherman, said that he would stay. The sea is rising.";

#[test]
fn the_reader_corrects_the_speaker() {
    let at = anchor(STORY, "that he would stay");
    let speaker = SpeakerChoice::Actor("Elena Ruiz".to_owned());
    let report = report(STORY, vec![Change::Speaker { at, speaker }]);
    assert_eq!(report.changes, [ChangeOutcome::Applied]);
    expect![[r"
        Reported Named Elena Ruiz [] [Mayor Elena Ruiz] said-that: that the harbor would close
        Reported Reader Elena Ruiz [] [Karl Brandt, a fisherman] said-that: that he would stay
    "]]
    .assert_eq(&told(STORY, &report));
}

#[test]
fn the_reader_strikes_a_quote() {
    let at = anchor(STORY, "that he would stay");
    let lost = Anchor { words: "that he would leave".to_owned(), ..at.clone() };
    let report = report(STORY, vec![Change::NotQuote { at }, Change::NotQuote { at: lost }]);
    assert_eq!(report.changes, [ChangeOutcome::Applied, ChangeOutcome::LostItsPlace]);
    assert_eq!(report.attributions.attributions.len(), 1);
}

#[test]
fn a_quote_with_other_edges_keeps_its_verb_and_speaker() {
    let old = anchor(STORY, "that he would stay");
    let at = anchor(STORY, "he would stay");
    let speaker = SpeakerChoice::Actor("Karl Brandt".to_owned());
    let moved = report(STORY, vec![Change::NotQuote { at: old }, Change::Quote { at, speaker }]);
    let one = moved.attributions.attributions.last().expect("two");
    let words = |span: Span| &STORY[span.range()];
    assert!(one.by_reader && one.found == SpeakerFound::Named);
    assert_eq!(one.cue.map(words), Some("said"));
    assert_eq!(one.content.iter().map(|span| words(*span)).collect::<Vec<_>>(), ["he would stay"]);
}

#[test]
fn an_anchor_without_words_has_no_place() {
    let at = Anchor { words: String::new(), ..anchor(STORY, "that he would stay") };
    let change = Change::Quote { at, speaker: SpeakerChoice::Unclear };
    assert_eq!(report(STORY, vec![change]).changes, [ChangeOutcome::LostItsPlace]);
}

#[test]
fn the_reader_marks_a_quote() {
    let at = anchor(STORY, "The sea is rising.");
    let change = Change::Quote { at, speaker: SpeakerChoice::Unclear };
    let report = report(STORY, vec![change]);
    assert_eq!(report.changes, [ChangeOutcome::Applied]);
    let last = report.attributions.attributions.last().expect("three");
    assert!(last.by_reader && last.kind == AttributionKind::Reported && last.speaker.is_none());
    assert_eq!(last.sentences.len(), 1);
}
