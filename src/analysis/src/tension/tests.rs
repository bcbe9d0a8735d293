//! Signals in words: `▲ EVENT weight “phrase” modifiers`, one a phrase.

use super::*;
use crate::{Memo, read};
use readout_contract::change::Anchor;
use readout_contract::ids::ActorId;
use readout_contract::report::{ModifierKind, Report};
use readout_text::{CodePointSpan, SourceText};

fn report(text: &str, changes: Vec<Change>) -> Report {
    let source = SourceText::new(text).expect("short");
    let input = Input { text: text.to_owned(), changes, read_anyway: true, ..Input::default() };
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    read(&source, &input, &lexicons, &models, &mut Memo::default(), &mut |_| {})
}

fn signals(text: &str) -> Vec<String> {
    let report = report(text, Vec::new());
    report.tension.signals.iter().map(|signal| describe(text, signal)).collect()
}

fn describe(text: &str, signal: &Signal) -> String {
    let sign = if signal.sign == Sign::Strain { '▲' } else { '▼' };
    let words = text.get(signal.span.range()).unwrap_or_default();
    let modifiers: String = signal
        .modifiers
        .iter()
        .map(|modifier| match modifier.kind {
            ModifierKind::Negated => " negated",
            ModifierKind::Hedged => " hedged",
            ModifierKind::Conditional => " conditional",
            ModifierKind::Past => " past",
            ModifierKind::Planned => " planned",
            ModifierKind::Conceded => " conceded",
            ModifierKind::Intensified => " intensified",
            ModifierKind::Softened => " softened",
            ModifierKind::Relieved => " relieved",
            ModifierKind::OtherActor => " other actor",
        })
        .collect();
    format!("{sign} {} {} “{words}”{modifiers}", signal.event, signal.weight)
}

/// Each text shows exactly these signals.
#[test]
fn phrases_and_what_is_done_to_them() {
    let cases: &[(&str, &[&str])] = &[
        // Acts and words.
        ("The ministry condemned the raid.", &["▲ ACCUSE 300 “condemned”", "▲ COERCE 200 “raid”"]),
        ("Both sides praised the envoy.", &["▼ SUPPORT 200 “praised”"]),
        ("The two ministers met on Monday.", &["▼ CONSULT 100 “met”"]),
        ("Rebels shot down a helicopter.", &["▲ ASSAULT 200 “shot down”"]),
        ("Rebels shelled the port.", &["▲ ASSAULT 300 “shelled”"]),
        // Negation: of an act nothing is left; a refusal is an act of its own.
        ("The army did not attack the town.", &["▲ ASSAULT 0 “attack” negated"]),
        ("The minister will not sign the paper.", &["▲ REJECT 100 “sign” negated planned"]),
        ("The army will not attack the town.", &["▼ AGREE 100 “attack” negated planned"]),
        ("He promised not to attack the town.", &["▼ AGREE 300 “promised not to attack” negated"]),
        ("The party refused to negotiate.", &["▲ REJECT 200 “refused to negotiate”"]),
        (
            "Talks failed to produce an agreement.",
            &["▼ CONSULT 100 “Talks”", "▲ REJECT 200 “failed to produce an agreement”"],
        ),
        // Threats and promises are words, whatever they are about.
        ("The general threatened to bomb the bridge.", &["▲ THREATEN 300 “threatened to bomb”"]),
        ("The president pledged aid.", &["▼ AGREE 200 “pledged aid”"]),
        ("The navy will deploy two ships.", &["▲ THREATEN 80 “deploy” planned"]),
        // Relief turns the sign, both ways.
        ("The council lifted the sanctions.", &["▼ YIELD 200 “lifted the sanctions” relieved"]),
        ("The sanctions were lifted.", &["▼ YIELD 200 “sanctions were lifted” relieved"]),
        (
            "The visit eased tensions.",
            &["▼ CONSULT 100 “visit”", "▼ EASING 200 “eased tensions” relieved"],
        ),
        ("The donor halted aid.", &["▲ SANCTION 200 “halted aid” relieved"]),
        (
            "They met to avoid misunderstandings.",
            &["▼ CONSULT 100 “met”", "▼ SUPPORT 100 “avoid misunderstandings” relieved"],
        ),
        (
            "There is no alternative to diplomacy.",
            &["▼ SUPPORT 100 “no alternative to”", "▼ CONSULT 100 “diplomacy”"],
        ),
        // Appeals and demands.
        ("She called for a ceasefire.", &["▼ APPEAL 100 “called for a ceasefire”"]),
        ("He demanded an apology.", &["▲ REQUEST 200 “demanded an apology”"]),
        ("They rejected the demand.", &["▲ REJECT 200 “rejected the demand”"]),
        // Accusations hold what they accuse of; denials of them show nothing.
        ("She accused the army of torture.", &["▲ ACCUSE 300 “accused the army of torture”"]),
        ("He denied the attack.", &[]),
        // Hedges, conditions, concessions, the past.
        ("The talks may collapse.", &["▼ CONSULT 100 “talks”", "▲ STRAIN 100 “collapse” hedged"]),
        ("If the army attacks, all is lost.", &["▲ ASSAULT 150 “attacks” conditional"]),
        (
            "Although ties had stabilized, tempers were short.",
            &["▼ EASING 20 “stabilized” past conceded"],
        ),
        ("Deep tensions remain.", &["▲ STRAIN 250 “tensions” intensified"]),
        // Not what they seem.
        ("The talks ended in the end.", &["▼ CONSULT 100 “talks”"]),
        ("He was at ease with a great deal of it.", &[]),
        ("The war on drugs cost a lot.", &[]),
        ("Severe weather hit several towns.", &[]),
        ("An Iran-backed newspaper closed.", &[]),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let found = signals(text);
            (found != *expected)
                .then(|| format!("{text}\n  expected {expected:?}\n  found    {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const STORY: &str = "France and Germany met in Berlin on Monday to discuss tariffs. France condemned the \
German tariffs, and Germany threatened to retaliate against France. France accused Germany of \
breaking the treaty. Germany rejected the French demand. Later the two countries agreed to hold \
talks, and France welcomed the German offer. Germany warned France that the dispute could \
escalate. Tensions remain, and nobody in the two capitals expects a quick end to the matter.";

#[test]
fn the_gauge_speaks_of_the_main_pair() {
    let report = report(STORY, Vec::new());
    let reading = &report.tension.reading;
    let pair = &report.tension.pairs[reading.pair.expect("a pair").index()];
    let name = |id: ActorId| report.attributions.actors[id.index()].name.as_str();
    assert_eq!((name(pair.forward.source), name(pair.forward.target)), ("France", "Germany"));
    let value = reading.value.expect("enough signals");
    let (low, high) = reading.range.expect("a range");
    assert!(low <= value && value <= high && low < high, "{low} {value} {high}");
    assert_eq!(reading.strain + reading.easing, reading.signals.len() as u32);
    let voiced: u32 = reading.voices.iter().map(|voice| voice.strain + voice.easing).sum();
    assert_eq!(voiced, reading.signals.len() as u32);
}

#[test]
fn leaving_a_sign_out_moves_the_value_and_flipping_moves_it_further() {
    let signal = report(STORY, Vec::new())
        .tension
        .signals
        .into_iter()
        .find(|signal| signal.event == "ACCUSE")
        .expect("a condemnation");
    let anchor = Anchor {
        span: CodePointSpan { start: signal.span.start(), end: signal.span.end() },
        words: STORY[signal.span.range()].to_owned(),
    };
    let value = |changes: Vec<Change>| {
        let report = report(STORY, changes);
        (report.tension.reading.value.expect("enough signals"), report.changes)
    };
    let (before, _) = value(Vec::new());
    let (without, outcomes) = value(vec![Change::LeaveOutSignal { at: anchor.clone() }]);
    assert_eq!(outcomes, [ChangeOutcome::Applied]);
    let (flipped, _) = value(vec![Change::FlipSignal { at: anchor.clone() }]);
    assert!(flipped < without && without < before, "{flipped} {without} {before}");
    let lost = Anchor { words: "nowhere to be found".to_owned(), ..anchor };
    let (same, outcomes) = value(vec![Change::LeaveOutSignal { at: lost }]);
    assert_eq!((same, outcomes), (before, vec![ChangeOutcome::LostItsPlace]));
}

#[test]
fn few_signs_give_no_number() {
    let report = report("The two ministers met on Monday. They condemned the raid.", Vec::new());
    assert_eq!(report.tension.reading.value, None);
    assert_eq!(report.tension.reading.signals.len(), 3);
}

/// A state and its own people make no pair, but who is criticized is said.
#[test]
fn own_people_may_be_strained_towards() {
    let report = report("Mali's parliament condemned President Assimi Goita.", Vec::new());
    let name = |id: Option<readout_contract::ids::ActorId>| {
        id.map(|id| report.attributions.actors[id.index()].name.clone())
    };
    let signal = report.tension.signals.first().expect("a signal");
    assert_eq!(name(signal.target).as_deref(), Some("Assimi Goita"));
    assert_eq!(report.tension.pairs.len(), 0);
}

/// Who strains towards whom in a minister's own words.
#[test]
fn we_in_a_quotation_is_the_speakers_side() {
    for (words, source, target) in [
        ("We will retaliate against Sweden.", "Norway", "Sweden"),
        ("Sweden attacked our ships.", "Sweden", "Norway"),
        ("Sweden threatened us.", "Sweden", "Norway"),
    ] {
        let text = format!("Norwegian Foreign Minister Elena Orlov said: \"{words}\"");
        let report = report(&text, Vec::new());
        let name = |id: Option<ActorId>| {
            id.map_or("", |id| report.attributions.actors[id.index()].name.as_str())
        };
        let signal = report.tension.signals.first().expect("a signal");
        assert_eq!((name(signal.source), name(signal.target)), (source, target), "{words}");
    }
}
