//! Figures side by side: pay and outlook, and what keeps them from being subtracted.

use super::{all, row, section};
use crate::analysis::difference::{Difference, of_growth, of_median_pay};
use crate::analysis::reading::Reading;
use crate::model::Label;
use crate::report::figure::{Figure, Number, grouped};
use crate::report::page::{Cell, Entry, Row, Section, Tone};
use crate::report::picture::{Bar, Picture, Spread};
use crate::report::profile::{Pay, Profile, Projected, Wages};
use crate::report::section::SectionId;

/// What keeps a role's figures from being set beside the others' without a word, if anything does.
fn mark(
    profiles: &[Profile],
    position: usize,
    period: impl Fn(&Reading) -> Option<String>,
) -> Option<String> {
    let own = profiles.get(position)?;
    let reading = own.preferred()?;
    let mut remarks = Vec::new();
    if reading.fit().is_stand_in() {
        remarks.push(format!("stand-in: {}", reading.fit().label()));
    }
    let others = profiles
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != position);
    let others: Vec<_> = others
        .filter_map(|(_, other)| Some((other, other.preferred()?)))
        .collect();
    let sharing: Vec<_> = others
        .iter()
        .filter(|(_, other)| other.occupation.soc == reading.occupation.soc)
        .map(|(other, _)| other.title.as_str())
        .collect();
    if !sharing.is_empty() {
        remarks.push(format!("same occupation as {}", sharing.join(", ")));
    }
    if others
        .iter()
        .any(|(_, other)| period(other) != period(reading))
    {
        remarks.push("other period than its neighbours".to_owned());
    }
    (!remarks.is_empty()).then(|| remarks.join("; "))
}

/// A figure in a cell: in full with its remark in the row that leads, in short in the others.
fn cell(figure: &Figure, leads: bool, mark: &Option<String>) -> Cell<'static> {
    let mark = match mark {
        Some(mark) if leads => format!(" ({mark})"),
        _ if figure.is_stand_in() => " (stand-in)".to_owned(),
        _ => String::new(),
    };
    let period = figure
        .period_text()
        .map_or_else(String::new, |period| format!(", {period}"));
    Cell::one(Entry::of(
        format!("{}{period}{mark}", figure.text()),
        figure.clone(),
    ))
}

/// A row of figures. They are the same where value, period and occupation are, whatever stands beside them.
fn figure_row(
    item: &str,
    label: &str,
    figures: &[&Figure],
    leads: bool,
    marks: &[Option<String>],
) -> Row<'static> {
    let cells = figures
        .iter()
        .zip(marks)
        .map(|(figure, mark)| cell(figure, leads, mark));
    let key = |figure: &Figure| {
        (
            figure.value.map(|number| number.0),
            figure.status,
            figure.origin.period.clone(),
            figure.origin.occupation.clone(),
        )
    };
    let same = figures.windows(2).all(|pair| match pair {
        [a, b] => key(a) == key(b),
        _ => true,
    });
    Row::judged(item, label, cells.collect(), same)
}

/// One way to take a figure out of a part.
type Take<T> = fn(&T) -> &Figure;

pub fn pay<'a>(profiles: &'a [Profile], base: usize) -> Option<Section<'a>> {
    let parts = all(profiles, |profile| profile.pay.as_ref())?;
    let period = |reading: &Reading| reading.newest_pay().map(|pay| pay.year.to_string());
    let marks: Vec<_> = (0..profiles.len())
        .map(|position| mark(profiles, position, period))
        .collect();
    let figures: [(&str, &str, Take<Wages>); 7] = [
        ("median", "Median a year", |wages| &wages.median),
        ("p10", "10th percentile", |wages| &wages.p10),
        ("p25", "25th percentile", |wages| &wages.p25),
        ("p75", "75th percentile", |wages| &wages.p75),
        ("p90", "90th percentile", |wages| &wages.p90),
        ("mean", "Mean", |wages| &wages.mean),
        ("jobs", "Jobs", |wages| &wages.jobs),
    ];
    let mut rows: Vec<_> = figures
        .iter()
        .map(|(item, label, take)| {
            let figures: Vec<_> = parts.iter().map(|pay| take(&pay.preferred)).collect();
            figure_row(item, label, &figures, *item == "median", &marks)
        })
        .collect();
    let medians: Vec<_> = parts.iter().map(|pay| &pay.preferred.median).collect();
    rows.extend(difference_row(
        profiles,
        base,
        &medians,
        of_median_pay,
        |difference| {
            let sign = if difference < 0.0 { "-" } else { "+" };
            format!("{sign}${}", grouped(difference.abs()))
        },
    ));
    rows.extend(other_readings(&parts, |pay: &Pay| &pay.other_readings, |wages| {
        let (code, title, fit) = (&wages.occupation, &wages.occupation_title, wages.fit.label());
        let (median, period) = (wages.median.text(), wages.median.period_text().unwrap_or_default());
        let (low, high) = (wages.p10.text(), wages.p90.text());
        let text = format!("{median} median ({low} at the 10th, {high} at the 90th percentile), {period}: {title} ({code}), {fit}");
        Entry::of(text, wages.median.clone())
    }));
    let spreads = profiles.iter().zip(&parts).map(|(profile, pay)| Spread {
        label: profile.title.clone(),
        p10: pay.preferred.p10.clone(),
        p25: pay.preferred.p25.clone(),
        median: pay.preferred.median.clone(),
        p75: pay.preferred.p75.clone(),
        p90: pay.preferred.p90.clone(),
    });
    Some(Section {
        picture: Some(Picture::Spreads(spreads.collect())),
        ..section(SectionId::Pay, SectionId::Pay.label(), profiles, rows)
    })
}

pub fn outlook<'a>(profiles: &'a [Profile], base: usize) -> Option<Section<'a>> {
    let parts = all(profiles, |profile| profile.outlook.as_ref())?;
    let period = |reading: &Reading| {
        reading
            .newest_outlook()
            .map(|outlook| outlook.edition.to_string())
    };
    let marks: Vec<_> = (0..profiles.len())
        .map(|position| mark(profiles, position, period))
        .collect();
    let figures: [(&str, &str, Take<Projected>); 5] = [
        ("growth", "Growth in ten years", |projected| {
            &projected.growth
        }),
        ("openings", "Openings a year", |projected| {
            &projected.openings
        }),
        ("jobs-start", "Jobs at the start", |projected| {
            &projected.jobs_start
        }),
        ("jobs-end", "Jobs at the end", |projected| {
            &projected.jobs_end
        }),
        ("change", "Jobs gained or lost", |projected| {
            &projected.change
        }),
    ];
    let mut rows: Vec<_> = figures
        .iter()
        .map(|(item, label, take)| {
            let figures: Vec<_> = parts
                .iter()
                .map(|outlook| take(&outlook.preferred))
                .collect();
            figure_row(item, label, &figures, *item == "growth", &marks)
        })
        .collect();
    let growths: Vec<_> = parts
        .iter()
        .map(|outlook| &outlook.preferred.growth)
        .collect();
    rows.extend(difference_row(
        profiles,
        base,
        &growths,
        of_growth,
        |difference| format!("{difference:+.1} points"),
    ));
    rows.push(row("reasons", "Why", &parts, |outlook| {
        let reasons = outlook.reasons.iter().map(|reason| {
            let stand_in = if outlook.preferred.fit.is_stand_in() {
                "; stand-in"
            } else {
                ""
            };
            Entry::cited(
                format!("{} ({}{stand_in})", reason.text, reason.industry),
                std::slice::from_ref(&reason.source),
            )
        });
        Cell::all(reasons.collect(), "BLS gives no reason")
    }));
    rows.extend(other_readings(
        &parts,
        |outlook| &outlook.other_readings,
        |projected| {
            let (code, title, fit) = (
                &projected.occupation,
                &projected.occupation_title,
                projected.fit.label(),
            );
            let (growth, period) = (
                projected.growth.text(),
                projected.growth.period_text().unwrap_or_default(),
            );
            let openings = projected.openings.text();
            let text =
                format!("{growth}, {openings} openings a year, {period}: {title} ({code}), {fit}");
            Entry::of(text, projected.growth.clone())
        },
    ));
    let bars = profiles.iter().zip(&growths).map(|(profile, growth)| Bar {
        label: profile.title.clone(),
        figure: (*growth).clone(),
    });
    Some(Section {
        picture: Some(Picture::Bars(bars.collect())),
        ..section(
            SectionId::Outlook,
            SectionId::Outlook.label(),
            profiles,
            rows,
        )
    })
}

/// The differences against the base, or why none is computed. None for a role alone.
fn difference_row(
    profiles: &[Profile],
    base: usize,
    figures: &[&Figure],
    difference: impl Fn(&Reading, &Reading) -> Difference,
    text: impl Fn(f64) -> String,
) -> Option<Row<'static>> {
    let base_profile = profiles.get(base)?;
    let base_reading = base_profile.preferred()?;
    let against = base_profile.title.as_str();
    let cells = profiles
        .iter()
        .zip(figures)
        .enumerate()
        .map(|(position, (profile, figure))| {
            let words = match profile
                .preferred()
                .map(|reading| difference(base_reading, reading))
            {
                _ if position == base => "the base".to_owned(),
                Some(Difference::Computed(number)) => {
                    // One decimal is all that either figure has.
                    let number = (number * 10.0).round() / 10.0;
                    let value = Some(Number(number));
                    let difference = Figure {
                        value,
                        status: "computed",
                        ..(*figure).clone()
                    };
                    return Cell::one(Entry::of(text(number), difference));
                }
                Some(Difference::SameOccupation) => {
                    "not computed: one occupation measures both".to_owned()
                }
                Some(Difference::StandIn {
                    base: true,
                    other: true,
                }) => "not computed: both are stand-ins".to_owned(),
                Some(Difference::StandIn { base: true, .. }) => {
                    format!("not computed: {against} has only a stand-in")
                }
                Some(Difference::StandIn { .. }) => {
                    "not computed: measured by a stand-in".to_owned()
                }
                Some(Difference::PeriodsDiffer) => "not computed: other period or area".to_owned(),
                Some(Difference::NoFigure) | None => "not computed: no exact figure".to_owned(),
            };
            Cell::one(Entry::plain(words).toned(Tone::Muted))
        });
    let cells = cells.collect();
    let same = profiles.iter().all(|profile| profile.id == base_profile.id);
    (profiles.len() > 1)
        .then(|| Row::judged("difference", format!("Against {against}"), cells, same))
}

/// What the preferred readings leave out, with its figures; none where no role has another reading.
fn other_readings<'a, P, T: 'a>(
    parts: &[&'a P],
    others: impl Fn(&'a P) -> &'a Vec<T>,
    entry: impl Fn(&'a T) -> Entry<'a>,
) -> Option<Row<'a>> {
    let any = parts.iter().any(|part| !others(part).is_empty());
    any.then(|| {
        row("other-readings", "Other readings", parts, |part| {
            Cell::all(others(part).iter().map(&entry).collect(), "none")
        })
    })
}
