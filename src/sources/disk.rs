//! A workspace's folder on disk; no link leads out of it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use crate::sources::open::OpenFolder;
use crate::sources::overlay::Overlay;
use crate::sources::source::Source;
use crate::sources::unread::{UnreadFile, UnreadReason, unread_reason};

/// The root folder of a workspace.
#[derive(Clone, Debug)]
pub struct Folder {
    pub(super) root: PathBuf,
    opened: OpenFolder,
    /// Files that are not those on disk.
    pub(super) overlay: Overlay,
}

impl Folder {
    /// Opens a folder that is known to be a root.
    #[must_use]
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            opened: OpenFolder::open(root),
            overlay: Overlay::default(),
        }
    }

    /// The same folder as if files had these bytes, or were not there where they have none.
    #[must_use]
    pub fn with_unsaved(&self, unsaved: BTreeMap<String, Option<Vec<u8>>>) -> Self {
        Self {
            overlay: Overlay::unsaved(unsaved),
            ..self.clone()
        }
    }

    /// The same folder as if these were all its files, with their bytes or why they are not read,
    /// such as those of a revision.
    #[must_use]
    pub fn with_only(&self, files: BTreeMap<String, Result<Vec<u8>, UnreadReason>>) -> Self {
        Self {
            overlay: Overlay::whole(files),
            ..self.clone()
        }
    }

    /// The same folder with the files on disk in place of those of [`Self::with_only`].
    #[must_use]
    pub fn without_revision(&self) -> Self {
        let mut folder = self.clone();
        if folder.overlay.is_whole() {
            folder.overlay = Overlay::default();
        }
        folder
    }

    /// Finds the nearest folder upwards that holds `apes.toml`, else the nearest that holds
    /// `territories/`. Returns `None` if there is neither.
    #[must_use]
    pub fn containing(start: &Path) -> Option<Self> {
        // Whatever it is: a link or a folder in its place makes no workspace of one above.
        let with_settings = start
            .ancestors()
            .find(|folder| fs::symlink_metadata(folder.join("apes.toml")).is_ok());
        let root = with_settings.or_else(|| {
            start
                .ancestors()
                .find(|folder| folder.join("territories").is_dir())
        })?;
        Some(Self::at(root))
    }

    /// Path of the folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path below the root of a file or folder that exists, given relative to the current
    /// directory; empty for the root itself. Returns `None` for a path outside the root.
    #[must_use]
    pub fn below(&self, path: &Path) -> Option<String> {
        let (root, path) = (
            fs::canonicalize(&self.root).ok()?,
            fs::canonicalize(path).ok()?,
        );
        let below = path.strip_prefix(root).ok()?;
        let parts: Vec<_> = below
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        Some(parts.join("/"))
    }

    /// The path below the root of a file or folder that does not exist, such as one that a commit
    /// deletes, given relative to the current directory. Returns `None` for a path that exists, or
    /// is outside the root.
    #[must_use]
    pub fn below_if_gone(&self, path: &Path) -> Option<String> {
        let above = path.ancestors().skip(1).find_map(|folder| {
            let is_here = folder.as_os_str().is_empty();
            let folder = if is_here { Path::new(".") } else { folder };
            folder.exists().then_some(folder)
        })?;
        let above_root = self.below(above)?;
        let rest = match path.strip_prefix(above) {
            Ok(rest) => rest,
            Err(_) => path,
        };
        let mut parts: Vec<String> = vec![above_root];
        parts.retain(|part| !part.is_empty());
        for part in rest.components() {
            match part {
                Component::Normal(name) => parts.push(name.to_string_lossy().into_owned()),
                Component::CurDir => {}
                _ => return None,
            }
        }
        (!path.exists()).then(|| parts.join("/"))
    }

    /// Whether anything is at a path: file, folder, link or device; also if the system refuses to
    /// tell, or if what is above the path is no folder, so that only what is absent counts as such.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        if let Some(has) = self.overlay.has(path) {
            return has;
        }
        let path = Path::new(path);
        let mut above: Vec<&Path> = path.ancestors().skip(1).collect();
        above.reverse();
        for folder in above {
            match fs::metadata(self.root.join(folder)) {
                Ok(metadata) if metadata.is_dir() => {}
                // A link that leads nowhere is not found either, unlike a folder that is absent.
                Err(error) if is_absence(&error) => return self.has_link(folder),
                _ => return true,
            }
        }
        match fs::symlink_metadata(self.root.join(path)) {
            Ok(_) => true,
            Err(error) => !is_absence(&error),
        }
    }

    fn has_link(&self, path: &Path) -> bool {
        fs::symlink_metadata(self.root.join(path)).is_ok()
    }

    /// The names of the files and folders in a folder, sorted; empty if it cannot be entered.
    #[must_use]
    pub fn names(&self, folder: &str) -> Vec<String> {
        if self.overlay.is_whole() {
            return self.overlay.names(folder);
        }
        let entries = fs::read_dir(self.root.join(folder)).into_iter().flatten();
        let names = entries.flatten().map(|entry| entry.file_name());
        let mut names: Vec<String> = names.filter_map(|name| name.into_string().ok()).collect();
        names.sort();
        names
    }

    /// Whether a folder above a file is a link, so that the file is outside the workspace.
    #[must_use]
    pub fn is_behind_link(&self, path: &str) -> bool {
        Path::new(path)
            .ancestors()
            .skip(1)
            .filter(|folder| !folder.as_os_str().is_empty())
            .any(|folder| {
                fs::symlink_metadata(self.root.join(folder))
                    .is_ok_and(|metadata| metadata.is_symlink())
            })
    }

    /// Reads and decodes a file of at most `most` bytes.
    ///
    /// # Errors
    /// Returns an error if the path is not an ordinary file, the file is too large, or the system
    /// refuses.
    pub fn read(&self, path: &str, most: u64) -> Result<Source, UnreadFile> {
        self.bytes(path, most)
            .map(|bytes| Source::from_bytes(path, bytes))
    }

    /// Reads the bytes of a file of at most `most` bytes.
    ///
    /// # Errors
    /// Returns an error if the path is not an ordinary file, the file is too large, or the system
    /// refuses.
    pub fn bytes(&self, path: &str, most: u64) -> Result<Vec<u8>, UnreadFile> {
        if let Some(bytes) = self.overlay.bytes(path, most) {
            return bytes.map_err(|why| UnreadFile {
                path: path.to_owned(),
                why,
            });
        }
        // The walk below `territories` has passed no link; a path that is given outright may
        // be behind one.
        if !path.starts_with("territories/") && self.is_behind_link(path) {
            return Err(UnreadFile {
                path: path.to_owned(),
                why: UnreadReason::Link,
            });
        }
        self.bytes_of_file(path, most).map_err(|why| UnreadFile {
            path: path.to_owned(),
            why,
        })
    }

    fn bytes_of_file(&self, path: &str, most: u64) -> Result<Vec<u8>, UnreadReason> {
        let refused = |error: std::io::Error| self.refusal(path, most, &error);
        let file = self.opened.open_file(&self.root, path).map_err(refused)?;
        let metadata = file.metadata().map_err(refused)?;
        if let Some(reason) = unread_reason(&metadata, most) {
            return Err(reason);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
        // A file that grows meanwhile is read up to the size that was checked.
        file.take(metadata.len())
            .read_to_end(&mut bytes)
            .map_err(refused)?;
        Ok(bytes)
    }

    /// Why a file could not be opened or read: for a link or a device the system reports an error
    /// that says less than the kind of file does.
    fn refusal(&self, path: &str, most: u64, error: &std::io::Error) -> UnreadReason {
        fs::symlink_metadata(self.root.join(path))
            .ok()
            .and_then(|metadata| unread_reason(&metadata, most))
            .unwrap_or_else(|| UnreadReason::from(error))
    }
}

/// Whether nothing is at a path, rather than something that the system refuses to show. A name
/// that no file can have is one that no file has.
fn is_absence(error: &std::io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::NotFound | ErrorKind::InvalidInput | ErrorKind::InvalidFilename
    )
}
