//! What `cargo xtask bench` times: the language layer, and the whole reading. A browser test asks it
//! whether the language layer finds the same natively and as WebAssembly.
//!
//! The same functions run natively (`examples/native.rs`) and as WebAssembly under Node. Each
//! text is read as if it were the first: nothing is remembered from one to the next. There is no
//! clock in here; whoever calls takes the time.

use readout_analysis::training::format::checksum;
use readout_analysis::{ENGINE, Lexicons, Memo, Models, read, syntax_of};
use readout_contract::protocol::Input;
use readout_text::SourceText;
use wasm_bindgen::prelude::wasm_bindgen;

/// As the worker has it.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The engine, with its lexicons and models unpacked.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    lexicons: Lexicons,
    models: Models,
}

#[wasm_bindgen]
impl Engine {
    /// Unpacks the lexicons and models of the product.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self { lexicons: Lexicons::built_in(), models: Models::built_in() }
    }

    /// The version of the engine.
    pub fn version(&self) -> String {
        ENGINE.to_owned()
    }

    /// Sentences, tokens, tags and heads: how many tokens. A text that is too long has none.
    pub fn syntax(&self, text: &str) -> usize {
        let Ok(text) = SourceText::new(text) else { return 0 };
        syntax_of(&text, &self.lexicons, &self.models).1.len()
    }

    /// A number for the sentences, tokens, tags and heads of a text: the same on every machine.
    pub fn fingerprint(&self, text: &str) -> u32 {
        let Ok(text) = SourceText::new(text) else { return 0 };
        let found = syntax_of(&text, &self.lexicons, &self.models);
        checksum(format!("{found:?}").as_bytes())
    }

    /// The whole reading, as the worker gives it to the page: how many attributions.
    pub fn reading(&self, text: &str) -> usize {
        let Ok(source) = SourceText::new(text) else { return 0 };
        let input = Input { text: text.to_owned(), ..Input::default() };
        let mut memo = Memo::default();
        let report = read(&source, &input, &self.lexicons, &self.models, &mut memo, &mut |_| {});
        report.attributions.attributions.len()
    }
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_layers_read_a_sentence() {
        let engine = Engine::new();
        let text = "“We will sign,” the French foreign minister said in Paris on Friday.";
        assert_eq!(engine.syntax(text), 16);
        assert_eq!(engine.reading(text), 1);
    }
}
