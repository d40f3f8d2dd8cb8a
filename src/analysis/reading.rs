//! What a role is measured by: its readings, and the newest figures of each.

use crate::catalog::{Catalog, OnetRatings, Result};
use crate::model::{Fit, MeasuredBy, Occupation, OnetProfile, PayYear, Projection};

/// One reading of a role: the link, and the occupation whose figures stand for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub link: MeasuredBy,
    /// Its O*NET profiles are left out; [`Reading::profile`] gets the one that is meant.
    pub occupation: Occupation,
}

/// What a role is measured by, with the figures of each occupation, in the order given.
pub fn readings(catalog: &Catalog, measured_by: Vec<MeasuredBy>) -> Result<Vec<Reading>> {
    let read = |link: MeasuredBy| {
        Ok(Reading {
            occupation: catalog.occupation(&link.occupation)?,
            link,
        })
    };
    measured_by.into_iter().map(read).collect()
}

/// The position of a reading, its O*NET profile, and the profile's ratings by element.
type Rated = (usize, OnetProfile, OnetRatings);

/// The first reading that O*NET has rated: its position, its profile and the ratings. None where none is.
pub fn rated(catalog: &Catalog, readings: &[Reading]) -> Result<Option<Rated>> {
    for (position, reading) in readings.iter().enumerate() {
        if let Some(profile) = reading
            .profile(catalog)?
            .filter(|profile| profile.rated.is_some())
        {
            let ratings = catalog.onet_ratings(&profile.code)?;
            return Ok(Some((position, profile, ratings)));
        }
    }
    Ok(None)
}

impl Reading {
    /// How well the occupation stands for the role.
    pub fn fit(&self) -> Fit {
        self.link.fit
    }

    /// The wages of the newest year.
    pub fn newest_pay(&self) -> Option<&PayYear> {
        newest_pay(&self.occupation)
    }

    /// The projection of the newest edition.
    pub fn newest_outlook(&self) -> Option<&Projection> {
        newest_outlook(&self.occupation)
    }

    /// The O*NET profile that stands for the role, if one does.
    pub fn profile(&self, catalog: &Catalog) -> Result<Option<OnetProfile>> {
        self.link
            .onet
            .as_ref()
            .map(|code| catalog.onet_profile(code))
            .transpose()
    }
}

/// The wages of the newest year in an occupation's series.
pub fn newest_pay(occupation: &Occupation) -> Option<&PayYear> {
    occupation.pay.iter().max_by_key(|pay| pay.year)
}

/// The newest edition of an occupation's projections.
pub fn newest_outlook(occupation: &Occupation) -> Option<&Projection> {
    occupation
        .outlook
        .iter()
        .max_by(|a, b| a.edition.cmp(&b.edition))
}

/// Readings for the tests of this room.
#[cfg(test)]
pub mod sample {
    use super::*;
    use crate::model::{Measure, Year};

    /// A reading with one wage, and nothing else that is known.
    pub fn reading(soc: &str, fit: Fit, year: u16, median: Measure) -> Reading {
        let pay = PayYear {
            year: Year(year),
            median,
            p10: Measure::Unknown,
            p25: Measure::Unknown,
            p75: Measure::Unknown,
            p90: Measure::Unknown,
            mean: Measure::Unknown,
            jobs: Measure::Unknown,
            source: "s".into(),
        };
        Reading {
            link: MeasuredBy {
                occupation: soc.into(),
                onet: None,
                fit,
                reason: "r".into(),
                sources: vec!["s".into()],
            },
            occupation: Occupation {
                soc: soc.into(),
                title: soc.into(),
                name: soc.into(),
                area: "United States".into(),
                notes: vec![],
                pay: vec![pay],
                outlook: vec![],
                reasons: vec![],
                onet: vec![],
            },
        }
    }
}
