//! Takes a request's type out of a tree. One plain path for all types: a struct comes from an object and never from a list, and each
//! error knows where it stands.
//!
//! A struct's fields are asked for in the order of its declaration (by `visit_seq`): the code that serde derives for that is less than
//! half of that for fields in any order, and the browser build carries it for every type.

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, Expected, MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor,
};

use super::issue::ReadError;
use super::tree::Tree;

impl Tree {
    #[cold]
    #[inline(never)]
    fn wrong(&self, expected: &dyn Expected) -> ReadError {
        let found = match self {
            Self::Null => Unexpected::Unit,
            Self::Truth(value) => Unexpected::Bool(*value),
            Self::Whole(value) => Unexpected::Signed(*value),
            Self::Large(value) => Unexpected::Unsigned(*value),
            Self::Fraction(text) => Unexpected::Bytes(text.as_bytes()),
            Self::Text(text) => Unexpected::Str(text),
            Self::List(_) => Unexpected::Seq,
            Self::Object(_) => Unexpected::Map,
        };
        ReadError::invalid_type(found, expected)
    }
}

impl<'de> Deserializer<'de> for &Tree {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self {
            Tree::Null => visitor.visit_unit(),
            Tree::Truth(value) => visitor.visit_bool(*value),
            Tree::Whole(value) => visitor.visit_i64(*value),
            Tree::Large(value) => visitor.visit_u64(*value),
            // A fraction goes as it is written, and bytes are nothing else here.
            Tree::Fraction(text) => visitor.visit_bytes(text.as_bytes()),
            Tree::Text(text) => visitor.visit_str(text),
            Tree::List(_) => self.deserialize_seq(visitor),
            Tree::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if let Tree::Truth(value) = self { visitor.visit_bool(*value) } else { Err(self.wrong(&visitor)) }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self {
            Tree::Whole(value) => visitor.visit_i64(*value),
            Tree::Large(value) => visitor.visit_u64(*value),
            _ => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if let Tree::Text(text) = self { visitor.visit_str(text) } else { Err(self.wrong(&visitor)) }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if *self == Tree::Null { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let Tree::List(items) = self else { return Err(self.wrong(&visitor)) };
        let mut left = Items { items: items.iter().enumerate() };
        let value = visitor.visit_seq(&mut left)?;
        if left.items.next().is_none() {
            return Ok(value);
        }
        Err(ReadError::invalid_length(items.len(), &"a list of the stated length"))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let Tree::Object(fields) = self else { return Err(self.wrong(&visitor)) };
        visitor.visit_map(Fields { fields: fields.iter(), current: None })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let Tree::Object(fields) = self else { return Err(self.wrong(&visitor)) };
        let mut left = Named::new(fields, known)?;
        visitor.visit_seq(&mut left).map_err(|error| left.at_field(error))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match self {
            Tree::Text(word) => visitor.visit_enum(Choice { word, value: None }),
            Tree::Object(fields) => match fields.as_slice() {
                [(word, value)] => visitor.visit_enum(Choice { word, value: Some(value) }),
                _ => Err(self.wrong(&visitor)),
            },
            _ => Err(self.wrong(&visitor)),
        }
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

struct Items<'a> {
    items: std::iter::Enumerate<std::slice::Iter<'a, Tree>>,
}

impl<'de> SeqAccess<'de> for &mut Items<'_> {
    type Error = ReadError;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, ReadError> {
        let Some((index, item)) = self.items.next() else { return Ok(None) };
        seed.deserialize(item).map(Some).map_err(|error| error.at_index(index))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

/// The values of a struct's fields, in the order in which it declares them.
struct Named<'a> {
    fields: &'a [(String, Tree)],
    known: std::slice::Iter<'static, &'static str>,
    last: &'static str,
}

impl<'a> Named<'a> {
    /// Refuses fields that are not known or stand twice.
    fn new(fields: &'a [(String, Tree)], known: &'static [&'static str]) -> Result<Self, ReadError> {
        for (index, (key, _)) in fields.iter().enumerate() {
            let Some(name) = known.iter().find(|name| *name == key) else {
                return Err(ReadError::unknown_field(key, known).at_key(key));
            };
            if fields.iter().take(index).any(|(other, _)| other == key) {
                return Err(ReadError::duplicate_field(name));
            }
        }
        Ok(Self { fields, known: known.iter(), last: "" })
    }

    /// The value of the next field, if it is there.
    fn advance(&mut self) -> Option<&'a Tree> {
        self.last = self.known.next()?;
        self.fields.iter().find(|(key, _)| key == self.last).map(|(_, value)| value)
    }

    /// A struct's own complaint, without a way to it, can only be that the field it asked for last is missing.
    #[cold]
    #[inline(never)]
    fn at_field(&self, error: ReadError) -> ReadError {
        if error.is_here() { ReadError::missing_field(self.last) } else { error }
    }
}

impl<'de> SeqAccess<'de> for &mut Named<'_> {
    type Error = ReadError;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, ReadError> {
        let Some(value) = self.advance() else { return Ok(None) };
        seed.deserialize(value).map(Some).map_err(|error| error.at_key(self.last))
    }
}

struct Fields<'a> {
    fields: std::slice::Iter<'a, (String, Tree)>,
    current: Option<&'a (String, Tree)>,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = ReadError;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, ReadError> {
        self.current = self.fields.next();
        let Some((key, _)) = self.current else { return Ok(None) };
        seed.deserialize(StrDeserializer::new(key)).map(Some).map_err(|error: ReadError| error.at_key(key))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, ReadError> {
        let Some((key, value)) = self.current else { return Err(ReadError::custom("a value without a key")) };
        seed.deserialize(value).map_err(|error| error.at_key(key))
    }
}

/// One of several words, or a word with a value.
struct Choice<'a> {
    word: &'a str,
    value: Option<&'a Tree>,
}

impl Choice<'_> {
    fn without_value(&self) -> ReadError {
        ReadError::invalid_type(Unexpected::Str(self.word), &"an object with one key")
    }
}

impl<'de> EnumAccess<'de> for Choice<'_> {
    type Error = ReadError;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), ReadError> {
        seed.deserialize(StrDeserializer::new(self.word)).map(|value| (value, self))
    }
}

impl<'de> VariantAccess<'de> for Choice<'_> {
    type Error = ReadError;

    fn unit_variant(self) -> Result<(), ReadError> {
        if self.value.is_none() { Ok(()) } else { Err(ReadError::invalid_type(Unexpected::Map, &"text")) }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, ReadError> {
        let value = self.value.ok_or_else(|| self.without_value())?;
        seed.deserialize(value).map_err(|error| error.at_key(self.word))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, ReadError> {
        let value = self.value.ok_or_else(|| self.without_value())?;
        value.deserialize_seq(visitor).map_err(|error| error.at_key(self.word))
    }

    fn struct_variant<V: Visitor<'de>>(self, known: &'static [&'static str], visitor: V) -> Result<V::Value, ReadError> {
        let value = self.value.ok_or_else(|| self.without_value())?;
        value.deserialize_struct("", known, visitor).map_err(|error| error.at_key(self.word))
    }
}
