//! Persons behind contacts, kept in a private folder apart from the records.
//!
//! The legal bases and the duty to inform are those of the GDPR (Regulation (EU) 2016/679, articles
//! 6, 7, 13 and 14).

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::calendar::{Day, PartialDate};
use crate::records::classify_path::SkipReason;
use crate::records::parts::id::PersonId;
use crate::records::parts::sorted_map::SortedMap;

/// The private folder of persons.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct People {
    /// Persons by id. A person whose file has errors is included, so that a contact finds it.
    pub persons: BTreeMap<PersonId, Person>,
    /// Positions of errors in their files. The content is private: only positions are kept.
    pub faults: Vec<PersonFault>,
    /// Why the folder could not be read, as a whole or in a part that may hold persons.
    pub unread: Option<SkipReason>,
}

/// An error in the file of a person, without any content of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFault {
    /// Path of the file below the folder of persons.
    pub file: Arc<str>,
    /// Line, from 1; `None` for a file that could not be opened.
    pub line: Option<usize>,
    /// Name of the rule.
    pub rule: String,
}

/// A person.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Person {
    /// Name.
    pub name: String,
    /// Personal e-mail address.
    pub email: Option<String>,
    /// Personal telephone number.
    pub phone: Option<String>,
    /// Legal basis for keeping the record.
    pub basis: LegalBasis,
    /// Date on which the person was informed.
    pub informed: Option<PartialDate>,
    /// Date of the last contact.
    pub last_contact: Option<PartialDate>,
    /// Consents, by purpose.
    pub consent: SortedMap<String, Consent>,
}

/// The legal basis for keeping data of a person (GDPR, article 6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LegalBasis {
    /// Consent of the person.
    #[default]
    Consent,
    /// Performance of a contract.
    Contract,
    /// Legitimate interest of the network, not overridden by those of the person.
    LegitimateInterest,
}

/// The consent of a person to disclosure for one purpose.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Consent {
    /// Keys that may be disclosed: `name`, `email`, `phone`.
    pub covers: Vec<String>,
    /// Date on which it was given.
    pub on: Option<PartialDate>,
    /// Last day.
    pub until: Option<PartialDate>,
    /// Evidence.
    pub proof: Option<String>,
    /// Date on which it was withdrawn.
    pub withdrawn: Option<PartialDate>,
}

impl People {
    /// Notes that a part of the folder was not read; that the system is exhausted outweighs all
    /// other reasons.
    pub fn note(&mut self, why: SkipReason) {
        if self.unread.is_none() || matches!(why, SkipReason::Exhausted(..)) {
            self.unread = Some(why);
        }
    }
}

impl Consent {
    /// Returns whether the consent is valid on a day: given, not expired, not withdrawn. Of the
    /// days that a partial date may mean, the one that permits least is taken.
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
    /// Returns whether a key of the record may be disclosed for a purpose on a day.
    #[must_use]
    pub fn consents_to(&self, key: &str, purpose: &str, day: Day) -> bool {
        self.consent.get(purpose).is_some_and(|consent| {
            consent.is_valid_on(day) && consent.covers.iter().any(|covered| covered == key)
        })
    }
}
