//! Files written together: none is touched until all of them are on the disk.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata, TryLockError};
use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::commands::shared::files::folder::sweep;
use crate::commands::shared::files::temporary::Temporary;

/// Files on the disk under temporary names, to be moved into their places together.
#[derive(Default)]
pub struct Writing {
    staged: Vec<Staged>,
    /// Folders from which what killed runs left was taken away.
    swept: BTreeSet<PathBuf>,
}

struct Staged {
    temporary: Temporary,
    path: PathBuf,
    /// Whether nothing may be at the path.
    is_new: bool,
}

impl Writing {
    /// Stages a file that replaces the one at a path, whose mode and owner it takes, if there is
    /// one.
    ///
    /// # Errors
    /// Returns an error if a folder, a link or a device is at the path, or the system refuses.
    pub fn replace(&mut self, path: &Path, bytes: &[u8]) -> Result<()> {
        let old = match fs::symlink_metadata(path) {
            Ok(old) if old.is_file() => Some(old),
            Ok(old) if old.is_dir() => return Err(ErrorKind::IsADirectory.into()),
            Ok(_) => return Err(ErrorKind::InvalidInput.into()),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        self.stage(path, bytes, old.as_ref(), false)
    }

    /// Stages a new file, and makes the folders above it.
    ///
    /// # Errors
    /// Returns an error if something is at the path, or the system refuses.
    pub fn create(&mut self, path: &Path, bytes: &[u8]) -> Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        if fs::symlink_metadata(path).is_ok() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        self.stage(path, bytes, None, true)
    }

    fn stage(
        &mut self,
        path: &Path,
        bytes: &[u8],
        old: Option<&Metadata>,
        is_new: bool,
    ) -> Result<()> {
        if path.file_name().is_none() {
            return Err(ErrorKind::InvalidFilename.into());
        }
        let folder = folder_of(path);
        if !self.swept.contains(folder) {
            sweep(folder);
            self.swept.insert(folder.to_owned());
        }
        let mut temporary = Temporary::file_in(folder, old.is_some())?;
        temporary.fill(bytes)?;
        if let Some(old) = old {
            take_over(temporary.file(), old)?;
        }
        self.staged.push(Staged {
            temporary,
            path: path.to_owned(),
            is_new,
        });
        Ok(())
    }

    /// Moves all files into their places.
    ///
    /// # Errors
    /// Returns the path of the first file that could not be moved, and the error of the system;
    /// each file is then either as it was or as it should be.
    pub fn finish(self) -> std::result::Result<(), (PathBuf, Error)> {
        for Staged {
            temporary,
            path,
            is_new,
        } in self.staged
        {
            let moved = if is_new {
                temporary.occupy(&path)
            } else {
                temporary.replace(&path)
            };
            moved.map_err(|error| (path, error))?;
        }
        Ok(())
    }
}

/// Writes an existing file whole, at the target of a link if it is one.
///
/// # Errors
/// Returns an error if the system refuses; the file is then as it was.
pub fn write_again(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut writing = Writing::default();
    writing.replace(&fs::canonicalize(path)?, bytes)?;
    writing.finish().map_err(|(_, error)| error)
}

/// Writes a file whole, in the place of the one at its path if there is one, and makes the folders
/// above it.
///
/// # Errors
/// Returns an error if a folder, a link or a device is at the path, or the system refuses.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::create_dir_all(folder_of(path))?;
    let mut writing = Writing::default();
    writing.replace(path, bytes)?;
    writing.finish().map_err(|(_, error)| error)
}

/// Writes a new file whole, and makes the folders above it.
///
/// # Errors
/// Returns an error if something is at the path, or the system refuses.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut writing = Writing::default();
    writing.create(path, bytes)?;
    writing.finish().map_err(|(_, error)| error)
}

/// Writes a new file that the system may run, like [`write_new`].
///
/// # Errors
/// Returns an error if something is at the path, or the system refuses.
pub fn write_new_program(path: &Path, bytes: &[u8]) -> Result<()> {
    write_new(path, bytes)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}

/// The turn of this run to write in a folder: other runs wait as long as it is kept, for five
/// seconds at most. `None` where folders cannot be opened.
#[must_use]
pub fn turn(folder: &Path) -> Option<File> {
    const PAUSE: Duration = Duration::from_millis(10);
    const MOST_PAUSES: usize = 500;
    let opened = File::open(folder).ok()?;
    for _ in 0..MOST_PAUSES {
        match opened.try_lock() {
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            Ok(()) | Err(TryLockError::Error(_)) => break,
        }
    }
    Some(opened)
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

/// The folder of a file; the current one for a bare name.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Gives a file the mode of the one that it replaces, and its owner and group where that is
/// permitted.
#[cfg(unix)]
fn take_over(file: &File, old: &Metadata) -> Result<()> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
    let (new, mut mode) = (file.metadata()?, old.mode() & 0o777);
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        let is_kept = fchown(file, Some(old.uid()), Some(old.gid())).is_ok()
            || fchown(file, None, Some(old.gid())).is_ok();
        if !is_kept {
            // The group is another one: it may do what anybody may.
            mode &= !0o070 | ((mode & 0o007) << 3);
        }
    }
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn take_over(file: &File, old: &Metadata) -> Result<()> {
    file.set_permissions(old.permissions())
}
