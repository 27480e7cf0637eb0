//! `apes validate`: every record against shape, references and published figures.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::calendar::Day;
use crate::commands::shared::clock::{day, year};
use crate::commands::shared::command::{ExitStatus, RunContext, eprint, print};
use crate::commands::shared::selection::{paths_below, require_check};
use crate::diagnostic::{Finding, Severity};
use crate::language::Language;
use crate::renderers::findings::{self, FindingsReport, Format, Width};
use crate::renderers::safe;
use crate::say;
use crate::validation::{Selection, Validated, ValidationOptions, validate};
use crate::views::view::Incomplete;
use crate::workspace::Workspace;

/// Check every record: shape, references, periods, codes, published figures
#[derive(Args)]
pub struct Arguments {
    /// Only findings in these files or folders
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Only findings of these checks
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Leave these checks out
    #[arg(long, value_name = "NAME")]
    skip: Vec<String>,
    /// Exit with 1 on warnings too
    #[arg(long, value_name = "LEVEL", value_parser = ["warnings"])]
    deny: Option<String>,
    /// How findings are presented
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: FindingsFormat,
    /// Day on which the charter applies and deadlines are evaluated, instead of today
    #[arg(long, value_name = "DAY", value_parser = day)]
    at: Option<Day>,
    /// Likewise, on the last day of a year
    #[arg(long, value_name = "YEAR", value_parser = year, conflicts_with = "at")]
    year: Option<u16>,
}

/// Formats of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FindingsFormat {
    /// With excerpts
    Human,
    /// One line per finding
    Short,
    /// For other programs
    Json,
}

impl FindingsFormat {
    /// The format with the width and colours of this run.
    fn for_run(self, context: &RunContext) -> Format {
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

/// Validates the workspace and prints the findings.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open()?;
    for name in arguments.only.iter().chain(&arguments.skip) {
        require_check(name, workspace)?;
    }
    let (paths, gone) = paths_below(&folder, &arguments.paths, workspace.language)?;
    let options = ValidationOptions {
        date: evaluation_date(arguments, context.today),
        criteria: true,
        selection: Selection {
            only: &arguments.only,
            skip: &arguments.skip,
            paths: &paths,
            gone: &gone,
        },
    };
    let validated = validate(workspace, &folder, &options);
    if !(context.quiet && validated.findings.is_empty() && arguments.format != FindingsFormat::Json)
    {
        let text = findings::render(
            &FindingsReport {
                findings: &validated.findings,
                sources: &validated.sources,
                language: workspace.language,
                summary: &summary(workspace, &validated),
                held_back: validated.held_back,
                silenced: validated.silenced,
                records: workspace.network.size(),
            },
            arguments.format.for_run(context),
        );
        print(&text)?;
    }
    tell_hidden(workspace, &validated);
    let counts = validated.count(Severity::Error) > 0
        || arguments.deny.is_some() && validated.count(Severity::Warning) > 0;
    Ok(if counts {
        ExitStatus::Findings
    } else {
        ExitStatus::Success
    })
}

/// Says on standard error that files could not be read, where no finding that was asked for does.
fn tell_hidden(workspace: &Workspace, validated: &Validated) {
    let is_said = |finding: &Finding| finding.severity == Severity::Error;
    if let Some(missing) = Incomplete::of(&workspace.network)
        && !validated.findings.iter().any(is_said)
    {
        eprint(&safe::line(&missing.sentence(workspace.language)));
    }
}

/// The date for which criteria are evaluated: `--at`, or the last day of `--year` (today, for the
/// current year).
fn evaluation_date(arguments: &Arguments, today: Day) -> Day {
    match (arguments.at, arguments.year) {
        (Some(day), _) => day,
        (None, Some(year)) if year != today.year => Day::last_of(year),
        (None, _) => today,
    }
}

/// Counts of records and findings in one line; a second line for judgements held back.
fn summary(workspace: &Workspace, validated: &Validated) -> String {
    let (network, language) = (&workspace.network, workspace.language);
    let records = counted(network.size(), &RECORDS, language);
    let territories = counted(network.territories.len(), &TERRITORIES, language);
    let actors = counted(network.actors.len(), &ACTORS, language);
    let dynamics = counted(network.dynamics.len(), &DYNAMICS, language);
    let published = counted(network.published.len(), &PUBLISHED, language);
    let errors = counted(validated.count(Severity::Error), &ERRORS, language);
    let warnings = counted(validated.count(Severity::Warning), &WARNINGS, language);
    let notes = counted(validated.count(Severity::Note), &NOTES, language);
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
        let held_back = counted(validated.held_back, &JUDGEMENTS, language);
        text.push_str(&say!(language,
            fr: "\n{held_back} en attente\u{a0}: des fichiers à corriger d'abord pourraient y \
                répondre",
            en: "\n{held_back} held back: files to be corrected first could answer them"));
    }
    text
}

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
const ERRORS: Noun = [("erreur", "erreurs"), ("error", "errors")];
const WARNINGS: Noun = [("avertissement", "avertissements"), ("warning", "warnings")];
const NOTES: Noun = [("note", "notes"), ("note", "notes")];
const SILENCED: Noun = [("tu", "tus"), ("silenced", "silenced")];
const JUDGEMENTS: Noun = [("jugement", "jugements"), ("judgement", "judgements")];

fn counted(count: usize, [french, english]: &Noun, language: Language) -> String {
    let (one, several) = match language {
        Language::French => french,
        Language::English => english,
    };
    language.count(count, one, several)
}
