//! A text that was read, and its places in code points.

use readout_contract::ids::ActorId;
use readout_contract::report::{Actor, Mention, Report};
use readout_text::{OffsetMap, SourceText, Span};

/// Start and end in code points.
pub(super) type Place = [u32; 2];

/// A text, and what was found in it.
#[derive(Clone, Copy)]
pub(super) struct Doc<'a> {
    pub(super) text: &'a SourceText,
    pub(super) map: &'a OffsetMap,
    pub(super) report: &'a Report,
}

impl<'a> Doc<'a> {
    pub(super) fn place(&self, span: Span) -> Place {
        let points = self.map.to_code_points(span);
        [points.start, points.end]
    }

    pub(super) fn places(&self, spans: &[Span]) -> Vec<Place> {
        spans.iter().map(|span| self.place(*span)).collect()
    }

    pub(super) fn actor(&self, id: Option<ActorId>) -> Option<&'a Actor> {
        self.report.attributions.actors.get(id?.index())
    }

    pub(super) fn name(&self, id: Option<ActorId>) -> Option<&'a str> {
        self.actor(id).map(|actor| actor.name.as_str())
    }

    pub(super) fn mentions(
        &self,
        actor: &'a Actor,
    ) -> impl DoubleEndedIterator<Item = &'a Mention> {
        let mentions = &self.report.attributions.mentions;
        actor.mentions.iter().filter_map(|id| mentions.get(id.index()))
    }
}
