//! The native side of `cargo xtask bench`: reads articles when asked, and says how long it took.
//!
//! `native fingerprint FILE` writes a number for what the language layer finds in each article.
//! `native syntax|reading FILE`: first a line with a name; then, for each line on standard input, one
//! pass over the articles of the file and a line "tokens seconds", in seconds of this process's CPU.

use cpu_time::ProcessTime;
use readout_bench::Engine;
use std::hint::black_box;
use std::io::{self, Write as _};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let layer = arguments.next().unwrap_or_default();
    let text = std::fs::read_to_string(arguments.next().unwrap_or_default())?;
    let articles: Vec<&str> = text.split('\u{c}').collect();
    let engine = Engine::new();
    let mut out = io::stdout().lock();
    if layer == "fingerprint" {
        for article in articles {
            writeln!(out, "{}", engine.fingerprint(article))?;
        }
        return Ok(());
    }
    let tokens: usize = articles.iter().map(|article| engine.syntax(article)).sum();
    let pass: fn(&Engine, &str) -> usize =
        if layer == "reading" { Engine::reading } else { Engine::syntax };
    writeln!(out, "Readout {}", engine.version())?;
    for line in io::stdin().lines() {
        line?;
        let start = ProcessTime::now();
        for article in &articles {
            black_box(pass(&engine, black_box(article)));
        }
        writeln!(out, "{tokens} {}", start.elapsed().as_secs_f64())?;
        out.flush()?;
    }
    Ok(())
}
