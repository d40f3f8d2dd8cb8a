//! How an occupation's figures run over time: in order, where growth turns, where a series breaks.
//!
//! Nothing is subtracted here: years on two sides of a break are not one series.

use crate::model::{Edition, Measure, Occupation, PayYear, Projection, Year};

/// The year from whose May OEWS figures come from a model, which makes earlier ones no clean past of them.
const MODEL_BASED_SINCE: Year = Year(2021);

/// An occupation's wages, the oldest year first.
pub fn pay_by_year(occupation: &Occupation) -> Vec<&PayYear> {
    let mut years: Vec<_> = occupation.pay.iter().collect();
    years.sort_by_key(|pay| pay.year);
    years
}

/// An occupation's projections, the oldest edition first.
pub fn outlook_by_edition(occupation: &Occupation) -> Vec<&Projection> {
    let mut editions: Vec<_> = occupation.outlook.iter().collect();
    editions.sort_by(|a, b| a.edition.cmp(&b.edition));
    editions
}

/// Runs of editions, in order, whose growth has one sign. A new run begins where the sign changes.
///
/// Growth of zero has no sign and stays in the run it is found in. Editions without a number are left out.
pub fn runs<'a>(editions: &[&'a Projection]) -> Vec<Vec<&'a Projection>> {
    let mut runs: Vec<Vec<&Projection>> = Vec::new();
    let mut sign = 0.0;
    for projection in editions {
        let Some(growth) = projection.growth.value() else {
            continue;
        };
        let turns = growth * sign < 0.0;
        match runs.last_mut() {
            Some(run) if !turns => run.push(projection),
            _ => runs.push(vec![projection]),
        }
        if growth != 0.0 {
            sign = growth.signum();
        }
    }
    runs
}

/// Where growth changes its sign: the last edition before, and the first one after.
pub fn turns<'a>(editions: &[&'a Projection]) -> Vec<(&'a Projection, &'a Projection)> {
    let runs = runs(editions);
    let pairs = runs.windows(2).filter_map(|pair| match pair {
        [before, after] => Some((*before.last()?, *after.first()?)),
        _ => None,
    });
    pairs.collect()
}

/// The editions between the first and the last that are not among these. BLS makes one a year.
pub fn missing_editions(editions: &[&Projection]) -> Vec<Edition> {
    let start = |projection: &&Projection| {
        let (start, _) = projection.edition.as_str().split_once('-')?;
        start.parse::<u16>().ok()
    };
    let starts: Vec<_> = editions.iter().filter_map(start).collect();
    let (Some(first), Some(last)) = (starts.iter().min(), starts.iter().max()) else {
        return Vec::new();
    };
    let missing = (*first..*last).filter(|year| !starts.contains(year));
    missing
        .filter_map(|year| Edition::parse(&format!("{year}-{:02}", (year + 10) % 100)))
        .collect()
}

/// How many of `width` cells a bar fills, in eighths of a cell, where `largest` fills all of them.
pub fn eighths(value: Measure, largest: f64, width: usize) -> usize {
    let share = value.number().unwrap_or_default() / largest;
    // A bar is at most a few dozen cells long; a share of nothing is no number, which `as` makes none of.
    (share.clamp(0.0, 1.0) * (width * 8) as f64).round() as usize
}

/// The first and the last year of the wages of any of these occupations.
pub fn span<'a>(occupations: impl Iterator<Item = &'a Occupation>) -> Option<(Year, Year)> {
    let years = occupations.flat_map(|occupation| &occupation.pay);
    years.map(|pay| pay.year).fold(None, |span, year| {
        let (first, last) = span.unwrap_or((year, year));
        Some((first.min(year), last.max(year)))
    })
}

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

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is what it is for"
)]
mod tests {
    use super::*;

    fn occupation(pay: &[(u16, Measure)], outlook: &[(&str, Measure)]) -> Occupation {
        let year = |(year, p90): &(u16, Measure)| PayYear {
            year: Year(*year),
            median: Measure::Value(f64::from(*year)),
            p10: Measure::Unknown,
            p25: Measure::Unknown,
            p75: *p90,
            p90: *p90,
            mean: Measure::NotPublished,
            jobs: Measure::Unknown,
            source: String::new(),
        };
        let edition = |(edition, growth): &(&str, Measure)| Projection {
            edition: Edition::parse(edition).unwrap(),
            jobs_start: Measure::Unknown,
            jobs_end: Measure::Unknown,
            change: Measure::Unknown,
            growth: *growth,
            openings: Measure::Unknown,
            entry_education: None,
            experience: None,
            training: None,
            note: None,
            source: String::new(),
        };
        Occupation {
            soc: "15-0000".to_owned(),
            title: "Menders".to_owned(),
            name: "menders".to_owned(),
            area: "United States".to_owned(),
            notes: Vec::new(),
            pay: pay.iter().map(year).collect(),
            outlook: outlook.iter().map(edition).collect(),
            reasons: Vec::new(),
            onet: Vec::new(),
        }
    }

    fn turned(growth: &[(&str, Measure)]) -> Vec<(String, String)> {
        let occupation = occupation(&[], growth);
        let named = |(from, to): (&Projection, &Projection)| {
            (
                from.edition.as_str().to_owned(),
                to.edition.as_str().to_owned(),
            )
        };
        turns(&outlook_by_edition(&occupation))
            .into_iter()
            .map(named)
            .collect()
    }

    const fn up(percent: f64) -> Measure {
        Measure::Value(percent)
    }

    #[test]
    fn growth_turns_where_its_sign_changes() {
        let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        // Given out of order, as data files have the newest first.
        let found = turned(&[
            ("2024-34", up(-3.7)),
            ("2020-30", up(8.9)),
            ("2021-31", up(6.2)),
        ]);
        assert_eq!(found, [pair("2021-31", "2024-34")]);
        let found = turned(&[
            ("2019-29", up(-1.0)),
            ("2020-30", up(1.0)),
            ("2021-31", up(-1.0)),
        ]);
        assert_eq!(
            found,
            [pair("2019-29", "2020-30"), pair("2020-30", "2021-31")]
        );
    }

    #[test]
    fn zero_and_the_unknown_turn_nothing() {
        assert_eq!(
            turned(&[
                ("2019-29", up(1.0)),
                ("2020-30", up(0.0)),
                ("2021-31", up(2.0))
            ]),
            []
        );
        assert_eq!(turned(&[("2019-29", up(0.0)), ("2020-30", up(-1.0))]), []);
        let found = turned(&[
            ("2019-29", up(1.0)),
            ("2020-30", Measure::Unknown),
            ("2021-31", up(-2.0)),
        ]);
        assert_eq!(found, [("2019-29".to_owned(), "2021-31".to_owned())]);
        let found = turned(&[
            ("2019-29", up(1.0)),
            ("2020-30", up(0.0)),
            ("2021-31", up(-2.0)),
        ]);
        assert_eq!(found, [("2020-30".to_owned(), "2021-31".to_owned())]);
        assert_eq!(turned(&[]), []);
    }

    #[test]
    fn missing_editions_lie_between_those_at_hand() {
        let all = [
            ("2019-29", up(1.0)),
            ("2021-31", up(1.0)),
            ("2024-34", up(1.0)),
        ];
        let occupation = occupation(&[], &all);
        let missing = missing_editions(&outlook_by_edition(&occupation));
        let missing: Vec<_> = missing.iter().map(Edition::as_str).collect();
        assert_eq!(missing, ["2020-30", "2022-32", "2023-33"]);
        assert!(missing_editions(&[]).is_empty());
    }

    fn broken(pay: &[(u16, Measure)]) -> Vec<(Break, u16)> {
        let occupation = occupation(pay, &[]);
        let years = pay_by_year(&occupation);
        let found = breaks(&years, (Year(2019), Year(2025)));
        found
            .into_iter()
            .map(|found| (found.what, found.at.year.0))
            .collect()
    }

    #[test]
    fn a_series_breaks_where_it_begins_ends_or_is_made_another_way() {
        let value = Measure::Value(1.0);
        assert_eq!(
            broken(&[(2021, value), (2025, value)]),
            [(Break::Begins, 2021)]
        );
        assert_eq!(
            broken(&[(2019, value), (2020, value)]),
            [(Break::Ends, 2020)]
        );
        assert_eq!(
            broken(&[(2025, value), (2021, value), (2019, value)]),
            [(Break::ModelBased, 2021)]
        );
        assert_eq!(broken(&[]), []);
    }

    #[test]
    fn top_codes_break_a_series_where_the_floor_changes_or_goes() {
        let top = |was, now| Break::TopCode {
            wages: vec![Wage::P75, Wage::P90],
            was,
            now,
        };
        let found = broken(&[
            (2019, Measure::AtLeast(208.0)),
            (2021, Measure::AtLeast(208.0)),
            (2022, Measure::AtLeast(239.0)),
            (2024, Measure::Value(300.0)),
            (2025, Measure::NotPublished),
        ]);
        assert_eq!(
            found,
            [
                (Break::ModelBased, 2021),
                (top(Some(208.0), Some(239.0)), 2022),
                (top(Some(239.0), None), 2024),
            ]
        );
    }

    #[test]
    fn bars_are_scaled_to_the_largest() {
        assert_eq!(eighths(Measure::Value(50.0), 100.0, 10), 40);
        assert_eq!(eighths(Measure::AtLeast(100.0), 100.0, 10), 80);
        for nothing in [Measure::Unknown, Measure::Suppressed, Measure::Value(0.0)] {
            assert_eq!(eighths(nothing, 100.0, 10), 0);
        }
        assert_eq!(eighths(Measure::Value(0.0), 0.0, 10), 0);
    }

    #[test]
    fn the_span_is_that_of_all_occupations() {
        let value = Measure::Value(1.0);
        let both = [
            occupation(&[(2021, value)], &[]),
            occupation(&[(2019, value), (2025, value)], &[]),
        ];
        assert_eq!(span(both.iter()), Some((Year(2019), Year(2025))));
        assert_eq!(span([].iter()), None);
    }
}
