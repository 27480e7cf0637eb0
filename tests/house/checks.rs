//! Each check has a folder: what is wrong there is told as expected in both languages, what is right in silence.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use apes::checks::CHECKS;
use apes::diagnostic::{At, Edit, Finding};
use apes::documents::{self, Syntax};
use apes::language::Language;

use crate::workspace::{ValidatedFolder, copy, right_folder};

const LANGUAGES: [Language; 2] = [Language::French, Language::English];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/checks")
        .join(name)
}

fn names() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|check| check.rule.name)
}

#[test]
fn every_check_has_a_folder_and_every_folder_a_check() {
    let mut folders: Vec<String> = std::fs::read_dir(folder(""))
        .expect("tests/checks")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    folders.sort();
    let mut known: Vec<&str> = names().collect();
    known.sort_unstable();
    assert_eq!(folders, known);
}

#[test]
fn wrong_records_show_their_own_fault_and_no_other() {
    for check in CHECKS {
        let said = ValidatedFolder::of(&folder(check.rule.name).join("wrong"), Language::French);
        assert!(
            !said.findings.is_empty(),
            "{} is not found in its own folder",
            check.rule.name
        );
        for finding in &said.findings {
            assert_eq!(
                finding.name, check.rule.name,
                "{}: {}",
                check.rule.name, finding.sentence
            );
            assert_eq!(finding.because, check.rule.because.get(Language::French));
            // A text that lies among records is no lost record, hence only a warning.
            let is_text = check.rule.name == "unread-file"
                && finding.primary.place.file.ends_with(".md")
                && finding.severity == apes::diagnostic::Severity::Warning;
            assert!(
                is_text || finding.severity == check.rule.severity,
                "{}",
                finding.sentence
            );
        }
        let is_as_severe =
            |finding: &apes::diagnostic::Finding| finding.severity == check.rule.severity;
        assert!(
            said.findings.iter().any(is_as_severe),
            "{}",
            check.rule.name
        );
        assert_eq!(said.held_back, 0, "{}", check.rule.name);
    }
}

#[test]
fn right_records_are_passed_over_in_silence() {
    for (name, language) in names().flat_map(|name| LANGUAGES.map(|language| (name, language))) {
        let said = ValidatedFolder::of(&right_folder(&folder(name)), language);
        assert!(
            said.findings.is_empty() && said.held_back == 0,
            "{name}:\n{}",
            said.human()
        );
    }
}

#[test]
fn every_place_is_there() {
    for name in names() {
        let said = ValidatedFolder::of(&folder(name).join("wrong"), Language::English);
        assert_eq!(said.missed, Vec::<String>::new(), "{name}");
        for finding in &said.findings {
            let labels = finding
                .secondary
                .iter()
                .chain([&finding.primary])
                .map(|label| &label.place);
            for place in labels.chain(edits(finding).iter().map(|edit| &edit.place)) {
                let At::Span(span) = place.at else {
                    panic!("{name}: a place without bytes: {place:?}")
                };
                let text = &said.sources[&place.file].text;
                assert!(
                    text.get(span.start..span.end).is_some(),
                    "{name}: {span:?} of {}",
                    place.file
                );
            }
        }
    }
}

#[test]
fn both_languages_speak_of_the_same_places() {
    for name in names() {
        let told = LANGUAGES
            .map(|language| ValidatedFolder::of(&folder(name).join("wrong"), language).findings);
        let places = |findings: &[Finding]| -> Vec<_> {
            findings
                .iter()
                .map(|finding| (finding.primary.place.clone(), edits(finding).to_vec()))
                .collect()
        };
        assert_eq!(places(&told[0]), places(&told[1]), "{name}");
        for (french, english) in told[0].iter().zip(&told[1]) {
            assert_ne!(french.sentence, english.sentence, "{name}");
        }
    }
}

fn edits(finding: &Finding) -> &[Edit] {
    finding.help.as_ref().map_or(&[], |help| &help.edits)
}

/// What is told where, without the bytes that other edits move.
fn told(said: &ValidatedFolder) -> Vec<(String, String)> {
    said.findings
        .iter()
        .map(|one| (one.primary.place.file.to_string(), one.sentence.clone()))
        .collect()
}

#[test]
fn edits_mend_what_they_are_proposed_for() {
    for name in names() {
        let root = copy(&folder(name).join("wrong"));
        let before = ValidatedFolder::of(&root, Language::English);
        let mut changes: BTreeMap<String, Vec<Edit>> = BTreeMap::new();
        for edit in before.findings.iter().flat_map(edits) {
            changes
                .entry(edit.place.file.to_string())
                .or_default()
                .push(edit.clone());
        }
        for (file, edits) in changes {
            let text = &before.sources[&*file].text;
            let mended = documents::apply(text, Syntax::of(&file).unwrap_or(Syntax::Toml), &edits);
            std::fs::write(root.join(&file), mended.expect("edits that fit"))
                .expect("a file to mend");
        }
        let after = ValidatedFolder::of(&root, Language::English);
        let mended: Vec<_> = before
            .findings
            .iter()
            .zip(told(&before))
            .filter(|(one, _)| !edits(one).is_empty())
            .collect();
        for (_, sentence) in &mended {
            assert!(
                !told(&after).contains(sentence),
                "{name}: {sentence:?} is still told"
            );
        }
        assert_eq!(
            after.findings.len() + mended.len(),
            before.findings.len(),
            "{name}: {}",
            after.human()
        );
    }
}
