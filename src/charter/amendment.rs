//! Changes that a charter makes to its base: criteria amended key by key, criteria and principles
//! struck.

use std::sync::Arc;

use serde::Deserialize;

use crate::calendar::PartialDate;
use crate::charter::criterion::{BilingualText, Criterion, CriterionLevel, Example, PrincipleRef};
use crate::charter::subject::Subject;
use crate::documents::deserialize::OneOrMany;

/// New values for some keys of a criterion; the other keys keep theirs.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Amendment {
    principle: Option<PrincipleRef>,
    objective: Option<u8>,
    applies_to: Option<OneOrMany<Subject>>,
    each: Option<OneOrMany<String>>,
    from: Option<PartialDate>,
    to: Option<PartialDate>,
    level: Option<CriterionLevel>,
    #[serde(rename = "if")]
    condition: Option<String>,
    requires: Option<String>,
    looks_at: Option<String>,
    finding: Option<BilingualText>,
    shown: Option<BilingualText>,
    because: Option<BilingualText>,
    source: Option<String>,
    right: Option<Vec<Example>>,
    wrong: Option<Vec<Example>>,
}

impl Amendment {
    /// Sets the keys of a criterion. Returns their names.
    pub(super) fn apply(self, criterion: &mut Criterion) -> Vec<&'static str> {
        let mut keys = Vec::new();
        // Keys that every criterion has, and keys that it may lack.
        macro_rules! set {
            ($($field:ident = $name:literal),* $(,)?) => {$(
                if let Some(value) = self.$field {
                    criterion.$field = value;
                    keys.push($name);
                }
            )*};
        }
        macro_rules! set_optional {
            ($($field:ident = $name:literal),* $(,)?) => {$(
                if self.$field.is_some() {
                    criterion.$field = self.$field;
                    keys.push($name);
                }
            )*};
        }
        set!(
            applies_to = "applies_to",
            each = "each",
            level = "level",
            requires = "requires",
            finding = "finding",
            because = "because",
            right = "right",
            wrong = "wrong",
        );
        set_optional!(
            principle = "principle",
            objective = "objective",
            from = "from",
            to = "to",
            condition = "if",
            looks_at = "looks_at",
            shown = "shown",
            source = "source",
        );
        keys
    }
}

/// The removal of a criterion or a principle of the base.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Removal {
    /// Reason.
    pub because: BilingualText,
    /// Date since which the criterion is no longer in force; without it, it never was.
    pub from: Option<PartialDate>,
}

/// A change to the base that cannot be made.
#[derive(Clone, Debug, PartialEq)]
pub struct UnresolvedChange {
    /// The file with the change.
    pub file: Arc<str>,
    /// The table of the change: `amended` or `struck`.
    pub table: &'static str,
    /// The name that the base does not have.
    pub id: String,
    /// The name that was probably meant.
    pub nearest: Option<String>,
    /// Whether the name is that of a principle, struck with a date that principles do not have.
    pub dated_principle: bool,
}
