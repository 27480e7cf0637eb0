//! Records that were put beside `territories/`, where nobody reads them.

use std::sync::Arc;

use crate::documents::{Limits, Syntax};
use crate::network::UnreadFile;
use crate::records::{SkipReason, folder_meant};
use crate::sources::Cut;
use crate::sources::Folder;
use crate::workspace::shared_files::SETTINGS;

/// Bytes of a file in which the keys of a record are looked for.
const MOST_BYTES: usize = 4_096;

/// Files that look like records, at the root of a workspace or in a folder beside `territories/`
/// that is called like one of records, or has such folders.
pub(super) fn outside(folder: &Folder) -> Vec<UnreadFile> {
    let mut strays = Vec::new();
    for name in folder.names("") {
        if name.starts_with('.') || name == SETTINGS || name == "territories" {
            continue;
        }
        if Syntax::of(&name).is_some() {
            strays.push(name);
        } else if folder_meant(&name).is_some() {
            strays.extend(folder.list(&name).into_iter().flatten());
        } else if !folder.has(&format!("{name}/{SETTINGS}")) {
            for inner in folder.names(&name) {
                let path = format!("{name}/{inner}");
                match folder_meant(&inner) {
                    Some("territories") | None => {}
                    Some("territory.toml") => strays.push(path),
                    Some(_) => strays.extend(folder.list(&path).into_iter().flatten()),
                }
            }
        }
    }
    strays.retain(|path| Syntax::of(path).is_some() && looks_like_record(folder, path));
    strays
        .iter()
        .map(|path| UnreadFile {
            file: Arc::from(path.as_str()),
            why: SkipReason::Outside,
        })
        .collect()
}

/// Whether a text has, above its first heading, a name and another key that only records have.
fn looks_like_record(folder: &Folder, path: &str) -> bool {
    let Ok(source) = folder.read(path, Limits::BYTES) else {
        return false;
    };
    let end = source.text.floor_char_boundary(MOST_BYTES);
    let (mut has_name, mut has_record_key) = (false, false);
    for line in source.text.before(end).lines() {
        if line.starts_with('[') {
            has_record_key |= line.starts_with("[partners]");
            break;
        }
        let key = line.split(['=', ':']).next().unwrap_or_default().trim_end();
        has_name |= key == "name";
        has_record_key |= matches!(key, "kind" | "theme" | "member" | "seen" | "partners");
    }
    has_name && has_record_key
}
