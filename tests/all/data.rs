//! Invariants of the bundled data, beyond the rules that every folder must keep.

use roles::data::{Collection, read, rules};
use roles::model::{Family, Lifecycle, Measure, SkillKind};
use std::path::Path;
use std::sync::LazyLock;

/// The bundled data as its files give it.
pub static BUNDLED: LazyLock<Collection> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let (folder, problems) = read(&root, "data", None).unwrap();
    assert!(problems.is_empty(), "{problems:?}");
    let broken = rules::check_folder(&folder);
    assert!(broken.is_empty(), "{broken:?}");
    folder.collection
});

#[test]
fn the_seventeen_roles_are_there_and_complete_enough_to_choose_by() {
    let ids: Vec<_> = BUNDLED.roles.iter().map(|role| role.id.as_str()).collect();
    for id in [
        "it-technician",
        "it-support",
        "senior-technician",
        "support-lead",
        "it-support-manager",
        "it-support-director",
        "cio",
        "cto",
        "tech-pm",
        "project-manager",
        "it-manager",
        "network-support",
        "sysadmin",
        "network-engineer",
        "security-analyst",
        "cloud-engineer",
        "database-administrator",
    ] {
        assert!(ids.contains(&id), "{id}");
    }
    for role in &BUNDLED.roles {
        let id = &role.id;
        assert!(role.duties.len() >= 7, "{id} has few duties");
        let kind = |skill: &str| {
            BUNDLED
                .skills
                .iter()
                .find(|known| known.id == skill)
                .unwrap()
                .kind
        };
        for wanted in [SkillKind::Technical, SkillKind::Interpersonal] {
            assert!(
                role.skills.iter().any(|skill| kind(&skill.skill) == wanted),
                "{id} has no {wanted:?} skill"
            );
        }
        assert!(!role.experience.is_empty(), "{id}");
        assert!(
            !role.focus.is_empty() && !role.scope.is_empty() && !role.works_in.is_empty(),
            "{id}"
        );
        assert!(
            role.aliases.iter().any(|alias| *alias != role.title),
            "{id} has no everyday title"
        );
        let ends_the_ladder = role.family == Family::Executive;
        assert!(
            ends_the_ladder || !role.moves.is_empty(),
            "{id} leads nowhere"
        );
    }
}

#[test]
fn every_wage_of_every_occupation_from_2019_to_2025_is_there() {
    for occupation in &BUNDLED.occupations {
        let years: Vec<_> = occupation.pay.iter().map(|pay| pay.year.0).collect();
        assert!(!years.is_empty(), "{}", occupation.soc);
        let newest = *years.iter().max().unwrap();
        // Two codes of before 2021 ended, and their successors began.
        let ended = ["13-1198", "15-1245"].contains(&occupation.soc.as_str());
        assert_eq!(
            newest,
            if ended { 2020 } else { 2025 },
            "{}",
            occupation.soc
        );
        for pay in &occupation.pay {
            let all = [
                pay.median, pay.p10, pay.p25, pay.p75, pay.p90, pay.mean, pay.jobs,
            ];
            assert!(
                all.iter().all(|measure| measure.number().is_some()),
                "{} {}",
                occupation.soc,
                pay.year
            );
        }
    }
    assert_eq!(BUNDLED.occupations.len(), 21);
}

#[test]
fn figures_known_by_heart_are_right() {
    let occupation = |soc: &str| {
        BUNDLED
            .occupations
            .iter()
            .find(|occupation| occupation.soc == soc)
            .unwrap()
    };
    let median = |soc: &str, year: u16| {
        occupation(soc)
            .pay
            .iter()
            .find(|pay| pay.year.0 == year)
            .unwrap()
            .median
    };
    let growth = |soc: &str, edition: &str| {
        occupation(soc)
            .outlook
            .iter()
            .find(|outlook| outlook.edition.as_str() == edition)
            .unwrap()
            .growth
    };
    assert_eq!(median("15-1232", 2025), Measure::Value(61_860.0));
    assert_eq!(median("15-1230", 2019), Measure::Value(54_760.0));
    assert_eq!(median("15-1230", 2020), Measure::Value(55_510.0));
    assert_eq!(median("11-3021", 2020), Measure::Value(151_150.0));
    assert_eq!(growth("15-1232", "2024-34"), Measure::Value(-3.7));
    assert_eq!(growth("11-3021", "2024-34"), Measure::Value(15.2));
    let top = occupation("11-1011")
        .pay
        .iter()
        .find(|pay| pay.year.0 == 2024)
        .unwrap();
    assert_eq!(
        (top.p75, top.p90),
        (Measure::AtLeast(239_200.0), Measure::AtLeast(239_200.0))
    );
}

#[test]
fn project_management_specialists_have_no_ratings() {
    let occupation = BUNDLED
        .occupations
        .iter()
        .find(|occupation| occupation.soc == "13-1082")
        .unwrap();
    let profile = &occupation.onet[0];
    assert!(profile.ratings.is_empty() && profile.rated.is_none());
}

#[test]
fn the_certifications_are_there_and_the_mba_is_a_degree() {
    assert_eq!(BUNDLED.certifications.len(), 41);
    let by_id = |id: &str| {
        BUNDLED
            .certifications
            .iter()
            .find(|certification| certification.id == id)
            .unwrap()
    };
    assert_eq!(by_id("mba").kind, roles::model::CredentialKind::Degree);
    for id in ["mcsa", "mcse"] {
        assert_eq!(by_id(id).status, Lifecycle::Retired);
        assert_eq!(
            by_id(id).retired_on.as_ref().unwrap().as_str(),
            "2021-01-31"
        );
        assert!(
            !by_id(id).instead.is_empty(),
            "{id} says nothing of what is taken today"
        );
    }
}

#[test]
fn every_source_is_used() {
    let text: String = ["roles", "occupations"]
        .iter()
        .flat_map(|folder| {
            std::fs::read_dir(
                Path::new(env!("CARGO_MANIFEST_DIR"))
                    .join("data")
                    .join(folder),
            )
            .unwrap()
        })
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
        .chain(
            ["certifications", "claims", "resources"]
                .iter()
                .map(|name| {
                    std::fs::read_to_string(
                        Path::new(env!("CARGO_MANIFEST_DIR"))
                            .join("data")
                            .join(name)
                            .with_extension("toml"),
                    )
                    .unwrap()
                }),
        )
        .collect();
    for source in &BUNDLED.sources {
        assert!(
            text.contains(&format!("\"{}\"", source.id))
                || text.contains(&format!("\"{}#", source.id)),
            "no value rests on {}",
            source.id
        );
    }
}
