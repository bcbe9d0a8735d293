//! Gathers the keys of what is seen at a place. Templates are numbered in the order of their calls.

use super::key::key;

/// A list of keys under construction.
#[derive(Debug)]
pub(super) struct Seen<'k> {
    keys: &'k mut Vec<u32>,
    template: u32,
}

impl<'k> Seen<'k> {
    /// Templates are numbered from `template` on.
    pub(super) fn new(keys: &'k mut Vec<u32>, template: u32) -> Self {
        Self { keys, template }
    }

    /// Sees values by the next template.
    pub(super) fn add(&mut self, values: &[u32]) {
        self.template += 1;
        self.keys.push(key(self.template, values));
    }

    /// Sees any number of values by the next template.
    pub(super) fn add_each(&mut self, values: impl Iterator<Item = u32>) {
        self.template += 1;
        self.keys.extend(values.map(|value| key(self.template, &[value])));
    }
}
