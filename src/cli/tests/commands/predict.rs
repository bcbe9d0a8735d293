//! Every layer's lines have the fields, types and places of the form in which it is measured.

use crate::run::{data, readout};
use serde_json::Value;

/// The predictions of a layer for `lines.jsonl`, each with its text.
fn predictions(layer: &str) -> Vec<(Value, Vec<char>)> {
    let input = std::fs::read_to_string(data("lines.jsonl")).expect("the file is there");
    let run = readout(&["predict", layer, &data("lines.jsonl")], b"");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{layer}");
    let parse = |text: &str| -> Vec<Value> {
        let lines = text.lines().filter(|line| !line.is_empty());
        lines.map(|line| serde_json::from_str(line).expect("JSON")).collect()
    };
    let (input, output) = (parse(&input), parse(&run.out));
    assert_eq!(input.len(), output.len(), "{layer}: a line for each line");
    for (input, output) in input.iter().zip(&output) {
        assert_eq!(input["id"], output["id"], "{layer}: in their order, ids as they came");
    }
    let texts = input.iter().map(|line| line["text"].as_str().expect("text").chars().collect());
    output.into_iter().zip(texts).collect()
}

/// A place of the text, in code points: inside it and not empty.
fn check_place(place: &Value, text: &[char]) {
    let (start, end) = (place[0].as_u64(), place[1].as_u64());
    let (Some(start), Some(end)) = (start, end) else { panic!("{place} is no place") };
    assert!(start < end && end as usize <= text.len(), "{place} of {}", text.len());
}

fn check_places<'a>(places: &'a Value, text: &[char]) -> &'a Vec<Value> {
    let places = places.as_array().expect("a list of places");
    for place in places {
        check_place(place, text);
    }
    places
}

fn list<'a>(value: &'a Value, name: &str) -> &'a Vec<Value> {
    value[name].as_array().unwrap_or_else(|| panic!("{name} is a list in {value}"))
}

fn check_fields(value: &Value, fields: &[&str]) {
    let names: Vec<&str> =
        value.as_object().expect("an object").keys().map(String::as_str).collect();
    let (mut names, mut fields) = (names, fields.to_vec());
    names.sort_unstable();
    fields.sort_unstable();
    assert_eq!(names, fields);
}

#[test]
fn syntax() {
    for (line, text) in predictions("syntax") {
        check_fields(&line, &["id", "sentences", "tokens"]);
        check_places(&line["sentences"], &text);
        let tokens = list(&line, "tokens");
        for token in tokens {
            check_place(token, &text);
            let upos = token[2].as_str().expect("a part of speech");
            assert!(upos.bytes().all(|byte| byte.is_ascii_uppercase()), "{upos}");
            let head = token[3].as_i64().expect("a head");
            let fits = head == -1 || usize::try_from(head).is_ok_and(|head| head < tokens.len());
            assert!(fits, "{head}");
            let relation = token[4].as_str().expect("a relation");
            assert!(relation.bytes().all(|byte| byte.is_ascii_lowercase()), "{relation}");
            assert_eq!(head == -1, relation == "root", "{token}");
        }
    }
}

#[test]
fn quotes() {
    for (line, text) in predictions("quotes") {
        check_fields(&line, &["id", "attributions"]);
        for quote in list(&line, "attributions") {
            check_fields(
                quote,
                &["source", "cue", "content", "kind", "speaker", "how", "confidence"],
            );
            assert!(!check_places(&quote["content"], &text).is_empty());
            check_places(&quote["source"], &text);
            assert!(check_places(&quote["cue"], &text).len() <= 1);
            let kind = quote["kind"].as_str().expect("a form");
            let kinds = ["exact", "part exact", "reported", "likely", "mentioned"];
            assert!(kinds.contains(&kind), "{kind}");
            let how = quote["how"].as_str().expect("how found");
            assert!(["named", "reference", "group", "unclear"].contains(&how), "{how}");
            assert!(quote["speaker"].is_string() || quote["speaker"].is_null());
        }
    }
}

#[test]
fn entities() {
    for (line, text) in predictions("entities") {
        check_fields(&line, &["id", "entities", "salient"]);
        for entity in list(&line, "entities") {
            check_fields(entity, &["start", "end", "type"]);
            check_place(&serde_json::json!([entity["start"], entity["end"]]), &text);
            let kind = entity["type"].as_str().expect("a type");
            assert!(["PER", "ORG", "LOC"].contains(&kind), "{kind}");
        }
        assert!(list(&line, "salient").iter().all(Value::is_string));
    }
}

#[test]
fn coref() {
    for (line, text) in predictions("coref") {
        check_fields(&line, &["id", "clusters", "pronouns"]);
        for cluster in list(&line, "clusters") {
            assert!(check_places(cluster, &text).len() > 1, "{cluster} is alone");
        }
        for pronoun in list(&line, "pronouns") {
            check_fields(pronoun, &["start", "end", "ante"]);
            check_place(&serde_json::json!([pronoun["start"], pronoun["end"]]), &text);
            check_place(&pronoun["ante"], &text);
        }
    }
}

#[test]
fn dates() {
    for (line, text) in predictions("dates") {
        check_fields(&line, &["id", "dates"]);
        for date in list(&line, "dates") {
            check_fields(date, &["start", "end", "value"]);
            check_place(&serde_json::json!([date["start"], date["end"]]), &text);
            assert!(date["value"].is_string() || date["value"].is_null());
        }
    }
}

#[test]
fn topics() {
    for (line, text) in predictions("topics") {
        check_fields(&line, &["id", "keyphrases", "chips"]);
        assert!(list(&line, "keyphrases").iter().all(Value::is_string));
        for chip in list(&line, "chips") {
            check_fields(chip, &["label", "kind", "first_view", "sentences", "spans"]);
            assert!(chip["first_view"].is_boolean());
            let spans = list(chip, "spans").len() as u64;
            assert!((1..=spans).contains(&chip["sentences"].as_u64().expect("a number")));
            assert!(!check_places(&chip["spans"], &text).is_empty());
            let kind = chip["kind"].as_str().expect("a kind");
            let kinds = ["issue", "term", "place", "organization", "event"];
            assert!(kinds.contains(&kind), "{kind}");
        }
    }
}

#[test]
fn labels() {
    for (line, _) in predictions("labels") {
        check_fields(&line, &["id", "cap", "signs"]);
        assert!(list(&line, "signs").iter().all(Value::is_string));
        let cap = &line["cap"];
        assert!(cap.is_null() || [9, 16, 18, 19].contains(&cap.as_u64().expect("a number")));
    }
}

#[test]
fn tension() {
    let lines = predictions("tension");
    for (line, text) in &lines {
        check_fields(line, &["id", "quad", "source", "target", "score", "readings", "pairs"]);
        let quad = line["quad"].as_u64().expect("a class");
        let score = line["score"].as_f64().expect("a score");
        assert!(quad <= 4 && (-10.0..=10.0).contains(&score), "{line}");
        check_places(&line["source"], text);
        check_places(&line["target"], text);
        for reading in list(line, "readings") {
            let fields = ["sentence", "source", "target", "quad", "sign", "level", "evidence"];
            check_fields(reading, &fields);
            check_place(&reading["sentence"], text);
            assert!(!check_places(&reading["evidence"], text).is_empty());
            assert!([-1, 1].contains(&reading["sign"].as_i64().expect("a sign")));
        }
        for pair in list(line, "pairs") {
            let fields = ["source", "target", "strain", "easing", "signals", "value", "range"];
            check_fields(pair, &fields);
        }
    }
    let (condemned, text) = &lines[1];
    assert_eq!(condemned["quad"], 3, "condemned is a word of conflict: {condemned}");
    let evidence = &list(condemned, "readings")[0]["evidence"][0];
    let (start, end) = (evidence[0].as_u64(), evidence[1].as_u64());
    let words: String =
        text[start.expect("start") as usize..end.expect("end") as usize].iter().collect();
    assert!(words.contains("condemned"), "{words}");
}

#[test]
fn the_same_lines_give_the_same_output() {
    let file = data("lines.jsonl");
    for layer in ["quotes", "topics", "tension"] {
        let once = readout(&["predict", layer, &file], b"").out;
        let input = std::fs::read(&file).expect("the file is there");
        assert_eq!(once, readout(&["predict", layer, "-"], &input).out, "{layer}");
        assert_eq!(once, readout(&["predict", layer], &input).out, "{layer}");
    }
}

#[test]
fn readings() {
    for (line, _) in predictions("readings") {
        check_fields(&line, &["id", "value", "range", "parties", "strain", "easing", "halves"]);
        check_fields(&line["halves"], &["odd", "even", "first", "second"]);
        assert_eq!(line["value"].is_null(), line["range"].is_null());
        for half in line["halves"].as_object().expect("an object").values() {
            check_fields(half, &["value", "range", "parties", "strain", "easing"]);
        }
    }
}
