//! Links that were sent once must open for ever: each file of `golden/v1` still reads as what it
//! was made of. A file is never changed; a new form of link adds a file.

use readout_contract::change::{Anchor as At, Change, SpeakerChoice};
use readout_link::{Anchor, Body, Filters, Link, Mode, Payload, Quotation};
use readout_text::CodePointSpan;

const TEXT: &str = "“We will not sign it,” Finance Minister Lena Orlov said on Tuesday.\n\n\
    The Reform Party – whose leader was away – rejected the claim. 😀\n";

fn at(start: u32, end: u32, words: &str) -> At {
    At { span: CodePointSpan { start, end }, words: words.to_owned() }
}

#[expect(clippy::unnecessary_wraps, reason = "keeps the table of fields readable")]
fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// File and what it was made of.
fn links() -> Vec<(&'static str, Link)> {
    let everything = Body {
        text: TEXT.to_owned(),
        title: some("Orlov says no"),
        source: some("https://example.org/news/1"),
        date: some("2026-11-24"),
        language: some("en"),
        changes: vec![
            Change::LeaveOutSignal { at: at(4, 17, "will not sign") },
            Change::FlipSignal { at: at(112, 120, "rejected") },
            Change::Speaker {
                at: at(0, 22, "“We will not sign it,”"),
                speaker: SpeakerChoice::Actor("Lena Orlov".to_owned()),
            },
            Change::NotQuote { at: at(121, 130, "the claim") },
            Change::Quote {
                at: at(121, 130, "the claim"),
                speaker: SpeakerChoice::Typed("Somebody else".to_owned()),
            },
            Change::Quote { at: at(121, 130, "the claim"), speaker: SpeakerChoice::Unclear },
            Change::HideTopic("Finance".to_owned()),
            Change::RenameTopic { from: "budget".to_owned(), to: "Public budget".to_owned() },
            Change::MergeActors { keep: "Lena Orlov".to_owned(), merge: "Orlov".to_owned() },
        ],
        filters: Filters {
            topics: vec!["Public budget".to_owned()],
            speakers: vec!["Lena Orlov".to_owned()],
            all: true,
            only_matching: true,
        },
        quotation: Some(Quotation {
            exact: "will not sign".to_owned(),
            prefix: "“We ".to_owned(),
            suffix: " it,” Finance".to_owned(),
        }),
        mark: Some(0xDEAD_BEEF),
        engine: some("0.1.0"),
    };
    let text_only = Body { text: TEXT.to_owned(), ..Body::default() };
    let carried =
        |mode, anchor, body| Link { mode, anchor, payload: Payload::Body(Box::new(body)) };
    let seed = |anchor| Link {
        mode: Mode::Embed,
        anchor,
        payload: Payload::Seed("blinken-wang-2024".to_owned()),
    };
    vec![
        (
            "everything",
            carried(Mode::Edit, Anchor::Place(CodePointSpan { start: 4, end: 17 }), everything),
        ),
        ("text-only", carried(Mode::Read, Anchor::None, text_only)),
        ("seed", seed(Anchor::None)),
        ("seed-by-hand", seed(Anchor::None)),
        ("seed-topic", seed(Anchor::Topic("taiwan".to_owned()))),
    ]
}

fn golden(name: &str) -> String {
    let path = format!("{}/tests/golden/v1/{name}.link", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_default().trim_end().to_owned()
}

#[test]
fn golden_links_read_for_ever() {
    for (name, link) in links() {
        assert_eq!(Link::parse(&golden(name)), Ok(link), "{name}");
    }
}

/// Writing may improve (a better coder); what is written must read back and keep to the letters.
#[test]
fn links_are_written_in_letters_that_no_program_breaks() {
    for (name, link) in links() {
        let written = link.to_fragment().expect("small");
        assert_eq!(Link::parse(&written), Ok(link), "{name}: {written}");
        let fits = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
        assert!(written.chars().all(fits), "{name}: {written}");
        assert!(written.chars().rev().take(4).all(|c| c.is_ascii_alphanumeric()), "{name}");
    }
}

#[test]
fn every_golden_file_is_tested() {
    let folder = format!("{}/tests/golden/v1", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .filter_map(|entry| entry.ok()?.path().file_stem()?.to_str().map(str::to_owned))
        .collect();
    let mut tested: Vec<String> = links().iter().map(|(name, _)| (*name).to_owned()).collect();
    files.sort();
    tested.sort();
    assert_eq!(files, tested);
}
