//! Tables as TOML or YAML: keys on one line first, then the sections.

use super::table::{Table, Value};
use crate::calendar::PartialDate;

/// A syntax of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// `.toml`
    Toml,
    /// `.yaml`
    Yaml,
}

impl Syntax {
    /// Returns the extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Yaml => "yaml",
        }
    }
}

/// Writes a table. Returns the text, with the line, from 1, of the key whose path is `watched`,
/// with dots between its parts.
pub fn write(table: &Table, syntax: Syntax, watched: Option<&str>) -> (String, Option<usize>) {
    let mut writer = Writer {
        syntax,
        watched,
        out: String::with_capacity(2048),
        line: None,
    };
    match syntax {
        Syntax::Toml => writer.toml(table, ""),
        Syntax::Yaml => writer.yaml(table, "", 0),
    }
    (writer.out, writer.line)
}

/// A text that is being written.
struct Writer<'w> {
    syntax: Syntax,
    watched: Option<&'w str>,
    out: String,
    line: Option<usize>,
}

impl Writer<'_> {
    fn toml(&mut self, table: &Table, parent: &str) {
        for (key, value) in inline_keys(table) {
            self.watch(parent, key);
            self.key(key);
            self.out.push_str(" = ");
            self.value(value);
            self.out.push('\n');
        }
        for (key, section) in sections(table) {
            let heading = if parent.is_empty() {
                quoted_key(key)
            } else {
                format!("{parent}.{}", quoted_key(key))
            };
            if inline_keys(section).next().is_some() {
                self.out.push('\n');
                self.watch(parent, key);
                self.out.push_str(&format!("[{heading}]\n"));
            }
            self.toml(section, &heading);
        }
    }

    fn yaml(&mut self, table: &Table, parent: &str, depth: usize) {
        for (key, value) in inline_keys(table) {
            self.indent(depth);
            self.watch(parent, key);
            self.key(key);
            self.out.push(':');
            if !matches!(value, Value::Bare(text) if text.is_empty()) {
                self.out.push(' ');
            }
            self.value(value);
            self.out.push('\n');
        }
        for (key, section) in sections(table) {
            if depth == 0 {
                self.out.push('\n');
            }
            self.indent(depth);
            self.watch(parent, key);
            self.key(key);
            self.out.push_str(":\n");
            let heading = if parent.is_empty() {
                key.to_owned()
            } else {
                format!("{parent}.{key}")
            };
            self.yaml(section, &heading, depth + 1);
        }
    }

    fn indent(&mut self, depth: usize) {
        self.out.extend(std::iter::repeat_n("  ", depth));
    }

    /// Records the line of a key that is about to be written, if it is the watched one. Of a key
    /// that is written twice, it is the second line.
    fn watch(&mut self, parent: &str, key: &str) {
        let Some(watched) = self.watched else { return };
        let rest = if parent.is_empty() {
            Some(watched)
        } else {
            below(watched, parent)
        };
        if rest == Some(key) {
            self.line = Some(self.out.matches('\n').count() + 1);
        }
    }

    fn key(&mut self, key: &str) {
        match self.syntax {
            Syntax::Toml => self.out.push_str(&quoted_key(key)),
            Syntax::Yaml => self.out.push_str(key),
        }
    }

    fn value(&mut self, value: &Value) {
        match (value, self.syntax) {
            (Value::Text(text), _) | (Value::Word(text), Syntax::Toml) => {
                self.out.push_str(&quoted(text));
            }
            (Value::Word(text) | Value::Bare(text), _) => self.out.push_str(text),
            (Value::PartialDate(month @ PartialDate::Month(..)), Syntax::Toml) => {
                self.out.push_str(&quoted(&month.to_string()));
            }
            (Value::PartialDate(date), _) => self.out.push_str(&date.to_string()),
            (Value::List(values), _) => {
                self.out.push('[');
                for (index, value) in values.iter().enumerate() {
                    self.out.push_str(if index == 0 { "" } else { ", " });
                    self.value(value);
                }
                self.out.push(']');
            }
            (Value::InlineTable(row) | Value::Section(row), _) => self.inline_table(row),
        }
    }

    fn inline_table(&mut self, row: &Table) {
        self.out.push('{');
        for (index, (key, value)) in row.0.iter().enumerate() {
            self.out.push_str(if index == 0 { " " } else { ", " });
            self.key(key);
            self.out.push_str(match self.syntax {
                Syntax::Toml => " = ",
                Syntax::Yaml => ": ",
            });
            self.value(value);
        }
        self.out.push_str(" }");
    }
}

/// Returns the rest of a dotted path below one of its parents.
fn below<'p>(path: &'p str, parent: &str) -> Option<&'p str> {
    path.strip_prefix(parent)?.strip_prefix('.')
}

/// Returns the keys whose values are on one line.
fn inline_keys(table: &Table) -> impl Iterator<Item = (&str, &Value)> {
    table
        .0
        .iter()
        .filter(|(_, value)| !matches!(value, Value::Section(_)))
        .map(|(key, value)| (key.as_str(), value))
}

/// Returns the keys whose values are under a heading.
fn sections(table: &Table) -> impl Iterator<Item = (&str, &Table)> {
    table.0.iter().filter_map(|(key, value)| match value {
        Value::Section(section) => Some((key.as_str(), section)),
        _ => None,
    })
}

/// Writes a key of TOML, without quotes if possible.
fn quoted_key(key: &str) -> String {
    let is_bare = !key.is_empty()
        && key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    if is_bare { key.to_owned() } else { quoted(key) }
}

/// Writes a text between quotation marks. Both syntaxes have these two escapes in common, and no
/// invented text has a character that needs another one.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
