//! A criterion as people write it: whom it looks at, what it asks, what is said where that is not
//! there.

use serde::Deserialize;

use crate::calendar::{DateRange, Day, PartialDate, Period};
use crate::charter::Subject;
use crate::diagnostic::Severity;
use crate::documents::deserialize::OneOrMany;
use crate::language::Language;

/// A criterion of the charter.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Criterion {
    /// The principle that it serves, or each in turn.
    pub principle: Option<PrincipleRef>,
    /// The objective of the process that it serves.
    pub objective: Option<u8>,
    /// The kinds of record that it judges.
    pub applies_to: OneOrMany<Subject>,
    /// The lists or tables of such a record whose rows it judges one by one.
    pub each: OneOrMany<String>,
    /// Since when it is in force.
    pub from: Option<PartialDate>,
    /// Until when it was.
    pub to: Option<PartialDate>,
    /// How grave what it finds is.
    pub level: CriterionLevel,
    /// Which records it looks at.
    #[serde(rename = "if")]
    pub condition: Option<String>,
    /// What it asks of them.
    pub requires: String,
    /// The key that its findings point at.
    pub looks_at: Option<String>,
    /// What is found, in a sentence.
    pub finding: BilingualText,
    /// What is said under the line at fault; expressions stand in double braces.
    pub shown: Option<BilingualText>,
    /// Why the network asks for it.
    pub because: BilingualText,
    /// Id of the source that says so.
    pub source: Option<String>,
    /// Records that it lets pass.
    pub right: Vec<Example>,
    /// Records in which it finds something.
    pub wrong: Vec<Example>,
}

impl Criterion {
    /// Whether it is in force on a day; without dates it always is.
    #[must_use]
    pub fn in_force(&self, day: Day) -> bool {
        let period = self.period();
        period.is_empty()
            || period.overlaps(DateRange {
                first: day,
                last: day,
            })
    }

    /// When it is in force.
    #[must_use]
    pub fn period(&self) -> Period {
        // A law that has an end and no beginning held from of old.
        let from = self.from.or_else(|| self.to.map(|_| PartialDate::Year(1)));
        Period {
            from,
            to: self.to,
            seen: Vec::new(),
        }
    }

    /// The kind of record that it judges, the first where it judges several.
    #[must_use]
    pub fn subject(&self) -> Subject {
        self.applies_to.0.first().copied().unwrap_or_default()
    }

    /// The kind of record that an example of it is.
    #[must_use]
    pub fn subject_of(&self, case: &Example) -> Subject {
        case.kind.unwrap_or_else(|| self.subject())
    }

    /// Whether it runs once for each principle.
    #[must_use]
    pub fn is_each(&self) -> bool {
        self.principle
            .as_ref()
            .is_some_and(|principle| principle.0 == PrincipleRef::EACH)
    }
}

/// The principle that a criterion serves.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct PrincipleRef(pub String);

impl PrincipleRef {
    /// What is written for every principle in turn.
    pub const EACH: &'static str = "each";
}

/// How grave what a criterion finds is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CriterionLevel {
    /// A contradiction.
    Error,
    /// The charter is not held.
    Warning,
    /// A matter of spirit.
    #[default]
    Note,
}

impl CriterionLevel {
    /// The severity of its findings.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
        }
    }
}

/// A sentence in both languages.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct BilingualText {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

impl BilingualText {
    /// The sentence in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::English => &self.en,
        }
    }
}

/// An example: a record, what stands beside it, and a date.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Example {
    /// The record, with only the keys that matter.
    pub record: serde_json::Value,
    /// What kind of record it is, where the criterion judges several; else the first of them.
    #[serde(rename = "as")]
    pub kind: Option<Subject>,
    /// Other records, by kind and by id.
    pub beside: serde_json::Value,
    /// When it is judged.
    pub at: Option<PartialDate>,
}
