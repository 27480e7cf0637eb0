//! The charter of a network: principles, sources and criteria, in the order of its file.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::calendar::PartialDate;
use crate::charter::amendment::{Amendment, Removal, UnresolvedChange};
use crate::charter::criterion::Criterion;
use crate::charter::error::CriterionError;
use crate::charter::origin::{CriterionOrigin, ExampleBase};
use crate::charter::principle::Principle;
use crate::diagnostic::{At, Place, Route};
use crate::route;
use indexmap::IndexMap;

/// The content of `charter.toml`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Charter {
    /// The principles.
    pub principles: IndexMap<String, Principle>,
    /// The texts that criteria rest on, by id.
    pub sources: IndexMap<String, CharterSource>,
    /// The criteria, by the name of what they find.
    pub criteria: IndexMap<String, Criterion>,
    /// The charter that this one starts from: `apes`, or a file of the workspace.
    pub base: Option<String>,
    /// Amendments to criteria of the base, by id.
    pub amended: IndexMap<String, Amendment>,
    /// Criteria and principles of the base that are struck; of every layer, once layered.
    pub struck: IndexMap<String, Removal>,
    /// The path of the file.
    #[serde(skip)]
    pub file: Arc<str>,
    /// The files that define each criterion, once layered.
    #[serde(skip)]
    pub origins: BTreeMap<String, CriterionOrigin>,
    /// Names amended or struck that the base does not have.
    #[serde(skip)]
    pub unresolved_changes: Vec<UnresolvedChange>,
}

impl Charter {
    /// The ids of the principles.
    #[must_use]
    pub fn principle_ids(&self) -> Vec<&str> {
        self.principles.iter().map(|(id, _)| id.as_str()).collect()
    }

    /// The file that writes a criterion, or a key of it (dotted for nested keys), and the route to
    /// it in that file.
    ///
    /// An amended key is found in its amendment, and the criterion as a whole in its last one.
    #[must_use]
    pub fn place(&self, id: &str, key: &str) -> (Arc<str>, Route) {
        let keys = key.split('.').filter(|key| !key.is_empty());
        let first_key = keys.clone().next();
        let origin = self.origins.get(id);
        let amendment = origin.and_then(|origin| {
            origin
                .amended
                .iter()
                .rev()
                .find(|(_, keys)| first_key.is_none_or(|key| keys.contains(&key)))
        });
        let (table, file) = match (amendment, origin) {
            (Some((file, _)), _) => ("amended", file),
            (None, Some(origin)) => ("criteria", &origin.file),
            (None, None) => ("criteria", &self.file),
        };
        (
            file.clone(),
            keys.fold(route![table, id], |route, key| route.then(key)),
        )
    }

    /// The charter that the author of the right or wrong examples of a criterion knew; `None` if it
    /// is this one.
    #[must_use]
    pub fn example_base(&self, id: &str, wrong: bool) -> Option<&ExampleBase> {
        let origin = self.origins.get(id)?;
        let [of_right, of_wrong] = &origin.examples;
        Some(if wrong { of_wrong } else { of_right }).filter(|base| base.file != self.file)
    }

    /// The place of an error in a criterion.
    #[must_use]
    pub fn error_place(&self, id: &str, error: &CriterionError) -> Place {
        let (file, mut route) = self.place(id, error.key);
        if let Some(item) = error.item {
            route = route.then(item);
        }
        let at = match error.span {
            Some(span) => At::Within(route, span),
            None => At::Value(route),
        };
        Place { file, at }
    }
}

/// A text that criteria rest on: a law, a founding document, a study.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct CharterSource {
    /// Title.
    pub title: Option<String>,
    /// Address of a page.
    pub url: Option<String>,
    /// Name of a document that has no page.
    pub document: Option<String>,
    /// Year of publication.
    pub year: Option<u16>,
    /// Day on which it was read; dates a page that bears no date.
    pub read_on: Option<PartialDate>,
}

impl CharterSource {
    /// Whether it is dated: by its year, or by the day on which it was read.
    #[must_use]
    pub fn is_dated(&self) -> bool {
        self.year.is_some() || self.read_on.is_some()
    }

    /// Whether it says where it is found: the address of a page, or the name of a document.
    #[must_use]
    pub fn is_findable(&self) -> bool {
        self.url.is_some() || self.document.is_some()
    }
}
