//! Files of a layer as their authors write them: read, held to the rules, and, where they keep these, asked about by
//! every command in every format.

use super::answer::sound;
use super::ask::ask;
use roles::catalog::{Catalog, Layer};
use roles::data::Problem;
use roles::render::{Format, Settings, draw};
use roles::report::data::check::DataCheck;
use std::collections::BTreeMap;

/// Begins the line that names the file whose text follows.
const HEAD: &str = "#= ";
/// The most files of one input that are read.
const MOST: usize = 6;

/// The files of a layer by their places.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Takes an input as files: each begins with a line such as `#= roles/cio.toml`; what stands before is a file of lists.
pub fn run(data: &[u8]) {
    let mut files = Files::new();
    let mut place = "lists.toml".to_owned();
    for line in data.split_inclusive(|byte| *byte == b'\n') {
        if let Some(name) = line.strip_prefix(HEAD.as_bytes()) {
            if files.len() == MOST {
                break;
            }
            place = String::from_utf8_lossy(name).trim().to_owned();
        }
        files.entry(place.clone()).or_default().extend(line);
    }
    let salt = data.iter().map(|byte| usize::from(*byte)).sum();
    tried(&files, salt);
}

/// Holds a layer to the rules, and asks one of all questions about it, in one of all looks: which, the salt says.
pub fn tried(files: &Files, salt: usize) {
    let catalog = || {
        let layer = Layer::of("acme".to_owned(), files.clone());
        Catalog::bundled().with_layers(vec![layer])
    };
    let problems = match catalog().audit(0) {
        Ok(problems) => problems,
        Err(roles::catalog::Error::Broken(problems)) => {
            assert!(!problems.is_empty(), "broken, and nothing says by what");
            problems
        }
        Err(error) => panic!("{error}"),
    };
    for problem in &problems {
        pointed(problem, files);
    }
    told(&catalog(), &problems, salt);
    let sound = problems.is_empty();
    let questions = questions(files);
    let question = &questions[salt / LOOKS.len() % questions.len()];
    let look = LOOKS[salt % LOOKS.len()];
    let words = question.iter().map(String::as_str);
    let words: Vec<_> = words.chain(look.iter().copied()).collect();
    let asked = ask(&catalog, &words);
    if sound {
        let graph = look.iter().any(|word| ["mermaid", "dot"].contains(word));
        let answered = asked.status < 2 || graph && question[0] != "path";
        let complaints = asked.complaints;
        assert!(
            answered,
            "a layer without a fault fails {words:?}: {complaints}"
        );
    }
}

/// Sees to it that a problem stands in a file that there is, at a place that there is, and says what it is.
fn pointed(problem: &Problem, files: &Files) {
    assert!(!problem.message.trim().is_empty() && problem.line > 0 && problem.column > 0);
    let place = problem.file.strip_prefix("acme/").unwrap_or_default();
    let Some(bytes) = files.get(place) else {
        // A folder that is not read, or an item that lies below.
        assert_eq!((problem.line, problem.column), (1, 1), "{problem}");
        return;
    };
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let line = text.split('\n').nth(problem.line - 1);
    let line = line.unwrap_or_else(|| panic!("no such line: {problem}"));
    assert!(
        problem.column <= line.chars().count() + 1,
        "no such column: {problem}"
    );
}

/// Sees to it that what is wrong with a layer can be told in a format.
fn told(catalog: &Catalog, problems: &[Problem], salt: usize) {
    let report = DataCheck {
        checked: vec!["acme".to_owned()],
        problems: problems.iter().cloned().map(Into::into).collect(),
    };
    let formats = [
        Format::Table,
        Format::Json,
        Format::Jsonl,
        Format::Csv,
        Format::Tsv,
        Format::Markdown,
        Format::Html,
    ];
    let settings = Settings {
        format: formats[salt % formats.len()],
        ..Settings::default()
    };
    let text = draw(&report, catalog, settings).expect("a report on problems can be drawn");
    sound(&text, settings.format, settings.width);
}

/// How answers are drawn.
const LOOKS: [&[&str]; 17] = [
    &["--width", "100"],
    &["--width", "20"],
    &["--width", "61", "--layout", "table"],
    &["--width", "37", "--layout", "stacked"],
    &["--width", "79", "--layout", "sentences"],
    &["--width", "20", "--layout", "sentences"],
    &["--width", "220", "--ascii"],
    &["--color", "always"],
    &["--json"],
    &["--format", "jsonl"],
    &["--format", "csv"],
    &["--format", "tsv"],
    &["--format", "markdown"],
    &["--format", "html"],
    &["--format", "names"],
    &["--format", "mermaid"],
    &["--format", "dot"],
];

/// Every question that there is about the items of a layer.
fn questions(files: &Files) -> Vec<Vec<String>> {
    let mut questions = vec![];
    let mut add = |words: &[&str]| {
        questions.push(
            words
                .iter()
                .map(|&word| word.to_owned())
                .collect::<Vec<_>>(),
        );
    };
    for words in [
        &["list", "--sort", "pay"][..],
        &["list", "--max-age", "1y", "--as-of", "2026-11"],
        &["certs"],
        &["certs", "--sort", "fee", "--role", "it-support"],
        &["sources"],
        &["search", "help desk manager"],
        &["show", "it-support"],
        &["history", "it-support"],
        &["certs", "mcsa"],
        &["certs", "comptia-a-plus"],
        &["sources", "oews-2025"],
    ] {
        add(words);
    }
    let of = |place: &str, folder: &str| {
        let leaf = place.strip_prefix(folder)?.strip_suffix(".toml")?;
        let typed = leaf
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "-.".contains(letter));
        (typed && !leaf.starts_with(['-', '.']) && !leaf.is_empty()).then(|| leaf.to_owned())
    };
    for role in files.keys().filter_map(|place| of(place, "roles/")) {
        let role = role.as_str();
        for words in [
            &["show", role][..],
            &["compare", role, "it-manager", "tech-pm"],
            &["compare", "it-support", role, "--only-diff"],
            &["gap", "it-support", role],
            &["gap", role, "cio"],
            &["history", role],
            &["show", role, "--section", "pay,outlook,claims,resources"],
            &["certs", "--role", role],
        ] {
            add(words);
        }
        // There is no way from a role to itself.
        if role != "cio" {
            add(&["path", role, "cio", "-k", "5"]);
        }
        if role != "it-support" {
            add(&["path", "it-support", role]);
        }
    }
    for soc in files.keys().filter_map(|place| of(place, "occupations/")) {
        add(&["history", &soc]);
        add(&[
            "show",
            "it-support",
            "--section",
            "pay,outlook,ratings,measured-by",
        ]);
    }
    questions
}
