//! Pages made from facts and a template: Markdown now, other forms of page later.

use anyhow::{Context as _, Result};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, Output, State};

use crate::renderers::safe;
use crate::views::view::Facts;

/// The built-in templates, by the name of their report.
const TEMPLATES: &[(&str, &str)] = &[
    ("map.md", include_str!("templates/map.md")),
    ("list.md", include_str!("templates/list.md")),
    ("show.md", include_str!("templates/show.md")),
];

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
    for (name, text) in TEMPLATES {
        environment.add_template(name, text).with_context(|| format!("template {name}"))?;
    }
    let name = format!("{}.md", facts.report);
    let template = environment.get_template(&name).with_context(|| format!("template {name}"))?;
    Ok(template.render(Value::from(Serde(facts)))?)
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
