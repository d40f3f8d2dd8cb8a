//! Every data rule fires on data that breaks it, at the value that does, and on nothing else.

use super::data::BUNDLED;
use roles::data::{Collection, Kind, read, rules};
use roles::model::{Lifecycle, Measure};
use std::fs;
use std::path::{Path, PathBuf};

/// Breaks a copy of the bundled data and returns what the rules say of it.
fn broken(change: impl FnOnce(&mut Collection)) -> Vec<roles::data::Finding> {
    let mut collection = BUNDLED.clone();
    change(&mut collection);
    rules::check(&collection)
}

/// Breaks the data in one way and expects one finding whose message has these words.
fn expect(kind: Kind, words: &str, change: impl FnOnce(&mut Collection)) {
    let findings = broken(change);
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0].address.kind, kind);
    assert!(
        findings[0].message.contains(words),
        "{}",
        findings[0].message
    );
    assert!(!findings[0].hint.is_empty());
}

#[test]
fn the_bundled_data_keeps_every_rule() {
    assert_eq!(broken(|_| ()), []);
}

#[test]
fn ids_and_names_are_unique() {
    expect(Kind::Claim, "used twice", |data| {
        data.claims[1].id = data.claims[0].id.clone()
    });
    expect(Kind::Claim, "is no id", |data| {
        data.claims[0].id = "Has Spaces".into()
    });
    expect(Kind::Role, "already names another role", |data| {
        let title = data.roles[0].title.to_uppercase();
        data.roles[1].aliases.push(title);
    });
    expect(
        Kind::Certification,
        "already names another certification",
        |data| {
            let short = data.certifications[0].short.clone();
            data.certifications[1].aliases.push(short);
        },
    );
}

#[test]
fn a_shared_title_is_shared() {
    expect(Kind::Role, "no other role is called", |data| {
        let role = data
            .roles
            .iter_mut()
            .find(|role| !role.shared_titles.is_empty())
            .unwrap();
        let mut shared = role.shared_titles[0].clone();
        shared.title = "nobody else's title".into();
        role.shared_titles.push(shared);
    });
}

#[test]
fn references_lead_somewhere() {
    expect(Kind::Role, "no skill", |data| {
        data.roles[0].skills[0].skill = "juggling".into()
    });
    expect(Kind::Role, "no certification", |data| {
        let role = data
            .roles
            .iter_mut()
            .find(|role| !role.certifications.is_empty())
            .unwrap();
        role.certifications[0].certification = "clown".into();
    });
    expect(Kind::Role, "no role", |data| {
        let role = data
            .roles
            .iter_mut()
            .find(|role| !role.moves.is_empty())
            .unwrap();
        role.moves[0].to = "clown".into();
    });
    expect(Kind::Role, "no occupation", |data| {
        data.roles[0].measured_by[0].occupation = "99-9999".into();
        data.roles[0].measured_by[0].onet = None;
    });
    expect(Kind::Role, "no O*NET profile", |data| {
        data.roles[0].measured_by[0].onet = Some("99-9999.00".into())
    });
    expect(Kind::Claim, "no role", |data| {
        data.claims[0].roles.push("clown".into())
    });
    expect(Kind::Role, "listed twice", |data| {
        let again = data.roles[0].skills[0].clone();
        data.roles[0].skills.push(again);
    });
    expect(Kind::Role, "leads to the role itself", |data| {
        let role = data
            .roles
            .iter_mut()
            .find(|role| !role.moves.is_empty())
            .unwrap();
        role.moves[0].to = role.id.clone();
    });
}

#[test]
fn values_name_sources_and_sources_have_addresses() {
    expect(Kind::Occupation, "names no source", |data| {
        data.occupations[0].pay[0].source.clear()
    });
    expect(Kind::Role, "names no source", |data| {
        data.roles[0].duties[0].sources.clear()
    });
    expect(Kind::Role, "no source \"hearsay\"", |data| {
        data.roles[0].summary.sources = vec!["hearsay".into()]
    });
    expect(Kind::Certification, "names no source", |data| {
        data.certifications[0].status_sources.clear()
    });
    expect(Kind::Source, "has no address", |data| {
        data.sources[0].address.clear()
    });
    expect(Kind::Source, "no web address", |data| {
        data.sources[0].address = "on my desk".into()
    });
}

#[test]
fn figures_are_in_order_and_agree() {
    expect(Kind::Occupation, "is below", |data| {
        data.occupations[1].pay[0].p10 = Measure::Value(999_999.0)
    });
    expect(Kind::Occupation, "growth of", |data| {
        data.occupations[1].outlook[0].growth = Measure::Value(40.0)
    });
    expect(Kind::Occupation, "a change of", |data| {
        data.occupations[1].outlook[0].change = Measure::Value(999.0)
    });
    expect(Kind::Occupation, "given twice", |data| {
        let again = data.occupations[1].pay[0].clone();
        data.occupations[1].pay.push(again);
    });
    expect(Kind::Occupation, "off its scale", |data| {
        let occupation = data
            .occupations
            .iter_mut()
            .find(|occupation| occupation.soc == "15-1232")
            .unwrap();
        occupation.onet[0]
            .ratings
            .values_mut()
            .next()
            .unwrap()
            .importance = Measure::Value(9.0);
    });
    expect(Kind::Occupation, "job zone", |data| {
        let occupation = data
            .occupations
            .iter_mut()
            .find(|occupation| occupation.soc == "15-1232")
            .unwrap();
        occupation.onet[0].job_zone = 6;
    });
}

#[test]
fn a_role_is_measured_and_a_claim_is_in_its_series() {
    expect(Kind::Role, "measured by no occupation", |data| {
        data.roles[0].measured_by.clear()
    });
    expect(Kind::Claim, "is not in the series", |data| {
        let claim = data
            .claims
            .iter_mut()
            .find(|claim| claim.figure.is_some())
            .unwrap();
        claim.figure.as_mut().unwrap().value = 1.0;
    });
}

#[test]
fn retirement_has_a_date_and_leads_to_something_alive() {
    expect(Kind::Certification, "without the date", |data| {
        let retired = data
            .certifications
            .iter_mut()
            .find(|item| item.status == Lifecycle::Retired)
            .unwrap();
        retired.retired_on = None;
    });
    expect(Kind::Certification, "is not retired", |data| {
        let date = data
            .certifications
            .iter()
            .find_map(|item| item.retired_on.clone());
        data.certifications[0].retired_on = date;
    });
    expect(Kind::Certification, "retired itself", |data| {
        let (mcsa, mcse) = ("mcsa", "mcse");
        let retired = data
            .certifications
            .iter_mut()
            .find(|item| item.id == mcsa)
            .unwrap();
        retired.instead[0].certification = mcse.into();
    });
}

#[test]
fn synonyms_are_groups_that_share_no_word() {
    expect(Kind::Synonyms, "fewer than two words", |data| {
        data.synonyms[0].words.truncate(1)
    });
    expect(Kind::Synonyms, "phrases only", |data| {
        data.synonyms[0].words = vec!["one phrase".into(), "another phrase".into()]
    });
    expect(Kind::Synonyms, "already stands in a group", |data| {
        let word = data.synonyms[0].words[0].clone();
        data.synonyms[1].words.push(word);
    });
    expect(Kind::Synonyms, "not in its plain form", |data| {
        data.synonyms[0].words.push("Purveyor ".into())
    });
}

/// A copy of the data folder that is removed when it goes out of scope.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let to = std::env::temp_dir().join(format!("roles-{name}-{}", std::process::id()));
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        for folder in ["", "roles", "occupations"] {
            fs::create_dir_all(to.join(folder)).unwrap();
            for entry in fs::read_dir(from.join(folder)).unwrap() {
                let path = entry.unwrap().path();
                if path.is_file() {
                    fs::copy(&path, to.join(folder).join(path.file_name().unwrap())).unwrap();
                }
            }
        }
        Self(to)
    }

    /// Replaces text in a file, and returns the problems that reading and checking the folder finds.
    fn with(&self, file: &str, from: &str, to: &str) -> Vec<String> {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from:?}");
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
        let (folder, mut problems) = read(&self.0, "data", None).unwrap();
        if problems.is_empty() {
            problems = rules::check_folder(&folder);
        }
        fs::write(&path, text).unwrap();
        problems.iter().map(ToString::to_string).collect()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_mistake_is_shown_with_file_line_column_and_what_to_do() {
    let data = Copy::new("mistakes");
    let cases = [
        (
            "roles/cio.toml",
            "title = ",
            "tilte = ",
            "data/roles/cio.toml:2:1: unknown field `tilte`",
        ),
        (
            "roles/cio.toml",
            "level = \"executive\"",
            "level = \"emperor\"",
            "unknown variant `emperor`",
        ),
        (
            "roles/cio.toml",
            "id = \"cio\"",
            "id = \"cheif\"",
            "data/roles/cio.toml:1:6: \"cheif\" stands in a file named cio.toml",
        ),
        (
            "occupations/15-1232.toml",
            "p10 = 40980",
            "p10 = 940980",
            "p25 of 49000 is below p10 of 940980",
        ),
        (
            "occupations/15-1232.toml",
            "p10 = 40980",
            "p10 = \"lots\"",
            "expected a number",
        ),
        (
            "occupations/15-1232.toml",
            "growth = -3.7",
            "growth = 3.7",
            "growth of 3.7 percent, where 729.5 to 702.5 thousand jobs is -3.7",
        ),
        (
            "occupations/15-1232.toml",
            "source = \"oews-2025\"\n",
            "",
            "data/occupations/15-1232.toml:9:1: this value names no source",
        ),
        (
            "certifications.toml",
            "retired_on = \"2021-01-31\"\n",
            "",
            "is retired, without the date",
        ),
        (
            "certifications.toml",
            "retired_on = \"2021-01-31\"",
            "retired_on = \"2021-02-31\"",
            "is no date",
        ),
        (
            "sources.toml",
            "address = \"https://www.bls.gov/oes/special-requests/oesm19nat.zip\"\n",
            "",
            "has no address",
        ),
        (
            "claims.toml",
            "value = 54760",
            "value = 54761",
            "54761 is not in the series of 15-1230 at 2019",
        ),
        (
            "skills.toml",
            "kind = \"technical\"",
            "kind = technical",
            "data/skills.toml:",
        ),
    ];
    for (file, from, to, expected) in cases {
        let problems = data.with(file, from, to);
        assert!(
            problems.iter().any(|problem| problem.contains(expected)),
            "{expected}: {problems:#?}"
        );
        assert!(
            problems.iter().all(|problem| problem.contains("hint: ")),
            "{problems:#?}"
        );
        assert!(
            problems.iter().all(|problem| problem.starts_with("data/")),
            "{problems:#?}"
        );
    }
}
