//! Files are written whole or not at all, whatever is in their place and whatever ends the program.
#![cfg(unix)]

mod leftovers;
mod signals;
mod sweep;
mod targets;
mod together;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::workspace::with;

const SETTINGS: (&str, &str) = (
    "apes.toml",
    "format = 1\nname = \"N\"\nlanguage = \"en\"\nterritory = \"t\"\npeople = \"../people\"\n",
);
const TERRITORY: (&str, &str) = (
    "territories/t/territory.toml",
    "name = \"Lille\"\nkind = \"commune\"\ncode = \"59350\"\nsources = [{ title = \"S\" }]\n",
);
const ACTOR: (&str, &str) = (
    "territories/t/actors/tilt.toml",
    "name = \"Tilt\"\nkind = \"association\"\nsources = [{ title = \"S\" }]\n",
);
const DYNAMIC: (&str, &str) = (
    "territories/t/dynamics/d.toml",
    "name = \"D\"\nfrom = 2024\nsources = [{ title = \"S\" }]\n\n[partners]\ntilt = \"appui\"\n",
);

/// A small workspace, in a folder of its own: what is written beside it is there alone.
fn workspace() -> PathBuf {
    let above = with(&[]);
    let files = [SETTINGS, TERRITORY, ACTOR, DYNAMIC];
    for (path, text) in files {
        crate::workspace::write(&above, &format!("w/{path}"), text.as_bytes());
    }
    above.join("w")
}

fn command(root: &Path, words: &[&str]) -> Command {
    prepared(Command::new(env!("CARGO_BIN_EXE_apes")), root, words)
}

/// A command that runs the program, or another one that runs it.
fn prepared(mut command: Command, root: &Path, words: &[&str]) -> Command {
    command
        .args(words)
        .current_dir(root)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("SOURCE_DATE_EPOCH", "1795305600");
    command
}

fn apes(root: &Path, words: &[&str]) -> Output {
    command(root, words).output().expect("the program runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Every file below a folder, by its path, with its bytes.
fn files(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let below = entry.path().strip_prefix(folder).expect("below");
            let bytes = std::fs::read(entry.path()).expect("a file");
            (below.to_string_lossy().into_owned(), bytes)
        })
        .collect()
}

/// Paths of the temporary files and folders below a folder.
fn temporaries(folder: &Path) -> Vec<String> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("an entry").path().display().to_string())
        .filter(|path| path.strip_suffix(".tmp").is_some())
        .collect()
}
