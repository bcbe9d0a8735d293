//! The strip: one bar a sentence.

use super::evidence::tension;
use super::people::name;
use super::{Strip, StripBar};
use crate::store::State;
use readout_contract::ids::SentenceId;
use readout_contract::report::{Sign, SignalEdit, Voice};

/// Sums of one sentence, in hundredths.
#[derive(Clone, Copy, Default)]
struct Sums {
    strain: u32,
    easing: u32,
    level: u8,
    /// Weight in a speaker's words, and the first such speaker's quote.
    spoken: u32,
    quote: Option<readout_contract::ids::AttributionId>,
}

/// The bars; empty before tension is known.
pub fn strip(state: &State) -> Strip {
    let Some(report) = tension(state) else { return Strip::default() };
    let mut sums = vec![Sums::default(); report.words.sentences.len()];
    for signal in &report.tension.signals {
        let Some(own) = sums.get_mut(signal.sentence.index()) else { continue };
        if signal.weight == 0 || signal.by_reader == Some(SignalEdit::LeftOut) {
            continue;
        }
        let weight = u32::from(signal.weight);
        match signal.sign {
            Sign::Strain => own.strain += weight,
            Sign::Easing => own.easing += weight,
        }
        own.level = own.level.max(signal.level.clamp(1, 3));
        if let Voice::Speaker(quote) = signal.voice {
            own.spoken += weight;
            own.quote = own.quote.or(Some(quote));
        }
    }
    let highest = sums.iter().map(|own| own.strain.max(own.easing)).max().unwrap_or(0).max(1);
    let share = |sum: u32| (sum * 100 / highest).min(100) as u8;
    let matching = super::matching(state);
    let mut number = 0;
    let mut bars = Vec::new();
    for (index, sentence) in report.words.sentences.iter().enumerate() {
        if !sentence.counted {
            continue;
        }
        number += 1;
        let id = SentenceId::new(index);
        let own = sums.get(index).copied().unwrap_or_default();
        let spoken = own.spoken * 2 > own.strain + own.easing;
        bars.push(StripBar {
            sentence: id,
            number,
            strain: share(own.strain),
            easing: share(own.easing),
            strength: own.level,
            sign: match own.strain.cmp(&own.easing) {
                std::cmp::Ordering::Greater => Some(Sign::Strain),
                std::cmp::Ordering::Less => Some(Sign::Easing),
                std::cmp::Ordering::Equal => None,
            },
            speaker: own.quote.filter(|_| spoken).map(|quote| {
                let quote = report.attributions.attributions.get(quote.index());
                name(report, quote.and_then(|quote| quote.speaker))
            }),
            dimmed: matching.as_ref().is_some_and(|set| !set.contains(&id)),
            chosen: state.selection.sentence == Some(id),
        });
    }
    let thirds = [bars.len() / 3, bars.len() * 2 / 3];
    Strip { bars, thirds }
}
