//! Findings for people: each with its line of the text, as compilers show them.

use super::Sink;
use super::snippet::Window;
use crate::catalog::Catalog;
use crate::render::ascii::{self, Glyphs};
use crate::render::inert;
use crate::render::style::{Meaning, styled};
use crate::render::wrap::{width, wrap};
use crate::render::{Settings, inert::visible};
use crate::report::Tone;
use crate::report::check::{Finding, Summary, spoken};
use crate::report::layers;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::io::{self, Write};

/// More than any line is wide, so that lines are cut here and nowhere else.
const ENDLESS: usize = 1 << 16;
/// The least room for words, however narrow the terminal.
const LEAST: usize = 20;
/// The indent of a claim that has no room beside the name of its rule.
const INDENT: &str = "    ";

/// Writes findings as compilers do.
pub struct Snippets<'s> {
    settings: Settings<'s>,
    renderer: Renderer,
    catalog: &'s Catalog,
    out: &'s mut dyn Write,
}

impl<'s> Snippets<'s> {
    pub fn new(settings: Settings<'s>, catalog: &'s Catalog, out: &'s mut dyn Write) -> Self {
        let renderer = if settings.color {
            let warning = Meaning::Tone(Tone::Warning).style().bold();
            Renderer::styled().hyperlink(false).warning(warning)
        } else {
            Renderer::plain()
        };
        Self {
            settings,
            renderer: renderer.term_width(ENDLESS),
            catalog,
            out,
        }
    }

    /// The words of a note, in lines that fit beside what stands before them.
    fn lines(&self, text: &str, before: usize) -> String {
        let room = self.settings.width.saturating_sub(before).max(LEAST);
        let lines = wrap(&visible(text), room, "", "");
        lines.text().trim_end_matches('\n').to_owned()
    }

    fn draw(&self, finding: &Finding) -> String {
        let line = finding.place.line;
        let gutter = line.to_string().len() + " | ".len();
        let room = self.settings.width.saturating_sub(gutter).max(LEAST);
        let label = Some(finding.title).filter(|title| width(title) * 2 <= room);
        let window = Window::of(&finding.excerpt, room, label.map_or(0, width));
        let (level, name) = if finding.certain {
            (Level::WARNING, "warning")
        } else {
            (Level::NOTE, "note")
        };
        let head = name.len() + finding.rule.len() + "[]: ".len();
        let beside = head + LEAST <= self.settings.width;
        let claims = if beside {
            self.lines(&finding.claims, head)
        } else {
            String::new()
        };
        let title = level.primary_title(&claims).id(finding.rule);
        let file = inert(spoken(&finding.file));
        let origin = match finding.record {
            Some(_) => {
                let standing = |standing: String| format!("{file}, {}", inert(&standing));
                let whole = standing(finding.standing());
                // An id may be of any length.
                let has_room = width(&whole) + gutter + "--> ".len() <= self.settings.width;
                Origin::path(if has_room {
                    whole
                } else {
                    standing(finding.standing_by_line())
                })
            }
            None => Origin::path(file)
                .line(position(line))
                .char_column(position(finding.place.column)),
        };
        let mark = AnnotationKind::Primary.span(window.at).label(label);
        let snippet = Snippet::source(&window.text)
            .line_start(position(line))
            .annotation(mark);
        let note = |name: &str, text: &str| self.lines(text, gutter + name.len() + "= : ".len());
        let sources = finding.sources.join(", ");
        let data = match sources.as_str() {
            "" => finding.data.clone(),
            sources => format!("{} [{sources}]", finding.data),
        };
        let data = note("data", &data);
        let instead = note("instead", &finding.instead);
        let group = Group::with_title(title)
            .element(origin)
            .element(snippet)
            .element(Level::NOTE.with_name("data").message(data))
            .element(Level::HELP.with_name("instead").message(instead));
        let text = self.renderer.render(&[group]);
        let text = without_break(&text, claims.lines().count().max(1));
        let text = if beside {
            text
        } else {
            self.claim_below(&text, &finding.claims)
        };
        match self.settings.glyphs {
            Glyphs::Unicode => text,
            Glyphs::Ascii => ascii::plain(&text),
        }
    }

    /// The text of a finding with what is claimed below its first line, which has no room for it.
    fn claim_below(&self, text: &str, claims: &str) -> String {
        let (head, rest) = text.split_once('\n').unwrap_or((text, ""));
        let room = self.settings.width;
        let lines = wrap(&visible(claims), room, INDENT, INDENT);
        let claims = lines.iter().map(|line| {
            let line = styled(line.text, Meaning::Heading, self.settings.color);
            format!("{line}\n")
        });
        let head = head.trim_end();
        format!("{head}\n{}{rest}", claims.collect::<String>())
    }
}

impl Sink for Snippets<'_> {
    fn finding(&mut self, finding: Finding) -> io::Result<()> {
        let text = self.draw(&finding);
        self.out.write_all(text.as_bytes())
    }

    fn finish(&mut self, summary: Summary) -> io::Result<()> {
        let sentence = self.lines(&summary.sentence(), 0);
        writeln!(self.out, "{sentence}")?;
        for layer in layers::layers(self.catalog) {
            if let Some(sentence) = layers::sentence(&layer) {
                writeln!(self.out, "\n{}", self.lines(&sentence, 0))?;
            }
        }
        self.out.flush()
    }
}

/// A line or column as the library counts.
fn position(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// The text without the sign for another file, which the library sets between a place and a line that has no place of
/// its own; and with an empty line at its end.
fn without_break(text: &str, titles: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for (number, line) in text.lines().enumerate() {
        if number != titles + 2 || !line.contains(":::") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out.push('\n');
    out
}
