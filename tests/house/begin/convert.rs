//! `apes convert`: the same record in the other syntax, and back, for every record there is.

use apes::documents::{self, Node, Reading, Syntax, Value};
use apes::edits::converted;
use apes::language::Language;
use apes::records::Record;
use apes::sources::{Folder, Source};
use apes::workspace;

use super::{done, run, text, validated};
use crate::golden::at_root;
use crate::workspace::{copy, files, folder, write};

/// The records of both workspaces, and of all fixtures that can be read.
fn records() -> Vec<Source> {
    let mut found = Vec::new();
    for entry in ["territories", "examples", "tests/checks"] {
        for file in walkdir::WalkDir::new(at_root(entry)).sort_by_file_name() {
            let file = file.expect("a readable folder");
            let path = file.path().to_string_lossy().into_owned();
            let Some(inside) = path.find("territories/") else {
                continue;
            };
            if Syntax::of(&path).is_some() && file.file_type().is_file() {
                let bytes = std::fs::read(file.path()).expect("a file");
                found.push(Source::from_bytes(&path[inside..], bytes));
            }
        }
    }
    found
}

fn read(source: &Source) -> Option<Node<'_>> {
    documents::read(&Reading {
        source,
        syntax: Syntax::of(&source.path)?,
        language: Language::English,
    })
    .0
}

/// All that a tree says, in an order of its own: keys sorted, forms named.
fn said(node: &Node) -> String {
    match &node.value {
        Value::Scalar(form, text) => {
            let form = format!("{form:?}").replace("Date", "Text");
            format!("{form}:{text:?}")
        }
        Value::List(items) => format!("{:?}", items.iter().map(said).collect::<Vec<_>>()),
        Value::Table(entries) => {
            let mut entries: Vec<String> = entries
                .iter()
                .map(|entry| format!("{:?}={}", entry.key, said(&entry.node)))
                .collect();
            entries.sort_unstable();
            format!("{{{}}}", entries.join(","))
        }
        Value::Nothing => "nothing".to_owned(),
    }
}

#[test]
fn every_record_says_the_same_in_both_syntaxes_and_comes_back() {
    let (mut count, mut refused) = (0, Vec::new());
    for source in records() {
        let Some(tree) = read(&source) else { continue };
        let (stem, _) = source.path.rsplit_once('.').expect("an ending");
        let ending = match Syntax::of(&source.path) {
            Some(Syntax::Toml) => "yaml",
            _ => "toml",
        };
        let there = format!("{stem}.{ending}");
        let Ok(made) = converted(&source, &there) else {
            refused.push(source.path.to_string());
            continue;
        };
        assert_eq!(
            made.lost_comments,
            Vec::<String>::new(),
            "{}\n{}",
            source.path,
            made.text
        );
        let other = Source::new(&there, made.text);
        let other_tree = read(&other).expect("readable");
        assert_eq!(
            said(&tree),
            said(&other_tree),
            "{}\n{}",
            source.path,
            other.text
        );
        let back = converted(&other, &source.path)
            .unwrap_or_else(|_| panic!("{} does not come back\n{}", source.path, other.text));
        assert_eq!(back.lost_comments, Vec::<String>::new(), "{}", source.path);
        let again = Source::new(&source.path, back.text);
        let again_tree = read(&again).expect("readable");
        assert_eq!(
            said(&tree),
            said(&again_tree),
            "{}\n{}",
            source.path,
            again.text
        );
        count += 1;
    }
    assert!(count > 900, "{count}");
    // Values that are missing, or numbers that the other syntax writes otherwise.
    assert!(
        refused.len() * 50 < count,
        "{} of {count}: {refused:#?}",
        refused.len()
    );
}

/// Asserts that records say the same, whatever their files are called.
fn assert_same<I: std::fmt::Display, T: PartialEq + std::fmt::Debug>(
    records: &[Record<I, T>],
    others: &[Record<I, T>],
) {
    for (one, other) in records.iter().zip(others) {
        let id = &one.id;
        assert_eq!(one.common, other.common, "{id}");
        assert_eq!(one.body, other.body, "{id}");
    }
}

#[test]
fn a_whole_network_is_the_same_in_the_other_syntax() {
    for (root, ending) in [("", "toml"), ("examples/hauts-de-demain", "yaml")] {
        let before = Folder::at(&at_root(root));
        let copied = folder();
        for (path, bytes) in files(&at_root(root)) {
            let is_record = path.starts_with("territories/") || !path.contains('/');
            if root.is_empty() && !is_record && !path.starts_with("schemas/") {
                continue;
            }
            let source = Source::from_bytes(&path, bytes.clone());
            let is_convertible = path.starts_with("territories/")
                && path != "territories/sources.toml"
                && path.ends_with(ending);
            match path.rsplit_once('.').filter(|_| is_convertible) {
                Some((stem, _)) => {
                    let other = if ending == "toml" { "yaml" } else { "toml" };
                    let there = format!("{stem}.{other}");
                    let made = converted(&source, &there).expect(&path);
                    write(&copied, &there, made.text.as_bytes());
                }
                None => write(&copied, &path, &bytes),
            }
        }
        let language = Language::French;
        let one = workspace::load(&before, None, language).network;
        let other = workspace::load(&Folder::at(&copied), None, language).network;
        assert_eq!(one.size(), other.size(), "{root}");
        assert_same(&one.dynamics, &other.dynamics);
        assert_same(&one.actors, &other.actors);
        assert_same(&one.territories, &other.territories);
        assert_same(&one.published, &other.published);
    }
}

const COMMENTED: &str = "\
#:schema ../../../schemas/editor/dynamic.schema.json
# Au-dessus de tout.

name = \"Café # 1\" # derrière le nom
seen = [
  2023, # la première année
  2024,
]
summary = \"\"\"
Deux lignes,
et un « # » dedans.
\"\"\"

# Qui coopère :
[partners] # tous
le-cade = { role = \"porteur\", from = 2020 } # depuis toujours

[[levers]]
# le premier
kind = \"tiers-lieu\"

# tout à la fin
";

#[test]
fn comments_follow_their_lines_there_and_back() {
    let source = Source::new("a/dynamics/x.toml", COMMENTED.to_owned());
    let there = converted(&source, "a/dynamics/x.yaml").expect("convertible");
    assert_eq!(
        there.text,
        "\
# yaml-language-server: $schema=../../../schemas/editor/dynamic.schema.json
# Au-dessus de tout.

name: \"Café # 1\" # derrière le nom
seen:
  - 2023 # la première année
  - 2024
summary: |
  Deux lignes,
  et un « # » dedans.

# Qui coopère :
partners: # tous
  le-cade: { role: porteur, from: 2020 } # depuis toujours

levers:
  # le premier
  - kind: tiers-lieu

# tout à la fin
"
    );
    let source = Source::new("a/dynamics/x.yaml", there.text);
    let back = converted(&source, "a/dynamics/x.toml").expect("convertible");
    for line in COMMENTED.lines().filter(|line| line.contains('#')) {
        assert!(back.text.contains(line.trim()), "{line}\n{}", back.text);
    }
}

#[test]
fn line_ends_and_the_mark_of_windows_are_kept() {
    let root = folder();
    done(&root, &["init", "--name", "N", "--territory", "35236"]);
    let path = "territories/redon/actors/x.toml";
    write(
        &root,
        path,
        b"\xef\xbb\xbfname = \"X\"\r\nkind = \"association\"\r\nsources = [{ title = \"T\" }]\r\n",
    );
    let printed = done(&root, &["convert", "x", "--to", "yaml", "--dry-run"]);
    assert!(printed.contains("+name: \"X\""), "{printed}");
    assert!(root.join(path).exists());
    done(&root, &["convert", "x", "--to", "yaml"]);
    assert!(!root.join(path).exists());
    let bytes = files(&root)["territories/redon/actors/x.yaml"].clone();
    assert!(bytes.starts_with(b"\xef\xbb\xbfname: \"X\"\r\nkind: association\r\n"));
    validated(&root);
    done(&root, &["convert", "x", "--to", "toml"]);
    assert!(text(&root, path).contains("kind = \"association\"\r\n"));
    assert!(done(&root, &["convert", "x", "--to", "toml"]).contains("déjà"));
}

#[test]
fn a_broken_record_is_refused() {
    let root = copy(&at_root("tests/checks/unknown-actor/wrong"));
    let path = "territories/guise/actors/broken.toml";
    write(&root, path, b"name = \"X\nkind = 1\n");
    let (code, printed) = run(&root, &["convert", "broken", "--to", "yaml"]);
    assert_eq!(code, 2, "{printed}");
    assert!(root.join(path).exists());
}
