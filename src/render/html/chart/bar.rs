//! Signed figures as bars from one zero line.

use super::{Axis, Percent, arrow, context, drawn, is_floor, strip, strips, value};
use crate::report::picture::Bar;
use maud::{Markup, html};

/// The height of a strip, in pixels.
const HEIGHT: u32 = 22;

/// Bars on one axis, one a role.
pub fn draw(bars: &[Bar]) -> Markup {
    let axis = Axis::over(bars.iter().filter_map(|bar| value(&bar.figure)));
    let figures: Vec<_> = bars.iter().map(|bar| &bar.figure).collect();
    let drawn = bars.iter().map(|bar| {
        let says = format!("{}{}", bar.figure.text(), context(&bar.figure));
        let drawing = draw_bar(bar, &says, axis.as_ref());
        strip(&bar.label, &says, &drawing)
    });
    let drawn: Vec<Markup> = drawn.collect();
    let caption = "Projected growth in ten years, from one zero line: right of it more jobs, left of it fewer.";
    strips(caption, &figures, &drawn, axis.as_ref())
}

/// One bar; nothing but the words where the figure has no value.
fn draw_bar(bar: &Bar, says: &str, axis: Option<&Axis>) -> Markup {
    let (Some(axis), Some(number)) = (axis, value(&bar.figure)) else {
        return Markup::default();
    };
    let (Percent(zero), Percent(end)) = (axis.at(0.0), axis.at(number));
    let (left, width) = (Percent(zero.min(end)), Percent((end - zero).abs()));
    let class = drawn(&bar.figure);
    html! {
        svg role="img" width="100%" height=(HEIGHT) {
            title { (super::seen(&bar.label)) ": growth " (says) }
            (axis.grid(HEIGHT))
            @if number == 0.0 {
                line.nought x1=(Percent(zero)) x2=(Percent(zero)) y1="2" y2=(HEIGHT - 2) {}
            } @else {
                rect.{ "bar " (class) } x=(left) width=(width) y="4" height=(HEIGHT - 8) {}
            }
            @if is_floor(&bar.figure) { (arrow(Percent(end + 2.0), HEIGHT / 2, class)) }
        }
    }
}
