//! The regional map through the years, for a page that turns from year to year.

use crate::views::view::MapFigure;

/// The regional map through the years: all that a page needs which asks nobody for more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Atlas {
    /// Language shown first, `fr` or `en`.
    pub language: String,
    /// Language in which the records are written.
    pub native: String,
    /// Which period is shown first.
    pub shown: usize,
    /// Single years in order, then all of them together where there are several.
    pub periods: Vec<AtlasPeriod>,
    /// Stages of the process in order: id, then name in French and in English.
    pub stages: Vec<(String, [String; 2])>,
    /// Dynamics that count in any of the periods, in alphabetical order; periods point here by
    /// index.
    pub dynamics: Vec<AtlasDynamic>,
}

/// What was true in one period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AtlasPeriod {
    /// `2020` or `2016–2025`.
    pub name: String,
    /// The map in French and in English: the same but for its words.
    pub figures: [MapFigure; 2],
    /// What a reader must know to read its numbers, in French and in English.
    pub notes: [Vec<String>; 2],
    /// Dynamics that count in it, with the stage that each had reached last by its end.
    pub dynamics: Vec<(usize, Option<usize>)>,
}

/// What a record says of a dynamic.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AtlasDynamic {
    /// Id of the record.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Index into the themes.
    pub theme: usize,
    /// The territory where it is counted, then the others where it takes place.
    pub territories: Vec<String>,
    /// When it lives.
    pub period: String,
    /// Headings and what stands under them, in French and in English.
    pub lines: [Vec<(String, Vec<String>)>; 2],
}
