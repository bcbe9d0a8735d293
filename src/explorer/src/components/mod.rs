//! What the reader sees: one component a file, small props, selectors for data, actions out.
//!
//! User text is only ever a text node. Sizes that depend on data are SVG attributes, never inline
//! styles, which the page's policy forbids. The only doors to the browser are in `effects`.

mod avatar;
mod bar;
mod card;
mod changes;
mod chip;
mod correct;
mod details;
mod dock;
mod embed_card;
mod embed_frame;
mod embed_sheet;
mod evidence;
mod export_sheet;
mod filters;
mod foot;
mod gallery;
mod gauge;
mod keys;
mod layers;
mod live;
mod notices;
mod pairs;
mod paragraph;
mod privacy;
mod quote_card;
mod quote_filters;
mod quotes;
mod reading;
mod sentence;
mod share;
mod sheet;
mod signs;
mod speakers;
mod start;
mod states;
mod strip;
mod strip_drawing;
mod strip_table;
mod summary;
mod tension;
mod topic_card;
mod voices;
mod why;
mod words;

pub(crate) use bar::bar;
pub(crate) use dock::{dock, pane_name};
pub(crate) use embed_frame::embed_frame;
pub(crate) use evidence::evidence;
pub(crate) use filters::filters_panel;
pub(crate) use foot::foot;
pub(crate) use keys::on_key;
pub(crate) use live::live;
pub(crate) use notices::notices;
pub(crate) use reading::Reading;
pub(crate) use sheet::sheets;
pub(crate) use start::start;
pub(crate) use strip::StripBox;
pub(crate) use summary::summary_band;
