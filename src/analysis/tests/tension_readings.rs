//! Whole texts and the band they must read, in `readings/*.txt`, and what holds of every reading.
//!
//! The first word of a file's name says it: `calm` texts read Calm, `severe` texts read Severe, and
//! `between` texts neither. They retell public facts in general terms and in our own words.

use readout_analysis::{Lexicons, Memo, Models, read};
use readout_contract::change::{Anchor, Change, ChangeOutcome};
use readout_contract::ids::SignalId;
use readout_contract::protocol::Input;
use readout_contract::report::{Band, Report};
use readout_text::{OffsetMap, SourceText};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readings");

fn texts() -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = std::fs::read_dir(FOLDER)
        .expect("the texts")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("a text"))
        })
        .collect();
    texts.sort();
    assert!(texts.len() >= 9, "the texts are there");
    texts
}

struct Reader(Lexicons, Models);

impl Reader {
    fn new() -> Self {
        Self(Lexicons::built_in(), Models::built_in())
    }

    fn read(&self, text: &str, changes: Vec<Change>) -> Report {
        let source = SourceText::new(text).expect("short");
        let input = Input { text: text.to_owned(), changes, ..Input::default() };
        read(&source, &input, &self.0, &self.1, &mut Memo::default(), &mut |_| {})
    }
}

#[test]
fn trade_is_calm_war_is_severe_diplomacy_is_between() {
    let reader = Reader::new();
    let wrong: Vec<String> = texts()
        .into_iter()
        .filter_map(|(name, text)| {
            let reading = reader.read(&text, Vec::new()).tension.reading;
            let fits = match name.split('-').next().unwrap_or_default() {
                "calm" => reading.band == Some(Band::Calm),
                "between" => matches!(reading.band, Some(Band::Strained | Band::Tense)),
                "severe" => reading.band == Some(Band::Severe),
                _ => false,
            };
            (!fits).then(|| format!("{name}: {:?} {:?}", reading.value, reading.range))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Leaving out what "would change" names moves the reading to another band, of the same parties.
#[test]
fn what_would_change_it_does() {
    let reader = Reader::new();
    let mut count = 0;
    for (name, text) in texts() {
        let report = reader.read(&text, Vec::new());
        let reading = &report.tension.reading;
        if reading.would_change.is_empty() {
            continue;
        }
        let changes: Vec<Change> =
            reading.would_change.iter().map(|id| leave_out(&text, &report, *id)).collect();
        let after = reader.read(&text, changes);
        assert!(after.changes.iter().all(|outcome| *outcome == ChangeOutcome::Applied), "{name}");
        let parties = |report: &Report| {
            let pair = report.tension.reading.pair?;
            report
                .tension
                .pairs
                .get(pair.index())
                .map(|pair| (pair.forward.source, pair.forward.target))
        };
        assert_eq!(parties(&after), parties(&report), "{name}");
        assert_ne!(after.tension.reading.band, reading.band, "{name}");
        count += 1;
    }
    assert!(count > 2, "some readings can be changed");
}

fn leave_out(text: &str, report: &Report, id: SignalId) -> Change {
    let signal = &report.tension.signals[id.index()];
    let map = OffsetMap::new(&SourceText::new(text).expect("short"));
    let words = text[signal.span.range()].to_owned();
    Change::LeaveOutSignal { at: Anchor { span: map.to_code_points(signal.span), words } }
}
