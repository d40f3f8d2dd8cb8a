//! A quantity as its source gives it: a number, a floor, or one of three kinds of nothing.

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// What is known of a quantity. Its unit and period belong to the field that holds it.
///
/// Zero is `Value(0.0)`; the four other cases are different things and stay so in every format.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub enum Measure {
    /// The published number.
    Value(f64),
    /// Top-coded: the source says "at least this much". Written `">=239200"` in data.
    AtLeast(f64),
    /// The source leaves the cell empty. Written `"not published"`.
    NotPublished,
    /// The source withholds it because it is not reliable enough. Written `"suppressed"`.
    Suppressed,
    /// The source may have it; this data does not. Written `"unknown"`, or left out.
    #[default]
    Unknown,
}

impl Measure {
    /// The number, if an exact one is published; a floor is not one.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Value(number) => Some(number),
            _ => None,
        }
    }

    /// The number or the floor, whichever is published.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Value(number) | Self::AtLeast(number) => Some(number),
            _ => None,
        }
    }

    /// How the case is spelled in JSON and CSV.
    pub fn status(self) -> &'static str {
        match self {
            Self::Value(_) => "published",
            Self::AtLeast(_) => "at-least",
            Self::NotPublished => "not-published",
            Self::Suppressed => "suppressed",
            Self::Unknown => "unknown",
        }
    }
}

impl<'de> Deserialize<'de> for Measure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(AsWritten)
        } else {
            // The packed form, which the derive above made an inherent function of.
            Measure::deserialize(deserializer)
        }
    }
}

impl Serialize for Measure {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return Measure::serialize(self, serializer);
        }
        match self {
            Self::Value(number) => serializer.serialize_f64(*number),
            Self::AtLeast(floor) => serializer.collect_str(&format_args!(">={floor}")),
            Self::NotPublished => serializer.serialize_str("not published"),
            Self::Suppressed => serializer.serialize_str("suppressed"),
            Self::Unknown => serializer.serialize_str("unknown"),
        }
    }
}

/// Reads the form that people write in data files.
struct AsWritten;

impl Visitor<'_> for AsWritten {
    type Value = Measure;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a number, \">=NUMBER\", \"not published\", \"suppressed\" or \"unknown\"")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Measure, E> {
        i32::try_from(number)
            .map(|number| Measure::Value(f64::from(number)))
            .map_err(|_| E::invalid_value(de::Unexpected::Signed(number), &self))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Measure, E> {
        if number.is_finite() {
            Ok(Measure::Value(number))
        } else {
            Err(E::invalid_value(de::Unexpected::Float(number), &self))
        }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Measure, E> {
        match text {
            "not published" => Ok(Measure::NotPublished),
            "suppressed" => Ok(Measure::Suppressed),
            "unknown" => Ok(Measure::Unknown),
            _ => text
                .strip_prefix(">=")
                .and_then(|floor| floor.trim().parse::<f64>().ok())
                .filter(|floor| floor.is_finite())
                .map(Measure::AtLeast)
                .ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self)),
        }
    }
}
