//! When two roles' figures may be subtracted, and what the difference is.

use super::reading::Reading;
use crate::model::Measure;

/// The difference of two figures, or why none is computed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Difference {
    /// The other figure minus the base's, in their common unit.
    Computed(f64),
    /// Both roles are measured by one occupation: its figures cannot tell them apart.
    SameOccupation,
    /// At least one of the two is measured by a stand-in.
    StandIn { base: bool, other: bool },
    /// The figures are of different years or editions.
    PeriodsDiffer,
    /// At least one figure is not an exact published number.
    NoFigure,
}

/// The difference in median pay of the newest year, in dollars a year.
///
/// Rule: years, areas and occupations that do not match are not silently subtracted. A difference is
/// computed only between different occupations that each measure their role exactly, in the same area
/// and year, where both medians are published as numbers.
pub fn of_median_pay(base: &Reading, other: &Reading) -> Difference {
    let (a, b) = (base.newest_pay(), other.newest_pay());
    let measures = a.zip(b).map(|(a, b)| (a.median, b.median));
    let same_period = a.zip(b).is_some_and(|(a, b)| a.year == b.year);
    difference(base, other, same_period, measures)
}

/// The difference in projected growth of the newest edition, in percentage points; the same rule.
pub fn of_growth(base: &Reading, other: &Reading) -> Difference {
    let (a, b) = (base.newest_outlook(), other.newest_outlook());
    let measures = a.zip(b).map(|(a, b)| (a.growth, b.growth));
    let same_period = a.zip(b).is_some_and(|(a, b)| a.edition == b.edition);
    difference(base, other, same_period, measures)
}

fn difference(
    base: &Reading,
    other: &Reading,
    same_period: bool,
    measures: Option<(Measure, Measure)>,
) -> Difference {
    if base.occupation.soc == other.occupation.soc {
        return Difference::SameOccupation;
    }
    let (base_borrows, other_borrows) = (base.fit().is_stand_in(), other.fit().is_stand_in());
    if base_borrows || other_borrows {
        return Difference::StandIn {
            base: base_borrows,
            other: other_borrows,
        };
    }
    match measures.map(|(a, b)| (a.value(), b.value())) {
        Some((Some(a), Some(b)))
            if same_period && base.occupation.area == other.occupation.area =>
        {
            Difference::Computed(b - a)
        }
        Some((Some(_), Some(_))) => Difference::PeriodsDiffer,
        _ => Difference::NoFigure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::reading::sample::reading;
    use crate::model::Fit;

    #[test]
    fn only_exact_readings_of_one_year_are_subtracted() {
        use Difference::*;
        let base = reading("15-1232", Fit::Exact, 2025, Measure::Value(60.0));
        let cases = [
            (
                reading("15-1244", Fit::Exact, 2025, Measure::Value(90.0)),
                Computed(30.0),
            ),
            (
                reading("15-1232", Fit::Shared, 2025, Measure::Value(60.0)),
                SameOccupation,
            ),
            (
                reading("13-1082", Fit::Broader, 2025, Measure::Value(90.0)),
                StandIn {
                    base: false,
                    other: true,
                },
            ),
            (
                reading("15-1244", Fit::Exact, 2024, Measure::Value(90.0)),
                PeriodsDiffer,
            ),
            (
                reading("15-1244", Fit::Exact, 2025, Measure::AtLeast(90.0)),
                NoFigure,
            ),
            (
                reading("15-1244", Fit::Exact, 2025, Measure::Unknown),
                NoFigure,
            ),
        ];
        for (other, expected) in cases {
            assert_eq!(of_median_pay(&base, &other), expected);
        }
        assert_eq!(
            of_growth(
                &base,
                &reading("15-1244", Fit::Exact, 2025, Measure::Unknown)
            ),
            NoFigure
        );
    }
}
