//! A whole report as lines of a terminal.

use unicode_width::UnicodeWidthStr;

use crate::language::Language;
use crate::renderers::{charts, prose, safe, table};
use crate::views::view::{Facts, Figure, Picture, Piece, Section, Table};

/// Where it is shown.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Columns of the terminal.
    pub columns: usize,
    /// Plain characters only.
    pub ascii: bool,
    /// Without the lines on date, filter and records.
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

/// Lines folded, what follows of each set in.
fn hanging(lines: &[String], columns: usize) -> String {
    let folded = |line: &String| prose::fold(&safe::line(line), columns.saturating_sub(2));
    lines
        .iter()
        .map(|line| folded(line).replace('\n', "\n  ") + "\n")
        .collect()
}

fn section(section: &Section, screen: Screen, language: Language) -> String {
    let heading = safe::line(&section.heading);
    let mut out = format!("\n{heading}\n");
    if section.level <= 2 {
        let rule = if screen.ascii { "=" } else { "═" };
        out.push_str(&format!(
            "{}\n",
            rule.repeat(heading.width().min(screen.columns))
        ));
    }
    let several = section.pieces.iter().filter_map(captioned).count() > 1;
    for (place, part) in section.pieces.iter().enumerate() {
        if let Some(caption) =
            captioned(part).filter(|caption| several && *caption != section.heading)
        {
            let gap = if place == 0 { "" } else { "\n" };
            out.push_str(&format!(
                "{gap}{}\n",
                prose::fold(&safe::line(caption), screen.columns)
            ));
        }
        out.push_str(&piece(part, screen, language));
    }
    out
}

/// What a table or a drawing is called.
fn captioned(piece: &Piece) -> Option<&str> {
    match piece {
        Piece::Table(table) => Some(&*table.caption).filter(|_| !table.rows.is_empty()),
        Piece::Picture(picture) => Some(&*picture.title),
        _ => None,
    }
}

fn piece(piece: &Piece, screen: Screen, language: Language) -> String {
    let Screen { columns, ascii, .. } = screen;
    let folded = |text: &str| prose::fold(&safe::line(text), columns) + "\n";
    match piece {
        Piece::Text(text) => folded(text),
        Piece::Note(text) => format!(
            "({})\n",
            prose::fold(&safe::line(text), columns.saturating_sub(2))
        ),
        Piece::Prose(markdown) => prose::as_lines(markdown, columns.min(100)),
        Piece::List(lines) => {
            let folded = |line: &String| prose::fold(&safe::line(line), columns.saturating_sub(2));
            lines
                .iter()
                .map(|line| format!("- {}\n", folded(line).replace('\n', "\n  ")))
                .collect()
        }
        Piece::Table(part) if part.rows.is_empty() => String::new(),
        Piece::Table(part) => table::render(part, columns, language, ascii),
        Piece::Picture(picture) => drawn(picture, screen, language),
    }
}

fn drawn(picture: &Picture, screen: Screen, language: Language) -> String {
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
    // Bars of one series bear their values: a table of the same two columns would say nothing more.
    let said = |table: &Table| matches!(&picture.figure, Figure::Bars(bars) if bars.series.len() < 2 && table.columns.len() == 2);
    let table = picture
        .table
        .as_ref()
        .filter(|table| !table.rows.is_empty() && !said(table));
    let table = table.map(|part| format!("\n{}", table::render(part, columns, language, ascii)));
    drawing + &table.unwrap_or_default()
}
