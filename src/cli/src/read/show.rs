//! A reading for people on a terminal: summary, gauge, topics, quotes by speaker, evidence, pairs.
//!
//! Plain text of at most [`WIDTH`] columns; nothing rests on color alone.

use super::style::{Style, plain, wrap};
use readout_contract::ids::SentenceId;
use readout_contract::report::{
    Attribution, AttributionKind, DirectedPair, Extent, ModifierKind, Scope, Sign, Signal,
    SpeakerFound, TopicKind,
};
use readout_export::{
    Reading, by_speaker, class_name, form_name, modifier_name, scope_name, summary,
};
use std::fmt::Write as _;

/// Columns of the output.
const WIDTH: usize = 88;
/// Columns of the gauge's bar: two points each.
const BAR: u8 = 50;

/// The reading, ready to print.
pub(crate) fn show(reading: &Reading<'_>, style: Style) -> String {
    let mut page = Page { reading, style, numbers: reading.sentence_numbers(), out: String::new() };
    page.head();
    if !matches!(reading.report.words.extent, Extent::Empty | Extent::TooShort) {
        page.gauge();
        page.topics();
        page.quotes();
        page.evidence();
        page.pairs();
    }
    let note = format!("Readout {}. The text describes; it does not prove.", reading.report.engine);
    page.line(&style.faint(&note));
    page.out
}

struct Page<'a> {
    reading: &'a Reading<'a>,
    style: Style,
    numbers: Vec<u32>,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn heading(&mut self, heading: &str) {
        let heading = self.style.strong(heading);
        self.line(&heading);
    }

    fn head(&mut self) {
        let about = self.reading.about;
        if let Some(title) = &about.title {
            self.heading(&wrap(&plain(title), 0, 0, WIDTH));
        }
        let notes: Vec<&str> =
            [&about.date, &about.source].iter().filter_map(|note| note.as_deref()).collect();
        if !notes.is_empty() {
            let notes = self.style.faint(&wrap(&plain(&notes.join(" · ")), 0, 0, WIDTH));
            self.line(&notes);
        }
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let sum = wrap(&plain(&summary(self.reading)), 0, 0, WIDTH);
        self.line(&sum);
        self.out.push('\n');
    }

    /// `Calm ├────━━━━●━━━─────┤ Severe  46 (38–55)`.
    fn gauge(&mut self) {
        let tension = &self.reading.report.tension.reading;
        let Some(value) = tension.value else { return };
        let (low, high) = tension.range.unwrap_or((value, value));
        let column = |points: u8| (points / 2).min(BAR - 1);
        let bar: String = (0..BAR)
            .map(|at| match at {
                _ if at == column(value) => '●',
                _ if column(low) <= at && at <= column(high) => '━',
                _ => '─',
            })
            .collect();
        let bar = if value < 25 { self.style.easing(&bar) } else { self.style.strain(&bar) };
        let number = self.style.strong(&value.to_string());
        self.line(&format!("  Calm ├{bar}┤ Severe   {number} ({low}–{high})"));
        self.out.push('\n');
    }

    fn topics(&mut self) {
        let mut begun = false;
        for (kind, name) in [
            (TopicKind::Issue, "Issues"),
            (TopicKind::Term, "Terms"),
            (TopicKind::Place, "Places"),
            (TopicKind::Organization, "Organizations"),
            (TopicKind::Event, "Events"),
        ] {
            let all = self.reading.report.topics.topics.iter().filter(|topic| topic.kind == kind);
            let (first, more): (Vec<_>, Vec<_>) = all.partition(|topic| topic.first_view);
            if first.is_empty() {
                continue;
            }
            if !begun {
                self.heading("Topics (and sentences they touch)");
                begun = true;
            }
            let mut list: Vec<String> = first
                .iter()
                .map(|topic| format!("{} {}", plain(&topic.label), topic.sentences.len()))
                .collect();
            if !more.is_empty() {
                list.push(format!("and {} more", more.len()));
            }
            let list = wrap(&list.join(" · "), 17, 17, WIDTH);
            self.line(&format!("  {name:<15}{list}"));
        }
        if begun {
            self.out.push('\n');
        }
    }

    fn quotes(&mut self) {
        let groups = by_speaker(self.reading);
        if groups.is_empty() {
            return;
        }
        self.heading("Quotes");
        for (speaker, quotes) in groups {
            let actor = self.reading.actor(speaker);
            let name = actor.map_or("Not clear who", |actor| actor.name.as_str());
            let mut notes = Vec::new();
            if let Some(role) = actor.and_then(|actor| actor.role) {
                notes.push(self.reading.line(role));
            }
            if let Some(side) = actor.and_then(|actor| actor.side) {
                notes.push(self.reading.name(Some(side)).to_owned());
            }
            let likely = quotes.iter().filter(|one| one.kind == AttributionKind::Likely).count();
            let counts = match (quotes.len() - likely, likely) {
                (counted, 0) => format!("{counted}"),
                (counted, likely) => format!("{counted} + {likely} likely"),
            };
            let notes =
                if notes.is_empty() { String::new() } else { format!(", {}", notes.join(", ")) };
            let head = format!(
                "  {}{} {}",
                self.style.strong(&plain(name)),
                plain(&notes),
                self.style.faint(&format!("({counts})"))
            );
            self.line(&head);
            for quote in quotes {
                self.quote(quote);
            }
        }
        self.out.push('\n');
    }

    fn quote(&mut self, quote: &Attribution) {
        let words = wrap(&plain(&self.reading.words_of(&quote.content)), 9, 9, WIDTH);
        let number = self.sentences(&quote.sentences);
        let _ = writeln!(self.out, "  {number:>5}  {words}");
        let mark = match quote.kind {
            AttributionKind::Exact => "“ ”",
            AttributionKind::PartExact => "“…”",
            AttributionKind::Reported => "¶",
            AttributionKind::Likely | AttributionKind::Mentioned => "~",
        };
        let mut notes = vec![format!("{mark} {}", form_name(quote.kind))];
        if let Some(cue) = quote.cue {
            notes.push(format!("“{}”", self.reading.line(cue)));
        }
        notes.push(self.found(quote));
        if let Some(target) = quote.target {
            notes.push(format!("to {}", self.reading.name(Some(target))));
        }
        let notes = self.style.faint(&wrap(&plain(&notes.join(" · ")), 9, 9, WIDTH));
        let _ = writeln!(self.out, "         {notes}");
    }

    /// How the speaker was found, with the chain.
    fn found(&self, quote: &Attribution) -> String {
        let chain: Vec<String> = quote.chain.iter().map(|span| self.reading.line(*span)).collect();
        match quote.found {
            SpeakerFound::Named => "named here".to_owned(),
            SpeakerFound::Reference if chain.len() > 1 => chain.join(" → "),
            SpeakerFound::Reference => "by reference".to_owned(),
            SpeakerFound::Group => "group or institution".to_owned(),
            SpeakerFound::Unclear => "speaker not clear".to_owned(),
            SpeakerFound::Reader => "said so by the reader".to_owned(),
        }
    }

    /// "3", "3–5"; a heading is "–".
    fn sentences(&self, ids: &[SentenceId]) -> String {
        let number = |id: &SentenceId| self.numbers.get(id.index()).copied().unwrap_or(0);
        let numbers: Vec<u32> = ids.iter().map(number).filter(|number| *number > 0).collect();
        match numbers.as_slice() {
            [] => "–".to_owned(),
            [one] => one.to_string(),
            [first, .., last] => format!("{first}–{last}"),
        }
    }

    fn evidence(&mut self) {
        let signals = &self.reading.report.tension.signals;
        if signals.is_empty() {
            return;
        }
        self.heading("Evidence of strain ▲ and easing ▼");
        for signal in signals {
            let number = self.sentences(&[signal.sentence]);
            let words = wrap(&plain(&self.reading.line(signal.span)), 18, 18, WIDTH);
            let mark = match signal.sign {
                Sign::Strain => self.style.strain("▲"),
                Sign::Easing => self.style.easing("▼"),
            };
            let (whole, rest) = (signal.weight / 100, signal.weight % 100);
            let _ = writeln!(self.out, "  {number:>5}  {mark} {whole}.{rest:02}   {words}");
            let notes = wrap(&plain(&self.signal_notes(signal)), 18, 18, WIDTH);
            let notes = self.style.faint(&notes);
            let _ = writeln!(self.out, "                  {notes}");
        }
        self.out.push('\n');
    }

    fn signal_notes(&self, signal: &Signal) -> String {
        let mut notes = vec![class_name(signal.quad).to_owned()];
        let (source, target) = (self.reading.name(signal.source), self.reading.name(signal.target));
        let arrow = if signal.symmetric { "↔" } else { "→" };
        if !source.is_empty() || !target.is_empty() {
            let some = |name: &str| if name.is_empty() { "?".to_owned() } else { name.to_owned() };
            let inferred = if signal.inferred { " (inferred)" } else { "" };
            notes.push(format!("{} {arrow} {}{inferred}", some(source), some(target)));
        }
        if let Some(quote) = self.reading.voice(signal.voice) {
            let name = self.reading.name(quote.speaker);
            notes.push(format!("in words of {}", if name.is_empty() { "a speaker" } else { name }));
        }
        if !matches!(signal.scope, Scope::Asserted | Scope::Reported) {
            notes.push(scope_name(signal.scope).to_owned());
        }
        for modifier in &signal.modifiers {
            let words = self.reading.line(modifier.span);
            let name = match modifier.kind {
                ModifierKind::Relieved => "turned",
                kind => modifier_name(kind),
            };
            notes.push(format!("{name} by “{words}”"));
        }
        notes.join(" · ")
    }

    fn pairs(&mut self) {
        let pairs = &self.reading.report.tension.pairs;
        if pairs.is_empty() {
            return;
        }
        self.heading("Pairs");
        for pair in pairs {
            let value = match (pair.value, pair.range) {
                (Some(value), Some((low, high))) => format!("{value} ({low}–{high})"),
                (Some(value), None) => value.to_string(),
                (None, _) => "too little text".to_owned(),
            };
            let mixed = if pair.mixed { ", mixed" } else { "" };
            for one in [&pair.forward, &pair.backward] {
                if counted(one) == 0 {
                    continue;
                }
                let names = format!(
                    "{} → {}",
                    self.reading.name(Some(one.source)),
                    self.reading.name(Some(one.target))
                );
                let hundredths = |sum: u32| format!("{}.{:02}", sum / 100, sum % 100);
                let _ = writeln!(
                    self.out,
                    "  {:<44} ▲ {:>6}  ▼ {:>6}  {value}{mixed}",
                    plain(&names),
                    hundredths(one.strain),
                    hundredths(one.easing),
                );
            }
        }
        self.out.push('\n');
    }
}

/// Signals of a direction.
fn counted(one: &DirectedPair) -> u32 {
    let counts = one.counts;
    counts.verbal_cooperation
        + counts.material_cooperation
        + counts.verbal_conflict
        + counts.material_conflict
        + counts.statements
}
