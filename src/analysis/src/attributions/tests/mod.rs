//! Tagged test texts, one paragraph each: `<source>`, `<cue>`, `<content>`, `<target>`, with `=2`
//! for a second attribution; beside them the form and the rule. A text without tags attributes nothing.

use crate::syntax::Room;
use crate::{Lexicons, Models, read_paragraph};
use readout_contract::report::{AttributionKind, ParagraphKind};
use readout_fixture::Fixture;
use readout_text::Span;
use std::fmt::Write as _;

/// Compares what is found with what is tagged, both in words.
#[track_caller]
fn check(tagged: &str, forms: &str) {
    check_kind(tagged, ParagraphKind::Body, forms);
}

#[track_caller]
fn check_kind(tagged: &str, kind: ParagraphKind, forms: &str) {
    let fixture = Fixture::parse(tagged);
    let reading = read_paragraph(
        &fixture.text,
        kind,
        &Lexicons::built_in(),
        &Models::built_in(),
        &mut Room::default(),
    );
    let line = |role: &str, spans: &[Span]| {
        let words: Vec<&str> = spans.iter().map(|span| fixture.words(*span)).collect();
        if words.is_empty() { String::new() } else { format!("{role}: {}\n", words.join(" … ")) }
    };
    let mut found = String::new();
    let mut found_forms = Vec::new();
    for one in reading.attributions.iter().filter(|one| !one.content.is_empty()) {
        found += &line("source", one.source.as_slice());
        found += &line("cue", one.cue.as_slice());
        found += &line("content", &one.content);
        found += &line("target", one.target.as_slice());
        let form = match one.kind {
            AttributionKind::Exact => "exact",
            AttributionKind::PartExact => "part exact",
            AttributionKind::Reported => "reported",
            AttributionKind::Likely => "likely",
            AttributionKind::Mentioned => "mentioned",
        };
        found_forms.push(format!("{form} {}", one.rule));
    }
    let mut expected = String::new();
    for group in ["", "=2", "=3"] {
        for role in ["source", "cue", "content", "target"] {
            let spans = fixture.tagged(&format!("{role}{group}"));
            write!(expected, "{}", line(role, &spans)).expect("a string takes all");
        }
    }
    assert_eq!(found, expected, "in {tagged:?}");
    assert_eq!(found_forms.join(", "), forms, "in {tagged:?}");
}

mod direct;
mod hard;
mod indirect;
mod never;
mod whole;
