//! Reported words, and speech that is only mentioned.

use super::check;

#[test]
fn said_that() {
    check(
        "<source>The minister</source> <cue>said</cue> <content>that the talks had failed</content>.",
        "reported said-that",
    );
    check(
        "<source>The minister</source> <cue>said</cue> <content>the talks had failed</content>.",
        "reported said-clause",
    );
    check(
        "<source>He</source> <cue>also stated</cue> <content>that both sides were tired</content>.",
        "reported said-that",
    );
    check(
        "<source>Orlov</source> <cue>did not say</cue> <content>whether the ban would stay</content>.",
        "reported said-whether",
    );
    check(
        "<source>Orlov</source> <cue>said</cue> during a Vienna interview <content>that the ban would stay</content>.",
        "reported said-that",
    );
    check(
        "<source>Orlov</source> <cue>said</cue> in a statement on Monday <content>that the ban would stay</content>.",
        "reported said-that",
    );
    check(
        "<source>Orlov</source> <cue>said</cue> Monday <content>the ban would stay</content>.",
        "reported said-clause",
    );
}

#[test]
fn two_names_of_an_inner_clause_are_one_subject() {
    check(
        "<source>Orlov</source> <cue>said</cue> <content>that it took patience to do what Lena Ruiz and Peter Brandt had agreed</content>.",
        "reported said-that",
    );
}

#[test]
fn to_whom() {
    check(
        "<source>Orlov</source> <cue>told</cue> <target>the envoys</target> <content>that the ban would stay</content>.",
        "reported said-that",
    );
    check(
        "<source>She</source> <cue>warned</cue> <target>him</target> <content>that time was short</content>.",
        "reported said-that",
    );
}

#[test]
fn the_cue_follows_or_stands_between() {
    check(
        "<content>The talks had failed</content>, <source>the minister</source> <cue>said</cue>.",
        "reported said-after",
    );
    check(
        "<content>The talks had failed</content>, <source>the minister</source> <cue>said</cue> on Friday.",
        "reported said-after",
    );
    check(
        "<content>The ban</content>, <source>he</source> <cue>added</cue>, <content>would stay in force</content>.",
        "reported parenthesis",
    );
}

#[test]
fn according_to() {
    check(
        "<cue>According to</cue> <source>Orlov</source>, <content>there is no other way</content>.",
        "reported according-to",
    );
    check(
        "<content>Prices fell in March</content>, <cue>according to</cue> <source>the ministry</source>.",
        "reported according-to",
    );
    check(
        "<content>The bridge</content>, <cue>according to</cue> <source>the mayor</source>, <content>will open in May</content>.",
        "reported according-to",
    );
}

#[test]
fn a_clause_ends_at_the_next_cue() {
    check(
        "<source><source=2>Ruiz</source=2></source> <cue>said</cue> <content>that the vote stands</content> and <cue=2>added</cue=2> <content=2>that the court agrees</content=2>.",
        "reported said-that, reported said-that",
    );
    check(
        "<source><source=2>Ruiz</source=2></source> <cue>said</cue> <content>the vote stands</content>, <cue=2>adding</cue=2> <content=2>that the court agrees</content=2>.",
        "reported said-clause, reported said-that",
    );
    check(
        "<source>Ruiz</source> <cue>said</cue> <content>that the vote stands</content>, while <source=2>Orlov</source=2> <cue=2>said</cue=2> <content=2>that it does not</content=2>.",
        "reported said-that, reported said-that",
    );
}

#[test]
fn nested_speech_counts_once() {
    check(
        "<source>Ruiz</source> <cue>said</cue> <content>that Orlov had told him that the ban would stay</content>.",
        "reported said-that",
    );
    check(
        "<content>The minister denied that he had signed</content>, <source>an aide</source> <cue>said</cue>.",
        "reported said-after",
    );
}

#[test]
fn what_is_wanted_of_whom() {
    check(
        "<source>The mayor</source> <cue>urged</cue> <content><target>drivers</target> to stay at home</content>.",
        "reported urge-to",
    );
    check(
        "<source>The union</source> <cue>accused</cue> <content><target>the company</target> of hiding the figures</content>.",
        "reported accuse-of",
    );
    check(
        "<source>Orlov</source> <cue>vowed</cue> <content>to rebuild the port</content>.",
        "reported promise-to",
    );
    check(
        "<source>The spokeswoman</source> <cue>refused</cue> <content>to comment on the case</content>.",
        "reported promise-to",
    );
}

#[test]
fn denials_and_nouns() {
    check(
        "<source>The party</source> <cue>rejected</cue> <content>the claim</content>.",
        "reported denial",
    );
    check(
        "<source>The company</source> <cue>denied</cue> <content>that it had paid</content>.",
        "reported said-that",
    );
    check(
        "Few acted on <source>his</source> <cue>claim</cue> <content>that the dam was safe</content>.",
        "reported noun-cue",
    );
    check(
        "Few heeded <source>the mayor</source>'s <cue>warning</cue> <content>that the river was rising</content>.",
        "reported noun-cue",
    );
}

#[test]
fn phrases() {
    check(
        "<source>The envoy</source> <cue>made it clear</cue> <content>that the offer was final</content>.",
        "reported said-that",
    );
    check(
        "<source>The bank</source> <cue>gave the signal</cue> <content>that rates would fall</content>.",
        "reported said-that",
    );
    check(
        "<source>The critics</source> <cue>pointed out</cue> <content>that the bill was late</content>.",
        "reported said-that",
    );
}

#[test]
fn sources_of_several_words() {
    check(
        "<source>Representatives of the US Trade Office</source> <cue>said</cue> <content>that tariffs would follow</content>.",
        "reported said-that",
    );
    check(
        "<source>The head of the port authority</source> <cue>said</cue> <content>the strike was over</content>.",
        "reported said-clause",
    );
    check(
        "In Geneva, <source>a spokesman for the council</source> <cue>said</cue> <content>the strike was over</content>.",
        "reported said-clause",
    );
    check(
        "<source>Officials briefed on the talks</source> <cue>said</cue> <content>that a deal was near</content>.",
        "reported said-that",
    );
}

#[test]
fn mentioned_only() {
    check(
        "<content>The pace of the reform</content> <cue>has been questioned</cue> by <source>local officials and state media</source>.",
        "mentioned passive",
    );
    check(
        "<source>The opposition</source> <cue>criticized</cue> <content>the budget</content>.",
        "mentioned topic",
    );
    check(
        "<source>The farmers</source> <cue>hope</cue> <content>to sell more grain</content>.",
        "mentioned promise-to",
    );
}

#[test]
fn questions() {
    check(
        "<source>Reporters</source> <cue>asked</cue> <content>whether the bridge was safe</content>.",
        "reported said-whether",
    );
    check(
        "<cue>Asked about</cue> <content>the ban</content>, the envoy smiled.",
        "mentioned asked",
    );
    check(
        "<source>A deputy</source> <cue>asked</cue> <content><target>the minister</target> about the missing ships</content>.",
        "mentioned asked",
    );
}

#[test]
fn a_concession_is_said_too() {
    check(
        "<source>Orlov</source> <cue>said</cue> <content>that the ban would stay, even though trade has suffered</content>.",
        "reported said-that",
    );
}

#[test]
fn who_and_whose_words() {
    check(
        "The aide, <source>who</source> on Tuesday <cue>said</cue> <content>that she would leave</content>, stayed.",
        "reported said-that",
    );
    check(
        "<source>Records of the port</source> <cue>show</cue> <content>that the ship left in May</content>.",
        "reported said-that",
    );
}

#[test]
fn participles() {
    check(
        "<source>Elena Ruiz</source> gave up on Friday, <cue>saying</cue> <content>that the wall was lost</content>.",
        "reported said-that",
    );
    check("Quarrels go on despite a rise in groups addressing trade.", "");
}

#[test]
fn what_nobody_is_shown_to_say() {
    check(
        "<content>The valley</content> <cue>is said</cue> <content>to be haunted</content>.",
        "mentioned said-after",
    );
    check(
        "<source>The minister</source> <cue>pushed</cue> <content>the bank to lower its rates</content>.",
        "mentioned object",
    );
    check(
        "<content>No meeting</content> <cue>has been confirmed</cue> by <source>either side</source>.",
        "reported said-after",
    );
}
