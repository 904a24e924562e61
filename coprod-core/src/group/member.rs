//! A member as a rule sees one: an id and, where it matters, a constituency.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::unit::Id;

/// A member of a group: `{"id": "ana", "constituency": "lived"}`, or just `"ana"` where no constituency matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Member {
    /// The short name used in rules and votes.
    pub id: Id,
    /// The constituency that the member belongs to. Every member has one, or none has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constituency: Option<Id>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    id: Id,
    #[serde(default)]
    constituency: Option<Id>,
}

impl<'de> Deserialize<'de> for Member {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct IdOrFields;

        impl<'de> Visitor<'de> for IdOrFields {
            type Value = Member;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id as text, or an object with \"id\" and \"constituency\"")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Member, E> {
                let id = Id::deserialize(de::value::StrDeserializer::new(text))?;
                Ok(Member { id, constituency: None })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Member, A::Error> {
                let Fields { id, constituency } = Fields::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Member { id, constituency })
            }
        }

        from.deserialize_any(IdOrFields)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Member {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Member".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let id = generator.subschema_for::<Id>();
        schemars::json_schema!({
            "description": "A member of a group. In JSON a plain id stands for a member without a constituency.",
            "type": ["object", "string"],
            "additionalProperties": false,
            "required": ["id"],
            "properties": {
                "id": {"description": "The short name used in rules and votes.", "allOf": [id.clone()]},
                "constituency": {"description": "The constituency that the member belongs to. Every member has one, or none has.", "anyOf": [id, {"type": "null"}]}
            }
        })
    }
}
