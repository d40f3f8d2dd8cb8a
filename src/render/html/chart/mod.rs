//! Charts of a hand-out as SVG. Places are in percent and text is text, so that a chart fits any width and stays legible.
//!
//! Every chart says in words what it shows: beside it, within it for screen readers, and in the table below it.

mod axis;
mod bar;
mod column;
mod label;
mod spread;
mod told;

use super::text::seen;
use crate::model::Label;
use crate::report::Figure;
use crate::report::picture::Picture;
use axis::Axis;
use maud::{Markup, Render, html};

/// A picture as a figure with its caption.
pub fn draw(picture: &Picture) -> Markup {
    match picture {
        Picture::Spreads(spreads) => spread::draw(spreads),
        Picture::Bars(bars) => bar::draw(bars),
        Picture::Series(series) => column::draw(series),
    }
}

/// A place or length along the width of a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Percent(f64);

impl Render for Percent {
    fn render_to(&self, buffer: &mut String) {
        buffer.push_str(&format!("{:.2}%", self.0));
    }
}

/// The class of what draws a figure: hollow where it stands in.
fn drawn(figure: &Figure) -> &'static str {
    if figure.is_stand_in() {
        "hollow"
    } else {
        "solid"
    }
}

/// Whether the value is a floor: the figure may be any amount more.
fn is_floor(figure: &Figure) -> bool {
    figure.status == "at-least"
}

/// The value of a figure, if it has one that can be drawn.
fn value(figure: &Figure) -> Option<f64> {
    let number = figure.value.as_ref()?.0;
    number.is_finite().then_some(number)
}

/// When a figure is of, and for whom it stands in, after its value: `, May 2025, stand-in: broader occupation`.
fn context(figure: &Figure) -> String {
    let period = figure.period_text().map(|period| format!(", {period}"));
    let fit = figure.origin.fit.filter(|_| figure.is_stand_in());
    let stand_in = fit.map(|fit| format!(", stand-in: {}", fit.label()));
    [period, stand_in].into_iter().flatten().collect()
}

/// One strip of a chart with strips: whose it is, what it says in words, and the drawing.
fn strip(label: &str, says: &str, drawing: &Markup) -> Markup {
    html! {
        div.strip {
            p { b { (seen(label)) } " " span { (seen(says)) } }
            (drawing)
        }
    }
}

/// A chart with strips, the axis that they share, and what its signs mean.
fn strips(caption: &str, figures: &[&Figure], strips: &[Markup], axis: Option<&Axis>) -> Markup {
    html! {
        figure.chart {
            figcaption { (caption) @for sign in signs(figures) { " " (sign) } }
            @for strip in strips { (strip) }
            @if let (Some(axis), Some(figure)) = (axis, figures.first()) {
                div.strip.axis { p {} (axis.draw(figure.unit)) }
            }
        }
    }
}

/// What the signs mean that are drawn for these figures.
fn signs(figures: &[&Figure]) -> Vec<&'static str> {
    let any = |test: &dyn Fn(&Figure) -> bool| figures.iter().any(|figure| test(figure));
    let mut signs = Vec::new();
    if any(&Figure::is_stand_in) {
        signs.push("Hollow with a dashed line: a stand-in.");
    }
    if any(&is_floor) {
        signs.push("An arrow: at least so much.");
    }
    if any(&|figure| value(figure).is_none()) {
        signs.push("What has no value is said in words and not drawn.");
    }
    signs
}

/// An arrow head at a place, for what goes on from there: an open end and no edge.
fn arrow(place: Percent, middle: u32, class: &str) -> Markup {
    html! {
        svg.{ "arrow " (class) } x=(place) y=(middle) width="1" height="1" overflow="visible" {
            path d="M-7 -5 L0 0 L-7 5" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fit, Measure};
    use crate::report::Unit;
    use crate::report::figure::Origin;
    use crate::report::picture::{Bar, Spread};
    use std::sync::Arc;

    fn figure(measure: Measure, unit: Unit, fit: Fit) -> Figure {
        let origin = Origin {
            period: Some("2025-05".to_owned()),
            fit: Some(fit),
            ..Origin::default()
        };
        Figure::new(measure, unit, &Arc::new(origin))
    }

    /// Pay with these ends, the rest published.
    fn pay(p10: Measure, p90: Measure, fit: Fit) -> Markup {
        let wage = |measure| figure(measure, Unit::DollarsPerYear, fit);
        draw(&Picture::Spreads(vec![Spread {
            label: "A <b>".to_owned(),
            p10: wage(p10),
            p25: wage(Measure::Value(20_000.0)),
            median: wage(Measure::Value(30_000.0)),
            p75: wage(Measure::Value(40_000.0)),
            p90: wage(p90),
        }]))
    }

    fn growth(measure: Measure, fit: Fit) -> String {
        let label = "A".to_owned();
        let figure = figure(measure, Unit::Percent, fit);
        draw(&Picture::Bars(vec![Bar { label, figure }])).into_string()
    }

    #[test]
    fn a_spread_ends_where_its_figures_do() {
        let whole = pay(Measure::Value(1e4), Measure::Value(5e4), Fit::Exact).into_string();
        assert_eq!(
            whole.matches("<line class=\"whisker\"").count(),
            2,
            "{whole}"
        );
        assert!(whole.contains("10th percentile $10,000, 25th percentile $20,000, median $30,000"));
        assert!(
            !whole.contains("arrow") && !whole.contains("A <b>"),
            "{whole}"
        );

        let open = pay(Measure::Value(1e4), Measure::AtLeast(5e4), Fit::Exact).into_string();
        assert_eq!(open.matches("class=\"arrow").count(), 1, "{open}");
        assert_eq!(open.matches("<line class=\"whisker\"").count(), 1, "{open}");
        assert!(
            open.contains("; 90th percentile at least $50,000"),
            "{open}"
        );

        let partial = pay(Measure::Suppressed, Measure::NotPublished, Fit::Exact).into_string();
        assert_eq!(
            partial.matches("<line class=\"whisker\"").count(),
            0,
            "{partial}"
        );
        let said = "; 10th percentile suppressed; 90th percentile not published";
        assert!(partial.contains(said), "{partial}");
        assert!(partial.contains("What has no value is said in words and not drawn."));
    }

    #[test]
    fn a_stand_in_is_hollow_and_says_so() {
        let ends = (Measure::Value(1e4), Measure::Value(5e4));
        let hollow = pay(ends.0, ends.1, Fit::Proxy).into_string();
        assert!(hollow.contains("class=\"box hollow\"") && hollow.contains(", stand-in: proxy"));
        let full = pay(ends.0, ends.1, Fit::Exact).into_string();
        assert!(
            !full.contains("hollow") && !full.contains("stand-in"),
            "{full}"
        );
        assert!(growth(Measure::Value(2.0), Fit::Broader).contains("class=\"bar hollow\""));
    }

    #[test]
    fn the_five_cases_of_growth_look_different() {
        let drawn = |measure| {
            let text = growth(measure, Fit::Exact);
            let count = |part: &str| text.matches(part).count();
            (
                count("<rect"),
                count("class=\"nought\""),
                count("class=\"arrow"),
            )
        };
        assert_eq!(drawn(Measure::Value(-3.7)), (1, 0, 0));
        assert_eq!(drawn(Measure::Value(0.0)), (0, 1, 0));
        assert_eq!(drawn(Measure::AtLeast(5.0)), (1, 0, 1));
        for (measure, words) in [
            (Measure::NotPublished, "not published"),
            (Measure::Suppressed, "suppressed"),
            (Measure::Unknown, "unknown"),
        ] {
            assert_eq!(drawn(measure), (0, 0, 0));
            assert!(growth(measure, Fit::Exact).contains(words), "{words}");
        }
    }
}
