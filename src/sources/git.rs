//! What git knows of a folder: the commit that holds what is read there.
//!
//! Nothing of the repository is run and none of its settings is followed: its objects are read,
//! within limits, and what
//! cannot be read there says nothing.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use gix::ObjectId;
use gix::objs::{Kind, compute_hash};
use gix::open::Options;
use gix::sec::Trust;

use crate::sources::Folder;

/// The folders of a workspace from which something is read, and the file at its root.
const FOLDERS: [&str; 3] = ["geography", "schemas", "territories"];
const SETTINGS: &str = "apes.toml";
/// Files of one commit that are looked at, folders among them; beyond, nothing is said.
const ENTRIES: usize = 400_000;
/// Folders within folders.
const DEPTH: usize = 64;
/// Bytes of one object that are read at the most, as git itself would be told.
const OBJECT: &str = "gitoxide.objects.allocLimit=33554432";
/// How long a repository may take: one that makes us wait, as by a pipe in the place of a file,
/// says nothing.
const PATIENCE: Duration = Duration::from_secs(20);
/// Digits of a commit's name that are told.
const DIGITS: usize = 10;

/// The commit that is checked out, and whether it holds what is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// The first digits of its name.
    pub id: String,
    /// Days from 1970-01-01 to the day on which it was made, where it was made.
    pub day: i64,
    /// Whether something that is read differs from what it holds, is missing, or is not in it.
    pub modified: bool,
}

/// The commit that holds a folder; nothing where git does not know it, or where it belongs to
/// somebody else.
///
/// `read` says of a path below the folder whether it is read from there: of these, all that the
/// commit holds must be there,
/// and all that is there must be held, byte for byte but for the ends of lines.
#[must_use]
pub fn commit_of(folder: &Folder, most: u64, read: fn(&str) -> bool) -> Option<Commit> {
    let (folder, (report, told)) = (folder.clone(), mpsc::channel());
    let looking = std::thread::Builder::new().spawn(move || {
        // Whoever waited is perhaps gone by now.
        let _ = report.send(look(&folder, most, read));
    });
    looking.ok()?;
    told.recv_timeout(PATIENCE).ok().flatten()
}

fn look(folder: &Folder, most: u64, read: fn(&str) -> bool) -> Option<Commit> {
    let root = std::fs::canonicalize(folder.root()).ok()?;
    let top = root
        .ancestors()
        .find(|above| above.join(".git").symlink_metadata().is_ok())?;
    let repository = is_plain(&top.join(".git")).then(|| open(top)).flatten()?;
    let commit = repository.head_commit().ok()?;
    let time = commit.time().ok()?;
    let tree = commit.tree().ok()?;
    let mut held = Held {
        repository: &repository,
        files: BTreeMap::new(),
        left: ENTRIES,
    };
    let below = root.strip_prefix(top).ok()?;
    let tree = if below.as_os_str().is_empty() {
        tree
    } else {
        held.folder(&tree, below)?
    };
    held.walk(&tree, "", read, 0)?;
    if held.files.is_empty() {
        return None;
    }
    Some(Commit {
        id: commit.id().to_hex_with_len(DIGITS).to_string(),
        day: time
            .seconds
            .saturating_add(i64::from(time.offset))
            .div_euclid(86_400),
        modified: !held.is_all_of(folder, most, read),
    })
}

/// Whether a repository is a folder or a file, and what is read of it first are files.
fn is_plain(git: &Path) -> bool {
    let is = |path: &Path, wanted: fn(&Metadata) -> bool| {
        path.symlink_metadata().map(|about| wanted(&about))
    };
    let file = |name: &str| is(&git.join(name), Metadata::is_file);
    let plain = ["HEAD", "config", "packed-refs", "commondir", "shallow"]
        .into_iter()
        .all(|name| file(name).unwrap_or(true));
    is(git, |about| about.is_dir() || about.is_file()).unwrap_or(false) && plain
}

/// The repository of a folder, none of whose settings is followed, nor those of the machine;
/// nothing where another owns it.
fn open(top: &Path) -> Option<gix::Repository> {
    let options = Options::isolated().config_overrides([OBJECT]);
    let repository = gix::open_opts(PathBuf::from(top), options).ok()?;
    (repository.git_dir_trust() == Trust::Full && !repository.is_bare()).then_some(repository)
}

/// The files of a commit that are read.
struct Held<'r> {
    repository: &'r gix::Repository,
    files: BTreeMap<String, ObjectId>,
    left: usize,
}

impl<'r> Held<'r> {
    /// The tree of a folder below another; nothing where the commit does not have it.
    fn folder(&self, tree: &gix::Tree<'r>, below: &Path) -> Option<gix::Tree<'r>> {
        let mut tree = tree.clone();
        for part in below.components() {
            let name = part.as_os_str().to_str()?;
            let entries = tree.iter().filter_map(Result::ok);
            let found = entries
                .filter(|entry| entry.mode().is_tree())
                .find(|entry| entry.filename() == name);
            let id = found?.id().detach();
            tree = self.repository.find_tree(id).ok()?;
        }
        Some(tree)
    }

    /// Gathers the files below a tree; nothing where an object is missing or there are too many.
    fn walk(
        &mut self,
        tree: &gix::Tree<'r>,
        above: &str,
        read: fn(&str) -> bool,
        depth: usize,
    ) -> Option<()> {
        for entry in tree.iter() {
            let entry = entry.ok()?;
            self.left = self.left.checked_sub(1)?;
            let Ok(name) = std::str::from_utf8(entry.filename()) else {
                continue;
            };
            let path = format!("{above}{name}");
            let (mode, id) = (entry.mode(), entry.id().detach());
            if mode.is_blob() && read(&path) {
                self.files.insert(path, id);
            } else if mode.is_tree() && depth < DEPTH && (depth > 0 || FOLDERS.contains(&name)) {
                let inner = self.repository.find_tree(id).ok()?;
                self.walk(&inner, &format!("{path}/"), read, depth + 1)?;
            }
        }
        Some(())
    }

    /// Whether the files of the folder that are read are these, and say the same.
    fn is_all_of(&self, folder: &Folder, most: u64, read: fn(&str) -> bool) -> bool {
        let settings = folder.has(SETTINGS).then(|| Ok(SETTINGS.to_owned()));
        let there = FOLDERS
            .iter()
            .flat_map(|below| folder.list(below))
            .chain(settings);
        let mut found = 0;
        // What is no file is not read either.
        for path in there.filter_map(Result::ok).filter(|path| read(path)) {
            let Some(id) = self.files.get(&path) else {
                return false;
            };
            let Ok(bytes) = folder.bytes(&path, most) else {
                return false;
            };
            if !self.says(*id, &bytes) {
                return false;
            }
            found += 1;
        }
        found == self.files.len()
    }

    /// Whether an object is what these bytes say, or what they say with the ends of lines that git
    /// keeps.
    fn says(&self, id: ObjectId, bytes: &[u8]) -> bool {
        let hash =
            |bytes: &[u8]| compute_hash(self.repository.object_hash(), Kind::Blob, bytes).ok();
        hash(bytes) == Some(id)
            || bytes.contains(&b'\r') && hash(&with_plain_ends(bytes)) == Some(id)
    }
}

fn with_plain_ends(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    for (place, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(place + 1) != Some(&b'\n') {
            plain.push(*byte);
        }
    }
    plain
}
