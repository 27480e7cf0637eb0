//! The outlines that a workspace gives itself, beside the embedded ones.

use crate::geography::outline::Outlines;
use crate::sources::Folder;

/// Path of these outlines, below the root of the workspace.
pub const OUTLINES: &str = "geography/outlines.topojson";

/// Largest file of outlines that is read, in bytes.
pub const MAX_OUTLINE_BYTES: u64 = 128 << 20;

/// The file of outlines exists and cannot be read or parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableOutlines {
    /// What the parser says, where the file could be read.
    pub cause: Option<String>,
}

/// Reads the outlines of a workspace; `None` if it has none of its own.
///
/// # Errors
/// Returns an error if the file cannot be read or is not TopoJSON as `apes geography add` writes
/// it.
pub fn outlines(folder: &Folder) -> Result<Option<Outlines>, UnreadableOutlines> {
    if !folder.has(OUTLINES) {
        return Ok(None);
    }
    let source = folder
        .read(OUTLINES, MAX_OUTLINE_BYTES)
        .map_err(|_| UnreadableOutlines { cause: None })?;
    Outlines::parse(&source.text)
        .map(Some)
        .map_err(|error| UnreadableOutlines {
            cause: Some(error.to_string()),
        })
}
