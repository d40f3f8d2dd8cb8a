//! Signed figures as bars to both sides of zero, with their numbers.

use super::axis::Axis;
use super::frame::Frame;
use super::{labelled, shared_period};
use crate::render::style::{Meaning, styled};
use crate::render::wrap::width;
use crate::report::Tone;
use crate::report::picture::Bar;

pub fn draw(title: &str, bars: &[Bar], frame: Frame) -> Option<String> {
    if bars.len() < 2 {
        return None;
    }
    let period = shared_period(bars.iter().map(|bar| &bar.figure));
    let label = |bar: &Bar| {
        let own = bar.figure.period_text();
        match own.filter(|own| period.is_none() && *own != bar.label) {
            Some(own) => labelled(&format!("{}, {own}", bar.label), &bar.figure),
            None => labelled(&bar.label, &bar.figure),
        }
    };
    let labels: Vec<_> = bars.iter().map(label).collect();
    let texts: Vec<_> = bars.iter().map(|bar| bar.figure.text()).collect();
    let frame = frame.labelled(labels.iter());
    let beside = texts.iter().map(|text| width(text)).max().unwrap_or(0) + 2;
    let columns = frame.columns().saturating_sub(beside).max(8);
    let numbers = bars.iter().filter_map(|bar| bar.figure.value);
    let axis = Axis::over(numbers.map(|number| number.0), columns)?;
    let period = period.map_or_else(String::new, |period| format!(", {period}"));
    let mut text = frame.words(&format!("{title}{period}"));
    for ((bar, label), words) in bars.iter().zip(&labels).zip(&texts) {
        let number = bar.figure.value.map(|number| number.0);
        let signs = line(number, axis, columns);
        let tone = match number {
            Some(number) if number < 0.0 => Tone::Fall,
            Some(number) if number > 0.0 => Tone::Rise,
            _ => Tone::Plain,
        };
        let signs = styled(signs.trim_end(), Meaning::Tone(tone), frame.color);
        text.push_str(&frame.line(
            label,
            &format!("{}{words}  {signs}", " ".repeat(beside - 2 - width(words))),
        ));
    }
    text.push_str(&axis.drawn(frame.label + beside, |number| {
        if number == 0.0 {
            "0".to_owned()
        } else {
            format!("{number:+}%")
        }
    }));
    Some(text)
}

/// The signs of a bar: blocks from zero to the number, in halves, and a line at zero.
fn line(number: Option<f64>, axis: Axis, columns: usize) -> String {
    let zero = axis.column(0.0);
    let mut signs = vec![' '; columns];
    if let Some(sign) = signs.get_mut(zero) {
        *sign = '│';
    }
    let Some(number) = number else {
        return signs.into_iter().collect();
    };
    let share = (axis.share(number) - axis.share(0.0)).abs();
    let halves = (share * columns.saturating_sub(1) as f64 * 2.0).round() as usize;
    let half = |left: char, right: char| if number < 0.0 { left } else { right };
    for step in 1..=halves.div_ceil(2) {
        let column = if number < 0.0 {
            zero.checked_sub(step)
        } else {
            Some(zero + step)
        };
        if let Some(sign) = column.and_then(|column| signs.get_mut(column)) {
            *sign = if step * 2 > halves {
                half('▐', '▌')
            } else {
                '█'
            };
        }
    }
    signs.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lost_stands_left_of_zero_and_what_is_won_right_of_it() {
        let axis = Axis::over([-5.0, 5.0].into_iter(), 21).unwrap();
        let line = |number| line(number, axis, 21);
        assert_eq!(line(Some(-2.0)), "      ████│          ");
        assert_eq!(line(Some(2.25)), "          │████▌     ");
        assert_eq!(line(Some(0.0)), "          │          ");
        assert_eq!(line(None), "          │          ");
    }
}
