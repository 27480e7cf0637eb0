//! The context of the year's report: the question, the year before, the sources cited so far.

use crate::calendar::{DateRange, PartialDate};
use crate::records::{Common, List, TerritoryId};
use crate::say;
use crate::views::parts::capitals::uncapitalised;
use crate::views::parts::provenance::Cited;
use crate::views::view::{Cell, Piece, Question, Section};

/// The question, the year before, the sources cited so far.
pub struct ReportContext<'q, 'n> {
    /// The question, in whole years.
    pub question: &'q Question<'n>,
    /// The years just before those asked for, equally many.
    pub before: DateRange,
    /// Sources cited so far.
    pub cited: Cited<'n>,
}

impl<'q, 'n> ReportContext<'q, 'n> {
    /// The context of a question, without any source cited.
    pub fn new(question: &'q Question<'n>) -> Self {
        let (first, last) = (question.asked.first.year, question.asked.last.year);
        let years = last - first + 1;
        let before = DateRange::years(
            first.saturating_sub(years).max(1),
            first.saturating_sub(1).max(1),
        );
        Self {
            question,
            before,
            cited: Cited::none(question.network),
        }
    }

    /// The label of a word of the vocabulary inside a sentence: without its capital, unless it is
    /// an acronym.
    pub fn label_in_sentence(&self, list: List, id: &str) -> String {
        uncapitalised(&self.question.label(list, id))
    }

    /// The year and the one before, as headings of columns.
    pub fn years(&self) -> [String; 2] {
        [self.question.asked.to_string(), self.before.to_string()]
    }

    /// Whether a date lies in the year, whichever of its days is meant; false without a date.
    pub fn is_in_year(&self, date: Option<PartialDate>) -> bool {
        let asked = self.question.asked;
        date.is_some_and(|date| asked.first <= date.first() && date.last() <= asked.last)
    }

    /// The text that people wrote about a territory for a section of this year's report.
    pub fn text(&self, home: &TerritoryId, section: &str) -> Option<Piece> {
        let (question, year) = (self.question, self.question.asked.last.year);
        let text = question
            .network
            .text(home, year, section, question.language)?;
        Some(Piece::Prose(text.markdown.clone()))
    }

    /// The text that people wrote about the whole network for a section of this year's report.
    pub fn own_text(&self, section: &str) -> Option<Piece> {
        self.text(self.question.network.settings.territory.as_ref()?, section)
    }

    /// A section that consists of the network's own text; `None` if nobody wrote one.
    pub fn written_section(&self, id: &str, fr: &'static str, en: &'static str) -> Option<Section> {
        let text = self.own_text(id)?;
        Some(Section::new(id, 2, self.question.words(fr, en)).with([text]))
    }

    /// The notes of a record for each of the years, in Markdown.
    pub fn notes(&self, common: &Common) -> Vec<String> {
        common
            .years_in(self.question.asked)
            .filter_map(|(_, block)| block.note.get(self.question.language))
            .map(str::to_owned)
            .collect()
    }

    /// The record behind a section and the numbers of its sources, in small print; `None` if it
    /// names no source.
    pub fn sources(&self, record: &str, numbers: &str) -> Option<Piece> {
        (!numbers.is_empty()).then(|| {
            Piece::Note(say!(self.question.language,
                fr: "Fiche {record}\u{202f}; sources\u{a0}: {numbers}",
                en: "Record {record}; sources: {numbers}"))
        })
    }

    /// A number as a cell: a count if it is whole and not negative.
    pub fn number(&self, value: Option<f64>) -> Cell {
        match value {
            // Up to 10¹⁵ a floating-point number holds every whole number exactly.
            Some(value) if value >= 0.0 && value.fract() == 0.0 && value < 1e15 => {
                Cell::Number(format!("{value:.0}").parse().unwrap_or_default())
            }
            Some(value) => Cell::measure(value, self.question.language.decimal(value, 2)),
            None => Cell::Nothing,
        }
    }

    /// A difference as a cell, with its sign.
    pub fn change(&self, difference: f64) -> Cell {
        Cell::measure(difference, self.signed(difference))
    }

    /// A difference with its sign; an equals sign for zero.
    fn signed(&self, difference: f64) -> String {
        let number = self.question.language.decimal(difference, 2);
        if difference > 0.0 {
            format!("+{number}")
        } else if difference < 0.0 {
            number
        } else {
            "=".to_owned()
        }
    }

    /// The difference between an actual and a planned number, with its share of the planned one;
    /// empty if either is unknown.
    pub fn gap(&self, planned: Option<f64>, actual: Option<f64>) -> Cell {
        let (Some(planned), Some(actual)) = (planned, actual) else {
            return Cell::Nothing;
        };
        let gap = actual - planned;
        let difference = self.signed(gap);
        if planned <= 0.0 || difference == "=" {
            return Cell::measure(gap, difference);
        }
        let share = gap / planned;
        let sign = if share > 0.0 { "+" } else { "" };
        let share = self.question.language.percent(share);
        Cell::measure(gap, format!("{difference} ({sign}{share})"))
    }
}

/// An id to which links can lead: a prefix, then small letters, figures and hyphens.
pub fn anchor(prefix: &str, id: &str) -> String {
    let id: String = id.chars().map(letter_of_anchor).collect();
    format!("{prefix}-{id}")
}

fn letter_of_anchor(letter: char) -> char {
    if letter.is_ascii_lowercase() || letter.is_ascii_digit() {
        letter
    } else {
        '-'
    }
}
