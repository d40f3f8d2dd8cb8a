//! The hand-out as a document: head, sections with their charts and tables, sources.

use super::note::Mentions;
use super::text::{seen, words};
use super::{chart, table};
use crate::report::{Cited, Edition, Program, Section, Subjects};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// How it looks, on screens and on paper.
const STYLE: &str = include_str!("handout.css");

/// What a browser may do with it: apply this very style, and nothing else. It fetches and runs nothing.
const POLICY: &str = concat!(
    "default-src 'none'; style-src 'sha256-",
    include_str!("handout.css.sha256"),
    "'; base-uri 'none'; form-action 'none'"
);

/// The page as an HTML document.
pub fn draw(cited: &Cited<'_>, edition: &Edition) -> String {
    let page = &cited.page;
    let mut mentions = Mentions::of(cited);
    let sections: Vec<Markup> = page
        .sections
        .iter()
        .enumerate()
        .map(|(position, section)| {
            draw_section(
                section,
                &anchor(cited, position),
                page.sections.len() == 1,
                &mut mentions,
            )
        })
        .collect();
    let made = made(edition);
    let document = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(seen(&made));
                title { (seen(&page.title)) }
                style { (PreEscaped(STYLE)) }
            }
            body class={ "of-" (widest(cited)) } {
                header {
                    h1 id="title" { (seen(&page.title)) }
                    @for sentence in &page.lead {
                        p.lead { (words(sentence)) }
                    }
                }
                @if page.sections.len() > 2 {
                    (contents(cited))
                }
                main {
                    div.sections {
                        @for section in sections { (section) }
                    }
                    @if !page.remarks.is_empty() {
                        section.remarks aria-labelledby="remarks-title" {
                            h2 id="remarks-title" { "To know" }
                            @for remark in &page.remarks {
                                p { (words(remark)) }
                            }
                        }
                    }
                    (mentions.sources())
                }
                footer {
                    p { (seen(&made)) "." }
                }
            }
        }
    };
    let mut text = document.into_string();
    text.push('\n');
    text
}

/// What made it, and from which data.
fn made(edition: &Edition) -> String {
    let Program { name, version } = Program::THIS;
    match &edition.edition {
        Some(day) => format!("{name} {version}, data last gone through as a whole on {day}"),
        None => format!("{name} {version}"),
    }
}

/// The most roles that stand side by side.
fn widest(cited: &Cited<'_>) -> usize {
    let sections = cited.page.sections.iter();
    let beside = sections.filter(|section| section.subjects == Subjects::Columns);
    beside
        .map(|section| section.columns.len())
        .max()
        .unwrap_or(1)
}

/// Links to the sections.
fn contents(cited: &Cited<'_>) -> Markup {
    html! {
        nav aria-label="Sections" {
            ul {
                @for (position, section) in cited.page.sections.iter().enumerate() {
                    li { a href={ "#" (anchor(cited, position)) } { (seen(&section.title)) } }
                }
                li { a href="#sources" { "Sources" } }
            }
        }
    }
}

/// The id of a section: its own where that is an anchor's name and no earlier one has it, else its position.
fn anchor(cited: &Cited<'_>, position: usize) -> String {
    let sections = &cited.page.sections;
    let id = sections.get(position).map_or("", |section| &section.id);
    let named = id.starts_with(|letter: char| letter.is_ascii_lowercase())
        && id
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    let earlier = sections.iter().take(position).any(|other| other.id == id);
    // Names of parts that are no sections begin in these ways.
    let taken = ["note-", "mention-", "section-"]
        .iter()
        .any(|start| id.starts_with(start))
        || ["title", "sources", "remarks"].contains(&id);
    if named && !earlier && !taken {
        id.to_owned()
    } else {
        format!("section-{}", position + 1)
    }
}

/// A section: heading, chart, table. A list that is all of a page is headed by the title to the eye.
fn draw_section<'a>(
    section: &'a Section<'a>,
    anchor: &str,
    alone: bool,
    mentions: &mut Mentions<'a>,
) -> Markup {
    let heading = format!("{anchor}-title");
    html! {
        section.{ (table::kind(section)) } id=(anchor) aria-labelledby=(heading) {
            h2.unseen[alone && section.subjects == Subjects::Rows] id=(heading) { (seen(&section.title)) }
            @if let Some(picture) = &section.picture {
                (chart::draw(picture))
            }
            (table::draw(section, &heading, mentions))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Label, SourceKind};
    use crate::report::{Cell, Citation, Column, Entry, Page, Row};

    const HOSTILE: &str =
        "<script>alert(1)</script>\"'><img src=x onerror=y> javascript:z \u{202e}&";

    fn hostile() -> Cited<'static> {
        let entry = || Entry::cited(HOSTILE, vec!["one".to_owned()]);
        let row = |label: &str| Row {
            item: HOSTILE.to_owned(),
            label: label.to_owned(),
            same: None,
            cells: vec![
                Cell::one(entry()),
                Cell::all(vec![entry(), entry()], HOSTILE),
            ],
        };
        let section = |subjects| Section {
            id: HOSTILE.to_owned(),
            title: HOSTILE.to_owned(),
            subjects,
            columns: vec![Column::new(HOSTILE, HOSTILE), Column::new("b", HOSTILE)],
            rows: vec![row(HOSTILE), row("(retired <b>)")],
            picture: None,
        };
        Cited {
            page: Page {
                title: HOSTILE.to_owned(),
                lead: vec![HOSTILE.to_owned()],
                sections: vec![section(Subjects::Columns), section(Subjects::Rows)],
                remarks: vec![HOSTILE.to_owned()],
                graph: None,
            },
            sources: vec![Citation {
                id: "one".to_owned(),
                title: HOSTILE.to_owned(),
                publisher: HOSTILE.to_owned(),
                kind: SourceKind::ALL[0],
                edition: Some(HOSTILE.to_owned()),
                date: None,
                address: "javascript:alert(1)".to_owned(),
                licence: HOSTILE.to_owned(),
                attribution: Some(HOSTILE.to_owned()),
                caution: None,
                layer: None,
            }],
            occupations: Vec::new(),
            layers: Vec::new(),
        }
    }

    #[test]
    fn nothing_in_the_data_can_become_markup() {
        let edition = Edition {
            edition: Some(HOSTILE.to_owned()),
        };
        let text = draw(&hostile(), &edition);
        let body = text.split("</style>").nth(1).unwrap();
        for markup in ["<script", "<img", "<b>", "\u{202e}", "href=\"javascript"] {
            assert!(!body.contains(markup), "{markup}: {body}");
        }
        // An attribute would end at a quote that is not escaped.
        assert!(!text.contains("alert(1)&lt;/script&gt;\"'"), "{text}");
        assert!(body.contains("\\u{202e}"), "{body}");
    }

    #[test]
    fn a_section_is_reached_by_its_id_or_its_place() {
        let mut cited = hostile();
        assert_eq!(anchor(&cited, 0), "section-1");
        for section in &mut cited.page.sections {
            section.id = "pay".to_owned();
        }
        assert_eq!(anchor(&cited, 0), "pay");
        assert_eq!(anchor(&cited, 1), "section-2");
        cited.page.sections[0].id = "note-1".to_owned();
        assert_eq!(anchor(&cited, 0), "section-1");
    }
}
