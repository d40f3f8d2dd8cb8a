//! What keeps the wages of two years from being one series, and where in a series that is.

use crate::model::{Measure, PayYear, Year};

/// The year from whose May OEWS figures come from a model, which makes earlier ones no clean past of them.
const MODEL_BASED_SINCE: Year = Year(2021);

/// A wage that may be top-coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wage {
    P10,
    P25,
    Median,
    P75,
    P90,
    Mean,
}

impl Wage {
    const ALL: [Self; 6] = [
        Self::P10,
        Self::P25,
        Self::Median,
        Self::P75,
        Self::P90,
        Self::Mean,
    ];

    fn of(self, pay: &PayYear) -> Measure {
        match self {
            Self::P10 => pay.p10,
            Self::P25 => pay.p25,
            Self::Median => pay.median,
            Self::P75 => pay.p75,
            Self::P90 => pay.p90,
            Self::Mean => pay.mean,
        }
    }
}

/// What keeps figures on its two sides from being one series.
#[derive(Debug, Clone, PartialEq)]
pub enum Break {
    /// The series begins later than those of other occupations.
    Begins,
    /// The series ends earlier than those of other occupations.
    Ends,
    /// The figures are made another way from here on.
    ModelBased,
    /// The floor that these wages are cut off at is another one, or is there on one side only.
    TopCode {
        wages: Vec<Wage>,
        /// The floor until the year before; none where the wage was published.
        was: Option<f64>,
        /// The floor from this year on; none where the wage is published.
        now: Option<f64>,
    },
}

/// A break with the year from which it holds, or, where a series ends, its last one.
#[derive(Debug, Clone, PartialEq)]
pub struct BreakAt<'a> {
    pub what: Break,
    pub at: &'a PayYear,
    /// The last year before; none where the series begins or ends.
    pub before: Option<&'a PayYear>,
}

/// The breaks of a series, the oldest first, given the first and the last year of any occupation.
pub fn breaks<'a>(years: &[&'a PayYear], span: (Year, Year)) -> Vec<BreakAt<'a>> {
    let mut breaks = Vec::new();
    let edge = |what, at: Option<&&'a PayYear>| {
        at.map(|at| BreakAt {
            what,
            at,
            before: None,
        })
    };
    let first = years.first().filter(|pay| pay.year > span.0);
    breaks.extend(edge(Break::Begins, first));
    for pair in years.windows(2) {
        let [before, at] = pair else { continue };
        let found = |what| BreakAt {
            what,
            at,
            before: Some(before),
        };
        if before.year < MODEL_BASED_SINCE && at.year >= MODEL_BASED_SINCE {
            breaks.push(found(Break::ModelBased));
        }
        breaks.extend(top_codes(before, at).into_iter().map(found));
    }
    let last = years.last().filter(|pay| pay.year < span.1);
    breaks.extend(edge(Break::Ends, last));
    breaks
}

/// How the floors of wages change from one year to the next; wages that change alike are one change.
fn top_codes(before: &PayYear, at: &PayYear) -> Vec<Break> {
    let floor = |measure| match measure {
        Measure::Value(_) => Some(None),
        Measure::AtLeast(floor) => Some(Some(floor)),
        _ => None,
    };
    let mut changes: Vec<(Option<f64>, Option<f64>, Vec<Wage>)> = Vec::new();
    for wage in Wage::ALL {
        let (Some(was), Some(now)) = (floor(wage.of(before)), floor(wage.of(at))) else {
            continue;
        };
        if was == now {
            continue;
        }
        match changes
            .iter_mut()
            .find(|change| (change.0, change.1) == (was, now))
        {
            Some((_, _, wages)) => wages.push(wage),
            None => changes.push((was, now, vec![wage])),
        }
    }
    let change = |(was, now, wages)| Break::TopCode { wages, was, now };
    changes.into_iter().map(change).collect()
}
