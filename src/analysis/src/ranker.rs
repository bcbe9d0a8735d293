//! Small learned choices among candidates: features with readable names, what they weigh, and the
//! candidate whose features weigh most.
//!
//! A feature belongs to a group; in a group the value is one of the first labels joined to one of
//! the second. Weights are kept by these names ("group first second"), so a change of a list asks
//! for learning anew. Sums are integers; the first among equals is chosen.

use crate::lexicons::LexiconFile;

/// A group of features of which one value holds at a time. Labels are parted by spaces.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    name: &'static str,
    first: &'static str,
    second: &'static str,
    /// Number of its first feature, of its second labels, and of the feature behind it.
    start: usize,
    columns: usize,
    end: usize,
}

/// A group without its place among others; see [`layout`].
pub(crate) const fn group(name: &'static str, first: &'static str, second: &'static str) -> Group {
    Group { name, first, second, start: 0, columns: 0, end: 0 }
}

/// Gives the features of groups their numbers, in order.
pub(crate) const fn layout<const COUNT: usize>(mut groups: [Group; COUNT]) -> [Group; COUNT] {
    let (mut at, mut start) = (0, 0);
    while at < COUNT {
        let columns = labels(groups[at].second);
        let end = start + labels(groups[at].first) * columns;
        groups[at] = Group { start, columns, end, ..groups[at] };
        start = end;
        at += 1;
    }
    groups
}

const fn labels(list: &str) -> usize {
    let (mut at, mut count) = (0, 1);
    while at < list.len() {
        count += (list.as_bytes()[at] == b' ') as usize;
        at += 1;
    }
    count
}

/// The place of a label in a list.
pub(crate) fn label(list: &str, label: &str) -> Option<usize> {
    list.split(' ').position(|known| known == label)
}

/// Number of features.
pub(crate) const fn count(groups: &[Group]) -> usize {
    match groups.last() {
        Some(last) => last.end,
        None => 0,
    }
}

/// The feature of a group with these two values; a value beyond the labels is the last of them.
pub(crate) fn feature(groups: &[Group], at: usize, first: usize, second: usize) -> u16 {
    groups.get(at).map_or(u16::MAX, |group| {
        let row = (group.start + first * group.columns).min(group.end - group.columns);
        (row + second.min(group.columns - 1)) as u16
    })
}

/// The names of all features, in order.
pub(crate) fn names(groups: &[Group]) -> impl Iterator<Item = String> {
    groups.iter().flat_map(|group| {
        group.first.split(' ').flat_map(move |first| {
            group.second.split(' ').map(move |second| format!("{} {first} {second}", group.name))
        })
    })
}

/// The feature of a name.
fn named(groups: &[Group], name: &str) -> Option<usize> {
    let mut parts = name.split(' ');
    let (name, first, second) = (parts.next()?, parts.next()?, parts.next()?);
    let group = groups.iter().find(|group| group.name == name)?;
    Some(group.start + label(group.first, first)? * group.columns + label(group.second, second)?)
}

/// What is said of some candidates, and of nobody among them.
#[derive(Debug, Default)]
pub struct Described {
    features: Vec<u16>,
    ends: Vec<usize>,
    nobody: Vec<u16>,
}

impl Described {
    pub(crate) fn clear(&mut self) {
        self.features.clear();
        self.ends.clear();
        self.nobody.clear();
    }

    /// Says something of the candidate at hand.
    pub(crate) fn add(&mut self, feature: u16) {
        self.features.push(feature);
    }

    /// Goes on to the next candidate.
    pub(crate) fn next(&mut self) {
        self.ends.push(self.features.len());
    }

    /// Says something of nobody.
    pub(crate) fn add_to_nobody(&mut self, feature: u16) {
        self.nobody.push(feature);
    }

    /// Number of candidates.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no candidate.
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The features of a candidate.
    pub fn features(&self, candidate: usize) -> &[u16] {
        let end = self.ends.get(candidate).copied().unwrap_or_default();
        let start = candidate.checked_sub(1).and_then(|before| self.ends.get(before).copied());
        self.features.get(start.unwrap_or_default()..end).unwrap_or_default()
    }

    /// The features of nobody.
    pub fn nobody(&self) -> &[u16] {
        &self.nobody
    }
}

/// What the features weigh, for each of some choices.
#[derive(Debug)]
pub(crate) struct Weights {
    /// A row for each feature.
    table: Vec<i32>,
    choices: usize,
}

/// The candidate that fits best, and by how much it is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Best {
    pub(crate) at: usize,
    pub(crate) than_nobody: i32,
    /// Than the next; `None` without one.
    pub(crate) than_next: Option<i32>,
}

impl Weights {
    /// Reads a file of names, each with a column of weights for each choice. What it leaves out
    /// weighs nothing.
    pub(crate) fn open(file: &LexiconFile, groups: &[Group], choices: usize) -> Self {
        let mut weights = Self::of(vec![0; count(groups) * choices], choices);
        for row in file.rows().lines() {
            let mut cells = row.split('\t');
            let Some(feature) = cells.next().and_then(|name| named(groups, name)) else { continue };
            let row = weights.table.iter_mut().skip(feature * choices).take(choices);
            for (weight, cell) in row.zip(cells) {
                *weight = cell.parse().unwrap_or_default();
            }
        }
        weights
    }

    /// Rows in the order of the features.
    pub(crate) const fn of(table: Vec<i32>, choices: usize) -> Self {
        Self { table, choices }
    }

    /// What features weigh for a choice.
    pub(crate) fn sum(&self, features: &[u16], choice: usize) -> i32 {
        let weight = |feature: &u16| self.table.get(usize::from(*feature) * self.choices + choice);
        features.iter().filter_map(weight).sum()
    }

    /// The best candidate for a choice. `more` adds what depends on other choices; `None` leaves a
    /// candidate out.
    pub(crate) fn best(
        &self,
        described: &Described,
        choice: usize,
        more: &dyn Fn(usize) -> Option<i32>,
    ) -> Option<Best> {
        let (mut best, mut next): (Option<(usize, i32)>, Option<i32>) = (None, None);
        for at in 0..described.len() {
            let Some(more) = more(at) else { continue };
            let score = self.sum(described.features(at), choice) + more;
            if best.is_none_or(|(_, top)| score > top) {
                next = best.map(|(_, top)| top);
                best = Some((at, score));
            } else {
                next = next.max(Some(score));
            }
        }
        best.map(|(at, top)| Best {
            at,
            than_nobody: top - self.sum(described.nobody(), choice),
            than_next: next.map(|next| top - next),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actors::antecedents::features::GROUPS as ANTECEDENTS;
    use crate::lexicons;
    use crate::tension::parties::features::GROUPS as PARTIES;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_is_a_weight_of_a_feature() {
        for (groups, file) in
            [(&ANTECEDENTS[..], &lexicons::ANTECEDENTS), (&PARTIES[..], &lexicons::PARTIES)]
        {
            let names: Vec<String> = names(groups).collect();
            assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), count(groups), "unique");
            for (number, name) in names.iter().enumerate() {
                assert_eq!(named(groups, name), Some(number), "{name}");
            }
            for row in file.rows().lines() {
                let key = row.split('\t').next().unwrap_or_default();
                assert!(named(groups, key).is_some(), "{key}");
            }
        }
    }

    #[test]
    fn a_value_beyond_the_labels_is_the_last() {
        let groups = layout([group("one", "a b", "c d e"), group("two", "-", "f g")]);
        assert_eq!([feature(&groups, 0, 1, 1), feature(&groups, 0, 7, 7)], [4, 5]);
        assert_eq!([feature(&groups, 1, 0, 0), feature(&groups, 1, 3, 1)], [6, 7]);
        assert_eq!(count(&groups), 8);
    }

    fn best(candidates: &[&[u16]]) -> Option<Best> {
        let mut described = Described::default();
        for features in candidates {
            features.iter().for_each(|feature| described.add(*feature));
            described.next();
        }
        described.add_to_nobody(0);
        Weights::of(vec![1, 5, 4, -1], 1).best(&described, 0, &|at| (at < 3).then_some(0))
    }

    #[test]
    fn the_best_is_told_with_how_much_better_it_is() {
        let found = |at, than_nobody, than_next| Some(Best { at, than_nobody, than_next });
        assert_eq!(best(&[&[3], &[1]]), found(1, 4, Some(6)));
        assert_eq!(best(&[&[2], &[1], &[1, 3, 0]]), found(1, 4, Some(0)));
        assert_eq!(best(&[&[3]]), found(0, -2, None));
        assert_eq!(best(&[&[3], &[3], &[3], &[1]]), found(0, -2, Some(0)), "left out");
        assert_eq!(best(&[]), None);
    }
}
