//! The parts of a SARIF log that are used here, named as its schema names them.

use crate::report::check::{Place, Record};
use serde::Serialize;
use std::borrow::Cow;

#[derive(Serialize)]
pub struct Document<'f> {
    #[serde(rename = "$schema")]
    pub schema: &'static str,
    pub version: &'static str,
    pub runs: [Run<'f>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run<'f> {
    pub tool: Tool,
    pub invocations: [Invocation<'f>; 1],
    pub column_kind: &'static str,
    pub results: Vec<Outcome<'f>>,
}

#[derive(Serialize)]
pub struct Tool {
    pub driver: Driver,
}

#[derive(Serialize)]
pub struct Driver {
    pub name: &'static str,
    pub version: &'static str,
    pub rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Descriptor {
    pub id: &'static str,
    pub short_description: Text<&'static str>,
    pub full_description: Text<String>,
    pub help: Text<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Invocation<'f> {
    pub execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tool_execution_notifications: Vec<Notification<'f>>,
}

#[derive(Serialize)]
pub struct Notification<'f> {
    pub level: &'static str,
    pub message: Text<Cow<'f, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locations: Option<[Location<'f>; 1]>,
}

/// What SARIF calls a result.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome<'f> {
    pub rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule_index: Option<usize>,
    pub level: &'static str,
    pub message: Text<String>,
    pub locations: [Location<'f>; 1],
    pub properties: Properties<'f>,
}

#[derive(Serialize)]
pub struct Text<T> {
    pub text: T,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location<'f> {
    pub physical_location: PhysicalLocation<'f>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PhysicalLocation<'f> {
    pub artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Region<'f>>,
}

#[derive(Serialize)]
pub struct Artifact {
    pub uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Region<'f> {
    pub start_line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_column: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_column: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snippet: Option<Text<&'f str>>,
}

/// What SARIF has no place for.
#[derive(Serialize)]
pub struct Properties<'f> {
    pub certain: bool,
    #[serde(rename = "match")]
    pub matched: &'f str,
    pub sources: &'f [String],
    /// The record of JSON Lines, and the place within its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<&'f Record>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<&'f Place>,
}
