//! Everything that can be explained, with the names by which people ask for it.

use crate::checks;
use crate::diagnostic::Rule;
use crate::documents::{
    KeyReference, described, key_references, keys_called, kinds, other_names, plain, unaccented,
};
use crate::language::Language;
use crate::network::Network;
use crate::records::List;

/// Something that can be explained.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    /// A rule of syntax or shape, or a check.
    Rule(&'static Rule),
    /// A criterion of the charter, by its id.
    Criterion(String),
    /// A kind of file.
    Kind(&'static str),
    /// A key of a kind of file.
    Key(KeyReference),
    /// A list of the vocabulary.
    List(List),
    /// A word of a list, by its id.
    Word(List, String),
}

/// A subject with its names.
pub(super) struct Entry {
    /// What it is.
    pub(super) subject: Subject,
    /// The name by which it is always found.
    pub(super) name: String,
    /// Shorter or spoken names: the last key of a path, the labels of a word.
    others: Vec<String>,
    /// What is said of it, in one line.
    pub(super) about: String,
}

/// All subjects.
pub(super) struct Catalogue {
    /// Entries, in the order in which they are listed.
    pub(super) entries: Vec<Entry>,
}

/// The kinds of file, by what people call them in French and in English.
pub(super) const KINDS: [(&str, &[&str]); 9] = [
    ("territory", &["territoire"]),
    ("actor", &["acteur"]),
    ("dynamic", &["dynamique"]),
    (
        "published",
        &["chiffres publiés", "published figures", "publication"],
    ),
    ("sources", &["source"]),
    ("person", &["personne"]),
    ("settings", &["réglages", "apes.toml"]),
    ("vocabulary", &["vocabulaire", "vocabulary.toml"]),
    ("charter", &["charte", "charter.toml"]),
];

impl Catalogue {
    /// Everything that can be explained in a network.
    pub(super) fn of(network: &Network, language: Language) -> Self {
        let mut entries: Vec<Entry> = checks::rules()
            .map(|rule| entry(Subject::Rule(rule), rule.name, rule.because.get(language)))
            .collect();
        for (id, criterion) in &network.charter.criteria {
            let about = criterion.finding.get(language);
            entries.push(entry(Subject::Criterion(id.clone()), id, about));
        }
        for kind in kinds() {
            let about = described(kind, language).unwrap_or_default();
            let mut entry = entry(Subject::Kind(kind), kind, about);
            let names = KINDS.iter().find(|(name, _)| *name == kind);
            entry.others.extend(
                names
                    .iter()
                    .flat_map(|(_, names)| names.iter())
                    .map(|name| (*name).to_owned()),
            );
            entries.push(entry);
            entries.extend(
                key_references(kind)
                    .into_iter()
                    .map(|key| key_entry(key, language)),
            );
        }
        entries.extend(word_entries(network, language));
        Self { entries }
    }

    /// What a name stands for: exactly, else without case and accents, else without its plural,
    /// else by the other names of keys.
    pub(super) fn called(&self, typed: &str) -> Vec<Subject> {
        let by_path = self.at_path(typed);
        if !by_path.is_empty() {
            return by_path;
        }
        let spellings: [fn(&str) -> String; 3] = [str::to_owned, unaccented, plain];
        for (index, spelling) in spellings.into_iter().enumerate() {
            let typed = spelling(typed);
            let has_name = |entry: &&Entry| spelling(&entry.name) == typed;
            let mut named = self.subjects(has_name);
            if index > 0 && !named.is_empty() {
                // Not as it is written: what was meant may also be a key by another name.
                let keys = self.keys_called(&typed);
                named.extend(keys.into_iter().take(usize::from(named.len() < 2)));
            }
            if !named.is_empty() {
                return named;
            }
            let has_other =
                |entry: &&Entry| entry.others.iter().any(|other| spelling(other) == typed);
            let others = self.subjects(has_other);
            if !others.is_empty() {
                return others;
            }
        }
        self.keys_called(typed)
    }

    /// The keys that have another name.
    fn keys_called(&self, typed: &str) -> Vec<Subject> {
        let keys = keys_called(typed);
        self.subjects(|entry| match &entry.subject {
            Subject::Key(key) => keys.contains(&key.key()),
            _ => false,
        })
    }

    /// The key at a whole path, such as `actor.member` or `dynamic.partners.tilt`.
    fn at_path(&self, typed: &str) -> Vec<Subject> {
        let folded = unaccented(typed);
        let mut parts: Vec<&str> = folded.split('.').collect();
        if parts.len() < 2 {
            return Vec::new();
        }
        let kind = parts.remove(0);
        let kind = KINDS
            .iter()
            .find(|(name, names)| {
                *name == kind || names.iter().any(|name| unaccented(name) == kind)
            })
            .map_or(kind, |(name, _)| name);
        let is_at = |entry: &&Entry| match &entry.subject {
            Subject::Key(key) => key.kind == kind && key.is_at(&parts),
            _ => false,
        };
        let found = self.subjects(is_at);
        match typed.rsplit_once('.') {
            // The last part may be an id: `dynamic.partners.tilt`.
            Some((table, _)) if found.is_empty() && table.contains('.') => self.at_path(table),
            _ => found,
        }
    }

    /// Subjects of entries, without keys that are the same in several kinds of record.
    fn subjects(&self, is_one: impl Fn(&&Entry) -> bool) -> Vec<Subject> {
        let mut found: Vec<&Entry> = Vec::new();
        for entry in self.entries.iter().filter(is_one) {
            let is_known = |known: &&Entry| match (&known.subject, &entry.subject) {
                (Subject::Key(one), Subject::Key(other)) => {
                    one.path == other.path && known.about == entry.about
                }
                _ => false,
            };
            if !found.iter().any(is_known) {
                found.push(entry);
            }
        }
        found.iter().map(|entry| entry.subject.clone()).collect()
    }

    /// All names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }
}

impl Entry {
    /// Whether all of several words occur in its names, and whether in what is said of it.
    pub(super) fn mentions(&self, words: &[String]) -> (bool, bool) {
        let names = unaccented(&format!("{} {}", self.name, self.others.join(" ")));
        let about = unaccented(&self.about);
        let in_names = words.iter().all(|word| names.contains(word));
        let in_all = words
            .iter()
            .all(|word| names.contains(word) || about.contains(word));
        (in_names, in_all)
    }
}

fn entry(subject: Subject, name: &str, about: &str) -> Entry {
    Entry {
        subject,
        name: name.to_owned(),
        others: Vec::new(),
        about: about.to_owned(),
    }
}

fn key_entry(key: KeyReference, language: Language) -> Entry {
    let mut others = vec![key.path.join("."), key.key().to_owned()];
    // Other names of a key lead to it only where its own name is not typed: they are looked for.
    others.dedup();
    let also = other_names(key.key()).join(", ");
    let about = key.description(language).to_owned();
    let name = key.name();
    let mut entry = entry(Subject::Key(key), &name, &about);
    entry.others = others;
    if !also.is_empty() {
        entry.about = format!("{} ({also})", entry.about);
    }
    entry
}

/// The lists and their words; a word is also found by its labels.
fn word_entries(network: &Network, language: Language) -> Vec<Entry> {
    let vocabulary = key_references("vocabulary");
    let mut entries = Vec::new();
    for (list, name) in List::ALL {
        let described = vocabulary.iter().find(|key| key.path == [name]);
        let about = described.map_or("", |key| key.description(language));
        entries.push(entry(Subject::List(list), name, about));
        for (id, word) in network.vocabulary.list(list) {
            let mut entry = entry(Subject::Word(list, id.clone()), id, word.label(language));
            entry.others = vec![word.fr.clone(), word.en.clone(), format!("{name}.{id}")];
            entries.push(entry);
        }
    }
    entries
}
