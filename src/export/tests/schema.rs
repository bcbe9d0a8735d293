//! What is exported fits the schema that is published beside the app.

mod common;

use readout_export::json;
use serde_json::{Value, json as value};

fn schema() -> Value {
    let path = format!("{}/../../static/schema/readout-1.schema.json", env!("CARGO_MANIFEST_DIR"));
    let schema = std::fs::read_to_string(path).expect("the schema is published");
    serde_json::from_str(&schema).expect("the schema is JSON")
}

/// The first misfit, as a path and a reason. Knows the keywords that the schema uses, and takes
/// any other for a mistake, so that nothing is passed over.
fn misfit(schema: &Value, root: &Value, value: &Value, path: &str) -> Option<String> {
    let rules = schema.as_object().expect("a schema is an object");
    for (keyword, rule) in rules {
        let wrong = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" => None,
            "$ref" => {
                let pointer = rule.as_str().and_then(|to| to.strip_prefix('#')).expect("local");
                let target = root.pointer(pointer).unwrap_or_else(|| panic!("no {pointer}"));
                misfit(target, root, value, path)
            }
            "anyOf" => {
                let choices = rule.as_array().expect("choices");
                let fits = choices.iter().any(|one| misfit(one, root, value, path).is_none());
                (!fits).then(|| format!("{path}: fits none"))
            }
            "type" => {
                let types = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
                let fits = types.iter().any(|one| is_a(value, one.as_str().expect("a name")));
                (!fits).then(|| format!("{path}: {value} is no {rule}"))
            }
            "const" => (value != rule).then(|| format!("{path}: {value} is not {rule}")),
            "enum" => {
                let fits = rule.as_array().expect("values").contains(value);
                (!fits).then(|| format!("{path}: {value} is none of {rule}"))
            }
            "minimum" => value
                .as_f64()
                .is_some_and(|number| number < rule.as_f64().expect("a number"))
                .then(|| format!("{path}: {value} is too small")),
            "maximum" => value
                .as_f64()
                .is_some_and(|number| number > rule.as_f64().expect("a number"))
                .then(|| format!("{path}: {value} is too big")),
            "minItems" => value
                .as_array()
                .is_some_and(|list| (list.len() as u64) < rule.as_u64().expect("a number"))
                .then(|| format!("{path}: too short")),
            "maxItems" => value
                .as_array()
                .is_some_and(|list| (list.len() as u64) > rule.as_u64().expect("a number"))
                .then(|| format!("{path}: too long")),
            "required" => rule.as_array().expect("names").iter().find_map(|name| {
                let name = name.as_str().expect("a name");
                let lacks = value.as_object().is_some_and(|object| !object.contains_key(name));
                lacks.then(|| format!("{path}: lacks {name}"))
            }),
            "properties" => value.as_object().and_then(|object| {
                object.iter().find_map(|(name, value)| {
                    let path = format!("{path}/{name}");
                    match rule.get(name) {
                        Some(schema) => misfit(schema, root, value, &path),
                        // Allowed for readers of the format, but ours has all of them stated.
                        None => Some(format!("{path}: is not in the schema")),
                    }
                })
            }),
            "items" => value.as_array().and_then(|list| {
                list.iter()
                    .enumerate()
                    .find_map(|(at, item)| misfit(rule, root, item, &format!("{path}/{at}")))
            }),
            other => panic!("keyword {other} is not known here"),
        };
        if wrong.is_some() {
            return wrong;
        }
    }
    None
}

fn is_a(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("type {other} is not known here"),
    }
}

#[test]
fn an_export_fits_its_schema() {
    let schema = schema();
    let sample = common::sample();
    let exported: Value = serde_json::from_str(&json(&sample.reading())).expect("JSON");
    assert_eq!(misfit(&schema, &schema, &exported, ""), None);
    for list in ["quotes", "dates", "topics", "signals", "pairs", "changes", "actors"] {
        let length = exported[list].as_array().map_or(0, Vec::len);
        assert!(length > 0, "nothing of {list} was checked");
    }
}

#[test]
fn the_schema_notices_what_does_not_fit() {
    let schema = schema();
    let sample = common::sample();
    let good: Value = serde_json::from_str(&json(&sample.reading())).expect("JSON");
    for (pointer, bad) in [
        ("/format", value!("readout/2")),
        ("/tension/value", value!(101)),
        ("/quotes/0/form", value!("shouted")),
        ("/quotes/0/content", value!([])),
        ("/sentences/0/at/utf16", value!([1])),
        ("/actors/0/side", value!("Germany")),
        ("/signals/0/by_reader", value!("bent")),
    ] {
        let mut changed = good.clone();
        *changed.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = bad;
        assert!(misfit(&schema, &schema, &changed, "").is_some(), "{pointer}");
    }
}
