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
        read. Halves with too few signs are left out.\n\n\
        | Texts | halves | in the range of the whole | whole in the range of the half | mean width \
        of the range |\n| --- | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    let all: Vec<&Value> = sections.values().flatten().copied().collect();
    let kit = |name: &str| -> Vec<&Value> {
        let of = sections.iter().filter(|(section, _)| section.starts_with(name));
        of.flat_map(|(_, lines)| lines.iter().copied()).collect()
    };
    let mut rows: Vec<(String, Vec<&Value>, &[&str])> = KITS
        .iter()
        .map(|(_, name)| ((*name).to_owned(), kit(name), &["odd", "even", "first", "second"][..]))
        .collect();
    rows.push(("all, odd and even paragraphs".to_owned(), all.clone(), &["odd", "even"]));
    rows.push(("all, first and second half".to_owned(), all, &["first", "second"]));
    for (name, lines, parts) in rows {
        let (mut count, mut half_in_whole, mut whole_in_half, mut width, mut texts) =
            (0, 0, 0, 0, 0);
        for whole in lines {
            let Some((of_whole, (low, high))) = value(whole).zip(range(whole)) else { continue };
            texts += 1;
            width += high - low;
            for half in parts.iter().filter_map(|part| whole.get("halves")?.get(part)) {
                let Some((of_half, (from, to))) = value(half).zip(range(half)) else { continue };
                count += 1;
                half_in_whole += usize::from((low..=high).contains(&of_half));
                whole_in_half += usize::from((from..=to).contains(&of_whole));
            }
        }
        let (one, two) = (percent(half_in_whole, count), percent(whole_in_half, count));
        let mean = width / u64::max(texts, 1);
        let _ = writeln!(out, "| {name} | {count} | **{one}** | **{two}** | {mean} |");
    }
    out
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
