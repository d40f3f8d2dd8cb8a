//! Properties that hold for every choice of roles, widths and formats.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use roles::analysis::gap::{Held, State};
use roles::catalog::Catalog;
use roles::model::Reference;
use roles::render::{Format, Settings, draw};
use roles::report::compare::{Compare, Options};
use roles::report::gap::{Gap, Start};
use roles::report::section::Wanted;
use roles::report::show::Show;
use roles::report::{Cell, Report, cited_page, envelope};
use std::collections::{BTreeMap, BTreeSet};
use unicode_width::UnicodeWidthStr;

fn ids() -> Vec<String> {
    Catalog::bundled().role_ids().unwrap()
}

fn compare(roles: &[String], only_differences: bool) -> Compare {
    let options = Options {
        only_differences,
        ..Options::default()
    };
    Compare::of(&Catalog::bundled(), roles, &options).unwrap()
}

fn drawn(report: &impl Report, format: Format, width: usize) -> String {
    let settings = Settings {
        format,
        width,
        ..Settings::default()
    };
    draw(report, &Catalog::bundled(), settings).unwrap()
}

/// The words of each cell, by section title and item.
fn content(compare: &Compare, column: usize) -> BTreeMap<(String, String), Vec<String>> {
    let page = compare.page();
    let words = |cell: &Cell| {
        cell.entries
            .iter()
            .map(|entry| entry.text.to_string())
            .collect()
    };
    let rows = page
        .sections
        .iter()
        .flat_map(|section| section.rows.iter().map(move |row| (section, row)));
    rows.filter(|(_, row)| row.item != "difference")
        .map(|(section, row)| {
            (
                (section.title.clone(), row.item.clone()),
                words(&row.cells[column]),
            )
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn compare_is_symmetric_in_content(pair in subsequence(ids(), 2)) {
        let (a, b) = (compare(&pair, false), compare(&[pair[1].clone(), pair[0].clone()], false));
        prop_assert_eq!(content(&a, 0), content(&b, 1));
        prop_assert_eq!(content(&a, 1), content(&b, 0));
    }

    #[test]
    fn a_role_compared_with_itself_has_no_differences(role in select(ids()), times in 2usize..=6) {
        let compare = compare(&vec![role; times], true);
        prop_assert!(compare.page().sections.is_empty(), "{:?}", compare.page().sections[0]);
    }

    #[test]
    fn only_differences_leaves_out_nothing_that_differs(roles in subsequence(ids(), 2..=6)) {
        let (all, some) = (compare(&roles, false), compare(&roles, true));
        let differing = |compare: &Compare| {
            let sections = compare.page().sections.into_iter();
            let rows = sections.flat_map(|section| section.rows).filter(|row| row.same != Some(true));
            rows.map(|row| format!("{row:?}")).collect::<Vec<_>>()
        };
        prop_assert_eq!(differing(&all), differing(&some));
        prop_assert!(some.page().sections.iter().all(|section| !section.rows.is_empty()));
    }

    #[test]
    fn no_line_is_wider_than_asked(roles in subsequence(ids(), 2..=6), width in 20usize..=220) {
        for line in drawn(&compare(&roles, false), Format::Table, width).lines() {
            prop_assert!(line.width() <= width, "{} columns of {width}: {line}", line.width());
        }
    }

    #[test]
    fn every_csv_parses_back(roles in subsequence(ids(), 2..=6)) {
        let compare = compare(&roles, false);
        let text = drawn(&compare, Format::Csv, 0);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let read: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        let cited = cited_page(&compare, &Catalog::bundled()).unwrap();
        let records: Vec<_> = cited.page.records().collect();
        prop_assert_eq!(read.len(), records.len());
        for (row, record) in read.iter().zip(&records) {
            prop_assert_eq!((&row[0], &row[1], &row[2]), (record.section, record.item, record.subject));
            prop_assert_eq!(row[3].trim_start_matches('\''), &record.entry.text);
            prop_assert_eq!(row[12].is_empty(), record.entry.cites().next().is_none());
        }
    }

    #[test]
    fn markdown_rows_have_as_many_cells_as_their_header(roles in subsequence(ids(), 2..=6)) {
        let text = drawn(&compare(&roles, false), Format::Markdown, 0);
        for line in text.lines().filter(|line| line.starts_with('|')) {
            let bars = line.replace("\\|", "").matches('|').count();
            prop_assert_eq!(bars, roles.len() + 2, "{}", line);
        }
    }
}

#[test]
fn lists_and_profiles_keep_their_width_too() {
    let catalog = Catalog::bundled();
    for width in [20, 24, 40, 60, 79, 80, 100, 140, 220] {
        let list = roles::report::list::List::of(&catalog, &Default::default()).unwrap();
        let certs = roles::report::certs::Certifications::of(&catalog, None).unwrap();
        let sources = roles::report::sources::Sources::of(&catalog, None).unwrap();
        let search = roles::report::search::Search::of(&catalog, "help manager").unwrap();
        let mut texts = vec![
            drawn(&search, Format::Table, width),
            drawn(&list, Format::Table, width),
            drawn(&certs, Format::Table, width),
            drawn(&sources, Format::Table, width),
        ];
        for soc in catalog.occupation_ids().unwrap() {
            let history = roles::report::history::History::of_occupation(&catalog, &soc).unwrap();
            texts.push(drawn(&history, Format::Table, width));
        }
        for id in ids() {
            texts.push(drawn(
                &Show::of(&catalog, &id, &Wanted::default()).unwrap(),
                Format::Table,
                width,
            ));
        }
        for line in texts.iter().flat_map(|text| text.lines()) {
            assert!(
                line.width() <= width,
                "{} columns of {width}: {line}",
                line.width()
            );
        }
    }
}

#[test]
fn json_describes_every_source_that_the_page_cites() {
    let catalog = Catalog::bundled();
    for id in ids() {
        let show = Show::of(&catalog, &id, &Wanted::default()).unwrap();
        let described = envelope(&show, &catalog).unwrap().sources;
        for cited in show.page().cited() {
            assert!(
                described
                    .iter()
                    .any(|source| source.id == Reference::of(cited).source),
                "{id} cites {cited}"
            );
        }
    }
}

/// Calls `check` with every JSON object that looks like a figure.
fn each_figure(
    value: &serde_json::Value,
    check: &mut impl FnMut(&serde_json::Map<String, serde_json::Value>),
) {
    match value {
        serde_json::Value::Object(map) => {
            if map.contains_key("unit") {
                check(map);
            }
            map.values().for_each(|value| each_figure(value, check));
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| each_figure(value, check)),
        _ => {}
    }
}

#[test]
fn every_figure_in_json_carries_what_it_means_and_where_it_comes_from() {
    let catalog = Catalog::bundled();
    for id in ids() {
        let show = Show::of(&catalog, &id, &Wanted::default()).unwrap();
        let json: serde_json::Value = serde_json::from_str(&drawn(&show, Format::Json, 0)).unwrap();
        let mut figures = 0;
        each_figure(&json, &mut |figure| {
            figures += 1;
            let keys: Vec<_> = figure.keys().map(String::as_str).collect();
            let mut expected = [
                "value",
                "unit",
                "status",
                "period",
                "area",
                "occupation",
                "fit",
                "source",
            ];
            expected.sort_unstable();
            assert_eq!(keys, expected);
            assert_eq!(
                figure["value"].is_null(),
                !["published", "at-least"].contains(&figure["status"].as_str().unwrap())
            );
            let source = figure["source"].as_str().unwrap();
            let described = json["sources"]
                .as_array()
                .unwrap()
                .iter()
                .any(|described| described["id"] == source);
            assert!(described, "{id}: {source}");
        });
        assert!(figures >= 12, "{id} has only {figures} figures");
    }
}

fn gap(start: &Start, to: &str) -> Gap {
    Gap::of(&Catalog::bundled(), start, to).unwrap()
}

/// The ids of the skills and certifications in a state.
fn in_state(gap: &Gap, state: State) -> BTreeSet<&str> {
    let skills = gap.skills.iter().map(|skill| (&skill.id, skill.state));
    let certifications = gap.certifications.iter();
    let certifications = certifications.map(|asked| (&asked.id, asked.state));
    let all = skills.chain(certifications);
    all.filter(|(_, found)| *found == state)
        .map(|(id, _)| id.as_str())
        .collect()
}

#[test]
fn a_role_has_no_gap_to_itself() {
    for id in ids() {
        let gap = gap(&Start::Role(id.clone()), &id);
        assert!(in_state(&gap, State::Missing).is_empty(), "{id}");
        assert!(gap.ratings.rises.is_empty(), "{id}");
        assert_ne!(gap.education.state, State::Missing, "{id}");
        assert_ne!(gap.experience.state, State::Missing, "{id}");
    }
}

#[test]
fn what_carries_over_and_what_is_missing_is_what_the_target_asks() {
    let catalog = Catalog::bundled();
    for from in ids() {
        for to in ids() {
            let gap = gap(&Start::Role(from.clone()), &to);
            let role = catalog.role(&to).unwrap();
            let retired = |id: &str| {
                catalog.certification(id).unwrap().status == roles::model::Lifecycle::Retired
            };
            let skills = role.skills.iter().map(|skill| skill.skill.as_str());
            let certifications = role.certifications.iter();
            let certifications = certifications.map(|listed| listed.certification.as_str());
            let asked: BTreeSet<_> = skills
                .chain(certifications.filter(|id| !retired(id)))
                .collect();
            let carried = in_state(&gap, State::Carried);
            let missing = in_state(&gap, State::Missing);
            assert!(carried.is_disjoint(&missing), "{from} {to}");
            assert_eq!(&carried | &missing, asked, "{from} {to}");
        }
    }
}

#[test]
fn what_is_not_rated_is_unknown_and_never_missing() {
    for other in ids() {
        for (from, to) in [
            ("project-manager", other.as_str()),
            (&other, "project-manager"),
        ] {
            let gap = gap(&Start::Role(from.to_owned()), to);
            assert!(gap.ratings.rises.is_empty(), "{from} {to}");
            assert!(gap.ratings.unknown_because.is_some(), "{from} {to}");
        }
    }
    let nothing_known = gap(&Start::Person(Held::default()), "it-manager");
    assert!(in_state(&nothing_known, State::Missing).is_empty());
    assert_eq!(nothing_known.education.state, State::Unknown);
    assert_eq!(nothing_known.experience.state, State::Unknown);
}

#[test]
fn the_steps_of_every_way_join_and_are_moves_of_the_data() {
    let catalog = Catalog::bundled();
    for from in ids() {
        for to in ids().iter().filter(|to| **to != from) {
            let path = roles::report::path::Path::of(&catalog, &from, to, 4).unwrap();
            assert!(path.ways.is_empty() || path.nearest.is_empty());
            for way in &path.ways {
                assert_eq!(way.steps.first().unwrap().from.id, from);
                assert_eq!(way.steps.last().unwrap().to.id, *to);
                for pair in way.steps.windows(2) {
                    assert_eq!(pair[0].to.id, pair[1].from.id);
                }
                for step in &way.steps {
                    let role = catalog.role(&step.from.id).unwrap();
                    let stated = role.moves.iter().find(|stated| stated.to == step.to.id);
                    assert_eq!(step.evidence, stated.unwrap().evidence);
                    assert!(!step.sources.is_empty());
                }
            }
        }
    }
}

#[test]
fn every_page_of_a_gap_and_a_way_is_described_by_its_sources() {
    let catalog = Catalog::bundled();
    let described =
        |page: roles::report::Page, sources: Vec<roles::report::Citation>, what: &str| {
            for cited in page.cited() {
                let known = sources
                    .iter()
                    .any(|source| source.id == Reference::of(cited).source);
                assert!(known, "{what} cites {cited}");
            }
        };
    for from in ids() {
        for to in ids().iter().filter(|to| **to != from) {
            let what = format!("{from} {to}");
            let gap = gap(&Start::Role(from.clone()), to);
            described(gap.page(), envelope(&gap, &catalog).unwrap().sources, &what);
            let path = roles::report::path::Path::of(&catalog, &from, to, 2).unwrap();
            described(
                path.page(),
                envelope(&path, &catalog).unwrap().sources,
                &what,
            );
        }
    }
}

proptest! {
    #[test]
    fn one_more_skill_never_adds_a_gap(
        to in select(ids()),
        held in subsequence(Catalog::bundled().skill_ids().unwrap(), 0..20),
        more in select(Catalog::bundled().skill_ids().unwrap()),
    ) {
        let missing = |skills: BTreeSet<String>| {
            let held = Held { skills: Some(skills), ..Held::default() };
            let gap = gap(&Start::Person(held), &to);
            in_state(&gap, State::Missing).into_iter().map(str::to_owned).collect::<BTreeSet<_>>()
        };
        let few: BTreeSet<String> = held.into_iter().collect();
        let mut many = few.clone();
        many.insert(more);
        prop_assert!(missing(many).is_subset(&missing(few)));
    }
}
