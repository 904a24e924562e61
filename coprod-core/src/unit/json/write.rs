//! Writes a value as compact JSON. All that does not depend on the value's type is done by a few small functions, so that the browser
//! build does not carry it once per type.

use std::fmt::{self, Display, Write};

use serde::ser::{
    Error, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant, Serializer,
};

/// A value cannot be written. It says no more, because nothing of this library is such a value.
#[derive(Debug)]
pub(crate) struct WriteError;

impl Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value has no form in JSON")
    }
}

impl std::error::Error for WriteError {}

impl Error for WriteError {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Written = Result<(), WriteError>;

#[derive(Default)]
pub(super) struct Writer {
    pub(super) text: String,
}

impl Writer {
    /// Before an item: a comma, unless it is the first. Only an opened list or object ends in a bracket that opens: text ends in a quote.
    #[inline(never)]
    pub(super) fn item(&mut self) {
        if !self.text.ends_with(['[', '{']) {
            self.text.push(',');
        }
    }

    #[inline(never)]
    pub(super) fn key(&mut self, key: &str) {
        self.item();
        self.quoted(key);
        self.text.push(':');
    }

    #[inline(never)]
    pub(super) fn quoted(&mut self, text: &str) {
        self.text.push('"');
        Escaping(&mut self.text).escape(text);
        self.text.push('"');
    }

    /// `value` as it displays itself, in quotes.
    #[inline(never)]
    fn quoted_display(&mut self, value: &dyn Display) -> Written {
        self.text.push('"');
        write!(Escaping(&mut self.text), "{value}").map_err(|_| WriteError)?;
        self.text.push('"');
        Ok(())
    }

    #[inline(never)]
    fn plain(&mut self, value: &dyn Display) -> Written {
        write!(self.text, "{value}").map_err(|_| WriteError)
    }

    /// `{"word":`, to be closed.
    #[inline(never)]
    fn tagged(&mut self, word: &str) {
        self.text.push('{');
        self.key(word);
    }

    #[inline(never)]
    fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }
}

/// Escapes what goes through it.
struct Escaping<'a>(&'a mut String);

impl Escaping<'_> {
    fn escape(&mut self, mut text: &str) {
        while let Some(at) = text.find(|letter| matches!(letter, '\0'..='\u{1f}' | '"' | '\\')) {
            let (plain, rest) = text.split_at(at);
            self.0.push_str(plain);
            let mut rest = rest.chars();
            rest.by_ref().take(1).for_each(|letter| self.special(letter));
            text = rest.as_str();
        }
        self.0.push_str(text);
    }

    fn special(&mut self, letter: char) {
        let short = match letter {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\u{8}' => "\\b",
            '\u{c}' => "\\f",
            _ => {
                let code = u32::from(letter);
                self.0.push_str(if code < 16 { "\\u000" } else { "\\u001" });
                self.0.extend(char::from_digit(code % 16, 16));
                return;
            }
        };
        self.0.push_str(short);
    }
}

impl Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.escape(text);
        Ok(())
    }
}

macro_rules! whole_numbers {
    ($($method:ident: $type:ty as $wide:ty,)*) => {
        $(fn $method(self, value: $type) -> Written {
            self.plain(&<$wide>::from(value))
        })*
    };
}

impl Serializer for &mut Writer {
    type Ok = ();
    type Error = WriteError;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    whole_numbers! {
        serialize_i8: i8 as i64,
        serialize_i16: i16 as i64,
        serialize_i32: i32 as i64,
        serialize_i64: i64 as i64,
        serialize_u8: u8 as u64,
        serialize_u16: u16 as u64,
        serialize_u32: u32 as u64,
        serialize_u64: u64 as u64,
    }

    fn serialize_bool(self, value: bool) -> Written {
        self.raw(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Written {
        self.serialize_f64(value.into())
    }

    // Digits as few as give the number back, which is a table of its own.
    fn serialize_f64(self, value: f64) -> Written {
        match serde_json::Number::from_f64(value) {
            Some(number) => self.plain(&number),
            None => self.serialize_unit(),
        }
    }

    fn serialize_char(self, value: char) -> Written {
        self.quoted_display(&value)
    }

    fn serialize_str(self, value: &str) -> Written {
        self.quoted(value);
        Ok(())
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Written {
        self.quoted_display(&value)
    }

    fn serialize_bytes(self, value: &[u8]) -> Written {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.raw("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Written {
        self.serialize_str(word)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, word: &'static str, value: &T) -> Written {
        self.tagged(word);
        value.serialize(&mut *self)?;
        self.raw("}");
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, WriteError> {
        self.raw("[");
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, WriteError> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, WriteError> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, word: &'static str, _: usize) -> Result<Self, WriteError> {
        self.tagged(word);
        self.serialize_seq(None)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, WriteError> {
        self.raw("{");
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, WriteError> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, word: &'static str, _: usize) -> Result<Self, WriteError> {
        self.tagged(word);
        self.serialize_map(None)
    }
}

/// The several kinds of lists and objects, which differ in nothing but names and what closes them.
macro_rules! compound {
    ($($trait:ident $method:ident ($($key:ident)?) closes $close:literal;)*) => {
        $(impl $trait for &mut Writer {
            type Ok = ();
            type Error = WriteError;

            fn $method<T: Serialize + ?Sized>(&mut self, $($key: &'static str,)? value: &T) -> Written {
                compound!(@before self $($key)?);
                value.serialize(&mut **self)
            }

            fn end(self) -> Written {
                self.raw($close);
                Ok(())
            }
        })*
    };
    (@before $self:ident) => { $self.item() };
    (@before $self:ident $key:ident) => { $self.key($key) };
}

compound! {
    SerializeSeq serialize_element () closes "]";
    SerializeTuple serialize_element () closes "]";
    SerializeTupleStruct serialize_field () closes "]";
    SerializeTupleVariant serialize_field () closes "]}";
    SerializeStruct serialize_field (key) closes "}";
    SerializeStructVariant serialize_field (key) closes "}}";
}

impl SerializeMap for &mut Writer {
    type Ok = ();
    type Error = WriteError;

    /// Keys are ids, words and other text.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.item();
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.raw(":");
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.raw("}");
        Ok(())
    }
}
