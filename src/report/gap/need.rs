//! What the target of a gap asks, need by need, and how each stands to what is held.

use super::side::Side;
use super::{GapCertification, GapRatings, GapRise, GapSkill};
use crate::analysis::gap::{Held, State, of_named, of_ratings};
use crate::catalog::{Catalog, Result};
use crate::model::{Lifecycle, Rating};
use crate::report::figure::{Figure, Unit};

/// By need, then by how important they are rated, then by name.
pub fn skills(catalog: &Catalog, target: &Side, held: &Held) -> Result<Vec<GapSkill>> {
    let mut skills = Vec::new();
    for listed in &target.role.skills {
        let skill = catalog.skill(&listed.skill)?;
        let importance = target.rated.as_ref().and_then(|(_, origin, ratings)| {
            let rated = skill
                .elements
                .iter()
                .filter_map(|element| ratings.get(element));
            let number = |rating: &&Rating| rating.importance.value().unwrap_or_default();
            let most = rated.max_by(|a, b| number(a).total_cmp(&number(b)))?;
            Some(Figure::new(most.importance, Unit::Importance, origin))
        });
        skills.push(GapSkill {
            state: of_named(&skill.id, held.skills.as_ref()),
            id: skill.id,
            name: skill.name,
            kind: skill.kind,
            need: listed.need,
            importance,
            sources: listed.sources.clone(),
        });
    }
    let importance = |skill: &GapSkill| {
        skill
            .importance
            .as_ref()
            .and_then(|figure| figure.value)
            .map_or(0.0, |n| n.0)
    };
    skills.sort_by(|a, b| {
        a.need
            .cmp(&b.need)
            .then(importance(b).total_cmp(&importance(a)))
            .then_with(|| a.name.cmp(&b.name))
    });
    Ok(skills)
}

/// By need, then by name. A retired one is asked of no one, and counts where a person holds it.
pub fn certifications(
    catalog: &Catalog,
    target: &Side,
    held: &Held,
    by_a_person: bool,
) -> Result<Vec<GapCertification>> {
    let mut asked = Vec::new();
    for listed in &target.role.certifications {
        let certification = catalog.certification(&listed.certification)?;
        let state = of_named(&certification.id, held.certifications.as_ref());
        let kept = by_a_person && state == State::Carried;
        if certification.status != Lifecycle::Retired || kept {
            asked.push(GapCertification {
                state,
                status: certification.status,
                id: certification.id,
                name: certification.name,
                kind: certification.kind,
                need: listed.need,
                sources: listed.sources.clone(),
            });
        }
    }
    asked.sort_by(|a, b| (a.need, &a.name).cmp(&(b.need, &b.name)));
    Ok(asked)
}

/// What the target uses at a higher level, or why that cannot be told.
pub fn ratings(catalog: &Catalog, from: Option<&Side>, target: &Side) -> Result<GapRatings> {
    let unrated = |side: &Side| {
        let occupation = side
            .readings
            .first()
            .map(|reading| format!("{} ({})", reading.occupation.title, reading.occupation.soc));
        format!(
            "O*NET has no ratings of {}, which measure {}",
            occupation.unwrap_or_default(),
            side.role.plural
        )
    };
    let rated_as = |side: &Side| side.rated.as_ref().map(|(as_rated, ..)| as_rated.clone());
    let mut gap = GapRatings {
        from: from.and_then(rated_as),
        to: rated_as(target),
        unknown_because: None,
        rises: Vec::new(),
    };
    let Some(from) = from else {
        gap.unknown_because = Some("O*NET rates occupations, not persons".to_owned());
        return Ok(gap);
    };
    let (Some((_, origin, held)), Some((_, wanted_origin, wanted))) = (&from.rated, &target.rated)
    else {
        let side = if target.rated.is_none() { target } else { from };
        gap.unknown_because = Some(unrated(side));
        return Ok(gap);
    };
    for rise in of_ratings(held, wanted) {
        let element = catalog.element(&rise.element)?;
        gap.rises.push(GapRise {
            id: element.id,
            name: element.name,
            kind: element.kind,
            importance: Figure::new(rise.to.importance, Unit::Importance, wanted_origin),
            from_level: Figure::new(rise.from.level, Unit::Level, origin),
            to_level: Figure::new(rise.to.level, Unit::Level, wanted_origin),
            by: (rise.by * 100.0).round() / 100.0,
        });
    }
    Ok(gap)
}
