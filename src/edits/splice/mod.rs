//! Edits as splices: the bytes that are replaced, found by the spans of our own reader.

mod bracketed;
pub mod page;
mod replacement;
mod toml;
pub mod toml_headings;
pub mod yaml;

use crate::documents::{Node, Syntax};
use crate::edits::change::Change;
use crate::edits::splice::page::Page;

pub use replacement::Splice;

/// The splices that make a change. Returns `None` where the layout of the text has no room for it.
pub fn splices(text: &str, syntax: Syntax, tree: &Node, change: &Change) -> Option<Vec<Splice>> {
    let page = Page::new(text);
    match syntax {
        Syntax::Toml => toml::splices(&page, tree, change),
        Syntax::Yaml => yaml::splices(&page, tree, change),
    }
}

/// Applies splices, which may be in any order. Returns `None` if two overlap.
pub fn apply(text: &str, splices: &[Splice]) -> Option<String> {
    let mut ordered: Vec<&Splice> = splices.iter().collect();
    ordered.sort_by_key(|splice| splice.span);
    let (mut edited, mut copied) = (String::with_capacity(text.len()), 0);
    for splice in ordered {
        edited.push_str(text.get(copied..splice.span.start)?);
        edited.push_str(&splice.text);
        copied = splice.span.end;
    }
    edited.push_str(text.get(copied..)?);
    Some(edited)
}
