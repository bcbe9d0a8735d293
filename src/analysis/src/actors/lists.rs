//! The learned weights of this stage.

use super::antecedents::Weights;

/// The lists of this stage.
#[derive(Debug)]
pub(crate) struct Lists {
    pub(crate) antecedents: Weights,
}

impl Lists {
    /// The lists of the product.
    pub(crate) fn built_in() -> Self {
        Self { antecedents: Weights::built_in() }
    }
}
