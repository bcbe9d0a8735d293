//! The command, run as a user runs it.

mod bad_input;
mod predict;
mod read;
mod run;
