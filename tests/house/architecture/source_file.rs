//! The Rust files of `src/`, and the paths into our own crate that each of them names.

use std::sync::LazyLock;

use regex::Regex;

use crate::golden::at_root;

/// A `use` declaration: its visibility, its tree.
static USE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?ms)^\s*(pub(?:\([^)]*\))? )?use (.*?);").expect("a pattern"));

/// A path in the middle of code.
static INLINE_PATH: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b(crate|apes|super)((?:::\w+)+)").expect("a pattern"));

/// A file of `src/`.
pub struct SourceFile {
    /// Path below `src/`, as `checks/unknown_actor.rs`.
    pub path: String,
    /// Whole text.
    pub text: String,
    /// Text without comments.
    pub code: String,
}

/// A path into the crate that a file names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// From the crate's root, with slashes: `checks/unknown_actor/CHECK`.
    pub path: String,
    /// Name under which a `pub use` gives it to others, if it is re-exported.
    pub exported_as: Option<String>,
}

/// Every file of `src/`, by path.
pub fn source_files() -> Vec<SourceFile> {
    let comment = Regex::new(r"(?m)(^|[^:])//.*$").expect("a pattern");
    walkdir::WalkDir::new(at_root("src"))
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| {
            let below = path.strip_prefix(at_root("src")).expect("below src");
            let text = std::fs::read_to_string(&path).expect("a readable file");
            SourceFile {
                path: below.to_string_lossy().replace('\\', "/"),
                code: comment.replace_all(&text, "$1").into_owned(),
                text,
            }
        })
        .collect()
}

impl SourceFile {
    /// Module path of the file, with slashes: `checks/unknown_actor`, and `checks` for `checks/mod.rs`.
    pub fn module(&self) -> &str {
        let module = self.path.trim_end_matches(".rs");
        module.strip_suffix("/mod").unwrap_or(module)
    }

    /// Every path into our own crate that the file names: by `use`, or in the middle of its code.
    pub fn imports(&self) -> Vec<Import> {
        let mut imports = self.used();
        // Code below the attribute tests the file itself and may see all of it.
        let code = USE.replace_all(&self.code, "");
        for captures in INLINE_PATH.captures_iter(&code) {
            let path = format!("{}{}", &captures[1], &captures[2]).replace("::", "/");
            imports.extend(self.absolute(&path).map(|path| Import {
                path,
                exported_as: None,
            }));
        }
        imports
    }

    /// The paths of `use` declarations, their groups resolved.
    fn used(&self) -> Vec<Import> {
        let mut imports = Vec::new();
        for captures in USE.captures_iter(&self.code) {
            for (path, name) in branches(&captures[2]) {
                let Some(path) = self.absolute(&path) else {
                    continue;
                };
                let exported_as = captures.get(1).map(|_| name);
                imports.push(Import { path, exported_as });
            }
        }
        imports
    }

    /// A path as written, from the crate's root; `None` if it leads to another crate.
    fn absolute(&self, path: &str) -> Option<String> {
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let absolute = match first {
            "crate" | "apes" => rest.to_owned(),
            "super" => {
                let mut above = parent(self.module());
                let mut rest = rest;
                while let Some(further) = rest.strip_prefix("super/") {
                    above = parent(above);
                    rest = further;
                }
                join(above, rest)
            }
            "self" => join(self.module(), rest),
            _ if self.code.contains(&format!("mod {first};")) => join(self.module(), path),
            _ => return None,
        };
        Some(room_of_macro(&absolute).map_or(absolute, str::to_owned))
            .filter(|path| !path.is_empty())
    }
}

/// The first part of a path below `src/`.
pub fn room(path: &str) -> &str {
    path.split('/')
        .next()
        .unwrap_or(path)
        .trim_end_matches(".rs")
}

/// Whether a path is another, or is inside it.
pub fn is_at_or_below(path: &str, other: &str) -> bool {
    path.strip_prefix(other)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn parent(module: &str) -> &str {
    module.rsplit_once('/').map_or("", |(above, _)| above)
}

fn join(above: &str, rest: &str) -> String {
    format!("{above}/{rest}").trim_matches('/').to_owned()
}

/// Macros live at the root of a crate; each belongs to a room.
fn room_of_macro(path: &str) -> Option<&'static str> {
    match path {
        "say" => Some("language"),
        "route" | "example" | "rule" => Some("diagnostic"),
        _ => None,
    }
}

/// The leaves of a tree of `use`, each with the name that it gets: `a::{b, c::D as E}` is `a/b` as
/// `b` and `a/c/D` as `E`.
fn branches(tree: &str) -> Vec<(String, String)> {
    let tree: String = tree.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((stem, group)) = tree.split_once('{') else {
        let (path, name) = tree.split_once(" as ").unwrap_or((&tree, last_part(&tree)));
        return vec![(path.trim().replace("::", "/"), name.trim().to_owned())];
    };
    let group = group.trim_end().strip_suffix('}').expect("a closed group");
    parts_of_group(group)
        .into_iter()
        .flat_map(|part| {
            branches(part).into_iter().map(|(path, name)| {
                let stem = stem.trim().replace("::", "/");
                match &*path {
                    "self" => (
                        stem.trim_end_matches('/').to_owned(),
                        last_part(&stem).to_owned(),
                    ),
                    _ => (format!("{stem}{path}"), name),
                }
            })
        })
        .collect()
}

/// The last name of a path.
fn last_part(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    path.rsplit(['/', ':']).next().unwrap_or(path)
}

/// The parts of a group between braces, split at the commas outside inner braces.
fn parts_of_group(group: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (index, byte) in group.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            b',' if depth == 0 => {
                parts.push(&group[start..index]);
                start = index + 1;
            }
            _ => {}
        }
    }
    parts.push(&group[start..]);
    parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

#[test]
fn groups_of_imports_are_read_whole() {
    let read = branches("crate::a::{self, b::{C, D as E}, f}");
    let wanted = [
        ("crate/a", "a"),
        ("crate/a/b/C", "C"),
        ("crate/a/b/D", "E"),
        ("crate/a/f", "f"),
    ];
    let wanted = wanted.map(|(path, name)| (path.to_owned(), name.to_owned()));
    assert_eq!(read, wanted);
}
