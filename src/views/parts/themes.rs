//! The themes with their counts: published where anything was, else recorded.

use serde::Serialize;

use crate::language::Language;
use crate::network::{DynamicRecord, PublishedRecord};
use crate::records::{Completeness, List, Precision};
use crate::views::parts::bars::count_as_number;
use crate::views::parts::certainty;
use crate::views::view::{Cell, Question};

/// A theme with its counts.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeFact {
    /// Id in the vocabulary.
    pub id: String,
    /// Position in the vocabulary, from 1.
    pub digit: usize,
    /// Label in the reader's language.
    pub label: String,
    /// Number of dynamics: published where anything was, else recorded.
    pub dynamics: u64,
    /// Number of dynamics that have a record.
    pub recorded: u64,
    /// Number of dynamics that were published without a record.
    pub known_by_count: u64,
    /// Precision of the number of dynamics: `exact`, `about`, `at-least` or `at-most`.
    pub precision: &'static str,
    #[serde(skip)]
    is: Precision,
}

impl ThemeFact {
    /// The number of dynamics as a cell, with its precision.
    #[must_use]
    pub fn dynamics_cell(&self, language: Language) -> Cell {
        count_cell(self.dynamics, self.is, language)
    }
}

/// A count as a cell, with its precision.
#[must_use]
pub fn count_cell(count: u64, precision: Precision, language: Language) -> Cell {
    match precision {
        Precision::Exact => Cell::Number(count),
        _ => certainty::cell(count_as_number(count), precision, false, language),
    }
}

/// The precision of the numbers of all themes together.
#[must_use]
pub fn total_precision(themes: &[ThemeFact]) -> Precision {
    let precisions = themes.iter().map(|theme| theme.is);
    precisions.reduce(certainty::sum).unwrap_or_default()
}

/// The themes asked for, each with the number of its dynamics and the number that was published.
///
/// Published counts apply only while records are declared partial: a complete set of records is
/// the better count.
#[must_use]
pub fn themes(
    question: &Question,
    dynamics: &[&DynamicRecord],
    published: Option<&PublishedRecord>,
) -> Vec<ThemeFact> {
    let partial = published.filter(|record| record.body.records == Completeness::Partial);
    question
        .network
        .vocabulary
        .list(List::Themes)
        .iter()
        .enumerate()
        .filter(|(_, (id, _))| {
            let asked = question.theme.as_ref();
            asked.is_none_or(|theme| theme.as_str() == *id)
        })
        .map(|(rank, (id, word))| {
            let recorded = dynamics
                .iter()
                .filter(|dynamic| has_theme(dynamic, id))
                .count() as u64;
            let figure = partial.and_then(|record| record.body.dynamics_by_theme.get(id.as_str()));
            let dynamics = figure.map_or(recorded, |figure| whole(figure.value).max(recorded));
            // What has a record is counted, not published.
            let is = figure
                .filter(|_| dynamics > recorded)
                .map_or(Precision::Exact, |figure| figure.is);
            ThemeFact {
                id: id.clone(),
                digit: rank + 1,
                label: word.label(question.language).to_owned(),
                dynamics,
                recorded,
                known_by_count: dynamics - recorded,
                precision: certainty::name_of(is),
                is,
            }
        })
        .collect()
}

fn has_theme(dynamic: &DynamicRecord, id: &str) -> bool {
    let theme = dynamic.body.theme.as_ref();
    theme.is_some_and(|theme| theme.as_str() == id)
}

/// A published count as a whole number; the schema allows none below zero.
#[must_use]
pub fn whole(value: f64) -> u64 {
    format!("{:.0}", value.max(0.0)).parse().unwrap_or_default()
}
