//! Messages between the page and the worker.
//!
//! The page counts request ids up; the worker answers with the id it was given and stops work on an
//! older id when a newer one arrives. The worker's file name carries no hash, so
//! [`Response::Ready`] names protocol and build, and a page of another build asks for a reload.

use crate::change::Change;
use crate::report::{Part, Report};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Raised whenever a message changes its shape.
pub const PROTOCOL: u32 = 2;

/// What is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// The text.
    pub text: String,
    /// The date of the text, `YYYY-MM-DD`, if the reader or the seed gives one; otherwise it is
    /// looked for in the text.
    pub date: Option<String>,
    /// The headline, if it stands apart from the text.
    pub title: Option<String>,
    /// The reader's changes, oldest first.
    pub changes: Vec<Change>,
    /// Read it although it does not look English.
    pub read_anyway: bool,
}

/// From the page to the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Counts up; replies to older ids are dropped.
    pub id: u32,
    /// What to read.
    pub input: Input,
}

/// From the worker to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Response {
    /// The worker runs and takes requests.
    Ready {
        /// [`PROTOCOL`] of the worker.
        protocol: u32,
        /// Engine version and build of the worker.
        build: String,
    },
    /// A part of the reading is known.
    Part {
        /// The request.
        id: u32,
        /// The part.
        part: Part,
    },
    /// The reading is complete.
    Done {
        /// The request.
        id: u32,
        /// All of it.
        report: Box<Report>,
    },
    /// The text was refused.
    Refused {
        /// The request.
        id: u32,
        /// Code points of the text, over the limit.
        code_points: u32,
    },
}

/// The bytes that a message travels as. Its format has no texts for errors and no numbers with a
/// fraction, which would weigh on both sides.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    // Plain data in memory cannot fail.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// The message of these bytes; `None` if they are of another build.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
