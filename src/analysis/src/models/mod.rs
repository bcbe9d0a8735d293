//! Learned models: opened from bytes once, without parsing; weights are only laid out.
//!
//! `model/MODEL.md` says what they were learned from, how good they are and how to learn them anew.

pub mod features;
pub mod format;
pub(crate) mod labels;
pub(crate) mod layer;
pub mod packed;
pub(crate) mod table;
#[cfg(test)]
mod tests;
pub mod vocabulary;

use layer::{Layer, Rows};
use std::sync::OnceLock;
use view::VIEWS;
use wide::i32x4;

use crate::attributions::learned;
use crate::syntax::{known, view};
use crate::tension::learned as acts;

/// The learned models of the product.
#[derive(Debug)]
pub struct Models {
    pub(crate) language: Language,
    pub(crate) attributions: learned::Model,
    pub(crate) acts: acts::Model,
}

impl Models {
    /// The models of the product.
    pub fn built_in() -> Self {
        Self {
            language: Language::open(include_bytes!("../../model/language.bin")),
            attributions: learned::Model::open(unpacked()),
            acts: acts::Model::open(include_bytes!("../../model/tension.bin")),
        }
    }

    /// With a language model learned elsewhere, for measuring it. Its file must
    /// [fit](format::check).
    #[must_use]
    pub fn with_language(self, language: &'static [u8]) -> Self {
        Self { language: Language::open(language), ..self }
    }

    /// With a model of attributions learned elsewhere, for measuring it. Its file must
    /// [fit](format::check).
    #[must_use]
    pub fn with_attributions(self, attributions: &'static [u8]) -> Self {
        Self { attributions: learned::Model::open(attributions), ..self }
    }

    /// With a model of acts learned elsewhere, for measuring it. Its file must
    /// [fit](format::check).
    #[must_use]
    pub fn with_acts(self, acts: &'static [u8]) -> Self {
        Self { acts: acts::Model::open(acts), ..self }
    }

    /// The model of attributions.
    pub fn attributions(&self) -> &learned::Model {
        &self.attributions
    }
}

/// The file of the attributions' model, unpacked when first asked for.
fn unpacked() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/attributions.packed"));
    FILE.get_or_init(|| packed::unpack(packed).unwrap_or_default())
}

/// The model of the language layer: one encoder for tags, names and the parser.
#[derive(Debug)]
pub(crate) struct Language {
    /// Fingerprints of the words that have a row.
    pub(crate) vocabulary: &'static [u8],
    pub(crate) word: Rows,
    pub(crate) ending: Rows,
    pub(crate) beginning: Rows,
    pub(crate) shape: Rows,
    pub(crate) hint: Rows,
    /// See [`known::small`].
    pub(crate) small: Vec<i32x4>,
    /// Each over three tokens.
    pub(crate) layers: Vec<[Layer; 3]>,
    pub(crate) tag: Layer,
    /// Over three tokens.
    pub(crate) name_layer: [Layer; 3],
    pub(crate) name: Layer,
    /// A token as the parser sees it.
    pub(crate) narrow: Layer,
    pub(crate) views: [Layer; VIEWS],
    pub(crate) facts: Rows,
    pub(crate) step: Layer,
    /// Labels of arcs to the left and to the right.
    pub(crate) labels: [Layer; 2],
}

impl Language {
    fn open(file: &'static [u8]) -> Self {
        let rows = |name: &str| Rows::open(file, name);
        let layer = |name: &str| Layer::open(file, name, true);
        let layers = (0..).map(|at| Layer::open_parts(file, &format!("layer{at}"), true));
        let vocabulary = format::entry(file, "words")
            .and_then(|found| file.get(found.start..found.start + found.rows));
        let mut model = Self {
            vocabulary: vocabulary.unwrap_or_default(),
            word: rows("word"),
            ending: rows("ending"),
            beginning: rows("begin"),
            shape: rows("shape"),
            hint: rows("hint"),
            small: Vec::new(),
            layers: layers.take_while(|[layer, ..]: &[Layer; 3]| layer.outputs > 0).collect(),
            tag: layer("tag"),
            name_layer: Layer::open_parts(file, "namelay", true),
            name: layer("name"),
            narrow: layer("narrow"),
            views: std::array::from_fn(|at| Layer::open(file, &format!("view{at}"), false)),
            facts: rows("facts"),
            step: layer("step"),
            labels: [layer("left"), layer("right")],
        };
        model.small = known::small(&model);
        model
    }

    /// Units of a token before the first layer.
    pub(crate) fn input(&self) -> usize {
        [&self.word, &self.ending, &self.beginning, &self.shape, &self.hint]
            .iter()
            .map(|rows| rows.columns)
            .sum()
    }

    /// Units of a token after each layer.
    pub(crate) fn hidden(&self) -> usize {
        self.layers.first().map_or(0, |[layer, ..]| layer.outputs)
    }
}
