//! From masses of strain and easing to a value of 0–100 and its range. Integers only.
//!
//! The balance of the two masses is drawn towards the middle by about two signals, so that one
//! sentence cannot reach an end of the scale, and then scaled by how strong the strain is. Words
//! count half their level there: without acts, the strongest words only just reach the top band.
//!
//! The range is the middle 80 % of 500 re-samples of all sentences of the text. In a re-sample each
//! sentence stands as often as a draw from a Poisson distribution of mean one says, which is what
//! drawing as many sentences as there are comes to (the Poisson bootstrap). Re-samples of
//! few sentences spread too little, so the range of n sentences is widened by 1.2 / (n − 1): half a
//! sentence for the spread that re-samples lack, the rest about as Student's t widens the normal
//! distribution. `cargo xtask eval` measures how many halves of texts it holds.

use readout_contract::report::{QuadClass, Sign, Signal};

/// Mass of each sign that is added before anything is read.
const PRIOR: u64 = 120;
/// Per mille of the balance that strain without any strength would reach.
const BASE: u64 = 600;
/// What each level of an act adds; a level of words adds half.
const PER_LEVEL: u64 = 130;
const SAMPLES: u32 = 500;
const SEED: u64 = 0x5245_4144_4f55_5431;
/// 2³² times the chance of at most 0, 1, 2 … times (Poisson, mean one); more never matters.
const AT_MOST: [u64; 7] = [
    1_580_030_169,
    3_160_060_337,
    3_950_075_422,
    4_213_413_783,
    4_279_248_374,
    4_292_415_292,
    4_294_609_778,
];
/// Percent that a range is widened by, times the number of its sentences less one.
const WIDENED: usize = 120;

/// What some signals weigh together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mass {
    pub(super) strain: u64,
    pub(super) easing: u64,
    /// Strain times its half levels, for the mean strength.
    pub(super) strength: u64,
}

/// Half levels of strength: an act has its level twice, words once.
pub(super) fn half_levels(signal: &Signal) -> u64 {
    let each = if signal.quad == QuadClass::MaterialConflict { 2 } else { 1 };
    u64::from(signal.level) * each
}

impl Mass {
    pub(super) fn of<'s>(signals: impl IntoIterator<Item = &'s Signal>) -> Self {
        signals.into_iter().fold(Self::default(), |sum, signal| sum.plus(Self::of_one(signal)))
    }

    pub(super) fn of_one(signal: &Signal) -> Self {
        let weight = u64::from(signal.weight);
        match signal.sign {
            Sign::Strain => {
                Self { strain: weight, easing: 0, strength: weight * half_levels(signal) }
            }
            Sign::Easing => Self { strain: 0, easing: weight, strength: 0 },
        }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            strain: self.strain + other.strain,
            easing: self.easing + other.easing,
            strength: self.strength + other.strength,
        }
    }

    /// Without a part of it.
    pub(super) fn minus(self, part: Self) -> Self {
        Self {
            strain: self.strain.saturating_sub(part.strain),
            easing: self.easing.saturating_sub(part.easing),
            strength: self.strength.saturating_sub(part.strength),
        }
    }

    pub(super) fn times(self, count: u64) -> Self {
        Self {
            strain: self.strain * count,
            easing: self.easing * count,
            strength: self.strength * count,
        }
    }

    /// 0–100, rounded to nearest.
    pub(super) fn value(self) -> u8 {
        value(self.strain, self.easing, self.mean_strength())
    }

    /// Hundredths of a half level.
    fn mean_strength(self) -> u64 {
        (self.strength * 100).checked_div(self.strain).unwrap_or(100)
    }

    /// Bounds of the value that is left when no more than `part` goes, of each sum for itself.
    pub(super) fn bounds_without(self, part: Self) -> (u8, u8) {
        let strain = self.strain.saturating_sub(part.strain);
        let weakest = self.strength.saturating_sub(part.strength) * 100 / self.strain.max(1);
        let strongest = (self.strength * 100).checked_div(strain).unwrap_or(u64::MAX / PER_LEVEL);
        let least = value(strain, self.easing, weakest.min(100));
        let most = value(self.strain, self.easing.saturating_sub(part.easing), strongest.max(100));
        (least, most)
    }

    /// Whether neither sign has less than a quarter.
    pub(super) fn is_mixed(self) -> bool {
        let all = self.strain + self.easing;
        all > 0 && self.strain * 4 >= all && self.easing * 4 >= all
    }
}

fn value(strain: u64, easing: u64, mean_strength: u64) -> u8 {
    let share = (BASE + PER_LEVEL * mean_strength / 200).min(1000);
    let balance = (strain + PRIOR) * 1000 / (strain + easing + 2 * PRIOR);
    ((balance * share + 5_000) / 10_000).min(100) as u8
}

/// The middle 80 % of the values of re-sampled sentences, with the value itself inside.
pub(super) fn range<'s>(signals: impl IntoIterator<Item = &'s Signal>) -> (u8, u8) {
    // Signals are in text order, so those of a sentence follow each other.
    let mut masses: Vec<Mass> = Vec::new();
    let mut last = None;
    for signal in signals {
        if last != Some(signal.sentence) {
            last = Some(signal.sentence);
            masses.push(Mass::default());
        }
        if let Some(mass) = masses.last_mut() {
            *mass = mass.plus(Mass::of_one(signal));
        }
    }
    let value =
        usize::from(masses.iter().fold(Mass::default(), |sum, mass| sum.plus(*mass)).value());
    let mut random = SEED;
    // How many re-samples have each value.
    let mut counts = [0_u32; 101];
    for _ in 0..SAMPLES {
        let mut sum = Mass::default();
        for mass in &masses {
            sum = sum.plus(mass.times(times(&mut random)));
        }
        if let Some(count) = counts.get_mut(usize::from(sum.value())) {
            *count += 1;
        }
    }
    let tenth = |values: &mut dyn Iterator<Item = (usize, &u32)>| {
        let mut left = SAMPLES / 10;
        for (value, count) in values {
            if *count > left {
                return value;
            }
            left -= count;
        }
        value
    };
    let low = tenth(&mut counts.iter().enumerate());
    let high = tenth(&mut counts.iter().enumerate().rev());
    let others = masses.len().saturating_sub(1).max(1);
    let widened = |distance: usize| (distance * (100 + WIDENED / others) + 50) / 100;
    let low = value.saturating_sub(widened(value.saturating_sub(low)));
    let high = value + widened(high.saturating_sub(value));
    (low as u8, high.min(100) as u8)
}

/// How often a sentence stands in a re-sample.
fn times(random: &mut u64) -> u64 {
    let draw = next(random) >> 32;
    // No branch: which chance it is cannot be guessed.
    AT_MOST.iter().map(|chance| u64::from(draw >= *chance)).sum()
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
        Mass { strain, easing, strength: strain * level * 2 }
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

    #[test]
    fn words_alone_hardly_reach_the_top_band() {
        let words = |level: u64| Mass { strain: 9_000, easing: 0, strength: 9_000 * level };
        assert!(words(2).value() < 75 && words(3).value() < 80);
        assert!(mass(9_000, 0, 3).value() > 90);
    }

    #[test]
    fn sentences_stand_once_on_average() {
        let mut random = SEED;
        let draws: Vec<u64> = (0..20_000).map(|_| times(&mut random)).collect();
        let sum: u64 = draws.iter().sum();
        let squares: u64 = draws.iter().map(|count| count * count).sum();
        assert!(sum.abs_diff(20_000) < 300 && squares.abs_diff(40_000) < 1_200, "{sum} {squares}");
    }
}
