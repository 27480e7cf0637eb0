//! The files of a git repository, looked at before the library opens them: ordinary ones, not too
//! large, and not too many.
//!
//! The library would wait for ever at a pipe, and read a device until no memory is left.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};

use walkdir::WalkDir;

use crate::sources::open::OpenFolder;

/// Largest file of names and settings that is read, in bytes.
const MOST_BYTES: u64 = 1 << 20;
/// Most files among references, and among objects, that are looked at.
const MOST_FILES: usize = 1_000_000;
/// Most references that lead to one another, as git itself follows them.
const MOST_REFERENCES: usize = 5;
/// Most folders of objects that a repository takes from elsewhere.
const MOST_ALTERNATES: usize = 8;

/// Files in which the library reads names and settings, in the folder of a working tree or in the
/// one that several share.
const FILES: [&str; 7] = [
    "HEAD",
    "config",
    "config.worktree",
    "packed-refs",
    "commondir",
    "shallow",
    "info/grafts",
];

/// Whether all that is read of a repository are ordinary files, reached without a link, where they
/// exist. `git` is its folder, or the file of a working tree that names it.
pub(super) fn has_plain_files(git: &Path) -> bool {
    folders_of(git).is_some_and(|(own, shared)| {
        [&own, &shared].into_iter().all(|folder| {
            FILES.iter().all(|file| is_small_or_absent(folder, file))
                && has_only_plain(&folder.join("refs"))
        }) && head_is_plain(&own, &shared)
            && objects_are_plain(shared.join("objects"))
    })
}

/// The folder of the working tree's own files, and the folder that it shares with other working
/// trees of the repository; `None` if there is none, or it is a link.
fn folders_of(git: &Path) -> Option<(PathBuf, PathBuf)> {
    let kind = git.symlink_metadata().ok()?;
    let own = if kind.is_dir() {
        git.to_owned()
    } else {
        let top = git.parent()?;
        let text = read_small(top, git.file_name()?.to_str()?)?;
        top.join(text.strip_prefix("gitdir:")?.trim())
    };
    let shared = match own.join("commondir").symlink_metadata() {
        Ok(_) => own.join(read_small(&own, "commondir")?.trim()),
        Err(_) => own.clone(),
    };
    Some((own, shared))
}

/// Whether the references that `HEAD` leads to are ordinary files, where they exist.
fn head_is_plain(own: &Path, shared: &Path) -> bool {
    let mut name = "HEAD".to_owned();
    for _ in 0..MOST_REFERENCES {
        let is_plain = Path::new(&name)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if !is_plain || ![own, shared].iter().all(|at| is_small_or_absent(at, &name)) {
            return false;
        }
        let text = read_small(own, &name).or_else(|| read_small(shared, &name));
        match text.as_deref().and_then(|text| text.strip_prefix("ref:")) {
            Some(next) => next.trim().clone_into(&mut name),
            // The name of a commit, or a reference that is among those that are packed.
            None => return true,
        }
    }
    false
}

/// Whether a folder of objects and those that it names as its alternates hold ordinary files.
fn objects_are_plain(first: PathBuf) -> bool {
    let mut folders = vec![first];
    let mut looked_at = 0;
    while let Some(folder) = folders.get(looked_at).cloned() {
        looked_at += 1;
        let list = "info/alternates";
        if folders.len() > MOST_ALTERNATES
            || !is_small_or_absent(&folder, list)
            || !has_only_plain(&folder)
        {
            return false;
        }
        let text = read_small(&folder, list).unwrap_or_default();
        let named = text.lines().filter(|line| !line.starts_with('#'));
        folders.extend(
            named
                .take(MOST_ALTERNATES + 1)
                .map(|line| folder.join(line)),
        );
    }
    true
}

/// Whether there are only ordinary files and folders below a folder; also if it does not exist.
fn has_only_plain(folder: &Path) -> bool {
    match folder.symlink_metadata() {
        Err(_) => return true,
        Ok(kind) if !kind.is_dir() => return false,
        Ok(_) => {}
    }
    let mut entries = WalkDir::new(folder).into_iter().enumerate();
    entries.all(|(index, entry)| {
        let is_plain = |entry: walkdir::DirEntry| {
            let kind = entry.file_type();
            kind.is_file() || kind.is_dir()
        };
        index < MOST_FILES && entry.is_ok_and(is_plain)
    })
}

/// Whether a file below a folder is ordinary, not too large and behind no link, or does not exist.
fn is_small_or_absent(folder: &Path, file: &str) -> bool {
    let above = Path::new(file).ancestors().skip(1);
    let is_behind_link = above
        .filter(|above| !above.as_os_str().is_empty())
        .filter_map(|above| fs::symlink_metadata(folder.join(above)).ok())
        .any(|above| !above.is_dir());
    match fs::symlink_metadata(folder.join(file)) {
        _ if is_behind_link => false,
        // Of `refs/heads/a`, `refs/heads/a/b` leaves a folder in its place, once it is packed.
        Ok(found) => found.is_dir() || found.is_file() && found.len() <= MOST_BYTES,
        Err(_) => true,
    }
}

/// The text of a small file; `None` if it is not there, not ordinary or too large.
fn read_small(folder: &Path, file: &str) -> Option<String> {
    let opened: File = OpenFolder::open(folder).open_file(folder, file).ok()?;
    let found = opened.metadata().ok()?;
    if !found.is_file() || found.len() > MOST_BYTES {
        return None;
    }
    let mut text = String::new();
    opened.take(MOST_BYTES).read_to_string(&mut text).ok()?;
    Some(text)
}
