//! The list of all checks under headings, then the criteria of the charter.

use crate::checks::{self, HEADINGS};
use crate::commands::explain::Known;
use crate::commands::shared::layout::{entry, hanging};
use crate::diagnostic::Severity;
use crate::renderers::safe;
use crate::say;

/// Columns that a line needs beside the name.
const NARROW: usize = 45;

/// All rules and criteria, each with its severity and its reason.
pub(super) fn of_rules(known: &Known) -> String {
    let (network, language) = (known.network(), known.language);
    let name_width = checks::names(network).map(str::len).max();
    let name_width = name_width.unwrap_or_default();
    let line = |name: &str, severity: Severity, because: &str| {
        let severity = severity.word(language);
        if known.columns < name_width + NARROW {
            let text = format!("{severity} · {because}");
            return hanging("", name, known.columns)
                + &hanging("    ", &safe::line(&text), known.columns);
        }
        let heading = format!("{name:name_width$}  {severity:13}  ");
        entry(&heading, &safe::line(because), known.columns)
    };
    let mut text = String::new();
    for heading in HEADINGS {
        text += &format!("{}\n\n", heading.title.get(language));
        for rule in checks::rules().filter(|rule| heading.rules.contains(&rule.name)) {
            text += &line(rule.name, rule.severity, rule.because.get(language));
        }
        text.push('\n');
    }
    if !network.charter.criteria.is_empty() {
        text += &say!(language,
            fr: "Critères de la charte\n\n",
            en: "Criteria of the charter\n\n");
        for (id, criterion) in &network.charter.criteria {
            let because = criterion.because.get(language);
            text += &line(id, criterion.level.severity(), because);
        }
        text.push('\n');
    }
    let ending = say!(language,
        fr: "`apes explain NOM` en dit plus, avec un exemple\u{202f}; il explique aussi les clés \
            (`actor.member`), les listes (`themes`) et les mots.",
        en: "`apes explain NAME` tells more, with an example; it also explains keys \
            (`actor.member`), lists (`themes`) and words.");
    text + &hanging("", &ending, known.columns)
}
