//! `retired-certification`: what can no longer be earned, named as something to earn.

use super::{Claim, Evidence, Facts, Rule, Verdict};
use crate::analysis::check::claim::Stated;

pub const RULE: Rule = Rule {
    name: "retired-certification",
    title: "a retired certification",
    finds: "a retired certification named as something to earn",
    because: "nobody can earn it any more; time and money set aside for it are lost",
    quiet_where: "the text says that it is retired, former, legacy or replaced, gives its end, or tells of someone who earned it in its day",
    fires: &[
        "Earning the MCSA can open doors.",
        "Useful certifications: CCNA, Microsoft Certified Solutions Expert (MCSE) and Security+.",
        "MCSE preferred.",
    ],
    quiet: &[
        "The MCSE was retired in 2021.",
        "Microsoft replaced the MCSA with role-based certifications.",
        "He earned his MCSE in 2008.",
        "Earning the CCNA can open doors.",
    ],
    judge,
};

fn judge(claim: &Claim, facts: &Facts) -> Option<Verdict> {
    let Stated::Credential {
        credential,
        past: None,
    } = claim.what
    else {
        return None;
    };
    let certification = facts.lexicon.credentials.get(credential)?.id.clone();
    Verdict::certain(Evidence::Retired { certification })
}
