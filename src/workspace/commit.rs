//! The git commit that contains the records of a workspace.

use crate::calendar::Day;
#[cfg(feature = "history")]
use crate::records::{FileKind, classify_path, is_litter};
use crate::sources::Folder;
#[cfg(feature = "history")]
use crate::workspace::outlines::OUTLINES;

/// Largest file that is compared with the commit, in bytes: outlines are larger than records.
#[cfg(feature = "history")]
pub(super) const MAX_BYTES: u64 = 32 * 1024 * 1024;

/// The commit that contains the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordsCommit {
    /// Abbreviated id.
    pub id: String,
    /// Day of the commit, in the time zone of its author.
    pub day: Day,
    /// Whether a file that is read differs from the commit, is missing, or is not in it.
    pub modified: bool,
}

/// The commit that contains the records; `None` outside a repository, or without the feature
/// `history`.
///
/// `None` also if `GIT_DIR` is set: it names another repository than the folder's, as in a hook
/// that runs before a commit is made.
#[cfg(feature = "history")]
#[must_use]
pub fn commit_of(folder: &Folder) -> Option<RecordsCommit> {
    use crate::sources::git;
    if std::env::var_os("GIT_DIR").is_some() {
        return None;
    }
    let git::Commit { id, day, modified } = git::commit_of(folder, MAX_BYTES, is_read)?;
    Some(RecordsCommit {
        id,
        day: Day::from_epoch_days(day)?,
        modified,
    })
}

/// The commit that contains the records: `None`, since this program was built without `history`.
#[cfg(not(feature = "history"))]
#[must_use]
pub fn commit_of(_: &Folder) -> Option<RecordsCommit> {
    None
}

/// Whether a report may read a file, by its path below the root.
#[cfg(feature = "history")]
fn is_read(path: &str) -> bool {
    match path.split_once('/') {
        Some(("territories", _)) => !matches!(classify_path(path), Ok(FileKind::Litter)),
        Some(("schemas", name)) => {
            matches!(name.rsplit_once('.'), Some((_, "toml"))) && !is_litter(name)
        }
        Some(_) => path == OUTLINES,
        None => path == "apes.toml",
    }
}
