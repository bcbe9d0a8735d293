//! Sentences, parted by bars; those that are not counted in brackets.

use crate::{Lexicons, Memo, Models, read};
use readout_contract::protocol::Input;
use readout_text::SourceText;

fn sentences(text: &str) -> String {
    let source = SourceText::new(text).expect("short");
    let input = Input { text: text.to_owned(), read_anyway: true, ..Input::default() };
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let report = read(&source, &input, &lexicons, &models, &mut Memo::default(), &mut |_| {});
    let parts: Vec<String> = report
        .words
        .sentences
        .iter()
        .map(|sentence| {
            let words =
                source.slice(sentence.span).split_whitespace().collect::<Vec<_>>().join(" ");
            if sentence.counted { words } else { format!("[{words}]") }
        })
        .collect();
    parts.join(" | ")
}

#[test]
fn sentences_end_where_they_end() {
    for (text, expected) in [
        ("Mr. Ruiz left. He was tired.", "Mr. Ruiz left. | He was tired."),
        ("The U.S. objected. It did so twice.", "The U.S. objected. | It did so twice."),
        ("He came from the U.S. The talks began.", "He came from the U.S. | The talks began."),
        ("It rose by 3.5 percent. Then it fell.", "It rose by 3.5 percent. | Then it fell."),
        ("“We will see.” He left.", "“We will see.” | He left."),
        ("“Why not?” she asked. Nobody knew.", "“Why not?” she asked. | Nobody knew."),
        ("J. R. Dahl spoke at 5 p.m. on Friday.", "J. R. Dahl spoke at 5 p.m. on Friday."),
        ("Wait... what? No!", "Wait... what? | No!"),
    ] {
        assert_eq!(sentences(text), expected, "{text}");
    }
}

#[test]
fn a_dateline_is_no_part_of_its_sentence() {
    for (text, expected) in [
        (
            "GENEVA, 3 May (Agency) — The talks began.",
            "[GENEVA, 3 May (Agency) —] | The talks began.",
        ),
        ("New Delhi (AB/CD) - The talks began.", "[New Delhi (AB/CD) -] | The talks began."),
        ("GENEVA — The talks began at once.", "[GENEVA —] | The talks began at once."),
        ("Geneva, May 3, 2024 – The talks began.", "[Geneva, May 3, 2024 –] | The talks began."),
        ("The talks — in Geneva — began.", "The talks — in Geneva — began."),
        ("Geneva — a city of talks — was calm.", "Geneva — a city of talks — was calm."),
        ("NATO — an alliance — was calm.", "NATO — an alliance — was calm."),
        (
            "Sino-American talks began (in Geneva) – at last.",
            "Sino-American talks began (in Geneva) – at last.",
        ),
    ] {
        assert_eq!(sentences(text), expected, "{text}");
    }
}

#[test]
fn headings_lists_and_labels_are_told_apart() {
    assert_eq!(
        sentences(
            "A short heading\n\nThe ministers met. They left.\n\n- One point is open.\n- Another is not."
        ),
        "[A short heading] | The ministers met. | They left. | [-] | One point is open. | [-] | Another is not."
    );
    assert_eq!(
        sentences("SECRETARY DAHL: Good evening. We met.\n\nQUESTION: Why?"),
        "[SECRETARY DAHL:] | Good evening. | We met. | [QUESTION:] | Why?"
    );
}
