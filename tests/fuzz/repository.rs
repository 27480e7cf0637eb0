//! A git repository of records, whose own files are changed.

use std::path::{Path, PathBuf};
use std::process::Command;

use apes::records::{FileKind, classify_path};
use apes::sources::Folder;

use crate::input::{Input, scratch};
use crate::random::Random;
use crate::seeds::Files;

/// A repository on disk with the bytes that its files have.
pub struct Repository {
    root: PathBuf,
    files: Files,
}

impl Repository {
    /// A repository with one commit, packed references and loose objects; `None` without git.
    pub fn make() -> Option<Self> {
        let root = scratch("repository");
        for (path, text) in [
            ("apes.toml", "format = 1\nname = \"R\"\n"),
            (
                "territories/lens/territory.toml",
                "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\n",
            ),
            (
                "territories/lens/actors/a.toml",
                "name = \"A\"\nkind = \"association\"\n",
            ),
        ] {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent()?).ok()?;
            std::fs::write(path, text).ok()?;
        }
        for words in [
            &["init", "-q", "-b", "main"][..],
            &["add", "."],
            &["commit", "-q", "-m", "all"],
            &["tag", "a"],
            &["pack-refs", "--all"],
        ] {
            git(&root, words)?;
        }
        let files = walkdir::WalkDir::new(root.join(".git"))
            .sort_by_file_name()
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file() && !entry.path().ends_with("sample"))
            .filter_map(|entry| {
                let path = entry
                    .path()
                    .strip_prefix(&root)
                    .ok()?
                    .to_string_lossy()
                    .into_owned();
                let is_read = !path.contains("/hooks/") && !path.contains("/info/");
                is_read.then(|| Some((path, std::fs::read(entry.path()).ok()?)))?
            })
            .collect();
        Some(Self { root, files })
    }

    /// One of its files.
    pub fn file(&self, random: &mut Random) -> (&String, &Vec<u8>) {
        let files: Vec<(&String, &Vec<u8>)> = self.files.iter().collect();
        *random.choose(&files)
    }

    /// Asks for the commit while a file is changed.
    pub fn ask(&self, input: &Input) {
        let path = self.root.join(&input.path);
        replace(&path, &input.files[&input.path]);
        #[cfg(feature = "history")]
        {
            let _ = apes::sources::git::commit_of(&Folder::at(&self.root), 1 << 20, is_read);
        }
        replace(&path, &self.files[&input.path]);
    }
}

fn is_read(path: &str) -> bool {
    !matches!(classify_path(path), Ok(FileKind::Litter))
}

/// Objects of git are read-only files.
fn replace(path: &Path, bytes: &[u8]) {
    std::fs::remove_file(path).expect("a file that can go");
    std::fs::write(path, bytes).expect("a file");
}

fn git(at: &Path, words: &[&str]) -> Option<()> {
    let output = Command::new("git")
        .args(words)
        .current_dir(at)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", at)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .envs([
            ("GIT_AUTHOR_NAME", "a"),
            ("GIT_AUTHOR_EMAIL", "a@example.org"),
        ])
        .envs([
            ("GIT_COMMITTER_NAME", "a"),
            ("GIT_COMMITTER_EMAIL", "a@example.org"),
        ])
        .envs([
            ("GIT_AUTHOR_DATE", "2026-11-21T00:30:00+0100"),
            ("GIT_COMMITTER_DATE", "2026-11-21T00:30:00+0100"),
        ])
        .output()
        .ok()?;
    output.status.success().then_some(())
}
