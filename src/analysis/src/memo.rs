//! Keeps what paragraphs showed by themselves, so that an edit re-reads only what it changed.
//!
//! Keys are the paragraph's kind and whole text: a hit cannot be wrong. A full memo starts afresh,
//! so its size is bounded; a text with more paragraphs than it holds is read anew each time.

use crate::document::ParagraphReading;
use crate::syntax;
use readout_contract::report::ParagraphKind;
use readout_sorted::Map;
use std::sync::Arc;

/// Paragraphs kept at most.
const BOUND: usize = 4_096;

/// Readings of paragraphs, by kind and text.
#[derive(Debug, Default)]
pub struct Memo {
    room: syntax::Room,
    kept: Map<(u8, Box<str>), Arc<ParagraphReading>>,
}

impl Memo {
    pub(crate) fn get_or(
        &mut self,
        text: &str,
        kind: ParagraphKind,
        read: impl FnOnce(&mut syntax::Room) -> ParagraphReading,
    ) -> Arc<ParagraphReading> {
        let key = (kind as u8, Box::from(text));
        if let Some(kept) = self.kept.get(&key) {
            return Arc::clone(kept);
        }
        if self.kept.len() >= BOUND && self.kept.get(&key).is_none() {
            self.kept = Map::default();
        }
        let Self { room, kept } = self;
        Arc::clone(kept.or_insert_with(key, || Arc::new(read(room))))
    }
}
