//! The kinds of record that expressions are about.

use serde::Deserialize;

/// A kind of record that an expression is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subject {
    /// A territory.
    Territory,
    /// An actor.
    Actor,
    /// A dynamic.
    #[default]
    Dynamic,
    /// Published figures, which queries may ask about, and no criterion.
    #[serde(skip)]
    Published,
}

impl Subject {
    /// All kinds that a criterion may apply to.
    pub const ALL: [Self; 3] = [Self::Territory, Self::Actor, Self::Dynamic];

    /// The name in expressions and in the charter, which is also the name of the schema.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Territory => "territory",
            Self::Actor => "actor",
            Self::Dynamic => "dynamic",
            Self::Published => "published",
        }
    }
}
