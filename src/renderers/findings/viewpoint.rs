//! The folder from which files are named, so that a path can be opened from where the reader is.

use std::path::{Component, Path};

use crate::renderers::safe;
use crate::sources::Cut;

/// The root of a workspace as seen from another folder; by default from itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Viewpoint {
    /// Folders from the root down to the folder of the reader, if that is inside the workspace.
    inside: Vec<String>,
    /// What leads from the folder of the reader to the root, with a `/` at its end; else empty.
    prefix: String,
}

impl Viewpoint {
    /// The root of a workspace, seen from a folder; both are absolute, without links.
    #[must_use]
    pub fn new(root: &Path, from: &Path) -> Self {
        if let Ok(inside) = from.strip_prefix(root) {
            let inside = inside.components().map(name).collect();
            return Self {
                inside,
                prefix: String::new(),
            };
        }
        let shared = root
            .components()
            .zip(from.components())
            .take_while(|(one, other)| one == other)
            .count();
        let up = from.components().skip(shared).map(|_| "..".to_owned());
        let down = root.components().skip(shared).map(name);
        let steps: Vec<String> = up.chain(down).collect();
        Self {
            inside: Vec::new(),
            prefix: steps.join("/") + "/",
        }
    }

    /// The path of a file of the workspace from the folder of the reader, without hidden
    /// characters. A file that is part of this program keeps its name.
    #[must_use]
    pub fn path(&self, file: &str) -> String {
        if file.starts_with("apes:") {
            return safe::line(file);
        }
        if self.inside.is_empty() {
            return safe::line(&format!("{}{file}", self.prefix));
        }
        let parts: Vec<&str> = file.split('/').collect();
        let shared = self
            .inside
            .iter()
            .zip(&parts)
            .take_while(|(one, other)| one == *other)
            .count();
        let up = "../".repeat(self.inside.len() - shared);
        safe::line(&format!("{up}{}", parts.behind(shared).join("/")))
    }
}

fn name(component: Component) -> String {
    component.as_os_str().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Viewpoint;

    #[test]
    fn files_are_named_from_where_the_reader_is() {
        let file = "territories/guise/actors/a.toml";
        for (root, from, seen) in [
            ("/w", "/w", "territories/guise/actors/a.toml"),
            ("/w", "/w/territories/guise", "actors/a.toml"),
            ("/w", "/w/territories/lens", "../guise/actors/a.toml"),
            ("/w", "/w/territories/guise/actors", "a.toml"),
            (
                "/w/nets/one",
                "/w",
                "nets/one/territories/guise/actors/a.toml",
            ),
            ("/w/one", "/w/two", "../one/territories/guise/actors/a.toml"),
        ] {
            let viewpoint = Viewpoint::new(Path::new(root), Path::new(from));
            assert_eq!(viewpoint.path(file), seen, "{root} from {from}");
            assert_eq!(viewpoint.path("apes:charter.toml"), "apes:charter.toml");
        }
    }
}
