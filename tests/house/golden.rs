//! What is generated and committed: compared with what the code says now, or written anew with `APES_BLESS=1`.

use std::path::{Path, PathBuf};

/// A path below the project's root.
pub fn at_root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A file of the project.
pub fn text_of(path: &str) -> String {
    std::fs::read_to_string(at_root(path)).unwrap_or_default()
}

/// Asserts that a committed file holds what the program writes now; `APES_BLESS=1` writes it instead.
pub fn assert_golden(path: &str, wanted: &str) {
    let found = text_of(path);
    if found == wanted {
        return;
    }
    assert!(
        blessing(),
        "{path} is not what the program writes now; APES_BLESS=1 cargo test rewrites it\n{}",
        first_difference(&found, wanted)
    );
    write(&at_root(path), wanted);
}

/// Writes a file and the folders above it.
pub fn write(path: &Path, text: &str) {
    let written = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    let written = written.and_then(|()| std::fs::write(path, text));
    assert!(written.is_ok(), "{} could not be written", path.display());
}

/// Whether expectations are to be rewritten.
pub fn blessing() -> bool {
    std::env::var_os("APES_BLESS").is_some()
}

/// The first line in which two texts differ, as it was and as it is now.
pub fn first_difference(found: &str, wanted: &str) -> String {
    let (mut one, mut other) = (found.lines(), wanted.lines());
    for number in 1.. {
        match (one.next(), other.next()) {
            (Some(found), Some(wanted)) if found == wanted => {}
            (None, None) => break,
            (found, wanted) => {
                let (found, wanted) = (found.unwrap_or("(the end)"), wanted.unwrap_or("(the end)"));
                let same = found
                    .chars()
                    .zip(wanted.chars())
                    .take_while(|(one, other)| one == other)
                    .count();
                return format!(
                    "line {number}\n  was  {}\n  is   {}",
                    around(found, same),
                    around(wanted, same)
                );
            }
        }
    }
    "they differ in their line breaks only".to_owned()
}

/// A line, or where it is very long, as a line of HTML may be, the part of it around one of its characters.
fn around(line: &str, place: usize) -> String {
    const BEFORE: usize = 60;
    const SHOWN: usize = 200;
    if line.chars().count() <= SHOWN {
        return line.to_owned();
    }
    let part: String = line
        .chars()
        .skip(place.saturating_sub(BEFORE))
        .take(SHOWN)
        .collect();
    format!("…{part}…")
}
