//! What a check of several texts came to.

use super::Finding;
use crate::analysis::check::RULES;
use serde::{Serialize, Serializer};

/// What was checked and what came of it.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Summary {
    pub checked: Checked,
    /// How often each rule found something, in the order of the manual; rules that found nothing are left out.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(test, schemars(with = "std::collections::BTreeMap<String, u64>"))]
    pub by_rule: Vec<(&'static str, u64)>,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
    /// Whether it ended before the end, because there were as many findings as were asked for.
    pub stopped_early: bool,
}

/// How much was checked.
#[derive(Debug, Clone, Copy, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Checked {
    /// Files that could be read to their end.
    pub files: u64,
    /// Records of JSON Lines; null where texts were no records.
    pub records: Option<u64>,
    /// Records that held no text to check.
    pub passed_over: u64,
    /// Findings that leave some doubt and were not asked for.
    pub uncertain_left_out: u64,
}

/// A file that could not be read, or not to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Unreadable {
    /// As it was named.
    pub file: String,
    /// Why.
    pub reason: String,
}

impl Checked {
    /// Adds what was checked elsewhere.
    pub fn add(&mut self, more: Self) {
        self.files += more.files;
        self.passed_over += more.passed_over;
        self.uncertain_left_out += more.uncertain_left_out;
        if let Some(records) = more.records {
            *self.records.get_or_insert(0) += records;
        }
    }
}

impl Summary {
    /// Counts a finding.
    pub fn count(&mut self, finding: &Finding) {
        let rank = |name: &str| RULES.iter().position(|rule| rule.name == name);
        let counted = self.by_rule.iter_mut();
        match counted.into_iter().find(|(rule, _)| *rule == finding.rule) {
            Some((_, count)) => *count += 1,
            None => {
                self.by_rule.push((finding.rule, 1));
                self.by_rule.sort_by_key(|(rule, _)| rank(rule));
            }
        }
    }

    /// How many findings there are.
    pub fn findings(&self) -> u64 {
        self.by_rule.iter().map(|(_, count)| count).sum()
    }

    /// Whether anything could not be read.
    pub fn is_incomplete(&self) -> bool {
        !self.unreadable.is_empty() || self.checked.passed_over > 0
    }

    /// All of it in a sentence or two: `6 findings in 1 file: 4 superseded-figure, 2 wrong-period.`
    pub fn sentence(&self) -> String {
        let Checked {
            files,
            records,
            passed_over,
            uncertain_left_out,
        } = self.checked;
        let all = match self.findings() {
            0 => "No findings".to_owned(),
            many => counted(many, "finding"),
        };
        let files = counted(files, "file");
        let mut text = match records {
            // Where it ended early, the last file is not checked to its end and was not counted.
            _ if self.stopped_early => all,
            Some(records) => format!("{all} in {} of {files}", counted(records, "record")),
            None => format!("{all} in {files}"),
        };
        let by_rule = self.by_rule.iter();
        let by_rule: Vec<_> = by_rule
            .map(|(rule, count)| format!("{count} {rule}"))
            .collect();
        if !by_rule.is_empty() {
            text.push_str(&format!(": {}", by_rule.join(", ")));
        }
        text.push('.');
        match uncertain_left_out {
            0 => {}
            1 => text.push_str(" 1 uncertain one is left out; --pedantic shows it."),
            many => text.push_str(&format!(
                " {many} uncertain ones are left out; --pedantic shows them."
            )),
        }
        if passed_over > 0 {
            text.push_str(&format!(" {} passed over.", counted(passed_over, "record")));
        }
        match self.unreadable.len() {
            0 => {}
            many => text.push_str(&format!(" {many} could not be read.")),
        }
        if self.stopped_early {
            text.push_str(" Stopped there; there may be more.");
        }
        text
    }
}

/// A number of things.
fn counted(number: u64, what: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {what}{s}")
}

fn as_map<S: Serializer>(counts: &[(&'static str, u64)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(counts.iter().map(|(rule, count)| (rule, count)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_reads_as_a_sentence() {
        let mut summary = Summary::default();
        summary.checked.add(Checked {
            files: 3,
            uncertain_left_out: 1,
            ..Checked::default()
        });
        assert_eq!(
            summary.sentence(),
            "No findings in 3 files. 1 uncertain one is left out; --pedantic shows it."
        );
        summary.by_rule = vec![("wrong-period", 1), ("sign-change", 2)];
        summary.checked = Checked {
            files: 1,
            records: Some(120),
            passed_over: 2,
            uncertain_left_out: 0,
        };
        assert_eq!(
            summary.sentence(),
            "3 findings in 120 records of 1 file: 1 wrong-period, 2 sign-change. 2 records passed over."
        );
        summary.stopped_early = true;
        summary.checked = Checked::default();
        assert_eq!(
            summary.sentence(),
            "3 findings: 1 wrong-period, 2 sign-change. Stopped there; there may be more."
        );
    }
}
