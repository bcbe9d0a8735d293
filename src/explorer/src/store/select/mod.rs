//! From the state to what components show, as plain data: each function is pure, and none knows a
//! component.
//!
//! Words of the text are copied into the data, labels are message keys or the text's own words.

mod card;
mod changes;
mod citation;
mod evidence;
mod filter;
mod models;
mod pairs;
mod people;
mod quotes;
mod reading;
mod share;
mod status;
mod strip;
mod summary;
mod topics;

#[cfg(test)]
pub(super) mod tests;

pub use card::{sentence_card, with_notes};
pub use changes::{change_lines, moved};
pub use citation::citation;
pub use evidence::{evidence, voices, why};
pub use filter::{any_all, matching, quote_choices};
pub use models::*;
pub use pairs::{pair_evidence, pairs};
pub use quotes::{quote_card, speaker_names, speakers};
pub use reading::paragraphs;
pub use share::{ExportForm, LinkKind, export, fragment};
pub use status::{announcement, notice_key, status};
pub use strip::strip;
pub use summary::{gauge, summary};
pub use topics::{topic_groups, topic_view};
