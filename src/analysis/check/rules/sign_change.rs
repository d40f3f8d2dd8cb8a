//! `sign-change`: growth promised where the newest edition projects decline, or the reverse.

use super::{Claim, Evidence, Facts, Rule, Verdict};
use crate::analysis::check::claim::{Stated, Whence};

pub const RULE: Rule = Rule {
    name: "sign-change",
    title: "the outlook has turned",
    finds: "growth promised where the newest edition projects decline, or the reverse",
    because: "whoever chooses by the outlook is sent the wrong way",
    quiet_where: "the text treats the projection as history, or the occupations that may stand for the role disagree",
    fires: &[
        "The number of computer support specialists should grow by 8 percent from 2019 to 2029.",
        "Employment of systems administrators is projected to grow over the next decade.",
    ],
    quiet: &[
        "The number of computer support specialists is to fall by 2.7 percent from 2024 to 2034.",
        "Our help desk grew 8 percent last quarter.",
    ],
    judge,
};

fn judge(claim: &Claim, facts: &Facts) -> Option<Verdict> {
    let Stated::Outlook(outlook) = &claim.what else {
        return None;
    };
    let none = outlook.percent.is_some_and(|percent| percent.low == 0.0);
    if claim.tone.history || claim.beside_newest || none {
        return None;
    }
    let (all, newest) = facts.opposite(claim, outlook.falls)?;
    let known = claim
        .about
        .as_ref()
        .is_some_and(|about| about.whence != Whence::Earlier);
    let certain = all && known && !claim.tone.part;
    Verdict::of(
        certain,
        Evidence::SignChange {
            falls: outlook.falls,
            newest: newest.clone(),
        },
    )
}
