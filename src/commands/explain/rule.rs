//! The explanation of a rule: its reason, an example, what to do if one disagrees.

use crate::checks::{self, neighbours};
use crate::commands::explain::{Known, disagree};
use crate::commands::shared::layout::{hanging, indented};
use crate::diagnostic::{Rule, Severity};
use crate::documents::hints::HINTS;
use crate::say;

/// Findings shown of an example: some rules have a dozen variants.
const SHOWN_FINDINGS: usize = 3;

/// Explains a rule.
pub(super) fn explanation(rule: &Rule, known: &Known) -> String {
    let language = known.language;
    let (name, severity) = (rule.name, rule.severity.word(language));
    let findings: Vec<&str> = rule
        .example
        .get(language)
        .split("\n\n")
        .take(SHOWN_FINDINGS)
        .collect();
    let heading = say!(language, fr: "  Pourquoi   ", en: "  Why        ");
    let because = hanging(&heading, rule.because.get(language), known.columns);
    let wrong = indented(&findings.join("\n\n"));
    let mut text = say!(language,
        fr: "{name} · {severity}\n\n{because}\n  Faux       les constats d'`apes \
            validate`\u{a0}:\n\n{wrong}",
        en: "{name} · {severity}\n\n{because}\n  Wrong      the findings of `apes \
            validate`:\n\n{wrong}");
    if let Some(right) = checks::right_example(rule.name) {
        let right = indented(right);
        text += &say!(language,
            fr: "\n  Juste      les mêmes lignes, corrigées\u{a0}:\n\n{right}",
            en: "\n  Right      the same lines, corrected:\n\n{right}");
    }
    let is_syntax = HINTS.iter().any(|hint| hint.rule.name == rule.name);
    let stays = rule.severity == Severity::Error && is_syntax || rule.name == "unread-file";
    text += &("\n".to_owned() + &disagree::lines(name, stays, is_syntax, known));
    let near = neighbours(rule.name);
    if !near.is_empty() {
        let heading = say!(language, fr: "  Voir aussi ", en: "  See also   ");
        text += &("\n".to_owned() + &hanging(&heading, &near.join(", "), known.columns));
    }
    text
}
