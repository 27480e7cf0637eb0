//! The commit of git that a report names.

#[cfg(feature = "history")]
use crate::commands::geography;
#[cfg(feature = "history")]
use crate::records::{Kind, placed};
use crate::sources::Folder;
use crate::views::view::Commit;

/// Bytes of one file that are compared at the most: outlines are larger than records.
#[cfg(feature = "history")]
const MOST: u64 = 32 * 1024 * 1024;

/// The commit that holds the records, where one does.
///
/// Where `GIT_DIR` is set another repository is meant, as in a hook that runs before a commit is made: nothing is said.
#[cfg(feature = "history")]
#[must_use]
pub fn of(folder: &Folder) -> Option<Commit> {
    use crate::calendar::Day;
    use crate::sources::git;
    if std::env::var_os("GIT_DIR").is_some() {
        return None;
    }
    let git::Commit { id, day, modified } = git::commit_of(folder, MOST, is_read)?;
    Some(Commit { id, day: Day::from_epoch_days(day)?, modified })
}

/// Without the history of git there is none.
#[cfg(not(feature = "history"))]
#[must_use]
pub fn of(_: &Folder) -> Option<Commit> {
    None
}

/// Whether a report may read a file, by its path below the root.
#[cfg(feature = "history")]
fn is_read(path: &str) -> bool {
    match path.split_once('/') {
        Some(("territories", _)) => !matches!(placed(path), Ok(Kind::Litter)),
        Some(("schemas", name)) => matches!(name.rsplit_once('.'), Some((_, "toml"))),
        Some(_) => path == geography::OUTLINES,
        None => path == "apes.toml",
    }
}
