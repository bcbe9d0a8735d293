//! `readout predict`: JSON lines in, what one layer found out, in the form in which it is measured.
//!
//! Every line is checked before any is read, so that a bad one writes nothing. Lines are read on
//! all cores and written in their order. Places count Unicode code points.

mod coref;
mod dates;
mod entities;
mod labels;
mod place;
mod quotes;
mod readings;
mod syntax;
mod tension;
mod topics;

use crate::args::{Layer, Predict};
use crate::problem::Problem;
use crate::{input, output};
use place::Doc;
use rayon::prelude::*;
use readout_analysis::{Lexicons, Memo, Models};
use readout_contract::protocol::Input;
use readout_text::{OffsetMap, SourceText};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A line of the input. Other fields are passed over.
#[derive(Deserialize)]
struct Line {
    id: Value,
    text: String,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    title: Option<String>,
}

/// A line of the output: the id as it came, and what the layer found.
#[derive(Serialize)]
struct Prediction<'a, T: Serialize> {
    id: &'a Value,
    #[serde(flatten)]
    found: T,
}

/// A line that can be read.
struct Item {
    id: Value,
    text: SourceText,
    input: Input,
}

pub(crate) fn run(args: &Predict) -> Result<(), Problem> {
    let file = input::text(&args.file)?;
    let items = items(&file)?;
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let lines: Vec<String> =
        items.par_iter().map(|item| predict(args.layer, item, &lexicons, &models)).collect();
    output::write(&lines.concat())
}

fn items(file: &str) -> Result<Vec<Item>, Problem> {
    let mut items = Vec::new();
    for (index, line) in file.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let number = index + 1;
        let line: Line = serde_json::from_str(line).map_err(|error| {
            // The parser counts lines within this one: only its column helps.
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default().to_owned();
            let column = error.column();
            Problem::input(format_args!("line {number}, column {column}: {message}"))
        })?;
        if !(line.id.is_string() || line.id.is_number()) {
            return Err(Problem::input(format_args!(
                "line {number}: the id is no string or number"
            )));
        }
        let text = SourceText::new(&line.text)
            .map_err(|error| Problem::input(format_args!("line {number}: {error}")))?;
        let input = Input {
            date: line.date.filter(|date| input::is_date(date)),
            title: line.title,
            ..plain()
        };
        items.push(Item { id: line.id, text, input });
    }
    Ok(items)
}

/// No date, no title, no changes.
fn plain() -> Input {
    // Single sentences are too short to tell a language.
    Input { read_anyway: true, ..Input::default() }
}

/// The line of `readout predict tension` for a text, as other models read it: to measure them.
pub fn tension_line(id: &str, text: &SourceText, lexicons: &Lexicons, models: &Models) -> String {
    let item = Item { id: Value::from(id), text: text.clone(), input: plain() };
    predict(Layer::Tension, &item, lexicons, models)
}

fn predict(layer: Layer, item: &Item, lexicons: &Lexicons, models: &Models) -> String {
    let map = OffsetMap::new(&item.text);
    if layer == Layer::Syntax {
        let found = syntax::of(&item.text, &map, lexicons, models);
        return line(&item.id, found);
    }
    if layer == Layer::Readings {
        return line(&item.id, readings::of(item, lexicons, models));
    }
    let report = readout_analysis::read(
        &item.text,
        &item.input,
        lexicons,
        models,
        &mut Memo::default(),
        &mut |_| {},
    );
    let doc = Doc { text: &item.text, map: &map, report: &report };
    match layer {
        Layer::Syntax | Layer::Readings | Layer::Quotes => line(&item.id, quotes::of(&doc)),
        Layer::Entities => line(&item.id, entities::of(&doc)),
        Layer::Coref => line(&item.id, coref::of(&doc)),
        Layer::Dates => line(&item.id, dates::of(&doc)),
        Layer::Topics => line(&item.id, topics::of(&doc)),
        Layer::Labels => line(&item.id, labels::of(&doc)),
        Layer::Tension => {
            let acts = readout_analysis::acts(&item.text, &item.input, lexicons, models);
            line(&item.id, tension::of(&doc, &acts))
        }
    }
}

fn line(id: &Value, found: impl Serialize) -> String {
    // Structs of strings, numbers and lists cannot fail to become JSON.
    let mut line = serde_json::to_string(&Prediction { id, found }).unwrap_or_default();
    line.push('\n');
    line
}
