//! What people ask of the program itself: help, names, explanations, completions, manual pages, schemas.

mod completions;
mod doctor;
mod editors;
mod explain;
mod help;
mod man;
mod names;

use std::path::Path;
use std::process::{Command, Output};

/// Runs the program in a folder, on the day of all tests.
fn run(folder: &Path, words: &[&str]) -> Output {
    run_in(folder, 100, words)
}

/// Likewise, in a terminal so wide.
fn run_in(folder: &Path, columns: usize, words: &[&str]) -> Output {
    // The folders of tests are inside a workspace, which is found where they are none themselves.
    let is_workspace = folder.join("apes.toml").exists() || folder.join("territories").exists();
    let root: &[&str] = if is_workspace { &["--root", "."] } else { &[] };
    Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(root)
        .args(words)
        .current_dir(folder)
        .env_clear()
        .env("GIT_DIR", "none")
        .env("COLUMNS", columns.to_string())
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("the program runs")
}

/// What a run prints, which must succeed.
fn said(folder: &Path, words: &[&str]) -> String {
    let output = run(folder, words);
    assert!(output.status.success(), "{words:?}: {output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What a run complains of, with plain spaces.
fn complaint(folder: &Path, words: &[&str]) -> String {
    let output = run(folder, words);
    assert_eq!(output.status.code(), Some(2), "{words:?}: {output:?}");
    String::from_utf8_lossy(&output.stderr).replace(['\u{a0}', '\u{202f}'], " ")
}

/// A tool by its name or the path that a variable gives; `None` where it is missing, which is said,
/// unless `APES_TOOLS=required`.
fn tool(name: &str, variable: &str, check: &[&str]) -> Option<String> {
    use std::io::Write as _;
    let path = std::env::var(variable).unwrap_or_else(|_| name.to_owned());
    if Command::new(&path).args(check).output().is_ok() {
        return Some(path);
    }
    let required = std::env::var_os("APES_TOOLS").is_some_and(|value| value == "required");
    assert!(
        !required,
        "APES_TOOLS=required, and there is no {name} ({variable})"
    );
    writeln!(std::io::stderr(), "skipped: no {name} to test with").expect("standard error");
    None
}
