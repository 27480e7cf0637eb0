//! Files written whole or not at all.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context as _, Result};

/// Writes beside the target, syncs, and renames: the file is whole or it is as it was.
///
/// # Errors
/// Where the system refuses; nothing is left beside the target then.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let name = path.file_name().context("?")?.to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let written = fs::File::create_new(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let moved = written.and_then(|()| fs::rename(&beside, path));
    if moved.is_err() {
        // What could not be finished is taken away again, as far as the system lets us.
        let _ = fs::remove_file(&beside);
    }
    Ok(moved?)
}

/// The same for a file that is there, at its own place where a link leads to it.
///
/// # Errors
/// Where the system refuses.
pub fn write_again(path: &Path, bytes: &[u8]) -> Result<()> {
    write_whole(&fs::canonicalize(path)?, bytes)
}

/// The same for a file that is not there yet, nor perhaps its folder.
///
/// # Errors
/// Where the system refuses, or the file is there after all.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    if fs::symlink_metadata(path).is_ok() {
        return Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists).into());
    }
    write_whole(path, bytes)
}
