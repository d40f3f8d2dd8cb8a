//! An axis from one round number to another, with the columns at which its numbers stand.

use crate::render::scale::power_of_ten;
use crate::render::wrap::width;

/// The columns that a tick and its label should have to themselves.
const TICK: usize = 14;

/// An axis of so many columns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    low: f64,
    high: f64,
    step: f64,
    columns: usize,
}

impl Axis {
    /// An axis that has zero and all of these numbers on it; none if there are no numbers.
    pub fn over(numbers: impl Iterator<Item = f64>, columns: usize) -> Option<Self> {
        let (low, high) = numbers.fold(None, |ends: Option<(f64, f64)>, number| {
            let (low, high) = ends.unwrap_or((0.0, 0.0));
            Some((low.min(number), high.max(number)))
        })?;
        let range = if high > low { high - low } else { 1.0 };
        let most = (columns / TICK).max(2);
        let step = round_step(range / most as f64);
        let (low, high) = ((low / step).floor() * step, (high / step).ceil() * step);
        Some(Self {
            low,
            high: if high > low { high } else { low + step },
            step,
            columns,
        })
    }

    /// The place of a number on the axis, from 0 to 1.
    pub fn share(self, number: f64) -> f64 {
        ((number - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    /// The column at which a number stands.
    pub fn column(self, number: f64) -> usize {
        // Between 0 and the number of columns, so the cast is exact.
        (self.share(number) * self.columns.saturating_sub(1) as f64).round() as usize
    }

    /// The line of the axis and the line of its numbers, each after so many columns.
    pub fn drawn(self, before: usize, text: impl Fn(f64) -> String) -> String {
        let mut line = vec!['─'; self.columns];
        let mut numbers = String::new();
        let count = ((self.high - self.low) / self.step).round() as usize;
        for tick in 0..=count {
            let number = self.low + self.step * tick as f64;
            let column = self.column(number);
            if let Some(sign) = line.get_mut(column) {
                *sign = '┴';
            }
            let text = text(number);
            let wide = width(&text);
            let start = column.saturating_sub(wide / 2);
            let start = start.min(self.columns.saturating_sub(wide));
            let used = width(&numbers);
            if used == 0 || start > used {
                numbers.push_str(&" ".repeat(start - used));
                numbers.push_str(&text);
            }
        }
        let before = " ".repeat(before);
        let line: String = line.into_iter().collect();
        format!("{before}{line}\n{before}{numbers}\n")
    }
}

/// The next number up that is 1, 2 or 5 times a power of ten.
fn round_step(least: f64) -> f64 {
    let power = power_of_ten(least);
    let factor = [1.0, 2.0, 5.0].into_iter();
    let factor = factor.map(|factor| factor * power);
    let mut fitting = factor.filter(|step| *step >= least * 0.999_999);
    fitting.next().unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_is_round_and_has_zero_on_it() {
        let axis = Axis::over([61_580.0, 239_200.0].into_iter(), 60).unwrap();
        assert_eq!(
            (axis.low, axis.high, axis.step),
            (0.0, 300_000.0, 100_000.0)
        );
        let axis = Axis::over([-3.7, 5.6].into_iter(), 60).unwrap();
        assert_eq!((axis.low, axis.high, axis.step), (-5.0, 10.0, 5.0));
        assert_eq!((axis.column(-5.0), axis.column(10.0)), (0, 59));
        let losses = Axis::over([-3.7, -2.0].into_iter(), 60).unwrap();
        assert_eq!((losses.low, losses.high), (-4.0, 0.0));
        assert_eq!(Axis::over(std::iter::empty(), 60), None);
        assert!(Axis::over([0.0].into_iter(), 60).unwrap().share(0.0) < 0.1);
    }
}
