//! Pay from the 10th to the 90th percentile, all roles on one axis.

use super::{Axis, Percent, arrow, context, drawn, is_floor, strip, strips, value};
use crate::report::Figure;
use crate::report::picture::Spread;
use maud::{Markup, html};

/// The height of a strip, in pixels, and the line that its parts lie along.
const HEIGHT: u32 = 26;
const MIDDLE: u32 = HEIGHT / 2;

/// Spreads on one axis, one a role.
pub fn draw(spreads: &[Spread]) -> Markup {
    let figures: Vec<_> = spreads
        .iter()
        .flat_map(|spread| named(spread).map(|(_, figure)| figure))
        .collect();
    let axis = Axis::over(figures.iter().filter_map(|figure| value(figure)));
    let drawn = spreads.iter().map(|spread| {
        let drawing = draw_spread(spread, axis.as_ref());
        strip(&spread.label, &says(spread), &drawing)
    });
    let drawn: Vec<Markup> = drawn.collect();
    let caption = "Pay a year: the line runs from the 10th to the 90th percentile, the box holds the middle half, \
                   and the mark in it is the median.";
    strips(caption, &figures, &drawn, axis.as_ref())
}

/// The percentiles by name, from the lowest.
fn named(spread: &Spread) -> [(&'static str, &Figure); 5] {
    [
        ("10th percentile", &spread.p10),
        ("25th percentile", &spread.p25),
        ("median", &spread.median),
        ("75th percentile", &spread.p75),
        ("90th percentile", &spread.p90),
    ]
}

/// The median in words, and every other percentile that has no plain value.
fn says(spread: &Spread) -> String {
    let plain = |figure: &Figure| value(figure).is_some() && !is_floor(figure);
    let odd = named(spread)
        .into_iter()
        .filter(|(name, figure)| *name != "median" && !plain(figure));
    let odd: String = odd
        .map(|(name, figure)| format!("; {name} {}", figure.text()))
        .collect();
    let median = &spread.median;
    format!("median {}{}{odd}", median.text(), context(median))
}

/// One spread, as far as it has values.
fn draw_spread(spread: &Spread, axis: Option<&Axis>) -> Markup {
    let place = |figure: &Figure| Some(axis?.at(value(figure)?));
    let named = named(spread);
    let places: Vec<(Percent, &Figure)> = named
        .iter()
        .filter_map(|(_, figure)| Some((place(figure)?, *figure)))
        .collect();
    let (Some(axis), Some((low, _)), Some((high, highest))) = (axis, places.first(), places.last())
    else {
        return Markup::default();
    };
    let open = is_floor(highest);
    let class = drawn(&spread.median);
    let said: Vec<_> = named
        .iter()
        .map(|(name, figure)| format!("{name} {}", figure.text()))
        .collect();
    html! {
        svg role="img" width="100%" height=(HEIGHT) {
            title {
                (super::seen(&spread.label)) ": pay a year, " (said.join(", ")) (context(&spread.median))
            }
            (axis.grid(HEIGHT))
            line.{ "whisker " (class) } x1=(low) x2=(high) y1=(MIDDLE) y2=(MIDDLE) {}
            @if value(&spread.p10).is_some() { (end(*low)) }
            @if value(&spread.p90).is_some() && !open { (end(*high)) }
            @if let (Some(Percent(from)), Some(Percent(to))) = (place(&spread.p25), place(&spread.p75)) {
                rect.{ "box " (class) } x=(Percent(from)) width=(Percent(to - from)) y="5" height=(HEIGHT - 10) {}
            }
            @if let Some(median) = place(&spread.median) {
                line.median x1=(median) x2=(median) y1="2" y2=(HEIGHT - 2) {}
            }
            @if open { (arrow(*high, MIDDLE, class)) }
        }
    }
}

/// The end of a line.
fn end(place: Percent) -> Markup {
    html! { line.whisker x1=(place) x2=(place) y1=(MIDDLE - 5) y2=(MIDDLE + 5) {} }
}
