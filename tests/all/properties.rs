//! Properties that hold for every choice of roles, widths and formats.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use roles::catalog::Catalog;
use roles::render::{Format, Settings, draw};
use roles::report::compare::{Compare, Options};
use roles::report::page::located;
use roles::report::section::Wanted;
use roles::report::show::Show;
use roles::report::{Cell, Report, cited_page, envelope};
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

fn ids() -> Vec<String> {
    Catalog::bundled().role_ids()
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
        color: false,
        indent: false,
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
        for soc in catalog.occupation_ids() {
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
                described.iter().any(|source| source.id == located(cited).0),
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
