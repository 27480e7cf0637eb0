//! Whole report as lines of a terminal.

use unicode_width::UnicodeWidthStr;

use crate::language::Language;
use crate::renderers::{charts, prose, safe, table};
use crate::views::view::{Facts, Figure, Picture, Piece, Section, Table};

/// Columns of prose at most: longer lines are hard to read.
const WIDEST_PROSE: usize = 100;

/// Terminal in which a report is shown.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Number of columns.
    pub columns: usize,
    /// Whether only ASCII characters may be used.
    pub ascii: bool,
    /// Whether to leave out the lines on date, filter and records.
    pub quiet: bool,
}

/// Title, tables, sections, notes and scope, one below the other.
#[must_use]
pub fn render(facts: &Facts, screen: Screen, language: Language) -> String {
    let mut out = safe::line(&facts.title) + "\n";
    if let Some(invented) = &facts.invented {
        out.push_str(&format!("{}\n", safe::line(invented)));
    }
    for part in facts.tables.iter().filter(|part| !part.rows.is_empty()) {
        out.push('\n');
        out.push_str(&table::render(part, screen.columns, language, screen.ascii));
    }
    for part in &facts.sections {
        out.push_str(&section(part, screen, language));
    }
    out.push_str(&hanging(&facts.notes, screen.columns));
    if !screen.quiet && !facts.scope.is_empty() {
        out.push('\n');
        out.push_str(&hanging(&facts.scope, screen.columns));
    }
    out
}

/// Texts folded, with their second and further lines indented.
fn hanging(texts: &[String], columns: usize) -> String {
    texts
        .iter()
        .map(|text| prose::fold(&safe::line(text), columns.saturating_sub(2)))
        .map(|folded| folded.replace('\n', "\n  ") + "\n")
        .collect()
}

fn section(section: &Section, screen: Screen, language: Language) -> String {
    let heading = safe::line(&section.heading);
    let mut out = format!("\n{heading}\n");
    if section.level <= 2 {
        let rule = if screen.ascii { "=" } else { "═" };
        out.push_str(&rule.repeat(heading.width().min(screen.columns)));
        out.push('\n');
    }
    // A single caption would only repeat the heading.
    let has_captions = section.pieces.iter().filter_map(caption).count() > 1;
    for (index, part) in section.pieces.iter().enumerate() {
        let caption = caption(part).filter(|caption| *caption != section.heading);
        if let Some(caption) = caption.filter(|_| has_captions) {
            let gap = if index == 0 { "" } else { "\n" };
            let caption = prose::fold(&safe::line(caption), screen.columns);
            out.push_str(&format!("{gap}{caption}\n"));
        }
        out.push_str(&piece(part, screen, language));
    }
    out
}

/// The caption of a table or a picture. Returns `None` for any other piece.
fn caption(piece: &Piece) -> Option<&str> {
    match piece {
        Piece::Table(table) => Some(&*table.caption).filter(|_| !table.rows.is_empty()),
        Piece::Picture(picture) => Some(&*picture.title),
        _ => None,
    }
}

fn piece(piece: &Piece, screen: Screen, language: Language) -> String {
    let Screen { columns, ascii, .. } = screen;
    match piece {
        Piece::Text(text) => prose::fold(&safe::line(text), columns) + "\n",
        Piece::Note(text) => {
            let note = prose::fold(&safe::line(text), columns.saturating_sub(2));
            format!("({note})\n")
        }
        Piece::Prose(markdown) => prose::as_lines(markdown, columns.min(WIDEST_PROSE)),
        Piece::List(lines) => lines
            .iter()
            .map(|line| prose::hang(&safe::line(line), columns, "- ", "  ") + "\n")
            .collect(),
        Piece::Table(part) if part.rows.is_empty() => String::new(),
        Piece::Table(part) => table::render(part, columns, language, ascii),
        Piece::Picture(picture) => self::picture(picture, screen, language),
    }
}

/// A picture in lines where it can be drawn so, else its description; with its table.
fn picture(picture: &Picture, screen: Screen, language: Language) -> String {
    let Screen { columns, ascii, .. } = screen;
    let drawing = match &picture.figure {
        Figure::Bars(figure) => charts::bar_lines(figure, columns, language, ascii),
        Figure::Timeline(figure) => charts::timeline_lines(figure, columns, ascii),
        Figure::Map(_)
        | Figure::Atlas(_)
        | Figure::Locator(_)
        | Figure::Graph(_)
        | Figure::Ternary(_) => prose::fold(&safe::line(&picture.alternative), columns) + "\n",
    };
    match &picture.table {
        Some(part) if !part.rows.is_empty() && !is_shown(&picture.figure, part) => {
            let table = table::render(part, columns, language, ascii);
            format!("{drawing}\n{table}")
        }
        _ => drawing,
    }
}

/// Whether a figure already shows its table: bars of one series have their values beside them.
fn is_shown(figure: &Figure, table: &Table) -> bool {
    matches!(figure, Figure::Bars(bars) if bars.series.len() < 2) && table.columns.len() == 2
}
