//! Words between quotation marks.

use super::{check, check_kind};
use readout_contract::report::ParagraphKind;

#[test]
fn the_quotation_first() {
    check(
        "<content>“We will not sign it,”</content> <source>Finance Minister Lena Orlov</source> <cue>said</cue> on Tuesday.",
        "exact quote-before-cue",
    );
    check(
        "<content>\"We will not sign it,\"</content> <cue>said</cue> <source>the minister</source>.",
        "exact quote-before-cue",
    );
    check(
        "<content>“Will it hold?”</content> <source>the envoy</source> <cue>asked</cue>.",
        "exact quote-before-cue",
    );
    check(
        "<content>“Nothing has changed”</content>, <source>she</source> <cue>told</cue> <target>reporters</target> in Lisbon.",
        "exact quote-before-cue",
    );
    check(
        "<content>``We are ready,''</content> <source>he</source> <cue>said</cue>.",
        "exact quote-before-cue",
    );
}

#[test]
fn the_cue_first() {
    check(
        "<source>Mayor Ruiz</source> <cue>said</cue>: <content>“The vote stands.”</content>",
        "exact cue-before-quote",
    );
    check(
        "<source>She</source> <cue>added</cue>, <content>“It was never on the table.”</content>",
        "exact cue-before-quote",
    );
    check(
        "<source>The ministry</source> <cue>said in a statement</cue>: <content>“We regret the loss of life.”</content>",
        "exact cue-before-quote",
    );
    check(
        "<source>Orlov</source> <cue>told</cue> <target>the committee</target>: <content>“We have no plan.”</content>",
        "exact cue-before-quote",
    );
}

#[test]
fn interrupted_and_going_on() {
    check(
        "<content>“The vote stands,”</content> <source>Mayor Ruiz</source> <cue>said</cue>, <content>“and so do we.”</content>",
        "exact interrupted",
    );
    check(
        "<content>“The vote stands,”</content> <source>Mayor Ruiz</source> <cue>said</cue>. <content>“We will count again if the court asks.”</content>",
        "exact quote-before-cue",
    );
    check(
        "<content>“The vote stands,”</content> <cue>said</cue> <source>Mayor Ruiz</source>. <content>“We will count again. The court may ask.”</content>",
        "exact quote-before-cue",
    );
}

#[test]
fn two_speakers_stay_two() {
    check(
        "<content>“It is over,”</content> <source>Orlov</source> <cue>said</cue>. <content=2>“It is not,”</content=2> <source=2>Ruiz</source=2> <cue=2>replied</cue=2>.",
        "exact quote-before-cue, exact quote-before-cue",
    );
}

#[test]
fn an_open_mark_runs_on() {
    check(
        "<content>“We will not sign it,”</content> <source>Orlov</source> <cue>said</cue>. <content>“Not today and not tomorrow.</content>",
        "exact quote-before-cue",
    );
}

#[test]
fn part_of_the_words() {
    check(
        "<source>Orlov</source> <cue>said</cue> <content>that the “old ship” was still afloat</content>.",
        "part exact said-that",
    );
    check(
        "<source>The spokesman</source> <cue>described</cue> <content>the raid as “a grave error”</content>.",
        "part exact describe-as",
    );
    check(
        "<content>It was “a farce,”</content> <source>Ruiz</source> <cue>said</cue>.",
        "part exact quote-before-cue",
    );
    check(
        "<source>She</source> <cue>called</cue> <content>the plan “reckless”</content>.",
        "part exact describe-as",
    );
}

#[test]
fn colons_headlines_and_turns() {
    check("<source>Ruiz</source><cue>:</cue> <content>“The vote stands.”</content>", "exact colon");
    check_kind(
        "<source>SECRETARY ORLOV</source>: <content>Good morning. We had a useful day.</content>",
        ParagraphKind::Turn,
        "exact turn",
    );
    check_kind(
        "<source>Q</source>: <content>Will the talks go on?</content>",
        ParagraphKind::Turn,
        "exact turn",
    );
}

#[test]
fn the_speaker_stands_in_the_sentence_before() {
    check(
        "<source>Ruiz</source> was relieved. <content>“The count is over and the city can rest.”</content>",
        "exact speaker-before",
    );
    check("<content>“Nobody asked us about the bridge.”</content>", "exact quote-alone");
}

#[test]
fn a_headline_names_its_speaker() {
    check_kind(
        "<source>Elena Ruiz</source><cue>:</cue> <content>The Harbor Must Close</content>",
        ParagraphKind::Heading,
        "reported colon",
    );
    check_kind("Harbor news: the wall is cracked", ParagraphKind::Heading, "");
}
