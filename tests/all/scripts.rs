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
fn an_unknown_field_is_answered_with_those_there_are() {
    let said = failed(&["list", "-o", "csv", "--fields", "subjct"]);
    assert!(
        said.contains("error: no field \"subjct\"\nhint: did you mean subject?\n"),
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
