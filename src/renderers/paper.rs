//! A report laid out for paper, as plain data: what the engines of PDF and of office suites share.

use serde::Serialize;

use crate::calendar::Day;
use crate::language::Language;
use crate::renderers::prose::{Block, as_blocks};
use crate::renderers::{pictures, safe};
use crate::say;
use crate::views::view::{Cell, Facts, Figure, Picture, Piece, Section, Table};

/// The report that people take to a meeting on one or two pages.
const SHEET: &str = "territory";

/// A report for paper.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Paper {
    /// Its name, as people type it.
    pub report: &'static str,
    /// Whether it is a sheet of one or two pages, set small and without a table of contents.
    pub sheet: bool,
    /// Its title.
    pub title: String,
    /// `fr` or `en`.
    pub language: &'static str,
    /// The day on which it was made: year, month, day.
    pub made_on: [u16; 3],
    /// Set when the records are invented: the sentence that says so.
    pub invented: Option<String>,
    /// Heading of the table of contents.
    pub contents: String,
    /// Chapters and their parts.
    pub sections: Vec<Chapter>,
    /// Lines at the end: date, filter, rules of counting.
    pub scope: Vec<String>,
    /// The facts of the view, for templates that place their own words.
    pub facts: serde_json::Value,
}

/// A chapter, or a part of one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chapter {
    /// What links lead to.
    pub id: String,
    /// Its heading; empty where there is none.
    pub heading: String,
    /// Its depth, from 1.
    pub level: u8,
    /// Whether the table of contents names it.
    pub listed: bool,
    /// What stands under it.
    pub parts: Vec<Part>,
}

/// One thing under a heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Part {
    /// A paragraph of ours.
    Text {
        /// Its words.
        text: String,
    },
    /// A remark in small print.
    Note {
        /// Its words.
        text: String,
    },
    /// Short lines.
    List {
        /// One point each.
        lines: Vec<String>,
    },
    /// What people wrote.
    Prose {
        /// Its blocks.
        blocks: Vec<Block>,
    },
    /// A table.
    Table(Grid),
    /// A figure.
    Picture {
        /// What it is.
        title: String,
        /// What it shows, in words.
        alternative: String,
        /// The drawing.
        svg: String,
        /// Its width and its height, in any unit.
        size: [f64; 2],
    },
}

/// A table whose cells are words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Grid {
    /// What it is.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// The row of totals.
    pub total: Option<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Whether it holds numbers, set at the right.
    pub numbers: bool,
    /// How much room it asks for, in letters.
    pub weight: usize,
    /// Letters of its longest word, which is not to be broken.
    pub word: usize,
}

impl Paper {
    /// Lays a report out.
    #[must_use]
    pub fn of(facts: &Facts, made_on: Day, language: Language) -> Self {
        let mut pictures = 0;
        let mut whole: Vec<Piece> = facts.tables.iter().cloned().map(Piece::Table).collect();
        whole.splice(
            0..0,
            facts
                .figures
                .iter()
                .filter_map(|figure| drawn(figure, &facts.title)),
        );
        let whole = Section {
            heading: String::new(),
            ..Section::new("", 2, "").with(whole)
        };
        let notes = Section::new("notes", 2, "").with(facts.notes.iter().cloned().map(Piece::Note));
        let chapters = std::iter::once(&whole)
            .chain(&facts.sections)
            .chain([&notes]);
        let chapters =
            chapters.filter(|section| !section.pieces.is_empty() || !section.heading.is_empty());
        Self {
            report: facts.report,
            sheet: facts.report == SHEET,
            title: safe::line(&facts.title),
            language: language.code(),
            made_on: [made_on.year, made_on.month.into(), made_on.day.into()],
            invented: facts.invented.as_deref().map(safe::line),
            contents: say!(language, fr: "Sommaire", en: "Contents"),
            sections: chapters
                .map(|section| chapter(section, facts.lists(section), &mut pictures, language))
                .collect(),
            scope: facts.scope.iter().map(|line| safe::line(line)).collect(),
            facts: facts.facts.clone(),
        }
    }
}

/// A figure that stands for a whole report.
fn drawn(figure: &Figure, title: &str) -> Option<Piece> {
    let alternative = match figure {
        Figure::Map(map) => map.words.description.clone(),
        _ => return None,
    };
    Some(Piece::Picture(Box::new(Picture {
        title: title.to_owned(),
        alternative,
        table: None,
        figure: figure.clone(),
    })))
}

fn chapter(section: &Section, listed: bool, pictures: &mut usize, language: Language) -> Chapter {
    Chapter {
        id: section.id.clone(),
        heading: safe::line(&section.heading),
        level: section.level.clamp(2, 5) - 1,
        listed,
        parts: section
            .pieces
            .iter()
            .flat_map(|piece| parts(piece, pictures, language))
            .collect(),
    }
}

fn parts(piece: &Piece, pictures: &mut usize, language: Language) -> Vec<Part> {
    match piece {
        Piece::Text(text) => vec![Part::Text {
            text: safe::line(text),
        }],
        Piece::Note(text) => vec![Part::Note {
            text: safe::line(text),
        }],
        Piece::List(lines) => vec![Part::List {
            lines: lines.iter().map(|line| safe::line(line)).collect(),
        }],
        Piece::Prose(markdown) => vec![Part::Prose {
            blocks: as_blocks(markdown),
        }],
        Piece::Table(table) if table.rows.is_empty() => Vec::new(),
        Piece::Table(table) => vec![Part::Table(grid(table, language))],
        Piece::Picture(picture) => {
            *pictures += 1;
            let svg = pictures::render(picture, &format!("picture-{pictures}"), language);
            let drawing = Part::Picture {
                title: safe::line(&picture.title),
                alternative: safe::line(&picture.alternative),
                size: size(&svg),
                svg,
            };
            let table = picture
                .table
                .as_ref()
                .filter(|table| !table.rows.is_empty());
            std::iter::once(drawing)
                .chain(table.map(|table| Part::Table(grid(table, language))))
                .collect()
        }
    }
}

/// Width and height of a drawing, from its view box.
fn size(svg: &str) -> [f64; 2] {
    let inside = svg
        .split_once("viewBox=\"")
        .and_then(|(_, rest)| rest.split_once('"'));
    let numbers: Vec<f64> = inside
        .map(|(inside, _)| {
            inside
                .split(' ')
                .filter_map(|number| number.parse().ok())
                .collect()
        })
        .unwrap_or_default();
    match numbers[..] {
        [_, _, width, height] if width > 0.0 && height > 0.0 => [width, height],
        _ => [1000.0, 1000.0],
    }
}

fn grid(table: &Table, language: Language) -> Grid {
    let words =
        |row: &Vec<Cell>| -> Vec<String> { row.iter().map(|cell| word(cell, language)).collect() };
    let rows: Vec<Vec<String>> = table.rows.iter().map(words).collect();
    let columns = table.columns.iter().enumerate().map(|(place, heading)| {
        let longest = rows
            .iter()
            .filter_map(|row| row.get(place))
            .map(|cell| cell.chars().count())
            .max();
        Column {
            heading: safe::line(heading),
            numbers: table.is_numeric(place),
            word: rows
                .iter()
                .filter_map(|row| row.get(place))
                .chain([heading])
                .map(|text| widest_word(text))
                .max()
                .unwrap_or(0),
            weight: longest.unwrap_or(0).min(36).max(widest_word(heading)) + 4,
        }
    });
    Grid {
        caption: safe::line(&table.caption),
        columns: columns.collect(),
        total: table.total.as_ref().map(words),
        rows,
    }
}

/// Letters of the longest word.
fn widest_word(text: &str) -> usize {
    text.split(' ')
        .map(|word| word.chars().count())
        .max()
        .unwrap_or(0)
}

fn word(cell: &Cell, language: Language) -> String {
    match cell {
        Cell::Text(text) => safe::line(text),
        Cell::Number(number) => language.number(*number),
        Cell::Measure { told, .. } => safe::line(told),
        Cell::Symbol { digit, .. } => digit.to_string(),
        Cell::Nothing => String::new(),
        Cell::Bar { full, hollow } => {
            let times = |count: &u64| usize::try_from(*count).unwrap_or(0).min(40);
            "■".repeat(times(full)) + &"□".repeat(times(hollow))
        }
    }
}
