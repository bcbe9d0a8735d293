//! What must hold of a reading.

pub(crate) mod report;
pub(crate) mod syntax;
