//! The map's page in a real browser: from disk, by mouse and by keyboard, in light and dark, in
//! both languages.

mod accessible;
mod chromium;
mod hostile;
mod reports;
mod used;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use crate::golden::at_root;
use crate::workspace::folder;

/// The page of the example region.
static EXAMPLE: LazyLock<PathBuf> =
    LazyLock::new(|| page(&at_root("examples/hauts-de-demain"), &[]));

/// The page of the shipped records.
static SHIPPED: LazyLock<PathBuf> = LazyLock::new(|| page(&at_root(""), &[]));

/// Writes the map's page of a workspace.
fn page(root: &Path, words: &[&str]) -> PathBuf {
    written(root, &[&["report", "map"], words].concat())
}

/// Writes a page of a workspace, on the day of all tests.
fn written(root: &Path, words: &[&str]) -> PathBuf {
    let file = folder().join("page.html");
    let run = Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(words)
        // Hostile records cannot all be read.
        .arg("--incomplete")
        .arg("--output")
        .arg(&file)
        .arg("--root")
        .arg(root)
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("the program");
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    file
}
