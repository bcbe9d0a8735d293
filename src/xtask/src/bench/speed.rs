//! The race: the same text for every system, in turns, and the table of what came out.
//!
//! All take one pass that does not count, then turn after turn, so that whatever else the machine does
//! hits all alike. What counts is the CPU time that a process says it used; the middle of its passes
//! is shown.

use super::peers::{self, System, WINK_WHOLE};
use super::{SPEED, folder, text};
use crate::step::{Outcome, output, root, say, step};
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Lines, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

const BYTES: usize = 1_000_000;
const SLOW_BYTES: usize = 100_000;
const RUNS: usize = 7;

/// Measures, and gives the second part of the page.
pub(crate) fn section() -> Outcome<String> {
    let texts = step("text", Texts::write)?;
    let systems = peers::ready()?;
    let peers::Systems { found, mut left_out } = systems;
    let results = step("speed beside peers", || race(found, &texts, &mut left_out))?;
    Ok(table(&texts, &results, &left_out))
}

/// What is read: the whole text, and its beginning for the slow.
struct Texts {
    articles: Vec<String>,
    short: usize,
}

impl Texts {
    fn write() -> Outcome<Self> {
        let articles = text::articles(&seeds()?, BYTES);
        let mut bytes = 0;
        let short = articles.iter().take_while(|article| {
            bytes += article.len();
            bytes <= SLOW_BYTES
        });
        let short = short.count();
        for (name, part) in [("news.txt", &articles[..]), ("news-short.txt", &articles[..short])] {
            let path = folder()?.join(name);
            std::fs::write(&path, part.join(text::BREAK))
                .map_err(|error| format!("{}: {error}", path.display()))?;
        }
        Ok(Self { articles, short })
    }

    fn of(&self, system: &System) -> (&'static str, &[String]) {
        if system.slow {
            ("news-short.txt", &self.articles[..self.short])
        } else {
            ("news.txt", &self.articles)
        }
    }
}

/// The starter texts, by name.
fn seeds() -> Outcome<Vec<String>> {
    let entries = std::fs::read_dir(root().join("seeds")).map_err(|error| error.to_string())?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    paths.sort();
    let read = |path: &Path| {
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
    };
    paths.iter().map(|path| read(path)).collect()
}

/// What one system needed for its text.
struct Result {
    name: String,
    what: &'static str,
    tokens: f64,
    megabytes: f64,
    seconds: f64,
}

/// A system that waits for its turn.
struct Runner {
    child: Child,
    turns: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    result: Result,
    passes: Vec<f64>,
}

fn race(systems: Vec<System>, texts: &Texts, left_out: &mut Vec<String>) -> Outcome<Vec<Result>> {
    let mut runners = Vec::new();
    for system in systems {
        let (file, articles) = texts.of(&system);
        let bytes = articles.iter().map(|article| article.len() as u32).sum::<u32>();
        let megabytes = f64::from(bytes) / 1e6;
        let what = system.what;
        match Runner::start(system, &folder()?.join(file), megabytes) {
            Ok(runner) => runners.push(runner),
            Err(problem) => {
                say(&format!("left out: {what}: {problem}"));
                left_out.push(what.to_owned());
            }
        }
    }
    for runner in &mut runners {
        runner.pass()?;
        runner.passes.clear();
    }
    for run in 1..=RUNS {
        say(&format!("run {run} of {RUNS}"));
        for runner in &mut runners {
            runner.pass()?;
        }
    }
    runners.into_iter().map(Runner::finish).collect()
}

impl Runner {
    fn start(mut system: System, text: &Path, megabytes: f64) -> Outcome<Self> {
        let program = system.program.arg(text).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = program.spawn().map_err(|error| format!("{:?}: {error}", system.what))?;
        let (Some(turns), Some(out)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("a pipe is missing".to_owned());
        };
        let mut answers = BufReader::new(out).lines();
        let name = answer(&mut answers)?;
        say(&format!("{name}, {}", system.runs_as));
        let name = format!("{name}, {}", system.runs_as);
        let result = Result { name, what: system.what, tokens: 0.0, megabytes, seconds: 0.0 };
        Ok(Self { child, turns, answers, result, passes: Vec::new() })
    }

    fn pass(&mut self) -> Outcome {
        writeln!(self.turns).map_err(|error| format!("{}: {error}", self.result.name))?;
        let line = answer(&mut self.answers)?;
        let figures = line.split_once(' ').and_then(|(tokens, seconds)| {
            Some((tokens.parse::<f64>().ok()?, seconds.parse::<f64>().ok()?))
        });
        let (tokens, seconds) =
            figures.ok_or_else(|| format!("{}: no figures in {line:?}", self.result.name))?;
        self.result.tokens = tokens;
        self.passes.push(seconds);
        Ok(())
    }

    /// Ends the process, which stops when nobody asks any more.
    fn finish(self) -> Outcome<Result> {
        let Self { mut child, turns, mut result, mut passes, .. } = self;
        drop(turns);
        child.wait().map_err(|error| format!("{}: {error}", result.name))?;
        passes.sort_by(f64::total_cmp);
        result.seconds = passes.get(passes.len() / 2).copied().unwrap_or_default();
        Ok(result)
    }
}

fn answer(lines: &mut Lines<BufReader<ChildStdout>>) -> Outcome<String> {
    match lines.next() {
        Some(Ok(line)) => Ok(line),
        Some(Err(error)) => Err(error.to_string()),
        None => Err("a system stopped without an answer; its message is above".to_owned()),
    }
}

fn table(texts: &Texts, results: &[Result], left_out: &[String]) -> String {
    let words: usize = texts.articles.iter().map(|text| text.split_whitespace().count()).sum();
    let mut out = format!(
        "{SPEED}\n\nWritten by `cargo xtask bench --peers` on {}; do not edit by hand. {}\n\n",
        date(days_since_1970()),
        machine()
    );
    let _ = writeln!(
        out,
        "The text is {} articles of news-like English, {} words, 1 MB of 1,000,000 bytes, which the task makes by itself from a grammar of its own and the starter texts; no paragraph comes twice. Every system reads article by article in one thread and remembers as it does by default; Readout remembers nothing from one article to the next. compromise and spaCy are slow and read the first {} articles, 100 kB. Time is CPU time, that of helper threads included: the middle of {RUNS} passes, in which the systems took turns, after one pass that does not count. Start-up is not in it. Each system counts tokens in its own way (compromise: words), so the ratio is that of seconds a MB: above 1 is faster than wink-nlp in its default.\n",
        texts.articles.len(),
        with_commas(&words.to_string()),
        texts.short,
    );
    out.push_str("| System | What it does | Tokens a second | Seconds a MB | × wink-nlp |\n");
    out.push_str("| --- | --- | ---: | ---: | ---: |\n");
    let wink = results.iter().find(|result| result.what == WINK_WHOLE).map(Result::pace);
    for result in results {
        let ratio = wink.map_or_else(|| "–".to_owned(), |wink| figure(wink / result.pace()));
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {ratio} |",
            result.name,
            result.what,
            rounded(result.tokens / result.seconds),
            figure(result.pace()),
        );
    }
    if !left_out.is_empty() {
        let _ = writeln!(out, "\nLeft out, because it could not be had: {}.", left_out.join(", "));
    }
    out
}

impl Result {
    /// Seconds for a megabyte.
    fn pace(&self) -> f64 {
        self.seconds / self.megabytes
    }
}

/// Three digits, for figures from a thousandth to hundreds.
fn figure(value: f64) -> String {
    let places = [(100.0, 0), (10.0, 1), (1.0, 2), (0.1, 3)];
    let places =
        places.into_iter().find(|(least, _)| value >= *least).map_or(4, |(_, places)| places);
    format!("{value:.places$}")
}

/// A whole number of three digits and zeros, with commas.
fn rounded(value: f64) -> String {
    let step =
        [1e6, 1e5, 1e4, 1e3].into_iter().find(|step| value >= *step).unwrap_or(100.0) / 100.0;
    with_commas(&format!("{:.0}", (value / step).round() * step))
}

fn with_commas(digits: &str) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// What the figures were taken on, in words.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let model = std::fs::read_to_string("/proc/cpuinfo").ok().and_then(|info| {
        let line = info.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    });
    let model = model.unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let version = |program: &str| output(Command::new(program).arg("--version"));
    let rust = version("rustc").unwrap_or_default();
    let rust = rust.split_whitespace().nth(1).unwrap_or("unknown").to_owned();
    let node = version("node").map_or_else(String::new, |node| format!(", Node {node}"));
    format!("{cores} cores ({model}), {}, Rust {rust}{node}.", std::env::consts::OS)
}

fn days_since_1970() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs() / 86_400)
}

/// A day of the Gregorian calendar, `YYYY-MM-DD`, counted from 1 January 1970.
fn date(mut days: u64) -> String {
    let leap = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let mut year = 1970;
    while days >= 365 + u64::from(leap(year)) {
        days -= 365 + u64::from(leap(year));
        year += 1;
    }
    let mut month = 1;
    for length in [31, 28 + u64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", days + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        let days =
            [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_453, "2025-12-31")];
        for (day, written) in days {
            assert_eq!(date(day), written);
        }
    }

    #[test]
    fn figures_have_three_digits() {
        assert_eq!([38.3, 2.604, 0.4102, 0.0123].map(figure), ["38.3", "2.60", "0.410", "0.0123"]);
        assert_eq!(
            [4_612.0, 412_345.0, 2_061_999.0].map(rounded),
            ["4,610", "412,000", "2,060,000"]
        );
    }

    #[test]
    fn a_missing_peer_leaves_a_page_without_ratios() {
        let texts = Texts { articles: vec!["Talks go on.".to_owned()], short: 1 };
        let own = Result {
            name: "Readout".to_owned(),
            what: "all",
            tokens: 1e6,
            megabytes: 1.0,
            seconds: 0.5,
        };
        let page = table(&texts, &[own], &["wink-nlp".to_owned()]);
        assert!(page.contains("| Readout | all | 2,000,000 | 0.500 | – |"), "{page}");
        assert!(page.ends_with("could not be had: wink-nlp.\n"), "{page}");
    }
}
