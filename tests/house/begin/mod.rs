//! The verbs by which a network begins, and by which records come, go and become one.

mod convert;
mod first_hour;
mod init;
mod merge;
mod migrate;
mod new;
mod remove;

use std::path::Path;
use std::process::{Command, Output};

use crate::workspace::files;

/// Runs the program in a folder, without a terminal, in a language.
fn run_in(folder: &Path, language: &str, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(words)
        .current_dir(folder)
        .env_clear()
        .env("LANG", language)
        .env("GIT_DIR", "none")
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .stdin(std::process::Stdio::null())
        .output()
        .expect("the program runs")
}

/// Runs the program in French; its exit code and all that it prints.
fn run(folder: &Path, words: &[&str]) -> (i32, String) {
    let output = run_in(folder, "fr_FR.UTF-8", words);
    let printed = [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .concat();
    (output.status.code().unwrap_or(-1), printed)
}

/// Runs the program, which must succeed.
fn done(folder: &Path, words: &[&str]) -> String {
    let (code, printed) = run(folder, words);
    assert_eq!(code, 0, "{words:?}\n{printed}");
    printed
}

fn text(root: &Path, path: &str) -> String {
    let files = files(root);
    let bytes = files
        .get(path)
        .unwrap_or_else(|| panic!("no {path} in {:?}", files.keys()));
    String::from_utf8(bytes.clone()).expect("UTF-8")
}

/// The last line of `apes validate`, which must find no error.
fn validated(root: &Path) -> String {
    let printed = done(root, &["validate"]);
    printed
        .lines()
        .find(|line| line.contains("0 erreur"))
        .unwrap_or_else(|| panic!("{printed}"))
        .to_owned()
}
