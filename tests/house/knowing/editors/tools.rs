//! The schemas for editors in the tools themselves, from the root of each workspace: taplo for TOML, the
//! validator of yaml-language-server for YAML.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value as Json, json};

use super::super::{said, tool};
use super::{Judged, OF_SHAPE, folders, judged, schemas_of};
use crate::golden::at_root;
use crate::workspace::{with, write};

/// Folders with their schemas written, as the program names them to editors, and their files.
fn with_schemas() -> Vec<(PathBuf, Vec<Judged>)> {
    let first = with(&[("apes.toml", "format = 1\nname = \"R\"\n")]);
    said(&first, &["schema", "--write", "--quiet"]);
    let settings = std::fs::read(first.join(".taplo.toml")).expect("settings of taplo");
    let folders = folders().into_iter().filter_map(|root| {
        let files = judged(&root);
        for (kind, schema) in schemas_of(&root)? {
            let path = format!("schemas/editor/{kind}.schema.json");
            write(&root, &path, schema.to_string().as_bytes());
        }
        write(&root, ".taplo.toml", &settings);
        Some((root, files))
    });
    folders.collect()
}

fn is_of_shape(file: &Judged) -> bool {
    file.errors
        .iter()
        .any(|name| OF_SHAPE.contains(&name.as_str()))
}

fn ends_with(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| endings.contains(&ending))
}

#[test]
fn taplo_accepts_what_is_valid_and_sees_faults_of_shape() {
    let Some(taplo) = tool("taplo", "APES_TAPLO", &["--version"]) else {
        return;
    };
    let (mut accepted, mut refused, mut wrong) = (0, 0, Vec::new());
    let check = |root: &Path, files: &[&Judged]| {
        let checked = Command::new(&taplo)
            .args(["check", "--colors", "never"])
            .args(files.iter().map(|file| &file.path))
            .current_dir(root)
            .output()
            .expect("taplo");
        let told = String::from_utf8_lossy(&checked.stderr).into_owned();
        (checked.status.success(), told)
    };
    for (root, files) in with_schemas() {
        let toml: Vec<&Judged> = files
            .iter()
            .filter(|file| ends_with(&file.path, &["toml"]))
            .collect();
        let right: Vec<&Judged> = toml
            .iter()
            .copied()
            .filter(|file| file.errors.is_empty())
            .collect();
        if !right.is_empty() {
            let (is_valid, told) = check(&root, &right);
            accepted += right.len();
            if !is_valid {
                wrong.push(told);
            }
        }
        for file in toml.into_iter().filter(|file| is_of_shape(file)) {
            refused += 1;
            if check(&root, &[file]).0 {
                wrong.push(format!(
                    "{} is accepted: {:?}",
                    file.path.display(),
                    file.errors
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        accepted > 700 && refused > 10,
        "{accepted} accepted, {refused} refused"
    );
}

/// Files that the server of YAML refuses although they are valid, and why.
const REFUSED: [(&str, &str); 2] = [
    (
        "actors/la-remise.yaml",
        "a tab behind a dash, which YAML allows",
    ),
    (
        "actors/le-moulin.yaml",
        "a word as a block: apes leaves out the line end behind it",
    ),
];

/// The folder of yaml-language-server; `None` where it was not fetched, which is said, unless
/// `APES_TOOLS=required`.
fn yaml_server() -> Option<std::ffi::OsString> {
    let module = std::env::var_os("APES_YAML_SERVER");
    if module.is_none() {
        let required = std::env::var_os("APES_TOOLS").is_some_and(|value| value == "required");
        assert!(
            !required,
            "APES_TOOLS=required, and APES_YAML_SERVER names no server"
        );
        writeln!(
            std::io::stderr(),
            "skipped: APES_YAML_SERVER names no yaml-language-server"
        )
        .expect("standard error");
    }
    module
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one scene: what is asked, then what is answered"
)]
fn the_server_of_yaml_accepts_what_is_valid_and_sees_faults_of_shape() {
    let Some(node) = tool("node", "APES_NODE", &["--version"]) else {
        return;
    };
    let Some(module) = yaml_server() else {
        return;
    };
    let script = at_root("tests/house/knowing/editors/yaml.mjs");
    let folders = with_schemas();
    let files: Vec<(&Path, &Judged)> = folders
        .iter()
        .flat_map(|(root, files)| files.iter().map(move |file| (root.as_path(), file)))
        .filter(|(_, file)| ends_with(&file.path, &["yaml", "yml"]))
        .collect();
    let asked: Vec<Json> = files
        .iter()
        .map(|(root, file)| {
            let schema = root.join(format!("schemas/editor/{}.schema.json", file.kind));
            json!({ "file": file.path, "schema": schema })
        })
        .collect();
    let mut child = Command::new(node)
        .arg(script)
        .arg(module)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node");
    let input = child.stdin.take();
    let text = Json::from(asked).to_string();
    input
        .expect("input")
        .write_all(text.as_bytes())
        .expect("a question");
    let output = child.wait_with_output().expect("an answer");
    let said: Vec<Json> = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(said.len(), files.len());
    let (mut accepted, mut refused, mut wrong) = (0, 0, Vec::new());
    for ((_, file), said) in files.iter().zip(&said) {
        let messages = said["messages"].as_array().expect("messages");
        if file.errors.is_empty() {
            accepted += 1;
            let is_known = REFUSED.iter().any(|(name, _)| file.path.ends_with(name));
            if !messages.is_empty() && !is_known {
                wrong.push(format!("{} is refused: {messages:?}", file.path.display()));
            }
        } else if is_of_shape(file) {
            refused += 1;
            if messages.is_empty() {
                wrong.push(format!(
                    "{} is accepted: {:?}",
                    file.path.display(),
                    file.errors
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        accepted > 100 && refused > 5,
        "{accepted} accepted, {refused} refused"
    );
}
