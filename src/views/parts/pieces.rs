//! Small pieces that reports are made of: cells, bars of counts, a table or the sentence in its place.

use crate::calendar::Period;
use crate::language::Both;
use crate::records::{List, Word};
use crate::views::view::{Bar, Cell, Piece, Question, Table};

/// A sentence or a word in the reader's language.
#[must_use]
pub fn words(question: &Question, fr: &'static str, en: &'static str) -> String {
    Both { fr, en }.in_(question.language).to_owned()
}

/// A text as a cell; an empty one is nothing.
#[must_use]
pub fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Nothing } else { Cell::Text(text.to_owned()) }
}

/// Periods one behind the other, as records write them.
#[must_use]
pub fn periods<'p>(periods: impl IntoIterator<Item = &'p Period>) -> String {
    periods.into_iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// A table, or the sentence that says why there is none.
#[must_use]
pub fn table_or(table: Table, sentence: &str) -> Piece {
    if table.rows.is_empty() { Piece::Text(sentence.to_owned()) } else { Piece::Table(table) }
}

/// A row of bars with whole numbers.
#[must_use]
pub fn bar(label: impl Into<String>, counts: &[u64]) -> Bar {
    let value = |count: &u64| f64::from(u32::try_from(*count).unwrap_or(u32::MAX));
    Bar { label: label.into(), values: counts.iter().map(value).collect() }
}

/// Who says so: an actor by its name, a kind of stakeholder by its word.
#[must_use]
pub fn teller(question: &Question, teller: Option<&Word>) -> String {
    let Some(teller) = teller.map(Word::as_str) else { return String::new() };
    let network = question.network;
    let actor = network.actor(teller).map(crate::records::Record::name);
    actor
        .unwrap_or_else(|| network.vocabulary.label(List::Stakeholders, teller, question.language).to_owned())
}
