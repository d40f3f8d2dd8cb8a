//! Where what the tokenizer reads stands in the source: HTML within Markdown may be set in, or stand in a quote.

use std::ops::Range;

/// Where each stretch of the input stands.
pub struct Origins(Vec<Origin>);

/// A stretch of the input, and where it begins in the source.
struct Origin {
    input: Range<usize>,
    source: usize,
}

impl Origins {
    pub fn new(ranges: &[Range<usize>]) -> Self {
        let mut end = 0;
        let origin = |range: &Range<usize>| {
            let input = end..end + range.len();
            end = input.end;
            let source = range.start;
            Origin { input, source }
        };
        Self(ranges.iter().map(origin).collect())
    }

    /// The ranges of the source that a range of the input stands in.
    pub fn ranges(&self, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let first = self
            .0
            .partition_point(|origin| origin.input.end <= range.start);
        let origins = self.0.iter().skip(first);
        let Range { start, end } = range;
        origins
            .take_while(move |origin| origin.input.start < end)
            .map(move |origin| {
                let from = start.max(origin.input.start) - origin.input.start;
                let to = end.min(origin.input.end) - origin.input.start;
                origin.source + from..origin.source + to
            })
    }

    /// The one range of the source that a range of the input stands in, with what lies between.
    pub fn range(&self, range: Range<usize>) -> Range<usize> {
        let mut ranges = self.ranges(range);
        let first = ranges.next().unwrap_or_default();
        let end = ranges.last().map_or(first.end, |last| last.end);
        first.start..end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_ends_where_its_last_stretch_does() {
        let origins = Origins::new(&[2..7, 12..17]);
        assert_eq!(origins.range(1..5), 3..7);
        assert_eq!(origins.range(5..6), 12..13);
        assert_eq!(origins.range(4..6), 6..13);
        assert_eq!(origins.ranges(4..6).collect::<Vec<_>>(), [6..7, 12..13]);
    }
}
