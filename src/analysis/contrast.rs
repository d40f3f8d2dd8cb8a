//! What sets roles apart: pay, outlook and entry education, each told apart or not.

use super::reading::Reading;
use crate::model::{EducationLevel, Measure};

/// How roles stand to each other in one respect.
#[derive(Debug, Clone, PartialEq)]
pub enum Contrast<T> {
    /// One occupation measures them all, so it cannot tell them apart.
    SharedOccupation { value: Option<T> },
    /// Every role has the same.
    Same { value: T },
    /// They differ; one value a role, unknown where it is `None`.
    Differs { values: Vec<Option<T>> },
    /// Nothing is known of any of them.
    Unknown,
}

/// How the medians of the newest year stand to each other, in dollars a year.
pub fn of_pay(readings: &[&Reading]) -> Contrast<Measure> {
    contrast(readings, |reading| {
        reading
            .newest_pay()
            .map(|pay| pay.median)
            .filter(|median| median.number().is_some())
    })
}

/// How the growth of the newest edition stands to each other, in percent.
pub fn of_growth(readings: &[&Reading]) -> Contrast<Measure> {
    contrast(readings, |reading| {
        reading
            .newest_outlook()
            .map(|outlook| outlook.growth)
            .filter(|growth| growth.number().is_some())
    })
}

/// How the education that BLS sees as typical at entry stands to each other.
pub fn of_entry_education(readings: &[&Reading]) -> Contrast<EducationLevel> {
    contrast(readings, |reading| {
        reading.newest_outlook()?.entry_education
    })
}

fn contrast<T: PartialEq + Clone>(
    readings: &[&Reading],
    value: impl Fn(&Reading) -> Option<T>,
) -> Contrast<T> {
    let values: Vec<_> = readings.iter().map(|reading| value(reading)).collect();
    let Some(first) = values.first().cloned() else {
        return Contrast::Unknown;
    };
    let one_occupation = readings.windows(2).all(|pair| match pair {
        [a, b] => a.occupation.soc == b.occupation.soc,
        _ => true,
    });
    if one_occupation && readings.len() > 1 {
        return Contrast::SharedOccupation { value: first };
    }
    match first {
        _ if values.iter().all(Option::is_none) => Contrast::Unknown,
        Some(value) if values.iter().all(|other| other.as_ref() == Some(&value)) => {
            Contrast::Same { value }
        }
        _ => Contrast::Differs { values },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::reading::sample::reading;
    use crate::model::Fit;

    #[test]
    fn what_no_one_knows_is_unknown_and_not_different() {
        let of = |soc| reading(soc, Fit::Exact, 2025, Measure::Suppressed);
        let (one, other) = (of("15-1232"), of("15-1244"));
        assert_eq!(of_pay(&[&one, &other]), Contrast::Unknown);
        assert_eq!(of_growth(&[&one, &other]), Contrast::Unknown);
        assert_eq!(of_pay(&[]), Contrast::Unknown);
    }

    #[test]
    fn one_reading_alone_shares_its_occupation_with_no_one() {
        let value = Measure::Value(60.0);
        let of = |soc| reading(soc, Fit::Exact, 2025, value);
        let (one, twin, other) = (of("15-1232"), of("15-1232"), of("15-1244"));
        let [same, shared] = [
            Contrast::Same { value },
            Contrast::SharedOccupation { value: Some(value) },
        ];
        assert_eq!(of_pay(&[&one]), same);
        assert_eq!(of_pay(&[&one, &twin]), shared);
        assert_eq!(of_pay(&[&one, &other]), same);
    }
}
