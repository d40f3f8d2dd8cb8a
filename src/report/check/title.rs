//! What a rule finds, in as few words as stand beside a caret.

use crate::analysis::check::Rule;

/// The title of what a rule finds: `an older official figure`.
pub fn title(rule: &Rule) -> &'static str {
    match rule.name {
        "retired-certification" => "a retired certification",
        "superseded-figure" => "an older official figure",
        "wrong-period" => "a figure of another time",
        "borrowed-figure" => "a figure of another occupation",
        "superseded-edition" => "an older projection",
        "sign-change" => "the outlook has turned",
        "undated-figure" => "a figure without its time",
        "not-a-certification" => "a degree, not a certification",
        "range-called-median" => "a range, not a median",
        _ => rule.finds,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::RULES;

    #[test]
    fn every_rule_has_a_title_that_stands_beside_a_caret() {
        for rule in RULES {
            let title = title(rule);
            assert!(title.len() <= 30 && title != rule.finds, "{}", rule.name);
        }
    }
}
