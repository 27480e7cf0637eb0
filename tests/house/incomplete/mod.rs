//! Answers from records that could not all be read: each says so, none is silent.
#![cfg(unix)]

mod answers;
mod findings;
mod formats;
mod limits;
mod odd;
mod people;
mod shared_files;

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::workspace::{with, write};

const SETTINGS: (&str, &str) = ("apes.toml", "format = 1\nname = \"N\"\n");
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
/// A dynamic without the end of its list.
const BROKEN: (&str, &str) = ("territories/t/dynamics/e.toml", "name = [\n");

fn sound() -> PathBuf {
    with(&[SETTINGS, TERRITORY, ACTOR, DYNAMIC])
}

fn broken() -> PathBuf {
    let root = sound();
    write(&root, BROKEN.0, BROKEN.1.as_bytes());
    root
}

fn apes(root: &Path, words: &[&str]) -> Output {
    apes_in("en", root, words)
}

fn apes_in(language: &str, root: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(words)
        .args(["--lang", language, "--root"])
        .arg(root)
        .current_dir(root)
        .env_clear()
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("the program runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A file, a folder or a link in the place of what should be there.
enum Odd {
    File,
    Folder,
    DanglingLink,
}

fn put(root: &Path, path: &str, odd: &Odd) {
    let whole = root.join(path);
    if whole.is_dir() {
        std::fs::remove_dir_all(&whole).expect("a folder that goes");
    } else if whole.exists() {
        std::fs::remove_file(&whole).expect("a file that goes");
    }
    match odd {
        Odd::File => write(root, path, b"odd"),
        Odd::Folder => std::fs::create_dir_all(&whole).expect("a folder"),
        Odd::DanglingLink => {
            std::fs::create_dir_all(whole.parent().expect("a folder above")).expect("folders");
            symlink("leads-nowhere", &whole).expect("a link");
        }
    }
}
