//! Lists in order, maps and sets, in little code.
//!
//! The standard sort and the standard maps are compiled anew for every type, 2 to 10 kB each in what a
//! reader downloads. Here one sort and one search of places serve all types; what is compiled for a
//! type compares, swaps and appends, no more. Equal elements keep their order.
//!
//! This crate depends on no other crate of the workspace.

#![forbid(unsafe_code)]

mod map;
mod set;

pub use map::Map;
pub use set::Set;

use std::cmp::Ordering;
use std::collections::BTreeSet;

/// Sorts a list; elements that compare equal keep their order.
pub fn sort<T>(list: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    let places = in_order(list.len(), &|a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    arrange(places, &mut |a, b| list.swap(a, b));
}

/// Sorts a list by a key of each element; elements with equal keys keep their order.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort(list, &|a, b| key(a).cmp(&key(b)));
}

/// The different ones of these, in order.
pub fn distinct<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut list: Vec<T> = items.into_iter().collect();
    sort(&mut list, &Ord::cmp);
    list.dedup();
    list
}

/// A set of these.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

/// The one sort: runs of 1, 2, 4 … places are merged. Lists that are in order already cost little.
#[inline(never)]
fn in_order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    let mut run = 1;
    while run < count {
        for pair in places.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            let meet = left.last().zip(right.first());
            let unordered = meet.is_some_and(|(left, right)| compare(*left, *right).is_gt());
            while let (true, [a, after_a @ ..], [b, after_b @ ..]) = (unordered, left, right) {
                if compare(*a, *b).is_gt() {
                    merged.push(*b);
                    right = after_b;
                } else {
                    merged.push(*a);
                    left = after_a;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut places, &mut merged);
        merged.clear();
        run *= 2;
    }
    places
}

/// Swaps elements until each place has the one that stood at `places` of it.
#[inline(never)]
fn arrange(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut at = start;
        while let Some(place) = places.get_mut(at) {
            let from = std::mem::replace(place, at);
            if from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_like_the_standard_sort_and_keeps_equals_in_order() {
        for (count, turn) in [(0, 1), (1, 1), (2, 7), (3, 2), (64, 5), (200, 7919), (201, 1)] {
            let mut list: Vec<(u32, u32)> = (0..count).map(|n| (n * turn % 13, n)).collect();
            let mut expected = list.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort(&mut list, &|a, b| a.0.cmp(&b.0));
            assert_eq!(list, expected);
            expected.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
            sort_by_key(&mut list, |(_, number)| std::cmp::Reverse(*number));
            assert_eq!(list, expected);
        }
        assert_eq!(set([3, 1, 3]).into_iter().collect::<Vec<_>>(), [1, 3]);
        assert_eq!(distinct(["c", "a", "c", "b"]), ["a", "b", "c"]);
    }
}
