//! Columns that a person chooses: keys of records, values computed from them, fields of lists.

use std::cmp::Ordering;

use serde_json::Value as Json;

use crate::charter::{CriterionError, Query, Rows, Scope, Value as Found, ValueType};
use crate::diagnostic::nearest;
use crate::language::Language;
use crate::network::values::RecordView;
use crate::network::{Network, RecordRef};
use crate::records::List;
use crate::views::list::fields::{FIELDS, Field};
use crate::views::list::kind::Listed;
use crate::views::parts::Alphabet;
use crate::views::parts::record_json::number_json;
use crate::views::view::{Cell, Question, SEVERAL, Value};

/// A column of a list.
#[derive(Clone, Debug)]
pub struct Column {
    /// The column as a person types it.
    pub name: String,
    source: Source,
}

/// Where the values of a column come from.
#[derive(Clone)]
enum Source {
    Field(&'static Field),
    Query(Box<Query>),
}

impl std::fmt::Debug for Source {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Field(field) => out.write_str(field.name),
            Self::Query(query) => query.fmt(out),
        }
    }
}

/// The reason why a text is no column.
#[derive(Debug)]
pub enum InvalidColumn {
    /// No record has a key of this name: the nearest one, if any.
    Unknown(Option<String>),
    /// The expression has errors.
    Expression(Vec<CriterionError>),
}

impl Column {
    /// The column that a text names, for records of a kind.
    ///
    /// # Errors
    /// Returns an error if no record has such a key, or the expression has errors.
    pub fn parse(
        text: &str,
        kind: Listed,
        network: &Network,
        language: Language,
    ) -> Result<Self, InvalidColumn> {
        let name = text.trim();
        let prefix = format!("{}.", kind.subject().name());
        let bare = name.strip_prefix(&prefix).unwrap_or(name);
        let source = match fields(kind).find(|field| field.name == bare) {
            Some(field) => Source::Field(field),
            None => Source::Query(Box::new(
                network
                    .value(name, kind.subject(), language)
                    .map_err(|errors| invalid(bare, kind, errors))?,
            )),
        };
        Ok(Self {
            name: bare.to_owned(),
            source,
        })
    }

    /// The values of the column for a record, for programs.
    #[must_use]
    pub fn json(&self, question: &Question, record: RecordRef) -> Json {
        match &self.source {
            Source::Field(field) => (field.value)(question, record),
            Source::Query(query) => {
                let view = RecordView::of(question.network, record, question.asked.last);
                let scope: Scope = view.scope();
                let found = query.evaluate(&scope);
                if query.path_type.many {
                    Json::Array(several(&found))
                } else {
                    single(&found)
                }
            }
        }
    }

    /// The value for a table that people read: labels for words.
    #[must_use]
    pub fn cell(&self, question: &Question, record: RecordRef) -> Cell {
        match self.json(question, record) {
            Json::Number(number) => match number.as_u64() {
                Some(count) => Cell::Number(count),
                None => Cell::from(number.to_string()),
            },
            value => Cell::from(self.words(question, &value)),
        }
    }

    /// The value for a table for programs: ids for words, `true` and `false`.
    #[must_use]
    pub fn value(&self, question: &Question, record: RecordRef) -> Value {
        match self.json(question, record) {
            Json::Null => Value::Nothing,
            Json::Number(number) => match number.as_u64() {
                Some(count) => Value::Count(count),
                None => Value::Number(number.as_f64().unwrap_or_default()),
            },
            Json::String(text) if self.is_date() => Value::date(&text),
            value => Value::from(plain(&value, SEVERAL, '/', question.language)),
        }
    }

    /// Whether people copy the values of the column.
    #[must_use]
    pub fn is_id(&self) -> bool {
        self.name == "id"
    }

    fn is_date(&self) -> bool {
        match &self.source {
            Source::Field(field) => matches!(field.name, "stage_since"),
            Source::Query(query) => query.path_type.value_type == ValueType::Date,
        }
    }

    /// The list of the vocabulary from which the values of the column are.
    fn list(&self) -> Option<List> {
        let Source::Query(query) = &self.source else {
            return None;
        };
        let named = query.word_list()?;
        let mut lists = List::ALL.iter();
        lists
            .find(|(_, name)| *name == named)
            .map(|(list, _)| *list)
    }

    fn words(&self, question: &Question, value: &Json) -> String {
        match (value, self.list()) {
            (Json::Bool(true), _) => question.words("oui", "yes"),
            (Json::Bool(false), _) => question.words("non", "no"),
            (Json::String(id), Some(list)) => question.short_label(list, id),
            (Json::Array(items), Some(_)) => {
                let labels = items.iter().map(|item| self.words(question, item));
                labels.collect::<Vec<_>>().join(", ")
            }
            (value, _) => plain(value, ", ", '–', question.language),
        }
    }

    /// The order of two values: numbers and dates by size, words of a list by their rank there,
    /// other texts by the alphabet. Records without a value are last.
    pub(super) fn compare(
        &self,
        question: &Question,
        (one, other): (&Json, &Json),
        descending: bool,
        alphabet: &Alphabet,
    ) -> Ordering {
        let order = match (is_empty(one), is_empty(other)) {
            (true, true) => return Ordering::Equal,
            (true, false) => return Ordering::Greater,
            (false, true) => return Ordering::Less,
            (false, false) => self.order(question, one, other, alphabet),
        };
        if descending { order.reverse() } else { order }
    }

    fn order(
        &self,
        question: &Question,
        one: &Json,
        other: &Json,
        alphabet: &Alphabet,
    ) -> Ordering {
        if let (Some(one), Some(other)) = (one.as_f64(), other.as_f64()) {
            return one.total_cmp(&other);
        }
        if let (Some(list), Some(one), Some(other)) = (self.list(), one.as_str(), other.as_str()) {
            let rank = |id| question.network.vocabulary.rank(list, id);
            return (rank(one), one).cmp(&(rank(other), other));
        }
        let language = question.language;
        alphabet.compare(
            &plain(one, SEVERAL, '/', language),
            &plain(other, SEVERAL, '/', language),
        )
    }
}

/// The fields of lists that a kind of record has.
pub fn fields(kind: Listed) -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().filter(move |field| field.of.contains(&kind))
}

/// Every name that is a column by itself: fields of lists, then keys of records.
#[must_use]
pub fn column_names(kind: Listed) -> Vec<&'static str> {
    let mut names: Vec<&str> = fields(kind).map(|field| field.name).collect();
    for key in kind.keys() {
        if !names.contains(&key) {
            names.push(key);
        }
    }
    names
}

/// Why a text is no column: a single name is looked up among all columns, an expression has errors
/// at their places.
fn invalid(text: &str, kind: Listed, errors: Vec<CriterionError>) -> InvalidColumn {
    let is_name = text
        .chars()
        .all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-'));
    let is_known = kind.keys().contains(&text);
    if is_name && !is_known {
        let names = column_names(kind);
        return InvalidColumn::Unknown(nearest(text, names).map(str::to_owned));
    }
    InvalidColumn::Expression(errors)
}

fn is_empty(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// A single value; null for none, and for a table that a network fills as it likes.
fn single(found: &Found) -> Json {
    match found {
        Found::Boolean(boolean) => (*boolean).into(),
        Found::Number(number) => number_json(*number),
        Found::Text(text) => (&**text).into(),
        Found::Date(date) => date.to_string().into(),
        Found::Rows(_) | Found::List(_) => Json::Array(several(found)),
        Found::Absent | Found::Table(_) => Json::Null,
    }
}

/// Several values; of rows with ids, the ids.
fn several(found: &Found) -> Vec<Json> {
    match found {
        Found::Absent => Vec::new(),
        Found::Rows(rows) => rows_json(*rows),
        Found::List(items) => items.iter().flat_map(several).collect(),
        one => vec![single(one)],
    }
}

fn rows_json(rows: &dyn Rows) -> Vec<Json> {
    let values = (0..rows.len()).flat_map(|index| match rows.row_id(index) {
        Some(id) => vec![Json::from(id)],
        None => several(&rows.row(index)),
    });
    values.collect()
}

/// A value in one text: several values with what divides them, the ends of a period with a dash.
fn plain(value: &Json, divider: &str, dash: char, language: Language) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        Json::Array(items) => {
            let items = items.iter();
            let texts = items.map(|item| plain(item, divider, dash, language));
            texts.collect::<Vec<_>>().join(divider)
        }
        Json::Object(keys) => {
            let text = |key: &str| keys.get(key).and_then(Json::as_str).unwrap_or_default();
            if keys.contains_key("seen") {
                let seen = plain(&keys["seen"], divider, dash, language);
                return match (text("from"), text("to")) {
                    ("", "") => seen,
                    (from, to) => format!("{from}{dash}{to}"),
                };
            }
            let both = match language {
                Language::French => [text("fr"), text("en")],
                Language::English => [text("en"), text("fr")],
            };
            let mut texts = both.into_iter().filter(|text| !text.is_empty());
            texts.next().unwrap_or_default().to_owned()
        }
        other => other.to_string(),
    }
}
