//! The themes with their counts: published where anything was, else recorded.

use serde::Serialize;

use crate::network::{DynamicRecord, PublishedRecord};
use crate::records::{Completeness, List};
use crate::views::view::Question;

/// A theme with its counts.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeFact {
    /// Id in the vocabulary.
    pub id: String,
    /// Position in the vocabulary, from 1.
    pub digit: usize,
    /// Label in the reader's language.
    pub label: String,
    /// Published where anything was, else recorded.
    pub dynamics: u64,
    /// Those that have a record.
    pub recorded: u64,
    /// Published, without a record.
    pub known_by_count: u64,
}

/// The themes asked for with how many of the dynamics each has, and how many were published.
#[must_use]
pub fn themes(
    question: &Question,
    counted: &[&DynamicRecord],
    published: Option<&PublishedRecord>,
) -> Vec<ThemeFact> {
    let words = question
        .network
        .vocabulary
        .list(List::Themes)
        .iter()
        .enumerate();
    let asked = |id: &str| {
        question
            .theme
            .as_ref()
            .is_none_or(|theme| theme.as_str() == id)
    };
    words
        .filter(|(_, (id, _))| asked(id))
        .map(|(place, (id, word))| {
            let of_theme = |dynamic: &&&DynamicRecord| {
                dynamic
                    .body
                    .theme
                    .as_ref()
                    .is_some_and(|theme| theme.as_str() == id)
            };
            let recorded = counted.iter().filter(of_theme).count() as u64;
            let partial = published.filter(|record| record.body.records == Completeness::Partial);
            let figure = partial.and_then(|record| record.body.dynamics_by_theme.get(id.as_str()));
            let dynamics = figure.map_or(recorded, |figure| whole(figure.value).max(recorded));
            ThemeFact {
                id: id.clone(),
                digit: place + 1,
                label: word.label(question.language).to_owned(),
                dynamics,
                recorded,
                known_by_count: dynamics - recorded,
            }
        })
        .collect()
}

/// A published count as a whole number; the schema allows none below zero.
#[must_use]
pub fn whole(value: f64) -> u64 {
    format!("{:.0}", value.max(0.0)).parse().unwrap_or_default()
}
