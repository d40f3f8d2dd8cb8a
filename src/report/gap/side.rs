//! A role as one of the two sides of a gap: what it asks, or what someone in it brings along.

use super::RatedAs;
use crate::analysis::gap::Held;
use crate::analysis::reading::{Reading, rated, readings};
use crate::catalog::{Catalog, OnetRatings, Result};
use crate::model::Role;
use crate::report::Named;
use crate::report::figure::Origin;
use crate::report::profile::typical_education;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A role with what stands for it in figures.
pub struct Side {
    pub role: Role,
    pub readings: Vec<Reading>,
    pub rated: Option<(RatedAs, Arc<Origin>, OnetRatings)>,
}

impl Side {
    /// The role with this id.
    pub fn of(catalog: &Catalog, id: &str) -> Result<Self> {
        let mut role = catalog.role(id)?;
        let readings = readings(catalog, std::mem::take(&mut role.measured_by))?;
        let rated = rated(catalog, &readings)?.map(|(position, profile, ratings)| {
            let as_rated = RatedAs {
                onet: profile.code.clone(),
                title: profile.title.clone(),
                rated: profile.rated.as_ref().map(ToString::to_string),
                preferred: position == 0,
                source: profile.source.clone(),
            };
            let reading = readings.get(position);
            let origin =
                reading.map(|reading| Origin::of_onet(&profile, profile.rated.as_ref(), reading));
            (as_rated, origin.unwrap_or_default(), ratings)
        });
        Ok(Self {
            role,
            readings,
            rated,
        })
    }

    /// Its id and title.
    pub fn named(&self) -> Named {
        Named {
            id: self.role.id.clone(),
            title: self.role.title.clone(),
        }
    }

    /// What someone in the role brings along. A role says nothing of anyone's years.
    pub fn held(&self) -> Held {
        let skills = self.role.skills.iter().map(|skill| skill.skill.clone());
        let skills: BTreeSet<_> = skills.collect();
        Held {
            // Every role takes some skill: where none is named, nothing is known of them.
            skills: Some(skills).filter(|skills| !skills.is_empty()),
            certifications: Some(
                self.role
                    .certifications
                    .iter()
                    .map(|listed| listed.certification.clone())
                    .collect(),
            ),
            education: typical_education(self.readings.first()).map(|entry| entry.value),
            years: None,
        }
    }
}
