//! The word lists of this stage.

/// The word lists of this stage.
#[derive(Debug)]
pub(crate) struct Lists {}

impl Lists {
    /// The lists of the product.
    pub(crate) fn built_in() -> Self {
        Self {}
    }
}
