//! Hands a value on to its type, after a look at what kind of value it is: with the type's own errors and the way to them kept.

use std::marker::PhantomData;

use serde::de::value::StrDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::json::unknown_word;
use super::known::UNKNOWN;

/// Anything but an object. One form for all kinds, so that a type is read by one piece of code and not by one for each kind.
pub(super) struct Handed<'a, E> {
    found: Unexpected<'a>,
    error: PhantomData<E>,
}

impl<'a, E> Handed<'a, E> {
    pub(super) const fn new(found: Unexpected<'a>) -> Self {
        Self { found, error: PhantomData }
    }
}

impl<'de, E: Error> Deserializer<'de> for Handed<'_, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.found {
            Unexpected::Bool(value) => visitor.visit_bool(value),
            Unexpected::Signed(value) => visitor.visit_i64(value),
            Unexpected::Unsigned(value) => visitor.visit_u64(value),
            Unexpected::Float(value) => visitor.visit_f64(value),
            Unexpected::Bytes(value) => visitor.visit_bytes(value),
            Unexpected::Str(value) => visitor.visit_str(value),
            other => Err(E::invalid_type(other, &visitor)),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        match self.found {
            Unexpected::Str(word) if words.contains(&word) => visitor.visit_enum(StrDeserializer::new(word)),
            Unexpected::Str(word) => Err(E::custom(unknown_word(word, &[words, &[UNKNOWN]].concat()))),
            other => Err(E::invalid_type(other, &visitor)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

/// An object whose entries are still to be read.
pub(super) struct HandedObject<A>(pub(super) A);

impl<'de, A: MapAccess<'de>> Deserializer<'de> for HandedObject<A> {
    type Error = A::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_map(self.0)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_newtype_struct(self)
    }

    /// An enum is a word here, never an object.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        Err(A::Error::invalid_type(Unexpected::Map, &visitor))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}
