//! The regional map through the years, for a page that turns from year to year.

use crate::language::Language;
use crate::views::view::map::MapFigure;

/// The regional map through the years, for a page that loads nothing more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Atlas {
    /// Language shown first, `fr` or `en`.
    pub language: String,
    /// Language in which the records are written.
    pub native: String,
    /// Index of the period shown first.
    pub shown: usize,
    /// Single years in order, then all of them together where there are several.
    pub periods: Vec<AtlasPeriod>,
    /// Stages of the process in order: id, then name in French and in English.
    pub stages: Vec<(String, [String; 2])>,
    /// Dynamics that count in any of the periods, in alphabetical order; periods refer to them by
    /// index.
    pub dynamics: Vec<AtlasDynamic>,
}

/// The map of one period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AtlasPeriod {
    /// `2020` or `2016–2025`.
    pub name: String,
    /// The map in French and in English.
    pub figures: [MapFigure; 2],
    /// Remarks that a reader needs to understand the numbers, in French and in English.
    pub notes: [Vec<String>; 2],
    /// Indexes of the dynamics that count in the period, each with the index of the stage that it
    /// had reached by the end.
    pub dynamics: Vec<(usize, Option<usize>)>,
}

impl AtlasPeriod {
    /// The map in a language.
    #[must_use]
    pub fn figure(&self, language: Language) -> &MapFigure {
        let [french, english] = &self.figures;
        match language {
            Language::French => french,
            Language::English => english,
        }
    }
}

/// A dynamic and its record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AtlasDynamic {
    /// Id of the record.
    pub id: String,
    /// Name of the dynamic.
    pub name: String,
    /// Index into the themes.
    pub theme: usize,
    /// The territory where it is counted, then the others where it takes place.
    pub territories: Vec<String>,
    /// Period of the dynamic, as the record writes it.
    pub period: String,
    /// Lines of the record: headings with their values, in French and in English.
    pub lines: [Vec<(String, Vec<String>)>; 2],
}
