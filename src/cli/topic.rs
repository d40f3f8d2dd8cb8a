//! The topics of `roles help`: what is not about one command. The texts are in topics/. In the cli room.

/// A text that `roles help` knows by a name of its own.
#[derive(Debug, Clone, Copy)]
pub struct Topic {
    pub name: &'static str,
    /// What it tells, in a few words without a full stop.
    pub about: &'static str,
    /// See [`super::prose::blocks`] for how it is written.
    pub text: &'static str,
}

impl Topic {
    pub const PROVENANCE: Self = Self {
        name: "provenance",
        about: "Where figures come from, and how far they hold",
        text: include_str!("topics/provenance.txt"),
    };
    pub const FORMATS: Self = Self {
        name: "formats",
        about: "The formats of an answer, and which of them scripts can rely on",
        text: include_str!("topics/formats.txt"),
    };
    pub const EXIT_CODES: Self = Self {
        name: "exit-codes",
        about: "What the exit status means",
        text: include_str!("topics/exit-codes.txt"),
    };
    pub const ENVIRONMENT: Self = Self {
        name: "environment",
        about: "The variables and files that are read",
        text: include_str!("topics/environment.txt"),
    };
    /// Every topic, in the order in which they are listed.
    pub const ALL: [Self; 4] = [
        Self::PROVENANCE,
        Self::FORMATS,
        Self::EXIT_CODES,
        Self::ENVIRONMENT,
    ];
}
