//! Whole behaviours, reviewed like prose. `SNAPSHOTS=overwrite cargo test` writes them anew.

use super::run::{FORMATS, behaviour};
use snapbox::{Assert, Data};
use std::path::Path;

/// Compares what commands do, one after the other, with the file of this name.
pub fn check(name: &str, commands: &[&[&str]]) {
    let behaviours: Vec<_> = commands
        .iter()
        .map(|arguments| behaviour(arguments))
        .collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/snapshots")
        .join(name)
        .with_extension("txt");
    Assert::new()
        .action_env("SNAPSHOTS")
        .eq(behaviours.join("\n"), Data::read_from(&path, None).raw());
}

#[test]
fn list() {
    check(
        "list",
        &[
            &["list", "--width", "104"],
            &[
                "list",
                "--sort",
                "growth",
                "--family",
                "infrastructure",
                "--width",
                "60",
            ],
            &["list", "--family", "data", "--format", "json"],
            &["list", "--family", "data", "--format", "jsonl"],
            &["list", "--family", "data", "--format", "csv"],
            &["list", "--family", "data", "--format", "markdown"],
            &["list", "--family", "security", "--level", "entry"],
        ],
    );
}

#[test]
fn show() {
    check("show", &[&["show", "it-manager", "--width", "100"]]);
    check(
        "show-formats",
        &[
            &[
                "show",
                "tech-pm",
                "--section",
                "pay,measured-by",
                "--width",
                "80",
            ],
            &[
                "show",
                "tech-pm",
                "--section",
                "pay,measured-by",
                "--format",
                "json",
            ],
            &["show", "tech-pm", "--section", "pay", "--format", "jsonl"],
            &["show", "tech-pm", "--section", "pay", "--format", "csv"],
            &[
                "show",
                "tech-pm",
                "--section",
                "pay",
                "--format",
                "markdown",
            ],
            &[
                "show",
                "15-1244",
                "--section",
                "leadership",
                "--section",
                "outlook",
                "--width",
                "40",
            ],
        ],
    );
}

#[test]
fn layouts() {
    let pay = ["compare", "it-support", "cio", "--section", "pay,outlook"];
    let laid_out = |more: &[&'static str]| [&pay[..], more].concat();
    check(
        "layouts",
        &[
            &laid_out(&["--layout", "sentences", "--width", "90"]),
            &laid_out(&["--layout", "stacked", "--width", "70"]),
            &laid_out(&["--layout", "table", "--width", "48", "--ascii"]),
            &laid_out(&["--no-pictures", "--width", "60"]),
            &[
                "list", "--family", "data", "--layout", "stacked", "--width", "60",
            ],
            &["certs", "mcsa", "--accessible", "--width", "80"],
            &["history", "15-1242", "--ascii", "--width", "80"],
            &["check", "examples/article.md", "--accessible"],
            &[
                "check",
                "examples/article.md",
                "--rule",
                "wrong-period",
                "--width",
                "40",
            ],
            &["list", "--layout", "auto", "--accessible"],
        ],
    );
}

#[test]
fn compare() {
    check(
        "compare",
        &[&["compare", "it-support", "tech-pm", "--width", "100"]],
    );
    check(
        "compare-formats",
        &[
            &["compare", "cio", "cto", "--section", "pay", "--width", "90"],
            &[
                "compare",
                "cio",
                "cto",
                "--section",
                "pay",
                "--format",
                "json",
            ],
            &[
                "compare",
                "cio",
                "cto",
                "--section",
                "pay",
                "--format",
                "jsonl",
            ],
            &[
                "compare",
                "cio",
                "cto",
                "--section",
                "pay",
                "--format",
                "csv",
            ],
            &[
                "compare",
                "cio",
                "cto",
                "--section",
                "pay",
                "--format",
                "markdown",
            ],
        ],
    );
    check(
        "compare-options",
        &[
            &[
                "compare",
                "it-support",
                "sysadmin",
                "it-manager",
                "--section",
                "pay,outlook",
                "--base",
                "sysadmin",
                "--width",
                "120",
            ],
            &[
                "compare",
                "it-support",
                "network-support",
                "--section",
                "skills",
                "--only-diff",
                "--width",
                "80",
            ],
            &[
                "compare",
                "it-technician",
                "it-support",
                "tech-pm",
                "it-manager",
                "cio",
                "cto",
                "--section",
                "pay",
                "--width",
                "60",
            ],
            &["compare", "it-support", "help desk technician"],
        ],
    );
}

#[test]
fn sources_and_certs() {
    check(
        "sources",
        &[
            &["sources", "--width", "100"],
            &["sources", "onet-29.3", "--width", "70"],
            &["sources", "rolemath", "--json"],
        ],
    );
    check("certs", &[&["certs", "--width", "120"]]);
    check(
        "certs-one",
        &[
            &["certs", "mcsa", "--width", "80"],
            &["certs", "PMP", "--width", "80"],
            &["certs", "mba", "--width", "80"],
            &["certs", "200-301", "--json"],
            &["certs", "capm", "--format", "csv"],
            &["certs", "capm", "--format", "markdown"],
        ],
    );
}

#[test]
fn search() {
    check(
        "search",
        &[
            &["search", "vendor contracts", "--width", "100"],
            &["search", "dba", "--width", "80"],
            &["search", "keeping", "backups", "--width", "80"],
            &["search", "help desk manager", "--width", "60"],
            &["search", "mcsa", "--width", "100"],
            &["search", "xyzzy"],
            &["search", "the"],
        ],
    );
    check(
        "search-formats",
        &[
            &["search", "vendor contracts", "--format", "json"],
            &["search", "dba", "--format", "jsonl"],
            &["search", "mcsa", "--format", "csv"],
            &["search", "dba", "--format", "markdown"],
            &["search", "xyzzy", "--json"],
            &["search", "xyzzy", "--format", "csv"],
        ],
    );
}

/// One short answer in every format that there is, but the hand-out, which is no snapshot to be read.
#[test]
fn every_format() {
    let formats = FORMATS.iter().copied().filter(|format| *format != "html");
    let lines: Vec<_> = formats
        .map(|format| ["list", "--family", "executive", "-o", format])
        .collect();
    let lines: Vec<&[&str]> = lines.iter().map(|line| &line[..]).collect();
    check("formats", &lines);
}

#[test]
fn errors() {
    check(
        "errors",
        &[
            &["show", "it-suport"],
            &["show", "astronaut"],
            &["show", "project manager"],
            &["show", "IT manager"],
            &["show", "15-1232"],
            &["show", ""],
            &["show", "cio", "--section", "salary"],
            &["compare", "cio"],
            &["compare", "cio", "cto", "--base", "sysadmin"],
            &["compare", "cio", "no such role"],
            &["list", "--sort", "luck"],
            &["list", "--family", "circus"],
            &["certs", "pmpp"],
            &["sources", "oews-2052"],
            &["frobnicate"],
            &["list", "--json", "--format", "csv"],
            &["list", "--width", "3"],
        ],
    );
    check(
        "errors-usage",
        &[
            &["comapre", "cio", "cto"],
            &["it-support"],
            &["A+"],
            &["formats"],
            &["--json"],
            &["--versoin"],
            &["show"],
            &["show", "it-support", "IT manager"],
            &["show", "help desk technicain", "--section=pay,outlok"],
            &["show", "cio", "--section", "pay,outlok"],
            &["show", "cio", "--fromat", "csv"],
            &["show", "cio", "-fromat=csv"],
            &["show", "cio", "--only-diff"],
            &["show", "-5"],
            &["search", "-foo"],
            &["compare", "a", "b", "c", "d", "e", "f", "g"],
            &["list", "support"],
            &["list", "foo"],
            &["list", "--level", "manger"],
            &["list", "--sort"],
            &["list", "--format", "jsno"],
            &["list", "--format"],
            &["list", "--width", "wide"],
            &["list", "--json=3"],
            &["list", "--json", "--json"],
            &["gap", "cio"],
            &["gap", "cio", "cto", "--me", "my file.toml"],
            &["path", "cio"],
            &["path", "cio", "CIO"],
            &["path", "cio", "cto", "--k", "3"],
            &["path", "cio", "cto", "-k", "21"],
            &["certs", "--status", "retird"],
            &["certs", "pmp", "--sort=fee"],
            &["check", "--rule", "retired-certificatoin", "x.md"],
            &["check", "--max-findings", "0", "x.md"],
            &["check", "--explain", "sign-change", "x.md"],
            &["check", "--jsonl-id", "name", "x.jsonl"],
        ],
    );
    check(
        "errors-hints",
        &[
            &["show", "ceo"],
            &["show", "coi"],
            &["show", "cio", "-k", "3"],
            &["search", "--limit", "3", "x"],
            &["check", "-draft.md"],
            &["list", "-ojsno"],
            &["list", "--width", "-5"],
            &["path", "cio", "cto", "-k", "few"],
            &["list", "--max-age", "-1y"],
            &["list", "--max-age", "10000y"],
            &["list", "--as-of", "3000"],
            &["--sort", "pay", "list"],
            &["--role", "cio", "certs", "--sort"],
            &["show", "cio", "--", "--json"],
            &["--", "show", "cio"],
            &["-k", "3", "path", "cio", "cto"],
            &["show", "cio", "--", "-o", "json"],
            &["data", "--", "check"],
            &["compare", "cio", "cto", "--base", "itsupport"],
            &[
                "compare",
                "cio",
                "cto",
                "it-support",
                "sysadmin",
                "tech-pm",
                "it-manager",
                "--base",
                "support-lead",
            ],
            &["data", "schema", "show", "--format", "csv"],
        ],
    );
}

#[test]
fn help() {
    check(
        "help",
        &[
            &["--help"],
            &["compare", "--help"],
            &["search", "--help"],
            &[],
        ],
    );
    check(
        "topics",
        &[
            &["help", "provenance", "--width", "80"],
            &["help", "formats", "--width", "100"],
            &["help", "Exit_Codes", "--width", "60"],
            &["help", "environment"],
            &["help", "provenence"],
            &["help", "nonsense"],
            &["help", "compare", "it-support"],
            &["help", "formats", "--json"],
        ],
    );
}

#[test]
fn history() {
    check(
        "history",
        &[
            &["history", "it-support", "--width", "100"],
            &["history", "13-1082", "--width", "100"],
            &["history", "cio", "--width", "80"],
            &["history", "11-1011", "--width", "40"],
            &["history", "15-1242", "--json"],
            &["history", "15-1242", "--format", "csv"],
            &["history", "15-1242", "--format", "markdown"],
            &["history", "15-1242", "--format", "jsonl"],
            &["history", "15-9999"],
            &["history", "it-suport"],
            &["history", "--help"],
        ],
    );
}

#[test]
fn certs_that_fit() {
    check(
        "certs-options",
        &[
            &["certs", "--status", "retired", "--width", "110"],
            &[
                "certs",
                "--role",
                "it-support",
                "--sort",
                "fee",
                "--width",
                "110",
            ],
            &[
                "certs", "--role", "tech-pm", "--status", "active", "--width", "90",
            ],
            &["certs", "--status", "retiring"],
            &["certs", "--status", "expired"],
            &["certs", "pmp", "--sort", "fee"],
        ],
    );
}

#[test]
fn gap() {
    check(
        "gap",
        &[
            &["gap", "it-support", "tech-pm", "--width", "100"],
            &["gap", "it-support", "project-manager", "--width", "80"],
            &["gap", "tech-pm", "it-manager", "--format", "csv"],
            &[
                "gap",
                "senior-technician",
                "support-lead",
                "--format",
                "markdown",
            ],
            &[
                "gap",
                "--me",
                "examples/me.toml",
                "it-support",
                "--width",
                "100",
            ],
            &[
                "gap",
                "--me",
                "examples/me.toml",
                "database-administrator",
                "--json",
            ],
            &["gap", "it-support"],
            &["gap", "--me", "no-such.toml", "it-support"],
            &["gap", "--help"],
        ],
    );
}

#[test]
fn path() {
    check(
        "path",
        &[
            &["path", "it-technician", "cio", "--width", "100"],
            &[
                "path",
                "it-support",
                "it-manager",
                "-k",
                "3",
                "--width",
                "80",
            ],
            &[
                "path",
                "it-support",
                "tech-pm",
                "-k",
                "1",
                "--format",
                "csv",
            ],
            &[
                "path",
                "it-support",
                "network-engineer",
                "-k",
                "1",
                "--json",
            ],
            &[
                "path",
                "it-support",
                "it-manager",
                "-k",
                "3",
                "--format",
                "mermaid",
            ],
            &["path", "it-support", "security-analyst", "--format", "dot"],
            &["path", "cio", "it-support"],
            &["path", "cio", "CIO"],
            &["path", "cio", "cto", "-k", "0"],
            &["show", "cio", "--format", "mermaid"],
            &["path", "--help"],
        ],
    );
}

#[test]
fn fit() {
    check(
        "fit",
        &[
            &["fit", "--me", "examples/me.toml", "--width", "110"],
            &["fit", "--me", "examples/me.toml", "--format", "csv"],
            &["fit"],
            &["fit", "--me", "no-such.toml"],
            &["fit", "--help"],
        ],
    );
}

#[test]
fn check_of_texts() {
    check(
        "check",
        &[
            &["check", "examples/article.md", "--width", "92"],
            &["check", "tests/check", "--width", "60"],
            &[
                "check",
                "examples/article.md",
                "--rule",
                "borrowed-figure",
                "--color",
                "always",
                "--width",
                "80",
            ],
            &[
                "check",
                "examples/article.md",
                "--pedantic",
                "--ignore",
                "superseded-figure,wrong-period",
                "--max-findings",
                "1",
            ],
            &[
                "check",
                "tests/check/pages.jsonl",
                "--jsonl-field",
                "text",
                "--width",
                "80",
            ],
            &["check", "examples/me.toml", "README.md"],
        ],
    );
    check(
        "check-formats",
        &[
            &["check", "tests/check", "--format", "json"],
            &["check", "tests/check", "--format", "jsonl"],
            &["check", "tests/check", "--format", "csv"],
            &["check", "tests/check", "--format", "markdown"],
            &["check", "tests/check", "--format", "sarif"],
            &["check", "tests/check", "--format", "github"],
            &[
                "check",
                "tests/check/pages.jsonl",
                "--jsonl-field",
                "text",
                "--format",
                "json",
            ],
            &[
                "check",
                "tests/check/pages.jsonl",
                "--jsonl-field",
                "text",
                "--format",
                "csv",
            ],
            &[
                "check",
                "tests/check/pages.jsonl",
                "--jsonl-field",
                "text",
                "--format",
                "github",
            ],
        ],
    );
    check(
        "check-options",
        &[
            &["check", "--explain", "superseded-figure", "--width", "80"],
            &["check", "--explain", "Retired-Certification", "--json"],
            &["check", "--explain", "luck"],
            &["check"],
            &["check", "no-such.md"],
            &[
                "check",
                "examples/article.md",
                "--rule",
                "retired-certificate",
            ],
            &["check", "examples/article.md", "--format", "mermaid"],
            &["check", "examples/article.md", "--max-findings", "0"],
            &["check", "examples/article.md", "--jsonl-id", "name"],
            &["list", "--format", "sarif"],
            &["check", "--help"],
        ],
    );
}
