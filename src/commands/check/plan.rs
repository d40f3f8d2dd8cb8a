//! How texts are checked, decided once from what was typed.

use crate::analysis::document::Markup;
use crate::cli::{self, InputName};
use crate::report::check::Teller;

/// How every text is checked.
#[derive(Debug)]
pub struct Plan<'c> {
    pub teller: Teller<'c>,
    /// The names of the rules to heed.
    pub rules: Vec<&'static str>,
    /// Whether uncertain findings are wanted.
    pub pedantic: bool,
    /// What texts are written in; none where each has to show that itself.
    pub markup: Option<Markup>,
    /// Where records have their text; none where inputs are no JSON Lines.
    pub fields: Option<Fields>,
}

/// The fields of a record that matter here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields {
    pub text: String,
    pub id: String,
}

impl<'c> Plan<'c> {
    pub fn new(arguments: &cli::Check, teller: Teller<'c>, rules: Vec<&'static str>) -> Self {
        let markup = match arguments.input {
            InputName::Auto => None,
            InputName::Text => Some(Markup::Plain),
            InputName::Markdown => Some(Markup::Markdown),
            InputName::Html => Some(Markup::Html),
        };
        let fields = arguments.jsonl_field.as_ref().map(|text| Fields {
            text: text.clone(),
            id: arguments.jsonl_id.clone(),
        });
        Self {
            teller,
            rules,
            pedantic: arguments.pedantic,
            markup,
            fields,
        }
    }
}
