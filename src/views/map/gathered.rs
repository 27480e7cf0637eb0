//! The dynamics of the map, gathered and counted.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::network::{DynamicRecord, PublishedRecord};
use crate::records::{List, TerritoryId};
use crate::views::parts::periods::period_of_dynamic;
use crate::views::parts::{Alphabet, ThemeFact, themes};
use crate::views::view::Question;

/// The facts of the map, as templates and machines read them.
#[derive(Serialize)]
pub struct MapFacts {
    /// The days asked for.
    pub period: String,
    /// Name of the network's territory; empty if it has none.
    pub territory: String,
    /// The record of published counts by theme, if the period has one.
    pub published: Option<PublishedFact>,
    /// Dynamics, with those known by count alone.
    pub total: u64,
    /// Dynamics that have a record.
    pub recorded: u64,
    /// Dynamics that were published without a record.
    pub known_by_count: u64,
    /// Themes in the order of the vocabulary.
    pub themes: Vec<ThemeFact>,
    /// Territories by name.
    pub territories: Vec<TerritoryFact>,
}

/// A record of published figures.
#[derive(Serialize)]
pub struct PublishedFact {
    /// Id of the record.
    pub id: String,
    /// Name of the publication.
    pub name: String,
    /// File of the record.
    pub file: String,
}

/// A territory that has dynamics.
#[derive(Serialize)]
pub struct TerritoryFact {
    /// Id of the territory.
    pub id: String,
    /// Name of the territory.
    pub name: String,
    /// Dynamics at home there, by theme.
    pub dynamics: Vec<DynamicFact>,
}

/// A dynamic that counts.
#[derive(Serialize)]
pub struct DynamicFact {
    /// Id of the record.
    pub id: String,
    /// Name of the dynamic.
    pub name: String,
    /// Label of the theme.
    pub theme: String,
    /// Id of the theme; empty if the record has none.
    pub theme_id: String,
    /// Position of the theme in the vocabulary, from 1; 0 for an unknown theme.
    pub digit: usize,
    /// Period of the dynamic, as the record writes it.
    pub period: String,
    /// The period in words.
    #[serde(skip)]
    pub period_in_words: String,
    /// Whether the writer of the record inferred the theme.
    pub inferred: bool,
    /// File of the record.
    pub file: String,
}

/// Gathers the facts of the dynamics on the map.
pub fn gather(question: &Question, dynamics: &[&DynamicRecord]) -> MapFacts {
    let network = question.network;
    // Publications count the whole network: they say nothing of a single territory.
    let published = network
        .published_themes_in(question.asked)
        .filter(|_| question.territory.is_none());
    let themes = themes(question, dynamics, published);
    let region = network.settings.territory.as_ref();
    MapFacts {
        period: question.asked.to_string(),
        territory: region.map_or_else(String::new, |region| network.territory_name(region)),
        published: published.map(published_fact),
        total: themes.iter().map(|theme| theme.dynamics).sum(),
        recorded: themes.iter().map(|theme| theme.recorded).sum(),
        known_by_count: themes.iter().map(|theme| theme.known_by_count).sum(),
        themes,
        territories: territories(question, dynamics),
    }
}

fn published_fact(record: &PublishedRecord) -> PublishedFact {
    PublishedFact {
        id: record.id.to_string(),
        name: record.name(),
        file: record.file.to_string(),
    }
}

/// The territories where dynamics are at home, by name.
fn territories(question: &Question, dynamics: &[&DynamicRecord]) -> Vec<TerritoryFact> {
    let mut homes: BTreeMap<&TerritoryId, Vec<DynamicFact>> = BTreeMap::new();
    for dynamic in dynamics {
        let facts = homes.entry(&dynamic.home).or_default();
        facts.push(dynamic_fact(question, dynamic));
    }
    let mut territories: Vec<TerritoryFact> = homes
        .into_iter()
        .map(|(home, mut dynamics)| {
            dynamics.sort_by(|one, other| (one.digit, &one.id).cmp(&(other.digit, &other.id)));
            TerritoryFact {
                id: home.to_string(),
                name: question.network.territory_label(home),
                dynamics,
            }
        })
        .collect();
    let alphabet = Alphabet::new();
    territories.sort_by(|one, other| alphabet.compare(&one.name, &other.name));
    territories
}

fn dynamic_fact(question: &Question, record: &DynamicRecord) -> DynamicFact {
    let theme = record.body.theme.as_ref();
    let theme = theme.map_or("", |theme| theme.as_str());
    let rank = question.network.vocabulary.rank(List::Themes, theme);
    DynamicFact {
        id: record.id.to_string(),
        name: record.name(),
        theme: question.label(List::Themes, theme),
        theme_id: theme.to_owned(),
        digit: rank.map_or(0, |rank| rank + 1),
        period: record.body.period().to_string(),
        period_in_words: period_of_dynamic(record, question.language),
        inferred: record.common.infers("theme"),
        file: record.file.to_string(),
    }
}
