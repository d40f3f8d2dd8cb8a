//! How an occupation's figures run over time: in order, where growth turns, where a series breaks.
//!
//! Nothing is subtracted here: years on two sides of a break are not one series.

mod edition;
mod series;

pub use edition::{missing_editions, runs, turns};
pub use series::{Break, BreakAt, Wage, breaks};

use crate::model::{Measure, Occupation, PayYear, Projection, Year};

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

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is what it is for"
)]
mod tests {
    use super::*;
    use crate::model::Edition;

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
