//! Whether confidence means something: of the attributions in a band of it, how many are right.

use super::sets::{QUOTES_SET, Set};
use super::{Eval, score};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The bands, in hundredths: from and to.
const BANDS: [(u64, u64); 5] = [(90, 100), (75, 89), (60, 74), (40, 59), (0, 39)];

/// The table, by the kit's own scorer run once a band on the findings in it.
pub(super) fn table(args: &Eval, set: &Set, predictions: &Path) -> Result<String, String> {
    let lines = fs::read_to_string(predictions).map_err(|error| error.to_string())?;
    let mut out = "## Quotes: what confidence means\n\n\
        Of the attributions with a confidence in the band, how many are right by the end-to-end \
        measure of the table before (content and source).\n\n\
        | Confidence | attributions | mean confidence | right |\n| --- | ---: | ---: | ---: |\n"
        .to_owned();
    for (from, to) in BANDS {
        let mut kept = String::new();
        let (mut count, mut sum) = (0_u32, 0_u64);
        for line in lines.lines() {
            let mut line: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
            if let Some(list) = line.get_mut("attributions").and_then(Value::as_array_mut) {
                let confidence = |one: &Value| one.get("confidence").and_then(Value::as_u64);
                list.retain(|one| confidence(one).is_some_and(|own| (from..=to).contains(&own)));
                count += list.len() as u32;
                sum += list.iter().filter_map(confidence).sum::<u64>();
            }
            let _ = writeln!(kept, "{line}");
        }
        let file = predictions.with_extension("band.jsonl");
        fs::write(&file, kept).map_err(|error| format!("{}: {error}", file.display()))?;
        let answer = score(args, set, &args.kits.join(set.gold), &file)?;
        let right = answer.pointer("/all/end_to_end/p").and_then(Value::as_f64).unwrap_or_default();
        let mean = sum / u64::from(count.max(1));
        let _ = writeln!(out, "| {from}–{to} | {count} | .{mean:02} | **{right:.2}** |");
    }
    Ok(out)
}

/// Whether the set's predictions carry a confidence to check.
pub(super) fn applies(set: &Set) -> bool {
    set.id == QUOTES_SET
}
