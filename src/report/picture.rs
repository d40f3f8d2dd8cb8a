//! What a section shows as a picture, for the formats that draw one. A picture says nothing that its table does not.

use super::figure::Figure;

/// Figures that people would rather look at, on one axis.
#[derive(Debug, Clone, PartialEq)]
pub enum Picture {
    /// The pay of each role from its 10th to its 90th percentile.
    Spreads(Vec<Spread>),
    /// One signed figure of each role, such as its growth.
    Bars(Vec<Bar>),
    /// One figure over time, the oldest first.
    Series(Series),
}

/// The percentiles of one role's pay.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// The role's title.
    pub label: String,
    pub p10: Figure,
    pub p25: Figure,
    pub median: Figure,
    pub p75: Figure,
    pub p90: Figure,
}

/// A labelled figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The role's title or, in a series, the period.
    pub label: String,
    pub figure: Figure,
}

/// A figure over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What runs over time: `Median pay`.
    pub title: String,
    pub points: Vec<Bar>,
}
