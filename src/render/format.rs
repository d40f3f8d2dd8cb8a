//! The formats there are, and what holds for each as a whole. In the render room.

/// Defines the formats, and the list of all.
macro_rules! formats {
    ($($(#[$meta:meta])* $format:ident,)+) => {
        /// What an answer can be drawn as.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub enum Format {
            $($(#[$meta])* $format,)+
        }

        impl Format {
            /// Every format.
            pub const ALL: &[Self] = &[$(Self::$format,)+];
        }
    };
}

formats! {
    /// Text for people.
    #[default]
    Table,
    /// The report itself, as one document.
    Json,
    /// An object a line, one line an entry.
    Jsonl,
    /// One row an entry.
    Csv,
    /// The same, parted by tabs.
    Tsv,
    /// Only the ids of what the answer is about.
    Names,
    /// Tables for an issue tracker.
    Markdown,
    /// One page for a browser and for paper.
    Html,
    /// A graph for issue trackers; only for what is one.
    Mermaid,
    /// A graph for Graphviz; only for what is one.
    Dot,
    /// A log for code scanning; only for findings in texts.
    Sarif,
    /// Annotations on a pull request; only for findings in texts.
    Github,
}

/// What `--fields` chooses among.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fields {
    /// The columns of a page's tables, or their rows where these are what is told of each subject.
    OfPage,
    /// The columns that the format has for any answer.
    OfRecords,
    /// Nothing: the format gives the whole.
    None,
}

impl Format {
    /// What can be chosen in it.
    pub fn fields(self) -> Fields {
        match self {
            Self::Table | Self::Markdown => Fields::OfPage,
            Self::Jsonl | Self::Csv | Self::Tsv => Fields::OfRecords,
            Self::Json
            | Self::Names
            | Self::Html
            | Self::Mermaid
            | Self::Dot
            | Self::Sarif
            | Self::Github => Fields::None,
        }
    }
}
