//! Schemas for editors: whole, with the network's own words, and judged by the tools that editors use.

mod oracle;
mod tools;

use std::path::{Path, PathBuf};

use apes::documents::kinds;
use serde_json::Value as Json;

use super::{complaint, run, said};
use crate::golden::{assert_golden, at_root};
use crate::workspace::{ValidatedFolder, copy, files, right_folder, with};

/// A schema that the program prints in a folder.
fn printed(root: &Path, words: &[&str]) -> Json {
    let text = said(root, &[&["schema"], words].concat());
    serde_json::from_str(&text).expect("JSON")
}

/// Calls a visitor on every table of a JSON text.
fn visit(json: &Json, visitor: &mut dyn FnMut(&serde_json::Map<String, Json>)) {
    match json {
        Json::Object(table) => {
            visitor(table);
            table.values().for_each(|value| visit(value, visitor));
        }
        Json::Array(items) => items.iter().for_each(|item| visit(item, visitor)),
        _ => {}
    }
}

#[test]
fn a_schema_is_whole_and_speaks_one_language() {
    for kind in kinds() {
        let french = printed(&at_root(""), &[kind, "--lang=fr"]);
        let english = printed(&at_root(""), &[kind, "--lang=en"]);
        assert_ne!(french, english, "{kind}");
        visit(&french, &mut |table| {
            if let Some(Json::String(reference)) = table.get("$ref") {
                let name = reference
                    .strip_prefix("#/$defs/")
                    .expect("a reference inside");
                assert!(
                    french["$defs"].get(name).is_some_and(Json::is_object),
                    "{kind}: {name}"
                );
            }
            for keyword in ["x-fr", "x-word", "x-names", "x-expects", "x-also"] {
                assert!(!table.contains_key(keyword), "{kind}: {keyword}");
            }
        });
    }
    // Outside a workspace, the words are those of Apes.
    let outside = printed(Path::new("/"), &["dynamic", "--lang=fr"]);
    assert_eq!(outside, printed(&at_root(""), &["dynamic", "--lang=fr"]));
}

#[test]
fn own_words_are_the_only_ones_with_labels_in_both_languages() {
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"R\"\nlanguage = \"fr\"\n"),
        (
            "schemas/vocabulary.toml",
            "base = \"apes\"\n[themes.eau]\nfr = \"L'eau\"\nen = \"Water\"\n[struck.themes.mise-en-recit]\nbecause = { fr = \"non\", en = \"no\" }\n",
        ),
    ]);
    let theme = &printed(&root, &["dynamic"])["properties"]["theme"];
    let theme = match theme.get("$ref").and_then(Json::as_str) {
        Some(reference) => {
            printed(&root, &["dynamic"])["$defs"][&reference["#/$defs/".len()..]].clone()
        }
        None => theme.clone(),
    };
    let words: Vec<&str> = theme["enum"]
        .as_array()
        .expect("words")
        .iter()
        .filter_map(Json::as_str)
        .collect();
    assert!(
        words.contains(&"eau") && !words.contains(&"mise-en-recit"),
        "{words:?}"
    );
    let labels = theme["markdownEnumDescriptions"]
        .as_array()
        .expect("labels");
    assert_eq!(labels.len(), words.len());
    assert!(labels.contains(&Json::from("L'eau · Water")), "{labels:?}");
    let broken = with(&[
        ("schemas/vocabulary.toml", "[themes"),
        ("apes.toml", "format = 1\nname = \"R\"\n"),
    ]);
    let told = complaint(&broken, &["schema", "actor", "--lang=fr"]);
    assert!(told.contains("n'a pas pu être lu en entier"), "{told}");
}

/// The names of what `apes validate` finds about a workspace, of its schemas and of files that it does not read.
fn found(root: &Path) -> Vec<String> {
    let language = apes::language::Language::English;
    let found = ValidatedFolder::of(root, language);
    let names = found.names().into_iter();
    names
        .filter(|name| matches!(*name, "stale-schema" | "unread-file"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn written_schemas_are_told_when_they_are_stale_and_then_only() {
    let root = copy(&at_root("examples/hauts-de-demain"));
    said(&root, &["schema", "--write", "--ids"]);
    let below = files(&root.join("schemas/editor"));
    assert_eq!(below.len(), kinds().count());
    assert_eq!(
        found(&root),
        [""; 0],
        "fresh, and taken for no vocabulary or charter"
    );
    said(&root, &["schema", "--write", "--ids"]);
    assert_eq!(
        files(&root.join("schemas/editor")),
        below,
        "the same bytes twice"
    );
    let actors = root.join("territories/guise/actors");
    let actors = if actors.is_dir() {
        actors
    } else {
        first_actors(&root)
    };
    let text = "name = \"Nouveau\"\nkind = \"association\"\nmember = { from = 2020 }\nsources = [{ title = \"T\" }]\n";
    std::fs::write(actors.join("tout-nouveau.toml"), text).expect("a record");
    assert_eq!(found(&root), ["stale-schema"], "an id more");
    let output = run(&root, &["validate", "--only", "stale-schema", "--lang=en"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("`apes schema --write --ids`"), "{told}");
    said(&root, &["schema", "--write"]);
    assert_eq!(found(&root), [""; 0]);
    let schema = root.join("schemas/editor/dynamic.schema.json");
    std::fs::write(&schema, "{ \"type\": \"object\" }").expect("a schema made by hand");
    assert_eq!(
        found(&root),
        [""; 0],
        "one that was made by hand is left alone"
    );
}

fn first_actors(root: &Path) -> PathBuf {
    let mut folders = walkdir::WalkDir::new(root.join("territories"))
        .into_iter()
        .flatten();
    let found = folders.find(|entry| entry.file_name() == "actors");
    found.expect("a folder of actors").into_path()
}

#[test]
fn the_right_schema_of_the_fixture_is_fresh() {
    let fixture = at_root("tests/checks/stale-schema");
    let text = said(&fixture.join("wrong"), &["schema", "sources"]);
    assert_golden(
        "tests/checks/stale-schema/right/schemas/editor/sources.schema.json",
        &text,
    );
}

#[test]
fn settings_of_editors_are_written_once_and_never_over_others() {
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"R\"\n"),
        (".taplo.toml", "# own\n"),
    ]);
    let output = run(&root, &["schema", "--write", "--lang=en"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.contains("`.taplo.toml` exists and does not name them; add to it:\n[[rule]]"),
        "{told}"
    );
    assert_eq!(
        std::fs::read_to_string(root.join(".taplo.toml")).expect("a file"),
        "# own\n"
    );
    let settings = std::fs::read_to_string(root.join(".vscode/settings.json")).expect("a file");
    let settings: Json = serde_json::from_str(&settings).expect("JSON");
    let kinds = settings["yaml.schemas"].as_object().expect("schemas");
    assert!(
        kinds.contains_key("./schemas/editor/actor.schema.json"),
        "{kinds:?}"
    );
    let output = run(&root, &["schema", "--write", "--quiet"]);
    assert!(
        output.stderr.is_empty() && output.status.success(),
        "{output:?}"
    );
    let elsewhere = run(&root, &["schema", "--write", "outils/schemas", "--lang=en"]);
    assert!(elsewhere.status.success() && root.join("outils/schemas/actor.schema.json").is_file());
}

/// Every folder of records whose files are judged: both workspaces, and each fixture, wrong and right.
fn folders() -> Vec<PathBuf> {
    let mut folders = vec![copy_of(""), copy_of("examples/hauts-de-demain")];
    for family in ["tests/checks", "tests/documents"] {
        let mut fixtures: Vec<PathBuf> = std::fs::read_dir(at_root(family))
            .expect("fixtures")
            .map(|entry| entry.expect("an entry").path())
            .collect();
        fixtures.sort();
        for fixture in fixtures {
            folders.push(copy(&fixture.join("wrong")));
            folders.push(right_folder(&fixture));
        }
    }
    folders
}

/// A copy of the records of a workspace, without what else is beside them.
fn copy_of(path: &str) -> PathBuf {
    let root = at_root(path);
    let to = crate::workspace::folder();
    for part in ["territories", "schemas"] {
        if root.join(part).is_dir() {
            for (inside, bytes) in files(&root.join(part)) {
                crate::workspace::write(&to, &format!("{part}/{inside}"), &bytes);
            }
        }
    }
    let settings = std::fs::read(root.join("apes.toml")).expect("settings");
    crate::workspace::write(&to, "apes.toml", &settings);
    to
}

/// A file, with the kind that it is, and what `apes validate` has against it.
struct Judged {
    path: PathBuf,
    kind: &'static str,
    errors: Vec<String>,
}

/// The files of a folder for which there is a schema.
fn judged(root: &Path) -> Vec<Judged> {
    let found = ValidatedFolder::of(root, apes::language::Language::English);
    let all = files(root);
    let of_kind = all.keys().filter_map(|path| {
        let errors = found
            .findings
            .iter()
            .filter(|finding| &*finding.primary.place.file == path.as_str())
            .filter(|finding| finding.severity == apes::diagnostic::Severity::Error)
            .map(|finding| finding.name.to_string());
        Some(Judged {
            path: root.join(path),
            kind: kind_of(path)?,
            errors: errors.collect(),
        })
    });
    of_kind.collect()
}

fn kind_of(path: &str) -> Option<&'static str> {
    use apes::records::{FileKind, classify_path};
    match path {
        "apes.toml" => return Some("settings"),
        "schemas/vocabulary.toml" => return Some("vocabulary"),
        "schemas/charter.toml" => return Some("charter"),
        _ if !path.starts_with("territories/") => return None,
        _ => {}
    }
    match classify_path(path) {
        Ok(FileKind::Territory(_)) => Some("territory"),
        Ok(FileKind::Actor(..)) => Some("actor"),
        Ok(FileKind::Dynamic(..)) => Some("dynamic"),
        Ok(FileKind::Published(..)) => Some("published"),
        Ok(FileKind::Sources) => Some("sources"),
        _ => None,
    }
}

/// The schemas of a folder; `None` where its words cannot be read.
fn schemas_of(root: &Path) -> Option<Vec<(&'static str, Json)>> {
    use apes::checks::editor_schemas::{SchemaOptions, editor_schema};
    use apes::language::Language;
    use apes::records::{List, Target};
    let folder = apes::sources::Folder::at(root);
    let network = apes::workspace::load(&folder, None, Language::French).network;
    let is_whole =
        network.knows_all(Target::Word(List::Themes)) && network.knows_all(Target::Principle);
    let options = SchemaOptions {
        language: Language::French,
        ids: false,
    };
    let schema = |kind| Some((kind, editor_schema(kind, &network, options)?));
    is_whole.then(|| kinds().filter_map(schema).collect())
}

/// Faults of shape that a schema sees.
const OF_SHAPE: [&str; 4] = [
    "unknown-key",
    "missing-key",
    "mistyped-value",
    "unknown-word",
];
