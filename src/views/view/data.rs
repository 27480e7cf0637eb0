//! Tables for other programs: a row for each thing, each value by itself, without a total.

use crate::calendar::{PartialDate, Period};
use crate::language::{Bilingual, Language};
use crate::views::view::cell::Cell;
use crate::views::view::table::Table;

/// What divides the values of a cell that holds several, as open data ask for.
pub const SEVERAL: &str = ";";

/// A table for other programs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataTable {
    /// Name that people type, the same in both languages: small letters and hyphens.
    pub name: String,
    /// What the table holds, in one line.
    pub caption: String,
    /// Columns in order.
    pub columns: Vec<DataColumn>,
    /// Rows, each as long as the columns.
    pub rows: Vec<Vec<Value>>,
}

/// A column of a table for other programs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataColumn {
    /// Name of the column for programs, the same in both languages.
    pub key: String,
    /// Name of the column in the reader's language.
    pub heading: String,
}

/// A value by itself: without its unit, its precision or its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing is known, or nothing applies.
    #[default]
    Nothing,
    /// Words, an id or a code.
    Text(String),
    /// A count or a year.
    Count(u64),
    /// A number that may have decimals or a sign.
    Number(f64),
    /// A date, as precise as it is known.
    Date(PartialDate),
    /// Yes or no.
    Flag(bool),
}

impl Value {
    /// Several words in one cell.
    pub fn several<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> Self {
        let words: Vec<String> = words
            .into_iter()
            .map(|word| word.as_ref().to_owned())
            .collect();
        Self::from(words.join(SEVERAL))
    }

    /// The value for JSON: dates as ISO 8601 writes them.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Nothing => serde_json::Value::Null,
            Self::Text(words) => words.as_str().into(),
            Self::Count(count) => (*count).into(),
            Self::Number(number) => (*number).into(),
            Self::Date(date) => date.to_string().into(),
            Self::Flag(is_so) => (*is_so).into(),
        }
    }

    /// A date as a record writes it; a text that is none stays a text.
    #[must_use]
    pub fn date(written: &str) -> Self {
        PartialDate::parse(written).map_or_else(|| Self::from(written), Self::Date)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(text)
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<u64> for Value {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<u16> for Value {
    fn from(count: u16) -> Self {
        Self::Count(count.into())
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value {
    fn from(is_so: bool) -> Self {
        Self::Flag(is_so)
    }
}

impl From<PartialDate> for Value {
    fn from(date: PartialDate) -> Self {
        Self::Date(date)
    }
}

impl<V: Into<Self>> From<Option<V>> for Value {
    fn from(value: Option<V>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

impl From<&Option<String>> for Value {
    fn from(value: &Option<String>) -> Self {
        Self::from(value.as_deref())
    }
}

impl From<&Cell> for Value {
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::Text(words) => Self::from(words),
            Cell::Number(count) => Self::Count(*count),
            Cell::Measure { number, .. } => Self::Number(*number),
            Cell::Symbol { digit, .. } => Self::from(*digit),
            Cell::Bar { full, .. } => Self::Count(*full),
            Cell::Nothing => Self::Nothing,
        }
    }
}

impl DataTable {
    /// Starts a table with a row for each item, in a language; a view writes `question.data(…)`.
    pub fn of<I>(
        language: Language,
        name: &str,
        caption: impl Into<String>,
        items: I,
    ) -> DataBuilder<I::Item>
    where
        I: IntoIterator<Item: Copy>,
    {
        let items: Vec<I::Item> = items.into_iter().collect();
        DataBuilder {
            language,
            table: Self {
                name: name.to_owned(),
                caption: caption.into(),
                rows: vec![Vec::new(); items.len()],
                ..Self::default()
            },
            items,
            context: Vec::new(),
        }
    }

    /// A table that people read, for programs: its rows without their total. A table that has
    /// amounts or dates in words is better made by a view.
    #[must_use]
    pub fn of_reading(name: &str, table: &Table) -> Self {
        Self {
            name: name.to_owned(),
            caption: table.caption.clone(),
            columns: table
                .columns
                .iter()
                .map(|it| DataColumn::same(it))
                .collect(),
            rows: table
                .rows
                .iter()
                .map(|row| row.iter().map(Value::from).collect())
                .collect(),
        }
    }

    /// The table as it is in every language: keys for headings, `true` and `false`.
    #[must_use]
    pub fn in_no_language(mut self) -> Self {
        for column in &mut self.columns {
            column.heading.clone_from(&column.key);
        }
        for value in self.rows.iter_mut().flatten() {
            if let Value::Flag(is_so) = value {
                *value = Value::Text(is_so.to_string());
            }
        }
        self
    }

    /// Adds a column that has the same value in every row.
    pub fn push_column(&mut self, names: Bilingual, language: Language, value: &Value) {
        self.columns.push(DataColumn {
            key: names.en.to_owned(),
            heading: names.get(language).to_owned(),
        });
        for row in &mut self.rows {
            row.push(value.clone());
        }
    }

    /// The values of each row with the keys of their columns.
    pub fn keyed_rows(&self) -> impl Iterator<Item = Vec<(String, Value)>> {
        self.rows.iter().map(|row| {
            let keys = self.columns.iter().map(|column| column.key.clone());
            keys.zip(row.iter().cloned()).collect()
        })
    }
}

impl DataColumn {
    fn same(heading: &str) -> Self {
        Self {
            key: heading.to_owned(),
            heading: heading.to_owned(),
        }
    }
}

/// A table for other programs in the making: each call adds a column, or several that belong
/// together.
#[must_use = "a table is made by `build`"]
pub struct DataBuilder<T> {
    language: Language,
    table: DataTable,
    items: Vec<T>,
    context: Vec<(Bilingual, Value)>,
}

impl<T: Copy> DataBuilder<T> {
    /// Adds a column with its name in both languages and its value for each item.
    pub fn column<V: Into<Value>>(self, fr: &str, en: &str, value: impl Fn(T) -> V) -> Self {
        let heading = match self.language {
            Language::French => fr,
            Language::English => en,
        };
        let column = DataColumn {
            key: en.to_owned(),
            heading: heading.to_owned(),
        };
        self.push(column, value)
    }

    /// Adds two columns: the id of a record or a word, and its name.
    pub fn named<I: Into<Value>, N: Into<Value>>(
        self,
        fr: &str,
        en: &str,
        id: impl Fn(T) -> I,
        name: impl Fn(T) -> N,
    ) -> Self {
        self.column(&format!("{fr}_id"), &format!("{en}_id"), id)
            .column(fr, en, name)
    }

    /// Adds three columns: the first and the last day of a period, and the years in which a source
    /// attests it.
    pub fn period(self, period: impl Fn(T) -> Option<Period>) -> Self {
        self.column("début", "from", |item| period(item).and_then(|it| it.from))
            .column("fin", "to", |item| period(item).and_then(|it| it.to))
            .column("constaté", "seen", |item| {
                let mut years = period(item).unwrap_or_default().seen;
                years.sort_unstable();
                Value::several(years.iter().map(u16::to_string))
            })
    }

    /// What is true of every row, in columns at the end: the days asked for, the filters, whether
    /// the network is invented.
    pub fn in_context(mut self, context: Vec<(Bilingual, Value)>) -> Self {
        self.context = context;
        self
    }

    fn push<V: Into<Value>>(mut self, column: DataColumn, value: impl Fn(T) -> V) -> Self {
        self.table.columns.push(column);
        for (row, item) in self.table.rows.iter_mut().zip(&self.items) {
            row.push(value(*item).into());
        }
        self
    }

    /// The finished table.
    #[must_use]
    pub fn build(mut self) -> DataTable {
        for (names, value) in self.context {
            self.table.push_column(names, self.language, &value);
        }
        self.table
    }
}
