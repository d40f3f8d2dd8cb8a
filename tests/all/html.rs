//! What a hand-out must be: one page that needs nothing, that can be read without seeing it, and that says it all.

use super::run::{behaviour, json, stdout};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::Path;

/// Every command that has a page, with something to show.
const COMMANDS: [&[&str]; 13] = [
    &["list"],
    &["show", "tech-pm"],
    &["show", "cio", "--section", "ratings,claims,resources"],
    &["compare", "it-support", "tech-pm"],
    &[
        "compare",
        "it-support",
        "sysadmin",
        "tech-pm",
        "it-manager",
        "cio",
        "cto",
    ],
    &["gap", "it-support", "tech-pm"],
    &["path", "it-support", "it-manager"],
    &["fit", "--me", "examples/me.toml"],
    &["certs"],
    &["certs", "mcsa"],
    &["history", "it-support"],
    &["search", "vendor", "contracts"],
    &["sources"],
];

fn hand_out(arguments: &[&str]) -> String {
    let arguments: Vec<_> = arguments
        .iter()
        .copied()
        .chain(["--format", "html"])
        .collect();
    stdout(&arguments)
}

/// The values of an attribute, in order.
fn values<'t>(html: &'t str, attribute: &str) -> Vec<&'t str> {
    let start = format!(" {attribute}=\"");
    let parts = html.split(&start).skip(1);
    parts.map(|part| part.split('"').next().unwrap()).collect()
}

/// The start tags of an element.
fn tags<'t>(html: &'t str, name: &str) -> Vec<&'t str> {
    let start = format!("<{name}");
    let parts = html.split(&start).skip(1);
    let tags = parts.map(|part| part.split('>').next().unwrap());
    tags.filter(|tag| tag.is_empty() || tag.starts_with([' ', '\n']))
        .collect()
}

/// The words between the tags, without the marks of citations.
fn words(html: &str) -> String {
    let mut text = String::new();
    for part in html.split("<sup>") {
        let part = part.split_once("</sup>").map_or(part, |(_, rest)| rest);
        for tag in part.split('<') {
            text.push_str(tag.split_once('>').map_or(tag, |(_, rest)| rest));
            text.push(' ');
        }
    }
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    text.replace("&amp;", "&")
}

#[test]
fn a_hand_out_fetches_and_runs_nothing() {
    for arguments in COMMANDS {
        let html = hand_out(arguments);
        for forbidden in [
            "<script", " src=", "@import", "url(", "<link", "<iframe", " style=",
        ] {
            assert!(!html.contains(forbidden), "{arguments:?}: {forbidden}");
        }
        assert!(html.contains("content=\"default-src 'none'; style-src 'sha256-"));
        for address in values(&html, "href") {
            let allowed = ["#", "https://", "http://"];
            assert!(
                allowed.iter().any(|start| address.starts_with(start)),
                "{address}"
            );
        }
    }
}

#[test]
fn the_policy_allows_this_very_style() {
    let style = include_bytes!("../../src/render/html/handout.css");
    let hash = base64(&Sha256::digest(style));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/html/handout.css.sha256");
    if std::env::var("SNAPSHOTS").is_ok_and(|action| action == "overwrite") {
        std::fs::write(&path, &hash).unwrap();
    }
    let stored = std::fs::read_to_string(path).unwrap();
    assert_eq!(
        stored, hash,
        "SNAPSHOTS=overwrite cargo test writes it anew"
    );
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, at| {
            bits << 8 | usize::from(three.get(at).copied().unwrap_or(0))
        });
        for at in 0..4 {
            if at <= three.len() {
                text.push(char::from(LETTERS[bits >> (18 - 6 * at) & 63]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

#[test]
fn every_link_within_has_a_target_and_every_citation_leads_to_a_source_and_back() {
    for arguments in COMMANDS {
        let html = hand_out(arguments);
        let ids = values(&html, "id");
        let unique: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{arguments:?}: an id stands twice");
        for address in values(&html, "href")
            .iter()
            .filter_map(|address| address.strip_prefix('#'))
        {
            assert!(unique.contains(address), "{arguments:?}: #{address}");
        }
        let notes = ids.iter().filter(|id| id.starts_with("note-")).count();
        let mentions = ids.iter().filter(|id| id.starts_with("mention-")).count();
        assert_eq!(notes, mentions, "{arguments:?}");
        assert_eq!(
            html.matches("role=\"doc-backlink\"").count(),
            notes,
            "{arguments:?}"
        );
    }
}

#[test]
fn tables_and_charts_can_be_read_without_seeing_them() {
    for arguments in COMMANDS {
        let html = hand_out(arguments);
        for head in tags(&html, "th") {
            assert!(
                head.contains(" scope=\"col\"") || head.contains(" scope=\"row\""),
                "{head}"
            );
        }
        for table in tags(&html, "table") {
            assert!(table.contains("aria-labelledby="), "{table}");
        }
        for chart in html.split("<svg").skip(1) {
            let hidden =
                chart.starts_with(" aria-hidden") || chart.contains("overflow=\"visible\"");
            assert!(hidden || chart.contains("><title>"), "{chart}");
        }
        assert_eq!(html.matches("<h1").count(), 1);
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"en\">"));
    }
}

#[test]
fn a_hand_out_says_what_json_says() {
    let roles = ["compare", "it-support", "tech-pm", "cio"];
    let sections = "overview,duties,skills,certifications,measured-by,pay,outlook,claims,ratings";
    let arguments: Vec<_> = roles.into_iter().chain(["--section", sections]).collect();
    let html = hand_out(&arguments);
    let text = words(&html);
    let json = json(&arguments);
    let mut entries = 0;
    for section in json["sections"].as_array().unwrap() {
        for row in section["rows"].as_array().unwrap() {
            assert!(text.contains(row["label"].as_str().unwrap()), "{row}");
            for cell in row["cells"].as_array().unwrap() {
                for entry in cell["entries"].as_array().unwrap() {
                    assert!(text.contains(entry["text"].as_str().unwrap()), "{entry}");
                    entries += 1;
                }
            }
        }
    }
    assert!(entries > 500, "{entries}");
    let markdown: Vec<_> = arguments
        .into_iter()
        .chain(["--format", "markdown"])
        .collect();
    let markdown = stdout(&markdown);
    let notes = markdown
        .lines()
        .filter(|line| line.starts_with(|letter: char| letter.is_ascii_digit()));
    assert_eq!(html.matches("<li id=\"note-").count(), notes.count());
}

#[test]
fn what_warns_is_in_every_hand_out() {
    let support = words(&hand_out(&["compare", "it-support", "tech-pm"]));
    for said in [
        "retired since 2021-01-31: it cannot be earned",
        "stand-in: broader occupation",
        "not computed: measured by a stand-in",
        "today, by our reading",
        "Stand-in: the figure is of an occupation that is not this role alone",
    ] {
        assert!(support.contains(said), "{said}");
    }
    let executives = words(&hand_out(&["compare", "cio", "cto"]));
    assert!(
        executives.contains("pay cannot tell them apart"),
        "{executives}"
    );
    let history = words(&hand_out(&["history", "it-support"]));
    assert!(history.contains("no clean time series") && history.contains("none at hand"));
}

#[test]
fn a_hand_out_says_which_sections_it_leaves_out_and_shows_them_when_asked() {
    let whole = words(&hand_out(&["show", "it-manager"]));
    assert!(
        whole.contains("Left out of this hand-out: “Focus”"),
        "{whole}"
    );
    assert!(!whole.contains("Verdict:"));
    let asked = words(&hand_out(&["show", "it-manager", "--section", "claims"]));
    assert!(
        asked.contains("Verdict:") && !asked.contains("Left out"),
        "{asked}"
    );
}

#[test]
fn every_role_of_a_way_is_charted_and_a_stand_in_is_hollow() {
    let html = hand_out(&["path", "it-support", "it-manager"]);
    let roles = json(&["path", "it-support", "it-manager"])["roles"].clone();
    let roles = roles.as_array().unwrap();
    assert!(roles.len() > 2, "{roles:?}");
    for role in roles {
        let title = role["title"].as_str().unwrap();
        let stand_in = role["pay"]["fit"] != "exact";
        let chart = html
            .split("<svg role=\"img\"")
            .find(|chart| chart.contains(&format!("<title>{title}: pay a year")))
            .unwrap();
        let chart = chart.split("</svg>").next().unwrap();
        assert_eq!(chart.contains("box hollow"), stand_in, "{chart}");
        assert_eq!(chart.contains("stand-in: "), stand_in, "{chart}");
    }
}

#[test]
fn findings_are_no_hand_out() {
    let said = behaviour(&["check", "examples/article.md", "--format", "html"]);
    assert!(
        said.contains("error: findings in texts are no hand-out\nhint: "),
        "{said}"
    );
    assert!(said.ends_with("--- exit status 2\n"), "{said}");
}
