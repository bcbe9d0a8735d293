//! From the reading's values to the interface's words, and sentences whose parts are buttons.

use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select::{
    self, Chip, EvidenceLine, FormCounts, GaugeReading, Lean, QuoteCard, Sure, VoiceName,
};
use crate::store::{Action, Store};
use readout_contract::report::{
    AttributionKind, Band, ModifierKind, QuadClass, Sign, SpeakerFound, TopicKind, Trend, VerbClass,
};
use yew::prelude::*;

/// A callback that dispatches one action.
pub(super) fn act<E: 'static>(store: &Store, action: Action) -> Callback<E> {
    let dispatch = store.dispatcher();
    Callback::from(move |_: E| dispatch.dispatch(action.clone()))
}

/// The class of one of the five hues.
pub(super) fn hue(hue: u8) -> String {
    format!("hue-{}", hue % 5)
}

/// The word of a band.
pub(super) fn band(band: Band) -> String {
    t(match band {
        Band::Calm => "band-calm",
        Band::Strained => "band-strained",
        Band::Tense => "band-tense",
        Band::Severe => "band-severe",
    })
}

/// The word of a trend.
pub(super) fn trend(trend: Trend) -> String {
    t(match trend {
        Trend::Easing => "trend-easing",
        Trend::Steady => "trend-steady",
        Trend::Worsening => "trend-worsening",
    })
}

/// Headline and figures of a reading: "Strained, mixed" and "46, range 38–55, steady".
pub(super) fn reading(reading: GaugeReading) -> (String, String) {
    match reading {
        GaugeReading::Unknown => (t("gauge-unknown"), String::new()),
        GaugeReading::TooShort => (t("gauge-too-short"), String::new()),
        GaugeReading::TooFew(n) => (t("gauge-too-few"), tv("gauge-too-few-n", &[("n", n.into())])),
        GaugeReading::Value { value, range, band: word, trend: way, mixed } => {
            let word = band(word);
            let head = if mixed { tv("gauge-mixed", &[("band", word.into())]) } else { word };
            let mut figures = tv(
                "gauge-figures",
                &[("value", value.into()), ("low", range.0.into()), ("high", range.1.into())],
            );
            if let Some(way) = way {
                figures = format!("{figures}, {}", trend(way));
            }
            (head, figures)
        }
    }
}

/// Mark and word of a quote's form.
pub(super) fn form(kind: AttributionKind) -> (&'static str, String) {
    let (mark, key) = match kind {
        AttributionKind::Exact => ("“ ”", "form-exact"),
        AttributionKind::PartExact => ("“…”", "form-part"),
        AttributionKind::Reported => ("¶", "form-reported"),
        AttributionKind::Likely => ("~", "form-likely"),
        AttributionKind::Mentioned => ("–", "form-mentioned"),
    };
    (mark, t(key))
}

/// How the speaker was found, with its chain.
pub(super) fn found(card: &QuoteCard) -> String {
    if card.chain.len() > 1 {
        return card.chain.join(" → ");
    }
    t(match card.found {
        SpeakerFound::Named => "found-named",
        SpeakerFound::Reference => "found-reference",
        SpeakerFound::Group => "found-group",
        SpeakerFound::Unclear => "found-unclear",
        SpeakerFound::Reader => "found-reader",
    })
}

/// How sure, in a word.
pub(super) fn sure(sure: Sure) -> String {
    t(match sure {
        Sure::High => "sure",
        Sure::Middle => "sure-fairly",
        Sure::Low => "sure-not",
    })
}

/// Counts by form: "2 part exact · 10 reported · 1 likely".
pub(super) fn forms(counts: FormCounts) -> String {
    let parts = [
        ("summary-exact", counts.exact),
        ("summary-part", counts.part_exact),
        ("summary-reported", counts.reported),
        ("forms-likely", counts.likely),
    ];
    let parts = parts.into_iter().filter(|(_, n)| *n > 0);
    parts.map(|(key, n)| tv(key, &[("n", n.into())])).collect::<Vec<_>>().join(" · ")
}

/// What the last change moved: "Blinken 3 → 4; tension unchanged".
pub(super) fn moved(store: &Store) -> Option<String> {
    let moved = select::moved(store)?;
    let mut parts: Vec<String> = Vec::new();
    for (name, old, new) in moved.speakers {
        let name = if name.is_empty() { t("speaker-unclear") } else { name };
        let values = [("name", name.into()), ("old", old.into()), ("new", new.into())];
        parts.push(tv("moved-quotes", &values));
    }
    if parts.is_empty() {
        parts.push(t("moved-no-quotes"));
    }
    parts.push(match moved.value {
        (Some(old), Some(new)) if old != new => {
            tv("moved-tension", &[("old", old.into()), ("new", new.into())])
        }
        _ => t("moved-no-tension"),
    });
    Some(parts.join("; "))
}

/// What the cue claims, where that is worth a word.
pub(super) fn verb_note(class: VerbClass) -> Option<String> {
    match class {
        VerbClass::Neutral => None,
        VerbClass::Strong => Some(t("verb-strong")),
        VerbClass::Doubtful => Some(t("verb-doubtful")),
    }
}

/// Class and word of a topic's kind.
pub(super) fn topic_kind(kind: TopicKind) -> (&'static str, String) {
    let (class, key) = match kind {
        TopicKind::Issue => ("issue", "kind-issue"),
        TopicKind::Term => ("issue", "kind-term"),
        TopicKind::Place => ("place", "kind-place"),
        TopicKind::Organization => ("organization", "kind-organization"),
        TopicKind::Event => ("event", "kind-event"),
    };
    (class, t(key))
}

/// Triangle and class of a sign.
pub(super) const fn sign(sign: Sign) -> (&'static str, &'static str) {
    match sign {
        Sign::Strain => ("▲", "strain"),
        Sign::Easing => ("▼", "ease"),
    }
}

/// The word of a sign.
pub(super) fn sign_word(sign: Sign) -> String {
    t(match sign {
        Sign::Strain => "sign-strain",
        Sign::Easing => "sign-easing",
    })
}

/// Triangle, class and word of a lean.
pub(super) fn lean(lean: Lean) -> (&'static str, &'static str, String) {
    match lean {
        Lean::Strain => ("▲", "strain", t("lean-strain")),
        Lean::Easing => ("▼", "ease", t("lean-easing")),
        Lean::Level => ("–", "quiet", t("lean-level")),
    }
}

/// Lean of a chip, none where its sentences hold no sign.
pub(super) fn chip_lean(chip: &Chip) -> Option<(&'static str, &'static str, String)> {
    (chip.signs != (0, 0)).then(|| lean(chip.lean))
}

/// Whose words.
pub(super) fn voice(name: &VoiceName) -> String {
    match name {
        VoiceName::Writer => t("voice-writer"),
        VoiceName::Speaker(name, ..) => name.clone(),
        VoiceName::Unclear => t("voice-unclear"),
    }
}

/// The class of a sign's act.
pub(super) fn quad(class: QuadClass) -> String {
    t(match class {
        QuadClass::Statement => "quad-statement",
        QuadClass::VerbalCooperation => "quad-verbal-cooperation",
        QuadClass::MaterialCooperation => "quad-material-cooperation",
        QuadClass::VerbalConflict => "quad-verbal-conflict",
        QuadClass::MaterialConflict => "quad-material-conflict",
    })
}

/// What a modifier does, with its words.
pub(super) fn modifier(kind: ModifierKind, words: &str) -> String {
    let key = match kind {
        ModifierKind::Negated => "modifier-negated",
        ModifierKind::Hedged => "modifier-hedged",
        ModifierKind::Conditional => "modifier-conditional",
        ModifierKind::Past => "modifier-past",
        ModifierKind::Planned => "modifier-planned",
        ModifierKind::Conceded => "modifier-conceded",
        ModifierKind::Intensified => "modifier-intensified",
        ModifierKind::Softened => "modifier-softened",
        ModifierKind::Relieved => "modifier-relieved",
        ModifierKind::OtherActor => "modifier-other-actor",
    };
    tv(key, &[("words", words.into())])
}

/// Source and target of a sign: "China → United States".
pub(super) fn direction(line: &EvidenceLine) -> Option<String> {
    let arrow = if line.symmetric { "↔" } else { "→" };
    match (&line.source, &line.target) {
        (Some(source), Some(target)) => Some(format!("{source} {arrow} {target}")),
        (Some(one), None) | (None, Some(one)) => Some(one.clone()),
        (None, None) => None,
    }
}

/// Hundredths as a figure with one decimal.
pub(super) fn weight(hundredths: u16) -> String {
    tenths((u32::from(hundredths) + 5) / 10)
}

/// A figure with one decimal, without the machinery for floating-point numbers.
pub(super) fn tenths(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// "Sentence 5", or "Headline".
pub(super) fn sentence(number: Option<u32>) -> String {
    number.map_or_else(|| t("headline"), |n| tv("sentence-n", &[("n", n.into())]))
}

/// A date as readers write it: 26 April 2024. Left as it is when it is not a full date.
pub(super) fn date(iso: &str) -> String {
    let mut parts = iso.splitn(3, '-');
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return iso.to_owned();
    };
    let day = day.trim_start_matches('0');
    let month = t(&format!("month-{}", month.trim_start_matches('0')));
    tv("date", &[("day", day.into()), ("month", month.into()), ("year", year.into())])
}

/// A message with parts between `<name>` and `</name>`: each part is made by `part`.
pub(super) fn with_parts(message: &str, part: impl Fn(&str, String) -> Html) -> Html {
    let mut out: Vec<Html> = Vec::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('<') {
        out.push(html! { {before} });
        let Some((name, after)) = after.split_once('>') else { break };
        let close = format!("</{name}>");
        let Some((inside, after)) = after.split_once(close.as_str()) else { break };
        out.push(part(name, inside.to_owned()));
        rest = after;
    }
    out.push(html! { {rest} });
    out.into_iter().collect()
}
