//! Figures drawn on one axis. A picture says nothing that the table beside it does not.

mod axis;
mod bars;
mod frame;
mod spark;
mod spreads;

use super::Settings;
use crate::report::figure::{Figure, Unit};
use crate::report::picture::{Bar, Picture, Series};
use frame::Frame;

/// The narrowest line in which a picture still shows something.
const NARROWEST: usize = 36;

/// Draws a picture within `room` columns; none where there is no room, or nothing to look at.
pub fn draw(picture: &Picture, room: usize, settings: Settings) -> Option<String> {
    if room < NARROWEST {
        return None;
    }
    match picture {
        Picture::Spreads(spreads) => spreads::draw(spreads, Frame::new(room, settings)),
        Picture::Bars(bars) => {
            let title = "Projected growth in ten years";
            bars::draw(title, bars, Frame::new(room, settings))
        }
        Picture::Series(series) if is_signed(series) => {
            bars::draw(&series.title, &series.points, Frame::new(room, settings))
        }
        Picture::Series(series) => spark::draw(series, room),
    }
}

/// Whether figures stand on both sides of a nought, where their sign says more than their size.
fn is_signed(series: &Series) -> bool {
    let signed = |point: &Bar| matches!(point.figure.unit, Unit::Percent | Unit::JobsChange);
    series.points.iter().any(signed)
}

/// Whether a number is only known to be a floor.
fn is_floor(figure: &Figure) -> bool {
    figure.status == "at-least"
}

/// A label with a word if the figure only stands in.
fn labelled(label: &str, figure: &Figure) -> String {
    if figure.is_stand_in() {
        format!("{label} (stand-in)")
    } else {
        label.to_owned()
    }
}

/// The period that all figures are of, after a comma; nothing where they differ or one has none.
fn shared_period<'f>(figures: impl Iterator<Item = &'f Figure>) -> Option<String> {
    let mut periods = figures.map(Figure::period_text);
    let first = periods.next()??;
    periods
        .all(|period| period.as_ref() == Some(&first))
        .then_some(first)
}
