//! The official figures that a text is held against: every wage and projection of the data, found by value.

use crate::model::{Edition, Occupation, Reference, Year};
use std::collections::BTreeMap;

/// What an official figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measured {
    Median,
    Mean,
    P10,
    P25,
    P75,
    P90,
    /// Percent over the ten years of an edition.
    Growth,
}

impl Measured {
    /// The measures of pay.
    pub const PAY: [Self; 6] = [
        Self::Median,
        Self::Mean,
        Self::P10,
        Self::P25,
        Self::P75,
        Self::P90,
    ];
}

/// When a figure holds: May of a year, or the span of an edition.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    May(Year),
    Span(Edition),
}

/// One official figure: dollars a year, or percent over ten years.
#[derive(Debug, Clone, PartialEq)]
pub struct Official {
    /// The SOC code of the occupation it measures.
    pub soc: String,
    pub measured: Measured,
    pub period: Period,
    pub value: f64,
    /// The publication it stands in.
    pub source: String,
}

impl Official {
    /// The year of a wage.
    pub fn year(&self) -> Option<u16> {
        match self.period {
            Period::May(Year(year)) => Some(year),
            Period::Span(_) => None,
        }
    }

    /// The edition of a projection, as its first and last year.
    pub fn span(&self) -> Option<(u16, u16)> {
        match &self.period {
            Period::May(_) => None,
            Period::Span(edition) => Some(years(edition)),
        }
    }

    /// The layer of the user's own data that it stands in; none for what came with the program.
    pub fn layer(&self) -> Option<&str> {
        Reference::of(&self.source).layer
    }

    /// Whether a text that gives `percent` gives this figure: to a tenth, or rounded to a whole number.
    pub fn rounds_to(&self, percent: f64) -> bool {
        let same = |a: f64, b: f64| (a - b).abs() < 1e-6;
        same(self.value, percent) || (percent.fract() == 0.0 && same(self.value.round(), percent))
    }
}

/// The first and the last year of an edition: 2024 and 2034 of `2024-34`.
pub fn years(edition: &Edition) -> (u16, u16) {
    let (start, end) = edition.as_str().split_once('-').unwrap_or_default();
    let start: u16 = start.parse().unwrap_or_default();
    let end: u16 = end.parse().unwrap_or_default();
    (start, start - start % 100 + end)
}

/// An occupation as its figures name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The agency's title for it.
    pub title: String,
    /// The title in running text.
    pub name: String,
    /// The area that all its figures hold for.
    pub area: String,
}

/// Every official figure, by occupation and by value.
#[derive(Debug)]
pub struct Officials {
    /// Sorted by occupation, measure and period.
    all: Vec<Official>,
    /// Where the figures of an occupation stand in `all`.
    of: BTreeMap<String, std::ops::Range<usize>>,
    /// The positions of wages, by whole dollars.
    wages: BTreeMap<u32, Vec<usize>>,
    /// What each occupation is called, and where its figures hold.
    known: BTreeMap<String, Known>,
    /// The newest edition of any projection that came with the program.
    newest: (u16, u16),
}

impl Officials {
    /// Gathers the figures of occupations.
    pub fn of(occupations: Vec<Occupation>) -> Self {
        let mut all = Vec::new();
        let mut known = BTreeMap::new();
        for occupation in occupations {
            gather(&occupation, &mut all);
            let Occupation {
                soc,
                title,
                name,
                area,
                ..
            } = occupation;
            known.insert(soc, Known { title, name, area });
        }
        all.sort_by(|a, b| (&a.soc, a.measured, &a.period).cmp(&(&b.soc, b.measured, &b.period)));
        let mut of: BTreeMap<String, std::ops::Range<usize>> = BTreeMap::new();
        let mut wages: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (position, figure) in all.iter().enumerate() {
            let stretch = of.entry(figure.soc.clone()).or_insert(position..position);
            stretch.end = position + 1;
            if figure.measured != Measured::Growth {
                wages
                    .entry(dollars(figure.value))
                    .or_default()
                    .push(position);
            }
        }
        let newest = all
            .iter()
            // What a layer adds to one occupation makes no text about another one old.
            .filter(|figure| figure.layer().is_none())
            .filter_map(Official::span)
            .max()
            .unwrap_or_default();
        Self {
            all,
            of,
            wages,
            known,
            newest,
        }
    }

    /// The figures of one occupation and measure, the oldest first.
    pub fn series(&self, soc: &str, measured: Measured) -> impl Iterator<Item = &Official> {
        let stretch = self.of.get(soc).cloned().unwrap_or_default();
        let figures = self.all.get(stretch).unwrap_or_default().iter();
        figures.filter(move |figure| figure.measured == measured)
    }

    /// The newest figure of one occupation and measure.
    pub fn newest(&self, soc: &str, measured: Measured) -> Option<&Official> {
        self.series(soc, measured).last()
    }

    /// Every wage, of whatever occupation, that is this many dollars.
    pub fn wages(&self, amount: f64) -> impl Iterator<Item = &Official> {
        let positions = self.wages.get(&dollars(amount)).map(Vec::as_slice);
        let positions = positions.unwrap_or_default().iter();
        positions
            .filter_map(|position| self.all.get(*position))
            .filter(move |figure| figure.value == amount)
    }

    /// The growth of every occupation in the edition of these years.
    pub fn growths(&self, span: (u16, u16)) -> impl Iterator<Item = &Official> {
        self.all.iter().filter(move |figure| {
            figure.measured == Measured::Growth && figure.span() == Some(span)
        })
    }

    /// The first and last year of the newest edition of any projection that came with the program.
    pub fn newest_edition(&self) -> (u16, u16) {
        self.newest
    }

    /// An occupation by its code.
    pub fn known(&self, soc: &str) -> Option<&Known> {
        self.known.get(soc)
    }
}

/// Whole dollars, as a key to look wages up by.
fn dollars(amount: f64) -> u32 {
    // `as` saturates: what is out of range is no wage and finds nothing.
    amount as u32
}

fn gather(occupation: &Occupation, all: &mut Vec<Official>) {
    for pay in &occupation.pay {
        let values = [pay.median, pay.mean, pay.p10, pay.p25, pay.p75, pay.p90];
        for (measured, value) in Measured::PAY.into_iter().zip(values) {
            // A floor is no figure that a text could give.
            if let Some(value) = value.value() {
                all.push(Official {
                    soc: occupation.soc.clone(),
                    measured,
                    period: Period::May(pay.year),
                    value,
                    source: pay.source.clone(),
                });
            }
        }
    }
    for projection in &occupation.outlook {
        if let Some(value) = projection.growth.value() {
            all.push(Official {
                soc: occupation.soc.clone(),
                measured: Measured::Growth,
                period: Period::Span(projection.edition.clone()),
                value,
                source: projection.source.clone(),
            });
        }
    }
}
