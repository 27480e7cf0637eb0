//! The format of a workspace, which its `apes.toml` declares.

use crate::documents::ScalarForm;
use crate::sources::Folder;
use crate::workspace::load::scalar_of_settings;

/// The format that this program reads.
pub const FORMAT: u16 = 1;

/// The format that a workspace declares; `None` if it declares none that can be read.
#[must_use]
pub fn declared_format(folder: &Folder) -> Option<u64> {
    match scalar_of_settings(folder, "format")? {
        (ScalarForm::Integer, number) => number.parse().ok(),
        _ => None,
    }
}
