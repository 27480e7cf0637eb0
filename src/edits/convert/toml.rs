//! A sheet as TOML.

use crate::documents::Syntax;
use crate::edits::convert::sheet::{Laid, Written};
use crate::edits::new_value::NewValue;
use crate::sources::Cut;

/// Columns up to which a list stays on one line.
const COLUMNS: usize = 96;

/// The text of a sheet.
pub fn text(entries: &[Written]) -> String {
    let mut out = String::new();
    table(entries, "", &mut out);
    out
}

/// Appends a table below the heading `above`; empty for the table of the file.
fn table(entries: &[Written], above: &str, out: &mut String) {
    for entry in entries.iter().filter(|entry| !is_headed(entry)) {
        line(entry, out);
    }
    for entry in entries.iter().filter(|entry| is_headed(entry)) {
        let key = Syntax::Toml.key(&entry.key);
        let path = if above.is_empty() {
            key
        } else {
            format!("{above}.{key}")
        };
        match &entry.laid {
            Laid::Table(inner) => {
                // The headings of its tables imply a table that holds tables only.
                if inner.iter().any(|entry| !is_headed(entry)) || !entry.note.is_empty() {
                    heading(&[entry], &format!("[{path}]"), out);
                }
                table(inner, &path, out);
            }
            Laid::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    let notes = if index == 0 {
                        vec![entry, item]
                    } else {
                        vec![item]
                    };
                    heading(&notes, &format!("[[{path}]]"), out);
                    if let Laid::Table(inner) = &item.laid {
                        table(inner, &path, out);
                    }
                }
            }
            Laid::Line(_) => {}
        }
    }
}

/// Whether a value gets a heading instead of a line.
fn is_headed(entry: &Written) -> bool {
    match &entry.laid {
        Laid::Table(_) => true,
        Laid::List(items) => items.iter().all(|item| matches!(item.laid, Laid::Table(_))),
        Laid::Line(_) => false,
    }
}

/// Appends a heading below a blank line, with the comments of what it is for.
fn heading(of: &[&Written], heading: &str, out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
    let above = of.iter().flat_map(|entry| &entry.note.above);
    for line in above.skip_while(|line| line.is_empty()) {
        out.push_str(line);
        out.push('\n');
    }
    out.push_str(heading);
    let behind: Vec<&str> = of
        .iter()
        .flat_map(|entry| &entry.note.behind)
        .map(String::as_str)
        .collect();
    end_line(&behind, out);
}

fn line(entry: &Written, out: &mut String) {
    let key = Syntax::Toml.key(&entry.key);
    let (value, note) = entry.collapsed();
    let is_tall = match &entry.laid {
        Laid::List(items) => {
            let has_notes = items.iter().any(|item| !item.note.is_empty());
            has_notes || key.len() + value.written(Syntax::Toml).chars().count() > COLUMNS
        }
        _ => false,
    };
    let own = if is_tall { &entry.note } else { &note };
    for above in skip_blank_at_start(&own.above, out) {
        out.push_str(above);
        out.push('\n');
    }
    out.push_str(&format!("{key} = "));
    match &entry.laid {
        Laid::List(items) if is_tall => tall_list(items, out),
        _ => out.push_str(&written(&value)),
    }
    let behind: Vec<&str> = own.behind.iter().map(String::as_str).collect();
    end_line(&behind, out);
}

/// Appends a list with an item a line.
fn tall_list(items: &[Written], out: &mut String) {
    out.push_str("[\n");
    for item in items {
        let (value, note) = item.collapsed();
        for above in note.above.iter().filter(|line| !line.is_empty()) {
            out.push_str(&format!("  {above}\n"));
        }
        out.push_str(&format!("  {},", value.written(Syntax::Toml)));
        let behind: Vec<&str> = note.behind.iter().map(String::as_str).collect();
        end_line(&behind, out);
    }
    out.push(']');
}

/// A value on one line, or a text over several as it is read.
fn written(value: &NewValue) -> String {
    match value {
        NewValue::Text(text) => long_text(text).unwrap_or_else(|| value.written(Syntax::Toml)),
        _ => value.written(Syntax::Toml),
    }
}

/// A text over several lines; `None` for any that needs escapes or has one line.
fn long_text(text: &str) -> Option<String> {
    let is_simple = text.contains('\n')
        && !text.contains(['\\', '\r'])
        && !text.contains("\"\"\"")
        && !text.ends_with('"')
        && !text.chars().any(|sign| sign.is_control() && sign != '\n');
    is_simple.then(|| format!("\"\"\"\n{text}\"\"\""))
}

fn end_line(behind: &[&str], out: &mut String) {
    if !behind.is_empty() {
        out.push(' ');
        out.push_str(&behind.join(" "));
    }
    out.push('\n');
}

fn skip_blank_at_start<'l>(lines: &'l [String], out: &str) -> &'l [String] {
    let blank = lines.iter().take_while(|line| line.is_empty()).count();
    if out.is_empty() {
        lines.behind(blank)
    } else {
        lines
    }
}
