//! Pages made from facts and a template: Markdown now, other forms of page later.

use anyhow::Result;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, Output, State};

use crate::renderers::safe;
use crate::views::view::Facts;

/// The template of every report that has none of its own: title, tables, notes, scope.
const REPORT: &str = include_str!("templates/report.md");

/// How much work a template may do before it is stopped.
const FUEL: u64 = 5_000_000;

/// A report as Markdown.
///
/// # Errors
/// Where the template is broken.
pub fn markdown(facts: &Facts) -> Result<String> {
    let mut environment = Environment::empty();
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_fuel(Some(FUEL));
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    environment.set_formatter(escaped);
    environment.add_filter("grid", grid);
    Ok(environment.render_named_str("report.md", REPORT, Value::from(Serde(facts)))?)
}

/// Every value is escaped unless a filter of ours made it: a template cannot forget.
fn escaped(out: &mut Output, _: &mut State, value: &Value) -> Result<(), Error> {
    let text = if value.is_safe() { value.to_string() } else { words(&value.to_string()) };
    out.write_str(&text).map_err(Error::from)
}

/// A text that Markdown shows as it is.
fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in safe::line(text).chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => out.extend(['\\', character]),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // A forge would call on whoever bears the name.
            '@' => out.push_str("&#64;"),
            other => out.push(other),
        }
    }
    out
}

/// A table as a Markdown table: `{{ table | grid }}`.
fn grid(table: &Value) -> Result<Value, Error> {
    let cells = |row: Value| -> Result<Vec<String>, Error> {
        Ok(row.try_iter()?.map(|cell| cell_text(&cell)).collect())
    };
    let headings = cells(table.get_attr("columns")?)?;
    let mut out = format!("| {} |\n|{}\n", headings.join(" | "), "---|".repeat(headings.len()));
    let total = table.get_attr("total")?;
    let total = (!total.is_none() && !total.is_undefined()).then_some(total);
    for row in table.get_attr("rows")?.try_iter()?.chain(total) {
        out.push_str(&format!("| {} |\n", cells(row)?.join(" | ")));
    }
    Ok(Value::from_safe_string(out))
}

fn cell_text(cell: &Value) -> String {
    if cell.is_none() {
        return String::new();
    }
    if let Some(digit) = cell.get_attr("digit").ok().filter(|digit| !digit.is_undefined()) {
        return digit.to_string();
    }
    match cell.get_attr("full").ok().filter(|full| !full.is_undefined()) {
        Some(full) => {
            let times = |value: Option<Value>| {
                value.and_then(|value| usize::try_from(value).ok()).unwrap_or(0).min(60)
            };
            let hollow = cell.get_attr("hollow").ok();
            "█".repeat(times(Some(full))) + &"░".repeat(times(hollow))
        }
        None => words(&cell.to_string()),
    }
}
