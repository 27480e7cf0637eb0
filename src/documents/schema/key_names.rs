//! The key that a name was meant to be: one of the other names in the schemas' `x-also`, else the
//! most similar key.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value as Json;

use crate::diagnostic::nearest;
use crate::documents::schema::schemas::EMBEDDED;
use crate::documents::schema::shape::TableShape;
use crate::documents::schema::texts::text_of;
use crate::documents::spelling::plain;
use crate::documents::tree::Entry;

/// Letters below which a name with two typing errors is taken for another word.
const SHORT: usize = 5;

/// Unknown keys that are compared with a missing one: comparing is slow, and a table with more
/// was not written with typing errors.
const MOST_UNKNOWN: usize = 20;

/// The key that a name was meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntendedKey<'a> {
    /// The name is another name of this key.
    Alias(&'a str),
    /// The name is this key with typing errors.
    Misspelt(&'a str),
}

impl<'a> IntendedKey<'a> {
    /// The key itself.
    #[must_use]
    pub fn key(self) -> &'a str {
        let (Self::Alias(key) | Self::Misspelt(key)) = self;
        key
    }
}

/// Finds the key that a name was meant to be, among the keys that its table may have.
#[must_use]
pub fn intended<'a>(
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Option<IntendedKey<'a>> {
    let aliased = keys_called(name);
    known
        .clone()
        .find(|key| aliased.contains(key) || plain(key) == plain(name))
        .map(IntendedKey::Alias)
        .or_else(|| most_similar(name, known).map(IntendedKey::Misspelt))
}

/// Every key, of any table, that has this other name.
#[must_use]
pub fn keys_called(name: &str) -> Vec<&'static str> {
    let name = plain(name);
    ALIASES
        .iter()
        .filter(|(_, aliases)| aliases.contains(&name))
        .map(|(key, _)| key.as_str())
        .collect()
}

/// The other names of a key, as people type them.
#[must_use]
pub fn other_names(key: &str) -> Vec<&'static str> {
    kinds_with_common()
        .filter_map(|kind| text_of(kind)?.get("x-also")?.get(key)?.as_array())
        .flatten()
        .filter_map(Json::as_str)
        .collect()
}

fn kinds_with_common() -> impl Iterator<Item = &'static str> {
    EMBEDDED.iter().map(|(kind, _)| *kind)
}

fn most_similar<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if name.chars().count() >= SHORT {
        return nearest(name, known);
    }
    let first = name.chars().next();
    let with_one_error =
        known.filter(|key| key.chars().next() == first && strsim::osa_distance(name, key) <= 1);
    nearest(name, with_one_error)
}

/// The keys that a table may have and does not have yet.
pub fn free(
    shape: &'static TableShape,
    is_taken: impl Fn(&str) -> bool + Clone,
) -> impl Iterator<Item = &'static str> + Clone {
    shape
        .keys
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(move |key| !is_taken(key))
}

/// Whether a missing key is present under a wrong name, which is reported already.
#[must_use]
pub fn is_misnamed(key: &str, entries: &[Entry], shape: &'static TableShape) -> bool {
    if shape.others.is_some() {
        return false;
    }
    let free_keys = free(shape, |name| entries.iter().any(|entry| entry.key == name));
    entries
        .iter()
        .filter(|entry| shape.keys.iter().all(|(name, _)| *name != entry.key))
        .take(MOST_UNKNOWN)
        .filter_map(|entry| intended(&entry.key, free_keys.clone()))
        .any(|intended| intended.key() == key)
}

/// The other names of each key, as [`plain`] spells them.
static ALIASES: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    EMBEDDED
        .iter()
        .flat_map(|(_, text)| aliases(text))
        .collect()
});

/// The `x-also` of a schema: a table of keys and their other names.
fn aliases(schema: &str) -> Vec<(String, Vec<String>)> {
    let schema: Json = serde_json::from_str(schema).unwrap_or_default();
    let keys = schema.get("x-also").and_then(Json::as_object);
    keys.into_iter()
        .flatten()
        .map(|(key, names)| (key.clone(), plain_texts(names)))
        .collect()
}

fn plain_texts(list: &Json) -> Vec<String> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(Json::as_str)
        .map(plain)
        .collect()
}
