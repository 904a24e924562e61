//! Where in a request something is: an RFC 6901 JSON pointer.

use std::fmt;

/// A JSON pointer such as `/people/2/capacity`; the empty pointer is the whole request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pointer(String);

impl Pointer {
    /// The whole request.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The member `name` of the object pointed at.
    #[must_use]
    pub fn key(&self, name: impl AsRef<str>) -> Self {
        let escaped = name.as_ref().replace('~', "~0").replace('/', "~1");
        Self(format!("{}/{escaped}", self.0))
    }

    /// The item at `index` of the list pointed at.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// The same place under `to`, if it is `from` or under it.
    #[must_use]
    pub(crate) fn within(&self, from: &str, to: &str) -> Option<Self> {
        let rest = self.0.strip_prefix(from).filter(|rest| rest.is_empty() || rest.starts_with('/'))?;
        Some(Self(format!("{to}{rest}")))
    }

    /// The pointer as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
