//! Ways from one role to another over the moves that sources state.

use crate::model::{Family, Level, MoveKind};
use pathfinding::prelude::{bfs_reach, yen};
use std::collections::BTreeMap;

/// The moves between roles: from each role to where it leads, with what the step costs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moves(BTreeMap<String, Vec<(String, u32)>>);

/// What a step costs, by which ways are ordered. It is no measure of effort or of worth.
///
/// Rule: 1 for the step; plus the square of the levels that an advance leaps over, so that a ladder climbed rung
/// by rung comes before a leap; plus the square of the levels that are given up; plus 1 for a change of family;
/// plus 1 for a step that sources call lateral or related, since they do not say that people take it upwards.
pub fn cost(from: (Level, Family), to: (Level, Family), kind: MoveKind) -> u32 {
    let (low, high) = (from.0 as u32, to.0 as u32);
    let leapt = high.saturating_sub(low).saturating_sub(1);
    let lost = low.saturating_sub(high);
    1 + leapt * leapt
        + lost * lost
        + u32::from(from.1 != to.1)
        + u32::from(kind != MoveKind::Advancement)
}

impl Moves {
    /// Adds a move. Where two sources state the same one, the cheaper counts.
    pub fn add(&mut self, from: &str, to: &str, cost: u32) {
        let steps = self.0.entry(from.to_owned()).or_default();
        match steps.iter_mut().find(|(other, _)| other == to) {
            Some((_, known)) => *known = cost.min(*known),
            None => steps.push((to.to_owned(), cost)),
        }
    }

    fn from(&self, role: &String) -> Vec<(String, u32)> {
        self.0.get(role).cloned().unwrap_or_default()
    }

    /// The `k` cheapest ways without a role twice, each from start to goal; fewer where there are fewer.
    ///
    /// Ways of one cost stand in the order of their number of steps, then of their names. No step leads from a
    /// role to itself. Found with Yen's algorithm.
    pub fn ways(&self, from: &str, to: &str, k: usize) -> Vec<(Vec<String>, u32)> {
        if from == to || k == 0 {
            return Vec::new();
        }
        // Ties beyond the last way asked for are looked at too, so that their order does not hang on chance.
        let mut ways = yen(
            &from.to_owned(),
            |role| self.from(role),
            |role| role == to,
            k.saturating_mul(4),
        );
        ways.sort_by(|(a, a_cost), (b, b_cost)| (a_cost, a.len(), a).cmp(&(b_cost, b.len(), b)));
        ways.truncate(k);
        ways
    }

    /// Every role that can be reached, with the fewest steps there, nearest first; the start is left out.
    pub fn reachable(&self, from: &str) -> Vec<(String, usize)> {
        let mut reached: BTreeMap<String, usize> = BTreeMap::from([(from.to_owned(), 0)]);
        let onward = |role: &String| {
            self.from(role)
                .into_iter()
                .map(|(to, _)| to)
                .collect::<Vec<_>>()
        };
        let order: Vec<_> = bfs_reach(from.to_owned(), onward).collect();
        // Breadth first: whatever leads to a role in the fewest steps stands before it.
        for role in &order {
            let steps = reached.get(role).copied().unwrap_or_default();
            for (to, _) in self.from(role) {
                reached.entry(to).or_insert(steps + 1);
            }
        }
        reached.remove(from);
        let mut reached: Vec<_> = reached.into_iter().collect();
        reached.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
        reached
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn moves(steps: &[(&str, &str, u32)]) -> Moves {
        let mut moves = Moves::default();
        for (from, to, cost) in steps {
            moves.add(from, to, *cost);
        }
        moves
    }

    #[test]
    fn a_ladder_comes_before_a_leap() {
        use Level::*;
        let step = |from, to, kind| cost((from, Family::Support), (to, Family::Support), kind);
        let up = |from, to| step(from, to, MoveKind::Advancement);
        assert_eq!(up(Lead, Manager), 1);
        assert!(up(Entry, Senior) + up(Senior, Lead) + up(Lead, Manager) < up(Entry, Manager));
        assert!(step(Senior, Senior, MoveKind::Lateral) > up(Senior, Senior));
        assert!(step(Executive, Entry, MoveKind::Related) > 30);
        assert!(
            cost(
                (Lead, Family::Support),
                (Manager, Family::Projects),
                MoveKind::Advancement
            ) > up(Lead, Manager)
        );
    }

    #[test]
    fn ways_are_ordered_by_cost_then_steps_then_names() {
        let moves = moves(&[
            ("a", "b", 1),
            ("b", "d", 1),
            ("a", "c", 1),
            ("c", "d", 1),
            ("a", "d", 2),
            ("d", "a", 1),
        ]);
        let ways = moves.ways("a", "d", 5);
        let names: Vec<_> = ways.iter().map(|(way, _)| way.concat()).collect();
        assert_eq!(names, ["ad", "abd", "acd"]);
        assert_eq!(moves.ways("a", "a", 3), []);
        assert_eq!(
            moves.ways("b", "c", 1),
            [(vec!["b".into(), "d".into(), "a".into(), "c".into()], 3)]
        );
        assert_eq!(moves.ways("nowhere", "d", 3), []);
    }

    #[test]
    fn the_nearest_reachable_stand_first() {
        let moves = moves(&[("a", "b", 1), ("b", "c", 1), ("a", "d", 9), ("x", "a", 1)]);
        assert_eq!(
            moves.reachable("a"),
            [("b".into(), 1), ("d".into(), 1), ("c".into(), 2)]
        );
        assert_eq!(moves.reachable("c"), []);
    }

    proptest! {
        #[test]
        fn the_steps_of_a_way_join(edges in prop::collection::vec(("[a-f]", "[a-f]", 1u32..5), 0..20)) {
            let mut moves = Moves::default();
            for (from, to, cost) in edges.iter().filter(|(from, to, _)| from != to) {
                moves.add(from, to, *cost);
            }
            for (way, total) in moves.ways("a", "f", 4) {
                prop_assert_eq!((way.first().unwrap().as_str(), way.last().unwrap().as_str()), ("a", "f"));
                let step = |pair: &[String]| moves.from(&pair[0]).into_iter().find(|(to, _)| *to == pair[1]).unwrap().1;
                prop_assert_eq!(way.windows(2).map(step).sum::<u32>(), total);
                let mut once = way.clone();
                once.sort();
                once.dedup();
                prop_assert_eq!(once.len(), way.len());
            }
        }
    }
}
