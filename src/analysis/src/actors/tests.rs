//! Actors in words: each with the words that name it.

mod speakers;

use crate::{Lexicons, Memo, Models, read};
use readout_contract::change::{Change, ChangeOutcome};
use readout_contract::protocol::Input;
use readout_contract::report::Report;
use readout_text::SourceText;

fn report(text: &str, changes: Vec<Change>) -> (SourceText, Report) {
    dated(text, None, changes)
}

fn dated(text: &str, date: Option<&str>, changes: Vec<Change>) -> (SourceText, Report) {
    let source = SourceText::new(text).expect("short");
    let (text, date) = (text.to_owned(), date.map(str::to_owned));
    let input = Input { text, date, changes, read_anyway: true, ..Input::default() };
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let report = read(&source, &input, &lexicons, &models, &mut Memo::default(), &mut |_| {});
    (source, report)
}

/// `Name (role, side): words | words`.
fn actors(text: &str, date: Option<&str>) -> Vec<String> {
    let (source, report) = dated(text, date, Vec::new());
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
    assert_eq!(actors(text, None), expected, "{text}");
}

fn check_on(date: &str, text: &str, expected: &[&str]) {
    assert_eq!(actors(text, Some(date)), expected, "{date}: {text}");
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
fn a_state_and_a_body_of_it_in_plain_letters() {
    check(
        "The Russian military shelled Kharkiv. Israel's foreign ministry spoke with the Russian \
         Foreign Ministry. The Russian foreign ministry denied it, and Russia said so too.",
        &[
            "Russian Armed Forces (Russia): Russian military",
            "Kharkiv: Kharkiv",
            "Israel: Israel",
            "Israel's foreign ministry (Israel): foreign ministry",
            "Russian Foreign Ministry (Russia): Russian Foreign Ministry | Russian foreign ministry",
            "Russia: Russia",
        ],
    );
    // Not a name of its own: the adjective stands for the state as before other nouns.
    check(
        "An American airline sued the British parliamentary commission and a Chinese company.",
        &[
            "United States: American",
            "United Kingdom: British",
            "China: Chinese",
            "Chinese company (China): company",
        ],
    );
}

#[test]
fn a_capital_noun_means_the_only_body_of_that_name_however_far() {
    let far = "Rain fell. ".repeat(8);
    check(
        &format!("The Council of the European Union met. {far}The Council adopted the plan."),
        &["Council of the European Union: Council of the European Union | Council"],
    );
    check(
        &format!(
            "The Council of the European Union met the Security Council. {far}The Council left."
        ),
        &[
            "Council of the European Union: Council of the European Union",
            "UN Security Council: Security Council",
            "Council: Council",
        ],
    );
}

#[test]
fn a_surname_of_two_words_and_a_name_in_capitals() {
    check(
        "LJUBLJANA (AB) — Elena Orlov Brandt left Ljubljana. Orlov Brandt said that she was tired.",
        &[
            "Ljubljana: LJUBLJANA | Ljubljana",
            "AB: AB",
            "Elena Orlov Brandt: Elena Orlov Brandt | Orlov Brandt | she",
        ],
    );
}

#[test]
fn a_courtesy_title_behind_an_office_is_no_part_of_the_name() {
    check(
        "Elena Orlov thanked the former minister, Mrs. Brandt, before she left. Valeska Brandt smiled.",
        &[
            "Elena Orlov: Elena Orlov | she",
            "Valeska Brandt (former minister): Brandt | Valeska Brandt",
        ],
    );
}

#[test]
fn a_noun_stands_for_a_body_by_the_head_of_its_name() {
    check(
        "The Council of the European Union met. The Council adopted the plan. The European \
         Commission was pleased, but the mission went on. The Ministry of Finance warned of a \
         deficit. The ministry said nothing more.",
        &[
            "Council of the European Union: Council of the European Union | Council",
            "European Commission: European Commission",
            "mission: mission",
            "Ministry of Finance: Ministry of Finance | ministry",
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
fn a_title_finds_the_one_who_bears_it() {
    let gap = "Rain fell. Trains ran. Doors closed. Shops opened. Lights went out. Snow fell.";
    check(
        &format!("Mayor Ann Poe spoke. {gap} The mayor left."),
        &["Ann Poe (Mayor): Ann Poe | mayor"],
    );
    check(
        &format!("Mayor Ann Poe met Mayor Lena Orlov. {gap} The mayor left."),
        &["Ann Poe (Mayor): Ann Poe", "Lena Orlov (Mayor): Lena Orlov", "mayor: mayor"],
    );
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

#[test]
fn an_office_finds_its_holder_on_the_day_of_the_text() {
    let text = "Wang Yi met Antony Blinken. The US secretary of state praised the talks. The Chinese foreign minister agreed.";
    check_on(
        "2024-04-26",
        text,
        &[
            "Wang Yi (China): Wang Yi | foreign minister",
            "Antony Blinken (United States): Antony Blinken | secretary of state",
            "United States: US",
            "China: Chinese",
        ],
    );
    // On that day somebody else was secretary of state, and the text does not name him.
    check_on(
        "2025-04-26",
        text,
        &[
            "Wang Yi (China): Wang Yi | foreign minister",
            "Antony Blinken (United States): Antony Blinken",
            "United States: US",
            "US secretary of state (United States): secretary of state",
            "China: Chinese",
        ],
    );
}

#[test]
fn an_office_may_come_before_the_name_and_far_from_it() {
    check_on(
        "2023-05-02",
        "The French president spoke first. Aides waited. Doors closed. Trains ran. Rain fell. Emmanuel Macron smiled.",
        &[
            "France: French",
            "Emmanuel Macron (France): president | Emmanuel Macron",
            "Aides: Aides",
        ],
    );
}

#[test]
fn an_office_without_a_name_stays_as_it_is() {
    check_on(
        "2024-04-26",
        "The US secretary of state praised the talks.",
        &["United States: US", "US secretary of state (United States): secretary of state"],
    );
    // Two of those named held the office, and no date picks.
    check(
        "John Kerry met Rex Tillerson. The US secretary of state smiled.",
        &[
            "John Kerry (United States): John Kerry",
            "Rex Tillerson (United States): Rex Tillerson",
            "United States: US",
            "US secretary of state (United States): secretary of state",
        ],
    );
    check_on(
        "2017-03-01",
        "John Kerry met Rex Tillerson. The former US secretary of state smiled.",
        &[
            "John Kerry (United States): John Kerry | secretary of state",
            "Rex Tillerson (United States): Rex Tillerson",
            "United States: US",
        ],
    );
}

#[test]
fn spellings_of_one_holder_are_one_actor() {
    check(
        "Volodymyr Zelenskiy spoke to Ukraine. Zelensky thanked Ursula von der Leyen.",
        &[
            "Volodymyr Zelenskiy (Ukraine): Volodymyr Zelenskiy | Zelensky",
            "Ukraine: Ukraine",
            "Ursula von der Leyen: Ursula von der Leyen",
        ],
    );
}

#[test]
fn a_title_may_belong_to_the_name() {
    check(
        "Pope Francis met King Salman in Saudi Arabia and in the Vatican.",
        &[
            "Francis (Vatican): Francis",
            "Salman (Saudi Arabia): Salman",
            "Saudi Arabia: Saudi Arabia",
            "Vatican: Vatican",
        ],
    );
}

#[test]
fn an_office_of_no_side_has_one_holder_here() {
    check_on(
        "2023-05-02",
        "Angela Merkel met Barack Obama and Joe Biden. The president smiled. Its president left.",
        &[
            "Angela Merkel: Angela Merkel",
            "Barack Obama: Barack Obama",
            "Joe Biden: Joe Biden | president",
            "president: president",
        ],
    );
}

#[test]
fn who_is_meant_by_an_office_of_a_body() {
    check_on(
        "2025-03-04",
        "Mark Rutte met Kaja Kallas. The NATO chief spoke. The EU's top diplomat listened. A NATO spokesman left.",
        &[
            "Mark Rutte (NATO): Mark Rutte | chief",
            "Kaja Kallas (European Union): Kaja Kallas | top diplomat",
            "NATO: NATO | NATO",
            "European Union: EU",
            "NATO spokesman (NATO): spokesman",
        ],
    );
}

#[test]
fn neither_a_deputy_nor_a_former_holder_is_the_holder() {
    check_on(
        "2025-03-04",
        "Donald Trump met former president Joe Biden. The US president smiled. The deputy US president left.",
        &[
            "Donald Trump (United States): Donald Trump | president",
            "Joe Biden (former president, United States): Joe Biden",
            "United States: US | US",
            "deputy US president (United States): president",
        ],
    );
}

#[test]
fn a_royal_title_may_be_a_surname() {
    check("Angus King spoke.", &["Angus King: Angus King"]);
}

#[test]
fn long_names_are_whole() {
    for (text, expected) in [
        ("He joined the Institute of History and Philology.", "Institute of History and Philology"),
        ("She studied at the University of Texas at Austin.", "University of Texas at Austin"),
        ("He taught at Ohio State University in Columbus.", "Ohio State University"),
        ("The Pittsburgh Pirates lost.", "Pittsburgh Pirates"),
        (
            "The Independent Office for Police Conduct wrote.",
            "Independent Office for Police Conduct",
        ),
        // What follows is somebody else, or an event.
        ("He works at Northwestern University in Evanston.", "Northwestern University"),
        ("The Liberal Democrats Vince Cable spoke.", "Liberal Democrats"),
        ("The head of the Refugee Council Enver Solomon spoke.", "Refugee Council"),
        ("She protested against the Vietnam War.", "Vietnam"),
    ] {
        let (_, report) = report(text, Vec::new());
        let names: Vec<&str> =
            report.attributions.actors.iter().map(|actor| actor.name.as_str()).collect();
        assert!(names.contains(&expected), "{text}: {names:?}");
    }
}

#[test]
fn a_surname_may_be_a_city() {
    check(
        "Valeska Paris left the ship. Paris said that she was free. She had been in Paris.",
        &["Valeska Paris: Valeska Paris | Paris | she | She", "Paris: Paris"],
    );
}

#[test]
fn the_country_is_the_nearest_state_and_the_city_the_main_place() {
    check(
        "Kenya borders Uganda. Ethiopia objected. The country has waited. Its country music is new.",
        &["Kenya: Kenya", "Uganda: Uganda", "Ethiopia: Ethiopia | country"],
    );
    check(
        "Ships left for Hamburg. They left Lyon for Hamburg. The city celebrated. The city council met.",
        &["Hamburg: Hamburg | Hamburg | city", "Lyon: Lyon"],
    );
    check("The country waited, and the city slept.", &[]);
}

#[test]
fn who_stands_to_a_state_is_not_of_it() {
    check(
        "The king of Norway met China's rivals and a French critic.",
        &[
            "king of Norway (Norway): king",
            "Norway: Norway",
            "China: China",
            "China's rivals: rivals",
            "France: French",
            "French critic: critic",
        ],
    );
}

#[test]
fn headlines_are_read_as_running_text() {
    check(
        "German Chancellor Olaf Scholz Meets Xi Jinping In Beijing",
        &[
            "Germany: German",
            "Olaf Scholz (German Chancellor, Germany): Olaf Scholz",
            "Xi Jinping: Xi Jinping",
            "Beijing: Beijing",
        ],
    );
    check(
        "UN SECURITY COUNCIL CONDEMNS ATTACK ON CONVOY IN SUDAN",
        &["UN Security Council: UN SECURITY COUNCIL", "Sudan: SUDAN"],
    );
    // No act, so these are names.
    check(
        "Department of Housing, Aston Park",
        &["Department of Housing: Department of Housing", "Aston Park: Aston Park"],
    );
}
