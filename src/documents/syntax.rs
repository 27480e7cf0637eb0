//! The two syntaxes of a record, with their rules of quoting.

/// The syntax of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// `.toml`
    Toml,
    /// `.yaml` or `.yml`: the part of YAML without anchors, tags and second documents
    Yaml,
}

impl Syntax {
    /// The syntax that the ending of a path announces; `None` for a file that is not a record.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        match path.rsplit_once('.')?.1 {
            "toml" => Some(Self::Toml),
            "yaml" | "yml" => Some(Self::Yaml),
            _ => None,
        }
    }

    /// Name of the syntax, as printed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Toml => "TOML",
            Self::Yaml => "YAML",
        }
    }

    /// A text as a key of this syntax: bare where possible, quoted otherwise.
    #[must_use]
    pub fn key(self, text: &str) -> String {
        if !text.is_empty() && text.bytes().all(is_bare_key_byte) {
            text.to_owned()
        } else {
            self.quote(text)
        }
    }

    /// A text in double quotes, escaped so that both syntaxes read it back unchanged.
    #[must_use]
    pub fn quote(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 2);
        out.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => out.extend(['\\', character]),
                '\n' => out.push_str("\\n"),
                '\t' => out.push_str("\\t"),
                control if control.is_control() => {
                    out.push_str(&format!("\\u{:04x}", u32::from(control)));
                }
                other => out.push(other),
            }
        }
        out.push('"');
        out
    }
}

/// Whether a byte may be part of an unquoted TOML key.
pub(super) fn is_bare_key_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}
