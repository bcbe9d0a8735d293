//! What can be asked for on the command line.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

/// Reads political and diplomatic news: who says what, on which topics, and where the text
/// describes tension or easing.
#[derive(Debug, Parser)]
#[command(name = "readout", version, about)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read one text and show what is in it.
    Read(Read),
    /// Write what one layer finds in many texts, as JSON lines.
    Predict(Predict),
}

/// A text, plain or with a front block between `---` lines that gives `title`, `date`, `source`.
#[derive(Debug, ClapArgs)]
pub(crate) struct Read {
    /// The file; `-` or nothing is standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: String,
    /// What is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// The headline, if it is not in the front block.
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// The date of the text, from which "on Friday" counts.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<String>,
    /// Read topics and tension even if the text does not look English.
    #[arg(long)]
    pub(crate) anyway: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people; in color on a terminal, unless `NO_COLOR` is set.
    Text,
    /// JSON in the published form `readout/1`.
    Json,
    /// One table of all findings.
    Csv,
    /// Markdown.
    Markdown,
}

/// JSON lines in: `{"id", "text", "date"?}`; JSON lines out. Places count Unicode code points.
#[derive(Debug, ClapArgs)]
pub(crate) struct Predict {
    /// What to find.
    #[arg(value_enum)]
    pub(crate) layer: Layer,
    /// The file of JSON lines; `-` or nothing is standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layer {
    /// Sentences, tokens, parts of speech, dependencies.
    Syntax,
    /// Who said what.
    Quotes,
    /// Names of people, organizations and places.
    Entities,
    /// Which words name the same somebody.
    Coref,
    /// Dates and their values.
    Dates,
    /// Key phrases and topic chips.
    Topics,
    /// The subject of the text in the numbers of the Comparative Agendas Project.
    Labels,
    /// Acts and words of conflict and cooperation.
    Tension,
    /// The tension reading of a text, and those of its halves.
    Readings,
}
