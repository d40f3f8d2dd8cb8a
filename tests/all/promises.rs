//! What the program must show: figures, warnings, pipes and exit statuses, by name.

use super::run::{FORMATS, command, json, output, stdout};
use std::io::Read;
use std::process::Stdio;

#[test]
fn support_against_technical_project_management_tells_the_truth() {
    let text = stdout(&["compare", "it-support", "tech-pm"]);
    for said in [
        "$61,860, May 2025",
        "$102,320, May 2025",
        "stand-in",
        "-3.7%, 2024–34",
        "+5.6%, 2024–34",
    ] {
        assert!(text.contains(said), "{said}");
    }
    for said in [
        "retired 2021-01-31",
        "some college",
        "bachelor's degree",
        "oesm25nat.zip",
        "not computed",
    ] {
        assert!(text.contains(said), "{said}");
    }
    // The articles' own figures stand only as claims with a verdict.
    for line in text
        .lines()
        .filter(|line| line.contains("54,760") || line.contains("151,150"))
    {
        assert!(!line.contains("Median a year"), "{line}");
    }
    let claims = stdout(&[
        "compare",
        "it-support",
        "tech-pm",
        "--section",
        "claims",
        "--format",
        "jsonl",
    ]);
    let claim = claims
        .lines()
        .find(|line| line.contains("$54,760 in May 2020"))
        .unwrap();
    assert!(claim.contains("Verdict: wrong year"), "{claim}");
}

#[test]
fn the_it_manager_has_the_figures_of_its_occupation() {
    let role = &json(&["show", "it-manager"])["role"];
    assert_eq!(role["pay"]["median"]["value"], 175_140);
    assert_eq!(role["outlook"]["growth"]["value"], 15.2);
    assert_eq!(
        role["experience"]["typical_entry"]["value"],
        "5-years-or-more"
    );
    assert_eq!(role["pay"]["median"]["period"], "2025-05");
}

#[test]
fn a_shared_occupation_cannot_tell_roles_apart() {
    let text = stdout(&["compare", "cio", "cto"]);
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("pay cannot tell them apart"), "{words}");
    let json = json(&["compare", "cio", "cto", "--section", "pay"]);
    let rows = json["sections"][0]["rows"].as_array().unwrap();
    let difference = rows.iter().find(|row| row["item"] == "difference").unwrap();
    assert_eq!(
        difference["cells"][1]["entries"][0]["text"],
        "not computed: one occupation measures both"
    );
    assert!(difference["cells"][1]["entries"][0].get("figure").is_none());
}

#[test]
fn different_occupations_are_named_and_a_stand_in_is_not_subtracted() {
    let text = stdout(&["compare", "tech-pm", "it-manager"]);
    assert!(text.contains("Different occupations measure them"));
    let json = json(&["compare", "tech-pm", "it-manager", "--section", "pay"]);
    let rows = json["sections"][0]["rows"].as_array().unwrap();
    let difference = rows.iter().find(|row| row["item"] == "difference").unwrap();
    assert!(
        difference["cells"][1]["entries"][0].get("figure").is_none(),
        "{difference}"
    );
}

#[test]
fn exact_readings_of_one_year_are_subtracted() {
    let json = json(&["compare", "it-support", "sysadmin", "--section", "pay"]);
    let rows = json["sections"][0]["rows"].as_array().unwrap();
    let difference = rows.iter().find(|row| row["item"] == "difference").unwrap();
    let figure = &difference["cells"][1]["entries"][0]["figure"];
    assert_eq!(
        (&figure["value"], &figure["status"]),
        (&(99_130 - 61_860).into(), &"computed".into())
    );
}

#[test]
fn a_top_code_is_a_floor_and_unknown_is_not_zero() {
    let fees = json(&["certs", "capm"])["certifications"][0]["fees"].clone();
    assert_eq!(fees, serde_json::json!([]));
    assert!(stdout(&["certs", "capm"]).contains("unknown"));
    let csv = stdout(&[
        "show",
        "project-manager",
        "--section",
        "ratings",
        "--format",
        "csv",
    ]);
    assert!(csv.contains("not rated") && !csv.contains(",0,"), "{csv}");
}

#[test]
fn every_retired_certification_says_so_wherever_a_role_names_it() {
    let roles = json(&["list"]);
    for role in roles["roles"].as_array().unwrap() {
        let id = role["id"].as_str().unwrap();
        for listed in json(&["show", id, "--section", "certifications"])["role"]["certifications"]
            .as_array()
            .unwrap()
        {
            if listed["status"] == "retired" {
                let text = stdout(&["show", id, "--section", "certifications", "--format", "csv"]);
                let name = listed["id"].as_str().unwrap();
                let line = text
                    .lines()
                    .find(|line| line.starts_with(&format!("certifications,{name},")))
                    .unwrap();
                assert!(
                    line.contains("retired since 2021-01-31: it cannot be earned"),
                    "{line}"
                );
            }
        }
    }
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let mut child = command()
        .args([
            "compare",
            "it-support",
            "tech-pm",
            "it-manager",
            "--format",
            "csv",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 8];
    child
        .stdout
        .as_mut()
        .unwrap()
        .read_exact(&mut first)
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(&first, b"section,");
    assert_eq!(
        (ended.status.code(), ended.stderr.as_slice()),
        (Some(0), &b""[..])
    );
}

#[test]
fn a_full_disk_is_an_error_that_says_so() {
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else {
        return;
    };
    let ended = command()
        .args(["list"])
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(
        String::from_utf8(ended.stderr)
            .unwrap()
            .starts_with("error: cannot write the answer")
    );
}

#[test]
fn names_are_found_in_any_case_and_by_code() {
    for name in [
        "IT-SUPPORT",
        "it support specialist",
        "Help Desk Technician",
        "  help   desk technician ",
    ] {
        assert_eq!(
            json(&["show", name, "--section", "focus"])["role"]["id"],
            "it-support",
            "{name}"
        );
    }
    for (code, id) in [
        ("15-1244", "sysadmin"),
        ("15-1244.00", "sysadmin"),
        ("15-1212", "security-analyst"),
    ] {
        assert_eq!(
            json(&["show", code, "--section", "focus"])["role"]["id"],
            id
        );
    }
}

#[test]
fn nothing_found_is_an_honest_no() {
    let ended = output(&["list", "--family", "security", "--level", "entry"]);
    assert_eq!(ended.status.code(), Some(1));
    assert!(ended.stderr.is_empty());
}

#[test]
fn arguments_that_are_not_text_do_no_harm() {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        let ended = command()
            .arg("show")
            .arg(std::ffi::OsStr::from_bytes(b"\xff\xfe"))
            .output()
            .unwrap();
        assert_eq!(ended.status.code(), Some(2));
    }
}

#[test]
fn a_change_of_sign_in_the_outlook_is_called_out() {
    let text = stdout(&["history", "it-support"]);
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("+8.0%, +8.9% and +6.2%")
            && words.contains("then turns to -3.7% in 2024–34"),
        "{words}"
    );
    let history = json(&["history", "it-support"]);
    let turns = history["turns"].as_array().unwrap();
    assert_eq!(turns.len(), 1);
    assert_eq!(turns[0]["from"]["period"], "2021-31");
    assert_eq!(turns[0]["to"]["value"], -3.7);
    assert_eq!(
        json(&["history", "13-1082"])["turns"],
        serde_json::json!([])
    );
}

#[test]
fn breaks_in_a_series_are_named() {
    let kinds = |name| {
        let breaks = json(&["history", name])["breaks"].clone();
        let named = breaks.as_array().unwrap().iter().map(|found| {
            let text = |key: &str| found[key].as_str().unwrap().to_owned();
            (text("kind"), text("period"))
        });
        named.collect::<Vec<_>>()
    };
    let at = |kind: &str, period: &str| (kind.to_owned(), period.to_owned());
    assert_eq!(kinds("13-1082"), [at("begins", "2021-05")]);
    assert_eq!(kinds("15-1245"), [at("ends", "2020-05")]);
    assert_eq!(kinds("it-support"), [at("model-based", "2021-05")]);
    assert_eq!(
        kinds("11-1011"),
        [
            at("model-based", "2021-05"),
            at("top-code", "2022-05"),
            at("top-code", "2025-05")
        ]
    );
    let begins = &json(&["history", "13-1082"])["breaks"][0];
    assert!(begins["text"].as_str().unwrap().contains("13-1198"));
    assert_eq!(begins["sources"], serde_json::json!(["oews-2021"]));
    assert!(!stdout(&["history", "cio", "--format", "csv"]).contains('█'));
}

#[test]
fn a_code_shows_its_occupation_and_a_role_says_what_stands_in_for_it() {
    for code in ["15-1232", "13-1082", "00-0000", "15-1230"] {
        let subject = &json(&["history", code])["subject"];
        assert_eq!(subject["occupation"], code);
        assert!(
            subject["role"].is_null() && subject["fit"].is_null(),
            "{code}"
        );
    }
    let subject = &json(&["history", "cto"])["subject"];
    assert_eq!(
        (&subject["role"]["id"], &subject["fit"]),
        (&"cto".into(), &"shared".into())
    );
    assert!(stdout(&["history", "cto"]).contains("(stand-in)"));
    assert_eq!(output(&["history", "15-9999"]).status.code(), Some(2));
}

#[test]
fn certifications_are_narrowed_sorted_and_summed() {
    let retired = json(&["certs", "--status", "retired"]);
    for described in retired["certifications"].as_array().unwrap() {
        assert_eq!(described["status"], "retired");
        assert!(!described["instead"].as_array().unwrap().is_empty());
    }
    assert!(stdout(&["certs", "--status", "retired", "--width", "80"]).contains("Taken today"));
    assert_eq!(
        output(&["certs", "--status", "retiring"]).status.code(),
        Some(1)
    );
    assert_eq!(
        output(&["certs", "pmp", "--status", "active"])
            .status
            .code(),
        Some(2)
    );

    let listed = json(&["certs", "--role", "project-manager", "--sort", "fee"]);
    let fees = &listed["totals"]["exam_fees"];
    let certifications = listed["certifications"].as_array().unwrap();
    let find = |id: &serde_json::Value| {
        certifications
            .iter()
            .find(|described| described["id"] == *id)
            .unwrap()
    };
    let mut sum = 0;
    for id in fees["counted"].as_array().unwrap() {
        let described = find(id);
        assert_eq!(described["status"], "active");
        let open = described["fees"].as_array().unwrap().iter();
        let open = open.filter(|fee| fee["payer"] != "member");
        sum += open
            .map(|fee| fee["fee"]["value"].as_u64().unwrap())
            .min()
            .unwrap();
    }
    assert!(sum > 0);
    assert_eq!(fees["value"], sum);
    let unknown = fees["unknown"].as_array().unwrap();
    assert!(unknown.contains(&"capm".into()), "{fees}");
    assert_eq!(find(&"capm".into())["fees"], serde_json::json!([]));
    assert_eq!(
        certifications.last().unwrap()["fees"],
        serde_json::json!([])
    );
}

#[test]
fn a_search_finds_the_work_by_words_that_the_data_does_not_use() {
    let found = json(&["search", "vendor contracts"]);
    let first = &found["hits"][0];
    assert_eq!(first["id"], "tech-pm");
    let matches = first["matches"].as_array().unwrap();
    let bargains = matches.iter().find(|one| one["place"] == "aspect").unwrap();
    assert!(
        bargains["text"].as_str().unwrap().contains("suppliers"),
        "{bargains}"
    );
    assert!(!bargains["sources"].as_array().unwrap().is_empty());
}

#[test]
fn a_search_for_a_certification_finds_it_and_the_roles_that_list_it() {
    let found = json(&["search", "mcsa"]);
    let hits = found["hits"].as_array().unwrap();
    assert_eq!(
        (&hits[0]["kind"], &hits[0]["retired"]["text"]),
        (&"certification".into(), &"retired since 2021-01-31".into())
    );
    for role in &hits[1..] {
        assert!(
            role["matches"][0]["text"]
                .as_str()
                .unwrap()
                .contains("retired since 2021-01-31"),
            "{role}"
        );
    }
}

#[test]
fn a_search_that_finds_nothing_says_so_on_standard_output() {
    let no_report = |format: &&str| ["mermaid", "dot", "sarif", "github"].contains(format);
    for format in FORMATS.iter().filter(|format| !no_report(format)) {
        let ended = output(&["search", "xyzzy", "--format", format]);
        assert_eq!(
            (ended.status.code(), ended.stderr.as_slice()),
            (Some(1), &b""[..]),
            "{format}"
        );
    }
    let ended = output(&["search", "xyzzy"]);
    assert!(
        String::from_utf8(ended.stdout)
            .unwrap()
            .starts_with("Nothing found")
    );
}

#[test]
fn the_guide_to_ones_own_file_names_every_key_and_skill() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap();
    let guide = read("docs/me.md");
    let person = serde_json::to_value(roles::model::Person::default()).unwrap();
    let catalog = roles::catalog::Catalog::bundled();
    let keys = person.as_object().unwrap().keys().cloned();
    for name in keys.chain(catalog.skill_ids().unwrap()) {
        assert!(guide.contains(&format!("| `{name}` |")), "{name}");
    }
    for skill in catalog.skill_ids().unwrap() {
        let name = catalog.skill(&skill).unwrap().name;
        assert!(guide.contains(&format!("| `{skill}` | {name} |")), "{name}");
    }
    for level in <roles::model::EducationLevel as roles::model::Label>::ALL {
        let key = roles::model::Label::key(*level);
        assert!(guide.contains(&format!("| `{key}` |")), "{key}");
    }
}

#[test]
fn the_example_of_ones_own_file_reads_well_and_has_every_key() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/me.toml");
    assert!(output(&["fit", "--me", path]).status.success());
    assert!(output(&["gap", "--me", path, "sysadmin"]).status.success());
    let text = std::fs::read_to_string(path).unwrap();
    let person = serde_json::to_value(roles::model::Person::default()).unwrap();
    for key in person.as_object().unwrap().keys() {
        assert!(
            text.lines()
                .any(|line| line.starts_with(&format!("{key} ="))),
            "{key}"
        );
    }
}

/// Every role of `roles fit` for the example file, in order.
fn fits() -> Vec<serde_json::Value> {
    let found = json(&["fit", "--me", "examples/me.toml"]);
    found["roles"].as_array().unwrap().clone()
}

#[test]
fn roles_fit_in_order_of_conflicts_and_unknowns_and_ties_stay_ties() {
    let roles = fits();
    let rank = |role: &serde_json::Value| (role["conflicts"].as_u64(), role["unknowns"].as_u64());
    assert!(roles.is_sorted_by_key(rank));
    for role in &roles {
        let first = roles.iter().position(|other| rank(other) == rank(role));
        assert_eq!(role["place"], first.unwrap() + 1, "{}", role["id"]);
    }
    let records = stdout(&["fit", "--me", "examples/me.toml", "--format", "csv"]);
    for role in &roles {
        let shared = roles.iter().filter(|other| other["place"] == role["place"]);
        let place = match shared.count() {
            1 => format!("{}", role["place"]),
            _ => format!("\"{}, tied\"", role["place"]),
        };
        let record = format!("order,place,{},{place},", role["id"].as_str().unwrap());
        assert!(records.contains(&record), "{record}");
    }
}

#[test]
fn the_pay_of_a_proxy_decides_nothing() {
    let mut proxies = 0;
    for role in fits() {
        let checks = role["checks"].as_array().unwrap();
        let pay = checks.iter().find(|check| check["wish"] == "least-pay");
        let pay = pay.unwrap();
        if pay["figure"]["fit"] == "proxy" {
            proxies += 1;
            assert_eq!(pay["verdict"], "unknown", "{role}");
        }
    }
    assert!(proxies > 0);
}

#[test]
fn every_verdict_of_a_fit_can_be_traced() {
    for role in fits() {
        for check in role["checks"].as_array().unwrap() {
            let traced =
                check["figure"].is_object() || !check["sources"].as_array().unwrap().is_empty();
            let needless = check["verdict"] == "unknown"
                || check["reason"] == "none is often asked for"
                || check["reason"] == "you are willing to";
            assert!(traced || needless, "{}: {check}", role["id"]);
        }
    }
    let records = stdout(&["fit", "--me", "examples/me.toml", "--format", "jsonl"]);
    let skills: Vec<_> = records
        .lines()
        .filter(|line| line.contains("\"item\":\"skills\""))
        .collect();
    assert!(!skills.is_empty());
    for line in skills {
        assert!(line.contains("\"sources\":["), "{line}");
    }
}

/// Calls `check` with every object in JSON that is a figure.
fn each_figure(value: &serde_json::Value, check: &mut impl FnMut(&serde_json::Value)) {
    if value.get("unit").is_some() && value.get("fit").is_some() {
        check(value);
    }
    match value {
        serde_json::Value::Object(map) => map.values().for_each(|value| each_figure(value, check)),
        serde_json::Value::Array(list) => list.iter().for_each(|value| each_figure(value, check)),
        _ => {}
    }
}

#[test]
fn every_figure_of_a_decision_says_what_it_measures_and_where_it_comes_from() {
    for arguments in [
        &["gap", "it-support", "tech-pm"][..],
        &["gap", "tech-pm", "it-manager"],
        &["path", "it-support", "it-manager"],
        &["path", "it-technician", "cio"],
        &["fit", "--me", "examples/me.toml"],
        &["history", "it-support"],
        &["history", "cto"],
    ] {
        let answer = json(arguments);
        let sources = answer["sources"].as_array().unwrap();
        let mut figures = 0;
        each_figure(&answer, &mut |figure| {
            figures += 1;
            let described = sources
                .iter()
                .any(|source| source["id"] == figure["source"]);
            assert!(described, "{arguments:?}: {figure}");
            let period = figure["period"].is_string();
            let occupation = figure["occupation"].is_string() || figure["unit"] == "USD";
            assert!(period && occupation, "{arguments:?}: {figure}");
            let known =
                ["published", "at-least", "computed"].contains(&figure["status"].as_str().unwrap());
            assert_eq!(figure["value"].is_null(), !known, "{arguments:?}: {figure}");
        });
        assert!(figures > 0, "{arguments:?}");
    }
}
