//! What shells are told when they ask what a word may become, by the environment as their scripts ask it.

use super::run::{command, output, stdout};
use clap::CommandFactory;
use roles::cli::Cli;
use std::process::Output;

const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

/// Asks as the script of a shell does, the word to complete last.
fn ask(shell: &str, words: &[&str]) -> Output {
    let mut command = command();
    command.env("COMPLETE", shell);
    if shell == "elvish" {
        command.env("_CLAP_COMPLETE_INDEX", (words.len() - 1).to_string());
        command.env("_CLAP_IFS", "\n");
    }
    command.arg("--").args(words).output().unwrap()
}

/// The candidates, a line each; with what they are where the shell shows that.
fn offered(shell: &str, words: &[&str]) -> Vec<String> {
    let ended = ask(shell, words);
    assert_eq!(
        (ended.status.code(), ended.stderr.as_slice()),
        (Some(0), &b""[..]),
        "{shell} {words:?}"
    );
    let text = String::from_utf8(ended.stdout).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn a_role_is_completed_in_every_shell_with_its_title_where_it_can_be_shown() {
    let ids = ["it-support", "it-support-director", "it-support-manager"];
    for shell in SHELLS {
        let expected = match shell {
            "zsh" => [
                "it-support:IT Support Specialist",
                "it-support-director:Director of IT Support",
                "it-support-manager:IT Support Manager",
            ]
            .map(str::to_owned),
            "fish" | "powershell" => [
                "it-support\tIT Support Specialist",
                "it-support-director\tDirector of IT Support",
                "it-support-manager\tIT Support Manager",
            ]
            .map(str::to_owned),
            _ => ids.map(str::to_owned),
        };
        assert_eq!(
            offered(shell, &["roles", "compare", "it-s"]),
            expected,
            "{shell}"
        );
    }
}

#[test]
fn every_kind_of_word_is_completed() {
    for (words, expected) in [
        (
            &["roles", "compare", "cio", "ct"][..],
            "cto\tChief Technology Officer",
        ),
        (
            &["roles", "compare", "cio", "cto", "--base", "c"],
            "cio\tChief Information Officer|cto\tChief Technology Officer",
        ),
        (
            &["roles", "show", "dba"],
            "database-administrator\tDatabase Administrator",
        ),
        (
            &["roles", "path", "cio", "tech"],
            "tech-pm\tTechnical Project Manager",
        ),
        (
            &["roles", "gap", "--me", "me.toml", "tech"],
            "tech-pm\tTechnical Project Manager",
        ),
        (
            &["roles", "show", "cio", "--section", "pay,outl"],
            "pay,outlook\tOutlook",
        ),
        (
            &["roles", "show", "cio", "--section=leader"],
            "--section=leadership\tLeadership",
        ),
        (&["roles", "list", "--family", "sec"], "security"),
        (&["roles", "list", "--level", "le"], "lead\tteam lead"),
        (
            &["roles", "list", "--sort", "g"],
            "growth\tprojected growth",
        ),
        (
            &["roles", "certs", "--sort", "f"],
            "fee\texam fee, the lowest first",
        ),
        (&["roles", "certs", "--status", "retired"], "retired"),
        (
            &["roles", "certs", "--role", "tech"],
            "tech-pm\tTechnical Project Manager",
        ),
        (
            &["roles", "certs", "mcsa"],
            "mcsa\tMicrosoft Certified Solutions Associate (MCSA) (retired since 2021-01-31)",
        ),
        (
            &["roles", "certs", "200-301"],
            "ccna\tCisco Certified Network Associate (200-301 CCNA)",
        ),
        (
            &["roles", "history", "15-1232"],
            "15-1232\tComputer User Support Specialists",
        ),
        (
            &["roles", "history", "tech"],
            "tech-pm\tTechnical Project Manager",
        ),
        (
            &["roles", "check", "--rule", "sign"],
            "sign-change\tgrowth promised where the newest edition projects decline, or the reverse",
        ),
        (
            &["roles", "check", "--explain", "not-a"],
            "not-a-certification\ta degree listed among certifications",
        ),
        (
            &["roles", "help", "prov"],
            "provenance\tWhere figures come from, and how far they hold",
        ),
        (
            &["roles", "help", "comp"],
            "compare\tTwo to six roles side by side, and what mainly sets them apart|completions\tHas your shell complete roles, sections, sources and all the rest",
        ),
        (
            &["roles", "list", "--format", "cs"],
            "csv\tOne row an entry, with its figure and sources",
        ),
        (&["roles", "completions", "el"], "elvish"),
        (
            &["roles", "hist"],
            "history\tPay by year and outlook by edition, with turns and breaks",
        ),
        (
            &["roles", "show", "cio", "--sec"],
            "--section\tOnly these sections, as a comma list or by repeating the option",
        ),
        (
            &["roles", "show", "\"help desk tech"],
            "it-support\tIT Support Specialist|senior-technician\tSenior Technician",
        ),
        (&["roles", "show", "xyzzy"], ""),
    ] {
        assert_eq!(offered("fish", words).join("|"), expected, "{words:?}");
    }
    let sources = offered("fish", &["roles", "sources", "oews-2025"]);
    assert!(
        sources[0].starts_with("oews-2025\tUS Bureau of Labor Statistics: "),
        "{sources:?}"
    );
    assert!(!offered("bash", &["roles", "compare", "cio", ""]).contains(&"cio".to_owned()));
}

#[test]
fn bash_gets_what_stands_after_the_equals_sign_at_which_it_parts_words() {
    let words = ["roles", "show", "cio", "--section", "=", "pay,outl"];
    assert_eq!(offered("bash", &words), ["pay,outlook"]);
    assert_eq!(
        offered("bash", &["roles", "list", "--family", "=", "sec"]),
        ["security"]
    );
}

#[test]
fn files_are_completed_where_files_are_wanted() {
    assert_eq!(
        offered("bash", &["roles", "check", "examples/art"]),
        ["examples/article.md"]
    );
    assert_eq!(
        offered("bash", &["roles", "fit", "--me", "examples/m"]),
        ["examples/me.toml"]
    );
}

#[test]
fn no_line_is_too_odd_to_be_asked_about() {
    let odd = [
        "",
        "'",
        "\"",
        "\\",
        "日本語",
        "a\u{301}",
        "--",
        "-",
        "--=",
        "-k",
        "--section=",
        "=",
        "$(x)",
        "\u{1b}[2J",
        "a b",
        "--no-such=x",
        ",",
        "\u{202e}",
    ];
    for shell in SHELLS {
        for word in odd {
            for line in [
                &["roles", word][..],
                &["roles", "show", word, ""],
                &["roles", "path", "cio", "cto", "cto", word],
                &["roles", "show", "cio", "--section", word],
                &["roles", "list", "--width", word, word],
            ] {
                let ended = ask(shell, line);
                assert_eq!(ended.status.code(), Some(0), "{shell} {line:?}");
                assert!(ended.stderr.is_empty(), "{shell} {line:?}");
                assert!(!ended.stdout.contains(&0x1b), "{shell} {line:?}");
            }
        }
    }
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        let word = std::ffi::OsStr::from_bytes(b"\xff\xfe");
        for shell in SHELLS {
            let mut command = command();
            command
                .env("COMPLETE", shell)
                .args(["--", "roles", "show"])
                .arg(word);
            assert_eq!(command.output().unwrap().status.code(), Some(0), "{shell}");
        }
    }
}

#[test]
fn a_variable_that_names_no_shell_changes_nothing() {
    for line in [&[][..], &["sources", "oews-2025"]] {
        let plain = stdout(line);
        for value in ["", "0", "1", "tcsh"] {
            let ended = command()
                .env("COMPLETE", value)
                .args(line)
                .output()
                .unwrap();
            let text = String::from_utf8(ended.stdout).unwrap();
            assert_eq!(text, plain, "{value} {line:?}");
        }
    }
}

#[test]
fn a_script_is_the_same_however_it_is_asked_for_and_asks_the_program() {
    for shell in SHELLS {
        let script = stdout(&["completions", shell]);
        let asked = command().env("COMPLETE", shell).output().unwrap();
        assert_eq!(String::from_utf8(asked.stdout).unwrap(), script, "{shell}");
        assert!(script.contains("COMPLETE"), "{script}");
        assert!(script.contains(env!("CARGO_BIN_EXE_roles")), "{script}");
    }
    let ended = output(&["completions", "fihs"]);
    let complaint = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(
        complaint.contains("it knows bash, zsh, fish, powershell, elvish"),
        "{complaint}"
    );
}

/// Runs the script in the shell itself, where there is one, and asks it what a line may become.
#[test]
#[cfg(unix)]
fn bash_itself_completes_a_role() {
    let program = env!("CARGO_BIN_EXE_roles");
    let asked = format!(
        "source <('{program}' completions bash) || exit 3; COMP_WORDS=(roles compare it-support tech); \
         COMP_CWORD=3; _roles roles tech it-support; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    );
    let Ok(ended) = std::process::Command::new("bash")
        .args(["--norc", "-c", &asked])
        .output()
    else {
        return;
    };
    let text = String::from_utf8(ended.stdout).unwrap();
    let complaint = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(text, "tech-pm\n", "{complaint}");
}

#[test]
fn a_word_is_completed_by_those_before_it() {
    let values = |words: &[&str]| -> Vec<String> {
        let offered = offered("bash", words).into_iter();
        offered.filter(|word| !word.starts_with("--")).collect()
    };
    let below = ["check", "new", "paths", "schema"];
    assert_eq!(values(&["roles", "help", "data", ""]), below);
    assert_eq!(values(&["roles", "man", "data", ""]), below);
    assert_eq!(values(&["roles", "zzz", ""]), [""; 0]);
    assert_eq!(
        values(&["roles", "--width", "80", "comp"]),
        ["compare", "completions"]
    );
    assert_eq!(values(&["roles", "data", "schema", "data-n"]), ["data-new"]);
    let rules = values(&["roles", "check", "--rule", "borrowed-figure,"]);
    assert!(rules.len() > 5, "{rules:?}");
    assert!(
        !rules.iter().any(|rule| rule.ends_with(",borrowed-figure")),
        "{rules:?}"
    );
}

#[test]
fn fields_are_those_of_the_command_and_the_format() {
    let fields = |words: &[&str]| offered("bash", words);
    assert_eq!(fields(&["roles", "list", "--fields", "ti"]), ["title"]);
    assert_eq!(
        fields(&["roles", "list", "--fields", "title,gr"]),
        ["title,growth"]
    );
    assert_eq!(
        fields(&["roles", "list", "-o", "csv", "--fields", "occ"]),
        ["occupation", "occupation_title"]
    );
    assert_eq!(
        fields(&["roles", "check", "-ocsv", "--fields", "record_"]),
        ["record_line", "record_id"]
    );
    assert_eq!(
        fields(&["roles", "compare", "cio", "cto", "--fields", "medi"]),
        ["median"]
    );
    // What gives the whole has none to choose.
    assert_eq!(
        fields(&["roles", "list", "-o", "json", "--fields", "ti"]),
        [""; 0]
    );
}

#[test]
fn the_fields_of_every_command_of_the_work_are_completed() {
    let lines = [
        "list",
        "show cio",
        "compare cio cto",
        "gap it-support tech-pm",
        "path it-technician cio",
        "fit --me examples/me.toml",
        "certs",
        "history cio",
        "history 13-1082",
        "search dba",
        "sources",
    ];
    for line in lines {
        let words: Vec<_> = line.split(' ').collect();
        let ended = output(&[&words[..], &["--fields", "nonsense"]].concat());
        let hint = String::from_utf8(ended.stderr).unwrap();
        let known: Vec<_> = hint
            .split(|letter: char| letter.is_whitespace() || letter == ',')
            .collect();
        let offered = offered(
            "bash",
            &[&["roles"], &words[..], &["--fields", ""]].concat(),
        );
        assert!(
            offered.len() > 1,
            "src/commands/complete/fields.rs has nothing for {line}"
        );
        for field in offered {
            assert!(known.contains(&field.as_str()), "{line}: {field}: {hint}");
        }
    }
    // The first streams, the second has what is small, and the others give text.
    let others = ["check", "data", "completions", "man", "help"];
    for command in Cli::command().get_subcommands() {
        let name = command.get_name();
        assert!(
            others.contains(&name) || lines.iter().any(|line| line.starts_with(name)),
            "{name} is not among these"
        );
    }
}
