//! `apes report`: what the network tells of itself.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use clap::Args;

use crate::commands::shared::clock::Clock;
use crate::commands::shared::command::{ExitStatus, RunContext, did_you_mean};
use crate::commands::shared::output::{Picture, ReportOptions};
use crate::diagnostic::nearest;
use crate::documents::Limits;
use crate::geography::outline::Outlines;
use crate::language::Language;
use crate::renderers::page::{Markup, Page, Template};
use crate::renderers::safe;
use crate::say;
use crate::sources::{Folder, Source};
use crate::views::VIEWS;
use crate::views::view::{Commit, Facts, MONTHS_AHEAD, Question, ReportScope, View};
use crate::workspace::commit::{RecordsCommit, commit_of};
use crate::workspace::outlines::{OUTLINES, UnreadableOutlines, outlines};

/// Where a network keeps its own templates.
const TEMPLATES: &str = "templates";

/// Write a report
#[derive(Args)]
pub struct Arguments {
    /// Which report
    #[arg(value_name = "NAME", value_parser = names(), required_unless_present = "template")]
    name: Option<String>,
    /// Fill in a template of one's own, which may name the facts of every report
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    template: Option<PathBuf>,
    /// How many months ahead to tell what ends
    #[arg(long, value_name = "N", default_value_t = MONTHS_AHEAD, value_parser = clap::value_parser!(u16).range(..=1200))]
    within: u16,
    /// Only this agreement or call, for the report `funder`: the id of its record, then its key, as
    /// in dunkerque/littoral-2023
    #[arg(long, value_name = "RECORD/KEY", conflicts_with_all = ["theme", "territory"])]
    agreement: Option<String>,
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    form: ReportOptions,
    #[command(flatten)]
    picture: Picture,
}

fn names() -> clap::builder::PossibleValuesParser {
    VIEWS
        .iter()
        .map(|view| view.name)
        .collect::<Vec<_>>()
        .into()
}

/// Runs it.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open()?;
    let (language, form) = (workspace.language, arguments.form.drawn(&arguments.picture));
    let mut question = form.question(workspace, &arguments.clock, context)?;
    question.within = arguments.within;
    question.commit =
        commit_of(&folder).map(|RecordsCommit { id, day, modified }| Commit { id, day, modified });
    question.outlines = added_outlines(&folder, language)?;
    let view = VIEWS
        .iter()
        .find(|view| arguments.name.as_deref() == Some(view.name));
    if let Some(typed) = &arguments.agreement {
        question.grant = Some(chosen(typed, view, &question)?);
    }
    named_where_needed(view, &question)?;
    let facts = view.map(|view| (view.gather)(&question));
    let own = match &arguments.template {
        Some(path) => Some(asked_for(&folder, path, language)?),
        None => override_of(
            &folder,
            view.map_or("", |view| view.name),
            form.shape.markup(language)?,
            language,
        )?,
    };
    match (own, facts) {
        (Some((markup, own)), facts) => {
            let page = Page {
                markup,
                language,
                own: Some(Template {
                    path: &own.path,
                    text: &own.text,
                }),
            };
            let text = filled(&page, facts.as_ref(), &question)?;
            form.shape.deliver(text.as_bytes(), language)
        }
        (None, Some(facts)) => {
            let own = if form.shape.is_pdf(language)? {
                own_pages(&folder, facts.report, language)?
            } else {
                None
            };
            let own = own.as_ref().map(|own| Template {
                path: &own.path,
                text: &own.text,
            });
            form.shape.answer_by(&facts, own, context, language)
        }
        (None, None) => Ok(ExitStatus::Fine),
    }
}

/// Outlines added by `apes geography`; leaked, since the facts of a report borrow them as they do
/// the network.
fn added_outlines(folder: &Folder, language: Language) -> Result<Option<&'static Outlines>> {
    match outlines(folder) {
        Ok(outlines) => Ok(outlines.map(|outlines| &*Box::leak(Box::new(outlines)))),
        Err(UnreadableOutlines { cause }) => {
            let sentence = say!(language,
                fr: "`{OUTLINES}` ne peut pas être lu\u{202f}; `apes geography add FICHIER \
                    --replace` l'écrit à neuf",
                en: "`{OUTLINES}` cannot be read; `apes geography add FILE --replace` writes it \
                    anew");
            Err(cause.map_or_else(
                || anyhow!(sentence.clone()),
                |cause| anyhow!(cause).context(sentence.clone()),
            ))
        }
    }
}

/// A sheet is about one territory, which must be named; those that could be are told.
fn named_where_needed(view: Option<&View>, question: &Question) -> Result<()> {
    let is_sheet = view.is_some_and(|view| view.of == ReportScope::Territory);
    if !is_sheet || question.territory.is_some() {
        return Ok(());
    }
    let known: Vec<String> = question
        .network
        .followed_ever()
        .map(|record| record.id.to_string())
        .collect();
    if known.is_empty() {
        bail!(say!(question.language,
            fr: "cette fiche parle d'un territoire\u{a0}: le nommer avec --territory, par son \
                identifiant ou son code officiel",
            en: "this sheet is about one territory: name it with --territory, by its id or its \
                official code"));
    }
    let known = known.join(", ");
    bail!(say!(question.language,
        fr: "cette fiche parle d'un territoire\u{a0}: le nommer avec --territory\u{202f}; \
            suivis\u{a0}: {known}",
        en: "this sheet is about one territory: name it with --territory; followed: {known}"))
}

/// The agreement or call that was typed, by its whole name or by its key where no other has it.
fn chosen(typed: &str, view: Option<&View>, question: &Question) -> Result<(String, String)> {
    let language = question.language;
    if view.is_some_and(|view| view.of != ReportScope::Grants) {
        bail!(say!(language,
            fr: "--agreement choisit une convention ou un appel pour le rapport `funder`\u{a0}: \
                `apes report funder --agreement …`",
            en: "--agreement chooses an agreement or a call for the report `funder`: `apes report \
                funder --agreement …`"));
    }
    let known: Vec<String> = question.network.grants().map(|grant| grant.id()).collect();
    let split = |name: &str| {
        name.split_once('/')
            .map(|(record, key)| (record.to_owned(), key.to_owned()))
    };
    let by_key: Vec<&String> = known
        .iter()
        .filter(|name| split(name).is_some_and(|(_, key)| key == typed))
        .collect();
    let found = known.iter().find(|name| *name == typed).or(match *by_key {
        [one] => Some(one),
        _ => None,
    });
    if let Some(found) = found.and_then(|name| split(name)) {
        return Ok(found);
    }
    let keys = known
        .iter()
        .filter_map(|name| Some(name.split_once('/')?.1));
    let near = nearest(typed, known.iter().map(String::as_str));
    let by_near_key = || {
        let near = nearest(typed, keys)?;
        known
            .iter()
            .find(|name| name.ends_with(&format!("/{near}")))
            .map(String::as_str)
    };
    let near = by_key
        .first()
        .map(|name| name.as_str())
        .or(near)
        .or_else(by_near_key);
    let near = did_you_mean(near, language);
    let typed = safe::line(typed);
    bail!(say!(language,
        fr: "aucune convention ni aucun appel ne s'appelle `{typed}`{near}\u{202f}; `apes report \
            funder` les énumère",
        en: "no agreement nor call is called `{typed}`{near}; `apes report funder` lists them"))
}

/// A page by the network's own template, for which only the views that it names are gathered.
fn filled(page: &Page, facts: Option<&Facts>, question: &Question) -> Result<String> {
    let names = page.names()?;
    let asked = VIEWS.iter().filter(|view| names.contains(view.name));
    let others: Vec<Facts> = asked.map(|view| (view.gather)(question)).collect();
    Ok(page.render(facts, &others)?)
}

/// The template that the network keeps in the place of ours, where it does.
fn override_of(
    folder: &Folder,
    name: &str,
    markup: Option<Markup>,
    language: Language,
) -> Result<Option<(Markup, Source)>> {
    let Some(markup) = markup else {
        return Ok(None);
    };
    let path = format!("{TEMPLATES}/{name}.{}", markup.ending());
    if folder.has(&path) {
        read(folder, &path, markup, language).map(Some)
    } else {
        Ok(None)
    }
}

/// The template by which the network lays out pages for print, where it does.
fn own_pages(folder: &Folder, name: &str, language: Language) -> Result<Option<Source>> {
    let path = format!("{TEMPLATES}/{name}.typ");
    if folder.has(&path) {
        source(folder, &path, language).map(Some)
    } else {
        Ok(None)
    }
}

/// The template that was asked for, which lies in the workspace.
fn asked_for(folder: &Folder, path: &Path, language: Language) -> Result<(Markup, Source)> {
    let typed = safe::line(&path.to_string_lossy());
    let inside = folder
        .below(path)
        .or_else(|| folder.below(&folder.root().join(path)));
    let Some(inside) = inside else {
        bail!(say!(language,
            fr: "le modèle `{typed}` n'est pas dans l'espace de travail",
            en: "the template `{typed}` is not in the workspace"));
    };
    let markup = [Markup::Markdown, Markup::Html].into_iter().find(|markup| {
        path.extension()
            .is_some_and(|ending| ending == markup.ending())
    });
    match markup {
        Some(markup) => read(folder, &inside, markup, language),
        None => bail!(say!(language,
            fr: "le modèle `{typed}` finit par `.md` ou `.html`, ce qui dit comment il est échappé",
            en: "the template `{typed}` ends in `.md` or `.html`, which tells how it is escaped")),
    }
}

fn read(
    folder: &Folder,
    path: &str,
    markup: Markup,
    language: Language,
) -> Result<(Markup, Source)> {
    source(folder, path, language).map(|source| (markup, source))
}

fn source(folder: &Folder, path: &str, language: Language) -> Result<Source> {
    if let Ok(source) = folder.read(path, Limits::BYTES) {
        return Ok(source);
    }
    let path = safe::line(path);
    bail!(say!(language,
        fr: "le modèle `{path}` ne peut pas être lu",
        en: "the template `{path}` cannot be read"))
}
