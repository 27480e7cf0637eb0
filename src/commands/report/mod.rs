//! `apes report`: a report about the network, a territory or a grant.

mod grant;
mod templates;

use std::path::PathBuf;

use anyhow::{Result, anyhow, bail};
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::commands::shared::clock::Clock;
use crate::commands::shared::command::{ExitStatus, RunContext, print};
use crate::commands::shared::naming::{french_names, report_called, spellings};
use crate::commands::shared::output::{PictureOptions, ReportOptions};
use crate::commands::shared::report_list::report_list;
use crate::geography::outline::Outlines;
use crate::language::Language;
use crate::renderers::format::{Format, RenderOptions, TemplateKind};
use crate::renderers::page::{Markup, Page, Template};
use crate::say;
use crate::sources::Folder;
use crate::views::VIEWS;
use crate::views::view::{Commit, Facts, MONTHS_AHEAD, MapOptions, Question, ReportScope, View};
use crate::workspace::Workspace;
use crate::workspace::commit::{RecordsCommit, commit_of};
use crate::workspace::outlines::{OUTLINES, UnreadableOutlines, outlines};

use templates::OwnTemplate;

/// Write a report; without a name, list the reports
#[derive(Args)]
pub struct Arguments {
    /// Which report
    #[arg(value_name = "NAME", value_parser = report_names())]
    name: Option<&'static str>,
    /// Fill in your own template, which can use the facts of every report
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    template: Option<PathBuf>,
    /// Lay the report out by the workspace's own Typst template, a program that can take all time
    /// and memory
    #[arg(long)]
    trust_templates: bool,
    /// Months ahead in which deadlines are listed, in the report `freshness`: 6 by default
    #[arg(
        long,
        value_name = "N",
        // At most a century.
        value_parser = clap::value_parser!(u16).range(..=1200)
    )]
    within: Option<u16>,
    /// Only this agreement or call, for the report `funder`: the id of its record, then its key, as
    /// in dunkerque/littoral-2023
    #[arg(long, value_name = "RECORD/KEY", conflicts_with_all = ["theme", "territory"])]
    agreement: Option<String>,
    /// Count the network itself among those that cooperate, in the report `network`
    #[arg(long)]
    with_us: bool,
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    options: ReportOptions,
    #[command(flatten)]
    picture: PictureOptions,
}

fn report_names() -> impl TypedValueParser<Value = &'static str> {
    let values = VIEWS.iter().map(|view| {
        PossibleValue::new(view.name).aliases(spellings(view.name, french_names(view.name)))
    });
    PossibleValuesParser::new(values)
        .try_map(|name| report_called(&name).ok_or_else(|| anyhow!("`{name}` is not a report")))
}

/// Writes the report or fills in the template.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    if arguments.name.is_none() && arguments.template.is_none() {
        return list(arguments, context);
    }
    let completeness = &arguments.options.completeness;
    let (folder, workspace) = completeness.open(context)?;
    let (language, output) = (workspace.language, &arguments.options.output);
    let view = VIEWS.iter().find(|view| arguments.name == Some(view.name));
    refuse_unheeded(arguments, view, language)?;
    let question = question(arguments, view, &folder, workspace, context)?;
    require_territory(view, &question)?;
    let template = match (&arguments.template, view) {
        (Some(path), _) => Some(templates::named(&folder, path, language)?),
        (None, Some(view)) => {
            let own = templates::replacing(&folder, view.name, output.format(language)?, language)?;
            templates::trusted(own, arguments.trust_templates, language)?
        }
        (None, None) => None,
    };
    if let Some(template) = &template {
        let path = folder.root().join(&*template.source.path);
        output.require_other(&path, language)?;
    }
    let facts = view.map(|view| (view.gather)(&question));
    let written = write(arguments, context, &question, template, facts)?;
    Ok(completeness.status(written, workspace))
}

/// Lists the reports; a file that was asked for would not be written, which is an error.
fn list(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let language = context.reader_language();
    if arguments.options.output.is_requested() {
        bail!(say!(language,
            fr: "il manque le nom d'un rapport\u{a0}: `apes report` les énumère",
            en: "the name of a report is missing: `apes report` lists them"));
    }
    print(&report_list(context.columns, language))?;
    Ok(ExitStatus::Success)
}

/// Fills in the template, or renders the facts in their format.
fn write(
    arguments: &Arguments,
    context: &RunContext,
    question: &Question,
    template: Option<OwnTemplate>,
    facts: Option<Facts>,
) -> Result<ExitStatus> {
    let (language, output) = (question.language, &arguments.options.output);
    match (template, facts) {
        (
            Some(OwnTemplate {
                kind: TemplateKind::Page(markup),
                source,
            }),
            facts,
        ) => {
            let reports: Vec<&str> = VIEWS.iter().map(|view| view.name).collect();
            let page = Page {
                markup,
                language,
                reports: &reports,
                own: Some(Template {
                    path: &source.path,
                    text: &source.text,
                }),
            };
            let text = fill(&page, facts.as_ref(), question)?;
            output.deliver(text.into_bytes(), context, language)
        }
        (template, Some(facts)) => {
            let options = RenderOptions {
                sheet: arguments.picture.sheet(),
                png_width: arguments.picture.png_width(),
                template: template.as_ref().map(OwnTemplate::as_template),
                ..output.render_options(context, language)
            };
            output.write_with(&facts, &options, context)
        }
        (_, None) => Ok(ExitStatus::Success),
    }
}

/// The question of a report: that of its filters, with all that only reports are asked.
fn question<'n>(
    arguments: &Arguments,
    view: Option<&View>,
    folder: &Folder,
    workspace: &'n Workspace,
    context: &RunContext,
) -> Result<Question<'n>> {
    let language = workspace.language;
    let filters = arguments
        .options
        .question(workspace, &arguments.clock, context)?;
    let format = arguments.options.output.format(language)?;
    let map_options = arguments.picture.map_options();
    let commit = commit_of(folder);
    let outlines = added_outlines(folder, language)?;
    let grant = match &arguments.agreement {
        Some(typed) => Some(grant::find(typed, view, &workspace.network, language)?),
        None => None,
    };
    Ok(Question {
        every_year: shows_every_year(format, &map_options),
        map_options,
        within: arguments.within.unwrap_or(MONTHS_AHEAD),
        commit: commit.map(|RecordsCommit { id, day, modified }| Commit { id, day, modified }),
        outlines,
        grant,
        with_us: arguments.with_us,
        ..filters
    })
}

/// Whether facts hold every year in both languages, for the page on which readers move through
/// years. A map of anything but themes is drawn once, as it is, since that page filters by theme.
fn shows_every_year(format: &Format, map_options: &MapOptions) -> bool {
    format.markup() == Some(Markup::Html) && *map_options == MapOptions::default()
}

/// The outlines added by `apes geography`, if there are any.
fn added_outlines(folder: &Folder, language: Language) -> Result<Option<&'static Outlines>> {
    match outlines(folder) {
        // Leaked because figures borrow outlines for as long as the embedded ones, which are
        // static; a run reads them once.
        Ok(outlines) => Ok(outlines.map(|outlines| &*Box::leak(Box::new(outlines)))),
        Err(UnreadableOutlines { cause }) => {
            let sentence = say!(language,
                fr: "`{OUTLINES}` ne peut pas être lu\u{202f}; `apes geography add FICHIER \
                    --replace` l'écrit à neuf",
                en: "`{OUTLINES}` cannot be read; `apes geography add FILE --replace` writes it \
                    anew");
            Err(match cause {
                Some(cause) => anyhow!(cause).context(sentence),
                None => anyhow!(sentence),
            })
        }
    }
}

/// Refuses an option that only another report heeds: without a word, its reader would take the
/// answer for what was asked. A template may use the facts of every report.
fn refuse_unheeded(arguments: &Arguments, view: Option<&View>, language: Language) -> Result<()> {
    let Some(view) = view.filter(|_| arguments.template.is_none()) else {
        return Ok(());
    };
    for (option, is_given, report) in [
        ("--within", arguments.within.is_some(), "freshness"),
        ("--with-us", arguments.with_us, "network"),
    ] {
        if is_given && view.name != report {
            bail!(say!(language,
                fr: "{option} n'a d'effet que sur le rapport `{report}`\u{a0}: `apes report \
                    {report} {option} …`",
                en: "{option} is heeded by the report `{report}` alone: `apes report {report} \
                    {option} …`"));
        }
    }
    Ok(())
}

/// Refuses a report about one territory where none is named, and lists those that can be.
fn require_territory(view: Option<&View>, question: &Question) -> Result<()> {
    let is_about_territory = view.is_some_and(|view| view.of == ReportScope::Territory);
    if !is_about_territory || question.territory.is_some() {
        return Ok(());
    }
    let followed: Vec<String> = question
        .network
        .followed_ever()
        .map(|record| record.id.to_string())
        .collect();
    if followed.is_empty() {
        bail!(say!(question.language,
            fr: "cette fiche parle d'un territoire\u{a0}: le nommer avec --territory, par son \
                identifiant ou son code officiel",
            en: "this sheet is about one territory: name it with --territory, by its id or its \
                official code"));
    }
    let followed = followed.join(", ");
    bail!(say!(question.language,
        fr: "cette fiche parle d'un territoire\u{a0}: le nommer avec --territory\u{202f}; \
            suivis\u{a0}: {followed}",
        en: "this sheet is about one territory: name it with --territory; followed: {followed}"))
}

/// Fills in a page, for which only the views that it uses are gathered.
fn fill(page: &Page, facts: Option<&Facts>, question: &Question) -> Result<String> {
    let names = page.names()?;
    let used = VIEWS.iter().filter(|view| names.contains(view.name));
    let others: Vec<Facts> = used.map(|view| (view.gather)(question)).collect();
    Ok(page.render(facts, &others)?)
}
