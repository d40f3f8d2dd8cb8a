//! A figure over time in one short line, with its ends in words.

use super::{is_floor, labelled};
use crate::render::wrap::{Lines, Word};
use crate::report::picture::{Bar, Series};

/// From the lowest to the highest.
const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Stands for a number that is only known to be a floor.
const FLOOR: char = '^';

pub fn draw(series: &Series, room: usize) -> Option<String> {
    let number = |bar: &Bar| {
        let known = bar.figure.value.filter(|_| !is_floor(&bar.figure));
        known.map(|number| number.0)
    };
    let (first, last) = (series.points.first()?, series.points.last()?);
    let by_number = |a: &&Bar, b: &&Bar| {
        number(a)
            .partial_cmp(&number(b))
            .unwrap_or(std::cmp::Ordering::Equal)
    };
    let known = || series.points.iter().filter(|bar| number(bar).is_some());
    let (lowest, highest) = (known().min_by(by_number)?, known().max_by(by_number)?);
    let (low, high) = (number(lowest)?, number(highest)?);
    let sign = |bar: &Bar| match number(bar) {
        Some(number) if high > low => {
            // From 0 to 7, so the cast is exact.
            let level = ((number - low) / (high - low) * 7.0).round() as usize;
            LEVELS.get(level).copied().unwrap_or(' ')
        }
        Some(_) => '▄',
        None if is_floor(&bar.figure) => FLOOR,
        None => ' ',
    };
    // Twice each, since one is too thin to be seen.
    let signs: String = series
        .points
        .iter()
        .flat_map(|bar| [sign(bar); 2])
        .collect();
    let title = labelled(&series.title, &first.figure);
    let said = |bar: &Bar| format!("{} ({})", bar.figure.text(), bar.label);
    let ends = format!("lowest {}, highest {}", said(lowest), said(highest));
    let untold = series.points.iter().filter(|bar| number(bar).is_none());
    let untold = untold.map(|bar| format!("; {}: {}", bar.label, bar.figure.text()));
    let untold: String = untold.collect();
    let before = format!("{title}, {} to {}:", first.label, last.label);
    let after = format!("{ends}{untold}");
    // The signs are one word: what is not known is blank in them.
    let mut lines = Lines::default();
    let filling = lines.fill(room, "", "").text(&before);
    filling.words([Word::of(&signs)]).text(&after).end();
    Some(lines.into_text())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Measure;
    use crate::report::figure::{Figure, Unit};
    use std::sync::Arc;

    #[test]
    fn a_year_without_a_number_is_blank_and_a_floor_is_no_level() {
        let point = |label: &str, measure| Bar {
            label: label.to_owned(),
            figure: Figure::new(measure, Unit::DollarsPerYear, &Arc::default()),
        };
        let series = Series {
            title: "Pay".to_owned(),
            points: vec![
                point("2020", Measure::Value(50_000.0)),
                point("2021", Measure::NotPublished),
                point("2022", Measure::AtLeast(239_200.0)),
                point("2023", Measure::Value(60_000.0)),
            ],
        };
        let said = "lowest $50,000 (2020), highest $60,000 (2023); 2021: not published; 2022: at least $239,200";
        assert_eq!(
            draw(&series, 200),
            Some(format!("Pay, 2020 to 2023: ▁▁  ^^██ {said}\n"))
        );
    }
}
