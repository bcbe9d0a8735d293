//! A map whose entries stay where they were put; only their places are kept in order.

use crate::arrange;
use std::borrow::Borrow;
use std::cmp::Ordering;

/// A map. Adding a key takes time that grows with their number, if slowly: it moves places, which
/// are small. For many thousand keys, a sorted list is better.
#[derive(Clone, Debug)]
pub struct Map<K, V> {
    entries: Vec<(K, V)>,
    /// The places of the entries in the order of their keys.
    order: Vec<usize>,
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self { entries: Vec::new(), order: Vec::new() }
    }
}

impl<K: Ord, V> Map<K, V> {
    /// The place of the entry of a key, or else where it belongs in the order.
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        find(&self.order, &|place| {
            self.entries.get(place).map_or(Ordering::Less, |(known, _)| known.borrow().cmp(key))
        })
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key).ok()?;
        self.entries.get(place).map(|(_, value)| value)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key).ok()?;
        self.entries.get_mut(place).map(|(_, value)| value)
    }

    /// The value of a key, which a new key gets from `new`.
    pub fn or_insert_with(&mut self, key: K, new: impl FnOnce() -> V) -> &mut V {
        let place = self.find(&key).unwrap_or_else(|before| {
            self.order.insert(before, self.entries.len());
            self.entries.push((key, new()));
            self.entries.len() - 1
        });
        &mut self.entries[place].1
    }

    /// The value of a key, which for a new key is the default.
    pub fn entry(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.or_insert_with(key, V::default)
    }

    /// Number of keys.
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no key.
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All entries, in the order in which their keys came.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &(K, V)> {
        self.entries.iter()
    }

    /// The same, with values to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.entries.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// All entries in the order of their keys.
    pub fn into_sorted(mut self) -> Vec<(K, V)> {
        arrange(self.order, &mut |a, b| self.entries.swap(a, b));
        self.entries
    }
}

/// The one search: the place that compares equal, or else the number of places before it.
#[inline(never)]
fn find(order: &[usize], compare: &dyn Fn(usize) -> Ordering) -> Result<usize, usize> {
    let before = order.partition_point(|place| compare(*place).is_lt());
    match order.get(before) {
        Some(place) if compare(*place).is_eq() => Ok(*place),
        _ => Err(before),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_map_is_like_the_standard_one() {
        let (mut map, mut expected) = (Map::<String, u32>::default(), BTreeMap::new());
        for number in 0..300 {
            let key = (number * 7919 % 113).to_string();
            *map.entry(key.clone()) += number;
            *expected.entry(key).or_default() += number;
        }
        assert_eq!(map.get("7"), expected.get("7"));
        assert_eq!(map.get("x"), None);
        assert_eq!(map.len(), expected.len());
        assert_eq!(map.into_sorted(), expected.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn values_can_be_changed() {
        let mut map = Map::default();
        assert_eq!(*map.or_insert_with("b", || 1), 1);
        assert_eq!(*map.or_insert_with("b", || 2), 1);
        *map.entry("a") = 3;
        if let Some(value) = map.get_mut("b") {
            *value = 4;
        }
        map.iter_mut().for_each(|(_, value)| *value *= 2);
        assert_eq!(map.iter().next(), Some(&("b", 8)));
        assert_eq!(map.into_sorted(), [("a", 6), ("b", 8)]);
    }
}
