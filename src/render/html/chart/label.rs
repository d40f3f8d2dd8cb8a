//! Which labels of a chart have room beside one another, on a narrow screen and on a wide one.

/// What a chart is at least wide, in pixels, wherever it is drawn: on a phone of 320 pixels.
const NARROW: f64 = 272.0;
/// What it is at least wide where labels of the class `roomy` are drawn. The style sheet has the same width, in rem.
const WIDE: f64 = 576.0;
/// The most that a letter takes of a label's width, and what parts two labels, in pixels.
const LETTER: f64 = 6.7;
const APART: f64 = 5.0;
/// The height of a line of words.
pub const LINE: f64 = 13.0;

/// A label that stands above or below the middle of a column.
#[derive(Debug, Clone)]
pub struct Label {
    /// How far along the chart its middle stands, from 0 to 1.
    pub middle: f64,
    /// Its base line, in pixels from the top.
    pub base: f64,
    pub letters: usize,
    /// Where there is no room for all, those of a low rank go first.
    pub rank: usize,
}

/// Where a label has room, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    Always,
    /// Only where the chart is wide.
    Wide,
    Never,
}

impl Label {
    /// Whether two labels would touch in a chart of this width.
    fn touches(&self, other: &Self, width: f64) -> bool {
        let between = (self.middle - other.middle).abs() * width;
        let letters = (self.letters + other.letters) as f64;
        between < letters * LETTER / 2.0 + APART && (self.base - other.base).abs() < LINE
    }
}

/// Where each of these labels has room, by rank.
pub fn rooms(labels: &[Label]) -> Vec<Room> {
    let mut order: Vec<_> = labels.iter().enumerate().collect();
    order.sort_by_key(|(_, label)| label.rank);
    let mut rooms = vec![Room::Never; labels.len()];
    for (width, room) in [(NARROW, Room::Always), (WIDE, Room::Wide)] {
        for (position, label) in &order {
            let mut others = labels.iter().zip(&rooms).enumerate();
            let free = others.all(|(other, (placed, room))| {
                other == *position || *room == Room::Never || !label.touches(placed, width)
            });
            if let Some(own) = rooms.get_mut(*position).filter(|own| **own == Room::Never) {
                *own = if free { room } else { Room::Never };
            }
        }
    }
    rooms
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Labels of so many letters, side by side on one line; their ranks are given.
    fn row(letters: usize, ranks: &[usize]) -> Vec<Label> {
        let places = ranks.iter().enumerate();
        let label = |(place, rank): (usize, &usize)| Label {
            middle: (place as f64 + 0.5) / ranks.len() as f64,
            base: 100.0,
            letters,
            rank: *rank,
        };
        places.map(label).collect()
    }

    #[test]
    fn what_has_room_is_always_there() {
        assert_eq!(rooms(&row(4, &[0; 7])), [Room::Always; 7]);
    }

    #[test]
    fn where_room_is_short_ranks_decide() {
        use Room::{Always, Never, Wide};
        let seven = row(8, &[1, 6, 3, 4, 2, 5, 0]);
        let expected = [Always, Wide, Always, Wide, Always, Wide, Always];
        assert_eq!(rooms(&seven), expected);
        let mut crowd = row(8, &[5; 20]);
        for (position, rank) in [(19, 0), (0, 1), (1, 2)] {
            crowd[position].rank = rank;
        }
        let rooms = rooms(&crowd);
        assert_eq!(
            (rooms[19], rooms[0], rooms[1]),
            (Always, Always, Never),
            "the lowest stands beside the first"
        );
    }

    #[test]
    fn labels_at_other_heights_do_not_touch() {
        let mut two = row(80, &[0, 1]);
        assert_eq!(rooms(&two), [Room::Always, Room::Never]);
        two[1].base -= LINE;
        assert_eq!(rooms(&two), [Room::Always, Room::Always]);
    }

    #[test]
    fn the_style_sheet_hides_what_has_no_room() {
        let style = include_str!("../handout.css");
        let narrow = format!("@container (max-width: {}rem)", WIDE / 16.0);
        assert!(style.contains(&narrow), "{narrow}");
    }
}
