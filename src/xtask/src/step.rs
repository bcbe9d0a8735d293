//! Steps: a name before, the time after, and commands that must succeed.
//!
//! A command's output goes straight to the terminal. A step that fails ends its task.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What a step gives: nothing, or why it failed.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// One line to the person at the terminal.
pub(crate) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // A closed terminal is no reason to stop a build.
    let _ = writeln!(out, "{line}");
    let _ = out.flush();
}

/// Runs one step under its name.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    say(&format!("== {name}"));
    let start = Instant::now();
    let result = work().map_err(|problem| format!("{name}: {problem}"))?;
    say(&format!("== {name}: {:.1} s\n", start.elapsed().as_secs_f64()));
    Ok(result)
}

/// Runs a command that must succeed.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|error| format!("cannot run {}: {error}", name(command)))?;
    if status.success() {
        return Ok(());
    }
    Err(format!("{} {} ended with {status}", name(command), arguments(command)))
}

/// Runs a command and gives what it printed, or nothing if it is missing or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Cargo, in the project's folder, without the variables that `cargo run` set for this task: a
/// build script that watches them would run again for nothing.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    for (key, _) in std::env::vars_os() {
        let inherited = key
            .to_str()
            .is_some_and(|key| key.starts_with("CARGO_PKG_") || key.starts_with("CARGO_MANIFEST_"));
        if inherited {
            cargo.env_remove(key);
        }
    }
    cargo
}

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.ancestors().nth(2).map_or_else(|| own.clone(), Path::to_path_buf)
}

fn name(command: &Command) -> String {
    Path::new(command.get_program()).file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn arguments(command: &Command) -> String {
    command.get_args().map(|argument| argument.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
