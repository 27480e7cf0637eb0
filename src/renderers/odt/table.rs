//! Tables of the text document, with the styles and the widths of their columns.

use crate::renderers::drawing::rectangle::as_f64;
use crate::renderers::drawing::xml::{XmlWriter, tag};
use crate::renderers::odt::styles::{TEXT_WIDTH, write_style};
use crate::renderers::paper::{Column, Grid, Paper, Part};

/// Width of a letter in a table, and space around the words of a cell, in centimetres.
const LETTER: f64 = 0.17;
const PADDING: f64 = 0.3;

/// Letters of the longest word that is kept whole.
const LONGEST_WORD: usize = 20;

/// Part of a table to which a row belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowKind {
    Heading,
    Body,
    Total,
}

/// Writes the styles of tables, cells and columns.
pub(super) fn write_table_styles(xml: &mut XmlWriter) {
    let width = format!("{TEXT_WIDTH:.2}cm");
    for (name, may_break) in [("grid", "true"), ("whole", "false")] {
        let look = [
            ("style:width", &*width),
            ("table:align", "margins"),
            ("fo:margin-bottom", "0.35cm"),
            ("style:may-break-between-rows", may_break),
        ];
        write_style(xml, (name, "table", ""), "style:table-properties", &look);
    }
    let cells = [
        ("cell", "0.5pt solid #999999"),
        ("head", "1pt solid #000000"),
    ];
    for (name, border) in cells {
        let look = [("fo:padding", "0.08cm"), ("fo:border-bottom", border)];
        write_style(
            xml,
            (name, "table-cell", ""),
            "style:table-cell-properties",
            &look,
        );
    }
    write_style(
        xml,
        ("row", "table-row", ""),
        "style:table-row-properties",
        &[("fo:keep-together", "always")],
    );
    let paragraphs = [("number", "Table_20_Contents"), ("sum", "Table_20_Heading")];
    for (name, parent) in paragraphs {
        write_style(
            xml,
            (name, "paragraph", parent),
            "style:paragraph-properties",
            &[("fo:text-align", "end")],
        );
    }
}

/// Writes a style for each column of each table.
pub(super) fn write_column_styles(xml: &mut XmlWriter, paper: &Paper) {
    for (table, grid) in grids(paper).enumerate() {
        for (column, width) in widths(&grid.columns).into_iter().enumerate() {
            write_style(
                xml,
                (&column_style(table, column), "table-column", ""),
                "style:table-column-properties",
                &[("style:column-width", &format!("{width:.2}cm"))],
            );
        }
    }
}

fn column_style(table: usize, column: usize) -> String {
    format!("grid{table}-{column}")
}

fn grids(paper: &Paper) -> impl Iterator<Item = &Grid> {
    paper
        .sections
        .iter()
        .flat_map(|section| &section.parts)
        .filter_map(|part| match part {
            Part::Table(grid) => Some(grid),
            _ => None,
        })
}

/// Widths of columns in centimetres: first as much as the longest word needs, then a share of the
/// rest by the text that the column holds. Words are broken only where they cannot all fit.
fn widths(columns: &[Column]) -> Vec<f64> {
    let words: Vec<f64> = columns
        .iter()
        .map(|column| as_f64(column.word.min(LONGEST_WORD)) * LETTER + PADDING)
        .collect();
    let needed: f64 = words.iter().sum();
    if needed >= TEXT_WIDTH {
        return words
            .into_iter()
            .map(|word| word / needed * TEXT_WIDTH)
            .collect();
    }
    let rests: Vec<f64> = columns
        .iter()
        .map(|column| {
            let word = column.word.min(LONGEST_WORD);
            as_f64(column.weight.saturating_sub(word).max(1))
        })
        .collect();
    let all: f64 = rests.iter().sum();
    let left = TEXT_WIDTH - needed;
    words
        .into_iter()
        .zip(rests)
        .map(|(word, rest)| word + left * rest / all)
        .collect()
}

/// Writes a table with its caption; without it on a sheet, whose headings say the same.
pub(super) fn write_table(xml: &mut XmlWriter, grid: &Grid, on_sheet: bool, index: usize) {
    if !on_sheet {
        let caption = tag("text:p").set("text:style-name", "Caption");
        xml.text(&caption, &grid.caption);
    }
    let table = tag("table:table")
        .set("table:name", &format!("table{}", index + 1))
        .set(
            "table:style-name",
            if grid.whole { "whole" } else { "grid" },
        );
    xml.group(&table, |xml| {
        for column in 0..grid.columns.len() {
            let style = column_style(index, column);
            xml.leaf(&tag("table:table-column").set("table:style-name", &style));
        }
        xml.group(&tag("table:table-header-rows"), |xml| {
            let headings = grid.columns.iter().map(|column| &*column.heading);
            write_row(xml, headings, grid, RowKind::Heading);
        });
        for cells in &grid.rows {
            write_row(xml, cells.iter().map(|cell| &**cell), grid, RowKind::Body);
        }
        if let Some(cells) = &grid.total {
            write_row(xml, cells.iter().map(|cell| &**cell), grid, RowKind::Total);
        }
    });
}

fn write_row<'g>(
    xml: &mut XmlWriter,
    cells: impl Iterator<Item = &'g str>,
    grid: &Grid,
    kind: RowKind,
) {
    let frame = if kind == RowKind::Body {
        "cell"
    } else {
        "head"
    };
    let row = tag("table:table-row").set("table:style-name", "row");
    xml.group(&row, |xml| {
        for (text, column) in cells.zip(&grid.columns) {
            let style = match (kind, column.numbers) {
                (RowKind::Body, true) => "number",
                (RowKind::Body, false) => "Table_20_Contents",
                (_, true) => "sum",
                (_, false) => "Table_20_Heading",
            };
            let cell = tag("table:table-cell")
                .set("table:style-name", frame)
                .set("office:value-type", "string");
            xml.group(&cell, |xml| {
                xml.text(&tag("text:p").set("text:style-name", style), text);
            });
        }
    });
}
