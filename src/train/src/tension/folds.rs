//! Parts of the sentences that are held out in turn. Sentences that are the same, or nearly, stay
//! together: two files hold many in common, and news agencies repeat themselves.

use std::collections::BTreeMap;

/// Number of parts.
pub(super) const COUNT: usize = 5;
/// Words in a row that are compared.
const ROW: usize = 4;

/// Which part each sentence belongs to.
#[derive(Debug)]
pub(super) struct Folds(Vec<usize>);

impl Folds {
    /// Of sentences in their order.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let rows: Vec<Vec<String>> = texts.map(rows).collect();
        let mut groups: Vec<usize> = (0..rows.len()).collect();
        let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, own) in rows.iter().enumerate() {
            let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
            for row in own {
                let known = holders.entry(row).or_default();
                for other in known.iter() {
                    *shared.entry(*other).or_default() += 1;
                }
                known.push(at);
            }
            for (other, count) in shared {
                // Of the shorter sentence: a part of another is a copy of it too.
                if count * 2 >= own.len().min(rows[other].len()) {
                    let (one, two) = (first(&mut groups, at), first(&mut groups, other));
                    groups[one.max(two)] = one.min(two);
                }
            }
        }
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in 0..groups.len() {
            members.entry(first(&mut groups, at)).or_default().push(at);
        }
        let mut members: Vec<Vec<usize>> = members.into_values().collect();
        members.sort_by_key(|group| std::cmp::Reverse(group.len()));
        let mut sizes = [0; COUNT];
        let mut folds = vec![0; groups.len()];
        for group in members {
            let least = (0..COUNT).min_by_key(|fold| sizes[*fold]).unwrap_or_default();
            sizes[least] += group.len();
            for at in group {
                folds[at] = least;
            }
        }
        Self(folds)
    }

    /// The part of a sentence.
    pub(super) fn fold(&self, at: usize) -> usize {
        self.0[at]
    }

    /// How many sentences each part has.
    pub(super) fn sizes(&self) -> [usize; COUNT] {
        std::array::from_fn(|fold| self.0.iter().filter(|own| **own == fold).count())
    }
}

/// The group of a sentence, named by its first member.
fn first(groups: &mut [usize], mut at: usize) -> usize {
    while groups[at] != at {
        groups[at] = groups[groups[at]];
        at = groups[at];
    }
    at
}

/// The different rows of words of a text; of a shorter text, the whole.
fn rows(text: &str) -> Vec<String> {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut rows: Vec<String> = if words.len() < ROW {
        vec![words.join(" ")]
    } else {
        words.windows(ROW).map(|row| row.join(" ")).collect()
    };
    rows.sort_unstable();
    rows.dedup();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_copies_stay_together() {
        let texts = [
            "The two ministers met in Oslo on Monday to talk about fish.",
            "Rebels shelled the harbor of the town at night.",
            "the two ministers met in Oslo on Tuesday",
            "Yes.",
            "On Friday rebels shelled the harbor of the town, a witness said.",
            "yes",
            "A bank was robbed.",
        ];
        let folds = Folds::of(texts.into_iter());
        assert_eq!(folds.fold(0), folds.fold(2));
        assert_eq!(folds.fold(1), folds.fold(4));
        assert_eq!(folds.fold(3), folds.fold(5));
        assert_eq!(folds.sizes(), [2, 2, 2, 1, 0]);
    }
}
