//! `not-a-certification`: a degree listed among certifications.

use super::{Claim, Evidence, Facts, Rule, Verdict};
use crate::analysis::check::claim::Stated;

pub const RULE: Rule = Rule {
    name: "not-a-certification",
    title: "a degree, not a certification",
    finds: "a degree listed among certifications",
    because: "a degree takes years and a university; who budgets for an exam is misled",
    quiet_where: "the list is said to hold degrees or qualifications too",
    fires: &[
        "Valuable certifications include CompTIA A+, PMP and a Master of Business Administration (MBA).",
        "## Certifications\n\n- CCNA\n- PMP\n- MBA\n",
    ],
    quiet: &[
        "Degrees and certifications such as an MBA or the PMP help.",
        "Certifications such as the PMP help, as does an MBA.",
    ],
    judge,
};

fn judge(claim: &Claim, facts: &Facts) -> Option<Verdict> {
    let Stated::Listed {
        credential,
        certain,
    } = claim.what
    else {
        return None;
    };
    let degree = credential.and_then(|credential| facts.lexicon.credentials.get(credential));
    Verdict::of(
        certain,
        Evidence::NotACertification {
            degree: degree.map(|degree| degree.id.clone()),
        },
    )
}
