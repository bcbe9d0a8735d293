//! Gathers the keys of what is seen at a place: templates name which values each key has.
//!
//! Values stand at places of their own in an array, and a template is a list of places; so a few
//! short loops see everything, instead of code for each of two hundred templates.

use super::key::{finish, seed, step};

/// What takes keys: a list of them, to learn from, or a sum of their weights.
pub trait Sink {
    /// Takes keys.
    fn take(&mut self, keys: &[u32]);
}

impl Sink for Vec<u32> {
    fn take(&mut self, keys: &[u32]) {
        self.extend_from_slice(keys);
    }
}

/// Most values that are seen of a place.
pub(super) const VALUES: usize = 64;
/// Most values of a template.
const MOST: usize = 5;

/// What is seen of a place.
pub(super) type Values = [u32; VALUES];

/// Nothing is seen yet.
pub(super) const NO_VALUES: Values = [0; VALUES];

/// A template: the start of its key, which has its number, and the places of its values.
#[derive(Clone, Copy, Debug)]
struct Template {
    seed: u32,
    places: [u8; MOST],
}

/// Templates by how many values they have.
#[derive(Debug)]
pub(super) struct Templates<const COUNT: usize> {
    templates: [Template; COUNT],
    /// Where those end that have no value, one, two and so on.
    ends: [usize; MOST + 1],
}

impl<const COUNT: usize> Templates<COUNT> {
    /// Templates numbered after `before` in this order, so far as all their places are among `own`
    /// (one bit each) or, if not `own_only`, so far as they are not.
    const fn of(before: u32, list: &[&[u8]; COUNT], own: u64, own_only: bool) -> Self {
        let mut templates = [Template { seed: 0, places: [0; MOST] }; COUNT];
        let mut ends = [0; MOST + 1];
        let mut end = 0;
        let mut length = 0;
        while length <= MOST {
            let mut at = 0;
            while at < COUNT {
                let places = list[at];
                let mut is_own = true;
                let mut template =
                    Template { seed: seed(before + 1 + at as u32), places: [0; MOST] };
                let mut place = 0;
                while place < places.len() {
                    template.places[place] = places[place];
                    is_own &= own >> places[place] & 1 == 1;
                    place += 1;
                }
                if places.len() == length && is_own == own_only {
                    templates[end] = template;
                    end += 1;
                }
                at += 1;
            }
            ends[length] = end;
            length += 1;
        }
        Self { templates, ends }
    }

    /// Templates numbered after `before` in this order.
    pub(super) const fn all(before: u32, list: &[&[u8]; COUNT]) -> Self {
        Self::of(before, list, u64::MAX, true)
    }

    /// Of the same templates those whose places are all among these.
    pub(super) const fn within(before: u32, list: &[&[u8]; COUNT], places: u64) -> Self {
        Self::of(before, list, places, true)
    }

    /// Of the same templates the others.
    pub(super) const fn beyond(before: u32, list: &[&[u8]; COUNT], places: u64) -> Self {
        Self::of(before, list, places, false)
    }

    /// Sees all templates. Keys are made first and taken together: what looks them up then waits for
    /// many at once.
    pub(super) fn see(&self, values: &Values, sink: &mut impl Sink) {
        let mut keys = [0; COUNT];
        let mut start = 0;
        let mut rest = keys.as_mut_slice();
        let mut next = |length: usize| {
            let end = self.ends[length];
            let (keys, after) = std::mem::take(&mut rest).split_at_mut(end - start);
            rest = after;
            let templates = self.templates.get(start..end).unwrap_or_default();
            start = end;
            (templates, keys)
        };
        see::<0>(next(0), values);
        see::<1>(next(1), values);
        see::<2>(next(2), values);
        see::<3>(next(3), values);
        see::<4>(next(4), values);
        see::<5>(next(5), values);
        sink.take(keys.get(..start).unwrap_or_default());
    }
}

/// The keys of templates of so many values. One copy for all lists where each would be sent to the
/// reader.
#[cfg_attr(target_arch = "wasm32", inline(never))]
fn see<const LENGTH: usize>((templates, keys): (&[Template], &mut [u32]), values: &Values) {
    for (template, to) in templates.iter().zip(keys) {
        let mut key = template.seed;
        for place in template.places.iter().take(LENGTH) {
            key = step(key, values[usize::from(*place) % VALUES]);
        }
        *to = finish(key);
    }
}

/// Sees any number of values by one template.
pub(super) fn see_each(number: u32, values: impl Iterator<Item = u32>, sink: &mut impl Sink) {
    for value in values {
        sink.take(&[finish(step(seed(number), value))]);
    }
}

/// Places as bits.
pub(super) const fn places(list: &[u8]) -> u64 {
    let mut bits = 0;
    let mut at = 0;
    while at < list.len() {
        bits |= 1 << list[at];
        at += 1;
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::super::key::key;
    use super::*;

    const LIST: [&[u8]; 7] = [&[], &[3], &[1, 2], &[0], &[0, 1, 2, 3, 4], &[2, 1], &[63, 0, 3]];

    fn keys<const COUNT: usize>(templates: &Templates<COUNT>) -> Vec<u32> {
        let mut values = NO_VALUES;
        for (at, value) in values.iter_mut().enumerate() {
            *value = 1_000 + at as u32;
        }
        let mut keys = Vec::new();
        templates.see(&values, &mut keys);
        keys.sort_unstable();
        keys
    }

    fn expected(fits: impl Fn(&[u8]) -> bool) -> Vec<u32> {
        let key = |(at, places): (usize, &&[u8])| {
            let values: Vec<u32> = places.iter().map(|place| 1_000 + u32::from(*place)).collect();
            key(8 + at as u32, &values)
        };
        let mut keys: Vec<u32> =
            LIST.iter().enumerate().filter(|(_, places)| fits(places)).map(key).collect();
        keys.sort_unstable();
        keys
    }

    #[test]
    fn each_template_has_a_key_of_its_number_and_values() {
        assert_eq!(keys(&Templates::all(7, &LIST)), expected(|_| true));
        let own = |places: &[u8]| places.iter().all(|place| [0, 3].contains(place));
        assert_eq!(keys(&Templates::within(7, &LIST, places(&[0, 3]))), expected(own));
        assert_eq!(
            keys(&Templates::beyond(7, &LIST, places(&[0, 3]))),
            expected(|list| !own(list))
        );
    }

    #[test]
    fn any_number_of_values_has_a_key_each() {
        let mut keys = Vec::new();
        see_each(4, [5, 6].into_iter(), &mut keys);
        assert_eq!(keys, [key(4, &[5]), key(4, &[6])]);
    }
}
