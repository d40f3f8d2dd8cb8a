//! Graphs, as Mermaid and as Graphviz's DOT.

use crate::report::page::Graph;

/// The graph as Mermaid, which issue trackers draw.
pub fn mermaid(graph: &Graph) -> String {
    let mut text = "flowchart LR\n".to_owned();
    for (id, label) in &graph.nodes {
        text.push_str(&format!("    {}[\"{}\"]\n", name(id), entities(label)));
    }
    for (from, to, label) in &graph.edges {
        text.push_str(&format!(
            "    {} -->|{}| {}\n",
            name(from),
            entities(label),
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

/// A label as Mermaid takes it: quotes would end it, and hashes, `%%{…}%%`, tags and backticks are its own markup.
fn entities(label: &str) -> String {
    let mut text = String::with_capacity(label.len());
    for letter in label.chars() {
        match letter {
            '"' => text.push_str("#quot;"),
            '#' | '%' | '&' | ';' | '<' | '>' | '`' | '|' | '\\' | '{' | '}' => {
                text.push_str(&format!("#{};", u32::from(letter)));
            }
            _ => text.push(letter),
        }
    }
    text
}

/// An id as Mermaid takes it: hyphens would be read as lines, and `end` is a word of its own. Ids have no capitals, so
/// that one may stand for a dot.
fn name(id: &str) -> String {
    let name = id.replace('.', "P");
    format!(
        "r_{}",
        name.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_")
    )
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_labels_cannot_break_out() {
        let mut graph = Graph::default();
        graph.join(("a-b", "A \"B\""), ("end", "End"), "up|down");
        graph.join(("a-b", "A \"B\""), ("end", "End"), "up|down");
        assert_eq!(
            mermaid(&graph),
            "flowchart LR\n    r_a_b[\"A #quot;B#quot;\"]\n    r_end[\"End\"]\n    r_a_b -->|up#124;down| r_end\n"
        );
        let mut graph = Graph::default();
        graph.join(("a.b", "%%{init: x}%%"), ("a-b", "C# & <b>;`"), "to");
        assert_eq!(
            mermaid(&graph),
            "flowchart LR\n    r_aPb[\"#37;#37;#123;init: x#125;#37;#37;\"]\n    \
             r_a_b[\"C#35; #38; #60;b#62;#59;#96;\"]\n    r_aPb -->|to| r_a_b\n"
        );
    }

    #[test]
    fn no_label_breaks_out_of_dot() {
        let mut graph = Graph::default();
        graph.join(("a-b", "A \"B\""), ("end", "End"), "up|down");
        graph.join(("a-b", "A \"B\""), ("end", "End"), "up|down");
        assert!(dot(&graph).contains("\"a-b\" [label = \"A \\\"B\\\"\"];"));
        assert_eq!(dot(&graph).matches("->").count(), 1);
    }
}
