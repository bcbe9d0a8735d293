//! Why a link could not be read or written; each has its own message on the page.

use std::fmt;

/// Why a link could not be read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// The fragment does not begin as a link of ours does: not meant for us.
    NotALink,
    /// The end is missing.
    CutOff {
        /// Characters there are, from the `v` on.
        have: usize,
        /// Characters there should be, if the cut left the part that says so.
        want: Option<usize>,
    },
    /// Characters were changed on the way.
    Damaged,
    /// Written by a newer version: of the form, of the coding or of the body.
    TooNew,
    /// More than can be carried.
    TooBig {
        /// Bytes allowed.
        limit: usize,
    },
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALink => f.write_str("this is not a Readout link"),
            Self::CutOff { have, want: Some(want) } => {
                write!(f, "this link is cut off ({have} of {want} characters)")
            }
            Self::CutOff { have, want: None } => {
                write!(f, "this link is cut off after {have} characters")
            }
            Self::Damaged => f.write_str("this link is damaged"),
            Self::TooNew => f.write_str("this link was made by a newer version"),
            Self::TooBig { limit } => {
                write!(f, "this link holds more than {limit} bytes, which is refused")
            }
        }
    }
}

impl std::error::Error for LinkError {}
