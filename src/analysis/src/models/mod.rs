//! Learned models: weights borrowed in place from bytes.
//!
//! `model/MODEL.md` says what they were learned from, how good they are and how to learn them anew.

pub mod features;
pub mod format;
pub(crate) mod labels;
pub(crate) mod matrix;
pub mod vocabulary;

use matrix::Matrix;
use view::VIEWS;

use crate::syntax::view;

/// The learned models of the product.
#[derive(Debug)]
pub struct Models {
    pub(crate) language: Language<'static>,
}

impl Models {
    /// The models of the product.
    pub fn built_in() -> Self {
        Self { language: Language::open(include_bytes!("../../model/language.bin")) }
    }

    /// A language model learned elsewhere, for measuring it. Its file must [fit](format::check).
    pub fn from_file(language: &'static [u8]) -> Self {
        Self { language: Language::open(language) }
    }
}

/// The model of the language layer: one encoder for tags, names and the parser.
#[derive(Debug)]
pub(crate) struct Language<'m> {
    pub(crate) vocabulary: Matrix<'m>,
    pub(crate) word: Matrix<'m>,
    pub(crate) ending: Matrix<'m>,
    pub(crate) beginning: Matrix<'m>,
    pub(crate) shape: Matrix<'m>,
    pub(crate) hint: Matrix<'m>,
    pub(crate) layers: Vec<Matrix<'m>>,
    pub(crate) tag: Matrix<'m>,
    pub(crate) name_layer: Matrix<'m>,
    pub(crate) name: Matrix<'m>,
    pub(crate) views: [Matrix<'m>; VIEWS],
    pub(crate) facts: Matrix<'m>,
    pub(crate) step: Matrix<'m>,
    pub(crate) label: Matrix<'m>,
}

impl<'m> Language<'m> {
    fn open(file: &'m [u8]) -> Self {
        let open = |name: &str| Matrix::open(file, name);
        let layers = (0..).map(|at| open(&format!("layer{at}")));
        Self {
            vocabulary: open("words"),
            word: open("word"),
            ending: open("ending"),
            beginning: open("begin"),
            shape: open("shape"),
            hint: open("hint"),
            layers: layers.take_while(|layer| layer.columns > 0).collect(),
            tag: open("tag"),
            name_layer: open("namelay"),
            name: open("name"),
            views: std::array::from_fn(|at| open(&format!("view{at}"))),
            facts: open("facts"),
            step: open("step"),
            label: open("label"),
        }
    }

    /// Units of a token before the first layer.
    pub(crate) fn input(&self) -> usize {
        [self.word, self.ending, self.beginning, self.shape, self.hint]
            .iter()
            .map(|table| table.columns)
            .sum()
    }

    /// Units of a token after each layer.
    pub(crate) fn hidden(&self) -> usize {
        self.layers.first().map_or(0, Matrix::rows)
    }
}
