//! The axis that the parts of a chart share: round ends that hold zero and every value, and round ticks.

use super::Percent;
use crate::render::scale::power_of_ten;
use crate::report::Unit;
use crate::report::figure::grouped;
use maud::{Markup, html};

/// The places of the ends, in percent, so that lines at them are drawn whole.
const ENDS: (f64, f64) = (0.5, 99.5);
/// How many steps an axis has at most on each side of the range's fourfold division.
const STEPS: f64 = 4.0;

/// A linear axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// The first tick, in steps from zero.
    first: i32,
    /// The last tick, in steps from zero.
    last: i32,
    step: f64,
}

impl Axis {
    /// The axis of these values; none where there are no values.
    pub fn over(values: impl Iterator<Item = f64>) -> Option<Self> {
        let values: Vec<f64> = values.collect();
        if values.is_empty() {
            return None;
        }
        let low = values.iter().copied().fold(0.0, f64::min);
        let high = values.iter().copied().fold(0.0, f64::max);
        let step = round_step((high - low) / STEPS);
        Some(Self {
            first: (low / step).floor() as i32,
            last: ((high / step).ceil() as i32).max(1),
            step,
        })
    }

    /// How far along the axis a value stands, from 0 to 1.
    pub fn share(&self, value: f64) -> f64 {
        let (first, last) = (f64::from(self.first), f64::from(self.last));
        ((value / self.step - first) / (last - first)).clamp(0.0, 1.0)
    }

    /// Where a value stands across the width of a chart.
    pub fn at(&self, value: f64) -> Percent {
        Percent(ENDS.0 + self.share(value) * (ENDS.1 - ENDS.0))
    }

    /// The values of the ticks.
    pub fn ticks(&self) -> impl Iterator<Item = f64> + '_ {
        (self.first..=self.last).map(|tick| f64::from(tick) * self.step)
    }

    /// Fine lines at the ticks, and a stronger one at zero.
    pub fn grid(&self, height: u32) -> Markup {
        html! {
            @for tick in self.ticks() {
                line.{ @if tick == 0.0 { "zero" } @else { "tick" } }
                    x1=(self.at(tick)) x2=(self.at(tick)) y1="0" y2=(height) {}
            }
        }
    }

    /// The axis with its labels. The strips say their values, so screen readers need not read it.
    pub fn draw(&self, unit: Unit) -> Markup {
        html! {
            svg aria-hidden="true" width="100%" height="20" {
                @for (position, tick) in (self.first..).zip(self.ticks()) {
                    @let anchor = if position == self.first { "start" }
                        else if position == self.last { "end" }
                        else { "middle" };
                    line.tick x1=(self.at(tick)) x2=(self.at(tick)) y1="0" y2="5" {}
                    text x=(self.at(tick)) y="17" text-anchor=(anchor) { (tick_text(tick, unit)) }
                }
            }
        }
    }
}

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that is no smaller than this.
fn round_step(least: f64) -> f64 {
    if least <= 0.0 || !least.is_finite() {
        return 1.0;
    }
    let power = power_of_ten(least);
    let fits = [1.0, 2.0, 2.5, 5.0, 10.0].map(|step| step * power);
    fits.into_iter()
        .find(|step| *step >= least)
        .unwrap_or(10.0 * power)
}

const THOUSAND: f64 = 1000.0;

/// A tick in words, as short as an axis is narrow.
fn tick_text(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Percent if value == 0.0 => "0%".to_owned(),
        Unit::Percent => format!("{value:+}%"),
        Unit::DollarsPerYear | Unit::Dollars if value >= THOUSAND && value % THOUSAND == 0.0 => {
            format!("${}k", grouped(value / THOUSAND))
        }
        Unit::DollarsPerYear | Unit::Dollars => format!("${}", grouped(value)),
        _ => grouped(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(values: &[f64]) -> Axis {
        Axis::over(values.iter().copied()).unwrap()
    }

    #[test]
    fn an_axis_has_round_ticks_that_hold_zero_and_every_value() {
        let ticks = |values: &[f64]| axis(values).ticks().collect::<Vec<_>>();
        assert_eq!(
            ticks(&[40_980.0, 297_510.0]),
            [0.0, 100_000.0, 200_000.0, 300_000.0]
        );
        assert_eq!(ticks(&[-3.7, 15.2]), [-5.0, 0.0, 5.0, 10.0, 15.0, 20.0]);
        assert_eq!(ticks(&[-3.7]), [-4.0, -3.0, -2.0, -1.0, 0.0, 1.0]);
        assert_eq!(ticks(&[0.0]), [0.0, 1.0]);
        assert_eq!(Axis::over([].into_iter()), None);
    }

    #[test]
    fn values_stand_where_they_belong() {
        let axis = axis(&[-5.0, 15.0]);
        assert_eq!(axis.share(-5.0), 0.0);
        assert_eq!(axis.share(0.0), 0.25);
        assert_eq!(axis.share(15.0), 1.0);
        assert_eq!(axis.at(0.0), Percent(25.25));
    }

    #[test]
    fn ticks_read_as_their_figures_do() {
        assert_eq!(tick_text(100_000.0, Unit::DollarsPerYear), "$100k");
        assert_eq!(tick_text(2_500.0, Unit::DollarsPerYear), "$2,500");
        assert_eq!(tick_text(0.0, Unit::DollarsPerYear), "$0");
        assert_eq!(tick_text(-2.5, Unit::Percent), "-2.5%");
        assert_eq!(tick_text(5.0, Unit::Percent), "+5%");
        assert_eq!(tick_text(0.0, Unit::Percent), "0%");
    }
}
