//! What every part of the year's report works with: the question, the year before, the sources
//! cited so far.

use crate::calendar::{DateRange, Day, Period};
use crate::language::Bilingual;
use crate::records::{Common, List, TerritoryId};
use crate::say;
use crate::views::parts::capitals::uncapitalised;
use crate::views::parts::periods::describe_period;
use crate::views::parts::provenance::Cited;
use crate::views::view::{Cell, Piece, Question, Section};

/// The question, the year before, the sources cited so far.
pub struct ReportContext<'q, 'n> {
    /// What is asked, in whole years.
    pub question: &'q Question<'n>,
    /// As many years just before.
    pub before: DateRange,
    /// Sources cited so far.
    pub cited: Cited<'n>,
}

impl<'q, 'n> ReportContext<'q, 'n> {
    /// A desk with nothing on it yet.
    pub fn new(question: &'q Question<'n>) -> Self {
        let DateRange {
            first: Day { year: first, .. },
            last: Day { year: last, .. },
        } = question.asked;
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

    /// Words in the reader's language.
    pub fn words(&self, fr: &'static str, en: &'static str) -> String {
        self.question.words(fr, en)
    }

    /// A word of the vocabulary.
    pub fn word(&self, list: List, id: &str) -> String {
        self.question
            .network
            .vocabulary
            .label(list, id, self.question.language)
            .to_owned()
    }

    /// A word of the vocabulary inside a sentence: without its capital, unless it is written in
    /// capitals.
    pub fn inside(&self, list: List, id: &str) -> String {
        uncapitalised(&self.word(list, id))
    }

    /// A period as people say it.
    pub fn period(&self, period: &Period) -> String {
        describe_period(period, self.question.language)
    }

    /// The year and the one before, as headings of columns.
    pub fn years(&self) -> [String; 2] {
        [self.question.asked.to_string(), self.before.to_string()]
    }

    /// What somebody wrote of a territory for a section of this year's report.
    pub fn text(&self, home: &TerritoryId, section: &str) -> Option<Piece> {
        let question = self.question;
        let text =
            question
                .network
                .text(home, question.asked.last.year, section, question.language)?;
        Some(Piece::Prose(text.markdown.clone()))
    }

    /// What somebody wrote of the whole network for a section.
    pub fn own_text(&self, section: &str) -> Option<Piece> {
        self.text(self.question.network.settings.territory.as_ref()?, section)
    }

    /// A section that is there only where somebody wrote it.
    pub fn told(&self, id: &str, heading: Bilingual) -> Option<Section> {
        let text = self.own_text(id)?;
        Some(Section::new(id, 2, heading.get(self.question.language)).with([text]))
    }

    /// What a record says of each of the years.
    pub fn notes(&self, common: &Common) -> Vec<String> {
        let notes = common
            .years_in(self.question.asked)
            .filter_map(|(_, block)| block.note.get(self.question.language));
        notes.map(str::to_owned).collect()
    }

    /// The record that a part is made from and its sources, in small print; nothing where it names
    /// none.
    pub fn sources(&self, record: &str, numbers: &str) -> Option<Piece> {
        (!numbers.is_empty()).then(|| {
            Piece::Note(say!(self.question.language,
                fr: "Fiche {record}\u{202f}; sources\u{a0}: {numbers}",
                en: "Record {record}; sources: {numbers}"))
        })
    }

    /// A number that was told, in its cell.
    pub fn number(&self, value: Option<f64>) -> Cell {
        match value {
            Some(value) if value >= 0.0 && value.fract() == 0.0 && value < 1e15 => {
                Cell::Number(format!("{value:.0}").parse().unwrap_or_default())
            }
            Some(value) => Cell::measure(value, self.question.language.decimal(value, 2)),
            None => Cell::Nothing,
        }
    }

    /// A difference with its sign; an equals sign where there is none.
    pub fn change(&self, difference: f64) -> Cell {
        Cell::measure(difference, self.change_told(difference))
    }

    fn change_told(&self, difference: f64) -> String {
        let number = self.question.language.decimal(difference, 2);
        if difference > 0.0 {
            format!("+{number}")
        } else if difference < 0.0 {
            number
        } else {
            "=".to_owned()
        }
    }

    /// What was reached or paid against what was planned: the difference, and its share of the
    /// plan.
    pub fn gap(&self, planned: Option<f64>, actual: Option<f64>) -> Cell {
        let (Some(planned), Some(actual)) = (planned, actual) else {
            return Cell::Nothing;
        };
        let (gap, difference) = (actual - planned, self.change_told(actual - planned));
        if planned > 0.0 && difference != "=" {
            let share = (actual - planned) / planned;
            let sign = if share > 0.0 { "+" } else { "" };
            let share = self.question.language.percent(share);
            Cell::measure(gap, format!("{difference} ({sign}{share})"))
        } else {
            Cell::measure(gap, difference)
        }
    }
}

/// An id as links can lead to it: small letters, figures and hyphens.
pub fn anchor(before: &str, id: &str) -> String {
    let plain = |letter: char| {
        if letter.is_ascii_lowercase() || letter.is_ascii_digit() {
            letter
        } else {
            '-'
        }
    };
    format!("{before}-{}", id.chars().map(plain).collect::<String>())
}
