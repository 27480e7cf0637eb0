//! Table of a page: `{{ table | grid }}`.

use minijinja::Error;
use minijinja::value::Value;

use crate::language::Language;
use crate::renderers::page::cells::{cell_text, is_number};
use crate::renderers::page::html_table::HtmlTable;
use crate::renderers::page::markup::Markup;

/// A table as markup, its columns of numbers aligned to the right.
///
/// # Errors
/// Returns an error if the value is not a table.
pub(super) fn grid(table: &Value, markup: Markup, language: Language) -> Result<String, Error> {
    let headings = row_texts(&table.get_attr("columns")?, markup, language)?;
    let rows = table.get_attr("rows")?;
    let numeric = numeric(&rows, headings.len())?;
    let rows = rows
        .try_iter()?
        .map(|row| row_texts(&row, markup, language))
        .collect::<Result<Vec<_>, _>>()?;
    let total = table.get_attr("total")?;
    let total = if total.is_none() || total.is_undefined() {
        None
    } else {
        Some(row_texts(&total, markup, language)?)
    };
    match markup {
        Markup::Markdown => Ok(markdown(&headings, &numeric, rows.iter().chain(&total))),
        Markup::Html => {
            let caption = markup.escaped(&table.get_attr("caption")?.to_string());
            let table = HtmlTable {
                caption,
                headings,
                numeric,
                rows,
                total,
            };
            Ok(table.render())
        }
    }
}

fn row_texts(row: &Value, markup: Markup, language: Language) -> Result<Vec<String>, Error> {
    let cells = row.try_iter()?;
    Ok(cells
        .map(|cell| cell_text(&cell, markup, language))
        .collect())
}

fn markdown<'r>(
    headings: &[String],
    numeric: &[bool],
    rows: impl Iterator<Item = &'r Vec<String>>,
) -> String {
    let rule: String = numeric
        .iter()
        .map(|right| if *right { "---:|" } else { "---|" })
        .collect();
    let rows: String = rows.map(|row| markdown_row(row)).collect();
    format!("{}|{rule}\n{rows}", markdown_row(headings))
}

fn markdown_row(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// For each column, whether it holds numbers and nothing else but empty cells.
fn numeric(rows: &Value, columns: usize) -> Result<Vec<bool>, Error> {
    let (mut some, mut all) = (vec![false; columns], vec![true; columns]);
    for row in rows.try_iter()? {
        for (cell, (some, all)) in row.try_iter()?.zip(some.iter_mut().zip(&mut all)) {
            let is_number = is_number(&cell);
            let is_empty = cell.is_none() || cell.as_str().is_some_and(str::is_empty);
            *some |= is_number;
            *all &= is_number || is_empty;
        }
    }
    let pairs = some.into_iter().zip(all);
    Ok(pairs.map(|(some, all)| some && all).collect())
}
