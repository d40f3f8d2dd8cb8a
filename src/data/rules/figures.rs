//! Rules on figures: order, agreement, scales, and where claimed figures come from.

use super::super::problem::{Address, Kind};
use super::{Findings, Judged};
use crate::model::{ClaimedMeasure, Measure, Projection};
use std::collections::BTreeSet;

pub(super) fn percentiles(judged: Judged<'_>, findings: &mut Findings) {
    let collection = judged.items;
    for (item, occupation) in collection.occupations.iter().enumerate() {
        for (position, year) in occupation.pay.iter().enumerate() {
            let own = Address::of(Kind::Occupation, item).at("pay").at(position);
            let ladder = [
                ("p10", year.p10),
                ("p25", year.p25),
                ("median", year.median),
                ("p75", year.p75),
                ("p90", year.p90),
            ];
            let known: Vec<_> = ladder
                .iter()
                .filter_map(|(key, step)| Some((*key, step.number()?)))
                .collect();
            for pair in known.windows(2) {
                let [(lower_key, lower), (upper_key, upper)] = pair else {
                    continue;
                };
                if lower > upper {
                    findings.add(
                        own.at(*upper_key),
                        format!("{upper_key} of {upper} is below {lower_key} of {lower}"),
                        format!("check both against the file of May {}", year.year),
                    );
                }
            }
        }
    }
}

pub(super) fn growth(judged: Judged<'_>, findings: &mut Findings) {
    let collection = judged.items;
    for (item, occupation) in collection.occupations.iter().enumerate() {
        for (position, projection) in occupation.outlook.iter().enumerate() {
            let own = Address::of(Kind::Occupation, item)
                .at("outlook")
                .at(position);
            let (Some(start), Some(end)) =
                (projection.jobs_start.value(), projection.jobs_end.value())
            else {
                continue;
            };
            if start <= 0.0 {
                findings.add(
                    own.at("jobs_start"),
                    "no jobs at the start",
                    "give thousands of jobs, above zero",
                );
                continue;
            }
            if let Some(change) = projection
                .change
                .value()
                .filter(|change| (end - start - change).abs() > 0.16)
            {
                findings.add(
                    own.at("change"),
                    format!(
                        "a change of {change} thousand, where {start} to {end} is {:.1}",
                        end - start
                    ),
                    "check change and both job counts against the edition",
                );
            }
            let implied = (end / start - 1.0) * 100.0;
            if let Some(stated) = projection.growth.value()
                && (implied - stated).abs() > rounding(projection, start, end, stated)
            {
                findings.add(
                    own.at("growth"),
                    format!("growth of {stated} percent, where {start} to {end} thousand jobs is {implied:.1}"),
                    "check growth and both job counts against the edition",
                );
            }
        }
    }
}

/// How far rounding alone can set stated growth apart from that of the job counts, in points.
///
/// Job counts are rounded to 0.1 thousand; growth to 0.1, or to a whole percent where a note says so.
fn rounding(projection: &Projection, start: f64, end: f64, stated: f64) -> f64 {
    let printed_whole = projection.note.is_some() && stated.fract() == 0.0;
    let of_growth = if printed_whole { 0.5 } else { 0.05 };
    of_growth + 0.05 / start * (1.0 + end / start) * 100.0 + 1e-9
}

pub(super) fn series(judged: Judged<'_>, findings: &mut Findings) {
    let collection = judged.items;
    for (item, occupation) in collection.occupations.iter().enumerate() {
        let own = Address::of(Kind::Occupation, item);
        let (mut years, mut editions) = (BTreeSet::new(), BTreeSet::new());
        for (position, pay) in occupation.pay.iter().enumerate() {
            if !years.insert(pay.year) {
                findings.add(
                    own.at("pay").at(position).at("year"),
                    format!("the year {} is given twice", pay.year),
                    "keep one of the two",
                );
            }
        }
        for (position, projection) in occupation.outlook.iter().enumerate() {
            if !editions.insert(&projection.edition) {
                findings.add(
                    own.at("outlook").at(position).at("edition"),
                    format!("the edition {} is given twice", projection.edition),
                    "keep one of the two",
                );
            }
        }
    }
}

pub(super) fn scales(judged: Judged<'_>, findings: &mut Findings) {
    let collection = judged.items;
    for (item, occupation) in collection.occupations.iter().enumerate() {
        for (position, profile) in occupation.onet.iter().enumerate() {
            let own = Address::of(Kind::Occupation, item).at("onet").at(position);
            if !(1..=5).contains(&profile.job_zone) {
                findings.add(
                    own.at("job_zone"),
                    format!("there is no job zone {}", profile.job_zone),
                    "give 1 to 5",
                );
            }
            let education = profile
                .education
                .iter()
                .map(|share| ("education", share.percent));
            let experience = profile
                .experience
                .iter()
                .map(|share| ("experience", share.percent));
            for (key, percent) in education.chain(experience) {
                if !(0.0..=100.0).contains(&percent) {
                    findings.add(
                        own.at(key),
                        format!("{percent} percent of respondents"),
                        "give 0 to 100",
                    );
                }
            }
            if profile.ratings.is_empty() != profile.rated.is_none() {
                findings.add(
                    own.at("rated"),
                    "ratings and their date go together",
                    "give both, or neither",
                );
            }
            for (element, rating) in &profile.ratings {
                let scales = [
                    ("importance", rating.importance, 1.0, 5.0),
                    ("level", rating.level, 0.0, 7.0),
                ];
                for (key, measure, least, most) in scales {
                    if measure
                        .number()
                        .is_some_and(|number| !(least..=most).contains(&number))
                    {
                        findings.add(
                            own.at("ratings").at(element.as_str()).at(key),
                            format!(
                                "{key} of {} is off its scale",
                                measure.number().unwrap_or_default()
                            ),
                            format!("give {least} to {most}"),
                        );
                    }
                }
            }
        }
    }
}

/// Figures within what there can be: wages and counts from zero up, growth from the loss of every job.
pub(super) fn ranges(judged: Judged<'_>, findings: &mut Findings) {
    /// Dollars a year; the highest wage that OEWS prints is far below.
    const MOST_PAID: f64 = 10_000_000.0;
    /// More jobs than there are people.
    const MOST_JOBS: f64 = 10_000_000_000.0;
    /// Percent over ten years.
    const MOST_GROWTH: f64 = 1_000.0;
    let mut within = |address: Address, measure: Measure, least: f64, most: f64| {
        let number = measure.number();
        if let Some(number) = number.filter(|number| !(least..=most).contains(number)) {
            let hint = format!("give {least} to {most}, or \"unknown\"");
            findings.add(
                address,
                format!("there can be no such figure as {number}"),
                hint,
            );
        }
    };
    for (item, occupation) in judged.items.occupations.iter().enumerate() {
        let own = Address::of(Kind::Occupation, item);
        for (position, year) in occupation.pay.iter().enumerate() {
            let own = own.at("pay").at(position);
            let wages = [
                ("median", year.median),
                ("p10", year.p10),
                ("p25", year.p25),
                ("p75", year.p75),
                ("p90", year.p90),
                ("mean", year.mean),
            ];
            for (key, wage) in wages {
                within(own.at(key), wage, 0.0, MOST_PAID);
            }
            within(own.at("jobs"), year.jobs, 0.0, MOST_JOBS);
        }
        for (position, projection) in occupation.outlook.iter().enumerate() {
            let own = own.at("outlook").at(position);
            let thousands = MOST_JOBS / 1000.0;
            within(own.at("jobs_start"), projection.jobs_start, 0.0, thousands);
            within(own.at("jobs_end"), projection.jobs_end, 0.0, thousands);
            within(own.at("openings"), projection.openings, 0.0, thousands);
            within(own.at("change"), projection.change, -thousands, thousands);
            within(own.at("growth"), projection.growth, -100.0, MOST_GROWTH);
        }
    }
}

pub(super) fn readings(judged: Judged<'_>, findings: &mut Findings) {
    let collection = judged.items;
    for (item, role) in collection.roles.iter().enumerate() {
        let list = Address::of(Kind::Role, item).at("measured_by");
        if role.measured_by.is_empty() {
            findings.add(
                list.clone(),
                format!("{} is measured by no occupation", role.id),
                "name at least one under [[measured_by]], as a proxy if need be",
            );
        }
        for (position, reading) in role.measured_by.iter().enumerate() {
            let occupation = judged.known.occupation(&reading.occupation);
            if occupation.is_some_and(|occupation| {
                occupation.pay.is_empty() || occupation.outlook.is_empty()
            }) {
                findings.add(
                    list.at(position).at("occupation"),
                    format!("{} has no pay or no outlook", reading.occupation),
                    "measure the role by an occupation that has both",
                );
            }
        }
    }
}

pub(super) fn claimed_figures(judged: Judged<'_>, findings: &mut Findings) {
    let collection = judged.items;
    for (item, claim) in collection.claims.iter().enumerate() {
        let Some(figure) = &claim.figure else {
            continue;
        };
        let Some(occupation) = judged.known.occupation(&figure.occupation) else {
            continue;
        };
        let official = match figure.measure {
            ClaimedMeasure::Median => {
                let year = occupation
                    .pay
                    .iter()
                    .find(|pay| figure.actual_year() == Some(pay.year));
                year.map_or(Measure::Unknown, |pay| pay.median)
            }
            ClaimedMeasure::Growth => {
                let edition = occupation
                    .outlook
                    .iter()
                    .find(|outlook| outlook.edition.as_str() == figure.actual);
                edition.map_or(Measure::Unknown, |outlook| outlook.growth)
            }
        };
        let agrees = official
            .value()
            .is_some_and(|official| official == figure.value || official.round() == figure.value);
        if !agrees {
            findings.add(
                Address::of(Kind::Claim, item).at("figure").at("value"),
                format!(
                    "{} is not in the series of {} at {}",
                    figure.value, figure.occupation, figure.actual
                ),
                "correct the value, the occupation or the actual year or edition",
            );
        }
    }
}
