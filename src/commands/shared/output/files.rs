//! Files written whole or not at all.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context as _, Result};

/// Writes a file whole: to a temporary file beside it, synced, then renamed.
///
/// # Errors
/// Returns an error if the system refuses; the file is then as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let name = path.file_name().context("?")?.to_string_lossy();
    let temporary = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let written = fs::File::create_new(&temporary).and_then(|mut file| {
        file.write_all(bytes)?;
        // Synced before the rename, or a crash could leave the new name with no contents.
        file.sync_all()
    });
    let moved = written.and_then(|()| fs::rename(&temporary, path));
    if moved.is_err() {
        // Ignored: the first error is the one to report.
        let _ = fs::remove_file(&temporary);
    }
    Ok(moved?)
}

/// Writes a file whole into a folder, which is made if it is not there.
///
/// # Errors
/// Returns an error if the system refuses; the file is then as it was.
pub fn write_into(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    fs::create_dir_all(folder)?;
    write_whole(&folder.join(name), bytes)
}

/// Writes an existing file whole, at the target of a link if it is one.
///
/// # Errors
/// Returns an error if the system refuses; the file is then as it was.
pub fn write_again(path: &Path, bytes: &[u8]) -> Result<()> {
    write_whole(&fs::canonicalize(path)?, bytes)
}

/// Writes a new file whole, and the folders above it.
///
/// # Errors
/// Returns an error if the file exists, or the system refuses.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    if fs::symlink_metadata(path).is_ok() {
        return Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists).into());
    }
    write_whole(path, bytes)
}

/// Writes a new file that the system may run.
///
/// # Errors
/// Returns an error if the file exists, or the system refuses.
pub fn write_new_program(path: &Path, bytes: &[u8]) -> Result<()> {
    write_new(path, bytes)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}

/// Removes a file, and the folders above it that are then empty.
///
/// # Errors
/// Returns an error if the system refuses to remove the file.
pub fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path)?;
    for folder in path.ancestors().skip(1) {
        // The system refuses where a folder still holds something.
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}
