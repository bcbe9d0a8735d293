//! Gathers the keys of what is seen at a place. Templates are numbered in the order of their calls.

use super::key::key;

/// What takes keys: a list of them, to learn from, or a sum of their weights.
pub trait Sink {
    /// Takes a key.
    fn take(&mut self, key: u32);
}

impl Sink for Vec<u32> {
    fn take(&mut self, key: u32) {
        self.push(key);
    }
}

/// A place being seen.
#[derive(Debug)]
pub(super) struct Seen<'k, S> {
    sink: &'k mut S,
    template: u32,
}

impl<'k, S: Sink> Seen<'k, S> {
    /// Templates are numbered from `template` on.
    pub(super) fn new(sink: &'k mut S, template: u32) -> Self {
        Self { sink, template }
    }

    /// Sees values by the next template. Not inlined: there are two hundred calls, and each copy
    /// would be sent to the reader.
    #[inline(never)]
    pub(super) fn add<const N: usize>(&mut self, values: [u32; N]) {
        self.template += 1;
        self.sink.take(key(self.template, &values));
    }

    /// Sees any number of values by the next template.
    #[inline(never)]
    pub(super) fn add_each(&mut self, values: impl Iterator<Item = u32>) {
        self.template += 1;
        for value in values {
            self.sink.take(key(self.template, &[value]));
        }
    }
}
