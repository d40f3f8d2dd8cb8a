//! `roles data`: what there is to say of the data itself.

mod check;
mod new;
mod paths;
mod schema;
mod skeleton;

use super::{Answer, Failure};
use crate::cli::{DataCommand, Output};
use crate::report::schemas::SchemaName;

/// Every schema that can be printed.
pub fn schemas() -> impl Iterator<Item = SchemaName> {
    schema::names()
}

/// Does what was asked of the data.
pub fn run(command: &DataCommand, output: &Output) -> Result<Answer, Failure> {
    match command {
        DataCommand::Check(arguments) => check::run(arguments, output),
        DataCommand::New(arguments) => new::run(arguments, output),
        DataCommand::Paths(_) => paths::run(&super::layers::catalog(&output.data)?, output),
        DataCommand::Schema(arguments) => schema::run(arguments, output),
    }
}
