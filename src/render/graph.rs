//! Graphs, as Mermaid and as Graphviz's DOT.

use crate::report::page::Graph;

/// The graph as Mermaid, which issue trackers draw.
pub fn mermaid(graph: &Graph) -> String {
    let mut text = "flowchart LR\n".to_owned();
    for (id, label) in &graph.nodes {
        text.push_str(&format!(
            "    {}[\"{}\"]\n",
            name(id),
            plain(label).replace('"', "#quot;")
        ));
    }
    for (from, to, label) in &graph.edges {
        text.push_str(&format!(
            "    {} -->|{}| {}\n",
            name(from),
            plain(label).replace('|', "#124;"),
            name(to)
        ));
    }
    text
}

/// The graph in DOT.
pub fn dot(graph: &Graph) -> String {
    let mut text = "digraph roles {\n    rankdir = LR;\n".to_owned();
    for (id, label) in &graph.nodes {
        text.push_str(&format!(
            "    {} [label = {}];\n",
            quoted(id),
            quoted(label)
        ));
    }
    for (from, to, label) in &graph.edges {
        text.push_str(&format!(
            "    {} -> {} [label = {}];\n",
            quoted(from),
            quoted(to),
            quoted(label)
        ));
    }
    text.push_str("}\n");
    text
}

/// A label with no `#` in it that Mermaid would take for the start of a character reference.
fn plain(label: &str) -> String {
    label.replace('#', "#35;")
}

/// An id as Mermaid takes it: hyphens would be read as lines, and `end` is a word of its own. Ids are of small letters,
/// digits, hyphens and dots, so that two of them stay two.
fn name(id: &str) -> String {
    format!("r_{}", id.replace('.', "D").replace('-', "_"))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_differ_in_a_sign_are_two_things_and_a_label_is_what_it_says() {
        let mut graph = Graph::default();
        graph.join(("it-lead", "A"), ("it.lead", "C #1 #35;"), "up");
        assert_eq!(
            mermaid(&graph),
            "flowchart LR\n    r_it_lead[\"A\"]\n    r_itDlead[\"C #35;1 #35;35;\"]\n    r_it_lead -->|up| r_itDlead\n"
        );
    }

    #[test]
    fn names_and_labels_cannot_break_out() {
        let mut graph = Graph::default();
        graph.join(("a-b", "A \"B\""), ("end", "End"), "up|down");
        graph.join(("a-b", "A \"B\""), ("end", "End"), "up|down");
        assert_eq!(
            mermaid(&graph),
            "flowchart LR\n    r_a_b[\"A #quot;B#quot;\"]\n    r_end[\"End\"]\n    r_a_b -->|up#124;down| r_end\n"
        );
        assert!(dot(&graph).contains("\"a-b\" [label = \"A \\\"B\\\"\"];"));
        assert_eq!(dot(&graph).matches("->").count(), 1);
    }
}
