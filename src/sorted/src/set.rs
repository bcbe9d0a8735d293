//! A set as a sorted list.

use std::ops::Deref;

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

#[cfg(test)]
mod tests {
    use super::Set;

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
