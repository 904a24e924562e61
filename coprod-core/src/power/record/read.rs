//! Reads a stored record: its format comes first, so that a record of a later format is refused for that, and not for what is new in it.

use std::fmt;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{DecisionRecord, RECORD_FORMAT};
use crate::error::{ErrorCode, InputIssue};

/// What to say of a record of a format that is not known here.
pub(super) fn unknown_format(format: u32) -> Option<String> {
    let known = if RECORD_FORMAT == 1 { "format 1 can".to_owned() } else { format!("formats 1 to {RECORD_FORMAT} can") };
    (!(1..=RECORD_FORMAT).contains(&format)).then(|| format!("records of format {format} cannot be read here, and {known}"))
}

/// A format that is known.
struct Format(u32);

impl<'de> Deserialize<'de> for Format {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let format = u32::deserialize(from)?;
        match unknown_format(format) {
            None => Ok(Self(format)),
            Some(says) => {
                let help = "use the version of this library that wrote it, or a later one";
                Err(D::Error::custom(InputIssue::new(ErrorCode::OutOfRange, says, help)))
            }
        }
    }
}

const FIELDS: &[&str] = &["coprod_record", "written_by", "title", "date", "question", "statements", "answer", "checksum"];

/// A field that is not known, refused at its own place.
struct Unknown<'a>(&'a str);

impl<'de> DeserializeSeed<'de> for Unknown<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        IgnoredAny::deserialize(from)?;
        Err(D::Error::unknown_field(self.0, FIELDS))
    }
}

impl<'de> Deserialize<'de> for DecisionRecord {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Fields)
    }
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = DecisionRecord;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<DecisionRecord, A::Error> {
        let (mut written_by, mut title, mut date, mut question) = (None, None, None, None);
        let (mut statements, mut answer, mut checksum) = (None, None, None);
        let mut format: Option<Format> = None;
        // The first thing that is wrong waits until the format was seen, wherever that stands.
        let mut wrong: Option<A::Error> = None;
        loop {
            let key = match map.next_key::<String>() {
                Ok(Some(key)) => key,
                Ok(None) => break,
                Err(broken) => return Err(wrong.unwrap_or(broken)),
            };
            let read = match key.as_str() {
                "coprod_record" => {
                    take(&mut format, &mut map, "coprod_record")?;
                    Ok(())
                }
                "written_by" => take(&mut written_by, &mut map, "written_by"),
                "title" => take(&mut title, &mut map, "title"),
                "date" => take(&mut date, &mut map, "date"),
                "question" => take(&mut question, &mut map, "question"),
                "statements" => take(&mut statements, &mut map, "statements"),
                "answer" => take(&mut answer, &mut map, "answer"),
                "checksum" => take(&mut checksum, &mut map, "checksum"),
                unknown => map.next_value_seed(Unknown(unknown)),
            };
            if let Err(error) = read {
                wrong.get_or_insert(error);
            }
        }
        let Format(coprod_record) = needed(format, "coprod_record")?;
        match wrong {
            Some(wrong) => Err(wrong),
            None => Ok(DecisionRecord {
                coprod_record,
                written_by: needed(written_by, "written_by")?,
                title: title.unwrap_or_default(),
                date: date.unwrap_or_default(),
                question: needed(question, "question")?,
                statements: statements.unwrap_or_default(),
                answer: needed(answer, "answer")?,
                checksum: needed(checksum, "checksum")?,
            }),
        }
    }
}

fn take<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    field: &mut Option<T>,
    map: &mut A,
    name: &'static str,
) -> Result<(), A::Error> {
    if field.is_some() {
        return Err(A::Error::duplicate_field(name));
    }
    *field = Some(map.next_value()?);
    Ok(())
}

fn needed<T, E: Error>(field: Option<T>, name: &'static str) -> Result<T, E> {
    field.ok_or_else(|| E::missing_field(name))
}
