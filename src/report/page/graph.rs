//! What a page shows as a graph.

/// Things and the steps between them, each once, in the order of first mention.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Graph {
    /// Ids and labels.
    pub nodes: Vec<(String, String)>,
    /// From, to, and what the step is.
    pub edges: Vec<(String, String, String)>,
}

impl Graph {
    /// Adds a step between two things, which are given by id and label.
    pub fn join(&mut self, from: (&str, &str), to: (&str, &str), label: &str) {
        for (id, title) in [from, to] {
            if !self.nodes.iter().any(|(known, _)| known == id) {
                self.nodes.push((id.to_owned(), title.to_owned()));
            }
        }
        let edge = (from.0.to_owned(), to.0.to_owned(), label.to_owned());
        if !self.edges.contains(&edge) {
            self.edges.push(edge);
        }
    }
}
