//! From masses of strain and easing to a value of 0–100 and its range. Integers only.
//!
//! The balance of the two masses is drawn towards the middle by about two signals, so that one
//! sentence cannot reach an end of the scale, and then scaled by how strong the strain is: words of
//! displeasure alone stay below acts of war. The range is the middle 80 % of 500 re-samples of the
//! sentences (the percentile bootstrap), drawn by a fixed-seed generator.

use readout_contract::ids::SentenceId;
use readout_contract::report::{Sign, Signal};
use readout_sorted::sort;
use std::collections::BTreeMap;

/// Mass of each sign that is added before anything is read.
const PRIOR: u64 = 120;
/// Per mille of the balance that strain of level 0 would reach, and what each level adds.
const BASE: u64 = 550;
const PER_LEVEL: u64 = 150;
const SAMPLES: usize = 500;
const SEED: u64 = 0x5245_4144_4f55_5431;

/// What some signals weigh together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mass {
    pub(super) strain: u64,
    pub(super) easing: u64,
    /// Strain times its level, for the mean level.
    levels: u64,
}

impl Mass {
    pub(super) fn of<'s>(signals: impl IntoIterator<Item = &'s Signal>) -> Self {
        let mut mass = Self::default();
        for signal in signals {
            mass.add(signal);
        }
        mass
    }

    fn add(&mut self, signal: &Signal) {
        let weight = u64::from(signal.weight);
        match signal.sign {
            Sign::Strain => {
                self.strain += weight;
                self.levels += weight * u64::from(signal.level);
            }
            Sign::Easing => self.easing += weight,
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            strain: self.strain + other.strain,
            easing: self.easing + other.easing,
            levels: self.levels + other.levels,
        }
    }

    /// 0–100, rounded to nearest.
    pub(super) fn value(self) -> u8 {
        let level = (self.levels * 100).checked_div(self.strain).unwrap_or(100);
        let share = (BASE + PER_LEVEL * level / 100).min(1000);
        let balance = (self.strain + PRIOR) * 1000 / (self.strain + self.easing + 2 * PRIOR);
        ((balance * share + 5_000) / 10_000).min(100) as u8
    }

    /// Whether neither sign has less than a quarter.
    pub(super) fn is_mixed(self) -> bool {
        let all = self.strain + self.easing;
        all > 0 && self.strain * 4 >= all && self.easing * 4 >= all
    }
}

/// The middle 80 % of the values of re-sampled sentences, with the value itself inside.
pub(super) fn range<'s>(signals: impl IntoIterator<Item = &'s Signal>) -> (u8, u8) {
    let mut sentences: BTreeMap<SentenceId, Mass> = BTreeMap::new();
    for signal in signals {
        sentences.entry(signal.sentence).or_default().add(signal);
    }
    let masses: Vec<Mass> = sentences.into_values().collect();
    let value = masses.iter().fold(Mass::default(), |sum, mass| sum.plus(*mass)).value();
    if masses.is_empty() {
        return (value, value);
    }
    let mut random = SEED;
    let mut values: Vec<u8> = (0..SAMPLES)
        .map(|_| {
            let mut sum = Mass::default();
            for _ in 0..masses.len() {
                let draw = ((next(&mut random) >> 32) * masses.len() as u64) >> 32;
                sum = sum.plus(masses.get(draw as usize).copied().unwrap_or_default());
            }
            sum.value()
        })
        .collect();
    sort(&mut values, &Ord::cmp);
    let low = values.get(SAMPLES / 10).copied().unwrap_or(value);
    let high = values.get(SAMPLES - 1 - SAMPLES / 10).copied().unwrap_or(value);
    (low.min(value), high.max(value))
}

/// `SplitMix64` (Steele, Lea and Flood 2014).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mass(strain: u64, easing: u64, level: u64) -> Mass {
        Mass { strain, easing, levels: strain * level }
    }

    #[test]
    fn one_signal_reaches_no_end() {
        assert!(mass(100, 0, 1).value() < 60);
        assert!(mass(0, 100, 1).value() > 20);
    }

    #[test]
    fn more_strain_is_never_less() {
        let values: Vec<u8> = (0..40).map(|step| mass(step * 100, 900, 2).value()).collect();
        assert!(values.windows(2).all(|pair| pair[0] <= pair[1]), "{values:?}");
        assert!(mass(900, 900, 3).value() > mass(900, 900, 1).value());
        assert!(mass(u64::from(u32::MAX), 0, 3).value() <= 100);
    }

    #[test]
    fn both_signs_strong_is_mixed() {
        assert!(mass(500, 300, 1).is_mixed());
        assert!(!mass(500, 100, 1).is_mixed());
        assert!(!mass(0, 0, 1).is_mixed());
    }
}
