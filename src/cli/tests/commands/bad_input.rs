//! Bad input: one clear line on standard error, exit code 2, nothing on standard output.

use crate::run::{Run, readout};

/// Runs and checks the three promises; the line must say `what`.
fn refused(args: &[&str], input: &[u8], what: &str) {
    let run = readout(args, input);
    let Run { code, out, err } = &run;
    assert_eq!(*code, Some(2), "{args:?}: {run:?}");
    assert_eq!(out, "", "{args:?}");
    assert_eq!(err.lines().count(), 1, "{args:?}: {err}");
    assert!(err.starts_with("readout: ") && err.contains(what), "{args:?}: {err}");
}

#[test]
fn files_that_cannot_be_read() {
    let folder = std::env::temp_dir();
    let folder = folder.to_str().expect("UTF-8");
    for command in [&["read"][..], &["predict", "quotes"]] {
        refused(
            &[command, &["no-such-file.txt"]].concat(),
            b"",
            "there is no file no-such-file.txt",
        );
        refused(&[command, &[folder]].concat(), b"", "is a directory");
    }
}

#[test]
fn bytes_that_are_no_text() {
    for command in [&["read"][..], &["predict", "quotes"]] {
        refused(command, b"PK\x03\x04\0\0binary", "is not text: it holds NUL bytes");
        refused(command, b"Ministers met caf\xe9 owners.", "is not in UTF-8 (byte 17");
        refused(command, b"\xff\xfeH\0i\0", "is in UTF-16");
        refused(command, "\u{1}\u{2}\u{3}abc".as_bytes(), "is not text: 3 control characters");
    }
}

#[test]
fn lines_that_are_no_json() {
    let good = r#"{"id":"a","text":"He said no."}"#;
    for (bad, what) in [
        ("{\"id\":\"b\",", "line 3, column 10: EOF"),
        ("plain words", "line 3, column 1: expected value"),
        (r#"{"id":"b"}"#, "line 3, column 10: missing field `text`"),
        (r#"{"text":"He said no."}"#, "line 3, column 22: missing field `id`"),
        (r#"{"id":"b","text":7}"#, "line 3, column 18: invalid type"),
        (r#"{"id":["b"],"text":"a"}"#, "line 3: the id is no string or number"),
        ("[1,2]", "line 3, column"),
    ] {
        for layer in ["syntax", "tension"] {
            let input = format!("{good}\n\n{bad}\n{good}\n");
            refused(&["predict", layer], input.as_bytes(), what);
        }
    }
}

#[test]
fn words_of_the_command_line_that_mean_nothing() {
    refused(&["predict", "bogus"], b"", "'bogus' for '<LAYER>' [possible values: syntax, quotes,");
    refused(&["predict"], b"", "<LAYER>");
    refused(&["read", "--format", "xml"], b"", "[possible values: text, json, csv, markdown]");
    refused(&["read", "--date", "26 April"], b"text", "is not written YYYY-MM-DD");
    refused(&["read", "--frobnicate"], b"", "unexpected argument");
    refused(&["write"], b"", "write");
}

#[test]
fn texts_that_are_too_long() {
    let long = "word ".repeat(400_001);
    let what = "the text has 2000005 characters; at most 2000000 can be read at once";
    refused(&["read"], long.as_bytes(), what);
    let line = format!("{{\"id\":1,\"text\":\"{long}\"}}\n");
    refused(&["predict", "dates"], line.as_bytes(), &format!("line 1: {what}"));
}

#[test]
fn help_and_version_are_no_problems() {
    for args in [&["--help"][..], &["--version"], &["read", "--help"], &["predict", "-h"]] {
        let run = readout(args, b"");
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{args:?}");
        assert!(!run.out.is_empty());
    }
    assert_eq!(readout(&[], b"").code, Some(2), "nothing asked for");
}
