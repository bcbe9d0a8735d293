//! `readout read`: one text, for people or in a published form.

mod show;
mod style;

use crate::args::{Format, Read};
use crate::problem::Problem;
use crate::{input, output};
use readout_analysis::{Lexicons, Memo, Models};
use readout_contract::protocol::Input;
use readout_export::Reading;
use readout_text::{OffsetMap, SourceText};

pub(crate) fn run(args: &Read) -> Result<(), Problem> {
    let file = input::text(&args.file)?;
    let (mut about, body) = input::split_front(&file);
    if let Some(title) = &args.title {
        about.title = Some(title.clone());
    }
    if let Some(date) = &args.date {
        if !input::is_date(date) {
            return Err(Problem::input(format_args!(
                "the date {date} is not written YYYY-MM-DD, such as 2024-04-26"
            )));
        }
        about.date = Some(date.clone());
    }
    let text = SourceText::new(body).map_err(Problem::input)?;
    let asked = Input {
        text: String::new(),
        date: about.date.clone().filter(|date| input::is_date(date)),
        title: about.title.clone(),
        changes: Vec::new(),
        read_anyway: args.anyway,
    };
    let report = readout_analysis::read(
        &text,
        &asked,
        &Lexicons::built_in(),
        &Models::built_in(),
        &mut Memo::default(),
        &mut |_| {},
    );
    let map = OffsetMap::new(&text);
    let reading = Reading { text: &text, map: &map, about: &about, report: &report, changes: &[] };
    output::write(&match args.format {
        Format::Text => show::show(&reading, style::Style::of_terminal()),
        Format::Json => readout_export::json(&reading),
        Format::Csv => readout_export::csv::findings(&reading),
        Format::Markdown => readout_export::markdown(&reading),
    })
}
