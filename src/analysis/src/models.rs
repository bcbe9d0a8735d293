//! Learned models: weights borrowed in place from bytes.
//!
//! The first version reads by rules alone; a stage that learns takes its weights from here.

/// The learned models of the product.
#[derive(Debug, Default)]
pub struct Models {}

impl Models {
    /// The models of the product.
    pub fn built_in() -> Self {
        Self {}
    }
}
