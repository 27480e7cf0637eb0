//! Facts for other programs: a whole answer as JSON, or the rows of one table.

use anyhow::{Result, bail};

use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::views::view::{DataTable, Facts};

/// A whole answer as JSON, in the form that it has for programs if it has one.
///
/// # Errors
/// Returns an error if a value is none of JSON.
pub fn json(facts: &Facts) -> Result<String> {
    let text = match &facts.document {
        Some(document) => serde_json::to_string_pretty(&document.to_json())?,
        None => serde_json::to_string_pretty(facts)?,
    };
    Ok(safe::json(&text) + "\n")
}

/// The records of an answer, or else the rows of the table chosen, each as JSON in a line.
///
/// # Errors
/// Returns an error if no table has the name chosen.
pub fn json_lines(facts: &Facts, table: Option<&str>, language: Language) -> Result<String> {
    if let (Some(document), None) = (&facts.document, table) {
        let lines = document.rows().map(|row| line(&row));
        return Ok(lines.collect());
    }
    let table = chosen_table(facts, table, language)?;
    let lines = table.rows.iter().map(|row| {
        let cells = table.columns.iter().zip(row);
        let keyed = cells.map(|(column, value)| (column.key.clone(), value.to_json()));
        line(&serde_json::Value::Object(keyed.collect()))
    });
    Ok(lines.collect())
}

fn line(row: &serde_json::Value) -> String {
    safe::json(&row.to_string()) + "\n"
}

/// The table for other programs of a name, or the main one.
///
/// # Errors
/// Returns an error that lists the tables if there is none of this name.
pub fn chosen_table<'f>(
    facts: &'f Facts,
    name: Option<&str>,
    language: Language,
) -> Result<&'f DataTable> {
    let chosen = match name {
        Some(name) => facts.data.iter().find(|table| table.name == name),
        None => facts.data.first(),
    };
    if let Some(table) = chosen {
        return Ok(table);
    }
    let names: Vec<&str> = facts.data.iter().map(|table| table.name.as_str()).collect();
    let (name, names) = (safe::line(name.unwrap_or_default()), names.join(", "));
    bail!(say!(language,
        fr: "aucun tableau ne s'appelle `{name}`\u{202f}; tableaux qu'il y a ici\u{a0}: {names}",
        en: "no table is called `{name}`; tables that there are here: {names}"))
}
