//! What one charter says otherwise than another: criteria added, struck, changed, key by key.

use serde::Serialize;

use crate::charter::{BilingualText, Charter, Criterion, CriterionLevel, PrincipleRef};
use crate::language::{Bilingual, Language};

/// A criterion that two charters do not have alike.
pub struct Change<'c> {
    /// Its name.
    pub id: &'c str,
    /// As the one has it.
    pub before: Option<&'c Criterion>,
    /// As the other has it.
    pub after: Option<&'c Criterion>,
}

/// A key that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Turn {
    /// The key.
    pub key: &'static str,
    /// What it said; empty where it said nothing.
    pub before: String,
    /// What it says.
    pub after: String,
}

/// The criteria that differ, in the order of the second charter, then those that only the first
/// has.
pub fn changes<'c>(one: &'c Charter, other: &'c Charter) -> Vec<Change<'c>> {
    let kept = other.criteria.iter().map(|(id, after)| {
        let before = one.criteria.get(id);
        Change {
            id,
            before,
            after: Some(after),
        }
    });
    let gone = one
        .criteria
        .iter()
        .filter(|(id, _)| !other.criteria.contains_key(*id));
    let gone = gone.map(|(id, before)| Change {
        id,
        before: Some(before),
        after: None,
    });
    kept.chain(gone).filter(Change::differs).collect()
}

impl Change<'_> {
    fn differs(&self) -> bool {
        match (self.before, self.after) {
            (Some(before), Some(after)) => !turns(before, after, Language::French).is_empty(),
            _ => true,
        }
    }

    /// What became of it, in a word.
    pub fn what(&self) -> Bilingual {
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

    /// The keys that changed; of a criterion added or struck, what it asks.
    pub fn turns(&self, language: Language) -> Vec<Turn> {
        match (self.before, self.after) {
            (Some(before), Some(after)) => turns(before, after, language),
            (None, Some(after)) => asked(after)
                .map(|(key, text)| Turn {
                    key,
                    before: String::new(),
                    after: text,
                })
                .collect(),
            (Some(before), None) => asked(before)
                .map(|(key, text)| Turn {
                    key,
                    before: text,
                    after: String::new(),
                })
                .collect(),
            (None, None) => Vec::new(),
        }
    }

    /// The criterion as it is, or as it was where it is no more.
    pub fn any(&self) -> Option<&Criterion> {
        self.after.or(self.before)
    }
}

/// What a criterion asks, and of which records.
fn asked(criterion: &Criterion) -> impl Iterator<Item = (&'static str, String)> {
    let condition = criterion.condition.clone().map(|text| ("if", text));
    condition
        .into_iter()
        .chain([("requires", criterion.requires.clone())])
}

/// The keys in which two criteria differ, in the order of the schema; examples are told by their
/// number.
fn turns(before: &Criterion, after: &Criterion, language: Language) -> Vec<Turn> {
    let both = keys(before, language)
        .into_iter()
        .zip(keys(after, language));
    let mut turns: Vec<Turn> = both
        .filter(|((_, one), (_, other))| one != other)
        .map(|((key, before), (_, after))| Turn { key, before, after })
        .collect();
    for (key, one, other) in [
        ("right", &before.right, &after.right),
        ("wrong", &before.wrong, &after.wrong),
    ] {
        if one != other {
            turns.push(Turn {
                key,
                before: one.len().to_string(),
                after: other.len().to_string(),
            });
        }
    }
    turns
}

fn keys(criterion: &Criterion, language: Language) -> [(&'static str, String); 14] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let when = |when: Option<crate::calendar::PartialDate>| {
        when.map(|when| when.to_string()).unwrap_or_default()
    };
    let said = |spoken: &BilingualText| spoken.get(language).to_owned();
    [
        (
            "principle",
            criterion
                .principle
                .as_ref()
                .map(|PrincipleRef(name)| name.clone())
                .unwrap_or_default(),
        ),
        (
            "objective",
            criterion
                .objective
                .map(|number| number.to_string())
                .unwrap_or_default(),
        ),
        (
            "applies_to",
            criterion
                .applies_to
                .0
                .iter()
                .map(|one| one.name())
                .collect::<Vec<_>>()
                .join(", "),
        ),
        ("each", criterion.each.0.join(", ")),
        ("from", when(criterion.from)),
        ("to", when(criterion.to)),
        ("level", level(criterion.level).to_owned()),
        ("if", text(&criterion.condition)),
        ("requires", criterion.requires.clone()),
        ("looks_at", text(&criterion.looks_at)),
        ("finding", said(&criterion.finding)),
        (
            "shown",
            criterion.shown.as_ref().map(said).unwrap_or_default(),
        ),
        ("because", said(&criterion.because)),
        ("source", text(&criterion.source)),
    ]
}

/// A level as it is written.
fn level(level: CriterionLevel) -> &'static str {
    match level {
        CriterionLevel::Error => "error",
        CriterionLevel::Warning => "warning",
        CriterionLevel::Note => "note",
    }
}
