//! JSON text as a tree that keeps what a request said: the order of fields, fields that stand twice, and how fractions are written.
//!
//! A reader of its own, by RFC 8259: it is a third of the size of a general one, and turns no fraction into a float.

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Tree {
    Null,
    Truth(bool),
    Whole(i64),
    /// A whole number beyond `i64`.
    Large(u64),
    /// Any other number, as it is written.
    Fraction(String),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

/// What breaks the rules of JSON, and after how many bytes.
#[derive(Debug)]
pub(super) struct Broken {
    what: &'static str,
    at: usize,
}

impl Broken {
    /// What it is, with the line and the column in bytes.
    pub(super) fn place(&self, text: &str) -> String {
        let before = text.as_bytes().get(..=self.at).unwrap_or(text.as_bytes());
        let (line, column) = before.iter().fold((1_usize, 0_usize), |(line, column), byte| match byte {
            b'\n' => (line + 1, 0),
            _ => (line, column + 1),
        });
        format!("{} at line {line} column {column}", self.what)
    }
}

type Read<T> = Result<T, Broken>;

/// The tree that `text` holds. It calls itself for each list and object within another: the caller bounds how deep they are nested.
pub(super) fn parse(text: &str) -> Read<Tree> {
    let mut reader = Reader { text, at: 0 };
    let tree = reader.value()?;
    match reader.after_space() {
        None => Ok(tree),
        Some(_) => reader.broken("trailing characters"),
    }
}

/// Stands at a byte of `text`, never beyond its end.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn broken<T>(&self, what: &'static str) -> Read<T> {
        let what = if self.at < self.text.len() { what } else { "eof while parsing a value" };
        Err(Broken { what, at: self.at })
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn after_space(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    /// Steps over `byte`, if it is next.
    fn takes(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self) -> Read<Tree> {
        match self.after_space() {
            Some(b'"') => self.string().map(Tree::Text),
            Some(b'{') => self.object(),
            Some(b'[') => self.list(),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'n') => self.word("null", Tree::Null),
            Some(b't') => self.word("true", Tree::Truth(true)),
            Some(b'f') => self.word("false", Tree::Truth(false)),
            _ => self.broken("expected value"),
        }
    }

    fn word(&mut self, word: &str, tree: Tree) -> Read<Tree> {
        for byte in word.bytes() {
            if !self.takes(byte) {
                return self.broken("expected value");
            }
        }
        Ok(tree)
    }

    fn list(&mut self) -> Read<Tree> {
        self.at += 1;
        let mut items = Vec::new();
        if self.after_space() == Some(b']') {
            self.at += 1;
            return Ok(Tree::List(items));
        }
        loop {
            items.push(self.value()?);
            self.after_space();
            if self.takes(b']') {
                return Ok(Tree::List(items));
            }
            if !self.takes(b',') {
                return self.broken("expected `,` or `]`");
            }
        }
    }

    fn object(&mut self) -> Read<Tree> {
        self.at += 1;
        let mut fields = Vec::new();
        if self.after_space() == Some(b'}') {
            self.at += 1;
            return Ok(Tree::Object(fields));
        }
        loop {
            if self.after_space() != Some(b'"') {
                return self.broken("key must be a string");
            }
            let key = self.string()?;
            self.after_space();
            if !self.takes(b':') {
                return self.broken("expected `:`");
            }
            fields.push((key, self.value()?));
            self.after_space();
            if self.takes(b'}') {
                return Ok(Tree::Object(fields));
            }
            if !self.takes(b',') {
                return self.broken("expected `,` or `}`");
            }
        }
    }

    fn digits(&mut self) -> Read<()> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { self.broken("invalid number") }
    }

    fn number(&mut self) -> Read<Tree> {
        let start = self.at;
        self.takes(b'-');
        if self.takes(b'0') {
            if let Some(b'0'..=b'9') = self.peek() {
                return self.broken("invalid number");
            }
        } else {
            self.digits()?;
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _ = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        let number = self.text.get(start..self.at).unwrap_or_default();
        // A zero below zero is no whole number.
        let whole = number.parse().ok().filter(|_| number != "-0").map(Tree::Whole);
        Ok(whole.or_else(|| number.parse().ok().map(Tree::Large)).unwrap_or_else(|| Tree::Fraction(number.to_owned())))
    }

    fn string(&mut self) -> Read<String> {
        self.at += 1;
        let mut string = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), None | Some(0..=0x1f | b'"' | b'\\')) {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at).unwrap_or_default());
            if self.takes(b'"') {
                return Ok(string);
            }
            if !self.takes(b'\\') {
                return self.broken("control character in a text, which must be written as \\n or \\u0000");
            }
            string.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Read<char> {
        let letter = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => byte.into(),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return self.broken("invalid escape"),
        };
        self.at += 1;
        Ok(letter)
    }

    /// `u` and four digits; twice for letters beyond the first 65536.
    fn unicode(&mut self) -> Read<char> {
        let first = self.unit()?;
        let second = match first {
            0xd800..=0xdbff if self.takes(b'\\') && self.peek() == Some(b'u') => Some(self.unit()?),
            _ => None,
        };
        match char::decode_utf16([first].into_iter().chain(second)).next() {
            Some(Ok(letter)) => Ok(letter),
            _ => self.broken("invalid escape"),
        }
    }

    fn unit(&mut self) -> Read<u16> {
        self.at += 1;
        let digits = self
            .text
            .get(self.at..)
            .and_then(|left| left.get(..4))
            .filter(|four| four.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match digits.and_then(|four| u16::from_str_radix(four, 16).ok()) {
            Some(unit) => {
                self.at += 4;
                Ok(unit)
            }
            None => self.broken("invalid escape"),
        }
    }
}
