//! What a network's charter says: its principles and its criteria, in order.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::Deserialize;

use crate::charter::{Amendment, Criterion, Fault, Home, Struck, UnresolvedChange, Written};
use crate::diagnostic::{At, Place, Route};
use crate::language::Language;
use crate::route;

/// What `charter.toml` says.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Charter {
    /// The principles, in the order of the file.
    pub principles: IndexMap<String, Principle>,
    /// The texts on which the criteria rest, by id.
    pub sources: IndexMap<String, Text>,
    /// What is asked of the records, in the order of the file, by the name of what is found.
    pub criteria: IndexMap<String, Criterion>,
    /// The charter that it starts from: `apes`, or a file of the workspace.
    pub base: Option<String>,
    /// Criteria of the base that say something else here.
    pub amended: IndexMap<String, Amendment>,
    /// Criteria and principles of the base that are not taken over; once laid over it, those of
    /// every layer.
    pub struck: IndexMap<String, Struck>,
    /// The file in which it is written.
    #[serde(skip)]
    pub file: Arc<str>,
    /// Where each criterion is written, once every layer is laid over its base.
    #[serde(skip)]
    pub homes: BTreeMap<String, Home>,
    /// What it amends or strikes and the base does not have.
    #[serde(skip)]
    pub unknown_statements: Vec<UnresolvedChange>,
}

impl Charter {
    /// Where a criterion is written, or a key of it, dotted where needed: the file, and the way to
    /// it.
    ///
    /// A key that was amended is written in its amendment; the criterion as a whole, in its last
    /// amendment.
    #[must_use]
    pub fn place(&self, id: &str, key: &str) -> (Arc<str>, Route) {
        let keys = key.split('.').filter(|key| !key.is_empty());
        let first = keys.clone().next();
        let home = self.homes.get(id);
        let amended = home.and_then(|home| {
            let returns = |keys: &[&str]| first.is_none_or(|first| keys.contains(&first));
            home.amended.iter().rev().find(|(_, keys)| returns(keys))
        });
        let (table, file) = match (amended, home) {
            (Some((file, _)), _) => ("amended", file),
            (None, Some(home)) => ("criteria", &home.file),
            (None, None) => ("criteria", &self.file),
        };
        (
            file.clone(),
            keys.fold(route![table, id], |route, key| route.then(key)),
        )
    }

    /// What stood when the right or the wrong examples of a criterion were written; nothing else
    /// than now, unless a
    /// layer below wrote them.
    #[must_use]
    pub fn written(&self, id: &str, wrong: bool) -> Option<&Written> {
        let home = self.homes.get(id)?;
        Some(&home.examples[usize::from(wrong)]).filter(|written| written.file != self.file)
    }

    /// Where a fault of a criterion stands.
    #[must_use]
    pub fn place_of(&self, id: &str, fault: &Fault) -> Place {
        let (file, route) = self.place(id, fault.key);
        let route = fault
            .item
            .into_iter()
            .fold(route, |route, item| route.then(item));
        let at = match fault.span {
            Some(span) => At::Within(route, span),
            None => At::Value(route),
        };
        Place { file, at }
    }
}

/// A text on which criteria rest.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Text {
    /// Its title.
    pub title: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// What it is called where it is no page.
    pub document: Option<String>,
    /// When it appeared.
    pub year: Option<u16>,
}

/// A principle of the charter.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Principle {
    /// French label.
    pub fr: String,
    /// English label.
    pub en: String,
}

impl Principle {
    /// Its label in a language.
    #[must_use]
    pub fn label(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::English => &self.en,
        }
    }
}
