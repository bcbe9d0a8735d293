//! Texts of our own, mutated at random: nothing panics, and what always holds, holds.
//!
//! A text follows from its seed alone. Without settings the same few texts are read each time;
//! `READOUT_FUZZ_SECONDS` goes on for so long and `READOUT_FUZZ_SEED` begins elsewhere, which is
//! what `cargo xtask fuzz` sets. A finding shows its seed and its text; the text that is being read
//! stands in `target/tmp/fuzz.txt` too, for an end that cannot be caught.

mod changes;
mod mutate;
mod random;

use crate::sound;
use crate::{lexicons, models};
use mutate::Corpus;
use random::Random;
use readout_analysis::{Memo, read};
use readout_contract::protocol::Input;
use readout_contract::report::Report;
use readout_text::SourceText;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

/// Texts that are read without settings.
const TEXTS: u32 = 150;

#[test]
fn mutated_texts_are_read() {
    let first = setting("READOUT_FUZZ_SEED").unwrap_or(1);
    let time = setting("READOUT_FUZZ_SECONDS").map(Duration::from_secs);
    let last = concat!(env!("CARGO_TARGET_TMPDIR"), "/fuzz.txt");
    let corpus = Corpus::open();
    let start = Instant::now();
    let (mut seeds, mut texts, mut bytes) = (Random(first), 0, 0);
    let mut seed = first;
    loop {
        let mut random = Random(seed);
        let text = corpus.text(&mut random);
        std::fs::write(last, &text).expect("the folder for tests can be written");
        let checked = catch_unwind(AssertUnwindSafe(|| check(&corpus, &text, random)));
        if let Err(problem) = checked {
            eprintln!("A finding: cargo xtask fuzz --seconds 0 --seed {seed}\nThe text: {text:?}");
            resume_unwind(problem);
        }
        (texts, bytes) = (texts + 1, bytes + text.len());
        if time.map_or(texts >= TEXTS, |time| start.elapsed() >= time) {
            break;
        }
        seed = seeds.number();
    }
    let seconds = start.elapsed().as_secs();
    println!("{texts} texts of {bytes} bytes in {seconds} s from seed {first}: no finding");
}

/// A number from the environment.
fn setting(name: &str) -> Option<u64> {
    let value = std::env::var(name).ok()?;
    Some(value.parse().unwrap_or_else(|_| panic!("{name} is a number, not {value:?}")))
}

fn report(input: &Input, memo: &mut Memo) -> Report {
    let source = SourceText::new(&input.text).expect("short");
    read(&source, input, lexicons(), models(), memo, &mut |_| {})
}

/// Reads a text in all ways; panics if something does not hold.
fn check(corpus: &Corpus, text: &str, mut random: Random) {
    let found = sound::syntax::syntax(text);
    sound::syntax::check(text, &found);

    let date = *random.pick(&[
        None,
        Some("2024-04-26"),
        Some("0001-01-01"),
        Some("9999-99-99"),
        Some("soon"),
    ]);
    let mut input = Input {
        text: text.to_owned(),
        date: date.map(str::to_owned),
        title: random.once_in(4).then(|| text[mutate::range(text, 120, &mut random)].to_owned()),
        read_anyway: random.once_in(3),
        ..Input::default()
    };
    let mut memo = Memo::default();
    let first = report(&input, &mut memo);
    sound::report::check(text, &first);

    // The reader edits, and corrects.
    let source = SourceText::new(text).expect("short");
    input.changes = changes::some(&source, &first, &mut random);
    corpus.mutate(&mut input.text, &mut random);
    let edited = report(&input, &mut memo);
    sound::report::check(&input.text, &edited);
    assert_eq!(edited.changes.len(), input.changes.len(), "every change has an outcome");
    assert_eq!(edited, report(&input, &mut Memo::default()), "an edit is read as if afresh");
}
