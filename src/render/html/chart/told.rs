//! Which points of a series have their value and period written out, and where there is room for that.

use super::column::{FOOT, Range, beside, value_text};
use super::label::{Label, Room, rooms};
use super::{is_floor, value};
use crate::report::picture::Bar;
use std::collections::BTreeMap;

/// The most columns whose values all stand beside them.
const CROWDED: usize = 8;
/// The ranks of points from which on nothing sets them apart from others.
const PLAIN: usize = 5;

/// Where there is room for the words of a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Told {
    pub value: Room,
    pub period: Room,
}

/// Where the value and the period of each point are written out. The newest comes first, then the oldest, the extremes
/// and what is no plain value; in a crowd there is no other.
pub fn told(points: &[Bar], slots: &BTreeMap<usize, Option<usize>>, range: &Range) -> Vec<Told> {
    let ranks = ranks(points);
    let mut middles = vec![0.0; points.len()];
    for (slot, position) in slots.values().enumerate() {
        if let Some(middle) = position.and_then(|position| middles.get_mut(position)) {
            *middle = (slot as f64 + 0.5) / slots.len() as f64;
        }
    }
    let placed = || points.iter().zip(&ranks).zip(&middles);
    let periods = placed().map(|((point, rank), middle)| Label {
        middle: *middle,
        base: FOOT,
        letters: point.label.chars().count(),
        rank: *rank,
    });
    let periods = rooms(&periods.collect::<Vec<_>>());
    let values = placed().zip(&periods);
    let values = values.map(|(((point, rank), middle), period)| Label {
        middle: *middle,
        base: value(&point.figure).map_or(0.0, |number| beside(&point.figure, number, range)),
        letters: value_text(&point.figure).chars().count(),
        // Those whose periods have room come first.
        rank: rank
            + if *period == Room::Always {
                0
            } else {
                PLAIN + 1
            },
    });
    let values = rooms(&values.collect::<Vec<_>>()).into_iter();
    // No value stands without its period.
    let rooms = values
        .zip(periods)
        .map(|(value, period)| (period, value.max(period)));
    let rooms = rooms.zip(ranks).map(|((period, value), rank)| {
        if points.len() > CROWDED && rank >= PLAIN {
            (Room::Never, Room::Never)
        } else {
            (period, value)
        }
    });
    rooms
        .map(|(period, value)| Told { value, period })
        .collect()
}

/// How soon each point is told of: the newest, the oldest, the highest, the lowest, what is no plain value; then all others.
fn ranks(points: &[Bar]) -> Vec<usize> {
    let valued = || {
        let values = points.iter().map(|point| value(&point.figure));
        values
            .enumerate()
            .filter_map(|(position, value)| Some((position, value?)))
    };
    let place = |valued: Option<(usize, f64)>| valued.map(|(position, _)| position);
    let highest = place(valued().max_by(|(_, a), (_, b)| a.total_cmp(b)));
    let lowest = place(valued().min_by(|(_, a), (_, b)| a.total_cmp(b)));
    let rank = |(position, point): (usize, &Bar)| match position {
        _ if position + 1 == points.len() => 0,
        0 => 1,
        _ if Some(position) == highest => 2,
        _ if Some(position) == lowest => 3,
        _ if is_floor(&point.figure) || value(&point.figure).is_none() => 4,
        _ => PLAIN,
    };
    points.iter().enumerate().map(rank).collect()
}
