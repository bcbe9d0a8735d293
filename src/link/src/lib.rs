//! The share link: a reading's text, the reader's changes and filters, in the fragment of an address.
//!
//! Turns a [`Link`] into a fragment (`v1/<mode>/<anchor>/<payload>`, see [`form`](Link::to_fragment))
//! and back. What always holds: only `A–Z a–z 0–9 - _ . /` are written; a fragment that was written
//! once can be read for ever; reading never panics, whatever it is given, and never makes more than
//! [`MAX_BODY`] bytes. The reading itself is not in the link: it is made again from the text.
//!
//! Nothing here touches the address bar, and nothing reads a text: it is carried as it is.

#![forbid(unsafe_code)]

mod anchor;
mod body;
mod changes;
mod checksum;
mod codec;
mod error;
mod form;
mod json;
mod mark;

pub use anchor::{Located, Quotation};
pub use body::{Body, Filters};
pub use codec::MAX_BODY;
pub use error::LinkError;
pub use form::{Anchor, Link, Mode, Payload, topic_slug};
pub use mark::mark;
