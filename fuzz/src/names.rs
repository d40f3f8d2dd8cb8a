//! Names as people type them: what they mean, whatever they are.

use super::ask::BUNDLED;
use roles::catalog::{LookupError, Spellings};
use roles::data::Kind;
use roles::data::pack::Naming;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Every name of a role with what it means.
static NAMES: LazyLock<Vec<(String, Naming, String)>> =
    LazyLock::new(|| BUNDLED.role_names().unwrap());
static CERTIFICATIONS: LazyLock<Spellings> =
    LazyLock::new(|| BUNDLED.certification_spellings().unwrap());
static SKILLS: LazyLock<Spellings> = LazyLock::new(|| BUNDLED.skill_spellings().unwrap());

/// Takes an input as a name; or as the number of a known one and how it is written, where its first byte is 0xff.
pub fn run(data: &[u8]) {
    if let [0xff, high, low, written @ ..] = data {
        let (name, naming, role) =
            &NAMES[usize::from(u16::from_be_bytes([*high, *low])) % NAMES.len()];
        known(&mangled(name, written), *naming, role);
        return;
    }
    let name = String::from_utf8_lossy(data);
    // One kind at a time: what is near is looked for among all names, which takes longest.
    let (spellings, kind) = match data.len() % 3 {
        0 => return of_role(&name),
        1 => (&*CERTIFICATIONS, Kind::Certification),
        _ => (&*SKILLS, Kind::Skill),
    };
    match spellings.find(&name) {
        Ok(id) => assert!(BUNDLED.knows(kind, &id), "{id}"),
        Err(error) => unknown(error, &name, kind),
    }
}

/// A known name means its role however it is written, or that role is among those that it may mean.
fn known(name: &str, naming: Naming, role: &str) {
    match BUNDLED.find_role(name) {
        Ok(found) => assert_eq!(found, role, "{name:?}"),
        Err(LookupError::Ambiguous { candidates, .. }) => {
            assert!(
                candidates.iter().any(|candidate| candidate.id == role),
                "{name:?}"
            );
            assert_ne!(naming, Naming::Id, "{name:?} means {role} alone");
            let several = candidates.len() > 1 || naming == Naming::OtherCode;
            assert!(several, "{name:?} means nothing but {role}");
        }
        Err(error) => panic!("{name:?}: {error}"),
    }
}

/// A name in another case, with other spaces; what of it the bits say.
fn mangled(name: &str, bits: &[u8]) -> String {
    let bit = |at: usize| {
        bits.get(at / 8)
            .is_some_and(|byte| byte >> (at % 8) & 1 == 1)
    };
    let mut text = String::new();
    for (at, letter) in name.chars().enumerate() {
        match letter {
            ' ' if bit(at) => text.push_str(" \t\u{a0}\n"),
            _ if bit(at) => text.push(letter.to_ascii_uppercase()),
            _ => text.push(letter),
        }
    }
    if bits.len() % 2 == 1 {
        format!("  {text}\u{3000}")
    } else {
        text
    }
}

fn of_role(name: &str) {
    match BUNDLED.find_role(name) {
        Ok(id) => {
            assert!(BUNDLED.knows(Kind::Role, &id), "{id}");
            assert_eq!(BUNDLED.find_role(&id).as_ref(), Ok(&id));
            assert_eq!(BUNDLED.find_role(&format!("\n {name} ")).as_ref(), Ok(&id));
        }
        Err(LookupError::Ambiguous {
            candidates,
            name: said,
            ..
        }) => {
            let ids: BTreeSet<_> = candidates.iter().map(|candidate| &candidate.id).collect();
            assert_eq!(
                ids.len(),
                candidates.len(),
                "one is there twice: {candidates:?}"
            );
            assert!(!ids.is_empty() && said == name.trim());
            for candidate in &candidates {
                assert!(BUNDLED.knows(Kind::Role, &candidate.id));
                assert!(!candidate.title.is_empty() && !candidate.because.is_empty());
            }
        }
        Err(error) => unknown(error, name, Kind::Role),
    }
}

/// What is not known is said as it was typed, with something near that there is, if anything.
fn unknown(error: LookupError, typed: &str, kind: Kind) {
    let LookupError::Unknown { name, near, .. } = error else {
        panic!("{typed:?}: {error}");
    };
    assert_eq!(name, typed.trim());
    if let Some(near) = near {
        assert!(
            BUNDLED.knows(kind, &near),
            "{near} is near, and is not there"
        );
    }
}
