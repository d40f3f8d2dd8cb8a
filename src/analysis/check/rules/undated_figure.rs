//! `undated-figure`: pay or growth that could be of any year.

use super::{Claim, Evidence, Facts, Rule, Verdict};
use crate::analysis::check::claim::Stated;
use crate::analysis::check::official::Measured;

pub const RULE: Rule = Rule {
    name: "undated-figure",
    title: "a figure without its time",
    finds: "pay or growth without any year near it",
    because: "a reader cannot tell how old it is, and nobody can check it",
    quiet_where: "a year stands in the same paragraph, in what heads it or in a remark beside it; and for offers, prices and one's own pay",
    fires: &[
        "IT technicians earn a median of $47,000 a year.",
        "Jobs for network engineers are expected to grow by roughly 10% in the next decade.",
    ],
    quiet: &[
        "In May 2025 IT support specialists earned a median of $61,860.",
        "Salary: $55,000 to $65,000, depending on experience.",
        "Revenue grew 8 percent last quarter.",
    ],
    judge,
};

fn judge(claim: &Claim, facts: &Facts) -> Option<Verdict> {
    if claim.dated {
        return None;
    }
    match &claim.what {
        Stated::Pay(pay) if pay.statistic => {
            let newest = facts.newest(claim, Measured::Median).cloned();
            Verdict::certain(Evidence::Undated { pay: true, newest })
        }
        Stated::Outlook(outlook) if outlook.percent.is_some() => {
            let newest = facts.newest(claim, Measured::Growth).cloned();
            Verdict::of(
                claim.about.is_some(),
                Evidence::Undated { pay: false, newest },
            )
        }
        _ => None,
    }
}
