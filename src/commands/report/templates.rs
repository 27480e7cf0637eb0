//! The templates by which a network lays out its own reports.

use std::path::Path;

use anyhow::{Result, bail};

use crate::documents::Limits;
use crate::language::Language;
use crate::renderers::format::{Format, TemplateKind};
use crate::renderers::page::{Markup, Template};
use crate::renderers::safe;
use crate::say;
use crate::sources::Cut;
use crate::sources::hidden::characters;
use crate::sources::{Folder, Source};

/// Folder of a network's own templates, below the root of the workspace.
const TEMPLATES: &str = "templates";

/// A template of the network, in its file.
pub(super) struct OwnTemplate {
    pub kind: TemplateKind,
    pub source: Source,
}

impl OwnTemplate {
    /// The template as renderers take it.
    pub fn as_template(&self) -> Template<'_> {
        Template {
            path: &self.source.path,
            text: &self.source.text,
        }
    }
}

/// Reads the template that replaces ours for a report in a format, if the network has one.
///
/// # Errors
/// Returns an error if the file cannot be read.
pub(super) fn replacing(
    folder: &Folder,
    report: &str,
    format: &Format,
    language: Language,
) -> Result<Option<OwnTemplate>> {
    let Some(kind) = format.template else {
        return Ok(None);
    };
    let ending = match kind {
        TemplateKind::Page(markup) => markup.ending(),
        TemplateKind::Typst => "typ",
    };
    let path = format!("{TEMPLATES}/{report}.{ending}");
    if !folder.has(&path) {
        return Ok(None);
    }
    read(folder, &path, kind, language).map(Some)
}

/// The template, unless it is a program that the reader has not said to trust.
///
/// # Errors
/// Returns an error if it is one.
pub(super) fn trusted(
    own: Option<OwnTemplate>,
    is_trusted: bool,
    language: Language,
) -> Result<Option<OwnTemplate>> {
    let Some(program) = own
        .as_ref()
        .filter(|own| own.kind == TemplateKind::Typst && !is_trusted)
    else {
        return Ok(own);
    };
    let path = safe::line(&program.source.path);
    bail!(say!(language,
        fr: "`{path}` est un programme, que rien ne limite en durée ni en mémoire\u{a0}: après \
            l'avoir lu, `--trust-templates` l'utilise",
        en: "`{path}` is a program, without any limit of time or memory: once you have read it, \
            `--trust-templates` uses it"))
}

/// Reads the template that `--template` names, a page in Markdown or HTML.
///
/// # Errors
/// Returns an error if the file is outside the workspace, has another ending, or cannot be read.
pub(super) fn named(folder: &Folder, path: &Path, language: Language) -> Result<OwnTemplate> {
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
            .is_some_and(|ending| ending.eq_ignore_ascii_case(markup.ending()))
    });
    match markup {
        Some(markup) => read(folder, &inside, TemplateKind::Page(markup), language),
        None => bail!(say!(language,
            fr: "le nom du modèle `{typed}` doit finir par `.md` ou `.html`, qui détermine \
                l'échappement des textes",
            en: "the name of the template `{typed}` must end in `.md` or `.html`, which decides \
                how texts are escaped")),
    }
}

fn read(
    folder: &Folder,
    path: &str,
    kind: TemplateKind,
    language: Language,
) -> Result<OwnTemplate> {
    let read = folder.read(path, Limits::BYTES);
    let path = safe::line(path);
    if let Ok(source) = read {
        if let Some((line, character)) = hidden_character(&source.text) {
            let code = format!("U+{:04X}", u32::from(character));
            let place = format!("{path}:{line}");
            bail!(say!(language,
                fr: "{place}\u{a0}: le modèle a un caractère invisible ({code}), qui irait \
                    dans chaque page",
                en: "{place}: the template has an invisible character ({code}), which would \
                    go into every page"));
        }
        return Ok(OwnTemplate { kind, source });
    }
    bail!(say!(language,
        fr: "le modèle `{path}` ne peut pas être lu",
        en: "the template `{path}` cannot be read"))
}

/// The first character of a text that is not seen, with its line; line ends and tabs are.
fn hidden_character(text: &str) -> Option<(usize, char)> {
    let (at, character, _) = characters(text).find(|&(at, character, hidden)| match character {
        '\n' | '\t' => false,
        '\r' => !text.behind(at).starts_with("\r\n"),
        _ => hidden,
    })?;
    Some((text.before(at).matches('\n').count() + 1, character))
}
