//! `apes report`: what the network tells of itself.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::commands::clock::Clock;
use crate::commands::command::{Answer, Settled};
use crate::commands::geography;
use crate::commands::output::Form;
use crate::commands::picture::Picture;
use crate::documents::Limits;
use crate::language::Language;
use crate::renderers::page::{Markup, Page, Template};
use crate::renderers::safe;
use crate::say;
use crate::sources::{Folder, Source};
use crate::views::VIEWS;
use crate::views::view::{Facts, Question};

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
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    form: Form,
    #[command(flatten)]
    picture: Picture,
}

fn names() -> clap::builder::PossibleValuesParser {
    VIEWS.iter().map(|view| view.name).collect::<Vec<_>>().into()
}

/// Runs it.
pub fn run(arguments: &Arguments, settled: &Settled) -> Result<Answer> {
    let (folder, trip) = settled.open()?;
    let (language, form) = (trip.language, arguments.form.drawn(&arguments.picture));
    let mut question = form.question(trip, &arguments.clock, settled)?;
    question.outlines = geography::outlines(&folder, language)?;
    let view = VIEWS.iter().find(|view| arguments.name.as_deref() == Some(view.name));
    let facts = view.map(|view| (view.gather)(&question));
    let own = match &arguments.template {
        Some(path) => Some(asked_for(&folder, path, language)?),
        None => {
            override_of(&folder, view.map_or("", |view| view.name), form.shape.markup(language)?, language)?
        }
    };
    match (own, facts) {
        (Some((markup, own)), facts) => {
            let page = Page { markup, language, own: Some(Template { path: &own.path, text: &own.text }) };
            let text = filled(&page, facts.as_ref(), &question)?;
            form.shape.deliver(text.as_bytes(), language)
        }
        (None, Some(facts)) => form.shape.answer(&facts, settled, language),
        (None, None) => Ok(Answer::Fine),
    }
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
    let Some(markup) = markup else { return Ok(None) };
    let path = format!("{TEMPLATES}/{name}.{}", markup.ending());
    if folder.has(&path) { read(folder, &path, markup, language).map(Some) } else { Ok(None) }
}

/// The template that was asked for, which lies in the workspace.
fn asked_for(folder: &Folder, path: &Path, language: Language) -> Result<(Markup, Source)> {
    let typed = safe::line(&path.to_string_lossy());
    let inside = folder.below(path).or_else(|| folder.below(&folder.root().join(path)));
    let Some(inside) = inside else {
        bail!(say!(language,
            fr: "le modèle `{typed}` n'est pas dans l'espace de travail",
            en: "the template `{typed}` is not in the workspace"));
    };
    let markup = [Markup::Markdown, Markup::Html]
        .into_iter()
        .find(|markup| path.extension().is_some_and(|ending| ending == markup.ending()));
    match markup {
        Some(markup) => read(folder, &inside, markup, language),
        None => bail!(say!(language,
            fr: "le modèle `{typed}` finit par `.md` ou `.html`, ce qui dit comment il est échappé",
            en: "the template `{typed}` ends in `.md` or `.html`, which tells how it is escaped")),
    }
}

fn read(folder: &Folder, path: &str, markup: Markup, language: Language) -> Result<(Markup, Source)> {
    if let Ok(source) = folder.read(path, Limits::BYTES) {
        return Ok((markup, source));
    }
    let path = safe::line(path);
    bail!(say!(language,
        fr: "le modèle `{path}` ne peut pas être lu",
        en: "the template `{path}` cannot be read"))
}
