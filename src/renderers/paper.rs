//! Report for paper as plain data, which the engines of PDF and of office suites share.

use serde::Serialize;

use crate::calendar::Day;
use crate::language::Language;
use crate::renderers::mark::Marks;
use crate::renderers::prose::{Block, as_blocks};
use crate::renderers::{pictures, safe};
use crate::say;
use crate::views::view::{Cell, Facts, Figure, Picture, Piece, Section, Table};

/// Name of the report that people take to a meeting on one or two pages.
const SHEET: &str = "territory";

/// Listed headings from which a table of contents is of use, and from which it has a page of its
/// own.
const FEWEST_LISTED: usize = 5;
const LISTED_APART: usize = 13;

/// Rows, that of totals among them, up to which a table is never parted by a page.
const WHOLE_ROWS: usize = 12;

/// Letters up to which a text below a heading is a line that stays with what follows.
const LEAD: usize = 160;

/// Squares of the longest bar.
const LONGEST_BAR: usize = 40;

/// Letters above which a longer cell does not widen its column, and letters of space around it.
const HEAVIEST_CELL: usize = 36;
const CELL_PADDING: usize = 4;

/// Report for paper. Templates of PDF read its fields.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Paper {
    /// Name of the report, as people type it.
    pub report: &'static str,
    /// Whether it is a sheet of one or two pages, set small and without a table of contents.
    pub sheet: bool,
    /// Title.
    pub title: String,
    /// Language: `fr` or `en`.
    pub language: &'static str,
    /// Day on which it was made: year, month, day.
    pub made_on: [u16; 3],
    /// Sentence that says that the records are invented, if they are.
    pub invented: Option<String>,
    /// The same in two words, and that files could not be read, for the foot of each page.
    pub mark: Option<String>,
    /// Title with the same marks, for the properties of the file.
    pub marked_title: String,
    /// Heading of the table of contents.
    pub contents: String,
    /// Whether there is a table of contents.
    pub has_contents: bool,
    /// Whether the table of contents has a page of its own.
    pub contents_apart: bool,
    /// Chapters with their parts.
    pub sections: Vec<Chapter>,
    /// Lines at the end: date, filter, rules of counting.
    pub scope: Vec<String>,
    /// Facts of the view, for templates with texts of their own.
    pub facts: serde_json::Value,
}

/// Chapter, or section of one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chapter {
    /// Target of links.
    pub id: String,
    /// Heading; empty where there is none.
    pub heading: String,
    /// Depth, from 1.
    pub level: u8,
    /// Whether the table of contents lists it.
    pub listed: bool,
    /// Parts below the heading.
    pub parts: Vec<Part>,
}

/// Part of a chapter.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Part {
    /// A paragraph.
    Text {
        /// Text.
        text: String,
        /// Whether it stays on the page of what follows.
        lead: bool,
    },
    /// A remark in small print.
    Note {
        /// Text.
        text: String,
        /// Whether it stays on the page of what follows.
        lead: bool,
    },
    /// A list of short lines.
    List {
        /// Text of each point.
        lines: Vec<String>,
    },
    /// Prose that people wrote.
    Prose {
        /// Blocks.
        blocks: Vec<Block>,
    },
    /// A table.
    Table(Grid),
    /// A figure.
    Picture {
        /// Title.
        title: String,
        /// Description of what it shows.
        alternative: String,
        /// Drawing.
        svg: String,
        /// Width and height, in any unit.
        size: [f64; 2],
    },
}

/// Table whose cells are texts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Grid {
    /// Caption.
    pub caption: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Vec<String>>,
    /// Row of totals.
    pub total: Option<Vec<String>>,
    /// Whether it is so short that no page parts it.
    pub whole: bool,
}

/// Column of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Heading.
    pub heading: String,
    /// Whether it holds numbers, which are aligned to the right.
    pub numbers: bool,
    /// Width that it asks for, in letters.
    pub weight: usize,
    /// Letters of its longest word, which should not be broken.
    pub word: usize,
}

impl Paper {
    /// The paper of a report.
    #[must_use]
    pub fn new(facts: &Facts, made_on: Day, language: Language) -> Self {
        // What the report shows before its first heading, and its notes, are chapters as well.
        let maps = facts
            .figures
            .iter()
            .filter_map(|figure| map_of_report(figure, &facts.title));
        let tables = facts.tables.iter().cloned().map(Piece::Table);
        let opening = Section {
            heading: String::new(),
            ..Section::new("", 2, "").with(maps.chain(tables))
        };
        let notes = Section::new("notes", 2, "").with(facts.notes.iter().cloned().map(Piece::Note));
        let marks = Marks::of(facts, language);
        let mut drawer = PictureDrawer {
            marks: &marks,
            language,
            drawn: 0,
        };
        let sections: Vec<Chapter> = std::iter::once(&opening)
            .chain(&facts.sections)
            .chain([&notes])
            .filter(|section| !section.pieces.is_empty() || !section.heading.is_empty())
            .map(|section| chapter(section, facts.lists(section), &mut drawer))
            .collect();
        let sheet = facts.report == SHEET;
        let listed = sections
            .iter()
            .filter(|chapter| chapter.listed && !chapter.heading.is_empty())
            .count();
        Self {
            report: facts.report,
            sheet,
            title: safe::line(&facts.title),
            language: language.code(),
            made_on: [made_on.year, made_on.month.into(), made_on.day.into()],
            invented: facts.invented.as_deref().map(safe::line),
            mark: marks.short(language),
            marked_title: safe::line(&marks.titled(&facts.title, language)),
            contents: say!(language, fr: "Sommaire", en: "Contents"),
            has_contents: !sheet && listed >= FEWEST_LISTED,
            contents_apart: listed >= LISTED_APART,
            sections,
            scope: facts.scope.iter().map(|line| safe::line(line)).collect(),
            facts: facts.facts.clone(),
        }
    }
}

/// The map that is the whole of a report. Returns `None` for any other figure, which is in a
/// section.
fn map_of_report(figure: &Figure, title: &str) -> Option<Piece> {
    let Figure::Map(map) = figure else {
        return None;
    };
    Some(Piece::Picture(Box::new(Picture {
        title: title.to_owned(),
        alternative: map.words.description.clone(),
        table: None,
        figure: figure.clone(),
    })))
}

/// Drawer of the pictures of a report.
struct PictureDrawer<'f> {
    marks: &'f Marks,
    language: Language,
    /// Number of pictures so far, which distinguishes the names inside them.
    drawn: usize,
}

impl PictureDrawer<'_> {
    fn draw(&mut self, picture: &Picture) -> Part {
        self.drawn += 1;
        let id = format!("picture-{}", self.drawn);
        let svg = pictures::render(picture, &id, self.marks, self.language);
        Part::Picture {
            title: safe::line(&picture.title),
            alternative: safe::line(&self.marks.described(&picture.alternative)),
            size: size(&svg),
            svg,
        }
    }
}

fn chapter(section: &Section, listed: bool, drawer: &mut PictureDrawer) -> Chapter {
    let mut parts: Vec<Part> = section
        .pieces
        .iter()
        .flat_map(|piece| parts(piece, drawer))
        .collect();
    keep_with_next(&mut parts, !section.heading.is_empty());
    Chapter {
        id: section.id.clone(),
        heading: safe::line(&section.heading),
        level: section.level.clamp(2, 5) - 1,
        listed,
        parts,
    }
}

/// Marks the texts that stay on the page of what follows: the line below a heading, and what ends
/// in a colon.
fn keep_with_next(parts: &mut [Part], has_heading: bool) {
    let followed = parts.len().saturating_sub(1);
    for (index, part) in parts.iter_mut().take(followed).enumerate() {
        if let Part::Text { text, lead } | Part::Note { text, lead } = part {
            let is_line_below = has_heading && index == 0 && text.chars().count() <= LEAD;
            *lead = is_line_below || text.ends_with(':');
        }
    }
}

/// The parts of a piece: two for a picture with its table, none for an empty table.
fn parts(piece: &Piece, drawer: &mut PictureDrawer) -> Vec<Part> {
    let language = drawer.language;
    let part = match piece {
        Piece::Text(text) => Part::Text {
            text: safe::line(text),
            lead: false,
        },
        Piece::Note(text) => Part::Note {
            text: safe::line(text),
            lead: false,
        },
        Piece::List(lines) => Part::List {
            lines: lines.iter().map(|line| safe::line(line)).collect(),
        },
        Piece::Prose(markdown) => Part::Prose {
            blocks: as_blocks(markdown),
        },
        Piece::Table(table) => return table_part(table, language).into_iter().collect(),
        Piece::Picture(picture) => {
            let table = picture.table.as_ref();
            let table = table.and_then(|table| table_part(table, language));
            return std::iter::once(drawer.draw(picture)).chain(table).collect();
        }
    };
    vec![part]
}

/// A table as a part. Returns `None` where it has no rows.
fn table_part(table: &Table, language: Language) -> Option<Part> {
    (!table.rows.is_empty()).then(|| Part::Table(grid(table, language)))
}

/// Width and height of a drawing, from its view box; a square where it has none.
fn size(svg: &str) -> [f64; 2] {
    let view_box = svg
        .split_once("viewBox=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map_or("", |(view_box, _)| view_box);
    let numbers: Vec<f64> = view_box
        .split(' ')
        .filter_map(|number| number.parse().ok())
        .collect();
    match numbers[..] {
        [_, _, width, height] if width > 0.0 && height > 0.0 => [width, height],
        _ => [1000.0, 1000.0],
    }
}

fn grid(table: &Table, language: Language) -> Grid {
    let texts = |row: &Vec<Cell>| row.iter().map(|cell| cell_text(cell, language)).collect();
    let rows: Vec<Vec<String>> = table.rows.iter().map(texts).collect();
    let columns = table
        .columns
        .iter()
        .enumerate()
        .map(|(index, heading)| column(heading, table.is_numeric(index), &rows, index))
        .collect();
    Grid {
        caption: safe::line(&table.caption),
        columns,
        whole: rows.len() + table.total.iter().len() <= WHOLE_ROWS,
        total: table.total.as_ref().map(texts),
        rows,
    }
}

fn column(heading: &str, numbers: bool, rows: &[Vec<String>], index: usize) -> Column {
    let cells = || rows.iter().filter_map(|row| row.get(index));
    let longest_cell = cells().map(|cell| cell.chars().count()).max().unwrap_or(0);
    let heading_word = longest_word(heading);
    Column {
        heading: safe::line(heading),
        numbers,
        weight: longest_cell.min(HEAVIEST_CELL).max(heading_word) + CELL_PADDING,
        word: cells()
            .map(|cell| longest_word(cell))
            .fold(heading_word, usize::max),
    }
}

/// Letters of the longest word.
fn longest_word(text: &str) -> usize {
    text.split(' ')
        .map(|word| word.chars().count())
        .max()
        .unwrap_or(0)
}

fn cell_text(cell: &Cell, language: Language) -> String {
    match cell {
        Cell::Text(text) => safe::line(text),
        Cell::Number(number) => language.number(*number),
        Cell::Measure { told, .. } => safe::line(told),
        Cell::Symbol { digit, .. } => digit.to_string(),
        Cell::Nothing => String::new(),
        Cell::Bar { full, hollow } => "■".repeat(squares(*full)) + &"□".repeat(squares(*hollow)),
    }
}

/// Squares of a bar for a count.
fn squares(count: u64) -> usize {
    usize::try_from(count).unwrap_or(0).min(LONGEST_BAR)
}
