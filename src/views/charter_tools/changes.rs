//! The criteria that differ between two charters, key by key.

use serde::Serialize;

use crate::charter::{BilingualText, Charter, Criterion, CriterionLevel, PrincipleRef};
use crate::language::{Bilingual, Language};

/// A criterion that differs between two charters.
pub struct Change<'c> {
    /// Id of the criterion.
    pub id: &'c str,
    /// Criterion of the first charter; `None` if it is added.
    pub before: Option<&'c Criterion>,
    /// Criterion of the second charter; `None` if it is struck.
    pub after: Option<&'c Criterion>,
}

/// A key of a criterion whose value differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyChange {
    /// Name of the key.
    pub key: &'static str,
    /// Value in the first charter; empty if there is none.
    pub before: String,
    /// Value in the second charter; empty if there is none.
    pub after: String,
}

/// The criteria that differ, in the order of the second charter, then those that only the first
/// has.
pub fn changes<'c>(first: &'c Charter, second: &'c Charter) -> Vec<Change<'c>> {
    let in_second = second.criteria.iter().map(|(id, after)| Change {
        id,
        before: first.criteria.get(id),
        after: Some(after),
    });
    let only_in_first = first
        .criteria
        .iter()
        .filter(|(id, _)| second.criteria.get(*id).is_none())
        .map(|(id, before)| Change {
            id,
            before: Some(before),
            after: None,
        });
    in_second
        .chain(only_in_first)
        .filter(Change::differs)
        .collect()
}

impl<'c> Change<'c> {
    fn differs(&self) -> bool {
        match (self.before, self.after) {
            (Some(before), Some(after)) => !key_changes(before, after, Language::French).is_empty(),
            _ => true,
        }
    }

    /// The kind of change, in a word.
    pub fn kind(&self) -> Bilingual {
        match (self.before, self.after) {
            (None, _) => Bilingual {
                fr: "ajouté",
                en: "added",
            },
            (_, None) => Bilingual {
                fr: "retiré",
                en: "struck",
            },
            _ => Bilingual {
                fr: "changé",
                en: "changed",
            },
        }
    }

    /// The keys that changed; for a criterion added or struck, its expressions.
    pub fn key_changes(&self, language: Language) -> Vec<KeyChange> {
        match (self.before, self.after) {
            (Some(before), Some(after)) => key_changes(before, after, language),
            (None, Some(after)) => expressions(after)
                .map(|(key, text)| KeyChange {
                    key,
                    before: String::new(),
                    after: text,
                })
                .collect(),
            (Some(before), None) => expressions(before)
                .map(|(key, text)| KeyChange {
                    key,
                    before: text,
                    after: String::new(),
                })
                .collect(),
            (None, None) => Vec::new(),
        }
    }

    /// The criterion of the second charter, or of the first if it is struck.
    pub fn latest(&self) -> Option<&'c Criterion> {
        self.after.or(self.before)
    }
}

/// The expressions of a criterion, with their keys.
fn expressions(criterion: &Criterion) -> impl Iterator<Item = (&'static str, String)> {
    let condition = criterion.condition.clone().map(|text| ("if", text));
    condition
        .into_iter()
        .chain([("requires", criterion.requires.clone())])
}

/// The keys in which two criteria differ, in the order of the schema; for examples, their numbers.
fn key_changes(before: &Criterion, after: &Criterion, language: Language) -> Vec<KeyChange> {
    let mut changes: Vec<KeyChange> = values(before, language)
        .into_iter()
        .zip(values(after, language))
        .filter(|((_, before), (_, after))| before != after)
        .map(|((key, before), (_, after))| KeyChange { key, before, after })
        .collect();
    changes.extend(other_wording(before, after, language));
    for (key, before, after) in [
        ("right", &before.right, &after.right),
        ("wrong", &before.wrong, &after.wrong),
    ] {
        // Examples are compared by content, though only their numbers are shown: they are long.
        if before != after {
            changes.push(KeyChange {
                key,
                before: before.len().to_string(),
                after: after.len().to_string(),
            });
        }
    }
    changes
}

/// The sentences that differ only in the language that the reader does not read, so that their rows
/// would show no difference: they are shown in that language, under its key.
fn other_wording(before: &Criterion, after: &Criterion, language: Language) -> Vec<KeyChange> {
    let other = language.other();
    let pairs = sentences(before, language)
        .into_iter()
        .zip(sentences(after, language));
    let in_other = sentences(before, other)
        .into_iter()
        .zip(sentences(after, other));
    pairs
        .zip(in_other)
        .zip(KEYS_BY_LANGUAGE)
        .filter(|(((read, read_after), (before, after)), _)| read == read_after && before != after)
        .map(|((_, (before, after)), [french, english])| KeyChange {
            key: if other == Language::English {
                english
            } else {
                french
            },
            before,
            after,
        })
        .collect()
}

/// The keys of a criterion's sentences, in French and in English.
const KEYS_BY_LANGUAGE: [[&str; 2]; 3] = [
    ["finding.fr", "finding.en"],
    ["shown.fr", "shown.en"],
    ["because.fr", "because.en"],
];

/// The sentences of a criterion in a language, in the order of their keys.
fn sentences(criterion: &Criterion, language: Language) -> [String; 3] {
    [
        criterion.finding.get(language).to_owned(),
        shown(criterion.shown.as_ref(), language),
        criterion.because.get(language).to_owned(),
    ]
}

/// The values of a criterion as text, by key, in the order of the schema.
fn values(criterion: &Criterion, language: Language) -> [(&'static str, String); 14] {
    [
        ("principle", principle(criterion)),
        ("objective", text_of(criterion.objective)),
        ("applies_to", subjects(criterion)),
        ("each", criterion.each.0.join(", ")),
        ("from", text_of(criterion.from)),
        ("to", text_of(criterion.to)),
        ("level", level_key(criterion.level).to_owned()),
        ("if", text_of(criterion.condition.as_ref())),
        ("requires", criterion.requires.clone()),
        ("looks_at", text_of(criterion.looks_at.as_ref())),
        ("finding", criterion.finding.get(language).to_owned()),
        ("shown", shown(criterion.shown.as_ref(), language)),
        ("because", criterion.because.get(language).to_owned()),
        ("source", text_of(criterion.source.as_ref())),
    ]
}

/// A value as text; empty if there is none.
fn text_of<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn principle(criterion: &Criterion) -> String {
    let principle = criterion.principle.as_ref();
    principle.map_or_else(String::new, |PrincipleRef(name)| name.clone())
}

fn subjects(criterion: &Criterion) -> String {
    let names: Vec<&str> = criterion
        .applies_to
        .0
        .iter()
        .map(|subject| subject.name())
        .collect();
    names.join(", ")
}

fn shown(template: Option<&BilingualText>, language: Language) -> String {
    text_of(template.map(|template| template.get(language)))
}

/// A level as charters write it.
fn level_key(level: CriterionLevel) -> &'static str {
    match level {
        CriterionLevel::Error => "error",
        CriterionLevel::Warning => "warning",
        CriterionLevel::Note => "note",
    }
}
