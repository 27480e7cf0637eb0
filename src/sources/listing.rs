//! The files of a workspace's folder, listed without following a link.

use std::io::ErrorKind;
use std::path::{MAIN_SEPARATOR, Path};

use walkdir::WalkDir;

use crate::sources::disk::Folder;
use crate::sources::unread::{UnreadFile, UnreadReason};

impl Folder {
    /// Every file below a folder, sorted by path. Links and devices are errors and never followed;
    /// a folder that is not there has no files.
    #[must_use]
    pub fn list(&self, below: &str) -> Vec<Result<String, UnreadFile>> {
        self.list_unless_folder(below, |_| false)
    }

    /// Like [`Self::list`]; a folder at a path that should be a file's is an error, too.
    #[must_use]
    pub fn list_unless_folder(
        &self,
        below: &str,
        is_for_file: fn(&str) -> bool,
    ) -> Vec<Result<String, UnreadFile>> {
        self.walked(below, usize::MAX, usize::MAX, is_for_file)
    }

    /// The files of a folder itself, sorted by path, without what is in the folders inside it. Of
    /// more than `most` entries, the rest is left out, and said by an error about the folder.
    #[must_use]
    pub fn list_folder(&self, below: &str, most: usize) -> Vec<Result<String, UnreadFile>> {
        self.walked(below, 1, most, |_| false)
    }

    fn walked(
        &self,
        below: &str,
        depth: usize,
        most: usize,
        is_for_file: fn(&str) -> bool,
    ) -> Vec<Result<String, UnreadFile>> {
        let mut walk = WalkDir::new(self.root.join(below))
            .follow_links(false)
            .follow_root_links(false)
            .max_depth(depth)
            .into_iter();
        let (mut files, mut entries) = (Vec::new(), 0_usize);
        while let Some(entry) = walk.next().filter(|_| !self.overlay.is_whole()) {
            entries += 1;
            if entries > most {
                let (path, why) = (below.to_owned(), UnreadReason::TooMany);
                files.push(Err(UnreadFile { path, why }));
                break;
            }
            match entry {
                Ok(entry) => {
                    let listed = self.listed(&entry, is_for_file);
                    if listed.is_some() && entry.file_type().is_dir() {
                        // What is in such a folder is not read either, and said by it.
                        walk.skip_current_dir();
                    }
                    files.extend(listed);
                }
                Err(error) if error.depth() == 0 && !self.has(below) => {}
                Err(error) => files.push(Err(self.unlisted(&error))),
            }
        }
        self.overlay.list(below, &mut files);
        files.sort_by(|left, right| path_of(left).cmp(path_of(right)));
        files
    }

    /// A file or folder that the walk could not enter.
    fn unlisted(&self, error: &walkdir::Error) -> UnreadFile {
        let path = error
            .path()
            .map_or_else(String::new, |path| self.below_root(path));
        let why = error.io_error().map_or_else(
            || UnreadReason::Refused(ErrorKind::Other, error.to_string()),
            UnreadReason::from,
        );
        UnreadFile { path, why }
    }

    /// Path below the root of a file that the walk met; `None` for a folder in its place.
    fn listed(
        &self,
        entry: &walkdir::DirEntry,
        is_for_file: fn(&str) -> bool,
    ) -> Option<Result<String, UnreadFile>> {
        let kind = entry.file_type();
        let path = self.below_root(entry.path());
        if kind.is_dir() {
            let why = UnreadReason::Special;
            return is_for_file(&path).then_some(Err(UnreadFile { path, why }));
        }
        if kind.is_file() && entry.depth() == 0 {
            let error = std::io::Error::from(ErrorKind::NotADirectory);
            let why = UnreadReason::from(&error);
            return Some(Err(UnreadFile { path, why }));
        }
        if entry.path().to_str().is_none() {
            let message = "file name: not UTF-8".to_owned();
            return Some(Err(UnreadFile {
                path,
                why: UnreadReason::Refused(ErrorKind::InvalidFilename, message),
            }));
        }
        Some(match (kind.is_file(), kind.is_symlink()) {
            (true, _) => Ok(path),
            (false, true) => Err(UnreadFile {
                path,
                why: UnreadReason::Link,
            }),
            (false, false) => Err(UnreadFile {
                path,
                why: UnreadReason::Special,
            }),
        })
    }

    /// A path without the root, with `/` between its parts.
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
}

fn path_of(listed: &Result<String, UnreadFile>) -> &str {
    match listed {
        Ok(path) => path,
        Err(unread) => &unread.path,
    }
}
