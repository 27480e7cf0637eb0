//! The commit of a workspace's files, read from the object store of its git repository.
//!
//! A repository may come from anybody: no hook or filter is run, no setting is followed, objects
//! are read within limits, and a repository that cannot be read has no commit.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use gix::ObjectId;
use gix::objs::{Kind, compute_hash};
use gix::open::Options;
use gix::sec::Trust;

use crate::sources::disk::Folder;
use crate::sources::git_files::has_plain_files;

/// The folders of a workspace whose files are read.
const FOLDERS: [&str; 3] = ["geography", "schemas", "territories"];
/// The file at the root of a workspace.
const SETTINGS: &str = "apes.toml";
/// Most entries of one commit, files and folders; a larger commit is not compared. The limit is
/// twice the records that one workspace may hold.
pub(super) const MOST_ENTRIES: usize = 400_000;
/// Most folders inside one another.
pub(super) const MOST_DEPTH: usize = 64;
/// Most bytes of one object (32 MiB), as a setting of the library.
const OBJECT_LIMIT: &str = "gitoxide.objects.allocLimit=33554432";
/// Time that one step may take, of which each folder of the commit and each file compared is one.
/// The library opens files without guarding against pipes: what is looked at beforehand may have
/// been replaced by then, or lie on a disk that does not answer.
const PATIENCE: Duration = Duration::from_secs(1);
/// Time that all steps may take.
pub(super) const TIMEOUT: Duration = Duration::from_secs(20);
/// Digits of a commit's name that are printed.
pub(super) const DIGITS: usize = 10;

/// The commit that is checked out, compared with the files that are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// First digits of the commit's name.
    pub id: String,
    /// Days from 1970-01-01 to the day of the commit, in the time zone of its author.
    pub day: i64,
    /// Whether a file that is read differs from the commit, or exists on one side only.
    pub modified: bool,
}

/// Reads the commit that is checked out above or in a folder. Returns `None` without a
/// repository, or where it is broken, slow, owned by another user, or holds none of the files.
///
/// `is_read` selects, by their paths below the folder, the files that are compared: byte for
/// byte, except that line ends may be those of Windows. Files have `most` bytes at most.
#[must_use]
pub fn commit_of(folder: &Folder, most: u64, is_read: fn(&str) -> bool) -> Option<Commit> {
    let (folder, (sender, receiver)) = (folder.clone(), mpsc::channel());
    let steps = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&steps);
    let thread = std::thread::Builder::new().spawn(move || {
        // After the timeout nobody receives, which is no error.
        let _ = sender.send(read_commit(&folder, most, is_read, &counted));
    });
    thread.ok()?;
    let (begun, mut before) = (Instant::now(), 0);
    loop {
        match receiver.recv_timeout(PATIENCE) {
            Ok(commit) => return commit,
            Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => {}
        }
        let now = steps.load(Ordering::Relaxed);
        if now == before || begun.elapsed() > TIMEOUT {
            return None;
        }
        before = now;
    }
}

fn read_commit(
    folder: &Folder,
    most: u64,
    is_read: fn(&str) -> bool,
    steps: &AtomicUsize,
) -> Option<Commit> {
    let root = std::fs::canonicalize(folder.root()).ok()?;
    let top = root
        .ancestors()
        .find(|above| above.join(".git").symlink_metadata().is_ok())?;
    let repository = has_plain_files(&top.join(".git"))
        .then(|| open(top))
        .flatten()
        .filter(|repository| !repository.is_bare())?;
    steps.fetch_add(1, Ordering::Relaxed);
    let commit = repository.head_commit().ok()?;
    let time = commit.time().ok()?;
    let tree = commit.tree().ok()?;
    let mut committed = CommittedFiles {
        repository: &repository,
        steps,
        files: BTreeMap::new(),
        remaining_entries: MOST_ENTRIES,
    };
    let below = root.strip_prefix(top).ok()?;
    let tree = if below.as_os_str().is_empty() {
        tree
    } else {
        folder_below(&repository, tree, below)?
    };
    committed.collect(&tree, "", is_read, 0)?;
    if committed.files.is_empty() {
        return None;
    }
    Some(Commit {
        id: commit.id().to_hex_with_len(DIGITS).to_string(),
        day: time
            .seconds
            .saturating_add(i64::from(time.offset))
            .div_euclid(86_400),
        modified: !committed.equal(folder, most, is_read),
    })
}

/// Opens the repository of a folder without its settings or those of the machine. Returns `None`
/// for a repository that another user owns.
pub(super) fn open(top: &Path) -> Option<gix::Repository> {
    let options = Options::isolated().config_overrides([OBJECT_LIMIT]);
    let repository = gix::open_opts(PathBuf::from(top), options).ok()?;
    (repository.git_dir_trust() == Trust::Full).then_some(repository)
}

/// The tree of a folder below another; `None` if the commit does not have the folder.
pub(super) fn folder_below<'r>(
    repository: &'r gix::Repository,
    mut tree: gix::Tree<'r>,
    below: &Path,
) -> Option<gix::Tree<'r>> {
    for part in below.components() {
        let name = part.as_os_str().to_str()?;
        let id = tree
            .iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.mode().is_tree())
            .find(|entry| entry.filename() == name)?
            .id()
            .detach();
        tree = repository.find_tree(id).ok()?;
    }
    Some(tree)
}

/// The files of a commit that are compared, by path below the workspace.
struct CommittedFiles<'r> {
    repository: &'r gix::Repository,
    /// Number of steps done.
    steps: &'r AtomicUsize,
    files: BTreeMap<String, ObjectId>,
    remaining_entries: usize,
}

impl<'r> CommittedFiles<'r> {
    /// Collects the files below a tree. Returns `None` if an object is missing or the limit of
    /// entries is reached.
    fn collect(
        &mut self,
        tree: &gix::Tree<'r>,
        above: &str,
        is_read: fn(&str) -> bool,
        depth: usize,
    ) -> Option<()> {
        self.steps.fetch_add(1, Ordering::Relaxed);
        for entry in tree.iter() {
            let entry = entry.ok()?;
            self.remaining_entries = self.remaining_entries.checked_sub(1)?;
            let Ok(name) = std::str::from_utf8(entry.filename()) else {
                continue;
            };
            let path = format!("{above}{name}");
            let (mode, id) = (entry.mode(), entry.id().detach());
            if mode.is_blob() && is_read(&path) {
                self.files.insert(path, id);
            } else if mode.is_tree() && depth < MOST_DEPTH && (depth > 0 || FOLDERS.contains(&name))
            {
                let inner = self.repository.find_tree(id).ok()?;
                self.collect(&inner, &format!("{path}/"), is_read, depth + 1)?;
            }
        }
        Some(())
    }

    /// Whether the files of the folder that are read have the same paths and contents.
    fn equal(&self, folder: &Folder, most: u64, is_read: fn(&str) -> bool) -> bool {
        let settings = folder.has(SETTINGS).then(|| Ok(SETTINGS.to_owned()));
        let paths = FOLDERS
            .iter()
            .flat_map(|below| folder.list(below))
            .chain(settings)
            // Links and devices are not read, hence not compared.
            .filter_map(Result::ok)
            .filter(|path| is_read(path));
        let mut count = 0;
        for path in paths {
            self.steps.fetch_add(1, Ordering::Relaxed);
            let Some(id) = self.files.get(&path) else {
                return false;
            };
            let Ok(bytes) = folder.bytes(&path, most) else {
                return false;
            };
            if !self.is_content(*id, &bytes) {
                return false;
            }
            count += 1;
        }
        count == self.files.len()
    }

    /// Whether an object has these bytes, or these bytes with `\n` for `\r\n`: git on Windows
    /// checks out the one and stores the other.
    fn is_content(&self, id: ObjectId, bytes: &[u8]) -> bool {
        self.hash(bytes) == Some(id)
            || bytes.contains(&b'\r') && self.hash(&with_unix_line_ends(bytes)) == Some(id)
    }

    fn hash(&self, bytes: &[u8]) -> Option<ObjectId> {
        compute_hash(self.repository.object_hash(), Kind::Blob, bytes).ok()
    }
}

/// Bytes with `\n` for each `\r\n`.
fn with_unix_line_ends(bytes: &[u8]) -> Vec<u8> {
    let mut unix = Vec::with_capacity(bytes.len());
    for (index, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(index + 1) != Some(&b'\n') {
            unix.push(*byte);
        }
    }
    unix
}
