//! The output, written in one go.

use crate::problem::Problem;
use std::io::{ErrorKind, Write as _};

/// Writes to standard output. A reader who has seen enough (`| head`) is a success.
pub(crate) fn write(output: &str) -> Result<(), Problem> {
    let mut out = std::io::stdout().lock();
    match out.write_all(output.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Problem::Output(error)),
        _ => Ok(()),
    }
}
