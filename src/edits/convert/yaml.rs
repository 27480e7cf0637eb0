//! A sheet as YAML.

use crate::documents::Syntax;
use crate::edits::convert::margins::Note;
use crate::edits::convert::sheet::{Laid, Written};
use crate::edits::new_value::NewValue;

/// Spaces of one level.
const STEP: &str = "  ";

/// The text of a sheet.
pub fn text(entries: &[Written]) -> String {
    let mut out = String::new();
    table(entries, "", &mut out);
    out
}

fn table(entries: &[Written], indentation: &str, out: &mut String) {
    for entry in entries {
        above(&entry.note, indentation, out);
        out.push_str(indentation);
        keyed(entry, indentation, out);
    }
}

/// Appends a key with its value, behind the indentation or dash that is written already.
fn keyed(entry: &Written, indentation: &str, out: &mut String) {
    let key = Syntax::Yaml.key(&entry.key);
    let deeper = format!("{indentation}{STEP}");
    match &entry.laid {
        Laid::Line(value) => {
            out.push_str(&format!("{key}: "));
            if let Some((sign, lines)) = block_text(value) {
                out.push_str(sign);
                behind(&entry.note, out);
                for line in lines {
                    let indentation = if line.is_empty() { "" } else { &deeper };
                    out.push_str(&format!("{indentation}{line}\n"));
                }
            } else {
                out.push_str(&value.written(Syntax::Yaml));
                behind(&entry.note, out);
            }
        }
        Laid::Table(inner) => {
            out.push_str(&format!("{key}:"));
            behind(&entry.note, out);
            table(inner, &deeper, out);
        }
        Laid::List(items) => {
            out.push_str(&format!("{key}:"));
            behind(&entry.note, out);
            for item in items {
                list_item(item, &deeper, out);
            }
        }
    }
}

fn list_item(item: &Written, indentation: &str, out: &mut String) {
    above(&item.note, indentation, out);
    match &item.laid {
        Laid::Table(entries) if !entries.is_empty() => {
            let inside = format!("{indentation}{STEP}");
            for (index, entry) in entries.iter().enumerate() {
                above(
                    &entry.note,
                    if index == 0 { indentation } else { &inside },
                    out,
                );
                let lead = if index == 0 {
                    // What is behind the heading of the item has no other line.
                    format!("{indentation}- ")
                } else {
                    inside.clone()
                };
                out.push_str(&lead);
                let mut entry = entry.clone();
                if index == 0 {
                    entry.note.behind.extend(item.note.behind.clone());
                }
                keyed(&entry, &inside, out);
            }
        }
        _ => {
            let (value, note) = item.collapsed();
            out.push_str(&format!("{indentation}- {}", value.written(Syntax::Yaml)));
            behind(&note, out);
        }
    }
}

fn above(note: &Note, indentation: &str, out: &mut String) {
    for line in &note.above {
        if line.is_empty() {
            if !out.is_empty() && !out.ends_with("\n\n") {
                out.push('\n');
            }
        } else {
            out.push_str(&format!("{indentation}{line}\n"));
        }
    }
}

fn behind(note: &Note, out: &mut String) {
    if !note.behind.is_empty() {
        out.push(' ');
        out.push_str(&note.behind.join(" "));
    }
    out.push('\n');
}

/// The sign and the lines of a text over several lines; `None` for any that needs escapes or has
/// one line.
fn block_text(value: &NewValue) -> Option<(&'static str, Vec<&str>)> {
    let NewValue::Text(text) = value else {
        return None;
    };
    let (sign, inside) = match text.strip_suffix('\n') {
        Some(inside) => ("|", inside),
        None => ("|-", text.as_str()),
    };
    let lines: Vec<&str> = inside.split('\n').collect();
    let is_simple = text.contains('\n')
        && lines
            .first()
            .is_some_and(|line| !line.starts_with(' ') && !line.is_empty())
        && lines.last().is_some_and(|line| !line.is_empty())
        && !lines.iter().any(|line| line.ends_with(' '))
        && !text.chars().any(|sign| sign.is_control() && sign != '\n');
    is_simple.then_some((sign, lines))
}
