//! Which screen the page shows, and what it says when something is wrong.

use super::{Announcement, Stage, Status};
use crate::store::{Analysis, EngineProblem, Known, Notice, State};
use readout_contract::report::{AttributionKind, Extent};

/// The screen.
pub fn status(state: &State) -> Status {
    let report = state.report();
    let stage = match report {
        _ if state.doc.text.trim().is_empty() => Stage::Empty,
        Some(report) => match report.words.extent {
            Extent::Empty | Extent::TooShort => Stage::TooShort,
            _ if !report.words.language.english => {
                Stage::NotEnglish(report.words.language.looks_like.clone())
            }
            Extent::Short => Stage::Short,
            Extent::Full => Stage::Full,
        },
        None => Stage::Full,
    };
    let complete = matches!(state.analysis, Analysis::Ready(_)).then_some(()).and(report);
    let quoted = |kind| kind != AttributionKind::Mentioned;
    Status {
        stage,
        busy: matches!(state.analysis, Analysis::Running { .. }),
        known: state.known(),
        problem: match &state.analysis {
            Analysis::Failed(problem) => Some(problem_key(problem)),
            _ => None,
        },
        no_quotes: complete.is_some_and(|report| {
            !report.attributions.attributions.iter().any(|quote| quoted(quote.kind))
        }),
        no_topics: complete.is_some_and(|report| report.topics.topics.is_empty()),
        mixed_language: report.is_some_and(|report| {
            report.words.language.english && report.words.paragraphs.iter().any(|p| !p.english)
        }),
    }
}

/// Message key of an engine problem, and its count.
pub fn problem_key(problem: &EngineProblem) -> (&'static str, Option<u32>) {
    match problem {
        EngineProblem::Blocked => ("engine-blocked", None),
        EngineProblem::WrongType => ("engine-wrong-type", None),
        EngineProblem::Network => ("engine-network", None),
        EngineProblem::OldFile => ("engine-old-file", None),
        EngineProblem::Crashed(None) => ("engine-crashed", None),
        EngineProblem::Crashed(Some(paragraph)) => ("engine-crashed-at", Some(*paragraph)),
        EngineProblem::TooLong(length) => ("text-too-long", Some(*length)),
    }
}

/// Message key of a notice; its values are `$n`, `$all` and `$what`.
pub fn notice_key(notice: &Notice) -> &'static str {
    match notice {
        Notice::LinkCutOff(_, Some(_)) => "link-cut-off",
        Notice::LinkCutOff(_, None) => "link-cut-off-after",
        Notice::LinkDamaged => "link-damaged",
        Notice::LinkTooNew => "link-too-new",
        Notice::LinkTooBig => "link-too-big",
        Notice::LinkUnknownSeed(_) => "link-unknown-seed",
        Notice::AnchorLost => "anchor-lost",
        Notice::Copied => "copied",
        Notice::CopyByHand(_) => "copy-by-hand",
        Notice::NotText(_) => "not-text",
        Notice::FileTooBig => "file-too-big",
        Notice::FileUnreadable(_) => "file-unreadable",
        Notice::WrongLetters => "wrong-letters",
        Notice::SeedMissing(_) => "seed-missing",
    }
}

/// What the live region says; `None` until the reading is complete.
pub fn announcement(state: &State) -> Option<Announcement> {
    let Analysis::Ready(report) = &state.analysis else { return None };
    (state.known() == Known::All
        && !matches!(report.words.extent, Extent::Empty | Extent::TooShort))
    .then(|| Announcement {
        quotes: super::quotes::counts(report.attributions.attributions.iter()).counted(),
        topics: report.topics.topics.len() as u32,
        band: report.tension.reading.band,
    })
}
