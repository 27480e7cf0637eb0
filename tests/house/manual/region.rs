//! Examples of every key, taken from the records of the example region.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use apes::documents::{self, Limits, Reading, Syntax, deserialize};
use apes::language::Language;
use apes::records::{FileKind, classify_path};
use apes::sources::Folder;
use serde_json::Value as Json;

use super::shapes::as_toml;

/// An example longer than this does not fit into a cell of a table.
const LONGEST: usize = 110;

/// Its folder of persons.
const PEOPLE: &str = "../hauts-de-demain-people";

/// The records of the example region by the name of their schema, in the order of their paths.
static RECORDS: LazyLock<BTreeMap<&'static str, Vec<Json>>> = LazyLock::new(read);

fn read() -> BTreeMap<&'static str, Vec<Json>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/hauts-de-demain");
    let folder = Folder::at(&root);
    let paths = folder.list("territories").into_iter().flatten();
    let mut records: BTreeMap<&str, Vec<Json>> = BTreeMap::new();
    let people = folder
        .list(PEOPLE)
        .into_iter()
        .flatten()
        .filter(|path| Syntax::of(path).is_some());
    for path in paths.chain(people).chain(["apes.toml".to_owned()]) {
        let schema = match classify_path(&path) {
            Ok(FileKind::Territory(_)) => "territory",
            Ok(FileKind::Actor(..)) => "actor",
            Ok(FileKind::Dynamic(..)) => "dynamic",
            Ok(FileKind::Published(..)) => "published",
            Ok(FileKind::Sources) => "sources",
            _ if path == "apes.toml" => "settings",
            _ if path.starts_with(PEOPLE) => "person",
            _ => continue,
        };
        let source = folder
            .read(&path, Limits::BYTES)
            .expect("a record that can be read");
        let syntax = Syntax::of(&path).expect("a record's ending");
        let reading = Reading {
            source: &source,
            syntax,
            language: Language::English,
        };
        let (tree, _) = documents::read(&reading);
        let mut tree = tree.expect("a record without faults");
        assert_eq!(documents::validate(&reading, schema, &mut tree), []);
        records
            .entry(schema)
            .or_default()
            .push(deserialize::read(&tree).expect("a tree that serde reads"));
    }
    records
}

/// The first value that stands at a path of the manual (`agreements.*.with`) and is short enough to
/// be shown.
pub fn example(schema: &str, path: &str) -> Option<&'static Json> {
    all(schema, path)
        .into_iter()
        .find(|value| as_toml(value).chars().count() <= LONGEST)
}

/// Every value that stands at a path, in the order of the files.
pub fn all(schema: &str, path: &str) -> Vec<&'static Json> {
    let steps: Vec<String> = path
        .replace("[]", "")
        .split('.')
        .map(str::to_owned)
        .collect();
    let mut found = Vec::new();
    for record in RECORDS.get(schema).into_iter().flatten() {
        collect(record, &steps, &mut found);
    }
    found
}

fn collect<'v>(value: &'v Json, steps: &[String], found: &mut Vec<&'v Json>) {
    match (steps.split_first(), value) {
        (None, _) => found.push(value),
        (Some(_), Json::Array(items)) => items.iter().for_each(|item| collect(item, steps, found)),
        (Some((step, rest)), Json::Object(table)) if step == "*" => {
            table.values().for_each(|value| collect(value, rest, found));
        }
        (Some((step, rest)), Json::Object(table)) => {
            if let Some(value) = table.get(step) {
                collect(value, rest, found);
            }
        }
        _ => {}
    }
}
