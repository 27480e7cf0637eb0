//! What a record says, before it is written in one syntax or the other.

use crate::calendar::PartialDate;

/// Keys and values, in the order in which people write them.
#[derive(Clone, Debug, Default)]
pub struct Page(pub Vec<(String, Value)>);

/// A value on a page.
#[derive(Clone, Debug)]
pub enum Value {
    /// Text for people.
    Text(String),
    /// An id or a word of the vocabulary.
    Word(String),
    /// Digits, `true` or `false`: these characters in both syntaxes.
    Bare(String),
    /// A year, a month or a day.
    PartialDate(PartialDate),
    /// Several.
    List(Vec<Value>),
    /// A table on one line.
    Row(Page),
    /// A table under a heading.
    Section(Page),
}

impl Page {
    /// A page with one key.
    pub fn of(key: &str, value: impl Into<Value>) -> Self {
        Self::default().with(key, value)
    }

    /// The page with one more key.
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.set(key, value);
        self
    }

    /// Says something, instead of what the key said before.
    pub fn set(&mut self, key: &str, value: impl Into<Value>) {
        let value = value.into();
        match self.0.iter_mut().find(|(known, _)| known == key) {
            Some((_, old)) => *old = value,
            None => self.0.push((key.to_owned(), value)),
        }
    }

    /// Says something where there is something to say.
    pub fn set_some(&mut self, key: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.set(key, value);
        }
    }

    /// Says something where there are any.
    pub fn set_all<T: Into<Value>>(&mut self, key: &str, values: Vec<T>) {
        if !values.is_empty() {
            self.set(key, Value::list(values));
        }
    }

    /// What a key says.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, value)| value)
    }

    /// Keeps of what is inferred the keys that the page has.
    pub fn infer_only_what_it_states(&mut self) {
        let Some(Value::List(mut keys)) = self.get("inferred").cloned() else {
            return;
        };
        let stated = |key: &Value| match key {
            Value::Word(key) => match key.split_once('.') {
                Some((table, key)) => {
                    matches!(self.get(table), Some(Value::Section(page)) if page.get(key).is_some())
                }
                None => self.get(key).is_some(),
            },
            _ => false,
        };
        keys.retain(stated);
        self.remove_or_set("inferred", keys);
    }

    /// Says a list, or nothing where it is empty.
    fn remove_or_set(&mut self, key: &str, values: Vec<Value>) {
        if values.is_empty() {
            self.remove(key);
        } else {
            self.set(key, Value::List(values));
        }
    }

    /// The page under a heading, which is written where it was not.
    pub fn section(&mut self, key: &str) -> Option<&mut Page> {
        if self.get(key).is_none() {
            self.set(key, Value::Section(Page::default()));
        }
        self.0
            .iter_mut()
            .find(|(known, _)| known == key)
            .and_then(|(_, value)| match value {
                Value::Section(page) | Value::Row(page) => Some(page),
                _ => None,
            })
    }

    /// Takes a key off the page.
    pub fn remove(&mut self, key: &str) {
        self.0.retain(|(known, _)| known != key);
    }
}

impl Value {
    /// Text for people.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Several.
    pub fn list<T: Into<Value>>(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }

    /// Several texts for people.
    pub fn texts(texts: &[&str]) -> Self {
        Self::List(texts.iter().map(|text| Self::text(*text)).collect())
    }
}

/// Most words stand in the vocabulary.
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
    fn from(truth: bool) -> Self {
        Self::Bare(truth.to_string())
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
    fn from(when: PartialDate) -> Self {
        Self::PartialDate(when)
    }
}

impl From<Page> for Value {
    fn from(row: Page) -> Self {
        Self::Row(row)
    }
}
