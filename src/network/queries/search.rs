//! Records by the words that a person remembers of them.

use std::collections::BTreeSet;

use strsim::osa_distance;

use crate::geography;
use crate::language::Language;
use crate::network::network::Network;
use crate::network::queries::records::RecordRef;
use crate::records::parts::identifiers::{Number, bare};
use crate::records::{TerritoryId, id_from_name};

/// A part of a record in which words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchField {
    /// Its name.
    Name,
    /// Its other and former names.
    Alias,
    /// Its id.
    Id,
    /// Its official code, or its number in a register.
    Number,
    /// The commune or the address where it is.
    Place,
    /// Its territory, or another where it is at work.
    Territory,
    /// Its summary.
    Summary,
}

impl SearchField {
    /// The id, the same in every language.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Alias => "alias",
            Self::Id => "id",
            Self::Number => "number",
            Self::Place => "place",
            Self::Territory => "territory",
            Self::Summary => "summary",
        }
    }

    /// What a word found there weighs.
    fn weight(self) -> u32 {
        match self {
            Self::Name => 10,
            Self::Alias | Self::Number => 9,
            Self::Id => 8,
            Self::Place => 5,
            Self::Territory => 4,
            Self::Summary => 2,
        }
    }
}

/// A record that has all words looked for.
#[derive(Clone, Debug)]
pub struct FoundRecord<'n> {
    /// The record.
    pub record: RecordRef<'n>,
    /// The higher, the likelier it is meant.
    pub score: u32,
    /// Where the words were found.
    pub fields: BTreeSet<SearchField>,
}

/// What a whole word weighs beside the beginning of one, and beside one that is mistyped.
const WHOLE: u32 = 4;
const BEGINNING: u32 = 3;
const MISTYPED: u32 = 1;

/// What a name of just the words looked for weighs more.
const WHOLE_NAME: u32 = 100;

/// Letters of the shortest word in which one may be wrong, and of the shortest beginning.
const SHORTEST_MISTYPED: usize = 4;
const SHORTEST_BEGINNING: usize = 3;

/// Articles and prepositions, by which nothing is found.
const LINKING: &[&str] = &[
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "the",
];

/// A record with its words.
struct Entry<'n> {
    record: RecordRef<'n>,
    fields: Vec<(SearchField, Vec<String>)>,
}

impl Network {
    /// The records that have all of some words, the likeliest first, then by kind and id: whatever
    /// their case and accents, as words or their beginnings. A word that is in no record is looked
    /// for once more with one letter wrong.
    #[must_use]
    pub fn find_records(&self, words: &str) -> Vec<FoundRecord<'_>> {
        let wanted = telling(words);
        let entries: Vec<Entry> = self.records().map(|record| self.entry(record)).collect();
        let may_be_mistyped: Vec<bool> = wanted
            .iter()
            .map(|word| {
                !entries
                    .iter()
                    .any(|entry| entry.find(word, false).is_some())
            })
            .collect();
        let whole = id_from_name(words);
        let mut found: Vec<FoundRecord> = entries
            .iter()
            .filter_map(|entry| entry.found(&wanted, &may_be_mistyped, &whole))
            .collect();
        // Of one score the shortest names first; stable, so that others stay by kind and id.
        found.sort_by_key(|it| {
            let words = split(&it.record.common().name).len();
            (std::cmp::Reverse(it.score), words)
        });
        found
    }

    /// The records whose id, name or other name is a text, whatever its case, accents and signs.
    #[must_use]
    pub fn records_called(&self, text: &str) -> Vec<RecordRef<'_>> {
        let wanted = id_from_name(text);
        if wanted.is_empty() {
            return Vec::new();
        }
        let is_called = |record: &RecordRef| {
            let common = record.common();
            let mut names = std::iter::once(&common.name).chain(&common.aliases);
            record.id() == wanted || names.any(|name| id_from_name(name) == wanted)
        };
        self.records().filter(is_called).collect()
    }

    fn entry<'n>(&'n self, record: RecordRef<'n>) -> Entry<'n> {
        let common = record.common();
        let mut texts: Vec<(SearchField, String)> = vec![
            (SearchField::Name, common.name.clone()),
            (SearchField::Id, record.id().to_owned()),
            (SearchField::Territory, self.territory_name(record.home())),
        ];
        let aliases = common.aliases.iter().cloned();
        texts.extend(aliases.map(|alias| (SearchField::Alias, alias)));
        for language in [Language::French, Language::English] {
            let summary = common.summary.get(language).unwrap_or_default();
            texts.push((SearchField::Summary, summary.to_owned()));
        }
        let (place, also_in) = match record {
            RecordRef::Actor(actor) => {
                let body = &actor.body;
                texts.extend(body.address.clone().map(|it| (SearchField::Place, it)));
                for number in Number::ALL {
                    let written = body.legal.number(number).map(bare);
                    texts.extend(written.map(|it| (SearchField::Number, it)));
                }
                (body.place.as_ref(), &body.also_in[..])
            }
            RecordRef::Dynamic(dynamic) => (dynamic.body.place.as_ref(), &dynamic.body.also_in[..]),
            RecordRef::Territory(territory) => {
                let code = territory.body.code.clone();
                texts.extend(code.map(|it| (SearchField::Number, it)));
                (None, &[][..])
            }
            RecordRef::Published(_) => (None, &[][..]),
        };
        texts.extend(place.map(|place| (SearchField::Place, self.place_name(place))));
        let also_in = also_in.iter().map(|it| self.territory_name(it));
        texts.extend(also_in.map(|name| (SearchField::Territory, name)));
        let fields = texts.into_iter();
        Entry {
            record,
            fields: fields.map(|(field, text)| (field, split(&text))).collect(),
        }
    }

    /// The name of the commune of a place, with its code.
    fn place_name(&self, place: &TerritoryId) -> String {
        let code = place.as_str();
        let name = geography::official(code).next().map(|area| area.name);
        let name = name.map_or_else(|| self.territory_name(place), str::to_owned);
        format!("{name} {code}")
    }
}

impl<'n> Entry<'n> {
    /// The record, if it has every word.
    fn found(
        &self,
        wanted: &[String],
        may_be_mistyped: &[bool],
        whole: &str,
    ) -> Option<FoundRecord<'n>> {
        let (mut score, mut fields) = (0, BTreeSet::new());
        for (word, mistyped) in wanted.iter().zip(may_be_mistyped) {
            let (field, points) = self.find(word, *mistyped)?;
            score += points;
            fields.insert(field);
        }
        let is_whole = self.fields.iter().any(|(field, words)| {
            let is_name = matches!(
                field,
                SearchField::Name | SearchField::Alias | SearchField::Id
            );
            is_name && words.join("-") == whole
        });
        (!fields.is_empty()).then(|| FoundRecord {
            record: self.record,
            score: score + if is_whole { WHOLE_NAME } else { 0 },
            fields,
        })
    }

    /// The best place of a word, with its points.
    fn find(&self, wanted: &str, may_be_mistyped: bool) -> Option<(SearchField, u32)> {
        let found = self.fields.iter().filter_map(|(field, words)| {
            let points = words
                .iter()
                .map(|word| likeness(wanted, word, may_be_mistyped));
            let best = points.max().filter(|points| *points > 0)?;
            Some((*field, best * field.weight()))
        });
        // Of equal ones the first, which is the nearest to the name.
        found.rev().max_by_key(|(_, points)| *points)
    }
}

fn likeness(wanted: &str, word: &str, may_be_mistyped: bool) -> u32 {
    let is_number = wanted.bytes().any(|byte| byte.is_ascii_digit());
    if wanted == word {
        WHOLE
    } else if wanted.len() >= SHORTEST_BEGINNING && word.starts_with(wanted) {
        BEGINNING
    } else if may_be_mistyped
        && !is_number
        && wanted.len() >= SHORTEST_MISTYPED
        && wanted.len().abs_diff(word.len()) <= 1
        && osa_distance(wanted, word) == 1
    {
        MISTYPED
    } else {
        0
    }
}

/// The words of a text without case, accents and signs.
fn split(text: &str) -> Vec<String> {
    let folded = id_from_name(text);
    let words = folded.split('-').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The words of a text by which something can be found; all of them if there are no others.
fn telling(text: &str) -> Vec<String> {
    let words = split(text);
    let telling: Vec<String> = words
        .iter()
        .filter(|word| !LINKING.contains(&word.as_str()))
        .cloned()
        .collect();
    if telling.is_empty() { words } else { telling }
}
