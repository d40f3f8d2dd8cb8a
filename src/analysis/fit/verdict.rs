//! How a role stands to a wish, and the order that this puts roles in.

use super::Wish;
use crate::analysis::gap::State;
use crate::model::label::vocabulary;

vocabulary! {
    /// How a role stands to a wish.
    Verdict {
        Pass = "pass", "pass";
        Unknown = "unknown", "unknown";
        Conflict = "conflict", "conflict";
    }
}

/// What it is to hold, or not to hold, what is asked for.
pub fn of_state(state: State) -> Verdict {
    match state {
        State::Carried => Verdict::Pass,
        State::Unknown => Verdict::Unknown,
        State::Missing => Verdict::Conflict,
    }
}

/// Whether a wish is met, as far as that is known.
pub fn of_known(known: Option<bool>) -> Verdict {
    match known {
        Some(true) => Verdict::Pass,
        Some(false) => Verdict::Conflict,
        None => Verdict::Unknown,
    }
}

/// The order in which roles are shown: fewest conflicts, then fewest unknowns. Roles alike in both are tied.
pub fn rank(verdicts: &[(Wish, Verdict)]) -> (usize, usize) {
    let count = |wanted: Verdict| {
        verdicts
            .iter()
            .filter(|(_, verdict)| *verdict == wanted)
            .count()
    };
    (count(Verdict::Conflict), count(Verdict::Unknown))
}
