//! Indexes into the lists of a [`Report`](crate::report::Report).

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The id of the item at `index` of its list.
            pub const fn new(index: usize) -> Self {
                Self(index as u32)
            }

            /// The place of the item in its list.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A paragraph, in text order.
    ParagraphId,
    /// A sentence, in text order.
    SentenceId,
    /// A mention, in text order.
    MentionId,
    /// An actor, in order of first mention.
    ActorId,
    /// An attribution, in order of its first words.
    AttributionId,
    /// A topic, most sentences first within its kind.
    TopicId,
    /// A signal, in text order.
    SignalId,
    /// A pair of actors, most signals first.
    PairId,
}
