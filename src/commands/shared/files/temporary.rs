//! Temporary files of this program, locked as long as it runs.
//!
//! The lock, which ends with the program however that ends, tells what a killed run left from what
//! another run is about to write, on this machine or on another that shares the folder.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io::{Error, ErrorKind, Result, Write as _};
use std::path::{Path, PathBuf};

use crate::commands::shared::files::signals::{self, Hold};

/// The name of a temporary file: these, around hexadecimal digits. It is as short for every target,
/// since a system may not take longer names than that of the target.
const PREFIX: &str = ".apes-";
const SUFFIX: &str = ".tmp";
const DIGITS: usize = 16;
/// Names tried before giving up: each is free but for chance.
const MOST_NAMES: usize = 16;
/// Bytes that are written before asking again whether a signal has come.
const PORTION: usize = 1 << 20;

/// A temporary file, which is removed unless it is moved into its place.
pub struct Temporary {
    path: PathBuf,
    file: File,
    is_moved: bool,
    // Dropped after the file is removed.
    _hold: Hold,
}

impl Temporary {
    /// Creates a file, open to its owner alone if it `is_private`, as it may replace one that is.
    ///
    /// # Errors
    /// Returns an error if the system refuses.
    pub fn file_in(folder: &Path, is_private: bool) -> Result<Self> {
        for _ in 0..MOST_NAMES {
            let (hold, path) = (Hold::begin(), folder.join(new_name()));
            let file = match options(is_private).create_new(true).open(&path) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
                opened => opened?,
            };
            let temporary = Self {
                path,
                file,
                is_moved: false,
                _hold: hold,
            };
            // Between being created and being locked, it looks like one that was left.
            if temporary.is_locked() && temporary.is_there() {
                return Ok(temporary);
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> &File {
        &self.file
    }

    /// Writes the bytes of the file, onto the disk.
    ///
    /// # Errors
    /// Returns an error if the system refuses, or a signal asks the program to end.
    pub fn fill(&mut self, bytes: &[u8]) -> Result<()> {
        for portion in bytes.chunks(PORTION) {
            require_no_signal()?;
            self.file.write_all(portion)?;
        }
        require_no_signal()?;
        // Synced before it is moved, or a crash could leave the new name with no contents.
        self.file.sync_all()
    }

    /// Moves the file into its place, over one that is there.
    ///
    /// # Errors
    /// Returns an error if the system refuses, or a signal asks the program to end.
    pub fn replace(mut self, path: &Path) -> Result<()> {
        require_no_signal()?;
        fs::rename(&self.path, path)?;
        self.is_moved = true;
        Ok(())
    }

    /// Moves the file into a place where nothing is, nor comes to be meanwhile.
    ///
    /// # Errors
    /// Returns an error if something is there, the system refuses, or a signal asks the program to
    /// end.
    pub fn occupy(mut self, path: &Path) -> Result<()> {
        require_no_signal()?;
        match fs::hard_link(&self.path, path) {
            // Its other name is removed at the end.
            Ok(()) => Ok(()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
            // Some disks know no second names, those of cameras and sticks among them.
            Err(_) if fs::symlink_metadata(path).is_ok() => Err(ErrorKind::AlreadyExists.into()),
            Err(_) => {
                fs::rename(&self.path, path)?;
                self.is_moved = true;
                Ok(())
            }
        }
    }

    /// Whether it is locked by this run; also where the system has no locks.
    fn is_locked(&self) -> bool {
        !matches!(self.file.try_lock(), Err(TryLockError::WouldBlock))
    }

    fn is_there(&self) -> bool {
        is_same_file(&self.file, &self.path)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // Ignored: the first error is the one to report, and the next run tries again.
        if !self.is_moved && self.is_there() {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Removes a temporary file that a killed run has left; no other file, nor one that a run is
/// writing.
pub fn take_away(path: &Path) {
    let name = path.file_name().and_then(|name| name.to_str());
    if !name.is_some_and(is_own_name) {
        return;
    }
    if let Some(_lock) = lock_of_left(path) {
        // Ignored: it is tried again by the next run.
        let _ = fs::remove_file(path);
    }
}

/// The lock of a temporary file, if nobody else has it.
fn lock_of_left(path: &Path) -> Option<File> {
    let file = options(true).open(path).ok()?;
    let is_left = file.metadata().ok()?.is_file()
        && file.try_lock().is_ok()
        // It may have been moved meanwhile, and another put in its place.
        && is_same_file(&file, path);
    is_left.then_some(file)
}

/// Whether a file is a temporary one by its name.
pub(super) fn is_own_name(name: &str) -> bool {
    let digits = name
        .strip_prefix(PREFIX)
        .and_then(|rest| rest.strip_suffix(SUFFIX));
    digits.is_some_and(|digits| {
        digits.len() == DIGITS && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
    })
}

/// A name that no other run takes, on this machine or on another.
pub(super) fn new_name() -> String {
    let mut hasher = RandomState::new().build_hasher();
    hasher.write_u32(std::process::id());
    format!("{PREFIX}{:016x}{SUFFIX}", hasher.finish())
}

/// An error if a signal asks the program to end.
pub(super) fn require_no_signal() -> Result<()> {
    if signals::is_asked() {
        return Err(Error::from(ErrorKind::Interrupted));
    }
    Ok(())
}

#[cfg(unix)]
fn options(is_private: bool) -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = File::options();
    // What is in the place of a temporary file may be a link or a pipe.
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    options
        .write(true)
        .mode(if is_private { 0o600 } else { 0o666 })
        .custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    options
}

#[cfg(not(unix))]
fn options(_: bool) -> OpenOptions {
    let mut options = File::options();
    options.write(true);
    options
}

/// Whether an open file is the one that is at a path.
#[cfg(unix)]
pub(super) fn is_same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(one), Ok(other)) => (one.dev(), one.ino()) == (other.dev(), other.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
pub(super) fn is_same_file(_: &File, path: &Path) -> bool {
    path.exists()
}
