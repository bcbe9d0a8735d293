//! Tension readings of whole texts, which have no gold: how they spread, section by section, and
//! whether half of a text still says what the whole says.

use super::{Eval, lines_of, predict, say};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The layer of the command line.
pub(super) const LAYER: &str = "readings";

/// Files of the kits, and what their texts are called; a genre of the kit is added.
const KITS: [(&str, &str); 3] = [
    ("quotes/polnear-train.jsonl.gz", "PolNeAR train"),
    ("topics/kpcrowd.train.jsonl.gz", "KPCrowd train"),
    ("coref/gum.train.jsonl.gz", "GUM train"),
];
const SEEDS: &str = "seeds";
/// Upper ends of the bands.
const BANDS: [u64; 4] = [24, 49, 74, 100];

/// A text's reading and those of its halves, as predicted.
type Readings<'l> = BTreeMap<&'l str, Vec<&'l Value>>;

/// The tables.
pub(super) fn tables(args: &Eval, work: &Path) -> Result<String, String> {
    say("eval: Tension: readings of whole texts");
    let mut input = String::new();
    for (file, name) in KITS {
        for line in lines_of(&args.kits.join(file))? {
            let genre = line.get("genre").and_then(Value::as_str).unwrap_or_default();
            let section = format!("{name} {}", genre.replace('_', " "));
            add(&mut input, section.trim_end(), line.get("text"), line.get("title"));
        }
    }
    let seeds = fs::read_dir(SEEDS).map_err(|error| format!("{SEEDS}: {error}"))?;
    let paths = seeds.filter_map(|entry| Some(entry.ok()?.path()));
    for path in paths.filter(|path| path.extension().is_some_and(|end| end == "md")) {
        let text =
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        add(&mut input, "Starter texts", Some(&Value::String(text)), None);
    }
    let output = predict(LAYER, &input, work)?;
    let lines: Vec<Value> =
        output.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let mut sections = Readings::new();
    for line in &lines {
        let name = line.get("id").and_then(Value::as_str).unwrap_or_default();
        sections.entry(name).or_default().push(line);
    }
    Ok(format!("{}\n{}", spread(&sections), halves(&sections)))
}

fn add(input: &mut String, section: &str, text: Option<&Value>, title: Option<&Value>) {
    let line = serde_json::json!({ "id": section, "text": text, "title": title });
    let _ = writeln!(input, "{line}");
}

/// How readings spread.
fn spread(sections: &Readings<'_>) -> String {
    let mut out = "## Tension: readings of whole texts\n\n\
        No gold says what a text should read, so this shows what texts of each kind do read. \"Too \
        few\": share of texts with too few signs for a reading. Bands: share of the texts that have \
        one. Then the values that a tenth, a quarter, half … of them stay at or under.\n\n\
        | Texts | texts | too few | Calm | Strained | Tense | Severe | 10 % | 25 % | 50 % | 75 % | 90 % |\n\
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    let all: Vec<&Value> = sections.values().flatten().copied().collect();
    let rows = sections.iter().map(|(name, lines)| (*name, lines)).chain([("**all**", &all)]);
    for (name, lines) in rows {
        let mut values: Vec<u64> = lines.iter().filter_map(|line| value(line)).collect();
        values.sort_unstable();
        let few = lines.len() - values.len();
        let _ = write!(out, "| {name} | {} | {} |", lines.len(), percent(few, lines.len()));
        let mut below = 0;
        for end in BANDS {
            let upto = values.partition_point(|value| *value <= end);
            let _ = write!(out, " {} |", percent(upto - below, values.len()));
            below = upto;
        }
        for share in [10, 25, 50, 75, 90] {
            let at = (values.len() * share / 100).min(values.len().saturating_sub(1));
            let _ = write!(out, " {} |", values.get(at).map_or_else(String::new, u64::to_string));
        }
        out.push('\n');
    }
    out
}

/// Whether halves say what the whole says.
fn halves(sections: &Readings<'_>) -> String {
    let mut out = "## Tension: halves of texts against their ranges\n\n\
        Each text with a reading is cut in two, once into odd and even paragraphs and once in the \
        middle. A range is meant to hold the value of a half eight times in ten, since the half \
        differs from the whole about as much as the whole differs from what another such text would \
        read. Halves with too few signs are left out. A half may speak of other parties than the \
        whole; then another thing is measured, and the range need not hold it.\n\n\
        | Halves | halves | in the range of the whole | whole in the range of the half |\n\
        | --- | ---: | ---: | ---: |\n"
        .to_owned();
    let all: Vec<&Value> = sections.values().flatten().copied().collect();
    let any = |_: &Value, _: &Value| true;
    let same = |whole: &Value, half: &Value| whole.get("parties") == half.get("parties");
    let other = |whole: &Value, half: &Value| !same(whole, half);
    let parts = ["odd", "even", "first", "second"];
    let mut row = |name: &str, lines: &[&Value], parts: &[&str], is_in: Wanted<'_>| {
        let (count, inside, outside) = held(lines, parts, is_in);
        let (inside, outside) = (percent(inside, count), percent(outside, count));
        let _ = writeln!(out, "| {name} | {count} | **{inside}** | **{outside}** |");
    };
    row("odd and even paragraphs", &all, &parts[..2], &any);
    row("first and second half", &all, &parts[2..], &any);
    for (_, name) in KITS {
        let of = sections.iter().filter(|(section, _)| section.starts_with(name));
        let lines: Vec<&Value> = of.flat_map(|(_, lines)| lines.iter().copied()).collect();
        row(&format!("all of {name}"), &lines, &parts, &any);
    }
    row("all that speak of the same parties", &all, &parts, &same);
    row("all that speak of others", &all, &parts, &other);
    let widths = all.iter().filter_map(|line| range(line)).map(|(low, high)| high - low);
    let (sum, count) = widths.fold((0, 0), |(sum, count), width| (sum + width, count + 1));
    let _ = writeln!(out, "\nMean width of a range: {}.", sum / u64::max(count, 1));
    out
}

/// Whether a half is looked at, from the whole and the half.
type Wanted<'w> = &'w dyn Fn(&Value, &Value) -> bool;

/// Halves with a reading; those in the whole's range; those whose range holds the whole.
fn held(lines: &[&Value], parts: &[&str], wanted: Wanted<'_>) -> (usize, usize, usize) {
    let (mut count, mut in_whole, mut whole_in) = (0, 0, 0);
    for whole in lines {
        let Some((of_whole, (low, high))) = value(whole).zip(range(whole)) else { continue };
        for half in parts.iter().filter_map(|part| whole.get("halves")?.get(part)) {
            let Some((of_half, (from, to))) = value(half).zip(range(half)) else { continue };
            if wanted(whole, half) {
                count += 1;
                in_whole += usize::from((low..=high).contains(&of_half));
                whole_in += usize::from((from..=to).contains(&of_whole));
            }
        }
    }
    (count, in_whole, whole_in)
}

fn value(reading: &Value) -> Option<u64> {
    reading.get("value")?.as_u64()
}

fn range(reading: &Value) -> Option<(u64, u64)> {
    let range = reading.get("range")?;
    Some((range.get(0)?.as_u64()?, range.get(1)?.as_u64()?))
}

fn percent(part: usize, whole: usize) -> String {
    if whole == 0 {
        return String::new();
    }
    format!("{} %", (part * 100 + whole / 2) / whole)
}
