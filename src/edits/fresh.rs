//! The text of a new record: the keys that are known, then all others as comments that say what
//! they are for.

use serde_json::Value as Json;

use crate::calendar::PartialDate;
use crate::documents::{Syntax, TopKey, top_keys};
use crate::edits::convert::{schema_line, table_text};
use crate::edits::new_value::NewValue;
use crate::language::Language;
use crate::say;

/// A record that is about to be written.
pub struct FreshRecord<'r> {
    /// Its kind.
    pub kind: &'r str,
    /// Its syntax.
    pub syntax: Syntax,
    /// The language of its comments.
    pub language: Language,
    /// Where editors find its schema; `None` if they would not.
    pub schema: Option<String>,
    /// The keys that are known.
    pub known: Vec<(String, NewValue)>,
}

impl FreshRecord<'_> {
    /// The text of the record with the known keys alone.
    #[must_use]
    pub fn head(&self) -> String {
        let mut text = String::new();
        if let Some(address) = &self.schema {
            text.push_str(&schema_line(address, self.syntax));
            text.push('\n');
        }
        let keys = top_keys(self.kind);
        let known = keys.iter().filter_map(|key| {
            let found = self.known.iter().find(|(name, _)| *name == key.name);
            found.cloned()
        });
        text + &table_text(&known.collect::<Vec<_>>(), self.syntax)
    }

    /// A text of the record, which has some keys, with all others as comments: those that it must
    /// have first. In TOML no value may follow a table, not even as a comment to be uncommented.
    #[must_use]
    pub fn with_comments(&self, text: &str, present: &[&str]) -> String {
        let keys = top_keys(self.kind);
        let (required, optional): (Vec<&TopKey>, Vec<&TopKey>) = keys
            .iter()
            .filter(|key| !present.contains(&&*key.name))
            .partition(|key| key.is_required);
        let tables_start = match self.syntax {
            Syntax::Toml if text.starts_with('[') => 0,
            Syntax::Toml => text.find("\n[").map_or(text.len(), |end| end + 1),
            Syntax::Yaml => text.len(),
        };
        let (values, tables) = text.split_at(tables_start);
        let mut out = format!("{}\n", values.trim_end());
        if !required.is_empty() {
            out.push_str(&say!(self.language,
                fr: "\n# Obligatoire\u{a0}: compléter, et retirer le `#` du début de la ligne.\n\n",
                en: "\n# Required: fill in, and remove the `#` at the beginning of the line.\n\n"));
            out.push_str(&self.commented(&required).concat());
        }
        let [own_values, own_tables] = self.commented(&optional);
        out.push_str(&say!(self.language,
            fr: "\n# Facultatif\u{a0}: retirer le `#` de ce qui sert, effacer le reste.\n\n",
            en: "\n# Optional: remove the `#` from what is useful, delete the rest.\n\n"));
        out.push_str(&own_values);
        if !tables.is_empty() {
            out.push_str(&format!("\n{}\n\n", tables.trim_end()));
        }
        out + &own_tables
    }

    /// The text of the record with the known keys, all others as comments.
    #[must_use]
    pub fn text(&self) -> String {
        let present: Vec<&str> = self.known.iter().map(|(name, _)| name.as_str()).collect();
        self.with_comments(&self.head(), &present)
    }

    /// Keys with what they mean and an example, all of it as comments: values, then tables.
    fn commented(&self, keys: &[&TopKey]) -> [String; 2] {
        let (mut values, mut tables) = (String::new(), String::new());
        for key in keys {
            let Some(example) = value_of(&key.example) else {
                continue;
            };
            let written = table_text(&[(key.name.clone(), example)], self.syntax);
            let is_table = written.starts_with('[') || written.trim_end().contains('\n');
            let block = format!("{}\n{written}", key.about(self.language));
            let lines = block.lines().map(|line| match line {
                "" => "#\n".to_owned(),
                line => format!("# {line}\n"),
            });
            let target = if is_table { &mut tables } else { &mut values };
            target.extend(lines);
        }
        [values, tables]
    }
}

/// An example of a schema as a value; `None` if there is none.
fn value_of(example: &Json) -> Option<NewValue> {
    Some(match example {
        Json::Null => return None,
        Json::Bool(value) => NewValue::Boolean(*value),
        Json::Number(number) => NewValue::Number(number.to_string()),
        Json::String(text) if matches!(PartialDate::parse(text), Some(PartialDate::Day(_))) => {
            NewValue::Date(text.clone())
        }
        Json::String(text) => NewValue::Text(text.clone()),
        Json::Array(items) => NewValue::List(items.iter().map(value_of).collect::<Option<_>>()?),
        Json::Object(entries) => NewValue::Table(
            entries
                .iter()
                .map(|(key, value)| Some((key.clone(), value_of(value)?)))
                .collect::<Option<_>>()?,
        ),
    })
}
