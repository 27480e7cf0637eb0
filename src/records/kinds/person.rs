//! Persons behind contacts, kept apart from the records: what the network may keep, and what each
//! of them lets it show.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::calendar::{Day, PartialDate};
use crate::records::{PersonId, SortedMap};

/// The private folder of persons, as far as it could be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct People {
    /// Persons by id; one whose file is faulty is there too, so that a contact finds it.
    pub persons: BTreeMap<PersonId, Person>,
    /// Where their files are faulty. What stands there is nobody's business: only the place is
    /// kept.
    pub faults: Vec<PersonFault>,
}

/// A fault in a person's file, without a word of what the file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFault {
    /// The file, below the folder of persons.
    pub file: Arc<str>,
    /// Its line, from 1; nothing where the file could not be opened.
    pub line: Option<usize>,
    /// The name of the rule.
    pub rule: String,
}

/// A person.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Person {
    /// Name.
    pub name: String,
    /// Own address.
    pub email: Option<String>,
    /// Own number.
    pub phone: Option<String>,
    /// What allows the network to keep this.
    pub basis: LegalBasis,
    /// When the person was told of it.
    pub informed: Option<PartialDate>,
    /// The last sign of life.
    pub last_contact: Option<PartialDate>,
    /// What may be shown, by purpose.
    pub consent: SortedMap<String, Consent>,
}

/// What allows a person's record to be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LegalBasis {
    /// The person agreed.
    #[default]
    Consent,
    /// A contract needs it.
    Contract,
    /// The network needs it, and the person does not suffer from it.
    LegitimateInterest,
}

/// What a person lets be shown for one purpose.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Consent {
    /// Keys: `name`, `email`, `phone`.
    pub covers: Vec<String>,
    /// When it was given.
    pub on: Option<PartialDate>,
    /// Its last day.
    pub until: Option<PartialDate>,
    /// What shows it.
    pub proof: Option<String>,
    /// When it was withdrawn.
    pub withdrawn: Option<PartialDate>,
}

impl Consent {
    /// Whether it holds on a day: given, not over, not withdrawn. A doubtful date is read against
    /// showing.
    #[must_use]
    pub fn is_valid_on(&self, day: Day) -> bool {
        self.on.is_some_and(|on| on.last() <= day)
            && self.until.is_none_or(|until| day <= until.last())
            && self
                .withdrawn
                .is_none_or(|withdrawn| day < withdrawn.first())
    }
}

impl Person {
    /// Whether a key of this record may be shown for a purpose on a day.
    #[must_use]
    pub fn consents_to(&self, key: &str, purpose: &str, day: Day) -> bool {
        self.consent.get(purpose).is_some_and(|consent| {
            consent.is_valid_on(day) && consent.covers.iter().any(|covered| covered == key)
        })
    }
}
