//! Markup, formulas and commands in every text of a layer, in names of files and folders, in arguments and variables:
//! in no format do they come to be more than text.

use super::hostile::is_inert;
use super::layers::Room;
use super::run::{FORMATS, command};
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::process::Output;

/// What each text of the layer is, in turn.
const PAYLOADS: [&str; 22] = [
    "=HYPERLINK(\"https://evil.example\")",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "x\" onmouseover=\"alert(1)",
    "a | b | c",
    "[press](javascript:alert(1))",
    "https://x[p](javascript:alert(1))",
    "![i](https://evil.example/i.png)",
    "`code` ``` ~~~ ***",
    "# head",
    "> quote",
    "1. one",
    "%%{init: {'a': 1}}%%",
    "\"] --> evil[\"x",
    "::error::owned",
    "</style></table><svg onload=alert(1)>",
    "<!-- --> <![CDATA[ ]]>",
    "ends in a backslash \\",
    "&lt;b&gt; &#60;i&#62; &quot;",
    "javascript:alert(1) data:text/html,x",
];

/// Texts one after the other: those of attack, or harmless ones.
struct Texts {
    harmless: bool,
    next: Cell<usize>,
}

impl Texts {
    fn new(harmless: bool) -> Self {
        let next = Cell::new(0);
        Self { harmless, next }
    }

    /// The next text, as TOML. No two are alike.
    fn toml(&self) -> String {
        let number = self.next.replace(self.next.get() + 1);
        let text = match PAYLOADS.get(number % PAYLOADS.len()) {
            Some(text) if !self.harmless => format!("{text} {number}"),
            _ => format!("Text {number}"),
        };
        toml::Value::String(text).to_string()
    }
}

/// A layer in which every text is one of these.
fn layer(texts: &Texts) -> Vec<(&'static str, String)> {
    let t = || texts.toml();
    let cite = "sources = [\"own\"]";
    let role = |id: &str, to: &str| {
        format!(
            "id = \"{id}\"\ntitle = {}\nplural = {}\naliases = [{}, {}]\nfamily = \"support\"\nlevel = \"entry\"\n\
             summary = {{ text = {}, {cite} }}\nday = {{ text = {}, {cite} }}\nworks_in = [{{ text = {}, {cite} }}]\n\
             focus = [{{ text = {}, {cite} }}]\nscope = [{{ text = {}, {cite} }}]\n[[duties]]\ntheme = \"users\"\n\
             text = {}\n{cite}\n[[skills]]\nskill = \"juggling\"\nneed = \"essential\"\n{cite}\n[[aspects]]\n\
             about = \"growth\"\ntext = {}\n{cite}\n[[education]]\nstanding = \"typical\"\nlevel = \"bachelor\"\n\
             field = {}\n{cite}\n[[experience]]\ntext = {}\n{cite}\n[[certifications]]\ncertification = \"badge\"\n\
             need = \"valued\"\n{cite}\n[[measured_by]]\noccupation = \"99-1111\"\nfit = \"proxy\"\nreason = {}\n{cite}\n\
             [[moves]]\nto = \"{to}\"\nkind = \"advancement\"\nevidence = {}\n{cite}\n",
            t(),
            t(),
            t(),
            t(),
            t(),
            t(),
            t(),
            t(),
            t(),
            t(),
            t(),
            t(),
            t(),
            t(),
            t(),
        )
    };
    let certification = |id: &str, more: &str| {
        format!(
            "[[certifications]]\nid = \"{id}\"\nname = {}\nshort = {}\nissuer = {}\nkind = \"certification\"\n\
             level = \"entry\"\nlevel_by_issuer = false\n{more}status_sources = [\"own\"]\nexam_codes = [{}]\n\
             fees = [{{ dollars = 5, per = \"attempt\", note = {}, {cite} }}]\n\
             validity = {{ years = 3, renewal = {}, {cite} }}\nprerequisites = {{ text = {}, {cite} }}\n\
             notes = [{{ text = {}, {cite} }}]\n",
            t(),
            t(),
            t(),
            t(),
            t(),
            t(),
            t(),
            t(),
        )
    };
    let retired = format!(
        "status = \"retired\"\nretired_on = \"2021-01-31\"\ninstead = [{{ certification = \"badge\", reason = {} }}]\n",
        t()
    );
    let lists = format!(
        "{}{}[[skills]]\nid = \"juggling\"\nname = {}\nkind = \"technical\"\n[[claims]]\nid = \"claimed\"\n\
         roles = [\"one\"]\ncertifications = [\"badge\"]\ntopic = \"pay\"\nsays = {}\nsource = \"own\"\n\
         verdict = \"unverified\"\nbecause = {}\n[[resources]]\nid = \"place\"\nname = {}\noffers = {}\n\
         roles = [\"one\"]\n{cite}\n[[sources]]\nid = \"own\"\ntitle = {}\npublisher = {}\nkind = \"reference\"\n\
         edition = {}\naddress = \"https://own.example/\\\"onclick=\\\"alert(1)[x](javascript:y)|<b>\"\nlicence = {}\n\
         attribution = {}\ncaution = {}\n",
        certification("badge", "status = \"active\"\n"),
        certification("gone", &retired),
        t(),
        t(),
        t(),
        t(),
        t(),
        t(),
        t(),
        t(),
        t(),
        t(),
        t(),
    );
    let occupation = format!(
        "soc = \"99-1111\"\ntitle = {}\nname = {}\narea = {}\nnotes = [{}]\n[[pay]]\nyear = 2025\nmedian = 60000\n\
         p10 = \"suppressed\"\np90 = \">=239200\"\nsource = \"own\"\n[[pay]]\nyear = 2024\nmedian = 61000\n\
         source = \"own\"\n[[outlook]]\nedition = \"2024-34\"\ngrowth = -3.7\nchange = -27.0\nsource = \"own\"\n\
         [[reasons]]\nedition = \"2024-34\"\nindustry = {}\ntext = {}\nsource = \"own\"\n",
        t(),
        t(),
        t(),
        t(),
        t(),
        t(),
    );
    vec![
        ("roles/one.toml", role("one", "two")),
        ("roles/two.toml", role("two", "it-support")),
        ("occupations/99-1111.toml", occupation),
        ("lists.toml", lists),
    ]
}

/// The name of the folder of the layer: an escape, a turn of direction, a line break, tags and a formula.
#[cfg(unix)]
const FOLDER: &str = "=a\u{1b}[31m\u{202e}\n<b>|`x";
#[cfg(not(unix))]
const FOLDER: &str = "=a\u{202e}";

/// A text in which there is something to find, and its name.
const ARTICLE: &str = "Earn the \u{1b}[31mMC\u{200b}SA\u{202e} now. Earn the =MCSA| <b> now.\n";
#[cfg(unix)]
const ARTICLE_NAME: &str = "-x\u{1b}[31m\u{202e}\n::error::,%<b>.txt";
#[cfg(not(unix))]
const ARTICLE_NAME: &str = "-x\u{202e}.txt";

/// Every command that draws a report.
const LINES: [&[&str]; 22] = [
    &["list"],
    &["list", "--sort", "pay"],
    &["show", "one"],
    &["compare", "one", "two", "it-support"],
    &["gap", "one", "it-support"],
    &["gap", "it-support", "one"],
    &["gap", "--me", "me\u{202e}.toml", "one"],
    &["path", "one", "it-support"],
    &["fit", "--me", "me\u{202e}.toml"],
    &["certs"],
    &["certs", "badge"],
    &["certs", "--role", "one"],
    &["history", "one"],
    &["history", "99-1111"],
    &["search", "text", "alert", "one"],
    &["search", "badge"],
    &["sources"],
    &["sources", "own"],
    &["data", "paths"],
    &["data", "check"],
    &["data", "schema"],
    &["check", "--", ARTICLE_NAME],
];

fn room(harmless: bool) -> Room {
    let room = Room::with(&[("me\u{202e}.toml", "skills = [\"juggling\"]\nyears = 3\n")]);
    for (name, text) in layer(&Texts::new(harmless)) {
        room.put(&format!("{FOLDER}/{name}"), text);
    }
    room.put(ARTICLE_NAME, ARTICLE);
    room
}

fn run(room: &Room, line: &[&str], more: &[&str]) -> Output {
    let mut command = command();
    command.current_dir(room.path()).env("PAGER", "\u{1b}[31m");
    command.args(["--data", FOLDER]).args(more).args(line);
    command.output().unwrap()
}

/// What a command says in a format; none where it has no such format.
fn answer(room: &Room, line: &[&str], more: &[&str]) -> Option<String> {
    let output = run(room, line, more);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let (stdout, stderr) = (text(output.stdout), text(output.stderr));
    let what = format!("{line:?} {more:?}");
    // Hand-outs keep their own marks of notes beside the words that they are of.
    let shown = stdout.replace("<sup>\u{2060}[", "<sup>[");
    for text in [&shown, &stderr] {
        assert!(is_inert(text), "{what}: {text:?}");
    }
    match output.status.code() {
        Some(0 | 1) => Some(stdout),
        Some(2) if stdout.is_empty() && stderr.contains("\nhint: ") => None,
        other => panic!("{what}: {other:?} {stderr}"),
    }
}

/// Calls `check` with all that a format says.
fn each(format: &str, mut check: impl FnMut(&[&str], &str)) {
    let room = room(false);
    let mut answered = 0;
    for line in LINES {
        if let Some(text) = answer(&room, line, &["--format", format]) {
            check(line, &text);
            answered += 1;
        }
    }
    let graphs = ["mermaid", "dot"].contains(&format);
    let findings = ["sarif", "github"].contains(&format);
    let wanted = if graphs || findings {
        1
    } else {
        LINES.len() - 1
    };
    assert!(answered >= wanted, "{format}: {answered}");
}

/// Every text in JSON.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|value| texts(value, found)),
        Value::Object(map) => map.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

#[test]
fn the_layer_is_sound_and_its_texts_are_said() {
    let room = room(false);
    let check = run(&room, &["data", "check"], &[]);
    assert_eq!(
        check.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&check.stdout)
    );
    let mut said = Vec::new();
    each("json", |_, text| {
        texts(&serde_json::from_str(text).unwrap(), &mut said)
    });
    for payload in PAYLOADS {
        let is_said = said.iter().any(|text| text.contains(payload));
        assert!(is_said, "{payload}");
    }
}

#[test]
fn nothing_reaches_a_terminal_raw_in_any_format_or_layout() {
    let room = room(false);
    for line in LINES {
        for layout in ["table", "stacked", "sentences"] {
            answer(&room, line, &["--layout", layout, "--width", "60"]);
        }
        for format in FORMATS.iter().copied() {
            answer(&room, line, &["--format", format]);
        }
    }
}

#[test]
fn json_is_one_value_or_one_a_line() {
    for format in ["json", "sarif"] {
        each(format, |line, text| {
            let value: Result<Value, _> = serde_json::from_str(text);
            assert!(value.is_ok(), "{line:?}");
        });
    }
    each("jsonl", |line, text| {
        for record in text.lines() {
            let value: Result<Value, _> = serde_json::from_str(record);
            assert!(value.is_ok(), "{line:?}: {record}");
        }
    });
}

/// Whether a spreadsheet takes a cell for text or a number.
fn assert_no_formula(cell: &str, what: &str) {
    let risky = cell.starts_with(['=', '@', '\t', '\r', '＝', '＠', '＋', '－']);
    let signed = cell.starts_with(['+', '-']);
    let acts = cell.contains(['|', '!', '=']);
    assert!(!risky, "{what}: {cell:?}");
    assert!(!signed || !acts, "{what}: {cell:?}");
}

#[test]
fn no_cell_is_a_formula_and_numbers_stay_numbers() {
    let mut below_zero = 0;
    each("csv", |line, text| {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let values = reader
            .headers()
            .unwrap()
            .iter()
            .position(|name| name == "value");
        for row in reader.records() {
            let row = row.unwrap();
            row.iter()
                .for_each(|cell| assert_no_formula(cell, &format!("{line:?}")));
            if let Some(value) = values
                .and_then(|at| row.get(at))
                .filter(|value| !value.is_empty())
            {
                let value: f64 = value.parse().unwrap();
                below_zero += usize::from(value < 0.0);
            }
        }
    });
    assert!(below_zero > 0);
    each("tsv", |line, text| {
        let columns = text
            .lines()
            .next()
            .unwrap_or_default()
            .matches('\t')
            .count();
        for row in text.lines() {
            assert_eq!(row.matches('\t').count(), columns, "{line:?}: {row}");
            row.split('\t')
                .for_each(|cell| assert_no_formula(cell, &format!("{line:?}")));
        }
    });
}

#[test]
fn no_text_is_markup_in_markdown() {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    each("markdown", |line, text| {
        let mut headings = 0;
        for event in Parser::new_ext(text, options) {
            match &event {
                Event::Html(html) | Event::InlineHtml(html) => {
                    assert_eq!(html.as_ref(), "<br>", "{line:?}");
                }
                Event::Code(_)
                | Event::Rule
                | Event::TaskListMarker(_)
                | Event::Start(
                    Tag::CodeBlock(_)
                    | Tag::BlockQuote(_)
                    | Tag::Link { .. }
                    | Tag::Image { .. }
                    | Tag::Emphasis
                    | Tag::Strong
                    | Tag::Strikethrough
                    | Tag::List(None),
                ) => panic!("{line:?}: {event:?}\n{text}"),
                Event::Start(Tag::Heading { .. }) => headings += 1,
                _ => {}
            }
        }
        let meant = text
            .lines()
            .filter(|line| line.starts_with("# ") || line.starts_with("## "));
        assert_eq!(headings, meant.count(), "{line:?}: {text}");
        for table in text.split("\n\n").filter(|part| part.starts_with('|')) {
            let cells = |row: &str| row.replace("\\|", "").matches('|').count();
            let widths: BTreeSet<_> = table.lines().map(cells).collect();
            assert_eq!(widths.len(), 1, "{line:?}: {table}");
        }
    });
}

/// Every tag with the names of its attributes, and every address.
fn tags(html: &str) -> (BTreeSet<String>, Vec<String>) {
    let (mut shapes, mut addresses) = (BTreeSet::new(), Vec::new());
    for token in html5gum::Tokenizer::new(html) {
        let Ok(token) = token;
        match token {
            html5gum::Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                for (key, value) in &tag.attributes {
                    let key = String::from_utf8_lossy(key);
                    shapes.insert(format!("{name} {key}"));
                    if ["href", "src", "action", "xlink:href"].contains(&key.as_ref()) {
                        addresses.push(String::from_utf8_lossy(&value.value).into_owned());
                    }
                }
                shapes.insert(name);
            }
            html5gum::Token::Comment(_) => {
                shapes.insert("<!--".to_owned());
            }
            _ => {}
        }
    }
    (shapes, addresses)
}

#[test]
fn no_text_is_a_tag_an_attribute_or_an_address_that_runs_in_html() {
    let harmless = room(true);
    let mut allowed = BTreeSet::new();
    for line in LINES {
        let page = answer(&harmless, line, &["--format", "html"]);
        allowed.extend(page.iter().flat_map(|page| tags(page).0));
    }
    assert!(allowed.contains("td") && !allowed.contains("script"));
    each("html", |line, text| {
        let (shapes, addresses) = tags(text);
        let new: Vec<_> = shapes.difference(&allowed).collect();
        assert!(new.is_empty(), "{line:?}: {new:?}");
        for address in addresses {
            let known = ["https://", "http://", "#"]
                .iter()
                .any(|start| address.starts_with(start));
            assert!(known, "{line:?}: {address}");
        }
    });
}

#[test]
fn no_label_ends_before_its_end_in_graphs() {
    each("mermaid", |line, text| {
        for row in text.lines().skip(1) {
            let node = row
                .trim()
                .strip_prefix("r_")
                .and_then(|row| row.split_once("[\""));
            let label = match node {
                Some((_, rest)) => rest.strip_suffix("\"]"),
                None => row
                    .split_once("-->|")
                    .and_then(|(_, rest)| Some(rest.split_once('|')?.0)),
            };
            let label = label.unwrap_or_else(|| panic!("{line:?}: {row}"));
            assert!(
                !label.contains(['"', '<', '>', '%', '`', '{', '|', '\\']),
                "{row}"
            );
        }
    });
    each("dot", |line, text| {
        for row in text.lines().filter(|row| row.contains("label = ")) {
            let bare = row.replace("\\\\", "").replace("\\\"", "");
            let quotes = bare.matches('"').count();
            let expected = if row.contains("\" -> \"") { 6 } else { 4 };
            assert_eq!(quotes, expected, "{line:?}: {row}");
        }
    });
}

#[test]
fn no_text_is_a_command_to_a_workflow() {
    each("github", |line, text| {
        for row in text.lines() {
            assert!(row.starts_with("::warning file=") || row.starts_with("::notice file="));
            let file = row.split_once(",line=").unwrap().0;
            assert!(
                !file.trim_start_matches("::").contains("::"),
                "{line:?}: {row}"
            );
        }
        assert_eq!(text.lines().count(), 1, "{text}");
    });
}

#[test]
fn nothing_that_is_offered_to_a_shell_reaches_it_raw() {
    let room = room(false);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        for words in [
            &["show", ""][..],
            &["certs", ""],
            &["sources", ""],
            &["history", ""],
            &["check", ""],
            &["fit", "--me", ""],
        ] {
            let mut command = command();
            command.current_dir(room.path()).env("COMPLETE", shell);
            command
                .env("_CLAP_COMPLETE_INDEX", (words.len() + 2).to_string())
                .env("_CLAP_IFS", "\n");
            command.args(["--", "roles", "--data", FOLDER]).args(words);
            let output = command.output().unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(is_inert(&text), "{shell} {words:?}: {text:?}");
            assert!(
                !text.contains("::error"),
                "{shell} {words:?}: a name of two lines is offered: {text}"
            );
        }
    }
}
