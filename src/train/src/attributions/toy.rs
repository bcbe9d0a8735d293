//! Toy texts of our own, learned by heart: the same weights every time, and what was learned is
//! found again.

use super::data::{Article, Attribution, article};
use super::{Attributions, learned, predict};
use clap::Parser;
use readout_analysis::{Lexicons, Models};
use readout_fixture::Fixture;
use serde_json::json;

const TEXTS: [&str; 4] = [
    "<source=1>The minister</source=1> <cue=1>said</cue=1> <content=1>that talks would go \
     on</content=1>. The treaty was signed in Oslo.",
    "<content=1>\"We will sign,\"</content=1> <cue=1>said</cue=1> <source=1>the \
     envoy</source=1>. <content=1>\"It is time.\"</content=1>",
    "Prices rose, <cue=1>according to</cue=1> <source=1>the bank</source=1>. <source=2>She</source=2> \
     <cue=2>hopes</cue=2> <content=2>to visit Norway</content=2>.",
    "The envoy left Oslo in May. <source=1>Norway</source=1> <cue=1>denied</cue=1> <content=1>that \
     the treaty had failed</content=1>.",
];

fn articles() -> Vec<Article> {
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let read = |tagged: &&str| {
        let fixture = Fixture::parse(tagged);
        let role = |role: &str, number: usize| {
            let spans = fixture.tagged(&format!("{role}={number}"));
            spans.iter().map(|span| (span.start(), span.end())).collect::<Vec<_>>()
        };
        let attributions: Vec<_> = (1..=2)
            .filter(|number| !role("cue", *number).is_empty())
            .map(|number| {
                json!({
                    "source": role("source", number),
                    "cue": role("cue", number),
                    "content": role("content", number),
                })
            })
            .collect();
        let line = json!({ "id": "toy", "text": fixture.text, "attributions": attributions });
        article(&line.to_string(), &lexicons, &models).expect("a text with its attributions")
    };
    TEXTS.iter().map(read).collect()
}

/// Learns as the command does, with few rows.
#[derive(Parser)]
struct Toy {
    #[command(flatten)]
    args: Attributions,
}

fn args(more: &[&str]) -> Attributions {
    let mut words = vec!["toy", "--train", "-", "--predict", "-", "--out", "-"];
    words.extend(["--bits", "14", "--pair-bits", "10", "--cue-passes", "40"]);
    words.extend(["--role-passes", "40", "--rate", "0.5", "--least-cue", "1", "--least-role", "1"]);
    words.extend(more);
    Toy::parse_from(words).args
}

#[test]
fn the_same_texts_give_the_same_weights() {
    let args = args(&["--words-only"]);
    let sum = |number: usize| {
        let learned = learned(&articles(), &args);
        let weights = if number == 0 { learned.cues } else { learned.roles };
        let bits = weights.singles.iter().flatten().map(|weight| weight.to_bits());
        bits.fold(0_u32, |sum, bits| sum.rotate_left(5) ^ bits)
    };
    let sums = [sum(0), sum(1)];
    assert_eq!(sums, [sum(0), sum(1)]);
    assert_eq!(sums, SUMS, "the trainer learns something else than before");
}

/// Of the toy models. A change of the trainer or of what it sees changes them.
const SUMS: [u32; 2] = [3_797_621_084, 3_509_057_311];

#[test]
fn what_was_learned_is_found_again() {
    let args = args(&[]);
    let articles = articles();
    let learned = learned(&articles, &args);
    for article in &articles {
        let mut gold: Vec<Attribution> = article.gold.clone();
        gold.retain(|gold| !gold.content.is_empty());
        assert_eq!(predict(article, &learned, &args), gold, "{:?}", article.text.words.len());
    }
}
