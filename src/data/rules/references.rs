//! Rules on references: what an item points to is there.

use super::super::problem::{Address, Kind};
use super::{Findings, Judged, Known};
use std::collections::BTreeSet;

/// One kind of thing that can be pointed at, what it is called and where it is kept.
struct Target<'a> {
    kind: Kind,
    what: &'static str,
    file: &'static str,
    known: &'a dyn Known,
}

impl Target<'_> {
    fn want(&self, id: &str, address: Address, findings: &mut Findings) {
        if !self.known.has(self.kind, id) {
            let (what, file) = (self.what, self.file);
            findings.add(
                address,
                format!("there is no {what} \"{id}\""),
                format!("correct the id, or add it to {file}"),
            );
        }
    }
}

pub(super) fn references(judged: Judged<'_>, findings: &mut Findings) {
    let collection = judged.items;
    let target = |kind, what, file| Target {
        kind,
        what,
        file,
        known: judged.known,
    };
    let roles = target(Kind::Role, "role", "roles/");
    let occupations = target(Kind::Occupation, "occupation", "occupations/");
    let certifications = target(Kind::Certification, "certification", "certifications.toml");
    let skills = target(Kind::Skill, "skill", "skills.toml");
    let elements = target(Kind::Element, "element", "skills.toml");

    for (item, role) in collection.roles.iter().enumerate() {
        let own = Address::of(Kind::Role, item);
        let mut seen = BTreeSet::new();
        for (position, skill) in role.skills.iter().enumerate() {
            let address = own.at("skills").at(position).at("skill");
            if !seen.insert(&skill.skill) {
                let message = format!("the skill \"{}\" is listed twice", skill.skill);
                findings.add(
                    address.clone(),
                    message,
                    "keep one of the two, with the sources of both",
                );
            }
            skills.want(&skill.skill, address, findings);
        }
        let mut seen = BTreeSet::new();
        for (position, listed) in role.certifications.iter().enumerate() {
            let address = own.at("certifications").at(position).at("certification");
            if !seen.insert(&listed.certification) {
                let message = format!(
                    "the certification \"{}\" is listed twice",
                    listed.certification
                );
                findings.add(
                    address.clone(),
                    message,
                    "keep one of the two, with the sources of both",
                );
            }
            certifications.want(&listed.certification, address, findings);
        }
        for (position, step) in role.moves.iter().enumerate() {
            let address = own.at("moves").at(position).at("to");
            if step.to == role.id {
                findings.add(
                    address,
                    "a move leads to the role itself",
                    "name the role it leads to",
                );
            } else {
                roles.want(&step.to, address, findings);
            }
        }
        for (position, reading) in role.measured_by.iter().enumerate() {
            let own = own.at("measured_by").at(position);
            occupations.want(&reading.occupation, own.at("occupation"), findings);
            let of_it = |code: &str| {
                code.strip_prefix(&reading.occupation)
                    .is_some_and(|rest| rest.starts_with('.'))
            };
            let known = |code: &String| of_it(code) && judged.known.has_profile(code);
            let measured = judged.known.has(Kind::Occupation, &reading.occupation);
            if let Some(code) = reading
                .onet
                .as_ref()
                .filter(|code| measured && !known(code))
            {
                findings.add(
                    own.at("onet"),
                    format!("{} has no O*NET profile \"{code}\"", reading.occupation),
                    "correct the code, or add an [[onet]] profile to the occupation",
                );
            }
        }
    }
    for (item, occupation) in collection.occupations.iter().enumerate() {
        let own = Address::of(Kind::Occupation, item);
        for (position, profile) in occupation.onet.iter().enumerate() {
            let stem = profile.code.strip_prefix(&occupation.soc);
            if !stem.is_some_and(|rest| rest.starts_with('.')) {
                findings.add(
                    own.at("onet").at(position).at("code"),
                    format!("{} is no O*NET code of {}", profile.code, occupation.soc),
                    format!(
                        "write {} with a dot and two digits after it",
                        occupation.soc
                    ),
                );
            }
            let ratings = own.at("onet").at(position).at("ratings");
            for element in profile.ratings.keys() {
                elements.want(element, ratings.at(element.as_str()), findings);
            }
        }
    }
    for (item, skill) in collection.skills.iter().enumerate() {
        let list = Address::of(Kind::Skill, item).at("elements");
        for (position, element) in skill.elements.iter().enumerate() {
            elements.want(element, list.at(position), findings);
        }
    }
    for (item, certification) in collection.certifications.iter().enumerate() {
        let list = Address::of(Kind::Certification, item).at("instead");
        for (position, instead) in certification.instead.iter().enumerate() {
            let address = list.at(position).at("certification");
            certifications.want(&instead.certification, address, findings);
        }
    }
    for (item, claim) in collection.claims.iter().enumerate() {
        let own = Address::of(Kind::Claim, item);
        for (position, role) in claim.roles.iter().enumerate() {
            roles.want(role, own.at("roles").at(position), findings);
        }
        for (position, certification) in claim.certifications.iter().enumerate() {
            certifications.want(
                certification,
                own.at("certifications").at(position),
                findings,
            );
        }
        if let Some(figure) = &claim.figure {
            occupations.want(
                &figure.occupation,
                own.at("figure").at("occupation"),
                findings,
            );
        }
    }
    for (item, resource) in collection.resources.iter().enumerate() {
        let list = Address::of(Kind::Resource, item).at("roles");
        for (position, role) in resource.roles.iter().enumerate() {
            roles.want(role, list.at(position), findings);
        }
    }
}
