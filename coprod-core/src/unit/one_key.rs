//! Unions written as an object with exactly one key, with errors that name the keys.

/// Implements `Deserialize` for an enum whose variants each hold one value and are written `{"key": value}`. Derive `Serialize` with
/// `rename_all = "snake_case"` beside it, so that both directions agree.
macro_rules! one_key {
    ($type:ident, $what:literal, { $($key:literal => $variant:ident),* $(,)? }) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                use crate::error::{ErrorCode, InputIssue};

                struct OneKey;

                impl OneKey {
                    fn wrong<E: serde::de::Error>(found: &str) -> E {
                        E::custom(InputIssue::new(
                            ErrorCode::NotOneKey,
                            format!(concat!($what, " has exactly one key, and here is {}"), found),
                            concat!("use one of: ", $("\"", $key, "\" ",)*).trim_end(),
                        ))
                    }
                }

                impl<'de> serde::de::Visitor<'de> for OneKey {
                    type Value = $type;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!($what, ", an object with one key"))
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut entries: A) -> Result<$type, A::Error> {
                        let Some(key) = entries.next_key::<String>()? else { return Err(Self::wrong("none")) };
                        let value = match key.as_str() {
                            $($key => $type::$variant(entries.next_value()?),)*
                            _ => return Err(Self::wrong(&format!("\"{}\"", crate::unit::short(&key)))),
                        };
                        match entries.next_key::<String>()? {
                            None => Ok(value),
                            Some(second) => Err(Self::wrong(&format!("\"{key}\" and \"{}\"", crate::unit::short(&second)))),
                        }
                    }
                }

                from.deserialize_map(OneKey)
            }
        }
    };
}

pub(crate) use one_key;
