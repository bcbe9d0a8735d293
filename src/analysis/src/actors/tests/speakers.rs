//! Whom "I", "we" and "you" mean.

use super::{check, report};
use readout_contract::change::{Anchor, Change, ChangeOutcome, SpeakerChoice};
use readout_text::{OffsetMap, SourceText, Span};

#[test]
fn inside_a_quote_its_speaker_is_meant() {
    check(
        "\"I will keep my word,\" Ann Poe said. Bo Lee left.",
        &["Ann Poe: I | my | Ann Poe", "Bo Lee: Bo Lee"],
    );
    // Nobody says this.
    check("Bo Lee sang \"I and my town\" again.", &["Bo Lee: Bo Lee"]);
}

#[test]
fn a_minister_says_we_for_the_state() {
    check(
        "Norwegian Foreign Minister Elena Orlov said: \"We will defend our coast, and I will go.\"",
        &[
            "Norway: Norwegian | We | our",
            "Elena Orlov (Norwegian Foreign Minister, Norway): Elena Orlov | I",
        ],
    );
    check(
        "A spokesman for NATO said: \"We are ready.\"",
        &["NATO spokesman (NATO): spokesman", "NATO: NATO | We"]
            .map(|line| line.replace("NATO spokesman", "spokesman for NATO"))
            .each_ref()
            .map(String::as_str),
    );
}

#[test]
fn we_of_somebody_without_a_side_stay_together() {
    check(
        "\"We sold our house,\" Ann Poe said. \"We left,\" Bo Lee said.",
        &["Ann Poe: Ann Poe", "Bo Lee: Bo Lee", "we (Ann Poe): We | our"],
    );
}

#[test]
fn outside_quotes_the_writer_is_one() {
    check(
        "I met Ann Poe in my garden. She told me a story.",
        &["Ann Poe: Ann Poe | She", "I: I | my | me"],
    );
    check("I met Ann Poe.", &["Ann Poe: Ann Poe"]);
    check(
        "My name is Ann Poe and I write. I met Bo Lee.",
        &["Ann Poe: My | Ann Poe | I | I", "Bo Lee: Bo Lee"],
    );
}

#[test]
fn of_two_who_take_turns_each_speaks_to_the_other() {
    check(
        "ANN POE: Will you go?\n\nBO LEE: I will. You know my answer.\n\nANN POE: I thank you.",
        &["ANN POE: ANN POE | You | ANN POE | I", "BO LEE: you | BO LEE | I | my | you"],
    );
}

#[test]
fn what_only_looks_like_a_pronoun_is_none() {
    check(
        "The US and the UK agreed on a coal mine. The mine closed.",
        &["United States: US", "United Kingdom: UK"],
    );
}

#[test]
fn a_speaker_of_the_readers_choice_is_meant() {
    let text = "Ann Poe met Bo Lee. \"I will keep my word,\" Ann Poe said.";
    let start = text.find('"').expect("a mark");
    let end = start + "\"I will keep my word,\"".len();
    let change = |span| Change::Speaker {
        at: Anchor { span, words: text[start..end].to_owned() },
        speaker: SpeakerChoice::Actor("Bo Lee".to_owned()),
    };
    let source = SourceText::new(text).expect("short");
    let place = OffsetMap::new(&source).to_code_points(Span::from_usize(start, end));
    let (source, report) = report(text, vec![change(place)]);
    assert_eq!(report.changes, [ChangeOutcome::Applied]);
    let part = &report.attributions;
    let lee = part.actors.iter().find(|actor| actor.name == "Bo Lee").expect("named");
    let words: Vec<&str> =
        lee.mentions.iter().map(|id| source.slice(part.mentions[id.index()].head)).collect();
    assert_eq!(words, ["Bo Lee", "I", "my"]);
}
