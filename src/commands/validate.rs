//! `apes validate`: every record against shape, references and the published figures.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::calendar::Day;
use crate::checks::{self, Asked};
use crate::commands::shared::clock::{day, year};
use crate::commands::shared::command::{ExitStatus, RunContext, did_you_mean, print};
use crate::diagnostic::{Finding, Severity, nearest};
use crate::language::Language;
use crate::renderers::findings::{self, FindingsReport, Format, Width};
use crate::say;
use crate::sources::Folder;
use crate::workspace::{self, Workspace};

/// Check every record: shape, references, periods, codes, published figures
#[derive(Args)]
pub struct Arguments {
    /// Tell only findings of these files or folders
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Tell only these checks
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Leave these checks out
    #[arg(long, value_name = "NAME")]
    skip: Vec<String>,
    /// End with 1 on warnings too
    #[arg(long, value_name = "LEVEL", value_parser = ["warnings"])]
    deny: Option<String>,
    /// How to write findings
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Written,
    /// The day whose law holds and on which expiry is judged, instead of today
    #[arg(long, value_name = "DAY", value_parser = day)]
    at: Option<Day>,
    /// The same, on the last day of a year
    #[arg(long, value_name = "YEAR", value_parser = year, conflicts_with = "at")]
    year: Option<u16>,
}

/// Formats of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Written {
    /// With excerpts
    Human,
    /// One line each
    Short,
    /// For machines
    Json,
}

impl Written {
    /// The format as the terminal shows it.
    fn on(self, context: &RunContext) -> Format {
        match self {
            Self::Human => Format::Human(Width {
                columns: context.columns,
                colour: context.colour,
            }),
            Self::Short => Format::Short,
            Self::Json => Format::Json,
        }
    }
}

/// Runs it.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open()?;
    let names = arguments.only.iter().chain(&arguments.skip);
    for name in names {
        known(name, workspace)?;
    }
    let within = paths(arguments, &folder, workspace.language)?;
    let today = day_asked(arguments, context.today);
    let (found, held_back) = checks::run(&workspace.network, workspace.language, today);
    let (violations, more_held_back) =
        checks::criteria::judge(&workspace.network, workspace.language, today);
    let all: Vec<Finding> = workspace
        .findings
        .iter()
        .cloned()
        .chain(found)
        .chain(violations)
        .collect();
    let language = workspace.language;
    let asked = Asked {
        today,
        language,
        charter: true,
        held_back,
        skipped: &arguments.skip,
    };
    let (told_today, silenced) = checks::apply_levels(&workspace.network, all, &asked);
    let chosen = told_today.into_iter().filter(|finding| {
        let name = &*finding.name;
        (arguments.only.is_empty() || arguments.only.iter().any(|only| only == name))
            && !arguments.skip.iter().any(|skip| skip == name)
            && (within.is_empty()
                || within
                    .iter()
                    .any(|path| below(&finding.primary.place.file, path)))
    });
    let resolved = workspace::resolve(&folder, chosen.collect(), workspace.language);
    let mut told = FindingsReport {
        findings: &resolved.findings,
        sources: &resolved.sources,
        language: workspace.language,
        summary: "",
        held_back: held_back + more_held_back,
        silenced,
        records: workspace.network.size(),
    };
    let summary = summary(workspace, &told);
    told.summary = &summary;
    let grave = told.count(Severity::Error) > 0
        || arguments.deny.is_some() && told.count(Severity::Warning) > 0;
    if !(context.quiet && told.findings.is_empty() && arguments.format != Written::Json) {
        print(&findings::render(&told, arguments.format.on(context)))?;
    }
    Ok(if grave {
        ExitStatus::Findings
    } else {
        ExitStatus::Fine
    })
}

/// The day whose law holds: a year's last, but in this year today.
fn day_asked(arguments: &Arguments, today: Day) -> Day {
    let last = arguments.year.map(|year| {
        if year == today.year {
            today
        } else {
            Day::last_of(year)
        }
    });
    arguments.at.or(last).unwrap_or(today)
}

/// Refuses a name that no check bears: a typing error here would silence nothing, or everything.
fn known(name: &str, workspace: &Workspace) -> Result<()> {
    if checks::names(&workspace.network).any(|known| known == name) {
        return Ok(());
    }
    let language = workspace.language;
    let near = did_you_mean(nearest(name, checks::names(&workspace.network)), language);
    let name = crate::renderers::safe::line(name);
    bail!(
        say!(language, fr: "il n'y a pas de contrôle nommé `{name}`{near}", en: "there is no check \
            named `{name}`{near}")
    )
}

/// The paths asked for, below the root.
fn paths(arguments: &Arguments, folder: &Folder, language: Language) -> Result<Vec<String>> {
    arguments
        .paths
        .iter()
        .map(|path| {
            folder.below(path).ok_or_else(|| {
                let path = crate::renderers::safe::line(&path.to_string_lossy());
                anyhow::anyhow!(say!(language,
                    fr: "`{path}` n'existe pas dans cet espace de travail",
                    en: "`{path}` is not in this workspace"))
            })
        })
        .collect()
}

fn below(file: &Arc<str>, path: &str) -> bool {
    path.is_empty()
        || **file == *path
        || file
            .strip_prefix(path)
            .is_some_and(|rest| rest.starts_with('/'))
}

/// What was read and what was found, in one line; a second one says what could not be judged.
fn summary(workspace: &Workspace, told: &FindingsReport) -> String {
    let (network, language) = (&workspace.network, workspace.language);
    let count = |count: usize, fr: (&str, &str), en: (&str, &str)| match language {
        Language::French => language.count(count, fr.0, fr.1),
        Language::English => language.count(count, en.0, en.1),
    };
    let records = count(network.size(), ("fiche", "fiches"), ("record", "records"));
    let territories = count(
        network.territories.len(),
        ("territoire", "territoires"),
        ("territory", "territories"),
    );
    let actors = count(
        network.actors.len(),
        ("acteur", "acteurs"),
        ("actor", "actors"),
    );
    let dynamics = count(
        network.dynamics.len(),
        ("dynamique", "dynamiques"),
        ("dynamic", "dynamics"),
    );
    let published = count(
        network.published.len(),
        ("publication", "publications"),
        ("published", "published"),
    );
    let errors = count(
        told.count(Severity::Error),
        ("erreur", "erreurs"),
        ("error", "errors"),
    );
    let warnings = count(
        told.count(Severity::Warning),
        ("avertissement", "avertissements"),
        ("warning", "warnings"),
    );
    let notes = count(
        told.count(Severity::Note),
        ("note", "notes"),
        ("note", "notes"),
    );
    let mut text = format!(
        "{records} · {territories}, {actors}, {dynamics}, {published} · {errors}, {warnings}, \
            {notes}"
    );
    if told.silenced > 0 {
        let silenced = language.number(told.silenced as u64);
        text.push_str(&say!(language,
            fr: " · {silenced} tus par `apes.toml` ou une dispense",
            en: " · {silenced} silenced by `apes.toml` or a waiver"));
    }
    if told.held_back > 0 {
        let held = count(
            told.held_back,
            ("jugement", "jugements"),
            ("judgement", "judgements"),
        );
        text.push_str(&say!(language,
            fr: "\n{held} en attente\u{a0}: des fichiers à corriger d'abord pourraient y répondre",
            en: "\n{held} held back: files to be mended first could answer them"));
    }
    text
}
