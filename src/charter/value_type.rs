//! Types of single values: as expressions are checked, and as computed fields declare them.

/// The type of a single value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ValueType {
    /// A table: an expression must name one of its keys to compare it.
    #[default]
    Table,
    /// Anything: a key that each network fills as it likes.
    Anything,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A year, a month or a day.
    Date,
    /// A text.
    Text {
        /// The list of the vocabulary whose words are allowed.
        list: Option<String>,
        /// The kind of record whose ids are allowed.
        names: Option<String>,
        /// The only texts allowed, if the schema enumerates them.
        choices: Vec<String>,
    },
}

impl ValueType {
    /// A text taken from a list of the vocabulary, or from the principles.
    #[must_use]
    pub fn word(list: &str) -> Self {
        Self::Text {
            list: Some(list.to_owned()),
            names: None,
            choices: Vec::new(),
        }
    }
}

/// The type of a computed field or of the result of a built-in function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnType {
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A year, a month or a day.
    Date,
    /// A text without restriction.
    Text,
    /// A word of a list of the vocabulary, or a principle.
    Word(&'static str),
    /// One of the three categories of resource.
    Category,
    /// The id of a record of a kind.
    Id(&'static str),
}

/// The categories of resource, as the schema of the vocabulary has them.
const CATEGORIES: [&str; 3] = ["market", "redistribution", "reciprocity"];

impl ReturnType {
    /// The corresponding type for the type checker.
    #[must_use]
    pub fn value_type(self) -> ValueType {
        match self {
            Self::Boolean => ValueType::Boolean,
            Self::Number => ValueType::Number,
            Self::Date => ValueType::Date,
            Self::Text => text(None, &[]),
            Self::Word(list) => ValueType::word(list),
            Self::Category => text(None, &CATEGORIES),
            Self::Id(kind) => text(Some(kind), &[]),
        }
    }
}

fn text(names: Option<&str>, choices: &[&str]) -> ValueType {
    ValueType::Text {
        list: None,
        names: names.map(str::to_owned),
        choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
    }
}
