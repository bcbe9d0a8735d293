//! Actors in words: each with the words that name it.

use crate::{Lexicons, Memo, Models, read};
use readout_contract::change::{Change, ChangeOutcome};
use readout_contract::protocol::Input;
use readout_contract::report::Report;
use readout_text::SourceText;

fn report(text: &str, changes: Vec<Change>) -> (SourceText, Report) {
    let source = SourceText::new(text).expect("short");
    let input = Input { text: text.to_owned(), changes, read_anyway: true, ..Input::default() };
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let report = read(&source, &input, &lexicons, &models, &mut Memo::default(), &mut |_| {});
    (source, report)
}

/// `Name (role, side): words | words`.
fn actors(text: &str) -> Vec<String> {
    let (source, report) = report(text, Vec::new());
    let part = &report.attributions;
    part.actors
        .iter()
        .map(|actor| {
            let words: Vec<&str> = actor
                .mentions
                .iter()
                .filter_map(|id| part.mentions.get(id.index()))
                .map(|mention| source.slice(mention.head))
                .collect();
            let mut about: Vec<String> = Vec::new();
            about.extend(actor.role.map(|role| source.slice(role).to_owned()));
            about.extend(actor.side.map(|side| part.actors[side.index()].name.clone()));
            let about =
                if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
            format!("{}{about}: {}", actor.name, words.join(" | "))
        })
        .collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(actors(text), expected, "{text}");
}

#[test]
fn full_name_first_surname_after() {
    check(
        "Norwegian Foreign Minister Elena Orlov met Peter Brandt. Orlov smiled, and he left.",
        &[
            "Norway: Norwegian",
            "Elena Orlov (Norwegian Foreign Minister, Norway): Elena Orlov | Orlov",
            "Peter Brandt: Peter Brandt | he",
        ],
    );
}

#[test]
fn two_carriers_of_one_surname_stay_two() {
    check(
        "Wang Yi spoke. Wang Xiaohong, China's director of public security, listened. Wang Yi left.",
        &[
            "Wang Yi (China): Wang Yi | Wang Yi",
            "Wang Xiaohong (China's director of public security, China): Wang Xiaohong",
            "China: China",
        ],
    );
}

#[test]
fn a_state_has_many_names() {
    check(
        "The United States objected. Washington warned again, and U.S. officials agreed.",
        &[
            "United States: United States | Washington | U.S.",
            "U.S. officials (United States): officials",
        ],
    );
}

#[test]
fn a_capital_is_a_government_or_a_city() {
    check("Moscow warned that talks in Paris had failed.", &["Russia: Moscow", "Paris: Paris"]);
}

#[test]
fn names_inside_names_are_not_read() {
    check("Ships crossed the South China Sea.", &["South China Sea: South China Sea"]);
    check("Let us see who is there.", &[]);
    check("However, tensions remain.", &[]);
}

#[test]
fn pronouns_find_their_kind() {
    check(
        "A China Daily editorial criticized the plan. It said that the plan was weak.",
        &["China Daily (China): China Daily", "China Daily editorial (China): editorial | It"]
            .map(|line| line.replace(" (China)", ""))
            .each_ref()
            .map(String::as_str),
    );
    check(
        "Maria Silva met John Reed. She thanked him.",
        &["Maria Silva: Maria Silva | She", "John Reed: John Reed | him"],
    );
    check("It was clear that nobody came.", &[]);
}

#[test]
fn two_names_become_one_on_request() {
    let change =
        Change::MergeActors { keep: "Lena Orlov".to_owned(), merge: "Helene Orloff".to_owned() };
    let (_, report) = report("Lena Orlov spoke. Helene Orloff left.", vec![change]);
    assert_eq!(report.changes, [ChangeOutcome::Applied]);
    assert_eq!(report.attributions.actors.len(), 1);
    assert_eq!(report.attributions.actors[0].mentions.len(), 2);
}
