//! The schemas for editors mean what the standard says: no tool is needed for that.

use apes::documents::{self, Reading, Syntax, deserialize};
use apes::language::Language;
use apes::sources::Source;
use serde_json::Value as Json;

use super::{OF_SHAPE, folders, judged, schemas_of};

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one scene: what is asked, then what is answered"
)]
fn what_is_valid_here_is_valid_there_and_faults_of_shape_are_seen() {
    let (mut accepted, mut refused) = (0, 0);
    let mut wrong = Vec::new();
    for root in folders() {
        let files = judged(&root);
        let mut kinds: Vec<&str> = files.iter().map(|file| file.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let Some(schemas) = schemas_of(&root) else {
            continue;
        };
        for kind in kinds {
            let (_, schema) = schemas
                .iter()
                .find(|(known, _)| *known == kind)
                .expect("a kind");
            let oracle = jsonschema::validator_for(schema).expect("a schema of the standard");
            for file in files.iter().filter(|file| file.kind == kind) {
                let Some(instance) = json(&file.path) else {
                    continue;
                };
                let valid = oracle.is_valid(&instance);
                let is_of_shape = file
                    .errors
                    .iter()
                    .any(|name| OF_SHAPE.contains(&name.as_str()));
                if file.errors.is_empty() {
                    accepted += 1;
                    if let Some(error) = oracle.iter_errors(&instance).next() {
                        wrong.push(format!(
                            "{}: refused, {error} at {}",
                            file.path.display(),
                            error.instance_path()
                        ));
                    }
                } else if is_of_shape {
                    refused += 1;
                    if valid {
                        wrong.push(format!(
                            "{}: accepted, {:?}",
                            file.path.display(),
                            file.errors
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        accepted > 900 && refused > 15,
        "{accepted} accepted, {refused} refused"
    );
}

/// A file as JSON; `None` if it cannot be read.
fn json(path: &std::path::Path) -> Option<Json> {
    let text = std::fs::read_to_string(path).ok()?;
    let name = path.to_string_lossy();
    let source = Source::new(&name, text);
    let reading = Reading {
        source: &source,
        syntax: Syntax::of(&name)?,
        language: Language::English,
    };
    let (tree, _) = documents::read(&reading);
    deserialize::read(&tree?).ok()
}
