//! A record of JSON Lines, of which one field is the text and one the id.

use super::plan::Fields;
use crate::report::check::Id;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// A record, as far as it matters here.
#[derive(Debug, PartialEq)]
pub struct Record<'l> {
    pub text: Cow<'l, str>,
    pub id: Option<Id>,
}

/// Reads a record; the other fields are skipped. An error says in words why it has no text.
pub fn read<'l>(line: &'l [u8], fields: &Fields) -> Result<Record<'l>, String> {
    let line = str::from_utf8(line).map_err(|error| {
        let byte = error.valid_up_to() + 1;
        format!("its byte {byte} is not UTF-8")
    })?;
    let mut json = serde_json::Deserializer::from_str(line);
    let read = Wanted(fields).deserialize(&mut json);
    let found = read.and_then(|found| json.end().map(|()| found));
    let found = found.map_err(|error| {
        let (column, why) = (error.column(), error.to_string());
        let why = why.split(" at line ").next().unwrap_or(&why);
        match column {
            0 => format!("it is not a JSON object: {why}"),
            _ => format!("it is not a JSON object: {why} at column {column}"),
        }
    })?;
    match found.text {
        None => Err(format!("it has no field \"{}\"", fields.text)),
        Some(Value::Text(text)) => Ok(Record { text, id: found.id }),
        Some(_) => Err(format!("its field \"{}\" is not a string", fields.text)),
    }
}

/// What was found in a record.
struct Found<'l> {
    text: Option<Value<'l>>,
    id: Option<Id>,
}

/// A value of a field, as far as it matters here.
enum Value<'l> {
    Text(Cow<'l, str>),
    Number(serde_json::Number),
    Other,
}

/// Which of the fields a key names.
enum Key {
    Text,
    Id,
    Other,
}

/// Takes the wanted fields of an object.
struct Wanted<'f>(&'f Fields);

impl<'l> DeserializeSeed<'l> for Wanted<'_> {
    type Value = Found<'l>;

    fn deserialize<D: Deserializer<'l>>(self, json: D) -> Result<Found<'l>, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'l> Visitor<'l> for Wanted<'_> {
    type Value = Found<'l>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'l>>(self, mut map: A) -> Result<Found<'l>, A::Error> {
        let mut found = Found {
            text: None,
            id: None,
        };
        while let Some(key) = map.next_key_seed(Named(self.0))? {
            match key {
                Key::Text => found.text = Some(map.next_value_seed(Taken)?),
                Key::Id => {
                    found.id = match map.next_value_seed(Taken)? {
                        Value::Text(text) => Some(Id::Text(text.into_owned())),
                        Value::Number(number) => Some(Id::Number(number)),
                        Value::Other => None,
                    }
                }
                Key::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(found)
    }
}

/// Tells which field a key names, without keeping it.
struct Named<'f>(&'f Fields);

impl<'l> DeserializeSeed<'l> for Named<'_> {
    type Value = Key;

    fn deserialize<D: Deserializer<'l>>(self, json: D) -> Result<Key, D::Error> {
        json.deserialize_str(self)
    }
}

impl Visitor<'_> for Named<'_> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        Ok(match key {
            key if key == self.0.text => Key::Text,
            key if key == self.0.id => Key::Id,
            _ => Key::Other,
        })
    }
}

/// Takes a value that is a string or a number; a string without escapes is not copied.
struct Taken;

impl<'l> DeserializeSeed<'l> for Taken {
    type Value = Value<'l>;

    fn deserialize<D: Deserializer<'l>>(self, json: D) -> Result<Value<'l>, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'l> Visitor<'l> for Taken {
    type Value = Value<'l>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_borrowed_str<E>(self, text: &'l str) -> Result<Value<'l>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'l>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value<'l>, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value<'l>, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value<'l>, E> {
        Ok(serde_json::Number::from_f64(number).map_or(Value::Other, Value::Number))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value<'l>, E> {
        Ok(Value::Other)
    }

    fn visit_unit<E>(self) -> Result<Value<'l>, E> {
        Ok(Value::Other)
    }

    fn visit_seq<A: SeqAccess<'l>>(self, mut list: A) -> Result<Value<'l>, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }

    fn visit_map<A: MapAccess<'l>>(self, mut map: A) -> Result<Value<'l>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields() -> Fields {
        Fields {
            text: "text".to_owned(),
            id: "id".to_owned(),
        }
    }

    #[test]
    fn the_two_fields_are_taken_and_the_others_skipped() {
        let line = r#"{"a":[{"text":1}],"text":"pay","x":null,"id":7}"#;
        let record = read(line.as_bytes(), &fields()).unwrap();
        assert!(matches!(record.text, Cow::Borrowed("pay")));
        assert_eq!(record.id, Some(Id::Number(7.into())));
        let record = read(br#"{"id":"a\n","text":"\u0041"}"#, &fields()).unwrap();
        assert_eq!(
            (record.text.as_ref(), record.id),
            ("A", Some(Id::Text("a\n".to_owned())))
        );
        let record = read(br#"{"text":"","id":{"a":1}}"#, &fields()).unwrap();
        assert_eq!((record.text.as_ref(), record.id), ("", None));
    }

    #[test]
    fn what_has_no_text_says_why() {
        for (line, why) in [
            (r#"{"id":1}"#, "it has no field \"text\""),
            (r#"{"text":[1,[2]]}"#, "its field \"text\" is not a string"),
            (r#"{"text":null}"#, "its field \"text\" is not a string"),
            (
                r#"{"text":"a""#,
                "it is not a JSON object: EOF while parsing an object at column 11",
            ),
            (
                r#"{"text":"a"} x"#,
                "it is not a JSON object: trailing characters at column 14",
            ),
            (
                "[1]",
                "it is not a JSON object: invalid type: sequence, expected an object",
            ),
        ] {
            assert_eq!(read(line.as_bytes(), &fields()).unwrap_err(), why, "{line}");
        }
    }
}
