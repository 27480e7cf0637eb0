//! Files that are not those on disk: some that are not saved yet, or all of a revision.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::sync::Arc;

use crate::sources::unread::{UnreadFile, UnreadReason};

/// Bytes of files by path, laid over those on disk or in their place.
#[derive(Clone, Debug, Default)]
pub(super) struct Overlay {
    /// Bytes of a file, or why it is not read; `NotFound` for one that is to be removed.
    files: Arc<BTreeMap<String, Result<Vec<u8>, UnreadReason>>>,
    /// Whether there are no other files.
    is_whole: bool,
}

impl Overlay {
    /// Files that are not saved yet, over those on disk; `None` for one that is to be removed.
    pub(super) fn unsaved(files: BTreeMap<String, Option<Vec<u8>>>) -> Self {
        let files = files
            .into_iter()
            .map(|(path, bytes)| (path, bytes.ok_or_else(absent)))
            .collect();
        Self {
            files: Arc::new(files),
            is_whole: false,
        }
    }

    /// All files, whatever is on disk.
    pub(super) fn whole(files: BTreeMap<String, Result<Vec<u8>, UnreadReason>>) -> Self {
        Self {
            files: Arc::new(files),
            is_whole: true,
        }
    }

    /// Whether no file on disk is seen.
    pub(super) fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Whether a file or folder is at a path; `None` if the disk knows.
    pub(super) fn has(&self, path: &str) -> Option<bool> {
        if let Some(file) = self.files.get(path) {
            return Some(file.as_ref().err() != Some(&absent()));
        }
        self.is_whole.then(|| !self.below(path).is_empty())
    }

    /// The bytes of a file; `None` if the disk has them.
    pub(super) fn bytes(&self, path: &str, most: u64) -> Option<Result<Vec<u8>, UnreadReason>> {
        match self.files.get(path) {
            Some(Ok(bytes)) if bytes.len() as u64 > most => {
                Some(Err(UnreadReason::TooLarge(bytes.len() as u64)))
            }
            Some(file) => Some(file.clone()),
            None => self.is_whole.then(|| Err(absent())),
        }
    }

    /// Adds the files below a folder to those on disk, and leaves out those to be removed.
    pub(super) fn list(&self, below: &str, files: &mut Vec<Result<String, UnreadFile>>) {
        files.retain(|listed| {
            let (Ok(path) | Err(UnreadFile { path, .. })) = listed;
            !self.files.contains_key(path)
        });
        files.extend(self.below(below));
    }

    /// The names of the files and folders in a folder.
    pub(super) fn names(&self, folder: &str) -> Vec<String> {
        let mut names = Vec::new();
        for path in self.files.keys() {
            let rest = match folder {
                "" => Some(&**path),
                folder => path
                    .strip_prefix(folder)
                    .and_then(|rest| rest.strip_prefix('/')),
            };
            names.extend(
                rest.and_then(|rest| rest.split('/').next())
                    .map(str::to_owned),
            );
        }
        names.dedup();
        names
    }

    fn below(&self, folder: &str) -> Vec<Result<String, UnreadFile>> {
        let mut below = Vec::new();
        for (path, file) in self.files.iter() {
            let rest = path.strip_prefix(folder);
            if !rest.is_some_and(|rest| rest.starts_with('/')) {
                continue;
            }
            match file {
                Ok(_) => below.push(Ok(path.clone())),
                Err(why) if *why == absent() => {}
                Err(why) => below.push(Err(UnreadFile {
                    path: path.clone(),
                    why: why.clone(),
                })),
            }
        }
        below
    }
}

/// The reason of a file that is not there.
fn absent() -> UnreadReason {
    UnreadReason::Refused(ErrorKind::NotFound, String::new())
}
