//! The faults of writing: each folder of `tests/documents` plants one in records, and shows them mended.

#![expect(
    clippy::expect_used,
    reason = "a fixture that cannot be read must fail its test"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use apes::diagnostic::{At, Edit, Finding, Severity};
use apes::documents::hints::HINTS;
use apes::documents::{self, Reading, Schemas, ShapeKind, Syntax};
use apes::language::Language;
use apes::sources::Source;

use crate::workspace::{ValidatedFolder, files, right_files, right_folder};

/// What is said of a text, by its syntax and by the schema that its place tells.
pub fn findings_of(source: &Source, language: Language) -> Vec<Finding> {
    let syntax = Syntax::of(&source.path).expect("a syntax");
    let reading = Reading {
        source,
        syntax,
        language,
    };
    documents::read_as(&reading, kind(&source.path)).1
}

fn kind(path: &str) -> &'static str {
    if path.contains("/actors/") {
        "actor"
    } else if path.contains("/dynamics/") {
        "dynamic"
    } else if path.contains("/published/") {
        "published"
    } else if path.contains("-people/") {
        "person"
    } else if path.ends_with("/sources.toml") {
        "sources"
    } else if path.ends_with("apes.toml") {
        "settings"
    } else {
        "territory"
    }
}

fn has_schema(kind: &str) -> bool {
    let schemas = Schemas::embedded();
    !matches!(schemas.shape(schemas.root(kind)).kind, ShapeKind::Any)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents")
}

pub fn edits(findings: &[Finding]) -> Vec<Edit> {
    findings
        .iter()
        .filter_map(|finding| finding.help.as_ref())
        .flat_map(|help| help.edits.clone())
        .collect()
}

#[test]
fn each_hint_has_a_folder_and_each_folder_a_hint() {
    let mut folders: Vec<String> = std::fs::read_dir(folder())
        .expect("tests/documents")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    folders.sort();
    let mut names: Vec<&str> = HINTS.iter().map(|fault| fault.rule.name).collect();
    names.sort_unstable();
    assert_eq!(folders, names);
}

#[test]
fn a_planted_error_is_reported_once_and_nothing_else_is() {
    for fault in HINTS {
        let name = fault.rule.name;
        let planted = files(&folder().join(name).join("wrong"));
        assert!(!planted.is_empty(), "{name} has no wrong records");
        let right = right_files(&folder().join(name));
        for (path, bytes) in planted
            .into_iter()
            .filter(|(path, bytes)| right[path] != *bytes)
        {
            let source = Source::from_bytes(&path, &bytes);
            let findings = findings_of(&source, Language::French);
            if findings.is_empty() && !has_schema(kind(&path)) {
                continue; // told by a schema that is still to be written
            }
            let names: Vec<&str> = findings.iter().map(|finding| &*finding.name).collect();
            assert_eq!(names, [name], "{path}");
            assert_well_reported(
                &source,
                &findings[0],
                &findings_of(&source, Language::English)[0],
            );
        }
    }
}

/// Both languages speak, differently, in the typography of French, about the same bytes.
fn assert_well_reported(source: &Source, french: &Finding, english: &Finding) {
    assert_ne!(french.sentence, english.sentence);
    assert_eq!(french.primary.place, english.primary.place);
    assert_eq!(
        edits(std::slice::from_ref(french)),
        edits(std::slice::from_ref(english))
    );
    let help = french.help.as_ref().map_or("", |help| &help.sentence);
    for text in [
        &*french.sentence,
        &*french.primary.text,
        &*french.because,
        help,
    ] {
        let said: String = text.split('`').step_by(2).collect();
        for wrong in [" :", " ;", " !", " ?", "« ", " »"] {
            assert!(
                !said.contains(wrong),
                "{}: « {text} » wants a no-break space",
                french.name
            );
        }
    }
    assert!(
        !french.sentence.is_empty() && !english.sentence.is_empty() && !french.because.is_empty()
    );
    assert_spans_inside(source, std::slice::from_ref(french));
}

#[test]
fn edits_give_the_right_records() {
    for fault in HINTS {
        let name = fault.rule.name;
        let right = right_files(&folder().join(name));
        for (path, bytes) in files(&folder().join(name).join("wrong")) {
            let source = Source::from_bytes(&path, &bytes);
            let edits = edits(&findings_of(&source, Language::French));
            if edits.is_empty() {
                continue;
            }
            let syntax = Syntax::of(&path).expect("a syntax");
            let fixed = documents::apply(&source.text, syntax, &edits).expect("edits that fit");
            assert_eq!(
                fixed,
                String::from_utf8_lossy(&right[&path]),
                "{name}: {path}"
            );
        }
    }
}

#[test]
fn right_records_have_no_finding() {
    for fault in HINTS {
        let (name, fixture) = (fault.rule.name, folder().join(fault.rule.name));
        let right = right_files(&fixture);
        let paths = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(
            paths(&files(&fixture.join("wrong"))),
            paths(&right),
            "{name}"
        );
        for (path, bytes) in right {
            let findings = findings_of(&Source::from_bytes(&path, &bytes), Language::French);
            assert_eq!(findings, [], "{name}: {path}");
        }
        let said = ValidatedFolder::of(&right_folder(&fixture), Language::English);
        assert!(said.findings.is_empty(), "{name}:\n{}", said.human());
    }
}

#[test]
fn errors_on_two_lines_are_both_reported() {
    for (first, text, second) in [
        (
            "unquoted-month",
            "from = 2024-11\nplace = 02361\n",
            "unquoted-code",
        ),
        (
            "unclosed-bracket",
            "seen = [2021\nname = 'L'atelier'\n",
            "apostrophe-in-single-quotes",
        ),
        (
            "unclosed-quote",
            "name = \"Maillage\nkind: \"association\"\n",
            "missing-equals",
        ),
        (
            "unreadable-syntax",
            "Un mot pour rien\nplace = 02361\n",
            "unquoted-code",
        ),
        (
            "duplicate-key",
            "name = \"a\"\nname = \"b\"\nfrom = 2024-11\n",
            "unquoted-month",
        ),
        (
            "table-twice",
            "[a]\nx = 1\n[b]\n[a]\ny = 2\n[c]\nfrom = 2024-11\n",
            "unquoted-month",
        ),
    ] {
        let findings = findings_of(&Source::new("a.toml", text.to_owned()), Language::English);
        let names: Vec<&str> = findings
            .iter()
            .map(|finding| &*finding.name)
            .take(2)
            .collect();
        assert_eq!(names, [first, second], "{text}");
    }
}

#[test]
fn at_most_five_syntax_errors_are_reported() {
    let text = "place = 02361\n".repeat(9);
    let findings = findings_of(&Source::new("a.toml", text), Language::English);
    assert_eq!(findings.len(), 5);
}

/// Every place shown or changed lies inside the text, between characters.
pub fn assert_spans_inside(source: &Source, findings: &[Finding]) {
    for finding in findings {
        let labels = finding
            .secondary
            .iter()
            .chain([&finding.primary])
            .map(|label| &label.place);
        let edits = finding
            .help
            .iter()
            .flat_map(|help| &help.edits)
            .map(|edit| &edit.place);
        for place in labels.chain(edits) {
            let At::Span(span) = place.at else { continue };
            assert!(
                source.text.get(span.start..span.end).is_some(),
                "{}: {span:?} of {:?}",
                finding.name,
                source.text
            );
        }
    }
}

#[test]
fn severity_of_what_stops_reading_is_error() {
    // What is reported of values that are read all the same.
    let of_values_read = [
        "cut-by-comment",
        "thousands-point",
        "broken-accents",
        "html-in-text",
        "hidden-character",
        "repeated-item",
    ];
    for fault in HINTS {
        let warning = fault.rule.severity == Severity::Warning;
        let name = fault.rule.name;
        assert_eq!(warning, of_values_read.contains(&name), "{name}");
    }
}

#[test]
fn older_encodings_are_read_and_reported() {
    for (bytes, text, encoding) in [
        (
            &b"name = \"For\xeat \x80\""[..],
            "name = \"Forêt €\"",
            Some("Windows-1252"),
        ),
        (b"\xff\xfea\0\xe9\0", "aé", Some("UTF-16")),
        (b"\xfe\xff\0a\0\xe9", "aé", Some("UTF-16")),
        ("\u{feff}é".as_bytes(), "é", None),
    ] {
        let source = Source::from_bytes("a.toml", bytes);
        assert_eq!(source.text, text);
        assert_eq!(source.foreign.map(|foreign| foreign.encoding), encoding);
    }
    let span = Source::from_bytes("a.toml", b"name = \"For\xeat\"")
        .foreign
        .expect("foreign")
        .span;
    assert_eq!((span.start, span.end), (11, 13));
}
