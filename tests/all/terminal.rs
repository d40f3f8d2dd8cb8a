//! Text for people at a terminal: layouts, widths, colours, pictures, and what the environment says of them.

use super::run::{command, stdout};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use roles::catalog::Catalog;
use roles::render::{Glyphs, Layout, Settings, draw};
use roles::report::compare::{Compare, Options};
use roles::report::section::Wanted;
use roles::report::show::Show;
use roles::report::{Page, Report};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;
use unicode_width::UnicodeWidthStr;

/// The widths that people have.
const WIDTHS: [usize; 6] = [20, 40, 60, 80, 120, 200];
/// All layouts that there are.
const LAYOUTS: [Layout; 4] = [
    Layout::Auto,
    Layout::Table,
    Layout::Stacked,
    Layout::Sentences,
];
/// Wide letters, joined ones, and such as are made of several: a family, a heart made an emoji, an accent apart.
const STRANGE: &str = "日本語のヘルプデスク 👨‍👩‍👧‍👦 ❤️ e\u{301}te\u{301} 🇯🇵 ไทย";

/// The data with strange letters in every title and text, so that every place has them.
static STRANGE_DATA: LazyLock<Catalog> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let (folder, problems) = roles::data::read(&folder, "data", None).unwrap();
    assert!(problems.is_empty());
    let mut data = folder.collection;
    for role in &mut data.roles {
        role.title.push_str(" 日本語👨‍👩‍👧‍👦");
        for duty in &mut role.duties {
            duty.text.push_str(STRANGE);
        }
        role.summary.text = format!("{STRANGE} {}", role.summary.text);
    }
    for skill in &mut data.skills {
        skill.name.push_str(" ❤️e\u{301}");
    }
    for certification in &mut data.certifications {
        certification.short.push_str("日本");
        certification.name.push_str(" 🇯🇵");
    }
    for source in &mut data.sources {
        source.title.push_str(" 出典");
    }
    Catalog::of(data)
});

fn drawn<R: Report>(report: &R, catalog: &Catalog, settings: Settings) -> String {
    draw(report, catalog, settings).unwrap()
}

fn settings(layout: Layout, width: usize) -> Settings<'static> {
    Settings {
        layout,
        width,
        ..Settings::default()
    }
}

fn compare(catalog: &Catalog, roles: &[String]) -> Compare {
    Compare::of(catalog, roles, &Options::default()).unwrap()
}

/// The text without colours.
fn uncoloured(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| {
        text + part.strip_prefix('[').unwrap().split_once('m').unwrap().1
    })
}

fn assert_narrow(text: &str, width: usize, what: &str) {
    for line in text.lines() {
        assert!(
            line.width() <= width,
            "{what}: {} columns of {width}: {line}",
            line.width()
        );
    }
}

/// How often each letter stands in a text.
fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        *letters.entry(letter).or_default() += 1;
    }
    letters
}

/// All that a page has to say, without the notes.
fn content(page: &Page<'_>) -> String {
    let mut text = page.title.clone();
    page.lead
        .iter()
        .for_each(|sentence| text.push_str(sentence));
    for section in &page.sections {
        text.push_str(&section.title);
        for row in &section.rows {
            if row.label != section.title {
                text.push_str(&row.label);
            }
            let entries = row.cells.iter().flat_map(|cell| &cell.entries);
            entries.for_each(|entry| text.push_str(&entry.text));
        }
    }
    text
}

fn assert_nothing_lost(page: &Page<'_>, text: &str, what: &str) {
    let drawn = letters(text);
    for (letter, count) in letters(&content(page)) {
        let found = drawn.get(&letter).copied().unwrap_or(0);
        assert!(
            found >= count,
            "{what}: {found} of {count} {letter:?}\n{text}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_layout_keeps_its_width_and_loses_no_letter(
        roles in subsequence(Catalog::bundled().role_ids().unwrap(), 2..=6),
        width in select(WIDTHS.to_vec()),
        layout in select(LAYOUTS.to_vec()),
        strange in any::<bool>(),
    ) {
        let catalog = if strange { &*STRANGE_DATA } else { &Catalog::bundled() };
        let compare = compare(catalog, &roles);
        let text = drawn(&compare, catalog, settings(layout, width));
        let what = format!("{roles:?} {layout:?}");
        assert_narrow(&text, width, &what);
        if layout != Layout::Sentences {
            assert_nothing_lost(&compare.page(), &text, &what);
        }
    }

    #[test]
    fn colours_add_nothing_but_colours(
        roles in subsequence(Catalog::bundled().role_ids().unwrap(), 2..=4),
        width in select(WIDTHS.to_vec()),
        layout in select(LAYOUTS.to_vec()),
    ) {
        let compare = compare(&STRANGE_DATA, &roles);
        let plain = settings(layout, width);
        let coloured = drawn(&compare, &STRANGE_DATA, Settings { color: true, ..plain });
        prop_assert_eq!(uncoloured(&coloured), drawn(&compare, &STRANGE_DATA, plain));
        prop_assert_eq!(layout != Layout::Sentences, coloured.contains('\u{1b}'));
    }
}

#[test]
fn tables_with_a_subject_a_row_keep_their_width_in_any_letters() {
    let catalog = &*STRANGE_DATA;
    for width in WIDTHS {
        for layout in LAYOUTS {
            let list = roles::report::list::List::of(catalog, &Default::default()).unwrap();
            let certs = roles::report::certs::Certifications::of(catalog, None).unwrap();
            let sources = roles::report::sources::Sources::of(catalog, None).unwrap();
            let show = Show::of(catalog, "it-support", &Wanted::default()).unwrap();
            let soc = catalog.occupation_ids().unwrap();
            let history = roles::report::history::History::of_occupation(catalog, &soc[0]);
            let plain = settings(layout, width);
            let both = |report: &dyn Fn(Settings) -> String| {
                let (text, coloured) = (
                    report(plain),
                    report(Settings {
                        color: true,
                        ..plain
                    }),
                );
                assert_narrow(&text, width, &format!("{layout:?}"));
                assert_eq!(uncoloured(&coloured), text, "{layout:?} {width}");
            };
            both(&|settings| drawn(&list, catalog, settings));
            both(&|settings| drawn(&certs, catalog, settings));
            both(&|settings| drawn(&sources, catalog, settings));
            both(&|settings| drawn(&show, catalog, settings));
            let history = history.unwrap();
            both(&|settings| drawn(&history, catalog, settings));
        }
    }
}

#[test]
fn columns_stand_while_each_role_has_room_and_can_be_asked_for_or_not() {
    let first = |arguments: &[&str]| {
        let text = stdout(&[&["compare", "cio", "cto", "--section", "focus"], arguments].concat());
        let line = text.lines().find(|line| line.starts_with("Focus")).unwrap();
        line.trim_end().len() > "Focus".len()
    };
    assert!(first(&["--width", "80"]) && first(&["--width", "64"]));
    assert!(!first(&["--width", "58"]), "stacked where there is no room");
    assert!(first(&["--width", "58", "--layout", "table"]));
    assert!(first(&["--width", "36", "--layout", "table"]));
    assert!(
        !first(&["--width", "20", "--layout", "table"]),
        "no column can be drawn"
    );
    assert!(!first(&["--width", "200", "--layout", "stacked"]));
}

#[test]
fn a_long_section_names_its_columns_again() {
    let text = stdout(&["compare", "it-support", "tech-pm", "--width", "100"]);
    let mut without = 0;
    for line in text.lines().take_while(|line| *line != "Notes") {
        without = if line.contains("IT Support Specialist  ") {
            0
        } else {
            without + 1
        };
        assert!(without < 80, "no header in sight of: {line}");
    }
    let headers = text
        .lines()
        .filter(|line| line.starts_with("What articles claim"));
    assert!(headers.count() > 2);
}

#[test]
fn sentences_say_all_in_words() {
    let text = stdout(&[
        "compare",
        "it-support",
        "cio",
        "--layout",
        "sentences",
        "--width",
        "200",
    ]);
    for sentence in [
        "Median pay: IT support specialist, 61,860 dollars a year, May 2025. Source ",
        "Median pay: chief information officer, 175,140 dollars a year, May 2025, stand-in: shared with other roles. Source ",
        "Growth in ten years: IT support specialist, minus 3.7 percent, 2024 to 2034. Source ",
        "Help users: chief information officer, not named.",
        "retired since 31 January 2021: it cannot be earned",
        "Against IT Support Specialist: chief information officer, not computed: measured by a stand-in.",
    ] {
        assert!(text.contains(sentence), "{sentence}\n{text}");
    }
    let top_coded = stdout(&["history", "cio", "--accessible", "--width", "200"]);
    assert!(
        top_coded.contains("at least 208,000 dollars a year"),
        "{top_coded}"
    );
}

#[test]
fn nothing_that_is_read_aloud_needs_eyes() {
    let all: [&[&str]; 11] = [
        &["list"],
        &["show", "it-support"],
        &["compare", "it-support", "tech-pm", "cio"],
        &["gap", "it-support", "tech-pm"],
        &["path", "it-support", "cio"],
        &["fit", "--me", "examples/me.toml"],
        &["certs"],
        &["certs", "mcsa"],
        &["history", "it-support"],
        &["search", "vendor contracts"],
        &["sources"],
    ];
    for arguments in all {
        let text = stdout(&[arguments, &["--accessible", "--color", "always"]].concat());
        let stumbling = |letter: char| {
            matches!(
                letter,
                '(' | ')'
                    | '['
                    | ']'
                    | '|'
                    | '*'
                    | '`'
                    | '$'
                    | '%'
                    | '\u{1b}'
                    | '–'
                    | '—'
                    | '…'
                    | '•'
            ) || ('\u{2190}'..='\u{27bf}').contains(&letter)
        };
        for line in text.lines().filter(|line| !line.contains("://")) {
            assert!(!line.contains(stumbling), "{arguments:?}: {line}");
            assert!(!line.starts_with("- "), "{arguments:?}: {line}");
        }
    }
}

#[test]
fn the_environment_can_ask_for_sentences_and_an_option_overrules_it() {
    let spoken = |value: &str, arguments: &[&str]| {
        let mut command = command();
        command
            .args(["list"])
            .args(arguments)
            .env("ROLES_ACCESSIBLE", value);
        let output = command.output().unwrap();
        String::from_utf8(output.stdout)
            .unwrap()
            .contains("Median pay: ")
    };
    assert!(spoken("1", &[]) && !spoken("0", &[]) && !spoken("", &[]));
    assert!(!spoken("1", &["--layout", "auto"]) && spoken("0", &["--accessible"]));
    let json = command()
        .args(["list", "--json"])
        .env("ROLES_ACCESSIBLE", "1")
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8(json.stdout).unwrap(),
        stdout(&["list", "--json"])
    );
}

#[test]
fn pictures_can_be_left_out_and_are_ascii_where_that_is_all_there_is() {
    let arguments = [
        "compare",
        "it-support",
        "tech-pm",
        "--section",
        "pay,outlook",
    ];
    let text = stdout(&arguments);
    assert!(text.contains("━╋━") && text.contains("█│"));
    let without = stdout(&[&arguments[..], &["--no-pictures"]].concat());
    assert!(!without.contains(['━', '█']) && without.contains("$61,860"));
    let ascii = |name: &str, value: &str| {
        let output = command().args(arguments).env(name, value).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    for (name, value) in [("LC_ALL", "C"), ("TERM", "dumb"), ("ROLES_ASCII", "1")] {
        let text = ascii(name, value);
        assert!(text.is_ascii(), "{name}: {text}");
        assert!(text.contains("=+=") && text.contains("#|"));
    }
    assert_eq!(ascii("LANG", "en_GB.UTF-8"), text);
}

#[test]
fn a_stand_in_says_so_in_every_picture() {
    let compare = compare(&Catalog::bundled(), &["it-support".into(), "cio".into()]);
    for width in WIDTHS.iter().filter(|width| **width >= 36) {
        let glyphs = Glyphs::Unicode;
        let settings = Settings {
            glyphs,
            ..settings(Layout::Auto, *width)
        };
        let text = drawn(&compare, &Catalog::bundled(), settings).replace('\n', " ");
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("Officer (stand-in)"), "{width}");
    }
}

#[test]
fn no_escape_codes_in_a_pipe_unless_asked_for() {
    for arguments in [
        &["compare", "cio", "cto"][..],
        &["list"],
        &["certs"],
        &["check", "examples/article.md"],
    ] {
        let run = |more: &[&str], variables: &[(&str, &str)]| {
            let mut command = command();
            command
                .args(arguments)
                .args(more)
                .envs(variables.iter().copied());
            String::from_utf8(command.output().unwrap().stdout).unwrap()
        };
        let plain = run(&[], &[]);
        assert!(!plain.contains('\u{1b}'));
        let coloured = run(&["--color", "always"], &[]);
        assert!(coloured.contains("\u{1b}["), "{arguments:?}");
        assert_eq!(uncoloured(&coloured), plain);
        assert_eq!(run(&[], &[("CLICOLOR_FORCE", "1")]), coloured);
        assert_eq!(
            run(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]),
            plain
        );
    }
}

#[test]
fn complaints_have_colours_of_their_own() {
    let complaint = |variables: &[(&str, &str)]| {
        let mut command = command();
        command
            .args(["show", "nobody"])
            .envs(variables.iter().copied());
        String::from_utf8(command.output().unwrap().stderr).unwrap()
    };
    let plain = complaint(&[]);
    assert!(plain.starts_with("error: ") && plain.contains("\nhint: "));
    let coloured = complaint(&[("CLICOLOR_FORCE", "1")]);
    assert!(
        coloured.starts_with("\u{1b}[1m\u{1b}[31merror:\u{1b}[0m "),
        "{coloured:?}"
    );
    assert_eq!(uncoloured(&coloured), plain);
}

#[test]
fn every_layout_names_its_sections() {
    for (arguments, sections) in [
        (
            &["path", "it-technician", "cio"][..],
            &["Way 1: 5 steps", "Pay", "Outlook"][..],
        ),
        (&["history", "it-manager"], &["Pay", "Outlook"]),
        (&["list"], &["Role"]),
    ] {
        for layout in ["auto", "table", "stacked"] {
            for width in ["40", "80", "120"] {
                let text = stdout(&[arguments, &["--layout", layout, "--width", width]].concat());
                for section in sections {
                    let is_title = |line: &str| {
                        let rest = line.strip_prefix(section);
                        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("  "))
                    };
                    assert!(
                        text.lines().any(is_title),
                        "{arguments:?} {layout} {width}: {section}\n{text}"
                    );
                }
            }
        }
    }
}

/// The words that have digits, without what stands around them.
fn figures(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split([' ', '\n']).filter(|word| !word.contains("://"));
    let words = words.map(|word| word.trim_matches(['(', ')', '[', ']', ',', ';', ':', '.']));
    words.filter(|word| word.contains(|letter: char| letter.is_ascii_digit()))
}

fn assert_whole_figures<R: Report>(report: &R, catalog: &Catalog, what: &str) {
    let page = report.page();
    let mut said = content(&page).replace(&page.title, "");
    for text in page.lead.iter().chain(&page.remarks).chain([&page.title]) {
        said.push_str(&format!(" {text} "));
    }
    for section in &page.sections {
        let columns = section.columns.iter().map(|column| &column.title);
        let titles = columns.chain([&section.title]);
        titles.for_each(|title| said.push_str(&format!(" {title} ")));
        for row in &section.rows {
            said.push_str(&format!(" {} ", row.label));
            let entries = row.cells.iter().flat_map(|cell| &cell.entries);
            entries.for_each(|entry| said.push_str(&format!(" {} ", entry.text)));
        }
    }
    let said: std::collections::BTreeSet<_> = figures(&said).collect();
    for width in (20..=100).step_by(2) {
        let narrow = Settings {
            pictures: false,
            ..settings(Layout::Table, width)
        };
        let text = drawn(report, catalog, narrow);
        let tables = text.split("\nNotes\n").next().unwrap();
        for figure in figures(tables).filter(|figure| figure.parse::<u8>().is_err()) {
            let mark = |letter: char| letter.is_ascii_digit() || letter == ',';
            let is_mark = figure.chars().all(mark);
            assert!(
                said.contains(figure) || is_mark,
                "{what} {width}: {figure}\n{tables}"
            );
        }
    }
}

#[test]
fn a_table_never_breaks_a_figure() {
    let catalog = &Catalog::bundled();
    let list = roles::report::list::List::of(catalog, &Default::default()).unwrap();
    assert_whole_figures(&list, catalog, "list");
    let roles = ["it-support".to_owned(), "cio".to_owned()];
    assert_whole_figures(&compare(catalog, &roles), catalog, "compare");
    let history = roles::report::history::History::of_occupation(catalog, "11-3021").unwrap();
    assert_whole_figures(&history, catalog, "history");
}

#[test]
fn help_and_lines_that_cannot_be_read_heed_colour_and_width() {
    let run = |arguments: &[&str], forced: bool| {
        let mut command = command();
        command.args(arguments);
        if forced {
            command.env("CLICOLOR_FORCE", "1");
        }
        let output = command.output().unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    for line in [&["list", "--bogus"][..], &["list", "--help"]] {
        let plain = run(line, false);
        let never = [line, &["--color", "never"]].concat();
        assert_eq!(run(&never, true), plain);
        let always = [&line[..1], &["--color=always"], &line[1..]].concat();
        assert_eq!(run(&always, false), run(line, true));
        assert_eq!(uncoloured(&run(&always, false)), plain);
        assert_ne!(run(&always, false), plain);
    }
    let narrow = run(&["list", "--help", "--width", "40"], false);
    assert_eq!(narrow, run(&["help", "list", "--width", "40"], false));
    assert_ne!(narrow, run(&["list", "--help"], false));
}

#[test]
fn what_is_read_aloud_is_said_once() {
    let text = stdout(&[
        "compare",
        "it-manager",
        "cio",
        "cto",
        "--accessible",
        "--width",
        "300",
    ]);
    for sentence in [
        "10th percentile of pay: IT manager, 107,550 dollars a year, May 2025. Source ",
        "10th percentile of pay: chief information officer and chief technology officer, 107,550 dollars a year, May 2025, stand-in. Source ",
        "Openings a year: chief information officer and chief technology officer, 55,600, 2024 to 2034, stand-in. Source ",
    ] {
        assert!(text.contains(sentence), "{sentence}\n{text}");
    }
    let claims = stdout(&["certs", "mcsa", "--accessible", "--width", "300"]);
    let claim = "\nClaim: \"MCSA improves one's prospects in IT support.\" Verdict: names a retired certification.";
    assert!(claims.contains(claim), "{claims}");
}

#[test]
fn what_sets_roles_apart_says_equal_things_once() {
    let lead = |roles: &[&str]| {
        let text = stdout(&[&["compare"], roles, &["--width", "1000"]].concat());
        text.lines().nth(2).unwrap().to_owned()
    };
    let several = lead(&["it-support", "tech-pm", "it-manager", "sysadmin"]);
    assert!(
        several.ends_with(
            "entry typically asks for some college for IT support specialists against a bachelor's degree for the others."
        ),
        "{several}"
    );
    assert_eq!(lead(&["cio", "cio", "cto"]), lead(&["cio", "cto"]));
}

#[test]
fn a_title_that_comes_back_says_that_its_section_goes_on() {
    let text = stdout(&["path", "it-technician", "cio", "--width", "80"]);
    let count = |line: &str| text.lines().filter(|other| *other == line).count();
    assert_eq!(count("Way 1: 5 steps"), 1);
    assert!(count("Way 1: 5 steps (continued)") >= 1);
}
