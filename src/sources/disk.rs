//! A workspace's folder on disk: found, listed and read, never followed out of itself.

use std::fs::{self, Metadata};
use std::io::{ErrorKind, Read};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use walkdir::WalkDir;

use crate::sources::Source;
use crate::sources::open::Opened;

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A symbolic link, which could lead anywhere.
    Link,
    /// A device, a pipe or a socket.
    Special,
    /// Larger than what was allowed; its size in bytes.
    TooLarge(u64),
    /// The system refused: its reason, and its own words.
    Refused(ErrorKind, String),
}

/// A file that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its path below the root, `/` between its parts.
    pub path: String,
    /// Why.
    pub why: Why,
}

/// The root of a workspace.
#[derive(Clone, Debug)]
pub struct Folder {
    root: PathBuf,
    opened: Opened,
}

impl Folder {
    /// A folder that is known to be a root.
    #[must_use]
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            opened: Opened::of(root),
        }
    }

    /// The nearest folder upwards that holds `apes.toml`, else the nearest that holds
    /// `territories/`.
    #[must_use]
    pub fn containing(start: &Path) -> Option<Self> {
        let upwards = || start.ancestors();
        let marked = upwards().find(|folder| folder.join("apes.toml").is_file());
        let found =
            marked.or_else(|| upwards().find(|folder| folder.join("territories").is_dir()))?;
        Some(Self::at(found))
    }

    /// Where it lies.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path below the root of something that people named from where they stand; empty for the
    /// root itself.
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

    /// Whether a file is there, whatever it is.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        fs::symlink_metadata(self.root.join(path)).is_ok()
    }

    /// Every file below a folder, by path, links and devices told apart and never followed.
    #[must_use]
    pub fn list(&self, below: &str) -> Vec<Result<String, Unread>> {
        let walk = WalkDir::new(self.root.join(below))
            .follow_links(false)
            .follow_root_links(false);
        let mut files: Vec<Result<String, Unread>> = walk
            .into_iter()
            .filter_map(|entry| match entry {
                Ok(entry) => self.listed(&entry),
                Err(error) if error.depth() == 0 => None,
                Err(error) => {
                    let path = error
                        .path()
                        .map_or_else(String::new, |path| self.below_root(path));
                    let why = error.io_error().map_or_else(
                        || Why::Refused(ErrorKind::Other, error.to_string()),
                        |error| Why::Refused(error.kind(), error.to_string()),
                    );
                    Some(Err(Unread { path, why }))
                }
            })
            .collect();
        files.sort_by(|one, other| path_of(one).cmp(path_of(other)));
        files
    }

    fn listed(&self, entry: &walkdir::DirEntry) -> Option<Result<String, Unread>> {
        let kind = entry.file_type();
        if kind.is_dir() {
            return None;
        }
        let path = self.below_root(entry.path());
        if entry.path().to_str().is_none() {
            let words = "file name: not UTF-8".to_owned();
            return Some(Err(Unread {
                path,
                why: Why::Refused(ErrorKind::InvalidFilename, words),
            }));
        }
        Some(match (kind.is_file(), kind.is_symlink()) {
            (true, _) => Ok(path),
            (false, true) => Err(Unread {
                path,
                why: Why::Link,
            }),
            (false, false) => Err(Unread {
                path,
                why: Why::Special,
            }),
        })
    }

    fn below_root(&self, path: &Path) -> String {
        let (path, root) = (path.to_string_lossy(), self.root.to_string_lossy());
        let below = path
            .strip_prefix(&*root)
            .unwrap_or(&path)
            .trim_start_matches(MAIN_SEPARATOR);
        if MAIN_SEPARATOR == '/' {
            below.to_owned()
        } else {
            below.replace(MAIN_SEPARATOR, "/")
        }
    }

    /// Whether a folder on the way to a file is a link: what lies behind it is not the workspace's.
    fn is_behind_link(&self, path: &str) -> bool {
        let folders = Path::new(path)
            .ancestors()
            .skip(1)
            .filter(|folder| !folder.as_os_str().is_empty());
        let is_link = |folder: &Path| {
            fs::symlink_metadata(self.root.join(folder)).is_ok_and(|about| about.is_symlink())
        };
        folders.into_iter().any(is_link)
    }

    /// Reads one file of at most so many bytes.
    ///
    /// # Errors
    /// Where it is no ordinary file, too large, or the system refuses.
    pub fn read(&self, path: &str, most: u64) -> Result<Source, Unread> {
        self.bytes(path, most)
            .map(|bytes| Source::from_bytes(path, bytes))
    }

    /// Reads one file of at most so many bytes, as it is.
    ///
    /// # Errors
    /// Where it is no ordinary file, too large, or the system refuses.
    pub fn bytes(&self, path: &str, most: u64) -> Result<Vec<u8>, Unread> {
        let unread = |why| Unread {
            path: path.to_owned(),
            why,
        };
        // The walk below `territories` has passed no link; what is named outright may lie behind
        // one.
        if !path.starts_with("territories/") && self.is_behind_link(path) {
            return Err(unread(Why::Link));
        }
        let refused = |error: std::io::Error| match fs::symlink_metadata(self.root.join(path)) {
            Ok(about) => {
                let refused = || Why::Refused(error.kind(), error.to_string());
                unread(odd(&about, most).unwrap_or_else(refused))
            }
            Err(_) => unread(Why::Refused(error.kind(), error.to_string())),
        };
        let file = self.opened.open(&self.root, path).map_err(refused)?;
        let about = file.metadata().map_err(refused)?;
        if let Some(why) = odd(&about, most) {
            return Err(unread(why));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
        file.take(about.len())
            .read_to_end(&mut bytes)
            .map_err(refused)?;
        Ok(bytes)
    }
}

/// Why a file is not read, though the system would let us.
fn odd(about: &Metadata, most: u64) -> Option<Why> {
    match (about.is_file(), about.is_symlink()) {
        (true, _) if about.len() <= most => None,
        (true, _) => Some(Why::TooLarge(about.len())),
        (false, true) => Some(Why::Link),
        (false, false) => Some(Why::Special),
    }
}

fn path_of(listed: &Result<String, Unread>) -> &str {
    match listed {
        Ok(path) => path,
        Err(unread) => &unread.path,
    }
}
