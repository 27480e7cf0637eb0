//! Edits by the libraries that keep the layout of a text.

mod toml;
mod yaml;

use crate::documents::Syntax;
use crate::edits::change::Change;

/// The text after a change. Returns `None` where the library has no edit of this kind; what it
/// returns is to be checked.
pub fn edited(text: &str, syntax: Syntax, change: &Change) -> Option<String> {
    match syntax {
        Syntax::Toml => toml::edited(text, change),
        Syntax::Yaml => yaml::edited(text, change),
    }
}
