//! `range-called-median`: two ends where a median is one number.

use super::{Claim, Evidence, Facts, Rule, Verdict};
use crate::analysis::check::claim::Stated;
use crate::analysis::check::official::Measured;

pub const RULE: Rule = Rule {
    name: "range-called-median",
    title: "a range, not a median",
    finds: "a range called a median",
    because: "half earn less than the median and half more, so it is one number; a range is something else and needs its own name",
    quiet_where: "the range is of several occupations, places or years, or of percentiles beside the median",
    fires: &[
        "The median salary of IT technicians ranges from $45,000 to $60,000.",
        "Help desk technicians have a median pay between $40,000 and $52,000.",
    ],
    quiet: &[
        "The median is $61,860, and the middle half earns between $49,000 and $79,040.",
        "Across these occupations, medians range from $47,810 to $134,050.",
    ],
    judge,
};

fn judge(claim: &Claim, facts: &Facts) -> Option<Verdict> {
    let Stated::Pay(pay) = &claim.what else {
        return None;
    };
    let newest = facts.newest(claim, Measured::Median).cloned();
    pay.called_median.then_some(Verdict {
        certain: true,
        evidence: Evidence::Range { newest },
    })
}
