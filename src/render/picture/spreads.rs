//! Pay from the 10th to the 90th percentile, one line a role, all on one axis.

use super::axis::Axis;
use super::frame::Frame;
use super::{is_floor, labelled, shared_period};
use crate::report::figure::{Figure, grouped};
use crate::report::picture::Spread;

/// The percentiles by name, in the order of an axis.
fn percentiles(spread: &Spread) -> [(&'static str, &Figure); 5] {
    [
        ("10th percentile", &spread.p10),
        ("25th percentile", &spread.p25),
        ("median", &spread.median),
        ("75th percentile", &spread.p75),
        ("90th percentile", &spread.p90),
    ]
}

fn number(figure: &Figure) -> Option<f64> {
    figure.value.map(|number| number.0)
}

pub fn draw(spreads: &[Spread], frame: Frame) -> Option<String> {
    let period = shared_period(spreads.iter().map(|spread| &spread.median));
    let label = |spread: &Spread| match (&period, spread.median.period_text()) {
        (None, Some(own)) => labelled(&format!("{}, {own}", spread.label), &spread.median),
        _ => labelled(&spread.label, &spread.median),
    };
    let labels: Vec<_> = spreads.iter().map(label).collect();
    let frame = frame.labelled(labels.iter());
    let figures = || spreads.iter().flat_map(percentiles);
    let numbers = figures().filter_map(|(_, figure)| number(figure));
    let axis = Axis::over(numbers, frame.columns())?;
    let period = period.map_or_else(String::new, |period| format!(", {period}"));
    let pay = format!("Pay a year{period}:");
    let floors = figures().any(|(_, figure)| is_floor(figure));
    let signs = ["├ 10th percentile,", "━ 25th to 75th,", "╋ median,"];
    let ends = if floors {
        &["┤ 90th,", "> at least so much"][..]
    } else {
        &["┤ 90th"]
    };
    let legend = signs.iter().chain(ends).copied();
    let mut text = frame.phrases(std::iter::once(pay.as_str()).chain(legend));
    for (spread, label) in spreads.iter().zip(&labels) {
        text.push_str(&frame.line(label, &line(spread, axis, frame.columns())));
    }
    text.push_str(&axis.drawn(frame.label, |number| format!("${}", grouped(number))));
    for spread in spreads {
        if let Some(said) = said(spread) {
            text.push_str(&frame.words(&said));
        }
    }
    Some(text)
}

/// The signs of one role's line.
fn line(spread: &Spread, axis: Axis, columns: usize) -> String {
    let mut signs = vec![' '; columns];
    let at = |figure: &Figure| number(figure).map(|number| axis.column(number));
    let known = percentiles(spread).map(|(_, figure)| at(figure));
    let known = || known.iter().flatten().copied();
    let mut stretch = |from: Option<usize>, to: Option<usize>, sign: char| {
        if let (Some(from), Some(to)) = (from, to) {
            let stretch = signs.iter_mut().take(to + 1).skip(from);
            stretch.for_each(|place| *place = sign);
        }
    };
    stretch(known().min(), known().max(), '─');
    stretch(at(&spread.p25), at(&spread.p75), '━');
    let mut put = |figure: &Figure, sign: char| {
        if let Some(place) = at(figure).and_then(|column| signs.get_mut(column)) {
            *place = if is_floor(figure) { '>' } else { sign };
        }
    };
    put(&spread.p10, '├');
    put(&spread.p90, '┤');
    if is_floor(&spread.p75) {
        put(&spread.p75, '>');
    }
    put(&spread.median, '╋');
    signs.into_iter().collect()
}

/// What a line cannot show: percentiles without a number, and those that are only floors.
fn said(spread: &Spread) -> Option<String> {
    let untold = percentiles(spread).into_iter();
    let untold = untold.filter(|(_, figure)| figure.value.is_none() || is_floor(figure));
    let words: Vec<_> = untold
        .map(|(name, figure)| format!("{name} {}", figure.text()))
        .collect();
    (!words.is_empty()).then(|| format!("{}: {}.", spread.label, words.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fit, Measure};
    use crate::render::Settings;
    use crate::report::figure::{Origin, Unit};
    use std::sync::Arc;

    fn spread(label: &str, fit: Fit, measures: [Measure; 5]) -> Spread {
        let origin = Arc::new(Origin {
            period: Some("2025-05".into()),
            fit: Some(fit),
            ..Origin::default()
        });
        let [p10, p25, median, p75, p90] =
            measures.map(|measure| Figure::new(measure, Unit::DollarsPerYear, &origin));
        Spread {
            label: label.into(),
            p10,
            p25,
            median,
            p75,
            p90,
        }
    }

    fn drawn(spreads: &[Spread]) -> String {
        draw(spreads, Frame::new(64, Settings::default())).unwrap()
    }

    #[test]
    fn every_role_has_a_line_on_the_one_axis_and_a_stand_in_says_so() {
        let values = |values: [f64; 5]| values.map(Measure::Value);
        let text = drawn(&[
            spread("Clerk", Fit::Exact, values([2e4, 3e4, 4e4, 5e4, 8e4])),
            spread("Guard", Fit::Proxy, values([4e4, 5e4, 6e4, 7e4, 1e5])),
        ]);
        let expected = [
            "Pay a year, May 2025: ├ 10th percentile, ━ 25th to 75th,",
            "╋ median, ┤ 90th",
            "Clerk                      ├────━━━━╋━━━━━────────────┤",
            "Guard (stand-in)                    ├────━━━━╋━━━━─────────────┤",
            "                  ┴──────────────────────┴─────────────────────┴",
            "                  $0                  $50,000           $100,000",
        ];
        assert_eq!(text.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn floors_stay_open_and_what_is_missing_is_blank_and_said() {
        let floor = Measure::AtLeast(239_200.0);
        let text = drawn(&[spread(
            "Chief",
            Fit::Exact,
            [
                Measure::Suppressed,
                Measure::Value(1e5),
                Measure::Value(2e5),
                floor,
                floor,
            ],
        )]);
        let line = text
            .lines()
            .find(|line| line.starts_with("Chief "))
            .unwrap();
        assert!(
            !line.contains(['├', '┤', '─']) && line.ends_with('>'),
            "{text}"
        );
        assert!(
            text.replace('\n', " ").contains(
                "Chief: 10th percentile suppressed, 75th percentile at least $239,200, 90th percentile at least"
            ),
            "{text}"
        );
        let nothing = spread("None", Fit::Exact, [Measure::NotPublished; 5]);
        assert_eq!(draw(&[nothing], Frame::new(64, Settings::default())), None);
    }
}
