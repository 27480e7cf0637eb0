//! A criterion of the charter as its table defines it.

use serde::Deserialize;

use crate::calendar::{DateRange, Day, PartialDate, Period};
use crate::charter::subject::Subject;
use crate::diagnostic::Severity;
use crate::documents::deserialize::OneOrMany;
use crate::language::Language;

/// A criterion of the charter.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Criterion {
    /// The principle that the criterion serves, or each in turn.
    pub principle: Option<PrincipleRef>,
    /// The number of the objective that the criterion serves.
    pub objective: Option<u8>,
    /// The kinds of record that the criterion applies to.
    pub applies_to: OneOrMany<Subject>,
    /// Lists or tables of the record whose rows are checked one by one, by their dotted keys.
    pub each: OneOrMany<String>,
    /// First date in force.
    pub from: Option<PartialDate>,
    /// Last date in force.
    pub to: Option<PartialDate>,
    /// Level of the findings.
    pub level: CriterionLevel,
    /// Expression that selects records; without it, all are selected.
    #[serde(rename = "if")]
    pub condition: Option<String>,
    /// Expression that must be true of every selected record.
    pub requires: String,
    /// Dotted keys that the findings point at.
    pub looks_at: Option<String>,
    /// Sentence of the findings.
    pub finding: BilingualText,
    /// Template of the text shown under the line, with expressions in double braces.
    pub shown: Option<BilingualText>,
    /// Reason why the network asks for this.
    pub because: BilingualText,
    /// Id of the source that the criterion rests on, or [`Criterion::OWN_RULE`].
    pub source: Option<String>,
    /// Records that satisfy the criterion.
    pub right: Vec<Example>,
    /// Records that violate the criterion.
    pub wrong: Vec<Example>,
}

impl Criterion {
    /// The source of a criterion that rests on no text: a rule that the network sets itself.
    pub const OWN_RULE: &'static str = "network";

    /// Whether the criterion says that it is a rule of the network itself.
    #[must_use]
    pub fn is_own_rule(&self) -> bool {
        self.source.as_deref() == Some(Self::OWN_RULE)
    }

    /// Whether the criterion is in force on a day; without dates it always is.
    #[must_use]
    pub fn in_force(&self, day: Day) -> bool {
        let period = self.period();
        period.is_empty()
            || period.overlaps(DateRange {
                first: day,
                last: day,
            })
    }

    /// The period in force.
    #[must_use]
    pub fn period(&self) -> Period {
        // A period without a beginning would be only its end: give it the first year of all.
        let from = self.from.or_else(|| self.to.map(|_| PartialDate::Year(1)));
        Period {
            from,
            to: self.to,
            seen: Vec::new(),
        }
    }

    /// The first kind of record that the criterion applies to.
    #[must_use]
    pub fn subject(&self) -> Subject {
        self.applies_to.0.first().copied().unwrap_or_default()
    }

    /// The kind of record of an example.
    #[must_use]
    pub fn subject_of(&self, example: &Example) -> Subject {
        example.kind.unwrap_or_else(|| self.subject())
    }

    /// Whether the criterion runs once for each principle.
    #[must_use]
    pub fn is_each(&self) -> bool {
        self.principle
            .as_ref()
            .is_some_and(|principle| principle.0 == PrincipleRef::EACH)
    }
}

/// The id of the principle that a criterion serves, or `each`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct PrincipleRef(pub String);

impl PrincipleRef {
    /// The word for every principle in turn.
    pub const EACH: &'static str = "each";
}

/// The level of a criterion's findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CriterionLevel {
    /// A contradiction.
    Error,
    /// A breach of the charter.
    Warning,
    /// A departure from the spirit of the charter.
    #[default]
    Note,
}

impl CriterionLevel {
    /// The severity of the findings.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
        }
    }
}

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct BilingualText {
    /// French text.
    pub fr: String,
    /// English text.
    pub en: String,
}

impl BilingualText {
    /// The text in a language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::English => &self.en,
        }
    }
}

/// An example of a criterion: a record, the records around it, and a date.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Example {
    /// The record, with only the keys that matter.
    pub record: serde_json::Value,
    /// The kind of record; by default the first that the criterion applies to.
    #[serde(rename = "as")]
    pub kind: Option<Subject>,
    /// Other records, by kind and by id.
    pub beside: serde_json::Value,
    /// The date of the evaluation.
    pub at: Option<PartialDate>,
}
