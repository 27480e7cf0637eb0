//! A folder that was opened once: files are opened below it without walking down to it again for
//! each of them.

use std::fs::File;
use std::io::Result;
use std::path::Path;

#[cfg(unix)]
pub use below::Opened;
#[cfg(not(unix))]
pub use by_path::Opened;

#[cfg(unix)]
mod below {
    use std::os::fd::OwnedFd;
    use std::sync::Arc;

    use rustix::fs::{Mode, OFlags, open, openat};

    use super::{File, Path, Result};

    /// A folder; nothing where it could not be opened.
    #[derive(Clone, Debug)]
    pub struct Opened(Option<Arc<OwnedFd>>);

    impl Opened {
        /// Opens a folder.
        pub fn of(root: &Path) -> Self {
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
            Self(open(root, flags, Mode::empty()).ok().map(Arc::new))
        }

        /// Opens a file below the folder itself, never what a link leads to, and never waits for
        /// what a pipe brings.
        pub fn open(&self, root: &Path, path: &str) -> Result<File> {
            let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
            let opened = match &self.0 {
                Some(folder) => openat(folder, path, flags, Mode::empty()),
                None => open(root.join(path), flags, Mode::empty()),
            };
            Ok(File::from(opened?))
        }
    }
}

#[cfg(not(unix))]
mod by_path {
    use super::{File, Path, Result};

    /// Elsewhere than on Unix, files are opened by their whole path.
    #[derive(Clone, Debug)]
    pub struct Opened;

    impl Opened {
        /// Nothing is opened yet.
        pub fn of(_: &Path) -> Self {
            Self
        }

        /// Opens a file where it is one: it is looked at first.
        pub fn open(&self, root: &Path, path: &str) -> Result<File> {
            let whole = root.join(path);
            match std::fs::symlink_metadata(&whole)?.is_file() {
                true => File::open(whole),
                false => Err(std::io::ErrorKind::InvalidInput.into()),
            }
        }
    }
}
