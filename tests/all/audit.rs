//! What a layer is held to: what lies below it, and the warnings there that it cannot shed.

use super::layers::acme;
use super::run::behaviour;

/// A role with this under it.
fn role(measured_by: &str) -> String {
    format!(
        "id = \"chief\"\ntitle = \"Robot Chief\"\nplural = \"robot chiefs\"\nfamily = \"support\"\nlevel = \"manager\"\n\
         summary = {{ text = \"Leads robots\", sources = [\"acme\"] }}\n\
         day = {{ text = \"lead robots\", sources = [\"acme\"] }}\n\
         [[duties]]\ntheme = \"users\"\ntext = \"Lead robots\"\nsources = [\"acme\"]\n\
         [[measured_by]]\n{measured_by}\nfit = \"proxy\"\nreason = \"None is near\"\nsources = [\"acme\"]\n"
    )
}

fn claim(value: u32) -> String {
    format!(
        "[[claims]]\nid = \"c\"\nroles = [\"it-support\"]\ntopic = \"pay\"\nsays = \"They earned it\"\nsource = \"acme\"\n\
         verdict = \"wrong-year\"\nbecause = \"It is of May 2019\"\nevidence = [\"oews-2019\"]\n\
         figure = {{ measure = \"median\", value = {value}, occupation = \"15-1230\", stated = \"2020\", actual = \"2019\" }}\n"
    )
}

fn certification(instead: &str) -> String {
    format!(
        "[[certifications]]\nid = \"old\"\nname = \"Old Cert\"\nshort = \"Old\"\nissuer = \"Acme\"\n\
         kind = \"certification\"\nlevel = \"entry\"\nlevel_by_issuer = false\nstatus = \"retired\"\n\
         retired_on = \"2024-03\"\nstatus_sources = [\"acme\"]\n\
         instead = [{{ certification = \"{instead}\", reason = \"It is near\" }}]\n"
    )
}

#[test]
fn a_layer_is_held_to_what_lies_below_it() {
    let profile = |code: &str| role(&format!("occupation = \"15-1232\"\nonet = \"{code}\""));
    for (file, right, wrong, problem) in [
        (
            "roles/chief.toml",
            profile("15-1232.00"),
            profile("15-1232.99"),
            "15-1232 has no O*NET profile \"15-1232.99\"",
        ),
        (
            "claims.toml",
            claim(54_760),
            claim(54_761),
            "54761 is not in the series of 15-1230 at 2019",
        ),
        (
            "certifications.toml",
            certification("az-900"),
            certification("mcsa"),
            "\"mcsa\" is retired itself",
        ),
    ] {
        let check = |text: &str| {
            // An occupation that the layer changes is asked for in another way.
            let patch = "patch = true\nsoc = \"15-1232\"\nadd.notes = [\"Ours\"]\n";
            [None, Some(patch)].map(|patch| {
                let room = acme(&[(file, text)]);
                if let Some(patch) = patch {
                    room.put("acme/occupations/15-1232.toml", patch);
                }
                let output = room.run(&["data", "check", "acme", "--width", "200"]);
                let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
                String::from_utf8(output.stdout).unwrap() + &stderr
            })
        };
        for told in check(&right) {
            assert!(!told.contains(file), "{told}");
        }
        for told in check(&wrong) {
            assert!(told.contains(problem), "{told}");
        }
    }
}

#[test]
fn a_caution_is_kept_and_told_once() {
    let kept = "Leaves out the self-employed";
    for (own, told) in [
        ("Ours.", "Ours. Leaves out the self-employed"),
        (
            "Leaves out the self-employed, as we know",
            "Leaves out the self-employed, as we know",
        ),
    ] {
        let room = acme(&[]);
        let sources = std::fs::read_to_string(room.path().join("acme/sources.toml")).unwrap();
        let patch = format!(
            "{sources}\n[[sources]]\npatch = true\nid = \"oews-2019\"\ncaution = \"{own}\"\n"
        );
        room.put("acme/sources.toml", patch);
        let sources = room
            .json(&["sources", "oews-2019", "--data", "acme"])
            .to_string();
        assert!(sources.contains(&format!("\"{told}\"")), "{sources}");
        assert_eq!(sources.matches(kept).count(), 1, "{sources}");
    }
}

#[test]
fn what_is_gone_keeps_its_names_and_notes() {
    let noted = "[[certifications]]\npatch = true\nid = \"mcsa\"\n\
                 notes = [{ text = \"Ours\", sources = [\"acme\"] }]\n";
    let room = acme(&[("certifications.toml", noted)]);
    let mcsa = &room.json(&["certs", "mcsa", "--data", "acme"])["certifications"][0];
    // Its own note, and the two of what it is laid over; they agree on all else.
    assert_eq!(mcsa["notes"].as_array().unwrap().len(), 3, "{mcsa}");
    let whole = certification("az-900").replace("\"old\"", "\"mcsa\"");
    let room = acme(&[("certifications.toml", &whole)]);
    for name in ["Microsoft Certified Solutions Associate", "Old Cert"] {
        let named = &room.json(&["certs", name, "--data", "acme"])["certifications"][0];
        assert_eq!(named["id"], "mcsa", "{name}");
    }
}

#[test]
fn an_end_that_is_known_to_the_month_is_told_so() {
    let room = acme(&[("certifications.toml", &certification("az-900"))]);
    room.put("text.md", "Earn the Old Cert now.\n");
    let check = room.run(&["check", "text.md", "--data", "acme"]);
    let told = String::from_utf8(check.stdout).unwrap();
    assert!(told.contains("retired the Old in 2024-03"), "{told}");
}

#[test]
fn a_figure_for_a_role_without_its_like_is_told_to_be_of_others() {
    let occupation = "soc = \"99-0001\"\ntitle = \"Robot Chiefs\"\nname = \"robot chiefs of all kinds\"\n\
                      area = \"United States\"\n\
                      [[pay]]\nyear = 2025\nmedian = 50_000\nsource = \"acme\"\n\
                      [[outlook]]\nedition = \"2024-34\"\ngrowth = 1.0\nsource = \"acme\"\n";
    let room = acme(&[
        ("roles/chief.toml", &role("occupation = \"99-0001\"")),
        ("occupations/99-0001.toml", occupation),
    ]);
    room.put(
        "text.md",
        "At the 90th percentile robot chiefs earned $297,510 in May 2025.\n",
    );
    let check = room.run(&["check", "text.md", "--data", "acme", "--width", "200"]);
    let told = String::from_utf8(check.stdout).unwrap() + &String::from_utf8_lossy(&check.stderr);
    for words in [
        "gives $297,510 as pay of robot chiefs",
        "none of robot chiefs is known here",
        "Name computer and information systems managers as those whose figure it is.",
        "oews-2025",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn a_code_that_no_role_is_first_measured_by_picks_none() {
    let told = behaviour(&["show", "49-2011"]);
    assert!(
        told.contains("no role is measured by \"49-2011\" first"),
        "{told}"
    );
    assert!(told.contains("it-technician"), "{told}");
    let told = behaviour(&["show", "15-1299.08"]);
    assert!(
        told.contains("cloud-engineer    Cloud Engineer: measured by it;"),
        "{told}"
    );
}
