//! Tables: the content of a record, before it is written as TOML or YAML.

use crate::calendar::PartialDate;

/// Keys and values, in the order in which people write them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table(pub Vec<(String, Value)>);

/// A value of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text for people, always quoted.
    Text(String),
    /// Id, or word of the vocabulary: quoted in TOML only.
    Word(String),
    /// Number or boolean, written without quotes in both syntaxes.
    Bare(String),
    /// Year, month or day.
    PartialDate(PartialDate),
    /// List.
    List(Vec<Value>),
    /// Table on one line.
    InlineTable(Table),
    /// Table under a heading.
    Section(Table),
}

impl Table {
    /// Returns a table with one key.
    pub fn of(key: &str, value: impl Into<Value>) -> Self {
        Self::default().with(key, value)
    }

    /// Returns the table with one more key.
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.set(key, value);
        self
    }

    /// Sets the value of a key, which keeps its position if it is present.
    pub fn set(&mut self, key: &str, value: impl Into<Value>) {
        let value = value.into();
        match self.0.iter_mut().find(|(known, _)| known == key) {
            Some((_, old)) => *old = value,
            None => self.0.push((key.to_owned(), value)),
        }
    }

    /// Sets the value of a key if there is a value.
    pub fn set_some(&mut self, key: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.set(key, value);
        }
    }

    /// Sets a key to a list, unless the list is empty.
    pub fn set_all<T: Into<Value>>(&mut self, key: &str, values: Vec<T>) {
        if !values.is_empty() {
            self.set(key, Value::list(values));
        }
    }

    /// Returns the value of a key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, value)| value)
    }

    /// Removes from `inferred` the names of keys that the table does not have.
    pub fn infer_only_what_is_stated(&mut self) {
        let Some(Value::List(mut names)) = self.get("inferred").cloned() else {
            return;
        };
        names.retain(|name| matches!(name, Value::Word(name) if self.states(name)));
        if names.is_empty() {
            self.remove("inferred");
        } else {
            self.set("inferred", Value::List(names));
        }
    }

    /// Returns whether the table has a key, or a section with a key (`figures.members`).
    fn states(&self, name: &str) -> bool {
        match name.split_once('.') {
            Some((section, key)) => {
                matches!(self.get(section), Some(Value::Section(table)) if table.get(key).is_some())
            }
            None => self.get(name).is_some(),
        }
    }

    /// Returns the table of a key, which is added if it is missing. Returns `None` if the key has
    /// another value.
    pub fn section(&mut self, key: &str) -> Option<&mut Table> {
        if self.get(key).is_none() {
            self.set(key, Value::Section(Table::default()));
        }
        self.0
            .iter_mut()
            .find(|(known, _)| known == key)
            .and_then(|(_, value)| match value {
                Value::Section(table) | Value::InlineTable(table) => Some(table),
                _ => None,
            })
    }

    /// Removes a key.
    pub fn remove(&mut self, key: &str) {
        self.0.retain(|(known, _)| known != key);
    }
}

impl Value {
    /// Returns a text for people.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Returns a list, each item once.
    pub fn list<T: Into<Value>>(values: Vec<T>) -> Self {
        let mut items: Vec<Self> = Vec::with_capacity(values.len());
        for value in values {
            let item = value.into();
            if !items.contains(&item) {
                items.push(item);
            }
        }
        Self::List(items)
    }

    /// Returns a list of texts for people.
    pub fn texts(texts: &[&str]) -> Self {
        Self::List(texts.iter().map(|text| Self::text(*text)).collect())
    }
}

/// Most string literals of this folder are words of the vocabulary.
impl From<&str> for Value {
    fn from(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

impl From<String> for Value {
    fn from(word: String) -> Self {
        Self::Word(word)
    }
}

impl From<bool> for Value {
    fn from(boolean: bool) -> Self {
        Self::Bare(boolean.to_string())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Bare(number.to_string())
    }
}

impl From<u16> for Value {
    fn from(year: u16) -> Self {
        Self::PartialDate(PartialDate::Year(year))
    }
}

impl From<PartialDate> for Value {
    fn from(date: PartialDate) -> Self {
        Self::PartialDate(date)
    }
}

impl From<Table> for Value {
    fn from(table: Table) -> Self {
        Self::InlineTable(table)
    }
}
