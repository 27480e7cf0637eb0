//! A record in the other syntax: the same values, with their comments.

mod margins;
mod sheet;
mod toml;
mod yaml;

use crate::diagnostic::Route;
use crate::documents::{Node, ScalarForm, Syntax, Value};
use crate::edits::new_value::NewValue;
use crate::edits::read::read;
use crate::edits::refusal::Refusal;
use crate::sources::Source;

use sheet::Written;

/// A record in another syntax.
pub struct Converted {
    /// The new text.
    pub text: String,
    /// Comments for which the new text has no place.
    pub lost_comments: Vec<String>,
}

/// Writes a text in a syntax, at a path that has its ending.
///
/// # Errors
/// Returns an error if the text cannot be read, or what is read afterwards would not be the same.
pub fn converted(source: &Source, path: &str) -> Result<Converted, Refusal> {
    let is_windows = source.text.contains("\r\n");
    let unix = Source::new(&source.path, source.text.replace("\r\n", "\n"));
    let (from, to) = (syntax_of(&source.path), syntax_of(path));
    let tree = read(&unix, from).ok_or(Refusal::Unreadable)?;
    let (entries, tail) = sheet::read(&unix.text, from, &tree).ok_or(Refusal::Unreadable)?;
    let mut text = written(&entries, to);
    for line in &tail {
        text.push_str(line);
        text.push('\n');
    }
    let text = with_schema_line(text.trim_end(), to) + "\n";
    let after = Source::new(path, text);
    if !read(&after, to).is_some_and(|again| is_same(&tree, &again)) {
        return Err(Refusal::Unsafe(Route::default()));
    }
    let again = comments(&after, to);
    let mut lost_comments = comments(&unix, from);
    lost_comments.retain(|comment| !again.contains(comment));
    Ok(Converted {
        text: if is_windows {
            after.text.replace('\n', "\r\n")
        } else {
            after.text
        },
        lost_comments,
    })
}

/// A table as the text of a file: tables with a key a line, all else on one line.
#[must_use]
pub fn table_text(entries: &[(String, NewValue)], syntax: Syntax) -> String {
    let entries: Vec<Written> = entries
        .iter()
        .map(|(key, value)| Written::plain(key, value.clone()))
        .collect();
    written(&entries, syntax)
}

/// The line at the top of a file that names its schema to editors.
#[must_use]
pub fn schema_line(address: &str, syntax: Syntax) -> String {
    match syntax {
        Syntax::Toml => format!("#:schema {address}"),
        Syntax::Yaml => format!("# yaml-language-server: $schema={address}"),
    }
}

fn written(entries: &[Written], syntax: Syntax) -> String {
    match syntax {
        Syntax::Toml => toml::text(entries),
        Syntax::Yaml => yaml::text(entries),
    }
}

/// The address of the schema in the line for editors; `None` for any other line.
fn schema_address(line: &str) -> Option<&str> {
    let address = line
        .strip_prefix("#:schema ")
        .or_else(|| line.strip_prefix("# yaml-language-server: $schema="));
    address.map(str::trim)
}

/// The text with its line for editors as a syntax has it.
fn with_schema_line(text: &str, syntax: Syntax) -> String {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match schema_address(first) {
        Some(address) => format!("{}\n{rest}", schema_line(address, syntax)),
        None => text.to_owned(),
    }
}

fn syntax_of(path: &str) -> Syntax {
    Syntax::of(path).unwrap_or(Syntax::Toml)
}

/// Whether two trees state the same: keys in any order, a day with or without the form of a date.
fn is_same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Scalar(form, text), Value::Scalar(other_form, other)) => {
            text == other && family(*form) == family(*other_form)
        }
        (Value::List(items), Value::List(others)) => {
            items.len() == others.len()
                && items
                    .iter()
                    .zip(others)
                    .all(|(item, other)| is_same(item, other))
        }
        (Value::Table(entries), Value::Table(others)) => {
            entries.len() == others.len()
                && entries.iter().all(|entry| {
                    let found = other.entry(&entry.key);
                    found.is_some_and(|found| is_same(&entry.node, &found.node))
                })
        }
        _ => false,
    }
}

/// Forms that stand for one another in the two syntaxes.
fn family(form: ScalarForm) -> ScalarForm {
    match form {
        ScalarForm::Date => ScalarForm::Text,
        form => form,
    }
}

/// The comments of a text, without the line for editors.
fn comments(source: &Source, syntax: Syntax) -> Vec<String> {
    let Some((entries, mut found)) =
        read(source, syntax).and_then(|tree| sheet::read(&source.text, syntax, &tree))
    else {
        return Vec::new();
    };
    for entry in &entries {
        collect_comments(entry, &mut found);
    }
    found.retain(|line| !line.is_empty() && schema_address(line).is_none());
    found
}

fn collect_comments(entry: &Written, found: &mut Vec<String>) {
    found.extend(entry.note.above.iter().chain(&entry.note.behind).cloned());
    if let sheet::Laid::Table(inner) | sheet::Laid::List(inner) = &entry.laid {
        for entry in inner {
            collect_comments(entry, found);
        }
    }
}
