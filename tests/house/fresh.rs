//! What is generated and committed: compared with what the code says now, or written anew with
//! `APES_BLESS=1`.

use std::path::{Path, PathBuf};

/// A path below the project's root.
pub fn at_root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A file of the project.
pub fn text_of(path: &str) -> String {
    std::fs::read_to_string(at_root(path)).unwrap_or_default()
}

/// Holds a committed file to what it should say; `APES_BLESS=1` writes it instead.
pub fn hold(path: &str, wanted: &str) {
    let found = text_of(path);
    if found == wanted {
        return;
    }
    assert!(
        blessing(),
        "{path} is not fresh; APES_BLESS=1 cargo test rewrites it\n{}",
        apart(&found, wanted)
    );
    let whole = at_root(path);
    let written = whole.parent().map_or(Ok(()), std::fs::create_dir_all);
    let written = written.and_then(|()| std::fs::write(&whole, wanted));
    assert!(written.is_ok(), "{path} could not be written");
}

/// Whether expectations are to be rewritten.
pub fn blessing() -> bool {
    std::env::var_os("APES_BLESS").is_some()
}

/// The first line in which two texts part.
pub fn apart(found: &str, wanted: &str) -> String {
    let (mut one, mut other) = (found.lines(), wanted.lines());
    for number in 1.. {
        match (one.next(), other.next()) {
            (Some(found), Some(wanted)) if found == wanted => {}
            (None, None) => break,
            (found, wanted) => {
                let (found, wanted) = (found.unwrap_or("(the end)"), wanted.unwrap_or("(the end)"));
                return format!("line {number}\n  is      {found}\n  should  {wanted}");
            }
        }
    }
    "they part in their line breaks only".to_owned()
}
