//! `--fields`: any names of columns, of any answer in any format.

use super::answer::sound;
use super::ask::BUNDLED;
use roles::render::{Error, Format, Settings, draw};
use roles::report::Report;
use roles::report::certs::Certifications;
use roles::report::compare::{Compare, Options};
use roles::report::history::History;
use roles::report::list::List;
use roles::report::section::Wanted;
use roles::report::show::Show;
use roles::report::sources::Sources;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Reports whose columns and rows are fields.
struct Reports {
    list: List,
    certs: Certifications,
    sources: Sources,
    show: Show,
    compare: Compare,
    history: History,
}

static REPORTS: LazyLock<Reports> = LazyLock::new(|| {
    let wanted = Wanted::parse(&["pay".to_owned(), "education".to_owned()]).unwrap();
    let pair = ["it-support".to_owned(), "cio".to_owned()];
    let options = Options {
        wanted: wanted.clone(),
        ..Options::default()
    };
    Reports {
        list: List::of(&BUNDLED, &Default::default()).unwrap(),
        certs: Certifications::of(&BUNDLED, Some("mcsa")).unwrap(),
        sources: Sources::of(&BUNDLED, Some("oews-2025")).unwrap(),
        show: Show::of(&BUNDLED, "it-support", &wanted).unwrap(),
        compare: Compare::of(&BUNDLED, &pair, &options).unwrap(),
        history: History::of_role(&BUNDLED, "it-support").unwrap(),
    }
});

/// Takes an input as what to draw, in its first byte, and the names of fields, parted by commas or line breaks.
pub fn run(data: &[u8]) {
    let Some((first, names)) = data.split_first() else {
        return;
    };
    let names = String::from_utf8_lossy(names);
    let names: Vec<_> = names.split([',', '\n']).map(str::to_owned).collect();
    let reports = &*REPORTS;
    let formats = [
        Format::Csv,
        Format::Tsv,
        Format::Jsonl,
        Format::Table,
        Format::Markdown,
        Format::Json,
        Format::Html,
        Format::Names,
    ];
    let format = formats[usize::from(first % 8)];
    match first / 8 % 6 {
        0 => drawn(&reports.list, format, &names),
        1 => drawn(&reports.certs, format, &names),
        2 => drawn(&reports.sources, format, &names),
        3 => drawn(&reports.show, format, &names),
        4 => drawn(&reports.compare, format, &names),
        _ => drawn(&reports.history, format, &names),
    }
}

fn drawn(report: &impl Report, format: Format, fields: &[String]) {
    let settings = Settings {
        format,
        fields,
        ..Settings::default()
    };
    match draw(report, &BUNDLED, settings) {
        Ok(text) => {
            sound(&text, format, settings.width);
            let asked: BTreeSet<_> = fields.iter().map(|name| plain(name)).collect();
            let first = text.lines().next().unwrap_or_default();
            let columns = match format {
                Format::Csv => first.split(',').count(),
                Format::Tsv => first.split('\t').count(),
                Format::Jsonl => {
                    let line: serde_json::Map<_, _> = serde_json::from_str(first).unwrap();
                    line.len()
                }
                _ => return,
            };
            assert_eq!(columns, asked.len(), "{fields:?}: {first}");
        }
        Err(Error::NoField { name, known }) => {
            assert!(fields.iter().any(|field| field.trim() == name), "{name}");
            assert!(known.iter().any(|(_, fields)| !fields.is_empty()));
            let known = known.iter().flat_map(|(_, fields)| fields);
            assert!(
                known.into_iter().all(|known| plain(known) != plain(&name)),
                "{name}"
            );
        }
        Err(Error::NoFields(_)) => {
            assert!(matches!(
                format,
                Format::Json | Format::Html | Format::Names
            ));
        }
        Err(error) => panic!("{error}"),
    }
}

/// A name as it is compared.
fn plain(name: &str) -> String {
    name.trim().to_ascii_lowercase().replace('_', "-")
}
