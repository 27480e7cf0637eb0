//! Edits that findings offer: applied, each removes its finding and brings no other of writing.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use apes::demo::{InventedWorkspace, Plan, SyntaxChoice};
use apes::diagnostic::{Edit, Finding};
use apes::documents::hints::HINTS;
use apes::documents::{self, Syntax};
use apes::language::Language;
use apes::sources::Source;

use crate::documents::{edits, findings_of};
use crate::golden::at_root;
use crate::workspace::{ValidatedFolder, copy, files, write};

/// How often each finding is told, by name, file and sentence.
type Told = BTreeMap<(String, String, String), usize>;

fn told(findings: &[Finding]) -> Told {
    let mut told = Told::new();
    for finding in findings {
        let key = (
            finding.name.to_string(),
            finding.primary.place.file.to_string(),
            finding.sentence.clone(),
        );
        *told.entry(key).or_default() += 1;
    }
    told
}

fn is_about_writing(name: &str) -> bool {
    HINTS.iter().any(|hint| hint.rule.name == name)
}

/// What is wrong with the findings after an edit; `None` if it keeps its promise.
fn broken_promise(finding: &Finding, before: &Told, after: &Told) -> Option<String> {
    let key = (
        finding.name.to_string(),
        finding.primary.place.file.to_string(),
        finding.sentence.clone(),
    );
    if after.get(&key).copied().unwrap_or_default() >= before[&key] {
        return Some(format!(
            "{}: still told: {}",
            finding.name, finding.sentence
        ));
    }
    let brought = after.iter().find(|(key, count)| {
        is_about_writing(&key.0) && before.get(*key).copied().unwrap_or_default() < **count
    });
    brought.map(|((name, _, sentence), _)| {
        format!("{}: its edit brings {name}: {sentence}", finding.name)
    })
}

fn fixtures() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in ["tests/checks", "tests/documents"] {
        for entry in std::fs::read_dir(at_root(folder)).expect("fixtures") {
            found.push(entry.expect("an entry").path().join("wrong"));
        }
    }
    found.sort();
    found
}

/// Applies the edits of one finding in a folder of its own.
fn folder_with(root: &Path, said: &ValidatedFolder, edits: &[Edit]) -> PathBuf {
    let copied = copy(root);
    let mut by_file: BTreeMap<&str, Vec<Edit>> = BTreeMap::new();
    for edit in edits {
        by_file
            .entry(&edit.place.file)
            .or_default()
            .push(edit.clone());
    }
    for (file, edits) in by_file {
        let syntax = Syntax::of(file).unwrap_or(Syntax::Toml);
        let edited = documents::apply(&said.sources[file].text, syntax, &edits);
        write(&copied, file, edited.expect("edits that fit").as_bytes());
    }
    copied
}

#[test]
fn every_edit_on_every_fixture_keeps_its_promise() {
    let (mut broken, mut tried) = (Vec::new(), 0);
    for root in fixtures() {
        let said = ValidatedFolder::of(&root, Language::English);
        let before = told(&said.findings);
        for finding in &said.findings {
            let edits = edits(std::slice::from_ref(finding));
            if edits.is_empty() {
                continue;
            }
            let edited = folder_with(&root, &said, &edits);
            let after = ValidatedFolder::of(&edited, Language::English);
            tried += 1;
            let problem = broken_promise(finding, &before, &told(&after.findings));
            broken.extend(problem.map(|problem| format!("{}: {problem}", root.display())));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(tried > 100, "only {tried} edits were tried");
}

/// Checks the edits of a text that was spoiled in one place; counts those that were tried.
fn check_text(path: &str, text: &str, slip: &str, broken: &mut Vec<String>) -> usize {
    let read = |text: &str| findings_of(&Source::new(path, text.to_owned()), Language::English);
    let findings = read(text);
    let before = told(&findings);
    let mut tried = 0;
    for finding in &findings {
        let edits = edits(std::slice::from_ref(finding));
        if edits.is_empty() {
            continue;
        }
        tried += 1;
        let syntax = Syntax::of(path).expect("a syntax");
        let Some(edited) = documents::apply(text, syntax, &edits) else {
            broken.push(format!("{path}: {}: edits overlap\n{text}", finding.name));
            continue;
        };
        if let Some(problem) = broken_promise(finding, &before, &told(&read(&edited))) {
            let difference = difference(text, &edited);
            broken.push(format!("{path}: {problem}\n~ {slip}\n{difference}"));
        }
    }
    tried
}

/// The lines on which two texts differ.
fn difference(before: &str, after: &str) -> String {
    let old: Vec<&str> = before
        .lines()
        .filter(|line| !after.lines().any(|new| new == *line))
        .collect();
    let new: Vec<&str> = after
        .lines()
        .filter(|line| !before.lines().any(|old| old == *line))
        .collect();
    format!("- {}\n+ {}", old.join("\n- "), new.join("\n+ "))
}

/// A line spoiled as people spoil it; `None` where the slip does not apply.
type Slip = fn(key: &str, value: &str) -> Option<String>;

fn bare(value: &str) -> Option<&str> {
    value.strip_prefix('"')?.strip_suffix('"')
}

/// The inside of a text in quotes that is no code, word or id.
fn prose(value: &str) -> Option<&str> {
    bare(value).filter(|text| text.contains(' ') && text.contains(char::is_lowercase))
}

/// A list of sources in which a title has lost its quotes and has a comma.
fn with_bare_title(value: &str, sign: &str) -> Option<String> {
    let (before, rest) = value.split_once(&format!("title{sign}\""))?;
    let (title, after) = rest.split_once('"')?;
    Some(format!("{before}title{sign}{title}, tome 2{after}"))
}

/// Whether a key takes numbers with decimals, and a value is a whole one.
fn has_decimals(key: &str, value: &str) -> bool {
    let names = ["days", "amount", "actual", "planned"];
    names.contains(&key.trim()) && value.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_number(value: &str) -> bool {
    !value.is_empty()
        && value
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// A date in the order day, month, year.
fn reversed_date(value: &str) -> Option<String> {
    let parts: Vec<&str> = value.split('-').collect();
    match parts[..] {
        [year, month, day] if year.len() == 4 && is_number(year) => {
            Some(format!("{day}/{month}/{year}"))
        }
        _ => None,
    }
}

const SLIPS_IN_TOML: &[Slip] = &[
    |key, value| Some(format!("{key} = {}", bare(value)?)),
    |key, value| Some(format!("{key} = {}", bare(value)?.trim_start_matches('0'))),
    |key, value| Some(format!("{key} = \"{}", bare(value)?)),
    |key, value| Some(format!("{key} = {}\"", bare(value)?)),
    |key, value| Some(format!("{key} = « {} »", bare(value)?)),
    |key, value| Some(format!("{key} = '{}'", bare(value)?)),
    |key, value| Some(format!("{key} = \"dit \"{}\" ici\"", prose(value)?)),
    |key, value| Some(format!("{key} = {{ fr = {value}, en = {value} }}")),
    |key, value| Some(format!("{key} = [{value}]")),
    |key, value| Some(format!("{key} = [\n  {value},\n]")),
    |key, value| Some(format!("{key}: {value}")),
    |key, value| Some(format!("{key} {value}")),
    |key, value| Some(format!("{key} = {value},")),
    |key, value| Some(format!("{key} = {value};")),
    |key, value| Some(format!("{key} =\u{a0}{value}")),
    |key, value| Some(format!("{key}\u{a0}= {value}")),
    |key, value| Some(format!("{key} = {}", value.strip_suffix([']', '}'])?)),
    |key, value| {
        Some(format!(
            "{key} = {}",
            value.strip_prefix('[')?.strip_suffix(']')?
        ))
    },
    |key, value| {
        value
            .contains(", ")
            .then(|| format!("{key} = {}", value.replacen(", ", " ", 1)))
    },
    |key, value| {
        value
            .contains(" = ")
            .then(|| format!("{key} = {}", value.replacen(" = ", ": ", 1)))
    },
    |key, value| has_decimals(key, value).then(|| format!("{key} = {value},5")),
    |key, value| is_number(value).then(|| format!("{key} = {value} jours")),
    |key, value| is_number(value).then(|| format!("{key} = 1 {value}")),
    |key, value| is_number(value).then(|| format!("{key} = \"{value}\"")),
    |key, value| Some(format!("{key} = {}", reversed_date(value)?)),
    |key, value| Some(format!("{key} = \"{}\"", reversed_date(value)?)),
    |key, value| reversed_date(value).map(|_| format!("{key} = {value}T10:30:00")),
    |key, value| Some(format!("{key}s = {value}")),
    |key, value| (value != "[").then(|| format!("{key} = {value}\n{key} = {value}")),
    |key, value| Some(format!("{key} = \"\"\"\n{}\n\"\"\"", bare(value)?)),
    |key, value| Some(format!("{key} = {value} // note")),
    |key, value| Some(format!("// note\n{key} = {value}")),
    |key, value| Some(format!("{key} = {value}\n>>>>>>> branche")),
    |key, value| Some(format!("=======\n{key} = {value}")),
    |key, _| Some(format!("{key} =")),
    |key, value| (value == "true").then(|| format!("{key} = Oui")),
    |key, value| Some(format!("{key} = {}", with_bare_title(value, " = ")?)),
    |key, value| Some(format!("{key} = \"a\\dossier\\{}\"", prose(value)?)),
];

/// In YAML, `key` has the indentation of its line.
const SLIPS_IN_YAML: &[Slip] = &[
    |key, value| Some(format!("{key}: {}", bare(value)?)),
    |key, value| Some(format!("{key}: {}", bare(value)?.trim_start_matches('0'))),
    |key, value| Some(format!("{key}: \"{}", bare(value)?)),
    |key, value| Some(format!("{key}: {}\"", bare(value)?)),
    |key, value| Some(format!("{key}: « {} »", bare(value)?)),
    |key, value| Some(format!("{key}: '{}'", bare(value)?)),
    |key, value| Some(format!("{key}: {{ fr: {value}, en: {value} }}")),
    |key, value| Some(below(key, &format!("fr: {value}"))),
    |key, value| Some(below(key, &format!("- {value}"))),
    |key, value| Some(below(key, &format!("-{value}"))),
    |key, value| Some(block(key, "|", value)),
    |key, value| Some(block(key, "|-", value)),
    |key, value| Some(block(key, ">", value)),
    |key, value| Some(block(key, ">-", value)),
    |key, value| Some(block(key, "|+", &reversed_date(value)?)),
    |key, value| Some(block(key, "|", &reversed_date(value)?)),
    |key, value| Some(block(key, ">-", &format!("{value}j"))),
    |key, value| Some(block(key, "|", value.strip_prefix('[')?.strip_suffix(']')?)),
    |key, value| Some(below(key, value)),
    |key, value| Some(format!("{key}: [{value}]")),
    |key, value| Some(format!("{key}:\t{value}")),
    |key, value| Some(format!("{key}:{value}")),
    |key, value| Some(format!("{key} = {value}")),
    |key, value| Some(format!("{key}: {value},")),
    |key, value| Some(format!("{key}:\u{a0}{value}")),
    |key, value| Some(format!("{key}: {}", value.strip_suffix([']', '}'])?)),
    |key, value| {
        Some(format!(
            "{key}: {}",
            value.strip_prefix('[')?.strip_suffix(']')?
        ))
    },
    |key, value| has_decimals(key, value).then(|| format!("{key}: {value},5")),
    |key, value| is_number(value).then(|| format!("{key}: {value} jours")),
    |key, value| is_number(value).then(|| format!("{key}: 1 {value}")),
    |key, value| is_number(value).then(|| format!("{key}: \"{value}\"")),
    |key, value| is_number(value).then(|| format!("{key}: 0{value}")),
    |key, value| Some(format!("{key}: {}", reversed_date(value)?)),
    |key, value| reversed_date(value).map(|_| format!("{key}: {value} 10:30")),
    |key, value| Some(format!("{key}: {} : la suite", prose(value)?)),
    |key, value| Some(format!("{key}: {} #suite", prose(value)?)),
    |key, value| Some(format!("{key}: @{}", prose(value)?)),
    |key, value| Some(format!("{key}: *{}*", prose(value)?)),
    |key, value| Some(format!("{key}: {}", with_bare_title(value, ": ")?)),
    |key, value| Some(format!("{key}s: {value}")),
    |key, value| Some(format!("{key}: {value}\n{key}: {value}")),
    |key, value| Some(format!(" {key}: {value}")),
    |key, value| Some(format!("\t{key}: {value}")),
    |key, value| Some(format!("{key}: {value}\n>>>>>>> branche")),
    |key, value| Some(format!("=======\n{key}: {value}")),
    |key, _| Some(format!("{key}:")),
    |key, value| (value == "true").then(|| format!("{key}: Oui")),
];

/// The value in a block below its key.
fn block(key: &str, sign: &str, value: &str) -> String {
    let text = bare(value).unwrap_or(value);
    let lines: Vec<&str> = text.split(", ").collect();
    let indent = indentation(key);
    format!(
        "{key}: {sign}\n{indent}  {}",
        lines.join(&format!("\n{indent}  "))
    )
}

/// The value on a line of its own below its key.
fn below(key: &str, value: &str) -> String {
    format!("{key}:\n{}  {value}", indentation(key))
}

fn indentation(key: &str) -> &str {
    &key[..key.len() - key.trim_start().len()]
}

/// Spoils each line of a record in one way or several, in turn.
fn check_record(path: &str, text: &str, turn: &mut usize, broken: &mut Vec<String>) -> usize {
    let (slips, sign) = match Syntax::of(path) {
        Some(Syntax::Toml) => (SLIPS_IN_TOML, " = "),
        Some(Syntax::Yaml) => (SLIPS_IN_YAML, ": "),
        None => return 0,
    };
    let lines: Vec<&str> = text.lines().collect();
    let mut tried = 0;
    for at in 0..lines.len() {
        let Some((key, value)) = lines[at].split_once(sign) else {
            continue;
        };
        if value.contains(" #") {
            continue;
        }
        // Two slips a line, other ones each time: with all on all lines this would take minutes.
        for _ in 0..2 {
            *turn += 1;
            let Some(spoiled) = slips[*turn % slips.len()](key, value) else {
                continue;
            };
            let mut spoiled_lines = lines.clone();
            spoiled_lines[at] = &spoiled;
            let text = spoiled_lines.join("\n") + "\n";
            tried += check_text(path, &text, &spoiled, broken);
        }
    }
    tried
}

#[test]
fn every_edit_in_a_spoiled_record_keeps_its_promise() {
    let (mut broken, mut tried, mut turn) = (Vec::new(), 0, 0);
    for folder in ["territories", "examples"] {
        for (path, bytes) in files(&at_root(folder)) {
            let text = String::from_utf8_lossy(&bytes);
            tried += check_record(&format!("{folder}/{path}"), &text, &mut turn, &mut broken);
        }
    }
    let plan = Plan {
        records: 200,
        seed: 5,
        syntax: SyntaxChoice::Yaml,
        defects: 0,
    };
    let invented = InventedWorkspace::invent(plan);
    for file in invented.iter().flat_map(InventedWorkspace::files) {
        tried += check_record(&file.path, &file.text, &mut turn, &mut broken);
    }
    let shown: Vec<&str> = broken.iter().take(40).map(String::as_str).collect();
    assert!(
        broken.is_empty(),
        "{} of {tried}:\n{}",
        broken.len(),
        shown.join("\n")
    );
    assert!(tried > 3_000, "only {tried} edits were tried");
}
