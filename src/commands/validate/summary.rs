//! What is said in the end: findings by check, counts, and how to see what was not shown.

use crate::diagnostic::{Finding, Severity};
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::validation::Validated;
use crate::workspace::Workspace;

/// How many findings there are of each check: the gravest first, then the most frequent.
///
/// Those below a severity, which are not shown one by one, share a line.
pub(super) fn statistics(findings: &[Finding], level: Severity, language: Language) -> String {
    let mut checks: Vec<(Severity, &str, usize)> = Vec::new();
    for finding in findings {
        let (severity, name) = (finding.severity, &*finding.name);
        match checks
            .iter_mut()
            .find(|(one, check, _)| (*one, *check) == (severity, name))
        {
            Some((.., count)) => *count += 1,
            None => checks.push((severity, name, 1)),
        }
    }
    checks.sort_by_key(|(severity, name, count)| (std::cmp::Reverse((*severity, *count)), *name));
    let words = checks.iter().map(|(severity, ..)| severity.word(language));
    let width = words
        .map(|word| word.chars().count())
        .max()
        .unwrap_or_default();
    let mut text = String::new();
    let (shown, hidden): (Vec<_>, Vec<_>) = checks
        .into_iter()
        .partition(|(severity, ..)| *severity >= level);
    for (severity, name, count) in shown {
        let (word, name) = (severity.word(language), safe::line(name));
        text += &format!("{count:>5}  {word:width$}  {name}\n");
    }
    for same in hidden.chunk_by(|one, other| one.0 == other.0) {
        let word = same.first().map_or("", |one| one.0.word(language));
        let count: usize = same.iter().map(|(.., count)| count).sum();
        let names: Vec<String> = same
            .iter()
            .map(|(_, name, count)| format!("{} {count}", safe::line(name)))
            .collect();
        let names = names.join(", ");
        text += &format!("{count:>5}  {word:width$}  {names}\n");
    }
    text
}

/// How to see the findings that are only counted, and what can be corrected at once; empty if
/// there is nothing of the kind.
pub(super) fn hints(findings: &[Finding], level: Severity, language: Language) -> String {
    let mut hints = Vec::new();
    let hidden = findings.iter().filter(|finding| finding.severity < level);
    if hidden.count() > 0 {
        hints.push(say!(language,
            fr: "`--level note` montre aussi les notes",
            en: "`--level note` shows notes too"));
    }
    if findings.len() > 1 {
        hints.push(say!(language,
            fr: "`--all` montre tout",
            en: "`--all` shows everything"));
    }
    let fixable = findings
        .iter()
        .filter(|finding| is_fixable(finding))
        .count();
    if fixable > 0 {
        let count = counted(fixable, &CORRECTIONS, language);
        hints.push(say!(language,
            fr: "{count}\u{a0}: `apes fix`",
            en: "{count}: `apes fix`"));
    }
    hints.join(" · ")
}

fn is_fixable(finding: &Finding) -> bool {
    finding
        .help
        .as_ref()
        .is_some_and(|help| !help.edits.is_empty())
}

/// Counts of records and findings in one line; a second line for checks that wait.
pub(super) fn counts(workspace: &Workspace, validated: &Validated) -> String {
    let (network, language) = (&workspace.network, workspace.language);
    let records = counted(network.size(), &RECORDS, language);
    let territories = counted(network.territories.len(), &TERRITORIES, language);
    let actors = counted(network.actors.len(), &ACTORS, language);
    let dynamics = counted(network.dynamics.len(), &DYNAMICS, language);
    let published = counted(network.published.len(), &PUBLISHED, language);
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| severity.counted(validated.count(severity), language));
    let mut text = format!(
        "{records} · {territories}, {actors}, {dynamics}, {published} · {errors}, {warnings}, \
         {notes}"
    );
    if validated.silenced > 0 {
        let silenced = counted(validated.silenced, &SILENCED, language);
        text.push_str(&say!(language,
            fr: " · {silenced} par `apes.toml` ou une dispense",
            en: " · {silenced} by `apes.toml` or a waiver"));
    }
    if validated.held_back > 0 {
        let held_back = counted(validated.held_back, &QUESTIONS, language);
        text.push_str(&say!(language,
            fr: "\n{held_back} en attente, jusqu'à ce que les fichiers ci-dessus se lisent",
            en: "\n{held_back} left open until the files above can be read"));
    }
    text
}

const CORRECTIONS: Noun = [
    ("correction toute prête", "corrections toutes prêtes"),
    (
        "correction ready to be made",
        "corrections ready to be made",
    ),
];

/// A noun in French, then in English: singular and plural.
type Noun = [(&'static str, &'static str); 2];

const RECORDS: Noun = [("fiche", "fiches"), ("record", "records")];
const TERRITORIES: Noun = [("territoire", "territoires"), ("territory", "territories")];
const ACTORS: Noun = [("acteur", "acteurs"), ("actor", "actors")];
const DYNAMICS: Noun = [("dynamique", "dynamiques"), ("dynamic", "dynamics")];
const PUBLISHED: Noun = [
    ("publication", "publications"),
    ("publication", "publications"),
];
const SILENCED: Noun = [("tu", "tus"), ("silenced", "silenced")];
const QUESTIONS: Noun = [("vérification", "vérifications"), ("question", "questions")];

fn counted(count: usize, [french, english]: &Noun, language: Language) -> String {
    let (one, several) = match language {
        Language::French => french,
        Language::English => english,
    };
    language.count(count, one, several)
}
