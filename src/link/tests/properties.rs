//! Links return what went in, notice what happened to them, and survive anything.

use proptest::prelude::*;
use readout_contract::change::{Anchor as At, Change, SpeakerChoice};
use readout_link::{
    Anchor, Body, Filters, Link, LinkError, MAX_BODY, Mode, Payload, Quotation, topic_slug,
};
use readout_text::CodePointSpan;

fn place() -> impl Strategy<Value = CodePointSpan> {
    (any::<u32>(), any::<u32>()).prop_map(|(a, b)| CodePointSpan { start: a.min(b), end: a.max(b) })
}

fn change() -> impl Strategy<Value = Change> {
    let at = || (place(), any::<String>()).prop_map(|(span, words)| At { span, words });
    let who = || {
        prop_oneof![
            any::<String>().prop_map(SpeakerChoice::Actor),
            any::<String>().prop_map(SpeakerChoice::Typed),
            Just(SpeakerChoice::Unclear),
        ]
    };
    prop_oneof![
        at().prop_map(|at| Change::LeaveOutSignal { at }),
        at().prop_map(|at| Change::FlipSignal { at }),
        (at(), who()).prop_map(|(at, speaker)| Change::Speaker { at, speaker }),
        at().prop_map(|at| Change::NotQuote { at }),
        (at(), who()).prop_map(|(at, speaker)| Change::Quote { at, speaker }),
        any::<String>().prop_map(Change::HideTopic),
        (any::<String>(), any::<String>()).prop_map(|(from, to)| Change::RenameTopic { from, to }),
        (any::<String>(), any::<String>())
            .prop_map(|(keep, merge)| Change::MergeActors { keep, merge }),
        (any::<String>(), any::<String>())
            .prop_map(|(keep, merge)| Change::MergeTopics { keep, merge }),
        (any::<String>(), any::<String>())
            .prop_map(|(topic, words)| Change::AddTopicWords { topic, words }),
        (any::<String>(), any::<String>())
            .prop_map(|(label, words)| Change::AddIssue { label, words }),
    ]
}

fn body() -> impl Strategy<Value = Body> {
    let name = || proptest::option::of(any::<String>());
    let names = || proptest::collection::vec(any::<String>(), 0..3);
    let filters = (names(), names(), any::<bool>(), any::<bool>()).prop_map(
        |(topics, speakers, all, only_matching)| Filters { topics, speakers, all, only_matching },
    );
    let quotation = (any::<String>(), any::<String>(), any::<String>())
        .prop_map(|(exact, prefix, suffix)| Quotation { exact, prefix, suffix });
    let named = (any::<String>(), name(), name(), name(), name(), name());
    let rest = (
        proptest::collection::vec(change(), 0..5),
        filters,
        proptest::option::of(quotation),
        proptest::option::of(any::<u32>()),
    );
    (named, rest).prop_map(
        |((text, title, source, date, language, engine), (changes, filters, quotation, mark))| {
            Body { text, title, source, date, language, changes, filters, quotation, mark, engine }
        },
    )
}

fn link() -> impl Strategy<Value = Link> {
    let mode = prop_oneof![Just(Mode::Read), Just(Mode::Edit), Just(Mode::Embed)];
    let anchor = prop_oneof![
        Just(Anchor::None),
        place().prop_map(Anchor::Place),
        any::<String>().prop_map(|label| Anchor::Topic(topic_slug(&label))),
    ];
    let payload = prop_oneof![
        4 => body().prop_map(|body| Payload::Body(Box::new(body))),
        1 => "[a-z0-9][a-z0-9-]{0,40}".prop_map(Payload::Seed),
    ];
    (mode, anchor, payload).prop_map(|(mode, anchor, payload)| Link { mode, anchor, payload })
}

proptest! {
    #[test]
    fn a_link_returns_what_went_in(link in link()) {
        let fragment = link.to_fragment().expect("small");
        prop_assert_eq!(Link::parse(&fragment), Ok(link.clone()));
        prop_assert_eq!(Link::parse(&format!("#{fragment}")), Ok(link.clone()));
        let drawn_in = format!("{fragment}).");
        if matches!(link.payload, Payload::Body(_)) {
            prop_assert_eq!(Link::parse(&drawn_in), Ok(link));
        }
    }

    #[test]
    fn a_cut_link_says_how_much_is_missing(link in link(), cut in 1_usize..4_000) {
        let fragment = link.to_fragment().expect("small");
        let left = fragment.len().saturating_sub(cut).max("v1/".len());
        let read = Link::parse(&fragment[..left]);
        let full = fragment.len();
        match (&link.payload, read) {
            (_, Err(LinkError::CutOff { have, want })) => {
                prop_assert_eq!(have, left);
                prop_assert!(want.is_none_or(|want| want == full), "{:?} of {}", want, full);
            }
            // A starter text's link says its length only with the sum; a shorter id is another id.
            (Payload::Seed(_), Ok(Link { payload: Payload::Seed(_), .. })) => {}
            (_, other) => prop_assert!(false, "{:?} from {}", other, &fragment[..left]),
        }
    }

    #[test]
    fn a_changed_letter_is_noticed(link in link(), at in any::<prop::sample::Index>(), by in 1_u8..62) {
        let fragment = link.to_fragment().expect("small");
        let mut bytes = fragment.clone().into_bytes();
        let at = at.index(bytes.len());
        let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        let now = letters.iter().position(|letter| *letter == bytes[at]).unwrap_or(0);
        bytes[at] = letters[(now + usize::from(by)) % letters.len()];
        let changed = String::from_utf8(bytes).expect("ASCII");
        // Without the full stop before its sum, a starter text's link is one written by hand.
        let by_hand = matches!(link.payload, Payload::Seed(_)) && fragment.as_bytes()[at] == b'.';
        prop_assert!(
            changed == fragment || by_hand || Link::parse(&changed).is_err(),
            "{} reads as {:?}", changed, Link::parse(&changed)
        );
    }

    #[test]
    fn nothing_makes_it_panic(
        head in prop_oneof![Just(""), Just("v1/"), Just("v1/r/-/"), Just("v1/r/-/0."), Just("v1/m/-/0.9."),
            Just("v1/e/c1-2/seed.")],
        rest in any::<String>(),
        letters in "[A-Za-z0-9_./-]{0,80}",
    ) {
        let _ = Link::parse(&format!("{head}{rest}"));
        let _ = Link::parse(&format!("{head}{letters}"));
        let _ = Link::parse(&format!("{head}{letters}{rest}"));
    }
}

/// Builds a link around data of any kind, with the right length and sum: as an attacker would.
fn forged(head: &str, data: &[u8]) -> String {
    use base64::Engine as _;
    let data = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(data);
    let unsummed = format!("{head}{}.{data}", data.len() + 4);
    let mut crc = u32::MAX;
    for byte in unsummed.bytes() {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    let mut rest = !crc;
    let letters = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let mut sum: Vec<char> = Vec::new();
    for _ in 0..4 {
        sum.push(char::from(letters[(rest % 62) as usize]));
        rest /= 62;
    }
    format!("{unsummed}{}", sum.iter().rev().collect::<String>())
}

fn deflated(json: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec(json, 6)
}

proptest! {
    #[test]
    fn forged_bodies_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in any::<String>()) {
        let _ = Link::parse(&forged("v1/r/-/0.", &bytes));
        let read = Link::parse(&forged("v1/r/-/0.", &deflated(&bytes)));
        prop_assert_eq!(read, Err(LinkError::Damaged));
        let _ = Link::parse(&forged("v1/r/-/0.", &deflated(format!("{{\"v\":1,{text}").as_bytes())));
    }
}

#[test]
fn forged_links_with_a_right_sum_are_read_by_their_body() {
    let read = |head: &str, json: &str| Link::parse(&forged(head, &deflated(json.as_bytes())));
    assert!(read("v1/r/-/0.", r#"{"v":1,"text":"a","later":[1]}"#).is_ok(), "unknown fields pass");
    assert_eq!(read("v1/r/-/0.", r#"{"v":2,"text":7}"#), Err(LinkError::TooNew));
    assert_eq!(read("v1/r/-/0.", r#"{"text":"a"}"#), Err(LinkError::Damaged));
    assert_eq!(read("v1/r/-/0.", r#"{"v":1}"#), Err(LinkError::Damaged));
    assert_eq!(read("v1/r/-/1.", r#"{"v":1,"text":"a"}"#), Err(LinkError::TooNew), "a later codec");
    let nested = format!("{{\"v\":1,\"text\":\"a\",\"x\":{}", "[".repeat(100_000));
    assert_eq!(read("v1/r/-/0.", &nested), Err(LinkError::Damaged));
}

#[test]
fn what_decodes_past_the_limit_is_refused() {
    let json = format!("{{\"v\":1,\"text\":\"{}\"}}", "a".repeat(MAX_BODY));
    let bomb = forged("v1/r/-/0.", &deflated(json.as_bytes()));
    assert!(bomb.len() < 20_000, "{} characters outside", bomb.len());
    assert_eq!(Link::parse(&bomb), Err(LinkError::TooBig { limit: MAX_BODY }));
}

#[test]
fn what_is_too_big_is_not_written() {
    let body = Body { text: "a".repeat(MAX_BODY), ..Body::default() };
    let link =
        Link { mode: Mode::Read, anchor: Anchor::None, payload: Payload::Body(Box::new(body)) };
    assert_eq!(link.to_fragment(), Err(LinkError::TooBig { limit: MAX_BODY }));
    let outside = format!("v1/r/-/0.8.{}", "a".repeat(8_000_000));
    assert_eq!(Link::parse(&outside), Err(LinkError::TooBig { limit: MAX_BODY }));
}

#[test]
fn the_three_messages_are_told_apart() {
    for (fragment, expected) in [
        ("", LinkError::NotALink),
        ("top", LinkError::NotALink),
        ("v/r/-/seed.a", LinkError::NotALink),
        ("video/r", LinkError::NotALink),
        ("v2/r/-/seed.a", LinkError::TooNew),
        ("v1/", LinkError::CutOff { have: 3, want: None }),
        ("v1/r/-/", LinkError::CutOff { have: 7, want: None }),
        ("v1/r/-/seed.", LinkError::CutOff { have: 12, want: None }),
        ("v1/r/-/0.15", LinkError::CutOff { have: 11, want: None }),
        ("v1/r/-/0.1500.abc", LinkError::CutOff { have: 17, want: Some(1514) }),
        ("v1/x/-/seed.a", LinkError::Damaged),
        ("v1/r/c9-2/seed.a", LinkError::Damaged),
        ("v1/r/-/seed.a b", LinkError::Damaged),
        ("v1/r/-/0.8.abcdefgh", LinkError::Damaged),
        ("v1/r/-/0.3.abc", LinkError::Damaged),
        ("v1/r/-/0.99999999999999999999.abc", LinkError::Damaged),
        ("v1/r/-/0.8.äbcdefgh", LinkError::Damaged),
    ] {
        assert_eq!(Link::parse(fragment).map(|_| ()), Err(expected), "{fragment}");
    }
    assert!(Link::looks_like("#v9/whatever") && !Link::looks_like("#main"));
}

#[test]
fn a_topic_has_one_name_in_links() {
    for (label, slug) in [
        ("Taiwan", "taiwan"),
        ("South China Sea", "south-china-sea"),
        ("Côte d’Ivoire", "c_f4_te-d-ivoire"),
        ("  (G7)  ", "g7"),
        ("…", "-"),
        ("", "-"),
    ] {
        assert_eq!(topic_slug(label), slug, "{label}");
    }
}
