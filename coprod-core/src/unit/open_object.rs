//! Objects that others write, with further fields that are read past.

/// Structs all of whose fields may be absent and that may have fields which are not known here: their names are kept in `other`. With
/// `or text as`, text alone is read too.
macro_rules! open_object {
    ($($(#[$doc:meta])* $name:ident $(or text as $text:ident, then $plain:ident)? {
        $($(#[$about:meta])* $field:ident: $kind:ty,)*
    })*) => {$(
        #[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $(#[$doc])*
        pub struct $name {
            $($(#[$about])* #[serde(default, skip_serializing_if = "Option::is_none")] pub $field: Option<$kind>,)*
            /// The names of properties that were read past.
            #[serde(skip)]
            pub other: Vec<String>,
            $(/// Whether it was given as text alone, which is its id.
            #[serde(skip)]
            pub $plain: bool,)?
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                struct Open;

                impl<'de> serde::de::Visitor<'de> for Open {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(open_object!(@expected $($text)?))
                    }

                    $(fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        Ok($name { $text: Some(text.to_owned()), $plain: true, ..$name::default() })
                    })?

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        let mut read = $name::default();
                        while let Some(key) = map.next_key::<String>()? {
                            match key.as_str() {
                                $(stringify!($field) if read.$field.is_some() => {
                                    return Err(<A::Error as serde::de::Error>::duplicate_field(stringify!($field)));
                                })*
                                $(stringify!($field) => read.$field = map.next_value()?,)*
                                _ => {
                                    map.next_value::<serde::de::IgnoredAny>()?;
                                    read.other.push(key);
                                }
                            }
                        }
                        Ok(read)
                    }
                }

                from.deserialize_any(Open)
            }
        }
    )*};
    (@expected) => { "an object" };
    (@expected $text:ident) => { "an object, or an id as text" };
}

pub(crate) use open_object;
