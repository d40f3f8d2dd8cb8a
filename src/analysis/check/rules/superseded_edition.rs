//! `superseded-edition`: a projection over years that a newer edition has replaced.

use super::{Claim, Evidence, Facts, Rule, Verdict};
use crate::analysis::check::claim::Stated;
use crate::analysis::check::official::{Measured, Official};

pub const RULE: Rule = Rule {
    name: "superseded-edition",
    title: "an older projection",
    finds: "a projection period older than the newest edition known",
    because: "each edition starts anew; an older one knows nothing of what has happened since",
    quiet_where: "the text treats the projection as history, or the years are no projection",
    fires: &[
        "Employment of systems administrators is projected to grow 4 percent from 2019 to 2029.",
        "Jobs for IT technicians are expected to grow by 8% by 2026.",
    ],
    quiet: &[
        "Employment of systems administrators is projected to decline 4.2 percent from 2024 to 2034.",
        "IT technician, Acme Corp., 2009-2019: looked after 300 desktops.",
    ],
    judge,
};

fn judge(claim: &Claim, facts: &Facts) -> Option<Verdict> {
    let Stated::Edition { span, whole } = claim.what else {
        return None;
    };
    let own = facts.newest(claim, Measured::Growth);
    let newest = facts.officials.newest_edition();
    let newest = own
        .and_then(Official::span)
        .map_or(newest, |own| own.max(newest));
    let older = if whole {
        span.0 < newest.0 && span.1 < newest.1
    } else {
        span.1 < newest.1
    };
    if !older || claim.tone.history || claim.beside_newest {
        return None;
    }
    Verdict::certain(Evidence::Edition {
        stated: span,
        newest,
        own: own.cloned(),
    })
}
