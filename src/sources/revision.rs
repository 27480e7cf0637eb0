//! The files of a workspace as a revision of its git repository has them, read without a checkout.
//!
//! As for the commit of a report, a repository may come from anybody: nothing is run, no setting
//! is followed, and objects are read within limits of size, number and time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

use gix::ObjectId;

use crate::sources::disk::Folder;
use crate::sources::git::{DIGITS, MOST_DEPTH, MOST_ENTRIES, TIMEOUT, folder_below, open};
use crate::sources::git_files::has_plain_files;
use crate::sources::unread::UnreadReason;

/// A workspace as it was at a revision.
#[derive(Clone, Debug)]
pub struct FolderAtRevision {
    /// The folder with the files of the revision, and no others.
    pub folder: Folder,
    /// First digits of the name of the commit.
    pub commit: String,
}

/// Which commit is meant by a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    /// The revision itself.
    Revision,
    /// The last commit that it shares with what is checked out, as a merge request means it.
    WhereItForked,
}

/// Why a revision could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevisionError {
    /// The folder is in no repository that may be read.
    NoRepository,
    /// The repository has no such revision; whether it is a shallow clone.
    Unknown {
        /// Whether the clone lacks a part of the history.
        is_shallow: bool,
    },
    /// The revision does not have the folder of the workspace.
    NoWorkspace,
    /// An object is missing or broken, or there are too many of them.
    Unreadable,
    /// The repository took too long.
    Slow,
}

/// A workspace as a revision has it: `main`, `origin/main`, `v2024`, `HEAD~3`, or a commit.
///
/// `is_read` selects files by their paths below the workspace; those of more than `most` bytes
/// are said to be too large, as on disk.
///
/// # Errors
/// Returns an error if the repository, the revision or one of its objects cannot be read.
pub fn folder_at(
    folder: &Folder,
    revision: &str,
    meant: Meant,
    most: u64,
    is_read: fn(&str) -> bool,
) -> Result<FolderAtRevision, RevisionError> {
    let (sender, receiver) = mpsc::channel();
    let (root, revision) = (folder.root().to_owned(), revision.to_owned());
    let thread = std::thread::Builder::new().spawn(move || {
        // After the timeout nobody receives, which is no error.
        let _ = sender.send(files_at(&root, &revision, meant, most, is_read));
    });
    thread.map_err(|_| RevisionError::Unreadable)?;
    let (files, commit) = receiver
        .recv_timeout(TIMEOUT)
        .map_err(|_| RevisionError::Slow)??;
    Ok(FolderAtRevision {
        folder: folder.with_only(files),
        commit,
    })
}

/// Files with their bytes, or why they are not read.
type Files = BTreeMap<String, Result<Vec<u8>, UnreadReason>>;

fn files_at(
    root: &Path,
    revision: &str,
    meant: Meant,
    most: u64,
    is_read: fn(&str) -> bool,
) -> Result<(Files, String), RevisionError> {
    let root = std::fs::canonicalize(root).map_err(|_| RevisionError::NoRepository)?;
    let (repository, top) = repository_of(&root).ok_or(RevisionError::NoRepository)?;
    let unknown = RevisionError::Unknown {
        is_shallow: repository.is_shallow().unwrap_or_default(),
    };
    let commit = commit_of(&repository, revision, meant).ok_or(unknown)?;
    let tree = tree_of(&repository, commit).ok_or(unknown)?;
    let below = root.strip_prefix(top).unwrap_or(Path::new(""));
    let tree = folder_below(&repository, tree, below).ok_or(RevisionError::NoWorkspace)?;
    let mut reader = Reader {
        repository: &repository,
        most,
        is_read,
        files: BTreeMap::new(),
        remaining_entries: MOST_ENTRIES,
    };
    reader
        .collect(&tree, "", 0)
        .ok_or(RevisionError::Unreadable)?;
    if reader.files.is_empty() {
        return Err(RevisionError::NoWorkspace);
    }
    Ok((reader.files, commit.to_hex_with_len(DIGITS).to_string()))
}

/// The repository around a folder, bare or not, and its top folder.
fn repository_of(root: &Path) -> Option<(gix::Repository, PathBuf)> {
    for above in root.ancestors() {
        let inside = above.join(".git");
        if inside.symlink_metadata().is_ok() {
            let repository = has_plain_files(&inside).then(|| open(above)).flatten();
            return Some((repository?, above.to_owned()));
        }
        let is_bare = ["objects", "refs", "HEAD"]
            .iter()
            .all(|name| above.join(name).symlink_metadata().is_ok());
        if is_bare {
            let repository = has_plain_files(above).then(|| open(above)).flatten();
            // A workspace is at the top of a bare repository, wherever that repository is.
            return Some((repository?, root.to_owned()));
        }
    }
    None
}

/// The commit that a revision means.
fn commit_of(repository: &gix::Repository, revision: &str, meant: Meant) -> Option<ObjectId> {
    let named = repository.rev_parse_single(revision).ok()?;
    let commit = named.object().ok()?.peel_to_commit().ok()?.id;
    let head = repository.head_id().ok().map(gix::Id::detach);
    let forked = head
        .filter(|head| meant == Meant::WhereItForked && *head != commit)
        .and_then(|head| repository.merge_base(commit, head).ok().flatten())
        .map(gix::Id::detach);
    // A shallow clone may lack the commit where both parted: then the revision itself is taken.
    Some(
        forked
            .filter(|forked| tree_of(repository, *forked).is_some())
            .unwrap_or(commit),
    )
}

fn tree_of(repository: &gix::Repository, commit: ObjectId) -> Option<gix::Tree<'_>> {
    repository.find_commit(commit).ok()?.tree().ok()
}

/// A reader of the files below a tree.
struct Reader<'r> {
    repository: &'r gix::Repository,
    most: u64,
    is_read: fn(&str) -> bool,
    files: Files,
    remaining_entries: usize,
}

impl<'r> Reader<'r> {
    /// Reads the files below a tree. Returns `None` if an object is missing or the limit of
    /// entries is reached.
    fn collect(&mut self, tree: &gix::Tree<'r>, above: &str, depth: usize) -> Option<()> {
        for entry in tree.iter() {
            let entry = entry.ok()?;
            self.remaining_entries = self.remaining_entries.checked_sub(1)?;
            let Ok(name) = std::str::from_utf8(entry.filename()) else {
                continue;
            };
            let path = format!("{above}{name}");
            let (mode, id) = (entry.mode(), entry.id().detach());
            if mode.is_tree() && depth < MOST_DEPTH {
                let inner = self.repository.find_tree(id).ok()?;
                self.collect(&inner, &format!("{path}/"), depth + 1)?;
            } else if mode.is_blob() && (self.is_read)(&path) {
                let file = self.file(id)?;
                self.files.insert(path, file);
            } else if mode.is_link() && (self.is_read)(&path) {
                self.files.insert(path, Err(UnreadReason::Link));
            }
        }
        Some(())
    }

    /// The bytes of a file, whose size is read before them.
    fn file(&self, id: ObjectId) -> Option<Result<Vec<u8>, UnreadReason>> {
        let size = self.repository.find_header(id).ok()?.size();
        if size > self.most {
            return Some(Err(UnreadReason::TooLarge(size)));
        }
        let mut object = self.repository.find_object(id).ok()?;
        Some(Ok(std::mem::take(&mut object.data)))
    }
}
