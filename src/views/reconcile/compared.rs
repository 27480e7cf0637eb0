//! Published figures, each compared with the count of the records.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::network::PublishedRecord;
use crate::network::counting::daily_counts::{Comparison, DailyCounts, compare};
use crate::network::counting::figures::{CountableFigure, FIGURES};
use crate::records::{Completeness, Figure, List, Precision};
use crate::views::parts::certainty;
use crate::views::view::Question;

/// The difference from which numbers are unequal: published ones may have decimals, counts do not.
pub const LEAST_DIFFERENCE: f64 = 0.5;

/// A published figure and the count of the records.
#[derive(Serialize)]
pub struct ComparedFigure {
    /// Id of the figure, or of the theme, in the vocabulary.
    pub id: String,
    /// Label in the reader's language.
    pub label: String,
    /// The published number.
    pub published: f64,
    /// `exact`, `about`, `at-least` or `at-most`.
    pub precision: &'static str,
    /// The lowest and the highest count of the records; `None` if records cannot count it.
    pub recorded: Option<[u64; 2]>,
    /// The count of the records less the published number; `None` if records cannot count it.
    #[serde(rename = "gap")]
    pub difference: Option<f64>,
    /// Whether the records contradict the published number.
    pub differs: bool,
    /// Whether the writer of the record inferred the published number or its date.
    pub inferred: bool,
    #[serde(skip)]
    pub is: Precision,
}

impl ComparedFigure {
    /// Whether records can count the figure.
    pub fn is_countable(&self) -> bool {
        self.difference.is_some()
    }

    /// Whether the count of the records is another number than the published one.
    pub fn is_unequal(&self) -> bool {
        self.difference
            .is_some_and(|difference| difference.abs() >= LEAST_DIFFERENCE)
    }

    /// Whether the records count more than was published.
    pub fn is_exceeded(&self) -> bool {
        self.difference.is_some_and(|difference| difference > 0.0)
    }

    /// Whether the records count less than was published.
    pub fn is_missed(&self) -> bool {
        self.difference.is_some_and(|difference| difference < 0.0)
    }

    /// Whether the figure was published as an exact number.
    pub fn is_exact(&self) -> bool {
        self.precision == "exact"
    }
}

/// The published figures in the order in which reports count them, those that records cannot
/// count last.
pub fn figures(
    question: &Question,
    record: &PublishedRecord,
    days: DateRange,
) -> Vec<ComparedFigure> {
    let mut figures: Vec<ComparedFigure> = record
        .body
        .figures
        .iter()
        .map(|(id, figure)| {
            let comparison = CountableFigure::of(id.as_str()).map(|countable| {
                let counts = DailyCounts::of(question.network, countable);
                compare(figure, days, Some(&counts))
            });
            let label = question.label(List::Figures, id.as_str());
            compared(record, "figures", (id.as_str(), label), figure, comparison)
        })
        .collect();
    figures.sort_by_key(order);
    figures
}

/// The position of a figure among those that records can count.
fn order(figure: &ComparedFigure) -> usize {
    FIGURES
        .iter()
        .position(|countable| countable.id == figure.id)
        .unwrap_or(FIGURES.len())
}

/// The published numbers of dynamics by theme, in the order of the vocabulary.
pub fn themes(
    question: &Question,
    record: &PublishedRecord,
    days: DateRange,
) -> Vec<ComparedFigure> {
    let network = question.network;
    let counts = DailyCounts::by_theme(network);
    network
        .vocabulary
        .list(List::Themes)
        .iter()
        .filter_map(|(id, word)| {
            let figure = record.body.dynamics_by_theme.get(id.as_str())?;
            let counts = counts
                .iter()
                .find(|(theme, _)| theme.as_str() == id)
                .map(|(_, counts)| counts);
            let comparison = compare(figure, days, counts);
            let label = word.label(question.language).to_owned();
            let table = "dynamics_by_theme";
            Some(compared(
                record,
                table,
                (id, label),
                figure,
                Some(comparison),
            ))
        })
        .collect()
}

/// A figure of a table of the record beside the count; its id and its label are given.
fn compared(
    record: &PublishedRecord,
    table: &str,
    (id, label): (&str, String),
    figure: &Figure,
    comparison: Option<Comparison>,
) -> ComparedFigure {
    // Partial records may count less than was published: the rest is known by its number alone.
    let is_complete = record.body.records == Completeness::Complete;
    let common = &record.common;
    let is_inferred = common.infers_row(table, id, common.infers("at"));
    ComparedFigure {
        id: id.to_owned(),
        label,
        published: figure.value,
        precision: certainty::name_of(figure.is),
        is: figure.is,
        inferred: is_inferred,
        recorded: comparison
            .as_ref()
            .map(|comparison| [comparison.recorded.0, comparison.recorded.1]),
        difference: comparison.as_ref().map(Comparison::gap),
        differs: comparison.is_some_and(|comparison| {
            comparison.is_above() || is_complete && comparison.is_below()
        }),
    }
}
