//! The tension reading of a text, and those of its halves: what is left of a reading when half of
//! its evidence is gone.
//!
//! Halves are made of paragraphs, odd and even, first and second; of sentences where there are
//! fewer than six paragraphs.

use super::Item;
use readout_analysis::{Lexicons, Memo, Models};
use readout_contract::ids::ActorId;
use readout_contract::report::{Report, WordsPart};
use readout_text::{SourceText, Span};
use serde::Serialize;

/// Paragraphs that halves of paragraphs need.
const FEWEST: usize = 6;

#[derive(Serialize)]
pub(super) struct Readings {
    #[serde(flatten)]
    whole: One,
    halves: Halves,
}

#[derive(Serialize)]
struct Halves {
    odd: Option<One>,
    even: Option<One>,
    first: Option<One>,
    second: Option<One>,
}

#[derive(Serialize)]
struct One {
    value: Option<u8>,
    range: Option<(u8, u8)>,
    /// Whom it speaks of; nobody: all actors together.
    parties: Option<(String, String)>,
    strain: u32,
    easing: u32,
}

pub(super) fn of(item: &Item, lexicons: &Lexicons, models: &Models) -> Readings {
    let report = read(item, &item.text, lexicons, models);
    let (joint, parts) = parts(&report.words);
    let half = parts.len().div_ceil(2);
    let part = |is_in: &dyn Fn(usize) -> bool| {
        let chosen = parts.iter().enumerate().filter(|(index, _)| is_in(*index));
        let texts: Vec<&str> = chosen.map(|(_, span)| item.text.slice(*span)).collect();
        let text = SourceText::new(&texts.join(joint)).ok()?;
        Some(one(&read(item, &text, lexicons, models)))
    };
    Readings {
        whole: one(&report),
        halves: Halves {
            odd: part(&|index| index % 2 == 0),
            even: part(&|index| index % 2 == 1),
            first: part(&|index| index < half),
            second: part(&|index| index >= half),
        },
    }
}

fn read(item: &Item, text: &SourceText, lexicons: &Lexicons, models: &Models) -> Report {
    readout_analysis::read(text, &item.input, lexicons, models, &mut Memo::default(), &mut |_| {})
}

fn parts(words: &WordsPart) -> (&'static str, Vec<Span>) {
    if words.paragraphs.len() < FEWEST {
        (" ", words.sentences.iter().map(|sentence| sentence.span).collect())
    } else {
        ("\n\n", words.paragraphs.iter().map(|paragraph| paragraph.span).collect())
    }
}

fn one(report: &Report) -> One {
    let reading = &report.tension.reading;
    let name = |actor: ActorId| {
        let actor = report.attributions.actors.get(actor.index());
        actor.map_or_else(String::new, |actor| actor.name.clone())
    };
    let pair = reading.pair.and_then(|pair| report.tension.pairs.get(pair.index()));
    One {
        value: reading.value,
        range: reading.range,
        parties: pair.map(|pair| (name(pair.forward.source), name(pair.forward.target))),
        strain: reading.strain,
        easing: reading.easing,
    }
}
