//! The contract of a report: its name, the question it answers, the facts it answers with.

use serde::Serialize;

use crate::calendar::{DateRange, Day, PartialDate};
use crate::geography::outline::Outlines;
use crate::language::{Bilingual, Language};
use crate::network::Network;
use crate::records::{List, TerritoryId, ThemeId};
use crate::say;
use crate::views::view::agenda::Agenda;
use crate::views::view::data::{DataBuilder, DataTable, Value};
use crate::views::view::document::Document;
use crate::views::view::figure::{Figure, Picture};
use crate::views::view::map_options::MapOptions;
use crate::views::view::section::{Piece, Section};
use crate::views::view::table::{Table, TableBuilder};

/// A report: its name and how its facts are gathered.
pub struct View {
    /// Name that people type, and name of the template.
    pub name: &'static str,
    /// Subject of the report, in one line.
    pub about: Bilingual,
    /// Subject that a question must or may choose.
    pub of: ReportScope,
    /// Gathers, counts and orders the facts.
    pub gather: fn(&Question) -> Facts,
}

/// The part of the network that a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportScope {
    /// The network, or the territory and theme that filters choose.
    Network,
    /// One territory, which must be named.
    Territory,
    /// Agreements and calls, or the one that is named.
    Grants,
}

/// A question about the records: the days, the filters, the language, the form of the answer.
#[derive(Clone, Debug)]
pub struct Question<'n> {
    /// All records, linked.
    pub network: &'n Network,
    /// Language of the answer.
    pub language: Language,
    /// The day that counts as today.
    pub today: Day,
    /// The day on which the report is made, printed below it.
    pub made_on: Day,
    /// The days asked about.
    pub asked: DateRange,
    /// Whether a user chose these days; if not, they are today.
    pub dated: bool,
    /// Filter: only dynamics of this theme.
    pub theme: Option<ThemeId>,
    /// Filter: only this territory and those inside it.
    pub territory: Option<TerritoryId>,
    /// Colours, sizes and tints of a map.
    pub map_options: MapOptions,
    /// Outlines from the workspace, in place of the embedded ones.
    pub outlines: Option<&'static Outlines>,
    /// Whether the answer holds every year and both languages, for a page that turns from year to
    /// year.
    pub every_year: bool,
    /// Number of months ahead in which deadlines are listed.
    pub within: u16,
    /// Filter: only this agreement or call, by the id of its record and its key there.
    pub grant: Option<(String, String)>,
    /// Whether the network's own actor is among those that cooperate.
    pub with_us: bool,
    /// The commit of git that holds the records, where one does.
    pub commit: Option<Commit>,
}

/// A commit of git.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Abbreviated hash.
    pub id: String,
    /// The day of the commit, in the time zone of its author.
    pub day: Day,
    /// Whether the records differ from the commit by now.
    pub modified: bool,
}

impl<'n> Question<'n> {
    /// The question without any option: everything that is in the records on a day.
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
            with_us: false,
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

    /// Starts a table for other programs, with its name, with what it holds in both languages, and
    /// with a row for each item. Its last columns say what is true of every row.
    pub fn data<I>(
        &self,
        name: &str,
        fr: &'static str,
        en: &'static str,
        items: I,
    ) -> DataBuilder<I::Item>
    where
        I: IntoIterator<Item: Copy>,
    {
        DataTable::of(self.language, name, self.words(fr, en), items).in_context(self.context())
    }

    /// A table that people read, for other programs: one without amounts or dates in words.
    #[must_use]
    pub fn data_of(&self, name: &str, table: &Table) -> DataTable {
        let mut data = DataTable::of_reading(name, table);
        for (names, value) in self.context() {
            data.push_column(names, self.language, &value);
        }
        data
    }

    /// What a table for other programs says of all its rows: the days and the filters asked for;
    /// that the network is invented, or that files could not be read.
    #[must_use]
    pub fn context(&self) -> Vec<(Bilingual, Value)> {
        let days = self.dated.then_some(self.asked);
        let first = days.map(|days| PartialDate::Day(days.first));
        let last = days.map(|days| PartialDate::Day(days.last));
        let territory = self.territory.as_ref().map(ToString::to_string);
        let theme = self.theme.as_ref().map(ToString::to_string);
        let incomplete = (!self.network.is_intact()).then_some(true);
        let invented = self.network.settings.invented.then_some(true);
        let all: [(&'static str, &'static str, Value); 6] = [
            ("demandé_du", "asked_from", first.into()),
            ("demandé_au", "asked_to", last.into()),
            (
                "filtre_territoire_id",
                "filter_territory_id",
                territory.into(),
            ),
            ("filtre_thématique_id", "filter_theme_id", theme.into()),
            ("incomplet", "incomplete", incomplete.into()),
            ("fictif", "invented", invented.into()),
        ];
        all.into_iter()
            .filter(|(.., value)| *value != Value::Nothing)
            .map(|(fr, en, value)| (Bilingual { fr, en }, value))
            .collect()
    }

    /// An answer for programs about records of a kind.
    #[must_use]
    pub fn document(&self, kind: &str, records: Vec<serde_json::Value>) -> Document {
        let incomplete = Incomplete::of(self.network)
            .map(|missing| serde_json::json!({ "files": missing.files, "first": missing.first }));
        let invented = self.network.settings.invented;
        Document::new(kind, invented, incomplete, records)
    }

    /// An answer for programs with the days and the filters asked for.
    #[must_use]
    pub fn document_asked(&self, kind: &str, records: Vec<serde_json::Value>) -> Document {
        let days = self.dated.then(|| {
            let [from, to] =
                [self.asked.first, self.asked.last].map(|day| PartialDate::Day(day).to_string());
            serde_json::json!({ "from": from, "to": to })
        });
        let territory = self.territory.as_ref().map(ToString::to_string);
        self.document(kind, records)
            .with("asked", days)
            .with("territory", territory)
            .with("theme", self.theme.as_ref().map(ToString::to_string))
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

/// The default number of months ahead in which deadlines are listed.
pub const MONTHS_AHEAD: u16 = 6;

/// The answer of a view.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Facts {
    /// Name of the report.
    pub report: &'static str,
    /// Title of the report.
    pub title: String,
    /// The sentence that the records are invented; `None` for those of a real network.
    pub invented: Option<String>,
    /// What could not be read; `None` if all records were.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incomplete: Option<Incomplete>,
    /// The facts as plain values, for templates and for JSON.
    pub facts: serde_json::Value,
    /// Tables of the whole report, for the terminal, Markdown and CSV; the main one first.
    pub tables: Vec<Table>,
    /// Sections of a report that is read from top to bottom, with their own tables.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Tables for other programs, the main one first.
    #[serde(skip)]
    pub data: Vec<DataTable>,
    /// What JSON holds instead of all this, where the answer has a form of its own for programs.
    #[serde(skip)]
    pub document: Option<Document>,
    /// Sentences to read below the tables.
    pub notes: Vec<String>,
    /// Lines under every output: date, filter, number of records, attribution.
    pub scope: Vec<String>,
    /// Pictures of the whole report.
    #[serde(skip)]
    pub figures: Vec<Figure>,
    /// Days to come, for a calendar file.
    #[serde(skip)]
    pub agenda: Option<Agenda>,
}

/// The files that were not read whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Incomplete {
    /// Their number.
    pub files: usize,
    /// Path of the first below the root, by path.
    pub first: String,
}

impl Incomplete {
    /// What is missing from a network; `None` if nothing is.
    #[must_use]
    pub fn of(network: &Network) -> Option<Self> {
        let files = network.incomplete_files();
        files.first().map(|first| Self {
            files: files.len(),
            first: (*first).to_owned(),
        })
    }

    /// The sentence that says so.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let (files, first) = (language.number(self.files as u64), &self.first);
        match self.files {
            1 => say!(language,
                fr: "Incomplet\u{a0}: `{first}` n'a pas pu être lu en entier (`apes validate` dit \
                    pourquoi)",
                en: "Incomplete: `{first}` could not be read whole (`apes validate` says why)"),
            _ => say!(language,
                fr: "Incomplet\u{a0}: {files} fichiers n'ont pas pu être lus en entier, le premier \
                    est `{first}` (`apes validate` les nomme)",
                en: "Incomplete: {files} files could not be read whole, the first is `{first}` \
                    (`apes validate` names them)"),
        }
    }
}

impl Facts {
    /// Facts that say only what is missing from the network asked.
    #[must_use]
    pub fn about(question: &Question) -> Self {
        Self {
            incomplete: Incomplete::of(question.network),
            ..Self::default()
        }
    }

    /// Whether a table of contents lists a section: every chapter, and every part whose heading is
    /// unique among parts.
    #[must_use]
    pub fn lists(&self, section: &Section) -> bool {
        let same_heading = self
            .sections
            .iter()
            .filter(|other| other.level == section.level && other.heading == section.heading)
            .count();
        section.level == 2 || section.level == 3 && same_heading == 1
    }

    /// Iterates over every table in reading order, the main one first: those of the whole report,
    /// then those of the sections.
    pub fn all_tables(&self) -> impl Iterator<Item = &Table> {
        let inside = self
            .sections
            .iter()
            .flat_map(|section| &section.pieces)
            .filter_map(Piece::table);
        self.tables.iter().chain(inside)
    }

    /// Iterates over every picture of the sections in reading order, the main one first.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let pieces = self.sections.iter().flat_map(|section| &section.pieces);
        pieces.filter_map(|piece| match piece {
            Piece::Picture(picture) => Some(&**picture),
            _ => None,
        })
    }
}
