//! `apes explain`: the reason of a check or criterion, with an example.

mod criterion;
mod layout;

use anyhow::{Result, bail};
use clap::Args;

use crate::checks;
use crate::commands::shared::command::{ExitStatus, RunContext, did_you_mean, eprint, print};
use crate::diagnostic::{Rule, nearest};
use crate::language::Language;
use crate::network::Network;
use crate::records::Target;
use crate::renderers::safe;
use crate::say;

use layout::{entry, hanging, indented};

/// Explain a check or a criterion of the charter, with an example; without a name, list them all
#[derive(Args)]
pub struct Arguments {
    /// Name of a check or of a criterion, as a finding shows it in brackets
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

/// Findings shown of an example: some rules have a dozen variants.
const SHOWN_FINDINGS: usize = 3;

/// Prints the explanation of a rule, or the list of all.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open_or_default()?;
    let (network, language) = (&workspace.network, workspace.language);
    let status = charter_status(network, language);
    let Some(name) = &arguments.name else {
        print(&list(network, language, context.columns))?;
        return Ok(status);
    };
    let explanation = checks::rules()
        .find(|rule| rule.name == name)
        .map(|rule| explanation(rule, language, context.columns))
        .or_else(|| criterion::explanation(network, &folder, name, language));
    let Some(explanation) = explanation else {
        let suggestion = did_you_mean(nearest(name, checks::names(network)), language);
        let name = safe::line(name);
        bail!(say!(language,
            fr: "il n'y a ni contrôle ni critère nommé `{name}`{suggestion}",
            en: "there is no check or criterion named `{name}`{suggestion}"));
    };
    print(&explanation)?;
    Ok(status)
}

/// Findings if the charter, from which criteria are explained, could not be read whole; standard
/// error then says so.
fn charter_status(network: &Network, language: Language) -> ExitStatus {
    if network.knows_all(Target::Principle) {
        return ExitStatus::Success;
    }
    eprint(&say!(language,
        fr: "Incomplet\u{a0}: la charte n'a pas pu être lue en entier (`apes validate` dit \
            pourquoi)",
        en: "Incomplete: the charter could not be read whole (`apes validate` says why)"));
    ExitStatus::Findings
}

/// All rules and criteria, each with its severity and its reason.
fn list(network: &Network, language: Language, columns: usize) -> String {
    let name_width = checks::names(network)
        .map(str::len)
        .max()
        .unwrap_or_default();
    let rules = checks::rules().map(|rule| (rule.name, rule.severity, rule.because.get(language)));
    let criteria = network.charter.criteria.iter().map(|(id, criterion)| {
        (
            id.as_str(),
            criterion.level.severity(),
            criterion.because.get(language),
        )
    });
    rules
        .chain(criteria)
        .map(|(name, severity, because)| {
            let severity = severity.word(language);
            let heading = format!("{name:name_width$}  {severity:13}  ");
            entry(&heading, &safe::line(because), columns)
        })
        .collect()
}

fn explanation(rule: &Rule, language: Language, columns: usize) -> String {
    let (name, severity) = (rule.name, rule.severity.word(language));
    let findings: Vec<&str> = rule
        .example
        .get(language)
        .split("\n\n")
        .take(SHOWN_FINDINGS)
        .collect();
    let heading = say!(language, fr: "  Pourquoi   ", en: "  Why        ");
    let because = hanging(&heading, rule.because.get(language), columns);
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
    text
}
