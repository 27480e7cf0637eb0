//! Writes a page in one syntax or the other: what stands on one line first, then what stands under
//! a heading.

use super::page::{Page, Value};
use crate::calendar::PartialDate;

/// The two syntaxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// `.toml`
    Toml,
    /// `.yaml`
    Yaml,
}

impl Syntax {
    /// How its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Yaml => "yaml",
        }
    }
}

/// Writes a page; answers the text and the line, from 1, of the key watched, its parts joined by
/// dots.
pub fn write(page: &Page, syntax: Syntax, watched: Option<&str>) -> (String, Option<usize>) {
    let mut pen = Pen {
        syntax,
        watched,
        out: String::with_capacity(2048),
        line: None,
    };
    match syntax {
        Syntax::Toml => pen.toml(page, ""),
        Syntax::Yaml => pen.yaml(page, "", 0),
    }
    (pen.out, pen.line)
}

struct Pen<'w> {
    syntax: Syntax,
    watched: Option<&'w str>,
    out: String,
    line: Option<usize>,
}

impl Pen<'_> {
    fn toml(&mut self, page: &Page, above: &str) {
        for (key, value) in lines(page) {
            self.watch(above, key);
            self.key(key);
            self.out.push_str(" = ");
            self.value(value);
            self.out.push('\n');
        }
        for (key, section) in sections(page) {
            let heading = if above.is_empty() {
                quoted_key(key)
            } else {
                format!("{above}.{}", quoted_key(key))
            };
            if lines(section).next().is_some() {
                self.out.push('\n');
                self.watch(above, key);
                self.out.push_str(&format!("[{heading}]\n"));
            }
            self.toml(section, &heading);
        }
    }

    fn yaml(&mut self, page: &Page, above: &str, depth: usize) {
        for (key, value) in lines(page) {
            self.indent(depth);
            self.watch(above, key);
            self.key(key);
            self.out.push(':');
            if !matches!(value, Value::Bare(nothing) if nothing.is_empty()) {
                self.out.push(' ');
            }
            self.value(value);
            self.out.push('\n');
        }
        for (key, section) in sections(page) {
            if depth == 0 {
                self.out.push('\n');
            }
            self.indent(depth);
            self.watch(above, key);
            self.key(key);
            self.out.push_str(":\n");
            let heading = if above.is_empty() {
                key.to_owned()
            } else {
                format!("{above}.{key}")
            };
            self.yaml(section, &heading, depth + 1);
        }
    }

    fn indent(&mut self, depth: usize) {
        self.out.extend(std::iter::repeat_n("  ", depth));
    }

    /// Notes the line where the key watched is about to be written; the last one, where it is
    /// written twice.
    fn watch(&mut self, above: &str, key: &str) {
        let Some(watched) = self.watched else { return };
        let rest = if above.is_empty() {
            Some(watched)
        } else {
            after(watched, above)
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
            (Value::PartialDate(when), _) => self.out.push_str(&when.to_string()),
            (Value::List(values), _) => {
                self.out.push('[');
                for (place, value) in values.iter().enumerate() {
                    self.out.push_str(if place == 0 { "" } else { ", " });
                    self.value(value);
                }
                self.out.push(']');
            }
            (Value::Row(row) | Value::Section(row), _) => self.row(row),
        }
    }

    fn row(&mut self, row: &Page) {
        self.out.push('{');
        for (place, (key, value)) in row.0.iter().enumerate() {
            self.out.push_str(if place == 0 { " " } else { ", " });
            self.key(key);
            self.out.push_str(if self.syntax == Syntax::Toml {
                " = "
            } else {
                ": "
            });
            self.value(value);
        }
        self.out.push_str(" }");
    }
}

/// What is left of a dotted path behind the part above it.
fn after<'p>(path: &'p str, above: &str) -> Option<&'p str> {
    path.strip_prefix(above)?.strip_prefix('.')
}

fn lines(page: &Page) -> impl Iterator<Item = (&str, &Value)> {
    let on_one_line = |(_, value): &&(String, Value)| !matches!(value, Value::Section(_));
    page.0
        .iter()
        .filter(on_one_line)
        .map(|(key, value)| (key.as_str(), value))
}

fn sections(page: &Page) -> impl Iterator<Item = (&str, &Page)> {
    page.0.iter().filter_map(|(key, value)| match value {
        Value::Section(section) => Some((key.as_str(), section)),
        _ => None,
    })
}

/// A key of TOML: bare where it may be.
fn quoted_key(key: &str) -> String {
    let bare = !key.is_empty()
        && key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    if bare { key.to_owned() } else { quoted(key) }
}

/// A text between quotation marks that both syntaxes read alike; the demo's texts have no control
/// characters.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
