//! How far the reading is, and why the engine does not answer.

use readout_contract::report::Report;
use std::rc::Rc;

/// Parts of a report that are known, in the order in which they come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// Nothing yet.
    #[default]
    Nothing,
    /// Paragraphs and sentences.
    Words,
    /// And who said what.
    Attributions,
    /// And topics.
    Topics,
    /// Everything.
    All,
}

/// How far the reading is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Analysis {
    /// There is nothing to read.
    #[default]
    Idle,
    /// The worker reads.
    Running {
        /// What came so far, or the last report while a change is read.
        report: Rc<Report>,
        /// What of it can be shown.
        known: Known,
    },
    /// Read.
    Ready(Rc<Report>),
    /// The text cannot be read now; it stays readable.
    Failed(EngineProblem),
}

/// Why the engine does not answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EngineProblem {
    /// A policy forbids it, or the browser's enhanced security.
    Blocked,
    /// The server gives the wrong type for a file.
    WrongType,
    /// A file could not be fetched.
    Network,
    /// Page and engine are of different builds: an old file in the cache.
    OldFile,
    /// It stopped twice; the paragraph (from 1) that stops it, if found.
    Crashed(Option<u32>),
    /// The text is over the limit; its length in code points.
    TooLong(u32),
}
