//! Rules on provenance: every value names a source, and every source can be found.

use super::super::problem::{Address, Kind};
use super::{Findings, Judged, Known};
use crate::model::{Reference, Role, Statement};

/// Demands that values name sources, and that these are there.
struct Wanted<'a, 'f> {
    known: &'a dyn Known,
    findings: &'f mut Findings,
}

impl Wanted<'_, '_> {
    /// A value with exactly one source, under the key `source` of `owner`.
    fn one(&mut self, id: &String, owner: impl Fn() -> Address) {
        self.all(std::slice::from_ref(id), owner, "source");
    }

    /// A value with one source or more, under `key` of `owner`, whose address is only asked for where something is wrong.
    fn all(&mut self, ids: &[String], owner: impl Fn() -> Address, key: &str) {
        const HINT: &str = "name the publication it rests on, by its id in sources.toml";
        if ids.iter().all(String::is_empty) {
            self.findings
                .add(owner(), "this value names no source", HINT);
            return;
        }
        for (position, citation) in ids.iter().enumerate() {
            let address = || {
                let list = owner().at(key);
                if key == "source" {
                    list
                } else {
                    list.at(position)
                }
            };
            let Reference {
                source: id,
                occupation,
                ..
            } = Reference::of(citation);
            if !self.known.has(Kind::Source, id) {
                self.findings.add(
                    address(),
                    format!("there is no source \"{id}\""),
                    "correct the id, or add the publication to sources.toml",
                );
            } else if let Some(code) = occupation.filter(|code| !self.known.has_profile(code)) {
                self.findings.add(
                    address(),
                    format!("there is no O*NET occupation \"{code}\" to cite"),
                    "write the code of an [[onet]] profile after the #, as in onet-29.3#15-1232.00",
                );
            }
        }
    }

    fn statements(&mut self, statements: &[Statement], owner: &Address) {
        for (position, statement) in statements.iter().enumerate() {
            self.all(&statement.sources, || owner.at(position), "sources");
        }
    }

    fn role(&mut self, role: &Role, own: &Address) {
        self.all(&role.summary.sources, || own.at("summary"), "sources");
        self.all(&role.day.sources, || own.at("day"), "sources");
        self.statements(&role.works_in, &own.at("works_in"));
        self.statements(&role.focus, &own.at("focus"));
        self.statements(&role.scope, &own.at("scope"));
        macro_rules! lists {
            ($($list:ident),+) => {$(
                for (position, entry) in role.$list.iter().enumerate() {
                    self.all(&entry.sources, || own.at(stringify!($list)).at(position), "sources");
                }
            )+};
        }
        lists!(
            shared_titles,
            duties,
            skills,
            aspects,
            education,
            experience,
            certifications,
            measured_by,
            moves
        );
    }
}

pub(super) fn sources(judged: Judged<'_>, findings: &mut Findings) {
    let collection = judged.items;
    let mut wanted = Wanted {
        known: judged.known,
        findings,
    };
    for (item, role) in collection.roles.iter().enumerate() {
        wanted.role(role, &Address::of(Kind::Role, item));
    }
    for (item, occupation) in collection.occupations.iter().enumerate() {
        let own = Address::of(Kind::Occupation, item);
        macro_rules! lists {
            ($($list:ident),+) => {$(
                for (position, entry) in occupation.$list.iter().enumerate() {
                    wanted.one(&entry.source, || own.at(stringify!($list)).at(position));
                }
            )+};
        }
        lists!(pay, outlook, reasons, onet);
    }
    for (item, certification) in collection.certifications.iter().enumerate() {
        let own = Address::of(Kind::Certification, item);
        wanted.all(
            &certification.status_sources,
            || own.clone(),
            "status_sources",
        );
        for (position, fee) in certification.fees.iter().enumerate() {
            wanted.all(&fee.sources, || own.at("fees").at(position), "sources");
        }
        if let Some(validity) = &certification.validity {
            wanted.all(&validity.sources, || own.at("validity"), "sources");
        }
        if let Some(prerequisites) = &certification.prerequisites {
            wanted.all(
                &prerequisites.sources,
                || own.at("prerequisites"),
                "sources",
            );
        }
        wanted.statements(&certification.notes, &own.at("notes"));
    }
    for (item, claim) in collection.claims.iter().enumerate() {
        let own = Address::of(Kind::Claim, item);
        wanted.one(&claim.source, || own.clone());
        if !claim.evidence.is_empty() {
            wanted.all(&claim.evidence, || own.clone(), "evidence");
        }
    }
    for (item, resource) in collection.resources.iter().enumerate() {
        wanted.all(
            &resource.sources,
            || Address::of(Kind::Resource, item),
            "sources",
        );
    }
}

pub(super) fn addresses(judged: Judged<'_>, findings: &mut Findings) {
    let collection = judged.items;
    for (item, source) in collection.sources.iter().enumerate() {
        let address = Address::of(Kind::Source, item).at("address");
        if source.address.is_empty() {
            findings.add(
                address,
                format!("the source \"{}\" has no address", source.id),
                "say where it can be read",
            );
        } else if !is_web_address(&source.address) {
            findings.add(
                address,
                format!("\"{}\" is no web address", source.address),
                "write it with https:// or http://, without spaces",
            );
        }
    }
}

fn is_web_address(address: &str) -> bool {
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}
