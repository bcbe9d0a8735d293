//! Lists in order, maps and sets, made without a sort for each type of element.
//!
//! The standard sort is compiled anew for every type, 3 to 10 kB each in what a reader downloads, and
//! maps and sets that are collected sort first. Here one sort of numbers serves all lists, and maps
//! and sets are filled one by one. Equal elements keep their order.
//!
//! This crate depends on no other crate of the workspace.

#![forbid(unsafe_code)]

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

/// Sorts a list; elements that compare equal keep their order.
pub fn sort<T>(list: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    if list.len() < 2 {
        return;
    }
    let mut order: Vec<usize> = (0..list.len()).collect();
    sort_places(&mut order, &|a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut taken: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|place| taken.get_mut(place)?.take()));
}

/// Sorts a list by a key of each element; elements with equal keys keep their order.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort(list, &|a, b| key(a).cmp(&key(b)));
}

/// The one sort.
#[inline(never)]
fn sort_places(order: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    order.sort_by(|a, b| compare(*a, *b));
}

/// A set of these.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

/// A set of few or of numbers that mostly come in order: a sorted list, which is a fraction of the
/// code of a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<T>(Vec<T>);

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> Set<T> {
    /// Whether it is in the set.
    pub fn contains(&self, item: &T) -> bool {
        self.0.binary_search(item).is_ok()
    }

    /// Puts it in.
    pub fn insert(&mut self, item: T) {
        if let Err(place) = self.0.binary_search(&item) {
            self.0.insert(place, item);
        }
    }

    /// Takes it out; whether it was in.
    pub fn remove(&mut self, item: &T) -> bool {
        let found = self.0.binary_search(item);
        if let Ok(place) = found {
            self.0.remove(place);
        }
        found.is_ok()
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Leaves what the other set has too, or with `false` what it has not.
    pub fn keep(&mut self, other: &Self, has: bool) {
        self.0.retain(|item| other.contains(item) == has);
    }
}

impl<T> Deref for Set<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Ord> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        for item in items {
            self.insert(item);
        }
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut set = Self::default();
        set.extend(items);
        set
    }
}

/// A map of these; of equal keys the last counts.
pub fn map<K: Ord, V>(items: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in items {
        map.insert(key, value);
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_like_the_standard_sort_and_keeps_equals_in_order() {
        let mut list: Vec<(u32, u32)> = (0..200).map(|n| (n * 7919 % 13, n)).collect();
        let mut expected = list.clone();
        expected.sort_by_key(|(key, _)| *key);
        sort(&mut list, &|a, b| a.0.cmp(&b.0));
        assert_eq!(list, expected);
        sort_by_key(&mut list, |(_, number)| std::cmp::Reverse(*number));
        assert_eq!(list.first(), Some(&(199 * 7919 % 13, 199)));
        assert_eq!(map([(1, 'a'), (1, 'b')]).into_iter().collect::<Vec<_>>(), [(1, 'b')]);
        assert_eq!(set([3, 1, 3]).into_iter().collect::<Vec<_>>(), [1, 3]);
    }

    #[test]
    fn a_set_has_each_once_and_in_order() {
        let mut set: Set<u32> = [3, 1, 3, 2].into_iter().collect();
        assert_eq!(*set, [1, 2, 3]);
        assert!(set.contains(&2) && set.remove(&2) && !set.remove(&2) && !set.contains(&2));
        let other: Set<u32> = (3..6).collect();
        let mut both = set.clone();
        both.keep(&other, true);
        assert_eq!(*both, [3]);
        set.keep(&other, false);
        assert_eq!(*set, [1]);
        set.clear();
        assert!(set.is_empty());
    }
}
