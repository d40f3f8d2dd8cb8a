//! What a text about careers says that the data contradicts.
//!
//! A text is read in four steps, each a file or two: its blocks become passages in which names, words and quantities are
//! recognised (`passage`, `lexicon`, `quantity`); what stands around a passage completes it (`scene`); figures and names
//! are tied to whom they are about and when they hold (`read`, `about`), which makes claims (`claim`); and every rule
//! judges every claim against the official figures (`rules`, `official`). Only passages with a trigger are read at all.
//!
//! ```
//! use roles::analysis::check::Checker;
//! use roles::analysis::document::{Document, Markup};
//! use roles::catalog::Catalog;
//!
//! let checker = Checker::new(&Catalog::bundled())?;
//! let text = "In May 2020 computer support specialists had a median wage of $54,760.";
//! let found = checker.check(&Document::read(text, Markup::Plain));
//! let wrong = found.iter().find(|finding| finding.rule.name == "wrong-period").unwrap();
//! assert_eq!(&text[wrong.at.clone()], "$54,760");
//! # Ok::<(), roles::catalog::Error>(())
//! ```

mod about;
mod claim;
mod cue;
mod lexicon;
mod names;
mod number;
mod official;
mod passage;
mod quantity;
mod read;
pub mod rules;
mod scene;
mod spelling;
mod trigger;

pub use official::{Known, Measured, Official, Period};
pub use rules::{Evidence, RULES, Rule, Time};

use super::document::{Document, Pardon};
use crate::catalog::{Catalog, Error, Result};
use crate::model::Fit;
use claim::{Past, Stated};
use lexicon::{Lexicon, Meaning};
use official::Officials;
use rules::Facts;
use scene::Reader;
use std::collections::BTreeSet;
use std::ops::Range;
use trigger::Triggers;

/// Something that is wrong in a text.
#[derive(Debug, Clone)]
pub struct Finding {
    pub rule: &'static Rule,
    /// Where it stands in the source.
    pub at: Range<usize>,
    /// Whether the text leaves no fair doubt.
    pub certain: bool,
    pub evidence: Evidence,
    /// The position of whom the claim is about, for [`Checker::subject`].
    pub about: Option<usize>,
}

/// Checks texts against a catalog. Made once for any number of texts.
#[derive(Debug)]
pub struct Checker {
    facts: Facts,
    triggers: Triggers,
}

impl Checker {
    /// Gathers the names and figures of a catalog.
    pub fn new(catalog: &Catalog) -> Result<Self> {
        let broken = |error: &dyn std::fmt::Display| Error::Damaged {
            id: error.to_string(),
        };
        let occupations = catalog.occupation_ids()?.into_iter();
        let occupations = occupations
            .map(|soc| catalog.occupation(&soc))
            .collect::<Result<Vec<_>>>()?;
        let lexicon = Lexicon::of(catalog, &occupations)?;
        Ok(Self {
            triggers: Triggers::of(&lexicon).map_err(|error| broken(&error))?,
            facts: Facts {
                lexicon,
                officials: Officials::of(occupations),
            },
        })
    }

    /// Everything that any rule finds, in the order of the text, pardoned blocks aside.
    pub fn check(&self, document: &Document) -> Vec<Finding> {
        self.check_blocks(document, self.triggers.blocks(document))
    }

    /// The same of these blocks only, which are given in order.
    fn check_blocks(
        &self,
        document: &Document,
        blocks: impl Iterator<Item = usize>,
    ) -> Vec<Finding> {
        let lexicon = &self.facts.lexicon;
        let mut reader = Reader::new(document, lexicon);
        let mut findings = Vec::new();
        let mut told = BTreeSet::new();
        for block in blocks {
            if !reader
                .passage(block)
                .is_some_and(|passage| read::may_claim(&passage, lexicon))
            {
                continue;
            }
            let Some(scene) = reader.scene(block) else {
                break;
            };
            for claim in read::claims(&scene, &self.facts) {
                if let Stated::Credential {
                    credential,
                    past: Some(Past::Told),
                } = claim.what
                {
                    told.extend(
                        lexicon
                            .credentials
                            .get(credential)
                            .map(|known| known.id.as_str()),
                    );
                }
                let judged = RULES
                    .iter()
                    .copied()
                    .filter(|rule| !pardoned(document, block, rule));
                let verdicts =
                    judged.filter_map(|rule| Some((rule, (rule.judge)(&claim, &self.facts)?)));
                findings.extend(verdicts.map(|(rule, verdict)| Finding {
                    rule,
                    at: document.source(scene.here.in_document(&claim.at)),
                    certain: verdict.certain && !claim.tone.disputed,
                    evidence: verdict.evidence,
                    about: claim.about.as_ref().map(|about| about.subject),
                }));
            }
        }
        // A text that says in one place that a certification is retired may name it in others.
        for finding in &mut findings {
            if let Evidence::Retired { certification } = &finding.evidence {
                finding.certain &= !told.contains(certification.as_str());
            }
        }
        findings
    }

    /// What the one whom a finding is about is called, in running text and in the plural.
    pub fn subject(&self, position: usize) -> Option<&str> {
        self.facts
            .lexicon
            .subject(position)
            .map(|subject| subject.name.as_str())
    }

    /// Every name that is looked for: of roles, occupations and certifications, in lower case.
    pub fn names(&self) -> Vec<String> {
        let names = |meaning| {
            matches!(
                meaning,
                Meaning::Subject(_) | Meaning::Work(_) | Meaning::Credential(_)
            )
        };
        self.facts.lexicon.spellings(names)
    }

    /// How well an occupation stands for the role that a finding is about, where it is one that may.
    pub fn fit(&self, position: usize, soc: &str) -> Option<Fit> {
        let mut fits = self.facts.lexicon.subject(position)?.fits.iter();
        fits.find_map(|(other, fit)| (other == soc).then_some(*fit))
    }

    /// The newest official figure of an occupation.
    pub fn newest(&self, soc: &str, measured: Measured) -> Option<&Official> {
        self.facts.officials.newest(soc, measured)
    }

    /// An occupation by its code.
    pub fn occupation(&self, soc: &str) -> Option<&Known> {
        self.facts.officials.known(soc)
    }

    /// What an occupation is called in running text; its code where it is not known.
    pub fn name<'a>(&'a self, soc: &'a str) -> &'a str {
        self.occupation(soc).map_or(soc, |known| &known.name)
    }
}

/// Whether the author asks that a rule be silent in a block, and says why.
fn pardoned(document: &Document, block: usize, rule: &Rule) -> bool {
    let end = |pardon: &Pardon| {
        pardon
            .blocks
            .as_ref()
            .map_or(usize::MAX, |blocks| blocks.end)
    };
    let first = document
        .pardons
        .partition_point(|pardon| end(pardon) <= block);
    let near = document.pardons.get(first..).unwrap_or_default().iter();
    let mut near = near.take_while(|pardon| {
        pardon
            .blocks
            .as_ref()
            .is_some_and(|blocks| blocks.contains(&block))
    });
    near.any(|pardon| {
        !pardon.reason.is_empty() && pardon.rules.iter().any(|name| name == rule.name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::document::Markup;
    use std::fs;
    use std::path::Path;

    /// What the triggers pass over must hold nothing: else what is found would hang on where it stands.
    #[test]
    fn nothing_is_found_where_nothing_triggers() {
        let checker = Checker::new(&Catalog::bundled()).unwrap();
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
        let mut read = 0;
        for entry in fs::read_dir(corpus).unwrap() {
            let text = fs::read_to_string(entry.unwrap().path()).unwrap();
            let file: toml::Table = toml::from_str(&text).unwrap_or_default();
            for passage in file
                .get("passages")
                .and_then(|all| all.as_array())
                .into_iter()
                .flatten()
            {
                let text = passage["text"].as_str().unwrap();
                for markup in [Markup::Plain, Markup::Markdown, Markup::Html] {
                    let document = Document::read(text, markup);
                    let places = |findings: Vec<Finding>| {
                        let place = |finding: Finding| (finding.rule.name, finding.at);
                        findings.into_iter().map(place).collect::<Vec<_>>()
                    };
                    let triggered = places(checker.check(&document));
                    let all = places(checker.check_blocks(&document, 0..document.blocks.len()));
                    assert_eq!(triggered, all, "{text}");
                    read += 1;
                }
            }
        }
        assert!(read > 1000, "{read} texts read");
    }
}
