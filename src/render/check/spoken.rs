//! Findings in whole sentences, to be read aloud.

use super::Sink;
use super::snippet::Window;
use crate::catalog::Catalog;
use crate::render::Settings;
use crate::render::ascii::{self, Glyphs};
use crate::render::inert;
use crate::render::inert::visible;
use crate::render::sentences::{ended, said};
use crate::render::wrap::Lines;
use crate::report::check::{Finding, Summary, spoken};
use crate::report::layers;
use std::io::{self, Write};

/// How much of a line is read out, in columns.
const HEARD: usize = 160;

/// Tells findings one after the other.
pub struct Sentences<'s> {
    settings: Settings<'s>,
    catalog: &'s Catalog,
    out: &'s mut dyn Write,
}

impl<'s> Sentences<'s> {
    pub fn new(settings: Settings<'s>, catalog: &'s Catalog, out: &'s mut dyn Write) -> Self {
        Self {
            settings,
            catalog,
            out,
        }
    }

    fn lines(&self, sentences: &[String]) -> String {
        let mut lines = Lines::default();
        for sentence in sentences {
            let filling = lines.fill(self.settings.width, "", "");
            filling.text(&visible(sentence)).end();
        }
        let text = lines.into_text();
        match self.settings.glyphs {
            Glyphs::Unicode => text,
            Glyphs::Ascii => ascii::plain(&text),
        }
    }
}

/// What a finding says, a sentence each; the words of the text are given as they stand.
fn told(finding: &Finding) -> Vec<String> {
    let level = if finding.certain { "Warning" } else { "Note" };
    let file = spoken(&finding.file).trim_matches(['<', '>']);
    let (line, column) = (finding.place.line, finding.place.column);
    let record = finding.record.as_ref().map(|record| {
        let id = record.id.as_ref();
        let id = id.map_or_else(String::new, |id| format!(", id {id}"));
        format!(", record on line {}{id}", record.line)
    });
    let record = inert(&record.unwrap_or_default()).into_owned();
    let window = Window::of(&finding.excerpt, HEARD, 0);
    let words = window.text.trim_matches(['…', ' ']);
    let mut told = vec![
        format!("{level}: {}.", finding.rule.replace('-', " ")),
        format!(
            "File {}{record}, line {line}, column {column}.",
            inert(file)
        ),
        said(&format!("The text {}", finding.claims)),
        ended(format!("Its words: \"{words}\"")),
        said(&format!("The data: {}", finding.data)),
        said(&format!("Instead: {}", finding.instead)),
    ];
    if !finding.sources.is_empty() {
        told.push(format!("Sources: {}.", finding.sources.join(", ")));
    }
    told
}

impl Sink for Sentences<'_> {
    fn finding(&mut self, finding: Finding) -> io::Result<()> {
        let text = self.lines(&told(&finding));
        writeln!(self.out, "{text}")
    }

    fn finish(&mut self, summary: Summary) -> io::Result<()> {
        let layers = layers::layers(self.catalog);
        let layers = layers.iter().filter_map(layers::sentence);
        let sentences = std::iter::once(summary.sentence()).chain(layers);
        let text = self.lines(
            &sentences
                .map(|sentence| said(&sentence))
                .collect::<Vec<_>>(),
        );
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }
}
