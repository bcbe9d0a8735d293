//! The learned weights of this stage.

use super::antecedents::features::GROUPS;
use super::antecedents::question::Class;
use crate::lexicons::ANTECEDENTS;
use crate::ranker::Weights;

/// The lists of this stage.
#[derive(Debug)]
pub(crate) struct Lists {
    pub(crate) antecedents: Weights,
}

impl Lists {
    /// The lists of the product.
    pub(crate) fn built_in() -> Self {
        Self { antecedents: Weights::open(&ANTECEDENTS, &GROUPS, Class::ALL.len()) }
    }
}
