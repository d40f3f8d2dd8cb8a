//! A person's own file: refused where it stands, or held against every role.

use super::answer::{nothing_unseen, sound};
use super::ask::{BUNDLED, ROOM};
use roles::commands::person;
use roles::data::Text;
use roles::render::{Format, Layout, Settings, draw};
use roles::report::Report;
use roles::report::fit::Fits;
use roles::report::gap::{Gap, Start};

/// Takes an input as the text of `me.toml`.
pub fn run(data: &[u8]) {
    let salt: usize = data.iter().map(|byte| usize::from(*byte)).sum();
    let name = "me.toml".to_owned();
    let read = Text::decode(name, data.to_vec()).map_err(Into::into);
    let known = match read.and_then(|text| person(&BUNDLED, text)) {
        Ok(known) => known,
        Err(failure) => {
            let told = failure.told(false);
            assert!(told.starts_with("error: me.toml:"), "{told}");
            nothing_unseen(&told);
            return;
        }
    };
    let fits = Fits::of(&BUNDLED, &known.person, &known.held).expect("roles can be judged");
    drawn(&fits, salt);
    let roles = BUNDLED.role_ids().expect("there are roles");
    let to = &roles[salt % roles.len()];
    drawn(
        &Gap::of(&BUNDLED, &Start::Person(known.held), to).expect("a gap can be told"),
        salt,
    );
}

fn drawn(report: &impl Report, salt: usize) {
    let formats = [
        Format::Table,
        Format::Json,
        Format::Csv,
        Format::Table,
        Format::Markdown,
        Format::Html,
        Format::Table,
        Format::Tsv,
        Format::Jsonl,
        Format::Names,
    ];
    let layouts = [
        Layout::Auto,
        Layout::Table,
        Layout::Stacked,
        Layout::Sentences,
    ];
    let settings = Settings {
        format: formats[salt % formats.len()],
        layout: layouts[salt % layouts.len()],
        width: [ROOM, 20, 47, 79, 220][salt % 5],
        ..Settings::default()
    };
    let text = draw(report, &BUNDLED, settings).expect("it can be drawn");
    sound(&text, settings.format, settings.width);
}
