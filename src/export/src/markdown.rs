//! Markdown: summary, topics, quotes by speaker, evidence; for notes and issue trackers.
//!
//! Words of the text are escaped, so that they stay words.

use crate::names;
use crate::reading::Reading;
use crate::summary::{capital, summary};
use readout_contract::ids::{ActorId, SentenceId};
use readout_contract::report::{Attribution, AttributionKind, Extent, Sign, TopicKind};
use std::fmt::Write as _;

/// The reading as Markdown.
pub fn markdown(reading: &Reading<'_>) -> String {
    let mut out = String::new();
    let title = reading.about.title.as_deref().unwrap_or("Reading");
    let _ = writeln!(out, "# {}\n", escape(title));
    let about = [("Source", &reading.about.source), ("Date", &reading.about.date)];
    let about: Vec<String> = about
        .iter()
        .filter_map(|(name, value)| Some(format!("{name}: {}", escape(value.as_deref()?))))
        .collect();
    if !about.is_empty() {
        let _ = writeln!(out, "{}\n", about.join(" · "));
    }
    let _ = writeln!(out, "{}\n", escape(&summary(reading)));
    if !matches!(reading.report.words.extent, Extent::Empty | Extent::TooShort) {
        topics(reading, &mut out);
        quotes(reading, &mut out);
        evidence(reading, &mut out);
        pairs(reading, &mut out);
    }
    let _ = writeln!(
        out,
        "Read by Readout {}. The text describes; it does not prove.",
        reading.report.engine
    );
    out
}

fn topics(reading: &Reading<'_>, out: &mut String) {
    let mut begun = false;
    for (kind, heading) in [
        (TopicKind::Issue, "Issues"),
        (TopicKind::Term, "Terms"),
        (TopicKind::Place, "Places"),
        (TopicKind::Organization, "Organizations"),
        (TopicKind::Event, "Events"),
    ] {
        let list: Vec<String> = reading
            .report
            .topics
            .topics
            .iter()
            .filter(|topic| topic.kind == kind && topic.first_view)
            .map(|topic| format!("{} ({})", escape(&topic.label), topic.sentences.len()))
            .collect();
        if list.is_empty() {
            continue;
        }
        if !begun {
            out.push_str("## Topics\n\n");
            begun = true;
        }
        let _ = writeln!(out, "- {heading}: {}", list.join(", "));
    }
    if begun {
        out.push('\n');
    }
}

/// Speakers in order of their first quote, with their quotes; `None` are quotes of nobody known.
pub fn by_speaker<'a>(reading: &Reading<'a>) -> Vec<(Option<ActorId>, Vec<&'a Attribution>)> {
    let mut groups: Vec<(Option<ActorId>, Vec<&Attribution>)> = Vec::new();
    for quote in &reading.report.attributions.attributions {
        if quote.kind == AttributionKind::Mentioned {
            continue;
        }
        match groups.iter_mut().find(|(speaker, _)| *speaker == quote.speaker) {
            Some((_, quotes)) => quotes.push(quote),
            None => groups.push((quote.speaker, vec![quote])),
        }
    }
    groups
}

fn quotes(reading: &Reading<'_>, out: &mut String) {
    let numbers = reading.sentence_numbers();
    let groups = by_speaker(reading);
    if groups.is_empty() {
        return;
    }
    out.push_str("## Quotes\n\n");
    for (speaker, quotes) in groups {
        let actor = reading.actor(speaker);
        let name = actor.map_or("Not clear who", |actor| actor.name.as_str());
        let _ = write!(out, "### {}", escape(name));
        if let Some(role) = actor.and_then(|actor| actor.role) {
            let _ = write!(out, ", {}", escape(&reading.line(role)));
        }
        out.push_str("\n\n");
        for quote in quotes {
            let words = escape(&reading.words_of(&quote.content));
            let mut notes = vec![capital(names::form_name(quote.kind))];
            if let Some(cue) = quote.cue {
                notes.push(format!("“{}”", escape(&reading.line(cue))));
            }
            if quote.chain.len() > 1 {
                let chain: Vec<String> =
                    quote.chain.iter().map(|span| escape(&reading.line(*span))).collect();
                notes.push(chain.join(" → "));
            }
            notes.push(sentences(&numbers, &quote.sentences));
            let _ = writeln!(out, "- {words}  \n  *{}*", notes.join(" · "));
        }
        out.push('\n');
    }
}

fn sentences(numbers: &[u32], ids: &[SentenceId]) -> String {
    let list: Vec<String> = ids
        .iter()
        .map(|id| match numbers.get(id.index()) {
            Some(0) | None => "heading".to_owned(),
            Some(number) => number.to_string(),
        })
        .collect();
    format!("{} {}", if ids.len() == 1 { "sentence" } else { "sentences" }, list.join(", "))
}

fn evidence(reading: &Reading<'_>, out: &mut String) {
    let numbers = reading.sentence_numbers();
    let signals = &reading.report.tension.signals;
    if signals.is_empty() {
        return;
    }
    out.push_str("## Evidence of strain and easing\n\n");
    for signal in signals {
        let mark = match signal.sign {
            Sign::Strain => "▲ strain",
            Sign::Easing => "▼ easing",
        };
        let mut notes = vec![mark.to_owned(), names::class_name(signal.quad).to_owned()];
        let (source, target) = (reading.name(signal.source), reading.name(signal.target));
        match (source, target) {
            ("", "") => {}
            ("", target) => notes.push(format!("towards {}", escape(target))),
            (source, "") => notes.push(escape(source)),
            (source, target) => {
                let arrow = if signal.symmetric { "↔" } else { "→" };
                notes.push(format!("{} {arrow} {}", escape(source), escape(target)));
            }
        }
        if signal.scope != readout_contract::report::Scope::Asserted {
            notes.push(names::scope_name(signal.scope).to_owned());
        }
        notes.push(format!("weight {}.{:02}", signal.weight / 100, signal.weight % 100));
        notes.push(sentences(&numbers, &[signal.sentence]));
        let words = escape(&reading.line(signal.span));
        let _ = writeln!(out, "- “{words}”  \n  *{}*", notes.join(" · "));
    }
    out.push('\n');
}

fn pairs(reading: &Reading<'_>, out: &mut String) {
    let pairs = &reading.report.tension.pairs;
    if pairs.is_empty() {
        return;
    }
    out.push_str("## Pairs\n\n| Pair | Strain | Easing | Signs | Reading |\n| --- | ---: | ---: | ---: | --- |\n");
    for pair in pairs {
        for one in [&pair.forward, &pair.backward] {
            let hundredths = |sum: u32| format!("{}.{:02}", sum / 100, sum % 100);
            let counts = one.counts;
            let signs = counts.verbal_cooperation
                + counts.material_cooperation
                + counts.verbal_conflict
                + counts.material_conflict
                + counts.statements;
            let value =
                pair.value.map_or_else(|| "too little text".to_owned(), |value| value.to_string());
            let _ = writeln!(
                out,
                "| {} → {} | {} | {} | {signs} | {value} |",
                escape(reading.name(Some(one.source))),
                escape(reading.name(Some(one.target))),
                hundredths(one.strain),
                hundredths(one.easing),
            );
        }
    }
    out.push('\n');
}

/// Words that stay words: what Markdown or HTML would take for a mark gets a backslash.
fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for (index, letter) in words.char_indices() {
        let list = index == 0 && matches!(letter, '-' | '+' | '=' | '#');
        if list
            || matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~')
        {
            escaped.push('\\');
        }
        // A line break of the text would end the item.
        escaped.push(if letter.is_control() { ' ' } else { letter });
    }
    // "1." at the start would begin a list.
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && escaped.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')'])) {
        escaped.insert(digits, '\\');
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        for (words, escaped) in [
            ("a *b* [c](d) <e>", "a \\*b\\* \\[c\\](d) \\<e\\>"),
            ("- no", "\\- no"),
            ("1. no", "1\\. no"),
            ("21 sentences.", "21 sentences."),
            ("two\nlines", "two lines"),
            ("“plain”", "“plain”"),
        ] {
            assert_eq!(escape(words), escaped);
        }
    }
}
