//! What the gazetteer knows about a new territory.

use crate::edits::NewValue;
use crate::geography::{self, Area, AreaLevel};
use crate::language::Language;
use crate::records::{List, Vocabulary};

/// The keys of a territory's record: its name, and what is known of its official area.
#[must_use]
pub fn keys_of_area(
    name: &str,
    area: &Area,
    vocabulary: &Vocabulary,
    language: Language,
) -> Vec<(String, NewValue)> {
    let mut keys = vec![("name".to_owned(), NewValue::Text(name.to_owned()))];
    let kind = area.level.word();
    if vocabulary.word(List::TerritoryKinds, kind).is_some() {
        keys.push(("kind".to_owned(), NewValue::Text(kind.to_owned())));
    }
    keys.push(("code".to_owned(), NewValue::Text(area.code.to_owned())));
    keys.push((
        "sources".to_owned(),
        NewValue::List(vec![source_of(area, language)]),
    ));
    keys
}

/// The official list that has the area.
fn source_of(area: &Area, language: Language) -> NewValue {
    let title = match (area.level, language) {
        (AreaLevel::Epci, Language::French) => {
            "Insee et DGCL, liste des intercommunalités à fiscalité propre"
        }
        (AreaLevel::Epci, Language::English) => {
            "INSEE and DGCL, list of intermunicipal authorities"
        }
        (_, Language::French) => "Insee, code officiel géographique",
        (_, Language::English) => "INSEE, official geographic code",
    };
    NewValue::Table(vec![
        ("title".to_owned(), NewValue::Text(title.to_owned())),
        (
            "year".to_owned(),
            NewValue::Number(geography::YEAR.to_string()),
        ),
    ])
}
