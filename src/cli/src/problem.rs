//! What can go wrong, in one line each.

use std::fmt;
use std::io::Write as _;
use std::process::ExitCode;

/// Why nothing was written.
#[derive(Debug)]
pub(crate) enum Problem {
    /// The command line or the input: exit code 2.
    Input(String),
    /// The output could not be written: exit code 1.
    Output(std::io::Error),
    /// Help or version was asked for: no problem at all.
    Help(clap::Error),
}

impl Problem {
    /// A problem with the input.
    pub(crate) fn input(message: impl fmt::Display) -> Self {
        Self::Input(message.to_string())
    }

    /// Says it and gives the exit code. Standard error that is closed changes nothing.
    pub(crate) fn report(&self) -> ExitCode {
        match self {
            Self::Input(message) => {
                let _ = writeln!(std::io::stderr(), "readout: {message}");
                ExitCode::from(2)
            }
            Self::Output(error) => {
                let _ = writeln!(std::io::stderr(), "readout: cannot write the output: {error}");
                ExitCode::FAILURE
            }
            Self::Help(help) => {
                let _ = help.print();
                // Without a command, help is the answer to a mistake.
                if help.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
            }
        }
    }
}

impl From<clap::Error> for Problem {
    fn from(error: clap::Error) -> Self {
        use clap::error::ErrorKind;
        match error.kind() {
            ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Self::Help(error),
            _ => Self::Input(one_line(&error.to_string())),
        }
    }
}

/// The message of the argument parser without its usage lines, on one line.
fn one_line(message: &str) -> String {
    let body = message.split("\n\nUsage:").next().unwrap_or_default();
    let body = body.split("\n\nFor more information").next().unwrap_or_default();
    let line = body.split_whitespace().collect::<Vec<_>>().join(" ");
    line.strip_prefix("error: ").unwrap_or(&line).to_owned()
}
