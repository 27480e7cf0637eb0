//! A folder that is opened once, so that files below it are opened without resolving its path
//! again.

use std::fs::File;
use std::io::Result;
use std::path::Path;

#[cfg(unix)]
pub use by_descriptor::OpenFolder;
#[cfg(not(unix))]
pub use by_path::OpenFolder;

#[cfg(unix)]
mod by_descriptor {
    use std::os::fd::OwnedFd;
    use std::sync::Arc;

    use rustix::fs::{Mode, OFlags, open, openat};

    use super::{File, Path, Result};

    /// The descriptor of a folder; `None` where the folder could not be opened.
    #[derive(Clone, Debug)]
    pub struct OpenFolder(Option<Arc<OwnedFd>>);

    impl OpenFolder {
        /// Opens the folder at `root`.
        pub fn open(root: &Path) -> Self {
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
            Self(open(root, flags, Mode::empty()).ok().map(Arc::new))
        }

        /// Opens a file below the folder.
        ///
        /// # Errors
        /// Returns an error if the file is a link or the system refuses.
        pub fn open_file(&self, root: &Path, path: &str) -> Result<File> {
            // NONBLOCK: opening a pipe would else wait for a writer, for ever.
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

    /// A folder on systems other than Unix, where each file is opened by its whole path.
    #[derive(Clone, Debug)]
    pub struct OpenFolder;

    impl OpenFolder {
        /// Opens nothing yet.
        pub fn open(_: &Path) -> Self {
            Self
        }

        /// Opens a file below `root`.
        ///
        /// # Errors
        /// Returns an error if the path is not an ordinary file or the system refuses.
        pub fn open_file(&self, root: &Path, path: &str) -> Result<File> {
            let whole = root.join(path);
            match std::fs::symlink_metadata(&whole)?.is_file() {
                true => File::open(whole),
                false => Err(std::io::ErrorKind::InvalidInput.into()),
            }
        }
    }
}
