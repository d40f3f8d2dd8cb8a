//! Findings put into words: what the text claims, what the data says, and what would be true.

use super::figures::Shown;
use super::{Excerpt, Finding, Place, Record};
use crate::analysis::check::{self, Checker, Evidence};
use crate::analysis::document::{Document, Markup};
use crate::catalog::{Catalog, Result};
use crate::model::Reference;
use std::borrow::Cow;
use std::ops::Range;

/// The most of a text's own words that is repeated, in characters.
const QUOTED: usize = 200;

/// Puts what a checker finds into words.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'c> {
    pub checker: &'c Checker,
    pub catalog: &'c Catalog,
}

/// A text that was checked as one document.
#[derive(Debug, Clone, Copy)]
pub struct Text<'t> {
    /// The file as it was named.
    pub file: &'t str,
    pub record: Option<&'t Record>,
    pub source: &'t str,
    pub markup: Markup,
}

/// The words of a finding with what they rest on.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub claims: String,
    pub data: String,
    pub instead: String,
    pub figures: Vec<Shown>,
    /// What it rests on beside the figures.
    pub sources: Vec<String>,
}

impl Teller<'_> {
    /// A finding in words, given the text that it was found in, and where in its file it stands.
    pub fn tell(&self, found: &check::Finding, text: &Text, place: Place) -> Result<Finding> {
        let matched = quoted(text.source, &found.at);
        let told = self.words(found, &spoken(&matched, text.markup))?;
        let figures = told.figures.iter();
        let sources = figures
            .map(|shown| &shown.figure.origin.source)
            .chain(&told.sources);
        let mut cited: Vec<String> = Vec::new();
        for source in sources {
            if !cited.contains(source) {
                cited.push(source.clone());
            }
        }
        Ok(Finding {
            rule: found.rule.name,
            title: found.rule.title,
            certain: found.certain,
            file: text.file.to_owned(),
            record: text.record.cloned(),
            place,
            matched,
            claims: told.claims,
            data: told.data,
            instead: told.instead,
            figures: told.figures,
            layer: cited
                .iter()
                .find_map(|source| Reference::of(source).layer)
                .map(str::to_owned),
            sources: cited,
            excerpt: Excerpt::of(text.source, &found.at),
        })
    }

    fn words(&self, found: &check::Finding, matched: &str) -> Result<Told> {
        let whose = found.about.and_then(|about| self.checker.subject(about));
        Ok(match &found.evidence {
            Evidence::Retired { certification } => self.retired(certification)?,
            Evidence::Superseded { given, newest } => {
                self.superseded(given, newest, matched, whose)?
            }
            Evidence::WrongPeriod {
                given,
                stated,
                then,
            } => self.wrong_period(given, *stated, then.as_ref(), matched, whose)?,
            Evidence::Borrowed {
                given,
                subject,
                own,
            } => self.borrowed(given, *subject, own.as_ref(), matched)?,
            Evidence::Edition { newest, own, .. } => {
                self.edition(*newest, own.as_ref(), matched, found.about)?
            }
            Evidence::SignChange { falls, newest } => {
                self.sign_change(*falls, newest, whose, found.about)?
            }
            Evidence::Undated { pay, newest } => {
                self.undated(*pay, newest.as_ref(), matched, found.about)?
            }
            Evidence::NotACertification { degree } => {
                self.not_a_certification(degree.as_deref(), matched)?
            }
            Evidence::Range { newest } => self.range(newest.as_ref(), matched, found.about)?,
        })
    }

    fn retired(&self, id: &str) -> Result<Told> {
        let certification = self.catalog.certification(id)?;
        let short = &certification.short;
        let since = certification.retired_on.as_ref().map(|date| {
            let day = date.as_str().len() > "2021-01".len();
            format!(" {} {date}", if day { "on" } else { "in" })
        });
        let since = since.unwrap_or_default();
        let layered = certification.status_sources.first();
        let layered = layered.map(|source| self.layered(source)).transpose()?;
        let by = layered.flatten();
        let by = by.map_or_else(String::new, |whose| format!(" (by {whose})"));
        let others = certification.instead.iter();
        let others =
            others.map(|other| Ok(self.catalog.certification(&other.certification)?.short));
        let others = others.collect::<Result<Vec<_>>>()?.join(" or ");
        let today = match others.as_str() {
            "" => String::new(),
            others => format!("; today, by our reading: {others}"),
        };
        Ok(Told {
            claims: format!("names the {short} as something to earn"),
            data: format!(
                "{} retired the {short}{since}{by}; nobody can earn it any more",
                certification.issuer
            ),
            instead: format!("The {short} was retired{since}{today}."),
            sources: certification.status_sources,
            ..Told::default()
        })
    }

    fn not_a_certification(&self, degree: Option<&str>, matched: &str) -> Result<Told> {
        let degree = degree
            .map(|id| self.catalog.certification(id))
            .transpose()?;
        let (name, sources) = match degree {
            Some(degree) => (format!("the {}", degree.short), degree.status_sources),
            None => (format!("\"{matched}\""), Vec::new()),
        };
        Ok(Told {
            claims: format!("lists {name} among certifications"),
            data: format!("{name} is a degree: it takes years at a university, not an exam"),
            instead: "List degrees under education, or call the list degrees and certifications."
                .to_owned(),
            sources,
            ..Told::default()
        })
    }
}

/// Words of a source as they are read, without their markup.
fn spoken(words: &str, markup: Markup) -> Cow<'_, str> {
    if markup == Markup::Plain || !words.contains(['&', '<', '*', '_', '[', '\\', '`']) {
        return Cow::Borrowed(words);
    }
    let read = Document::read(words, markup).text.replace('\n', " ");
    if read.is_empty() {
        Cow::Borrowed(words)
    } else {
        Cow::Owned(read)
    }
}

/// Words of a text, white space as single spaces, of bounded length.
fn quoted(text: &str, at: &Range<usize>) -> String {
    let words = text.get(at.clone()).unwrap_or_default();
    let reach = words
        .char_indices()
        .nth(QUOTED * 4)
        .map_or(words.len(), |(end, _)| end);
    let words: Vec<_> = words
        .get(..reach)
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let words = words.join(" ");
    match words.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_as_they_are_read() {
        for (words, markup, read) in [
            ("&#36;61,860", Markup::Html, "$61,860"),
            ("2019&ndash;29", Markup::Html, "2019–29"),
            (
                "Microsoft <b>Certified</b>",
                Markup::Html,
                "Microsoft Certified",
            ),
            ("8 **percent**", Markup::Markdown, "8 percent"),
            ("&#36;61,860", Markup::Plain, "&#36;61,860"),
            ("<b>", Markup::Html, "<b>"),
        ] {
            assert_eq!(spoken(words, markup), read);
        }
    }

    #[test]
    fn words_that_are_repeated_are_few() {
        let text = format!("a  b\n{}", "x ".repeat(500));
        let words = quoted(&text, &(0..text.len()));
        assert!(words.starts_with("a b x x") && words.chars().count() == QUOTED + 1);
    }
}
