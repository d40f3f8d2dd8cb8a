//! The rules that are asked for by name.

use crate::analysis::check::rules::{RULES, Rule, named};
use crate::catalog::nearest;
use crate::commands::{Failure, Meant};

/// The names of the rules to heed: those that are named, or all, without those to ignore.
pub fn selected(only: &[String], ignored: &[String]) -> Result<Vec<&'static str>, Failure> {
    let known = |names: &[String]| {
        let names = names.iter().map(|name| find(name).map(|rule| rule.name));
        names.collect::<Result<Vec<_>, _>>()
    };
    let (only, ignored) = (known(only)?, known(ignored)?);
    let names = RULES.iter().map(|rule| rule.name);
    let selected: Vec<_> = names
        .filter(|name| only.is_empty() || only.contains(name))
        .filter(|name| !ignored.contains(name))
        .collect();
    if selected.is_empty() {
        let message = "no rule is left to check by";
        return Err(Failure::new(message, "name fewer with --ignore"));
    }
    Ok(selected)
}

/// The rule of a name, in any case.
pub fn find(name: &str) -> Result<&'static Rule, Failure> {
    let wanted = name.trim().to_lowercase();
    named(&wanted).ok_or_else(|| {
        let list: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
        let list = list.join(", ");
        Failure {
            meant: near(&wanted).map(|near| Meant::new(name, near)),
            ..Failure::new(
                format!("no rule \"{}\"", name.trim()),
                format!("there are {list}"),
            )
        }
    })
}

/// The name of a rule that is spelled much like this.
pub fn near(name: &str) -> Option<String> {
    nearest(name, RULES.iter().map(|rule| (rule.name, rule.name)))
}
