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
}
