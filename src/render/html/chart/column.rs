//! A figure over time as columns. Each stands at its year, so that what is not at hand between leaves a gap.

use super::label::{LINE, Room};
use super::told::{Told, told};
use super::{Percent, drawn, is_floor, signs, value};
use crate::report::Figure;
use crate::report::picture::{Bar, Series};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The height of a chart, in pixels, and the room that is kept above and below its columns for words.
const HEIGHT: u32 = 140;
const ABOVE: f64 = 26.0;
const BELOW: f64 = 24.0;
/// The base line of the periods below the columns.
pub const FOOT: f64 = HEIGHT as f64 - 5.0;
/// The most places that a series may spread over for each of its points; beyond, gaps are not drawn to scale.
const SPARSE: usize = 4;

/// The values of a series and zero, from the lowest to the highest.
pub struct Range {
    low: f64,
    high: f64,
}

impl Range {
    fn over(values: impl Iterator<Item = f64>) -> Option<Self> {
        let values: Vec<f64> = values.collect();
        let range = Self {
            low: values.iter().copied().fold(0.0, f64::min),
            high: values.iter().copied().fold(0.0, f64::max),
        };
        (!values.is_empty()).then_some(range)
    }

    /// How far from the top a value stands, in pixels.
    fn level(&self, value: f64) -> f64 {
        // A column below zero has its value under it.
        let below = if self.low < 0.0 { BELOW + LINE } else { BELOW };
        let bottom = f64::from(HEIGHT) - below;
        let span = self.high - self.low;
        let share = if span > 0.0 {
            (value - self.low) / span
        } else {
            0.0
        };
        rounded(bottom - share * (bottom - ABOVE))
    }
}

/// A length to a tenth of a pixel.
fn rounded(pixels: f64) -> f64 {
    (pixels * 10.0).round() / 10.0
}

/// A series as columns, the oldest at the left.
pub fn draw(series: &Series) -> Markup {
    let figures: Vec<_> = series.points.iter().map(|point| &point.figure).collect();
    let Some(range) = Range::over(figures.iter().filter_map(|figure| value(figure))) else {
        return Markup::default();
    };
    let slots = slots(&series.points);
    let told = told(&series.points, &slots, &range);
    let said = series.points.iter().map(|point| {
        let figure = &point.figure;
        format!("{} {}", point.label, figure.text())
    });
    let said: Vec<_> = said.collect();
    let gaps = slots.values().any(Option::is_none);
    let width = 100.0 / slots.len() as f64;
    html! {
        figure.chart {
            figcaption {
                (super::seen(&series.title)) ", the oldest at the left."
                @if gaps { " A gap: none at hand." }
                @for sign in signs(&figures) { " " (sign) }
            }
            svg.columns role="img" width="100%" height=(HEIGHT) {
                title { (super::seen(&series.title)) ": " (super::seen(&said.join(", "))) }
                line.zero x1="0" x2="100%" y1=(range.level(0.0)) y2=(range.level(0.0)) {}
                @for (slot, point) in slots.values().enumerate() {
                    @let middle = Percent((slot as f64 + 0.5) * width);
                    @if let Some(position) = point {
                        @if let Some(point) = series.points.get(*position) {
                            (column(point, middle, width, &range, told.get(*position)))
                        }
                    } @else {
                        (upright("none at hand", middle, &range))
                    }
                }
            }
        }
    }
}

/// The places along the time, each with the point that stands there; a year without a point is a place without one.
fn slots(points: &[Bar]) -> BTreeMap<usize, Option<usize>> {
    let years: Vec<usize> = points
        .iter()
        .filter_map(|point| year(&point.figure))
        .collect();
    let rising = years.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
    let (first, last) = (years.first().copied(), years.last().copied());
    match first.zip(last) {
        Some((first, last))
            if rising && years.len() == points.len() && last - first < points.len() * SPARSE =>
        {
            let place = |year| (year, years.iter().position(|other| *other == year));
            (first..=last).map(place).collect()
        }
        _ => (0..points.len())
            .map(|position| (position, Some(position)))
            .collect(),
    }
}

/// The year in which a figure's period begins.
fn year(figure: &Figure) -> Option<usize> {
    figure.origin.period.as_deref()?.get(..4)?.parse().ok()
}

/// Where the value of a column stands: outside its end. A floor has an arrow there, so its value keeps a distance.
pub fn beside(figure: &Figure, number: f64, range: &Range) -> f64 {
    let end = range.level(number);
    rounded(match (number < 0.0, is_floor(figure)) {
        (true, _) => end + LINE,
        (false, true) => end - LINE,
        (false, false) => end - 4.0,
    })
}

/// One point: its column, its value outside the column's end, its period at the foot.
fn column(point: &Bar, middle: Percent, slot: f64, range: &Range, told: Option<&Told>) -> Markup {
    let figure = &point.figure;
    let foot = told.and_then(|told| Some((class(told.period, "")?, &point.label)));
    let foot = html! {
        @if let Some((class, label)) = foot {
            text class=[class] x=(middle) y=(FOOT) text-anchor="middle" { (super::seen(label)) }
        }
    };
    let Some(number) = value(figure) else {
        return html! { (upright(&figure.text(), middle, range)) (foot) };
    };
    let (zero, end) = (range.level(0.0), range.level(number));
    let half = slot * 0.28;
    let (left, width) = (Percent(middle.0 - half), Percent(2.0 * half));
    let class = drawn(figure);
    let value = told.and_then(|told| self::class(told.value, "value"));
    html! {
        @if number == 0.0 {
            line.nought x1=(left) x2=(Percent(middle.0 + half)) y1=(zero) y2=(zero) {}
        } @else {
            rect.{ "bar " (class) } x=(left) width=(width) y=(zero.min(end)) height=(rounded((zero - end).abs())) {}
        }
        @if is_floor(figure) {
            svg.{ "arrow " (class) } x=(middle) y=(end) width="1" height="1" overflow="visible" {
                path d="M-6 -2 L0 -9 L6 -2" {}
            }
        }
        @if let Some(value) = value {
            text class=[value] x=(middle) y=(beside(figure, number, range)) text-anchor="middle" {
                (value_text(figure))
            }
        }
        (foot)
    }
}

/// The class of words that have so much room; none where they have none.
fn class(room: Room, own: &'static str) -> Option<Option<String>> {
    match room {
        Room::Always => Some((!own.is_empty()).then(|| own.to_owned())),
        Room::Wide => Some(Some(format!("{own} roomy").trim().to_owned())),
        Room::Never => None,
    }
}

/// A value as short as a column is narrow.
pub fn value_text(figure: &Figure) -> String {
    figure.text().replace("at least ", "≥ ")
}

/// Words that stand upright where a column would.
fn upright(text: &str, middle: Percent, range: &Range) -> Markup {
    html! {
        svg x=(middle) y=(rounded(range.level(0.0) - 6.0)) width="1" height="1" overflow="visible" {
            text.said transform="rotate(-90)" x="0" y="4" { (text) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Unit;
    use crate::report::figure::{Number, Origin};
    use std::sync::Arc;

    fn point(period: &str, value: Option<f64>, status: &'static str) -> Bar {
        Bar {
            label: period.to_owned(),
            figure: Figure {
                value: value.map(Number),
                unit: Unit::DollarsPerYear,
                status,
                origin: Arc::new(Origin {
                    period: Some(period.to_owned()),
                    ..Origin::default()
                }),
            },
        }
    }

    fn drawn_as_text(points: Vec<Bar>) -> String {
        let title = "Median pay".to_owned();
        draw(&Series { title, points }).into_string()
    }

    #[test]
    fn a_year_that_is_not_at_hand_leaves_a_gap() {
        let points = [("2018-28", 1.0), ("2021-31", 2.0)]
            .map(|(period, value)| point(period, Some(value), "published"));
        let places: Vec<_> = slots(&points).into_iter().collect();
        let expected = [(2018, Some(0)), (2019, None), (2020, None), (2021, Some(1))];
        assert_eq!(places, expected);
        assert!(drawn_as_text(points.to_vec()).contains("A gap: none at hand."));
    }

    #[test]
    fn what_has_no_value_is_said_and_a_zero_is_drawn() {
        let zero = point("2021-05", Some(0.0), "published");
        let suppressed = point("2022-05", None, "suppressed");
        let full = point("2023-05", Some(9.0), "published");
        let text = drawn_as_text(vec![zero, suppressed, full]);
        assert_eq!(text.matches("<rect").count(), 1, "{text}");
        assert_eq!(text.matches("class=\"nought\"").count(), 1, "{text}");
        assert!(text.contains(">suppressed</text>"), "{text}");
    }

    #[test]
    fn a_floor_is_open() {
        let points = vec![
            point("2021-05", Some(9.0), "at-least"),
            point("2022-05", Some(9.0), "published"),
        ];
        let text = drawn_as_text(points);
        assert!(text.contains("≥ $9"), "{text}");
        assert_eq!(text.matches("class=\"arrow").count(), 1, "{text}");
        assert!(text.contains("An arrow: at least so much."), "{text}");
    }

    #[test]
    fn a_crowd_names_its_ends_and_extremes() {
        let values = [5.0, 6.0, 9.0, 7.0, 7.0, 1.0, 6.0, 6.0, 6.0, 6.0];
        let points: Vec<_> = values
            .iter()
            .zip(2010..)
            .map(|(value, year)| point(&format!("{year}-05"), Some(*value), "published"))
            .collect();
        let text = drawn_as_text(points);
        for year in 2010..2020 {
            let named = [2010, 2012, 2015, 2019].contains(&year);
            assert_eq!(
                text.contains(&format!(">{year}-05</text>")),
                named,
                "{year}: {text}"
            );
        }
    }
}
