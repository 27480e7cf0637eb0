//! The shape of a value: the part of a JSON Schema that the validator needs.

use crate::documents::schema::pattern::Pattern;
use crate::language::Language;

/// Index of a shape in the list of all schemas.
pub type ShapeId = usize;

/// The shape that a value must have.
#[derive(Debug, Default)]
pub struct Shape {
    /// Values that are allowed.
    pub kind: ShapeKind,
    /// Description of the expected value, in French and in English, for messages; may be empty.
    pub expects: (String, String),
    /// Description of the key, in French and in English, for the manual; may be empty.
    pub description: (String, String),
    /// The list of the vocabulary that the text is a word of.
    pub word: Option<String>,
    /// The kind of record that the text is an id of.
    pub names: Option<String>,
    /// The family of codes that the text belongs to; `None` for any other text.
    pub code: Option<Code>,
    /// Whether the number is an amount in euros.
    pub is_euros: bool,
}

/// A family of codes made of digits, which people take for numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// Codes of communes, departments, regions and intercommunalities.
    Official,
    /// Telephone numbers.
    Phone,
    /// Numbers of registers and of legal categories.
    Register,
}

/// The kinds of shape.
#[derive(Debug, Default)]
pub enum ShapeKind {
    /// Any value.
    #[default]
    Any,
    /// A text.
    Text {
        /// A pattern that the text must match.
        pattern: Option<Pattern>,
        /// Most characters.
        longest: usize,
        /// The texts that are allowed; all of them where the list is empty.
        choices: Vec<String>,
    },
    /// A number between two bounds, both included.
    Number {
        /// Whether decimals are forbidden.
        whole: bool,
        /// Lower bound.
        least: f64,
        /// Upper bound.
        most: f64,
    },
    /// `true` or `false`.
    Boolean,
    /// A list.
    List {
        /// Shape of each item.
        items: ShapeId,
        /// Fewest items.
        least: usize,
    },
    /// A table.
    Table(TableShape),
    /// One of several shapes.
    ShortOrTable(Vec<ShapeId>),
}

/// The keys that a table may have.
#[derive(Debug, Default)]
pub struct TableShape {
    /// Known keys, in the order of the schema.
    pub keys: Vec<(String, ShapeId)>,
    /// Keys that match a pattern.
    pub forms: Vec<(Pattern, ShapeId)>,
    /// Shape below any other key; `None` where other keys are forbidden.
    pub others: Option<ShapeId>,
    /// Keys that must be present.
    pub required: Vec<String>,
    /// Shape of the keys themselves, where they are free: ids, years.
    pub names: Option<ShapeId>,
}

impl Shape {
    /// Description of the expected value in a language; may be empty.
    #[must_use]
    pub fn expectation(&self, language: Language) -> &str {
        match language {
            Language::French => &self.expects.0,
            Language::English => &self.expects.1,
        }
    }
}
