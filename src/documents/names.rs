//! The key that a name was meant to be: by what people call it, as `x-also` in the schemas lists,
//! else by its letters.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value as Json;

use crate::diagnostic::nearest;
use crate::documents::document::Entry;
use crate::documents::schema::{EMBEDDED, TableShape};
use crate::documents::spelling::plain;

/// The key that a name was meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant<'a> {
    /// People call this key so.
    Called(&'a str),
    /// This key is written nearly so.
    Near(&'a str),
}

impl<'a> Meant<'a> {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'a str {
        let (Self::Called(key) | Self::Near(key)) = self;
        key
    }
}

/// Of the keys that a table may have, the one that a name was meant to be.
#[must_use]
pub fn meant<'a>(name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<Meant<'a>> {
    let called = called(name);
    let by_name = known
        .clone()
        .find(|key| called.contains(key) || plain(key) == plain(name));
    by_name
        .map(Meant::Called)
        .or_else(|| near(name, known).map(Meant::Near))
}

/// Every key that people call so, of whatever table.
#[must_use]
pub fn called(name: &str) -> Vec<&'static str> {
    let name = plain(name);
    let so = |(_, names): &(&String, &Vec<String>)| names.contains(&name);
    ALSO.iter()
        .filter(so)
        .map(|(key, _)| key.as_str())
        .collect()
}

/// Letters that a name must have before more than one slip makes another word of it.
const SHORT: usize = 5;

fn near<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if name.chars().count() >= SHORT {
        return nearest(name, known);
    }
    let first = name.chars().next();
    let one_slip = |key: &&str| key.chars().next() == first && strsim::osa_distance(name, key) <= 1;
    nearest(name, known.filter(one_slip))
}

/// The keys that a table may still have.
pub fn free(
    shape: &'static TableShape,
    taken: impl Fn(&str) -> bool + Clone,
) -> impl Iterator<Item = &'static str> + Clone {
    shape
        .keys
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(move |key| !taken(key))
}

/// Whether a key that is missing stands there under another name, which is told already.
#[must_use]
pub fn stands_for(key: &str, entries: &[Entry], shape: &'static TableShape) -> bool {
    let keys = free(shape, |name| entries.iter().any(|entry| entry.key == name));
    let own = |entry: &&Entry| shape.keys.iter().any(|(name, _)| *name == entry.key);
    let mut strangers = entries
        .iter()
        .filter(|entry| shape.others.is_none() && !own(entry))
        .take(STRANGERS);
    strangers.any(|entry| meant(&entry.key, keys.clone()).is_some_and(|meant| meant.key() == key))
}

/// Unknown keys among which a missing one is sought.
const STRANGERS: usize = 20;

/// The names of each key, as [`plain`] writes them.
static ALSO: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    let read = |(_, text): &(&str, &str)| {
        serde_json::from_str::<Json>(text)
            .ok()?
            .get("x-also")
            .cloned()
    };
    let names = |names: Json| -> Vec<String> {
        names
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Json::as_str)
            .map(plain)
            .collect()
    };
    let keys = EMBEDDED
        .iter()
        .filter_map(read)
        .filter_map(|also| also.as_object().cloned())
        .flatten();
    keys.map(|(key, typed)| (key, names(typed))).collect()
});
