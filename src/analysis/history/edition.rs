//! Where growth turns from edition to edition, and which editions are not at hand.

use crate::model::{Edition, Projection};

/// Runs of editions, in order, whose growth has one sign. A new run begins where the sign changes.
///
/// Growth of zero has no sign and stays in the run it is found in. Editions without a number are left out.
pub fn runs<'a>(editions: &[&'a Projection]) -> Vec<Vec<&'a Projection>> {
    let mut runs: Vec<Vec<&Projection>> = Vec::new();
    let mut sign = 0.0;
    for projection in editions {
        let Some(growth) = projection.growth.value() else {
            continue;
        };
        let turns = growth * sign < 0.0;
        match runs.last_mut() {
            Some(run) if !turns => run.push(projection),
            _ => runs.push(vec![projection]),
        }
        if growth != 0.0 {
            sign = growth.signum();
        }
    }
    runs
}

/// Where growth changes its sign: the last edition before, and the first one after.
pub fn turns<'a>(editions: &[&'a Projection]) -> Vec<(&'a Projection, &'a Projection)> {
    let runs = runs(editions);
    let pairs = runs.windows(2).filter_map(|pair| match pair {
        [before, after] => Some((*before.last()?, *after.first()?)),
        _ => None,
    });
    pairs.collect()
}

/// The editions between the first and the last that are not among these. BLS makes one a year.
pub fn missing_editions(editions: &[&Projection]) -> Vec<Edition> {
    let start = |projection: &&Projection| {
        let (start, _) = projection.edition.as_str().split_once('-')?;
        start.parse::<u16>().ok()
    };
    let starts: Vec<_> = editions.iter().filter_map(start).collect();
    let (Some(first), Some(last)) = (starts.iter().min(), starts.iter().max()) else {
        return Vec::new();
    };
    let missing = (*first..*last).filter(|year| !starts.contains(year));
    missing
        .filter_map(|year| Edition::parse(&format!("{year}-{:02}", (year + 10) % 100)))
        .collect()
}
