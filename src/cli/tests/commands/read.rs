//! `readout read`: every form, front blocks, long texts, readers who leave early.

use crate::run::{data, readout};
use std::fmt::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

#[test]
fn people_get_a_page_of_plain_text() {
    let run = readout(&["read", &data("story.md")], b"");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.starts_with("Orlov will not sign\n2026-11-24 · written for these tests\n\n"));
    assert!(run.out.contains("Evidence of strain ▲ and easing ▼"), "{}", run.out);
    assert!(!run.out.contains('\u{1b}'), "no color where no terminal is");
    for line in run.out.lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
}

#[test]
fn a_front_block_and_arguments_say_what_the_text_is() {
    let args = ["read", &data("story.md"), "--format", "json", "--title", "Another"];
    let run = readout(&args, b"");
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(json["format"], "readout/1");
    assert_eq!(json["title"], "Another");
    assert_eq!(json["date"], "2026-11-24");
    assert_eq!(json["source"], "written for these tests");
    assert!(json["text"].as_str().is_some_and(|text| text.starts_with("“We will not")));
    let text: Vec<char> = json["text"].as_str().unwrap_or_default().chars().collect();
    for sentence in json["sentences"].as_array().expect("sentences") {
        let at = &sentence["at"]["code_points"];
        let (start, end) = (at[0].as_u64().expect("start"), at[1].as_u64().expect("end"));
        let words: String = text[start as usize..end as usize].iter().collect();
        assert_eq!(sentence["at"]["words"], words.as_str());
    }
}

#[test]
fn every_form_is_written_and_is_the_same_twice() {
    for (form, begins) in [
        ("text", "Orlov will not sign\n"),
        ("json", "{\n  \"format\": \"readout/1\","),
        ("csv", "\u{feff}finding,sentences,who,target,"),
        ("markdown", "# Orlov will not sign\n"),
    ] {
        let args = ["read", &data("story.md"), "--format", form];
        let run = readout(&args, b"");
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{form}");
        assert!(run.out.starts_with(begins), "{form}: {}", run.out);
        assert_eq!(run.out, readout(&args, b"").out, "{form}");
    }
}

#[test]
fn texts_of_any_kind_are_read() {
    let mark = "\u{feff}Ministers met.".as_bytes();
    for input in [&b""[..], b"\n\n", b"One.", mark, "😀".repeat(50).as_bytes(), b"a\r\nb\r\n"] {
        for form in ["text", "json", "csv", "markdown"] {
            let run = readout(&["read", "--format", form], input);
            assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{form} of {input:?}");
        }
    }
}

#[test]
fn two_million_characters_are_read_in_one_go() {
    let paragraph = "Germany condemned the attack on Monday. “We want talks,” said Lena Orlov, \
        the minister, in Paris. She warned that France would impose tariffs in 2027.\n\n";
    let length = paragraph.chars().count();
    let mut text = String::new();
    let mut count = 0;
    // Numbers keep paragraphs apart, or the memo would read one of them only.
    while (count + 1) * (length + 8) < 2_000_000 {
        let _ = write!(text, "{count:07} ");
        text.push_str(paragraph);
        count += 1;
    }
    let begun = Instant::now();
    let run = readout(&["read", "--format", "csv"], text.as_bytes());
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.lines().count() > count, "a finding a paragraph");
    // Linear work takes seconds even on a busy machine; anything worse takes hours.
    assert!(begun.elapsed() < Duration::from_mins(4), "{:?}", begun.elapsed());
}

#[cfg(unix)]
#[test]
fn a_reader_who_leaves_early_is_a_success() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_readout"))
        .args(["read", &data("story.md"), "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}
