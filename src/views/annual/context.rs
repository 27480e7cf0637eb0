//! The context of the year's report: the question, the year before, the sources cited so far.

use crate::calendar::{DateRange, PartialDate};
use crate::network::counting::figures::CountFilter;
use crate::records::{Common, List, Precision, TerritoryId};
use crate::say;
use crate::views::parts::capitals::uncapitalised;
use crate::views::parts::certainty;
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

    /// Whether the report is about a part of the network alone: a territory or a theme.
    pub fn is_filtered(&self) -> bool {
        self.question.territory.is_some() || self.question.theme.is_some()
    }

    /// The filter of the question, for counts.
    pub fn count_filter(&self) -> CountFilter<'q> {
        CountFilter {
            theme: self.question.theme.as_ref(),
            territory: self.question.territory.as_ref(),
        }
    }

    /// Whether the report is about several years.
    pub fn has_several_years(&self) -> bool {
        self.question.asked.first.year < self.question.asked.last.year
    }

    /// The sentence that numbers of records may be too small, and differences of years their own.
    pub fn incompleteness(&self) -> String {
        self.question.words(
            "Rien ne dit les fiches complètes\u{a0}: leurs nombres sont ceux des seules fiches \
                écrites, et leur écart d'une année à l'autre ne mesure pas le réseau.",
            "Nothing says that the records are complete: their numbers are those of the records \
                written so far, and their difference between years does not measure the network.",
        )
    }

    /// That sentence as a note, where a figure of the year or of the one before is counted in
    /// records of which no publication says that they are complete.
    pub fn incompleteness_of(&self, figure: &str) -> Option<Piece> {
        let network = self.question.network;
        let is_complete = [self.question.asked, self.before]
            .iter()
            .all(|years| network.is_known_complete(figure, years.last.year));
        (!is_complete).then(|| Piece::Note(self.incompleteness()))
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

    /// The text that people wrote about the whole network for a section of this year's report;
    /// `None` in a report on a part of it.
    pub fn own_text(&self, section: &str) -> Option<Piece> {
        if self.is_filtered() {
            return None;
        }
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
        value.map_or(Cell::Nothing, |value| {
            certainty::cell(value, Precision::Exact, false, self.question.language)
        })
    }

    /// A difference with its sign; an equals sign for zero.
    pub fn signed(&self, difference: f64) -> String {
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
