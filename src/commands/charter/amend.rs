//! `apes charter try`: before a vote, which records an amendment would touch.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use crate::charter::{Charter, CompiledCharter};
use crate::checks::criteria::fault_at;
use crate::checks::example_run::outcomes;
use crate::checks::rule_of;
use crate::commands::shared::clock::Clock;
use crate::commands::shared::command::{ExitStatus, RunContext, did_you_mean, eprint};
use crate::commands::shared::output::ReportOptions;
use crate::diagnostic::{At, Finding, Place, Severity, nearest};
use crate::renderers::findings::{self, FindingsReport, Format, Width};
use crate::renderers::safe;
use crate::say;
use crate::sources::{Folder, Source, Span};
use crate::views::charter_tools::{self, Proposal};
use crate::workspace::{self, Workspace};

/// Try an amendment before the vote: which records would pass from holding to failing, and back
#[derive(Args)]
pub struct Arguments {
    /// The charter as it would be: a whole file, or a patch that names its `base`
    #[arg(value_name = "FILE", required_unless_present_any = ["require", "condition"])]
    file: Option<PathBuf>,
    /// What a criterion would ask, by its name, as in: --require fewer-than-three-families
    /// 'count(dynamic.families) >= 4'
    #[arg(long, num_args = 2, value_names = ["ID", "EXPRESSION"])]
    require: Vec<String>,
    /// Which records a criterion would look at
    #[arg(long = "if", num_args = 2, value_names = ["ID", "EXPRESSION"])]
    condition: Vec<String>,
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    form: ReportOptions,
}

/// An expression typed on the command line: the option, the criterion, the text.
struct Typed<'a> {
    option: &'static str,
    key: &'static str,
    id: &'a str,
    text: &'a str,
}

/// The charter as it would be, and the texts of its file where it is one.
struct Proposed {
    charter: Charter,
    sources: Vec<Source>,
}

/// Runs it.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = crate::commands::charter::open(context)?;
    let question = arguments
        .form
        .question(workspace, &arguments.clock, context)?;
    let Some(proposed) = proposed(arguments, &folder, workspace, context)? else {
        return Ok(ExitStatus::CouldNotRun);
    };
    let charter = &proposed.charter;
    let network = &workspace.network;
    let law = network.compile_charter(charter, workspace.language);
    let typed = typed(arguments);
    if tell_faults(&proposed, &law, &typed, workspace, (&folder, context)) {
        return Ok(ExitStatus::CouldNotRun);
    }
    let otherwise = |passed: &[bool]| passed.iter().filter(|passed| !**passed).count();
    let examples = law
        .statutes
        .iter()
        .filter(|compiled| network.charter.criteria.get(compiled.id) != Some(compiled.criterion));
    let examples = examples.map(|compiled| {
        let (right, wrong) = outcomes(compiled, charter, network, workspace.language);
        (
            compiled.id.to_owned(),
            otherwise(&right) + otherwise(&wrong),
        )
    });
    let proposal = Proposal {
        charter,
        examples: examples.collect(),
    };
    arguments.form.shape.answer(
        &charter_tools::tried(&question, &proposal),
        context,
        workspace.language,
    )
}

fn typed(arguments: &Arguments) -> Vec<Typed<'_>> {
    let requires = arguments
        .require
        .chunks(2)
        .filter_map(|pair| as_typed("--require", "requires", pair));
    let conditions = arguments
        .condition
        .chunks(2)
        .filter_map(|pair| as_typed("--if", "if", pair));
    requires.chain(conditions).collect()
}

fn as_typed<'a>(option: &'static str, key: &'static str, pair: &'a [String]) -> Option<Typed<'a>> {
    let [id, text] = pair else { return None };
    Some(Typed {
        option,
        key,
        id,
        text,
    })
}

/// The charter as it would be; nothing where the file is faulty, which is then told.
fn proposed(
    arguments: &Arguments,
    folder: &Folder,
    workspace: &Workspace,
    context: &RunContext,
) -> Result<Option<Proposed>> {
    let language = workspace.language;
    let (mut charter, sources) = match &arguments.file {
        None => (workspace.network.charter.clone(), Vec::new()),
        Some(file) => {
            let Some(read) = workspace::charter_at(folder, file, language) else {
                let file = safe::line(&file.to_string_lossy());
                bail!(
                    say!(language, fr: "`{file}` ne peut pas être lu", en: "`{file}` cannot be \
                        read")
                );
            };
            if let Some(baseless) = read.bases.first() {
                let (file, named) = (safe::line(&baseless.file), safe::line(&baseless.named));
                bail!(say!(language,
                    fr: "`{file}` ne peut pas partir de `{named}`\u{a0}: `apes`, ou un autre \
                        fichier de cet espace de travail",
                    en: "`{file}` cannot start from `{named}`: `apes`, or another file of this \
                        workspace"));
            }
            if read
                .findings
                .iter()
                .any(|finding| finding.severity == Severity::Error)
            {
                report(read.findings, &read.texts, workspace, (folder, context));
                return Ok(None);
            }
            (read.charter, read.texts)
        }
    };
    for Typed { key, id, text, .. } in typed(arguments) {
        let known = charter.criteria.0.iter().map(|(id, _)| id.as_str());
        let near = did_you_mean(nearest(id, known), language);
        let found = charter.criteria.0.iter_mut().find(|(known, _)| known == id);
        let Some((_, criterion)) = found else {
            let id = safe::line(id);
            bail!(say!(language,
                fr: "la charte n'a pas de critère `{id}`{near}",
                en: "the charter has no criterion `{id}`{near}"));
        };
        match key {
            "if" => criterion.condition = Some(text.to_owned()),
            _ => text.clone_into(&mut criterion.requires),
        }
    }
    Ok(Some(Proposed { charter, sources }))
}

/// Tells what is wrong with the criteria that are proposed, under the argument or in the file;
/// whether there is any.
fn tell_faults(
    proposed: &Proposed,
    law: &CompiledCharter,
    typed: &[Typed],
    workspace: &Workspace,
    to: (&Folder, &RunContext),
) -> bool {
    let mut sources = proposed.sources.clone();
    let mut findings = Vec::new();
    for (id, fault) in &law.faults {
        let argument = typed
            .iter()
            .rev()
            .find(|one| one.id == *id && one.key == fault.key);
        let place = match argument {
            Some(one) => {
                let name = format!("{} {}", one.option, safe::line(one.id));
                let source = Source::new(&name, one.text.to_owned());
                let whole = Span::new(0, one.text.len());
                let place = Place {
                    file: source.path.clone(),
                    at: At::Span(fault.span.unwrap_or(whole)),
                };
                sources.push(source);
                place
            }
            // What was wrong with the charter before is told by `apes validate`.
            None if proposed.sources.is_empty() => continue,
            None => proposed.charter.place_of(id, fault),
        };
        findings.push(fault_at(
            rule_of(fault.faulty),
            fault,
            place,
            workspace.language,
        ));
    }
    let faulty = !findings.is_empty();
    if faulty {
        report(findings, &sources, workspace, to);
    }
    faulty
}

/// Shows findings to the person, as `apes validate` does.
fn report(
    findings: Vec<Finding>,
    texts: &[Source],
    workspace: &Workspace,
    (folder, context): (&Folder, &RunContext),
) {
    let resolved = workspace::resolve_beside(folder, texts, findings, workspace.language);
    let told = FindingsReport {
        findings: &resolved.findings,
        sources: &resolved.sources,
        language: workspace.language,
        summary: "",
        held_back: 0,
        silenced: 0,
        records: 0,
    };
    let width = Width {
        columns: context.columns,
        colour: context.colour,
    };
    eprint(findings::render(&told, Format::Human(width)).trim_end());
}
