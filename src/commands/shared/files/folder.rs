//! Temporary folders, and the removal of all that killed runs have left in a folder.

use std::fs::{self, File};
use std::io::{ErrorKind, Result};
use std::path::{Path, PathBuf};

use crate::commands::shared::files::signals::Hold;
use crate::commands::shared::files::temporary::{
    is_own_name, is_same_file, new_name, require_no_signal, take_away,
};

/// What a temporary folder holds: an invented workspace. Anything else is not ours.
const CONTENTS: [&str; 2] = ["apes.toml", "territories"];

/// A temporary folder, which is removed with all that is in it unless it is moved into its place.
pub struct TemporaryFolder {
    path: PathBuf,
    /// The folder itself, locked; `None` where folders cannot be opened.
    lock: Option<File>,
    is_moved: bool,
    // Dropped after the folder is removed.
    _hold: Hold,
}

impl TemporaryFolder {
    /// Creates a folder.
    ///
    /// # Errors
    /// Returns an error if the system refuses.
    pub fn create_in(folder: &Path) -> Result<Self> {
        let hold = Hold::begin();
        let path = folder.join(new_name());
        fs::create_dir(&path)?;
        let lock = File::open(&path).ok();
        // Ignored: where there are no locks, nobody takes the folder for one that is left.
        let _ = lock.as_ref().map(File::try_lock);
        Ok(Self {
            path,
            lock,
            is_moved: false,
            _hold: hold,
        })
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a file below the folder, and the folders above the file.
    ///
    /// # Errors
    /// Returns an error if the system refuses, or a signal asks the program to end.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        require_no_signal()?;
        let path = self.path.join(path);
        match fs::write(&path, bytes) {
            // Thousands of files share a few folders: each is created once.
            Err(error) if error.kind() == ErrorKind::NotFound => {
                fs::create_dir_all(path.parent().unwrap_or(&self.path))?;
                fs::write(&path, bytes)
            }
            written => written,
        }
    }

    /// Moves the folder into its place: where nothing is, or over an empty folder.
    ///
    /// # Errors
    /// Returns the folder with the error if the system refuses, or a signal asks the program to
    /// end.
    pub fn replace(mut self, path: &Path) -> std::result::Result<(), (Self, std::io::Error)> {
        let moved = require_no_signal().and_then(|()| fs::rename(&self.path, path));
        match moved {
            Ok(()) => {
                self.is_moved = true;
                Ok(())
            }
            Err(error) => Err((self, error)),
        }
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        if !self.is_moved {
            // Ignored: the first error is the one to report, and the next run tries again.
            let _ = fs::remove_dir_all(&self.path);
        }
        self.lock = None;
    }
}

/// Removes from a folder what killed runs have left there, and nothing else.
pub fn sweep(folder: &Path) {
    // A folder that cannot be listed, or does not exist, holds nothing that could be removed.
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(is_own_name);
        match entry.file_type() {
            Ok(kind) if is_ours && kind.is_file() => take_away(&entry.path()),
            Ok(kind) if is_ours && kind.is_dir() => take_away_folder(&entry.path()),
            _ => {}
        }
    }
}

fn take_away_folder(path: &Path) {
    let Ok(lock) = File::open(path) else {
        return;
    };
    if lock.try_lock().is_err() || !is_same_file(&lock, path) {
        return;
    }
    let Ok(entries) = fs::read_dir(path) else {
        return;
    };
    let names: Vec<_> = entries.flatten().map(|entry| entry.file_name()).collect();
    let [settings, records] = CONTENTS;
    if let (Some(above), [only]) = (path.parent(), &names[..])
        && only == settings
        && above.join(records).is_dir()
        && !above.join(settings).exists()
    {
        // The records are in their place already: a run was killed between the two, and what it
        // had begun is brought to its end. Ignored: it is tried again by the next run.
        let _ = fs::rename(path.join(settings), above.join(settings));
    }
    if names
        .iter()
        .all(|name| CONTENTS.iter().any(|known| name == known))
    {
        // Ignored: it is tried again by the next run.
        let _ = fs::remove_dir_all(path);
    }
}
