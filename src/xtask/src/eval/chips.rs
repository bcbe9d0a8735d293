//! From the chips that an editor judged to their table. The test `chips` of the analysis counts them
//! and keeps its figures in a file; nothing is measured here.

use std::fs;

/// What `--layer` calls them.
pub(super) const LAYER: &str = "chips";
const KEPT: &str = "src/analysis/tests/chips/kept.md";

/// The table, without the lists of chips that follow it.
pub(super) fn table() -> Result<String, String> {
    let kept = fs::read_to_string(KEPT).map_err(|error| format!("{KEPT}: {error}"))?;
    let figures = kept.split("\n## ").next().unwrap_or_default().trim_end();
    Ok(format!(
        "## Topics: first ten chips kept by an editor, twelve texts\n\n\
        Our own starter texts, and our own verdicts (`src/analysis/tests/chips`): made before the \
        chips were seen, and afterwards for a chip that nobody had foreseen. A chip that nobody has \
        judged is not kept. \"Must\" counts chips without which an editor would find the first view \
        wanting. Lists were mended with these texts in view, so the figures flatter.\n\n\
        {figures}\n"
    ))
}
