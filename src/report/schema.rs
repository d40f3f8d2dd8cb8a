//! How the types of reports that serialise themselves are described in JSON Schema. Only tests, which write the
//! schemas down, need this.

use super::figure::{Figure, Number, Unit};
use crate::analysis::gap::State;
use crate::model::Fit;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A value that never travels without what it means and where it comes from.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "it is only described")]
struct FlatFigure {
    /// The number; the floor where the status is `at-least`; null where there is none.
    value: Option<Number>,
    unit: Unit,
    status: Status,
    /// `2025-05` for wages of May 2025, `2024-34` for a projection, a month or a day for what was rated or read
    /// then; null where the page is undated.
    period: Option<String>,
    /// The area it holds for.
    area: Option<String>,
    /// The SOC 2018 or O*NET-SOC code of the occupation it measures; null for what measures none, such as a fee.
    occupation: Option<String>,
    /// How well that occupation stands for the role; null where no role is meant.
    fit: Option<Fit>,
    /// The id of the publication, which stands under `sources`.
    source: String,
}

/// What is known of a figure.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
#[allow(dead_code, reason = "it is only described")]
enum Status {
    /// The source gives the number.
    Published,
    /// Top-coded: the source says that it is at least the value.
    AtLeast,
    /// The source leaves the cell empty.
    NotPublished,
    /// The source withholds it because it is not reliable enough.
    Suppressed,
    /// The source may have it; the data does not.
    Unknown,
    /// The difference of two published figures.
    Computed,
}

impl JsonSchema for Figure {
    fn schema_name() -> Cow<'static, str> {
        "Figure".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        FlatFigure::json_schema(generator)
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}

/// Every unit.
const UNITS: [Unit; 10] = [
    Unit::DollarsPerYear,
    Unit::Dollars,
    Unit::Percent,
    Unit::Jobs,
    Unit::JobsChange,
    Unit::OpeningsPerYear,
    Unit::PercentOfRespondents,
    Unit::Importance,
    Unit::Level,
    Unit::JobZone,
];

impl JsonSchema for Unit {
    fn schema_name() -> Cow<'static, str> {
        "Unit".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The units that figures come in. Percent is over the ten years of a projection.",
            "type": "string",
            "enum": UNITS.map(Unit::key),
        })
    }
}

impl JsonSchema for State {
    fn schema_name() -> Cow<'static, str> {
        "State".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "How what is asked stands to what is held. Unknown never counts as missing.",
            "type": "string",
            "enum": ["missing", "unknown", "carried"],
        })
    }
}
