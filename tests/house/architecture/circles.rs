//! No two files of `src/` need each other, directly or round about.

use std::collections::{BTreeMap, BTreeSet};

use super::source_file::{SourceFile, source_files};

/// Files by module path, and what each list of a folder gives on from others.
struct Crate {
    /// Module path to the path of its file.
    modules: BTreeMap<String, String>,
    /// A name as others write it (`network/Network`), to where it is given on from.
    exports: BTreeMap<String, String>,
}

impl Crate {
    fn of(files: &[SourceFile]) -> Self {
        let modules = files
            .iter()
            .map(|file| (file.module().to_owned(), file.path.clone()))
            .collect();
        let mut exports = BTreeMap::new();
        for file in files {
            for import in file.imports() {
                if let Some(name) = import.exported_as {
                    exports.insert(format!("{}/{name}", file.module()), import.path);
                }
            }
        }
        Self { modules, exports }
    }

    /// The file that defines what a path names: names that a list gives on lead to their own file.
    fn defining_file(&self, path: &str) -> Option<&str> {
        let mut path = path.to_owned();
        // Longer chains of re-exports would be a circle of their own.
        for _ in 0..8 {
            let Some((name, target)) = self.exported_prefix(&path) else {
                break;
            };
            path = format!("{target}{}", &path[name.len()..]);
        }
        let mut module = path.as_str();
        loop {
            if let Some(file) = self.modules.get(module) {
                return Some(file);
            }
            module = module.rsplit_once('/')?.0;
        }
    }

    /// The first part of a path that is given on from elsewhere.
    fn exported_prefix(&self, path: &str) -> Option<(String, &String)> {
        let ends = path
            .match_indices('/')
            .map(|(end, _)| end)
            .chain([path.len()]);
        ends.map(|end| &path[..end])
            .filter_map(|name| Some((name.to_owned(), self.exports.get(name)?)))
            .find(|(name, target)| *name != **target)
    }
}

/// Each file with the files whose definitions it needs.
fn needs(files: &[SourceFile]) -> BTreeMap<String, BTreeSet<String>> {
    let names = Crate::of(files);
    let mut needs = BTreeMap::new();
    for file in files.iter().filter(|file| file.path != "lib.rs") {
        let needed: BTreeSet<String> = file
            .imports()
            .iter()
            // What a list only gives on, it does not need.
            .filter(|import| import.exported_as.is_none())
            .filter_map(|import| names.defining_file(&import.path))
            .filter(|other| *other != file.path)
            .map(str::to_owned)
            .collect();
        needs.insert(file.path.clone(), needed);
    }
    needs
}

/// Files that can be reached from one another, circle by circle.
fn circles(needs: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reach: BTreeMap<&String, BTreeSet<&String>> = needs
        .keys()
        .map(|file| (file, reached_from(file, needs)))
        .collect();
    let mut circles = Vec::new();
    let mut placed = BTreeSet::new();
    for file in needs.keys().filter(|file| reach[*file].contains(*file)) {
        if placed.contains(file) {
            continue;
        }
        let circle: Vec<String> = reach[file]
            .iter()
            .filter(|other| reach.get(**other).is_some_and(|back| back.contains(file)))
            .map(|other| (*other).clone())
            .collect();
        placed.extend(circle.iter().cloned());
        circles.push(circle);
    }
    circles
}

fn reached_from<'n>(
    file: &String,
    needs: &'n BTreeMap<String, BTreeSet<String>>,
) -> BTreeSet<&'n String> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&String> = needs[file].iter().collect();
    while let Some(next) = open.pop() {
        if reached.insert(next) {
            open.extend(needs.get(next).into_iter().flatten());
        }
    }
    reached
}

#[test]
fn no_files_need_each_other() {
    let needs = needs(&source_files());
    let arrows: usize = needs.values().map(BTreeSet::len).sum();
    assert!(
        arrows > 1000,
        "{arrows} imports were read: the reader of imports is broken"
    );
    let circles: Vec<String> = circles(&needs)
        .iter()
        .map(|circle| circle.join(", "))
        .collect();
    assert!(
        circles.is_empty(),
        "files that need each other:\n{}",
        circles.join("\n")
    );
}

#[test]
fn a_circle_would_be_found() {
    let needs = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")];
    let needs = needs.map(|(from, to)| (from.to_owned(), BTreeSet::from([to.to_owned()])));
    let found = circles(&BTreeMap::from(needs));
    assert_eq!(found, [["a", "b", "c"].map(str::to_owned)]);
}
