//! Sentences with the signals they must show, one file a case in `tension/*.txt`.
//!
//! A file opens with `#` lines that name the case. Then come fixtures: a line of text, and under it,
//! indented, each signal that must be there, or `nothing`:
//!
//! ```text
//! Norway condemned the raid.
//!   ▲ 3 Norway > - “condemned” full
//! ```
//!
//! In order: sign; quad class, event or `*`; source `>` target (`=` where it goes both ways, `-` for
//! nobody, `*` for anybody; a body or an official counts for the state); words that the evidence
//! holds; then weight (`full`, `lowered`, `zero`), modifiers, `writer` or `speaker`. Alternatives
//! stand with `|`. A line that starts with `?` may be there. Any other signal that counts is a fault.
//!
//! What fails is listed in `tension/failures.txt`:
//! `UPDATE_EXPECT=1 cargo test -p readout-analysis --test tension` writes it anew.

use expect_test::expect_file;
use readout_analysis::{Lexicons, Memo, Models, read};
use readout_contract::ids::ActorId;
use readout_contract::protocol::Input;
use readout_contract::report::{QuadClass, Report, Sign, Signal, Voice};
use readout_text::SourceText;
use std::fmt::Write as _;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tension");
const HOW_TO: &str = "the failures differ from tests/tension/failures.txt: if no fixture broke that \
you did not mean to break, write it anew with \
`UPDATE_EXPECT=1 cargo test -p readout-analysis --test tension` and commit it";

/// Of the fixtures at least so many in a hundred hold.
const LEAST_PERCENT: usize = 90;

#[test]
fn the_list_of_failing_fixtures_is_exact() {
    let mut paths: Vec<_> = std::fs::read_dir(FOLDER)
        .expect("the fixtures")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.file_name().is_some_and(|name| name != "failures.txt"))
        .collect();
    paths.sort();
    let built_in = (Lexicons::built_in(), Models::built_in());
    let mut list = String::new();
    let (mut held, mut all) = (0, 0);
    for path in paths {
        let file = std::fs::read_to_string(&path).expect("a case");
        let case = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for fixture in fixtures(&file) {
            all += 1;
            match fixture.check(&report(fixture.text, &built_in)) {
                Ok(()) => held += 1,
                Err(found) => {
                    let _ = writeln!(list, "{case}: {}\n  expected", fixture.text);
                    for line in &fixture.lines {
                        let _ = writeln!(list, "    {line}");
                    }
                    let _ = writeln!(list, "  found\n{found}");
                }
            }
        }
    }
    println!("{held} of {all} fixtures hold, {} %", held * 100 / all);
    assert!(held * 100 >= all * LEAST_PERCENT, "{held} of {all} fixtures hold\n{list}");
    if std::env::var_os("UPDATE_EXPECT").is_none() {
        let path = format!("{FOLDER}/failures.txt");
        let known = std::fs::read_to_string(path).unwrap_or_default();
        assert!(known == list, "{HOW_TO}\n{}", difference(&known, &list));
    }
    expect_file![format!("{FOLDER}/failures.txt")].assert_eq(&list);
}

/// Lines of one list that the other has not.
fn difference(known: &str, now: &str) -> String {
    let blocks = |list: &str| list.split("\n\n").map(str::to_owned).collect::<Vec<_>>();
    let (known, now) = (blocks(known), blocks(now));
    let gone = known.iter().filter(|block| !now.contains(block)).map(|block| format!("- {block}"));
    let new = now.iter().filter(|block| !known.contains(block)).map(|block| format!("+ {block}"));
    gone.chain(new).collect::<Vec<_>>().join("\n")
}

struct Fixture<'f> {
    text: &'f str,
    lines: Vec<&'f str>,
}

fn fixtures(file: &str) -> Vec<Fixture<'_>> {
    let mut found: Vec<Fixture<'_>> = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        if line.starts_with(' ') {
            found.last_mut().expect("a text before its signals").lines.push(line.trim());
        } else {
            found.push(Fixture { text: line, lines: Vec::new() });
        }
    }
    assert!(found.iter().all(|fixture| !fixture.lines.is_empty()), "each text says what it shows");
    found
}

impl Fixture<'_> {
    /// `Err` holds the signals that were found.
    fn check(&self, report: &Report) -> Result<(), String> {
        let signals = &report.tension.signals;
        let expected: Vec<Expected<'_>> =
            self.lines.iter().filter(|line| **line != "nothing").map(|line| parse(line)).collect();
        let fits =
            |expected: &Expected<'_>, signal: &Signal| expected.fits(self.text, report, signal);
        let missing = expected
            .iter()
            .any(|line| !line.optional && !signals.iter().any(|signal| fits(line, signal)));
        let extra = signals
            .iter()
            .any(|signal| signal.weight > 0 && !expected.iter().any(|line| fits(line, signal)));
        if !missing && !extra {
            return Ok(());
        }
        let mut out = String::new();
        for signal in signals {
            let _ = writeln!(out, "    {}", describe(self.text, report, signal));
        }
        Err(if out.is_empty() { "    nothing\n".to_owned() } else { out })
    }
}

fn report(text: &str, (lexicons, models): &(Lexicons, Models)) -> Report {
    let source = SourceText::new(text).expect("short");
    let input = Input { text: text.to_owned(), read_anyway: true, ..Input::default() };
    read(&source, &input, lexicons, models, &mut Memo::default(), &mut |_| {})
}

struct Expected<'f> {
    optional: bool,
    sign: Option<Sign>,
    class: &'f str,
    source: &'f str,
    target: &'f str,
    both_ways: bool,
    words: &'f str,
    flags: Vec<&'f str>,
}

fn parse(line: &str) -> Expected<'_> {
    let (optional, rest) = line.strip_prefix("? ").map_or((false, line), |rest| (true, rest));
    let (head, rest) = rest.split_once(" “").unwrap_or_else(|| panic!("no words in {line}"));
    let (words, flags) = rest.split_once('”').unwrap_or_else(|| panic!("no ” in {line}"));
    let mut head = head.splitn(3, ' ');
    let (sign, class) = (head.next().unwrap_or_default(), head.next().unwrap_or_default());
    let parties = head.next().unwrap_or_else(|| panic!("no parties in {line}"));
    let (source, target) = parties
        .split_once(" > ")
        .or_else(|| parties.split_once(" = "))
        .unwrap_or_else(|| panic!("no direction in {line}"));
    let sign = match sign {
        "▲" => Some(Sign::Strain),
        "▼" => Some(Sign::Easing),
        "*" => None,
        _ => panic!("no sign in {line}"),
    };
    let flags: Vec<&str> = flags.split_whitespace().collect();
    let known = [
        "full",
        "lowered",
        "zero",
        "negated",
        "hedged",
        "conditional",
        "past",
        "planned",
        "conceded",
        "intensified",
        "softened",
        "relieved",
        "other-actor",
        "writer",
        "speaker",
    ];
    let odd = flags.iter().flat_map(|flag| flag.split('|')).find(|flag| !known.contains(flag));
    assert!(odd.is_none(), "{odd:?} in {line}");
    Expected {
        optional,
        sign,
        class,
        source,
        target,
        both_ways: parties.contains(" = "),
        words,
        flags,
    }
}

impl Expected<'_> {
    fn fits(&self, text: &str, report: &Report, signal: &Signal) -> bool {
        let is =
            |wanted: &str, actor| wanted.split('|').any(|name| fits_party(report, name, actor));
        let forward = is(self.source, signal.source) && is(self.target, signal.target);
        let backward = is(self.source, signal.target) && is(self.target, signal.source);
        // Where it goes both ways, which is which means nothing.
        let parties =
            (forward || signal.symmetric && backward) && (signal.symmetric || !self.both_ways);
        let evidence = text.get(signal.span.range()).unwrap_or_default().to_lowercase();
        let holds = |words: &str| {
            let mut own = evidence.split(|c: char| !c.is_alphanumeric());
            words.to_lowercase().split(' ').all(|word| own.any(|found| found == word))
        };
        let quad = quad(signal.quad);
        self.sign.is_none_or(|sign| sign == signal.sign)
            && self
                .class
                .split('|')
                .any(|class| class == "*" || class == quad || class == signal.event)
            && parties
            && self.words.split('|').any(holds)
            && self.flags.iter().all(|flags| flags.split('|').any(|flag| has(signal, flag)))
    }
}

/// Nine tenths of the full weight still count as full.
fn has(signal: &Signal, flag: &str) -> bool {
    let (weight, full) = (u32::from(signal.weight), u32::from(signal.full_weight));
    match flag {
        "full" => weight * 10 >= full * 9,
        "lowered" => weight > 0 && weight * 10 < full * 9,
        "zero" => weight == 0,
        "writer" => signal.voice == Voice::Writer,
        "speaker" => signal.voice != Voice::Writer,
        _ => signal
            .modifiers
            .iter()
            .any(|modifier| format!("{:?}", modifier.kind).to_lowercase() == flag.replace('-', "")),
    }
}

const fn quad(quad: QuadClass) -> &'static str {
    match quad {
        QuadClass::Statement => "0",
        QuadClass::VerbalCooperation => "1",
        QuadClass::MaterialCooperation => "2",
        QuadClass::VerbalConflict => "3",
        QuadClass::MaterialConflict => "4",
    }
}

/// The actor itself, or one on its side.
fn fits_party(report: &Report, wanted: &str, actor: Option<ActorId>) -> bool {
    let actors = &report.attributions.actors;
    let Some(actor) = actor.and_then(|id| actors.get(id.index())) else {
        return matches!(wanted, "-" | "*");
    };
    let side = actor.side.and_then(|id| actors.get(id.index()));
    wanted == "*" || actor.name == wanted || side.is_some_and(|side| side.name == wanted)
}

fn describe(text: &str, report: &Report, signal: &Signal) -> String {
    let name = |actor: Option<ActorId>| {
        actor
            .and_then(|id| report.attributions.actors.get(id.index()))
            .map_or("-", |actor| actor.name.as_str())
    };
    let modifiers: String = signal
        .modifiers
        .iter()
        .map(|modifier| format!(" {:?}", modifier.kind).to_lowercase())
        .collect();
    format!(
        "{} {} {} {} {} {} “{}” {} of {}{modifiers} {}",
        if signal.sign == Sign::Strain { '▲' } else { '▼' },
        quad(signal.quad),
        signal.event,
        name(signal.source),
        if signal.symmetric { '=' } else { '>' },
        name(signal.target),
        text.get(signal.span.range()).unwrap_or_default(),
        signal.weight,
        signal.full_weight,
        if signal.voice == Voice::Writer { "writer" } else { "speaker" },
    )
}
