//! The canonical form of a record: keys in the order of the schema, one blank line between tables.
//!
//! Lines are moved and spaces changed; what is inside a value, quotes included, stays as it is.

mod order;
mod piece;
mod toml;
mod yaml;

use crate::diagnostic::Route;
use crate::documents::Syntax;
use crate::edits::model::Model;
use crate::edits::read::read;
use crate::edits::refusal::Refusal;
use crate::sources::Source;

/// The text of a record of a kind in its canonical form.
///
/// # Errors
/// Returns an error if the text cannot be read, or cannot be brought into this form without
/// changing what it says.
pub fn formatted(source: &Source, kind: &str) -> Result<String, Refusal> {
    let is_windows = source.text.contains("\r\n");
    let unix = Source::new(&source.path, source.text.replace("\r\n", "\n"));
    let syntax = Syntax::of(&source.path).unwrap_or(Syntax::Toml);
    let tree = read(&unix, syntax).ok_or(Refusal::Unreadable)?;
    let text = match syntax {
        Syntax::Toml => toml::formatted(&unix.text, &tree, kind),
        Syntax::Yaml => yaml::formatted(&unix.text, &tree, kind),
    };
    let after = Source::new(&source.path, text);
    let says_the_same = read(&after, syntax).is_some_and(|again| Model::of(&tree).matches(&again));
    if !says_the_same || lines_without_spaces(&unix.text) != lines_without_spaces(&after.text) {
        return Err(Refusal::Unsafe(Route::default()));
    }
    Ok(if is_windows {
        after.text.replace('\n', "\r\n")
    } else {
        after.text
    })
}

/// The lines of a text in alphabetical order, without spaces: two texts that agree in them have the
/// same comments.
fn lines_without_spaces(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text
        .lines()
        .map(|line| line.split_whitespace().collect())
        .filter(|line: &String| !line.is_empty())
        .collect();
    lines.sort_unstable();
    lines
}
