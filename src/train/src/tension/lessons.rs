//! From annotated sentences and from news to lessons.

use super::data::Record;
use super::learn::Lesson;
use clap::Args;
use rayon::prelude::*;
use readout_analysis::training::acts::{CLASSES, EVENTS};
use readout_analysis::training::seen_of_acts;
use readout_analysis::{Lexicons, Models};
use std::collections::BTreeSet;

/// How much sentences count.
#[derive(Args, Clone, Copy)]
pub(super) struct Shares {
    /// A sentence of which only the quad class is known.
    #[arg(long, default_value_t = Self::product().quad)]
    quad: f64,
    /// A sentence as if no row of the list fitted: rows were written by people who saw these
    /// sentences, and fit others less often.
    #[arg(long, default_value_t = Self::product().bare)]
    bare: f64,
    /// A sentence of news.
    #[arg(long, default_value_t = Self::product().calm)]
    calm: f64,
    /// Of so many texts of news, one is taken.
    #[arg(long, default_value_t = Self::product().every)]
    every: usize,
}

impl Shares {
    /// Those of the product.
    pub(super) const fn product() -> Self {
        Self { quad: 0.5, bare: 0.5, calm: 0.15, every: 6 }
    }
}

/// The classes that an annotation allows. The two sources count reduced relations differently.
fn right(record: &Record) -> Option<[bool; CLASSES]> {
    if let Some(event) = &record.event {
        return Some(EVENTS.map(|own| own == event));
    }
    let quad = record.quad?;
    Some(EVENTS.map(|event| match event {
        "AGREE" | "CONSULT" | "SUPPORT" => quad == 1,
        "COOPERATE" | "AID" | "YIELD" => quad == 2,
        "REQUEST" | "ACCUSE" | "REJECT" | "THREATEN" => quad == 3,
        "SANCTION" => quad == 3 || quad == 4,
        "NONE" => quad == 0,
        _ => quad == 4,
    }))
}

/// The lessons of each annotated sentence: as it is seen, and as if no row of the list fitted.
/// Of a sentence that both sources have, the one that tells the event is learned from.
pub(super) fn of_records(
    records: &[Record],
    shares: &Shares,
    lexicons: &Lexicons,
    models: &Models,
) -> Vec<Vec<Lesson>> {
    let known: BTreeSet<&str> = records
        .iter()
        .filter(|record| record.event.is_some())
        .map(|record| record.text.as_str())
        .collect();
    let lessons = |record: &Record| -> Option<Vec<Lesson>> {
        let right = right(record)?;
        if record.event.is_none() && known.contains(record.text.as_str()) {
            return None;
        }
        let seen = seen_of_acts(&record.source, lexicons, models).into_iter().next()?;
        let weight = if record.event.is_some() { 1.0 } else { shares.quad };
        let mut lessons = vec![Lesson { rows: seen.keys, right, weight }];
        if seen.signals > 0 {
            let weight = weight * shares.bare;
            lessons.push(Lesson { rows: seen.bare, right, weight });
        }
        Some(lessons)
    };
    records.par_iter().map(|record| lessons(record).unwrap_or_default()).collect()
}

/// Sentences of news that name two parties and show no signal: taken for no act, which is not
/// always right, so they count little.
pub(super) fn of_news(
    texts: &[Record],
    shares: &Shares,
    lexicons: &Lexicons,
    models: &Models,
) -> Vec<Lesson> {
    let right = EVENTS.map(|event| event == "NONE");
    texts
        .par_iter()
        .step_by(shares.every.max(1))
        .flat_map_iter(|text| seen_of_acts(&text.source, lexicons, models))
        .filter(|seen| seen.signals == 0 && seen.parties >= 2)
        .map(|seen| Lesson { rows: seen.keys, right, weight: shares.calm })
        .collect()
}
