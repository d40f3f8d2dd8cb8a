//! `roles check` against texts whose faults are known: precision and recall of every rule, which may not fall, and
//! whatever else it finds in them.

use roles::analysis::check::{Checker, RULES};
use roles::analysis::document::{Document, Markup};
use roles::catalog::Catalog;
use serde::Deserialize;
use serde_json::Value;
use snapbox::{Assert, Data};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    passages: Vec<Labelled>,
}

/// A text with what is to be found in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Labelled {
    name: String,
    markup: String,
    text: String,
    #[serde(default)]
    raises: Vec<Label>,
    #[serde(default)]
    optional: Vec<Label>,
}

/// A rule, and the words it is to point at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    rule: String,
    at: String,
    #[serde(default)]
    nth: Option<usize>,
}

/// How a rule did over all texts.
#[derive(Default)]
struct Score {
    right: usize,
    missed: usize,
    wrong: usize,
}

/// The least that a rule must reach, in percent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Floor {
    precision: usize,
    recall: usize,
}

impl Score {
    fn percent(part: usize, whole: usize) -> usize {
        (part * 100).checked_div(whole).unwrap_or(100)
    }

    fn precision(&self) -> usize {
        Self::percent(self.right, self.right + self.wrong)
    }

    fn recall(&self) -> usize {
        Self::percent(self.right, self.right + self.missed)
    }
}

impl Label {
    /// Where its words stand in the text.
    fn place(&self, text: &str) -> Range<usize> {
        let mut places = text.match_indices(&self.at);
        let (start, words) = places
            .nth(self.nth.unwrap_or(1) - 1)
            .unwrap_or_else(|| panic!("no \"{}\"", self.at));
        start..start + words.len()
    }

    fn answered_by(&self, text: &str, rule: &str, at: &Range<usize>) -> bool {
        let place = self.place(text);
        self.rule == rule && place.start < at.end && at.start < place.end
    }
}

/// The corpus, or another folder of the same kind that is to be judged instead.
fn folder() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    std::env::var_os("ROLES_CORPUS").map_or(own, PathBuf::from)
}

fn passages() -> Vec<Labelled> {
    let mut files: Vec<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let is_corpus = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ending == "toml") && !path.ends_with("floor.toml")
    };
    let files = files.into_iter().filter(is_corpus);
    files
        .flat_map(|path| {
            toml::from_str::<File>(&fs::read_to_string(&path).unwrap())
                .unwrap_or_else(|e| panic!("{}: {e}", path.display()))
                .passages
        })
        .collect()
}

/// Adds what the checker finds in a text to the scores, and what it gets wrong to the report.
fn judge(
    checker: &Checker,
    labelled: &Labelled,
    scores: &mut BTreeMap<String, Score>,
    report: &mut String,
) {
    let markup = match labelled.markup.as_str() {
        "text" => Markup::Plain,
        "markdown" => Markup::Markdown,
        "html" => Markup::Html,
        other => panic!("{}: no markup {other}", labelled.name),
    };
    let text = &labelled.text;
    let document = Document::read(text, markup);
    let found = checker
        .check(&document)
        .into_iter()
        .filter(|finding| finding.certain);
    let mut found: Vec<_> = found
        .map(|finding| (finding.rule.name, finding.at))
        .collect();
    for label in &labelled.raises {
        let score = scores.entry(label.rule.clone()).or_default();
        let before = found.len();
        found.retain(|(rule, at)| !label.answered_by(text, rule, at));
        if found.len() < before {
            score.right += 1;
        } else {
            score.missed += 1;
            writeln!(
                report,
                "missed  {:24} {:40} {}",
                label.rule, labelled.name, label.at
            )
            .unwrap();
        }
    }
    found.retain(|(rule, at)| {
        !labelled
            .optional
            .iter()
            .any(|label| label.answered_by(text, rule, at))
    });
    for (rule, at) in found {
        scores.entry(rule.to_owned()).or_default().wrong += 1;
        writeln!(
            report,
            "wrong   {:24} {:40} {}",
            rule, labelled.name, &text[at]
        )
        .unwrap();
    }
}

#[test]
fn precision_and_recall_of_every_rule_hold() {
    let checker = Checker::new(&Catalog::bundled()).unwrap();
    let floor = fs::read_to_string(folder().join("floor.toml")).unwrap();
    let floor: BTreeMap<String, Floor> = toml::from_str(&floor).unwrap();
    let mut scores = BTreeMap::new();
    let mut report = String::new();
    let passages = passages();
    for labelled in &passages {
        judge(&checker, labelled, &mut scores, &mut report);
    }
    println!(
        "{report}\n{:24} {:>9} {:>6}   over {} passages",
        "rule",
        "precision",
        "recall",
        passages.len()
    );
    let mut fallen = Vec::new();
    for rule in RULES {
        let score = scores.remove(rule.name).unwrap_or_default();
        let (precision, recall) = (score.precision(), score.recall());
        println!(
            "{:24} {precision:>8}% {recall:>5}%   {} right, {} missed, {} wrong",
            rule.name, score.right, score.missed, score.wrong
        );
        let floor = floor.get(rule.name);
        let floor = floor
            .unwrap_or_else(|| panic!("tests/corpus/floor.toml has no line for {}", rule.name));
        if precision < floor.precision || recall < floor.recall {
            fallen.push(rule.name);
        }
    }
    assert!(scores.is_empty(), "labels of no rule: {:?}", scores.keys());
    assert!(
        fallen.is_empty(),
        "below tests/corpus/floor.toml: {fallen:?}\n{report}"
    );
}

#[test]
fn the_corpus_is_large_and_half_of_it_is_clean() {
    let passages = passages();
    let clean = passages
        .iter()
        .filter(|labelled| labelled.raises.is_empty())
        .count();
    assert!(
        passages.len() >= 60 && clean * 5 >= passages.len() * 2,
        "{} passages, {clean} clean",
        passages.len()
    );
    for rule in RULES {
        let raised = passages
            .iter()
            .filter(|labelled| labelled.raises.iter().any(|label| label.rule == rule.name));
        assert!(raised.count() >= 8, "too few passages raise {}", rule.name);
        assert!(
            include_str!("../corpus/README.md").contains(&format!("`{}`", rule.name)),
            "tests/corpus/README.md does not name {}",
            rule.name
        );
    }
}

/// Writes every passage to a file of its own, and says what is found in each: doubtful findings too, and what is said
/// of whom. A score hides what a change does to these; here it shows.
#[test]
fn whatever_is_found_in_the_corpus_is_as_it_was() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for passage in passages() {
        let ending = match passage.markup.as_str() {
            "text" => "txt",
            "markdown" => "md",
            _ => "html",
        };
        fs::write(
            folder.join(passage.name).with_extension(ending),
            passage.text,
        )
        .unwrap();
    }
    let output = super::run::command()
        .current_dir(&folder)
        .args(["check", ".", "--pedantic", "--format", "jsonl"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let mut told = String::new();
    let mut file = String::new();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let finding: Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| finding[key].as_str().unwrap_or_default();
        if file != text("file") {
            file = text("file").to_owned();
            writeln!(told, "\n{file}").unwrap();
        }
        let place = |key: &str| finding["place"][key].as_u64().unwrap();
        let doubt = if finding["certain"] == true { "" } else { "?" };
        let sources = finding["sources"].as_array().unwrap().iter();
        let sources: Vec<_> = sources.filter_map(Value::as_str).collect();
        writeln!(
            told,
            "{}:{} {}{doubt} \"{}\" {}\n    {} [{}]\n    {}",
            place("line"),
            place("column"),
            text("rule"),
            text("match"),
            text("claims"),
            text("data"),
            sources.join(", "),
            text("instead")
        )
        .unwrap();
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/corpus.txt");
    Assert::new()
        .action_env("SNAPSHOTS")
        .eq(told, Data::read_from(&path, None).raw());
}
