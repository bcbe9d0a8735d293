//! Toy texts of our own, learned by heart: the same weights every time, and what was learned is
//! found again.

use super::data::{Article, article};
use super::{Sizes, learn_all};
use readout_analysis::training::format;
use readout_analysis::training::learned::{self, Found, Sure};
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

fn sizes() -> Sizes {
    Sizes {
        passes: 60,
        again: 40,
        bits: 14,
        pair_bits: 10,
        least: 1,
        keep_cues: 4000,
        keep_roles: 8000,
        keep_pairs: 1000,
        drop: 0.5,
        rate: 0.2,
        power: 0.25,
        levels: 31.0,
        seed: 1,
    }
}

#[test]
fn the_same_texts_give_the_same_file() {
    let file = || learn_all(&mut articles(), &sizes());
    assert_eq!(file(), file());
    assert_eq!(
        format::checksum(&file()),
        CHECKSUM,
        "the trainer learns something else than before"
    );
}

/// Of the toy model's file. A change of the trainer or of what it sees changes it.
const CHECKSUM: u32 = 3_173_220_311;

#[test]
fn what_was_learned_is_found_again() {
    let mut texts = articles();
    let file = Vec::leak(learn_all(&mut texts, &sizes()));
    assert_eq!(format::check(file, learned::FEATURE_SET), Ok(()));
    let models = Models::built_in().with_attributions(file);
    for part in texts.iter_mut().flat_map(|article| &mut article.parts) {
        let found = part.found(models.attributions());
        let bare = found.into_iter().map(|found| Found { sure: Sure::default(), ..found });
        assert_eq!(bare.collect::<Vec<_>>(), part.gold);
    }
}
