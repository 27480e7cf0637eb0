//! The format of a workspace, which its `apes.toml` declares.

use crate::documents::{self, Limits, Reading, ScalarForm, Syntax, Value};
use crate::language::Language;
use crate::sources::Folder;
use crate::workspace::shared_files::SETTINGS;

/// The format that this program reads.
pub const FORMAT: u16 = 1;

/// The format that a workspace declares; `None` if it declares none that can be read.
#[must_use]
pub fn declared_format(folder: &Folder) -> Option<u64> {
    let source = folder.read(SETTINGS, Limits::BYTES).ok()?;
    let reading = Reading {
        source: &source,
        syntax: Syntax::Toml,
        language: Language::English,
    };
    let (tree, _) = documents::read(&reading);
    match &tree?.entry("format")?.node.value {
        Value::Scalar(ScalarForm::Integer, number) => number.parse().ok(),
        _ => None,
    }
}
