//! `apes charter try`: before a vote, the records that an amendment would affect.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::charter::{Charter, CompiledCharter};
use crate::checks::criteria::criterion_error_finding;
use crate::checks::example_run::outcomes;
use crate::checks::rule_of;
use crate::commands::charter::open::open;
use crate::commands::shared::clock::Clock;
use crate::commands::shared::command::{ExitStatus, RunContext, did_you_mean};
use crate::commands::shared::excerpts::{refuse, typed_error};
use crate::commands::shared::output::ReportOptions;
use crate::diagnostic::{Finding, nearest};
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::sources::{Folder, Source};
use crate::views::charter_tools::{self, Proposal};
use crate::workspace::{self, Workspace};

/// Try an amendment before the vote: which records would no longer meet a criterion, and which
/// would now meet it
#[derive(Args)]
pub struct Arguments {
    /// The proposed charter: a whole file, or a patch that names its `base`
    #[arg(value_name = "FILE", required_unless_present_any = ["require", "condition"])]
    file: Option<PathBuf>,
    /// A criterion's new requirement, as in: --require fewer-than-three-families
    /// 'count(dynamic.families) >= 4'
    #[arg(long, num_args = 2, value_names = ["ID", "EXPRESSION"])]
    require: Vec<String>,
    /// A criterion's new condition, which chooses its records
    #[arg(long = "if", num_args = 2, value_names = ["ID", "EXPRESSION"])]
    condition: Vec<String>,
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    options: ReportOptions,
}

/// An expression given on the command line, for a key of a criterion.
struct TypedExpression<'a> {
    option: &'static str,
    key: &'static str,
    criterion: &'a str,
    text: &'a str,
}

/// A proposed charter, with the texts of its files if it was read from any.
struct ProposedCharter {
    charter: Charter,
    sources: Vec<Source>,
}

/// Compares the results of the charter with those of the proposed one.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let options = &arguments.options;
    let (folder, workspace) = open(&options.completeness, context)?;
    let (network, language) = (&workspace.network, workspace.language);
    let question = options.question(workspace, &arguments.clock, context)?;
    if let Some(file) = &arguments.file {
        options.output.require_other(file, language)?;
    }
    let proposed = match &arguments.file {
        None => ProposedCharter {
            charter: network.charter.clone(),
            sources: Vec::new(),
        },
        Some(file) if is_of_persons(file, &folder, workspace) => {
            let file = safe::line(&file.to_string_lossy());
            bail!(say!(language,
                fr: "`{file}` est dans le dossier des personnes, dont rien ne se montre",
                en: "`{file}` is in the folder of persons, of which nothing is shown"))
        }
        Some(file) => match read(file, &folder, language)? {
            Ok(proposed) => proposed,
            Err(refusal) => return Ok(refusal.print(&folder, context, language)),
        },
    };
    let typed = typed_expressions(arguments);
    let proposed = amended(proposed, &typed, language)?;
    let compiled = network.compile_charter(&proposed.charter, language);
    let refusal = refusal(&proposed, &compiled, &typed, language);
    if !refusal.findings.is_empty() {
        return Ok(refusal.print(&folder, context, language));
    }
    let facts = charter_tools::proposal_report(
        &question,
        &Proposal {
            charter: &proposed.charter,
            examples: examples(&proposed.charter, &compiled, workspace),
        },
    );
    let written = options.output.write(&facts, context, language)?;
    Ok(options.completeness.status(written, workspace))
}

/// Whether a file is in the private folder of persons: what is wrong in a charter is shown with its
/// lines.
fn is_of_persons(file: &Path, folder: &Folder, workspace: &Workspace) -> bool {
    let people = workspace.network.settings.people.as_deref();
    people.is_some_and(|people| {
        let people = Folder::at(&folder.root().join(people));
        people.below(file).is_some()
    })
}

fn typed_expressions(arguments: &Arguments) -> Vec<TypedExpression<'_>> {
    let requires = arguments
        .require
        .chunks(2)
        .filter_map(|pair| typed_expression("--require", "requires", pair));
    let conditions = arguments
        .condition
        .chunks(2)
        .filter_map(|pair| typed_expression("--if", "if", pair));
    requires.chain(conditions).collect()
}

fn typed_expression<'a>(
    option: &'static str,
    key: &'static str,
    pair: &'a [String],
) -> Option<TypedExpression<'a>> {
    let [criterion, text] = pair else { return None };
    Some(TypedExpression {
        option,
        key,
        criterion,
        text,
    })
}

/// The findings that keep a charter from being tried, with the texts that they point into.
struct Refusal {
    findings: Vec<Finding>,
    sources: Vec<Source>,
}

impl Refusal {
    fn print(self, folder: &Folder, context: &RunContext, language: Language) -> ExitStatus {
        refuse(self.findings, &self.sources, folder, context, language)
    }
}

/// Reads a proposed charter, or the findings of a faulty file.
///
/// # Errors
/// Returns an error if the file cannot be read, or names a base that does not exist.
fn read(
    file: &Path,
    folder: &Folder,
    language: Language,
) -> Result<Result<ProposedCharter, Refusal>> {
    let Some(loaded) = workspace::charter_at(folder, file, language) else {
        bail!(unreadable(&file.to_string_lossy(), language));
    };
    if let Some(baseless) = loaded.bases.first() {
        let (file, base) = (safe::line(&baseless.file), safe::line(&baseless.named));
        bail!(say!(language,
            fr: "`{file}` ne peut pas partir de `{base}`\u{a0}: sa base est `apes`, ou un autre \
                fichier de cet espace de travail",
            en: "`{file}` cannot start from `{base}`: its base is `apes`, or another file of this \
                workspace"));
    }
    if let Some(unread) = loaded.unread.first() {
        bail!(unreadable(&unread.file, language));
    }
    if !loaded.is_valid() {
        return Ok(Err(Refusal {
            findings: loaded.findings,
            sources: loaded.texts,
        }));
    }
    Ok(Ok(ProposedCharter {
        charter: loaded.charter,
        sources: loaded.texts,
    }))
}

fn unreadable(file: &str, language: Language) -> String {
    let file = safe::line(file);
    say!(language,
        fr: "`{file}` ne peut pas être lu",
        en: "`{file}` cannot be read")
}

/// The proposed charter with the expressions of the command line in place.
///
/// # Errors
/// Returns an error if the charter has no criterion of a given name.
fn amended(
    mut proposed: ProposedCharter,
    typed: &[TypedExpression],
    language: Language,
) -> Result<ProposedCharter> {
    for expression in typed {
        let criteria = &mut proposed.charter.criteria;
        let Some(index) = criteria.get_index_of(expression.criterion) else {
            let ids = criteria.iter().map(|(id, _)| id.as_str());
            let suggestion = did_you_mean(nearest(expression.criterion, ids), language);
            let id = safe::line(expression.criterion);
            bail!(say!(language,
                fr: "la charte n'a pas de critère `{id}`{suggestion}",
                en: "the charter has no criterion `{id}`{suggestion}"));
        };
        let criterion = &mut criteria[index];
        match expression.key {
            "if" => criterion.condition = Some(expression.text.to_owned()),
            _ => expression.text.clone_into(&mut criterion.requires),
        }
    }
    Ok(proposed)
}

/// The errors of the proposed criteria, in the argument or the file that holds them.
fn refusal(
    proposed: &ProposedCharter,
    compiled: &CompiledCharter,
    typed: &[TypedExpression],
    language: Language,
) -> Refusal {
    let mut sources = proposed.sources.clone();
    let mut findings = Vec::new();
    for (id, fault) in &compiled.errors {
        // The last expression given for a key is the one in place.
        let expression = typed
            .iter()
            .rev()
            .find(|expression| expression.criterion == *id && expression.key == fault.key);
        findings.push(match expression {
            Some(expression) => {
                let source = source_of(expression);
                let finding = typed_error(fault, &source, language);
                sources.push(source);
                finding
            }
            // An error that the charter had before is reported by `apes validate`.
            None if proposed.sources.is_empty() => continue,
            None => {
                let place = proposed.charter.error_place(id, fault);
                criterion_error_finding(rule_of(fault.kind), fault, place, language)
            }
        });
    }
    Refusal { findings, sources }
}

/// An expression of the command line as a text that findings can point into.
fn source_of(expression: &TypedExpression) -> Source {
    let criterion = safe::line(expression.criterion);
    let name = format!("{} {criterion}", expression.option);
    Source::new(&name, expression.text.to_owned())
}

/// The changed criteria, each with the number of its examples that give another result.
fn examples(
    charter: &Charter,
    compiled: &CompiledCharter,
    workspace: &Workspace,
) -> Vec<(String, usize)> {
    let network = &workspace.network;
    compiled
        .criteria
        .iter()
        .filter(|changed| network.charter.criteria.get(changed.id) != Some(changed.criterion))
        .map(|criterion| {
            let (right, wrong) = outcomes(criterion, charter, network, workspace.language);
            let failed = right.iter().chain(&wrong).filter(|passed| !**passed);
            (criterion.id.to_owned(), failed.count())
        })
        .collect()
}
