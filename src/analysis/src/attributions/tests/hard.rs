//! What breaks other systems: odd marks, marks that are no quotation, words in between.

use super::{check, check_kind};
use crate::attributions::lists::Lists;
use crate::syntax::Room;
use crate::{Lexicons, Models, read_paragraph};
use readout_contract::report::ParagraphKind;
use readout_text::Span;

#[test]
fn marks_of_every_kind() {
    check(
        "<content>'The road stays shut,'</content> <cue>said</cue> <source>the governor</source>.",
        "exact quote-before-cue",
    );
    check(
        "<content>‘The road stays shut,’</content> <cue>said</cue> <source>the governor</source>.",
        "exact quote-before-cue",
    );
    check(
        "<source>The governor</source> <cue>said</cue>: <content>«The road stays shut.»</content>",
        "exact cue-before-quote",
    );
    check(
        "<source>The governors' envoy</source> <cue>said</cue> <content>the road's closure wasn't final</content>.",
        "reported said-clause",
    );
}

#[test]
fn quotations_inside_quotations() {
    check(
        "<content>“He told us ‘never again’ and left,”</content> <source>the clerk</source> <cue>said</cue>.",
        "exact quote-before-cue",
    );
    check(
        "<content>“The minister said: ‘We are done.’ I believed him,”</content> <source>Ms. Halvorsen</source> <cue>recalled</cue>.",
        "exact quote-before-cue",
    );
}

#[test]
fn a_doctor_a_comma_and_a_verb() {
    check(
        "<source>Ines Duarte, a doctor at the port hospital</source>, <cue>said</cue> <content>the wards were full</content>.",
        "reported said-clause",
    );
    check(
        "<content>“The wards are full,”</content> <cue>said</cue> <source>Ines Duarte, a doctor at the port hospital</source>.",
        "exact quote-before-cue",
    );
    check(
        "<content>“The wards are full,”</content> <source>Duarte, who runs the hospital</source>, <cue>said</cue> on Friday.",
        "exact quote-before-cue",
    );
}

#[test]
fn pieces_around_the_cue() {
    check(
        "<content>“The wards,”</content> <cue>said</cue> <source>Duarte</source>, <content>“have been full since May.”</content>",
        "exact interrupted",
    );
    check(
        "<content>The wards</content>, <source>Duarte</source> <cue>said</cue>, <content>have been full since May</content>.",
        "reported parenthesis",
    );
    check(
        "<content>The wards are full</content>, <cue>according to</cue> <source>Duarte</source>, <content>and more beds are needed</content>.",
        "reported according-to",
    );
}

#[test]
fn after_a_full_stop() {
    check(
        "<content>“The wards are full,”</content> <source>Duarte</source> <cue>said</cue>. <source=2>He</source=2> <cue=2>added</cue=2> <content=2>that more beds were needed</content=2>.",
        "exact quote-before-cue, reported said-that",
    );
    check(
        "<source>The ministry</source> <cue>denied</cue> <content>the report</content>. <content=2>“It is a forgery,”</content=2> <source=2>it</source=2> <cue=2>added</cue=2>.",
        "reported denial, exact quote-before-cue",
    );
}

#[test]
fn fragments() {
    check(
        "<source>The admiral</source> <cue>called</cue> <content>the frigate a “great ship”</content>.",
        "part exact describe-as",
    );
    check(
        "<source>The envoy</source> <cue>warned of</cue> <content>“grave consequences”</content> if the talks failed.",
        "exact object",
    );
}

#[test]
fn marks_that_are_no_quotation() {
    check("The “smart” border cost twice as much.", "");
    check("Erik “The Anvil” Lund won the seat in March.", "");
    check("The orchestra played “Songs of the Northern Sea” in the park.", "");
    check("Her book, “A Year Without Rain”, sold well.", "");
}

#[test]
fn passives() {
    check(
        "<source>The envoy</source> <cue>was quoted as saying</cue> <content>that the pact was dead</content>.",
        "reported said-that",
    );
    check(
        "It <cue>was claimed</cue> <content>that the pact was dead</content>.",
        "reported passive",
    );
}

#[test]
fn denial_and_refusal() {
    check(
        "<source>The ministry</source> <cue>declined</cue> <content>to comment on the raid</content>.",
        "reported promise-to",
    );
    check(
        "<source>The general</source> <cue>did not say</cue> <content>when the troops would leave</content>.",
        "reported said-whether",
    );
    check(
        "<source>The general</source> <cue>denied</cue> <content>that shots were fired</content>.",
        "reported said-that",
    );
}

#[test]
fn labels_and_colons() {
    check_kind(
        "<source>MS. DUARTE</source>: <content>I have said all I know.</content>",
        ParagraphKind::Turn,
        "exact turn",
    );
    check_kind(
        "<source>Q</source>: <content>Did you sign?</content>",
        ParagraphKind::Turn,
        "exact turn",
    );
}

#[test]
fn a_name_after_a_dash() {
    check(
        "<content>“Peace is not a pause between two wars.”</content> — <source>Ines Duarte</source>",
        "exact signed",
    );
}

#[test]
fn a_missing_mark_costs_no_more_than_its_paragraph() {
    check(
        "<content>“The wards are full,</content> <source>Duarte</source> <cue>said</cue>.",
        "exact quote-before-cue",
    );
}

#[test]
fn a_new_row_is_enough_for_a_new_verb() {
    let text = "Duarte grombled that the wards were full.";
    let found = |lexicons: &Lexicons| -> Vec<(String, &'static str)> {
        let reading = read_paragraph(
            text,
            ParagraphKind::Body,
            lexicons,
            &Models::built_in(),
            &mut Room::default(),
        );
        let words = |span: &Span| text[span.range()].to_owned();
        reading.attributions.iter().map(|one| (words(&one.content[0]), one.rule)).collect()
    };
    let mut lexicons = Lexicons::built_in();
    lexicons.attributions = Lists::with_cues(
        "gromble\t\tverb\tbare quote that\tspeech\tdoubtful\nsay\tsaid says\tverb\tbare quote that\tspeech\tneutral",
    );
    assert_eq!(found(&lexicons), [("that the wards were full".to_owned(), "said-that")]);
}
