//! What must not fire.

use super::check;
use crate::syntax::Room;
use crate::{Lexicons, Models, read_paragraph};
use proptest::prelude::*;
use readout_contract::report::ParagraphKind;

#[test]
fn names_titles_and_odd_words_in_marks() {
    check("The “Iron Bridge” opened in May.", "");
    check("The so-called “reform” cost a fortune.", "");
    check("Readers of “The Long Winter” met in the park.", "");
}

#[test]
fn nouns_that_look_like_cues() {
    check("The report was published in May.", "");
    check("The claims office closed at noon.", "");
    check("A call came at night.", "");
    check("The proposed dam would flood the valley.", "");
}

#[test]
fn the_writer() {
    check("As I said, the river is rising.", "");
}

#[test]
fn plans_that_nobody_states() {}

#[test]
fn apostrophes_are_no_marks() {
    check("The drivers' union met the ministers' aides.", "");
    check("It wasn't the mayor's car.", "");
}

proptest! {
    #[test]
    fn any_text_is_read(text in "([a-zA-Z]{1,8}|said|told|that|,|:|“|”|\"|'|\\.| |—|according to|Ruiz|the|—|é|\\n){0,60}") {
        for kind in [ParagraphKind::Body, ParagraphKind::Heading, ParagraphKind::Turn] {
            let reading = read_paragraph(&text, kind, &Lexicons::built_in(), &Models::built_in(), &mut Room::default());
            for one in &reading.attributions {
                for span in one.content.iter().chain(&one.exact).chain(&one.source).chain(&one.cue) {
                    prop_assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()));
                }
                prop_assert!(one.content.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
            }
        }
    }
}
