//! What scripts are promised: names for other commands, columns in the order asked, rows that a line holds.

use super::run::{output, stdout};

fn failed(arguments: &[&str]) -> String {
    let ended = output(arguments);
    assert_eq!(ended.status.code(), Some(2), "{arguments:?}");
    assert!(ended.stdout.is_empty(), "{arguments:?}");
    String::from_utf8(ended.stderr).unwrap()
}

#[test]
fn names_are_ids_and_nothing_else() {
    let names = |arguments: &[&str]| {
        let arguments: Vec<_> = arguments.iter().copied().chain(["-o", "names"]).collect();
        let text = String::from_utf8(output(&arguments).stdout).unwrap();
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        names(&["compare", "CTO", "it support specialist"]),
        ["cto", "it-support"]
    );
    assert_eq!(
        names(&["gap", "it-support", "tech-pm"]),
        ["it-support", "tech-pm"]
    );
    assert_eq!(names(&["gap", "--me", "examples/me.toml", "cio"]), ["cio"]);
    assert_eq!(names(&["history", "it-support"]), ["it-support"]);
    assert_eq!(names(&["history", "15-1232"]), ["15-1232"]);
    assert_eq!(names(&["certs", "220-1201"]), ["comptia-a-plus"]);
    assert_eq!(names(&["sources", "oews-2025"]), ["oews-2025"]);
    assert_eq!(
        names(&["check", "tests/check"]),
        ["tests/check/evening.txt", "tests/check/page.html"]
    );
    // Every one of them names a role, and a way goes through each of its roles once.
    for name in names(&["list"]) {
        assert_eq!(names(&["show", &name]), [name]);
    }
    let way = names(&["path", "it-technician", "cio", "-k", "5"]);
    assert!(way.starts_with(&["it-technician".to_owned()]) && way.contains(&"cio".to_owned()));
    let each: std::collections::BTreeSet<_> = way.iter().collect();
    assert_eq!(each.len(), way.len(), "{way:?}");
    // The exit status is that of any other format.
    let none = output(&[
        "list", "--family", "security", "--level", "entry", "-o", "names",
    ]);
    assert_eq!(
        (none.status.code(), none.stdout.as_slice()),
        (Some(1), &b""[..])
    );
}

#[test]
fn fields_are_columns_in_the_order_asked() {
    let role = ["show", "it-support", "--section", "pay"];
    let with = |more: &[&str]| stdout(&[&role[..], more].concat());
    let csv = with(&["-o", "csv", "--fields", "value,item", "--fields", "Subject"]);
    assert!(
        csv.starts_with("value,item,subject\n61860,median,it-support\n"),
        "{csv}"
    );
    let tsv = with(&["-o", "tsv", "--fields", "subject,value"]);
    assert!(
        tsv.starts_with("subject\tvalue\nit-support\t61860\n"),
        "{tsv}"
    );
    let lines = with(&["-o", "jsonl", "--fields", "value,occupation_title,source"]);
    assert_eq!(
        lines.lines().next().unwrap(),
        r#"{"value":61860,"occupation_title":"Computer User Support Specialists","source":"oews-2025"}"#
    );
    let list = stdout(&["list", "--fields", "growth,title"]);
    let header = list.lines().find(|line| line.starts_with("Role ")).unwrap();
    let words: Vec<_> = header.split_whitespace().collect();
    assert!(header.find("Growth") < header.find("Title"), "{header}");
    assert!(!words.contains(&"Median"), "{header}");
    let compared = stdout(&[
        "compare",
        "cio",
        "cto",
        "--fields",
        "growth,p10",
        "-o",
        "markdown",
    ]);
    assert!(compared.contains("10th percentile") && !compared.contains("90th percentile"));
}

#[test]
fn a_stand_in_and_what_is_retired_say_so_whichever_columns_are_asked_for() {
    let has = |arguments: &[&str], start: &str| {
        let text = stdout(arguments);
        assert!(text.lines().any(|line| line.starts_with(start)), "{text}");
    };
    has(&["list", "--fields", "median"], "cio (stand-in) ");
    has(&["list", "--fields", "median"], "it-support ");
    has(&["certs", "--fields", "name"], "mcsa (retired) ");
    has(&["search", "mcsa", "--fields", "title"], "mcsa (retired) ");
}

#[test]
fn an_unknown_field_is_answered_with_those_there_are() {
    let said = failed(&["list", "-o", "csv", "--fields", "subjct"]);
    assert!(
        said.contains("error: no field \"subjct\"\nhint: did you mean subject? roles list -o csv --fields subject\n"),
        "{said}"
    );
    assert!(
        said.contains("hint: there are section, item, subject,"),
        "{said}"
    );
    let said = failed(&["list", "--fields", "grwth"]);
    assert!(
        said.contains("did you mean growth?") && said.contains("id, title, family"),
        "{said}"
    );
    let said = failed(&["compare", "cio", "cto", "--fields", "medain"]);
    assert!(said.contains("\n  pay: median, p10,"), "{said}");
    let said = failed(&["check", "tests/check", "-o", "tsv", "--fields", "value"]);
    assert!(
        said.contains("hint: there are file, record_line,"),
        "{said}"
    );
    for format in ["json", "mermaid", "names"] {
        let said = failed(&["path", "it-support", "cio", "-o", format, "--fields", "pay"]);
        assert!(
            said.contains("no columns to choose with --fields"),
            "{said}"
        );
    }
}

#[test]
fn tsv_says_what_csv_says() {
    for command in [
        &["certs"][..],
        &["compare", "it-support", "tech-pm", "it-manager"],
        &["check", "tests/check", "--pedantic"],
    ] {
        let in_format = |format| {
            let arguments = [command, &["-o", format]].concat();
            String::from_utf8(output(&arguments).stdout).unwrap()
        };
        let (csv, tsv) = (in_format("csv"), in_format("tsv"));
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(csv.as_bytes());
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert!(rows.len() > 1, "{command:?}");
        assert_eq!(rows.len(), tsv.lines().count(), "{command:?}");
        for (row, line) in rows.iter().zip(tsv.lines()) {
            let cells: Vec<_> = line
                .split('\t')
                .map(|cell| cell.replace("\\\\", "\\"))
                .collect();
            assert_eq!(row.iter().collect::<Vec<_>>(), cells, "{command:?}");
        }
    }
}

#[test]
fn a_finding_can_be_cut_to_its_columns() {
    let arguments = [
        "check",
        "tests/check/evening.txt",
        "-o",
        "jsonl",
        "--fields",
        "line,match,record_id",
    ];
    let text = String::from_utf8(output(&arguments).stdout).unwrap();
    assert_eq!(
        text.lines().next().unwrap(),
        r#"{"line":3,"match":"MCSE","record_id":null}"#
    );
}

/// What a command complains of, and its exit status.
fn complaint(arguments: &[&str]) -> (String, i32) {
    let ended = output(arguments);
    let said = String::from_utf8(ended.stderr).unwrap();
    (said, ended.status.code().unwrap())
}

#[test]
fn figures_that_are_too_old_are_named_and_end_with_a_no() {
    let pay = ["show", "it-support", "--section", "pay", "--max-age"];
    let with = |more: &[&str]| complaint(&[&pay[..], more].concat());
    assert_eq!(with(&["1y", "--as-of", "2026-05-31"]), (String::new(), 0));
    let (said, status) = with(&["1y", "--as-of", "2026-06-01"]);
    assert!(
        said.starts_with(
            "too old: pay median of it-support: $61,860, May 2025, 1 year before 2026-06-01 [oews-2025]\n"
        ),
        "{said}"
    );
    assert!(
        said.ends_with("\n8 of 8 figures are older than 1y\n"),
        "{said}"
    );
    assert_eq!(status, 1);
    // A month stands for its last day, and what is only to come is not old.
    assert_eq!(with(&["1y", "--as-of", "2026-05"]).1, 0);
    assert_eq!(with(&["0d", "--as-of", "1999"]).1, 0);
}

#[test]
fn what_cannot_be_shown_to_be_recent_is_named_too() {
    let undated = ["certs", "200-301", "--max-age", "9999y"];
    let (said, status) = complaint(&undated);
    assert!(said.is_empty() && status == 0, "{said}");
    let certs = output(&["certs", "-o", "csv", "--fields", "unit,period,subject"]);
    let csv = String::from_utf8(certs.stdout).unwrap();
    let undated: Vec<_> = csv
        .lines()
        .filter_map(|line| line.strip_prefix("USD,,"))
        .collect();
    let (said, status) = complaint(&["certs", "--max-age", "9999y"]);
    let named = said
        .lines()
        .filter(|line| line.starts_with("undated: "))
        .count();
    assert_eq!(
        (named, status),
        (undated.len(), i32::from(!undated.is_empty())),
        "{said}"
    );
}

#[test]
fn the_answer_does_not_depend_on_the_day() {
    for format in ["table", "json", "csv", "names"] {
        let answer = |more: &[&str]| output(&[&["list", "-o", format], more].concat()).stdout;
        let plain = answer(&[]);
        assert_eq!(plain, answer(&["--as-of", "2030"]), "{format}");
        assert_eq!(
            plain,
            answer(&["--as-of", "2030", "--max-age", "1m"]),
            "{format}"
        );
    }
}

#[test]
fn ages_are_asked_only_of_what_is_shown() {
    let two = [
        "compare",
        "cio",
        "cto",
        "--fields",
        "median",
        "--max-age",
        "1y",
        "--as-of",
        "2027",
    ];
    assert!(
        complaint(&two)
            .0
            .ends_with("2 of 2 figures are older than 1y\n")
    );
    // A history holds old years by design: only the newest can be too old.
    let history = [
        "history",
        "it-support",
        "--max-age",
        "2y",
        "--as-of",
        "2026-11-25",
    ];
    assert_eq!(complaint(&history), (String::new(), 0));
    // What a text gives is old, which is the finding; what is held against it must not be.
    let check = [
        "check",
        "examples/article.md",
        "--rule",
        "superseded-figure",
        "--as-of",
        "2027-05",
    ];
    let (said, status) = complaint(&[&check[..], &["--max-age", "23m"]].concat());
    assert!(
        said.contains("too old: growth of 15-1230: -2.7%, 2024–34, 2 years"),
        "{said}"
    );
    assert!(!said.contains("May 2019") && status == 1, "{said}");
}

#[test]
fn an_age_or_a_day_that_is_none_is_answered_before_anything_else() {
    let said = failed(&["list", "--max-age", "2 years"]);
    assert_eq!(
        said,
        "error: --max-age is no age: \"2 years\"\nhint: write years, months and days as 2y, 18m, 90d or 1y6m, each number from 0 to 9999\n"
    );
    assert!(failed(&["list", "--as-of", "2025-02-29"]).starts_with("error: --as-of is no date"));
    failed(&["check", "tests/check", "--max-age", ""]);
}

#[test]
fn a_field_is_known_though_its_row_does_not_differ() {
    let compare = ["compare", "cio", "cto", "--section", "pay", "--only-diff"];
    let told = stdout(&[&compare[..], &["--fields", "median"]].concat());
    assert!(told.ends_with("\nNo differences here.\n"), "{told}");
    let said = failed(&[&compare[..], &["--fields", "medina"]].concat());
    assert!(said.starts_with("error: no field \"medina\""), "{said}");
}

#[test]
fn nothing_is_begun_where_the_answer_cannot_be_given() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("begun-in-vain");
    let data = folder.to_str().unwrap();
    let _ = std::fs::remove_dir_all(&folder);
    for wrong in [
        &["--max-age", "old"][..],
        &["--as-of", "3000"],
        &["--format", "csv", "--fields", "colour"],
        &["--format", "dot"],
    ] {
        failed(&[&["data", "new", "trainee", "--data", data], wrong].concat());
        assert!(!folder.exists(), "{wrong:?}");
    }
    stdout(&["data", "new", "trainee", "--data", data]);
    assert!(folder.join("roles/trainee.toml").exists());
}
