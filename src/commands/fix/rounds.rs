//! The rounds of `apes fix`: edits are applied, the records validated again, until nothing changes.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Day;
use crate::commands::shared::draft::Draft;
use crate::diagnostic::{At, Edit, Finding, Severity};
use crate::documents::hints::HINTS;
use crate::documents::{self, Syntax};
use crate::sources::Folder;
use crate::validation::{Selection, Validated, ValidationOptions, validate};
use crate::workspace::{self, Workspace};

/// Most rounds. A file whose syntax is mended shows what it hid, which is mended in the next round;
/// more than a few such layers were never seen.
const MOST_ROUNDS: usize = 24;

/// The folder in which files are changed. Settings, vocabulary and charter are decided upon, not
/// corrected by a program.
const RECORDS: &str = "territories/";

/// The outcome of all rounds.
pub struct Mended {
    /// The changed files.
    pub draft: Draft,
    /// Names of the findings that were corrected, by file.
    pub fixed: BTreeMap<String, Vec<String>>,
    /// Severity and name of each finding that is left.
    pub left: Vec<(Severity, String)>,
}

/// A finding as it is known from round to round, whatever bytes move: its file, name and sentence.
type FindingKey = (String, String, String);

/// Applies the edits of the findings selected by name and path.
pub fn mend(
    folder: &Folder,
    workspace: &Workspace,
    only: &[String],
    paths: &[String],
    today: Day,
) -> Mended {
    let options = ValidationOptions {
        date: today,
        criteria: true,
        selection: Selection::default(),
    };
    let selection = Selection {
        only,
        skip: &[],
        paths,
        gone: &[],
    };
    let mut rounds = Rounds {
        draft: Draft::of(folder),
        fixed: BTreeMap::new(),
        refused: BTreeSet::new(),
    };
    let mut validated = validate(workspace, folder, &options);
    for _ in 0..MOST_ROUNDS {
        let applied = rounds.apply(&validated, &selection);
        if applied.is_empty() {
            break;
        }
        let again = rounds.validate_again(workspace, &options);
        let worse = worsened(&applied, &counts(&validated), &counts(&again));
        rounds.keep(&applied, &worse);
        validated = if worse.is_empty() {
            again
        } else {
            rounds.validate_again(workspace, &options)
        };
    }
    let left = validated
        .findings
        .iter()
        .filter(|finding| selection.contains(finding))
        .map(|finding| (finding.severity, finding.name.to_string()))
        .collect();
    Mended {
        draft: rounds.draft,
        fixed: rounds.fixed,
        left,
    }
}

/// What was applied to one file in one round.
struct Applied {
    /// The text before.
    before: String,
    findings: Vec<FindingKey>,
}

struct Rounds {
    draft: Draft,
    fixed: BTreeMap<String, Vec<String>>,
    /// Findings whose edits brought others.
    refused: BTreeSet<FindingKey>,
}

impl Rounds {
    /// Applies the edits of one round. Edits that touch others wait for the next.
    fn apply(&mut self, validated: &Validated, selection: &Selection) -> BTreeMap<String, Applied> {
        let mut changes: BTreeMap<&str, (Vec<Edit>, Vec<&Finding>)> = BTreeMap::new();
        let singles: BTreeSet<&str> = self.refused.iter().map(|(file, ..)| &**file).collect();
        for finding in &validated.findings {
            let Some((file, edits)) = fix_of(finding) else {
                continue;
            };
            if !selection.contains(finding) || self.refused.contains(&key(finding)) {
                continue;
            }
            let (accepted, findings) = changes.entry(file).or_default();
            // Where one edit brought a fault, the others are tried one at a time.
            if findings.is_empty() || !singles.contains(file) && are_apart(accepted, edits) {
                accepted.extend(edits.iter().cloned());
                findings.push(finding);
            }
        }
        let mut applied = BTreeMap::new();
        for (file, (edits, findings)) in changes {
            let findings: Vec<FindingKey> = findings.into_iter().map(key).collect();
            match self.edited(file, &edits) {
                Some((before, after)) => {
                    self.draft.write(file, &after);
                    applied.insert(file.to_owned(), Applied { before, findings });
                }
                None => self.refused.extend(findings),
            }
        }
        applied
    }

    /// The text of a file before and after edits; `None` if they change nothing or do not fit.
    fn edited(&self, file: &str, edits: &[Edit]) -> Option<(String, String)> {
        let source = self.draft.read(file)?;
        let syntax = Syntax::of(file).unwrap_or(Syntax::Toml);
        let after =
            with_line_breaks_of(&source.text, documents::apply(&source.text, syntax, edits)?);
        (after != source.text).then_some((source.text, after))
    }

    fn validate_again(&self, workspace: &Workspace, options: &ValidationOptions) -> Validated {
        let (folder, language) = (self.draft.folder(), workspace.language);
        let workspace = workspace::load(&folder, Some(language), language);
        validate(&workspace, &folder, options)
    }

    /// Counts what was applied to files, and takes it back where it made a file worse.
    fn keep(&mut self, applied: &BTreeMap<String, Applied>, worse: &BTreeSet<String>) {
        for (file, applied) in applied {
            if !worse.contains(file) {
                let names = applied.findings.iter().map(|(_, name, _)| name.clone());
                self.fixed.entry(file.clone()).or_default().extend(names);
                continue;
            }
            self.draft.write(file, &applied.before);
            // Of several edits, the first is tried alone in the next round.
            match &applied.findings[..] {
                [only] => {
                    self.refused.insert(only.clone());
                }
                all => self.refused.extend(all.first().cloned()),
            }
        }
    }
}

/// The file that a finding proposes to change, and how; `None` if it proposes nothing, or to change
/// anything but one record.
fn fix_of(finding: &Finding) -> Option<(&str, &[Edit])> {
    let edits = &finding.help.as_ref()?.edits;
    let file = &*edits.first()?.place.file;
    let is_one_record =
        file.starts_with(RECORDS) && edits.iter().all(|edit| &*edit.place.file == file);
    is_one_record.then_some((file, edits))
}

/// Whether some edits touch none of others, so that all can be applied at once.
fn are_apart(accepted: &[Edit], edits: &[Edit]) -> bool {
    accepted.iter().all(|one| {
        edits
            .iter()
            .all(|other| match (&one.place.at, &other.place.at) {
                (At::Span(one), At::Span(other)) => one.end < other.start || other.end < one.start,
                _ => false,
            })
    })
}

/// A text with the line breaks of another one, where edits brought bare ones.
fn with_line_breaks_of(before: &str, after: String) -> String {
    if before.contains("\r\n") && !before.replace("\r\n", "").contains('\n') {
        after.replace("\r\n", "\n").replace('\n', "\r\n")
    } else {
        after
    }
}

fn key(finding: &Finding) -> FindingKey {
    (
        finding.primary.place.file.to_string(),
        finding.name.to_string(),
        finding.sentence.clone(),
    )
}

/// The findings, each with its severity and how often it was found.
fn counts(validated: &Validated) -> BTreeMap<FindingKey, (Severity, usize)> {
    let mut counts = BTreeMap::new();
    for finding in &validated.findings {
        counts
            .entry(key(finding))
            .or_insert((finding.severity, 0))
            .1 += 1;
    }
    counts
}

/// The files in which edits left what they should correct, or brought an error to a text that could
/// be read.
fn worsened(
    applied: &BTreeMap<String, Applied>,
    before: &BTreeMap<FindingKey, (Severity, usize)>,
    after: &BTreeMap<FindingKey, (Severity, usize)>,
) -> BTreeSet<String> {
    let mut worse = BTreeSet::new();
    for (key, (severity, count)) in after {
        let Some(applied) = applied.get(&key.0) else {
            continue;
        };
        let count_before = before.get(key).map_or(0, |(_, count)| *count);
        let was_readable = !before
            .keys()
            .any(|(file, name, _)| *file == key.0 && is_hint(name));
        let is_left = applied.findings.contains(key) && *count >= count_before;
        let is_brought = *severity == Severity::Error && was_readable && *count > count_before;
        if is_left || is_brought {
            worse.insert(key.0.clone());
        }
    }
    worse
}

/// Whether a rule is about how a text is written, so that its findings hide others.
fn is_hint(name: &str) -> bool {
    HINTS.iter().any(|hint| hint.rule.name == name)
}
