//! Answers and data files are as their JSON Schemas say.

use super::layers::Room;
use super::run::{output, stdout};
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each answer's schema, with commands that between them show what can stand in it.
pub const ANSWERS: [(&str, &[&[&str]]); 16] = [
    (
        "list",
        &[
            &["list"],
            &["list", "--family", "security", "--level", "entry"],
        ],
    ),
    (
        "show",
        &[
            &["show", "it-support"],
            &["show", "cio", "--section", "ratings"],
            &["show", "project-manager"],
            &["show", "it-support", "--data", "ROOM/acme"],
        ],
    ),
    (
        "compare",
        &[
            &["compare", "it-support", "sysadmin", "tech-pm"],
            &["compare", "cio", "cto", "--only-diff"],
        ],
    ),
    (
        "gap",
        &[
            &["gap", "it-support", "sysadmin"],
            &["gap", "--me", "examples/me.toml", "cio"],
            &["gap", "cio", "project-manager"],
        ],
    ),
    (
        "path",
        &[
            &["path", "it-support", "it-manager", "-k", "5"],
            &["path", "it-technician", "cio"],
            &["path", "cio", "it-support"],
        ],
    ),
    ("fit", &[&["fit", "--me", "examples/me.toml"]]),
    (
        "certs",
        &[
            &["certs"],
            &["certs", "mcsa"],
            &["certs", "--role", "it-support", "--sort", "fee"],
        ],
    ),
    (
        "history",
        &[
            &["history", "it-support"],
            &["history", "cio"],
            &["history", "13-1082"],
        ],
    ),
    (
        "search",
        &[
            &["search", "vendor contracts"],
            &["search", "mcsa"],
            &["search", "no such thing"],
        ],
    ),
    ("sources", &[&["sources"], &["sources", "oews-2025"]]),
    (
        "check",
        &[
            &["check", "examples/article.md", "tests/check", "--pedantic"],
            &["check", "tests/check/pages.jsonl", "--jsonl-field", "text"],
            &["check", "no-such-file"],
        ],
    ),
    ("check-rule", &[&["check", "--explain", "sign-change"]]),
    (
        "data-check",
        &[
            &["data", "check", "ROOM/acme"],
            &["data", "check", "ROOM/broken"],
        ],
    ),
    (
        "data-new",
        &[&["data", "new", "trainee", "--data", "ROOM/new"]],
    ),
    (
        "data-paths",
        &[
            &["data", "paths"],
            &["data", "paths", "--data", "ROOM/acme"],
        ],
    ),
    ("schemas", &[&["data", "schema"]]),
];

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// Data of one's own: a layer, and one with a mistake.
const LAYERS: [(&str, &str); 3] = [
    (
        "acme/roles/it-support.toml",
        "patch = true\nid = \"it-support\"\ntitle = \"Helper\"\n\
         [[add.duties]]\ntheme = \"users\"\ntext = \"Answers the telephone\"\nsources = [\"acme-hr\"]\n",
    ),
    (
        "acme/sources.toml",
        "[[sources]]\nid = \"acme-hr\"\ntitle = \"Job sheets\"\npublisher = \"Acme\"\nkind = \"secondary\"\n\
         date = \"2026-01-15\"\naddress = \"https://example.org/jobs\"\nlicence = \"own\"\n",
    ),
    ("broken/roles/cio.toml", "id = 3\n"),
];

/// What a command prints in a format, whatever its exit status. `ROOM` is a folder with the layers.
pub fn printed(command: &[&str], format: &str) -> String {
    let room = command.iter().any(|word| word.contains("ROOM"));
    let room = room.then(|| Room::with(&LAYERS));
    let path = room.as_ref().map(|room| room.path().display().to_string());
    let words = command
        .iter()
        .map(|word| word.replace("ROOM", path.as_deref().unwrap_or("ROOM")));
    let words: Vec<_> = words.collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let ended = output(&[&words[..], &["--format", format]].concat());
    let text = String::from_utf8(ended.stdout).unwrap();
    assert!(
        !text.is_empty() || format != "json",
        "{command:?}: {}",
        String::from_utf8_lossy(&ended.stderr)
    );
    text
}

fn answer(command: &[&str]) -> Value {
    serde_json::from_str(&printed(command, "json")).unwrap()
}

fn schema(name: &str) -> Value {
    serde_json::from_str(&stdout(&["data", "schema", name])).unwrap()
}

/// A schema that allows no key but those it describes.
fn strict(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.values_mut().for_each(strict);
            if object.get("properties").is_some_and(Value::is_object) && object.contains_key("type")
            {
                object.insert("additionalProperties".to_owned(), json!(false));
            }
        }
        Value::Array(all) => all.iter_mut().for_each(strict),
        _ => {}
    }
}

fn strict_validator(name: &str) -> Validator {
    let mut schema = schema(name);
    strict(&mut schema);
    jsonschema::validator_for(&schema).unwrap()
}

fn assert_valid(validator: &Validator, value: &Value, what: &str) {
    let errors: Vec<_> = validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{what}\n{}", errors.join("\n"));
}

#[test]
fn every_answer_is_as_its_schema_says_and_the_schema_tells_of_every_key() {
    for (name, commands) in ANSWERS {
        let validator = strict_validator(name);
        for command in commands {
            let answer = answer(command);
            assert_eq!(answer["schema"], format!("roles/{name}/1"));
            assert_valid(&validator, &answer, &command.join(" "));
        }
    }
}

#[test]
fn every_line_is_as_its_schema_says() {
    let (record, finding) = (strict_validator("record"), strict_validator("finding"));
    for (name, commands) in ANSWERS {
        for command in commands {
            let validator = if name == "check" { &finding } else { &record };
            for line in printed(command, "jsonl").lines() {
                assert_valid(validator, &serde_json::from_str(line).unwrap(), line);
            }
        }
    }
}

#[test]
fn every_command_and_every_schema_is_tried() {
    let tried: BTreeSet<_> = ANSWERS.iter().map(|(name, _)| *name).collect();
    let names = stdout(&["data", "schema", "-o", "names"]);
    let others = ["role", "occupation", "lists", "me", "record", "finding"];
    let named = names.lines().filter(|name| !others.contains(name));
    assert_eq!(tried, named.collect());
    let help = stdout(&["--help"]);
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands = commands.take_while(|line| !line.is_empty());
    let commands = commands.filter(|line| !line.starts_with("    "));
    for line in commands {
        let command = line.split_whitespace().next().unwrap();
        // These print no report.
        let other = ["help", "completions", "man"].contains(&command);
        let all = ANSWERS.iter().flat_map(|(_, commands)| *commands);
        assert!(
            other || all.clone().any(|tried| tried[0] == command),
            "roles {command} has no line in ANSWERS, or no schema: src/commands/data/schema/mod.rs"
        );
    }
}

/// Files of a folder of the data, as JSON.
fn data(folder: &str) -> Vec<(String, Value)> {
    let entries = fs::read_dir(root().join("data").join(folder)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let files = paths.filter(|path| {
        path.extension()
            .is_some_and(|extension| extension == "toml")
    });
    files
        .map(|path| {
            (
                path.display().to_string(),
                toml(&fs::read_to_string(path).unwrap()),
            )
        })
        .collect()
}

fn toml(text: &str) -> Value {
    toml::from_str(text).unwrap()
}

#[test]
fn every_data_file_is_as_its_schema_says() {
    for (name, folder) in [
        ("role", "roles"),
        ("occupation", "occupations"),
        ("lists", ""),
    ] {
        let validator = jsonschema::validator_for(&schema(name)).unwrap();
        let files = data(folder);
        assert!(files.len() > 5, "{folder}");
        for (path, file) in files {
            assert_valid(&validator, &file, &path);
        }
    }
    for (name, (path, text)) in ["role", "lists"].into_iter().zip(LAYERS) {
        let validator = jsonschema::validator_for(&schema(name)).unwrap();
        assert_valid(&validator, &toml(text), path);
    }
    let me = fs::read_to_string(root().join("examples/me.toml")).unwrap();
    assert_valid(&strict_validator("me"), &toml(&me), "me.toml");
}

#[test]
fn a_mistake_in_a_data_file_is_one_to_its_schema() {
    let role = fs::read_to_string(root().join("data/roles/tech-pm.toml")).unwrap();
    let pay = "soc = \"15-1232\"\ntitle = \"T\"\nname = \"t\"\narea = \"A\"\n[[pay]]\nyear = 2025\nsource = \"s\"\n";
    let valid = |name: &str, text: &str| {
        jsonschema::validator_for(&schema(name))
            .unwrap()
            .is_valid(&toml(text))
    };
    for (name, good, from, to) in [
        ("role", role.as_str(), "\nfamily = ", "\nfamly = "),
        ("role", &role, "\nlevel = \"manager\"", "\nlevel = \"boss\""),
        ("role", &role, "\ntitle = ", "\n# title = "),
        ("role", &role, "\ntitle = ", "\nadd = {}\ntitle = "),
        (
            "role",
            "patch = true\nid = \"x\"\ntitle = \"X\"\n",
            "patch = true",
            "patch = false",
        ),
        (
            "role",
            "patch = true\nid = \"x\"\nadd = { aliases = [\"X\"] }\n",
            "aliases",
            "alias",
        ),
        (
            "role",
            "patch = true\nid = \"x\"\n",
            "id = \"x\"",
            "title = \"X\"",
        ),
        (
            "role",
            "patch = true\nid = \"x\"\nremove = [\"focus\"]\n",
            "[\"focus\"]",
            "\"focus\"",
        ),
        ("occupation", pay, "source = \"s\"", "median = 1"),
        (
            "occupation",
            &format!("{pay}median = \">=239200\"\n"),
            ">=",
            ">",
        ),
        (
            "occupation",
            &format!("{pay}p10 = \"not published\"\n"),
            "not published",
            "none",
        ),
        (
            "occupation",
            "patch = true\nsoc = \"15-1232\"\nname = \"n\"\n",
            "soc",
            "id",
        ),
        (
            "lists",
            "[[skills]]\npatch = true\nid = \"a\"\nname = \"A\"\n",
            "name",
            "nmae",
        ),
        (
            "lists",
            "edition = \"2026-06-30\"\n",
            "2026-06-30",
            "2026-6",
        ),
        (
            "me",
            "education = \"bachelor\"\nyears = 3\n",
            "years = 3",
            "years = 71",
        ),
    ] {
        let bad = good.replacen(from, to, 1);
        assert!(valid(name, good), "{name}: {good}");
        assert_ne!(good, bad);
        assert!(!valid(name, &bad), "{name}: {bad}");
    }
}

#[test]
fn a_schema_is_found_by_several_names_and_printed_as_it_is_written() {
    let role = fs::read_to_string(root().join("docs/schemas/role.json")).unwrap();
    assert_eq!(stdout(&["data", "schema", "Role"]), role);
    let list = stdout(&["data", "schema", "list"]);
    assert_eq!(stdout(&["data", "schema", "roles/list/1"]), list);
    assert_eq!(
        stdout(&["data", "schema", "certification"]),
        stdout(&["data", "schema", "lists"])
    );
    let ended = output(&["data", "schema", "comapre"]);
    assert_eq!(ended.status.code(), Some(2));
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(
        said,
        "error: no schema \"comapre\"\nhint: did you mean compare? roles data schema compare\nhint: `roles data schema` lists those there are\n"
    );
}
