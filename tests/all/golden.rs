//! Nothing that version 1 of an answer had is gone: it only ever grows.

use super::schemas::{ANSWERS, printed, root};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The keys of an answer, by their path, with the types of what they hold.
type Shape = BTreeMap<String, BTreeSet<String>>;

fn shape(value: &Value, path: &str, shape_of: &mut Shape) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    shape_of
        .entry(path.to_owned())
        .or_default()
        .insert(kind.to_owned());
    match value {
        Value::Array(all) => all
            .iter()
            .for_each(|one| shape(one, &format!("{path}[]"), shape_of)),
        Value::Object(object) => {
            for (key, one) in object {
                shape(one, &format!("{path}.{key}"), shape_of);
            }
        }
        _ => {}
    }
}

/// What version 1 had and today's answers do not, path by path. That a value may be null is no promise.
fn lost(golden: &Shape, today: &Shape) -> Vec<String> {
    let nothing = BTreeSet::new();
    let mut lost = Vec::new();
    for (path, kinds) in golden {
        let now = today.get(path).unwrap_or(&nothing);
        let gone = kinds.difference(now).filter(|kind| *kind != "null");
        lost.extend(gone.map(|kind| format!("{path} is never {kind} any more")));
        if now.is_empty() {
            lost.push(format!("{path} is gone"));
        }
    }
    lost
}

/// The shape of all that the commands of a schema print.
fn today(commands: &[&[&str]], format: &str) -> Shape {
    let mut all = Shape::new();
    for command in commands {
        for line in printed(command, format).lines() {
            shape(&serde_json::from_str(line).unwrap(), "", &mut all);
        }
    }
    all
}

/// `SNAPSHOTS=overwrite` adds what is new, and takes nothing away.
#[test]
fn nothing_that_version_1_had_is_gone() {
    let overwrite = std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite");
    let check = ANSWERS.iter().find(|(name, _)| *name == "check").unwrap().1;
    let others: Vec<&[&str]> = ANSWERS
        .iter()
        .filter(|(name, _)| *name != "check")
        .flat_map(|(_, commands)| commands.iter().copied())
        .collect();
    let answers = ANSWERS
        .iter()
        .map(|(name, commands)| (*name, today(commands, "json")));
    let lines = [
        ("record", today(&others, "jsonl")),
        ("finding", today(check, "jsonl")),
    ];
    for (name, today) in answers.chain(lines) {
        let path = root()
            .join("tests/golden/v1")
            .join(name)
            .with_extension("json");
        let text = fs::read_to_string(&path).unwrap_or_else(|_| "{}".to_owned());
        let mut golden: Shape = serde_json::from_str(&text).unwrap();
        let lost = lost(&golden, &today);
        assert!(
            lost.is_empty(),
            "roles/{name}/1 has lost what it had:\n{}",
            lost.join("\n")
        );
        assert!(
            overwrite || !golden.is_empty(),
            "{} is not there: SNAPSHOTS=overwrite cargo test writes it",
            path.display()
        );
        if overwrite {
            for (key, kinds) in today {
                golden.entry(key).or_default().extend(kinds);
            }
            fs::write(path, serde_json::to_string_pretty(&golden).unwrap() + "\n").unwrap();
        }
    }
}

/// The columns of CSV grow at their end only.
#[test]
fn the_columns_of_version_1_stand_where_they_stood() {
    let first = |command: &[&str]| printed(command, "csv").lines().next().unwrap().to_owned();
    let long = "section,item,subject,text,value,unit,status,period,area,occupation,occupation_title,fit,source,address";
    assert!(first(&["list"]).starts_with(long));
    let finding = "file,record_line,record_id,line,column,end_line,end_column,rule,certain,match,claims,data,instead,sources";
    assert!(first(&["check", "tests/check"]).starts_with(finding));
}

#[test]
fn what_is_lost_is_noticed() {
    let shape_of = |value: Value| {
        let mut all = Shape::new();
        shape(&value, "", &mut all);
        all
    };
    let golden = shape_of(json!({"a": [{"b": 1}], "c": null, "d": "x"}));
    assert_eq!(lost(&golden, &golden), Vec::<String>::new());
    assert_eq!(
        lost(
            &golden,
            &shape_of(json!({"a": [{"b": 1, "e": 2}], "c": 1, "d": "x"}))
        ),
        Vec::<String>::new()
    );
    assert_eq!(
        lost(&golden, &shape_of(json!({"a": [{"b": "1"}], "c": 1}))),
        [
            ".a[].b is never number any more",
            ".d is never string any more",
            ".d is gone"
        ]
    );
}
