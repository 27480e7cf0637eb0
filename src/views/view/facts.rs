//! A report's facts, what is asked of it, and how a view is named.

use serde::Serialize;

use crate::calendar::{DateRange, Day};
use crate::geography::outline::Outlines;
use crate::language::{Bilingual, Language};
use crate::network::Network;
use crate::records::{List, TerritoryId, ThemeId};
use crate::views::view::MapOptions;
use crate::views::view::table::{Table, TableBuilder};
use crate::views::view::{Agenda, Figure, Picture, Piece, Section};

/// A report: its name and how its facts are gathered.
pub struct View {
    /// What people type, and the name of its template.
    pub name: &'static str,
    /// What it is, in one line.
    pub about: Bilingual,
    /// What it tells of.
    pub of: ReportScope,
    /// Gathers, counts and orders its facts.
    pub gather: fn(&Question) -> Facts,
}

/// What a report tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportScope {
    /// The network, or the part of it that is asked about.
    Network,
    /// One territory, which must be named.
    Territory,
    /// Agreements and calls, or one of them where it is named.
    Grants,
}

/// What is asked of the records.
#[derive(Clone, Debug)]
pub struct Question<'n> {
    /// All records, linked.
    pub network: &'n Network,
    /// In which language to answer.
    pub language: Language,
    /// The day on which the question is asked.
    pub today: Day,
    /// The day on which the answer is made.
    pub made_on: Day,
    /// Over which days.
    pub asked: DateRange,
    /// Whether these days were asked for, or are today by default.
    pub dated: bool,
    /// Only dynamics of this theme.
    pub theme: Option<ThemeId>,
    /// Only dynamics of this territory and of those inside it.
    pub territory: Option<TerritoryId>,
    /// What a map shows, and how.
    pub map_options: MapOptions,
    /// Outlines that the workspace gives itself.
    pub outlines: Option<&'static Outlines>,
    /// Whether the answer is to hold every year and both languages, as a page does that turns from
    /// year to year.
    pub every_year: bool,
    /// How many months ahead something that ends is told.
    pub within: u16,
    /// Only this agreement or call: the id of its record, then its key there.
    pub grant: Option<(String, String)>,
    /// The commit of git that holds the records, where one does.
    pub commit: Option<Commit>,
}

/// A commit of git.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its short name.
    pub id: String,
    /// The day on which it was made, where it was.
    pub day: Day,
    /// Whether the records say something else by now.
    pub modified: bool,
}

impl<'n> Question<'n> {
    /// What is asked where nobody chooses anything: all that the records say on a day.
    #[must_use]
    pub fn on(network: &'n Network, language: Language, today: Day) -> Self {
        Self {
            network,
            language,
            today,
            made_on: today,
            asked: DateRange {
                first: today,
                last: today,
            },
            dated: false,
            theme: None,
            territory: None,
            map_options: MapOptions::default(),
            outlines: None,
            every_year: false,
            within: MONTHS_AHEAD,
            grant: None,
            commit: None,
        }
    }

    /// A sentence or a word in the reader's language.
    #[must_use]
    pub fn words(&self, fr: &'static str, en: &'static str) -> String {
        Bilingual { fr, en }.get(self.language).to_owned()
    }

    /// The label of a word of the vocabulary in the reader's language; the id of a word that the
    /// vocabulary does not know.
    #[must_use]
    pub fn label(&self, list: List, id: &str) -> String {
        let vocabulary = &self.network.vocabulary;
        vocabulary.label(list, id, self.language).to_owned()
    }

    /// The short label of a word of the vocabulary in the reader's language; the id of a word that
    /// the vocabulary does not know.
    #[must_use]
    pub fn short_label(&self, list: List, id: &str) -> String {
        let word = self.network.vocabulary.word(list, id);
        word.map_or(id, |word| word.short_label(self.language))
            .to_owned()
    }

    /// Starts a table with a caption in both languages and a row for each item.
    pub fn table<I>(&self, fr: &'static str, en: &'static str, items: I) -> TableBuilder<I::Item>
    where
        I: IntoIterator<Item: Copy>,
    {
        Table::of(self.language, self.words(fr, en), items)
    }

    /// Whether a territory is the one asked for, or lies in it; true of every territory where none
    /// is asked for.
    #[must_use]
    pub fn covers(&self, territory: &TerritoryId) -> bool {
        self.covers_any(territory, &[])
    }

    /// Whether the territory asked for holds the home of a record or another territory where the
    /// record is at work; true of every record where no territory is asked for.
    #[must_use]
    pub fn covers_any(&self, home: &TerritoryId, also_in: &[TerritoryId]) -> bool {
        self.territory.as_ref().is_none_or(|wanted| {
            std::iter::once(home)
                .chain(also_in)
                .any(|territory| self.network.lies_in(territory, wanted))
        })
    }
}

/// How many months ahead something that ends is told, where nobody says otherwise.
pub const MONTHS_AHEAD: u16 = 6;

/// A view's answer.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Facts {
    /// Name of the report.
    pub report: &'static str,
    /// First line of the report.
    pub title: String,
    /// Set when the records are invented: the sentence that says so.
    pub invented: Option<String>,
    /// The facts themselves, for templates and for JSON.
    pub facts: serde_json::Value,
    /// Their tables, for the terminal, Markdown and CSV; the main one first.
    pub tables: Vec<Table>,
    /// The chapters of a report that is read from top to bottom; its tables stand in them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// The one table for spreadsheets, a row for each thing counted; the first of the tables where
    /// there is none.
    #[serde(skip)]
    pub rows: Option<Table>,
    /// Sentences to read below the tables.
    pub notes: Vec<String>,
    /// Date, filter, number of records, attribution: printed under every output.
    pub scope: Vec<String>,
    /// Pictures that stand for the whole report.
    #[serde(skip)]
    pub figures: Vec<Figure>,
    /// Days to come, where the report tells any.
    #[serde(skip)]
    pub agenda: Option<Agenda>,
}

impl Facts {
    /// Whether a table of contents names a section: a chapter, or a part whose heading no other
    /// part bears.
    #[must_use]
    pub fn lists(&self, section: &Section) -> bool {
        let alike =
            |other: &&Section| other.level == section.level && other.heading == section.heading;
        section.level == 2
            || section.level == 3 && self.sections.iter().filter(alike).nth(1).is_none()
    }

    /// Every table in reading order, the main one first: those of the whole report, then those of
    /// its sections.
    pub fn all_tables(&self) -> impl Iterator<Item = &Table> {
        let inside = self
            .sections
            .iter()
            .flat_map(|section| &section.pieces)
            .filter_map(Piece::table);
        self.tables.iter().chain(inside)
    }

    /// The tables that say it all to a machine: those of the whole report, else the first of its
    /// sections.
    pub fn main_tables(&self) -> impl Iterator<Item = &Table> {
        self.all_tables().take(self.tables.len().max(1))
    }

    /// Every picture of its sections in reading order, the main one first.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let pieces = self.sections.iter().flat_map(|section| &section.pieces);
        pieces.filter_map(|piece| match piece {
            Piece::Picture(picture) => Some(&**picture),
            _ => None,
        })
    }
}
