//! Cells of a table as templates see them: which are numbers, and the text of each.

use minijinja::value::{Value, ValueKind};

use crate::language::Language;
use crate::renderers::page::markup::Markup;

/// Squares of the longest bar.
const LONGEST_BAR: usize = 60;

/// Whether a cell is a number or a measure.
pub(super) fn is_number(cell: &Value) -> bool {
    cell.kind() == ValueKind::Number || measure_text(cell).is_some()
}

/// The text of a measure. Returns `None` for any other value.
pub(super) fn measure_text(value: &Value) -> Option<String> {
    // The key of `Cell::Measure` in JSON.
    attribute(value, "told").map(|text| text.to_string())
}

/// The text of a cell, escaped.
pub(super) fn cell_text(cell: &Value, markup: Markup, language: Language) -> String {
    if cell.is_none() {
        return String::new();
    }
    if let Some(text) = measure_text(cell) {
        return markup.escaped(&text);
    }
    if is_number(cell) {
        return match u64::try_from(cell.clone()) {
            Ok(number) if markup == Markup::Html => language.number(number),
            _ => cell.to_string(),
        };
    }
    if let Some(digit) = attribute(cell, "digit") {
        return digit.to_string();
    }
    match attribute(cell, "full") {
        Some(full) => {
            "█".repeat(squares(Some(full))) + &"░".repeat(squares(attribute(cell, "hollow")))
        }
        None => markup.escaped(&cell.to_string()),
    }
}

/// Squares of a bar for a count.
fn squares(count: Option<Value>) -> usize {
    count
        .and_then(|count| usize::try_from(count).ok())
        .unwrap_or(0)
        .min(LONGEST_BAR)
}

/// A field of a value that is a table. Returns `None` where there is none.
fn attribute(value: &Value, name: &str) -> Option<Value> {
    value
        .get_attr(name)
        .ok()
        .filter(|value| !value.is_undefined())
}
