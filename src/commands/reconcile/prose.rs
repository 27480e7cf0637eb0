//! `apes reconcile --prose`: the numbers of a Markdown text, compared and corrected.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::checks;
use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::commands::shared::files::write_again;
use crate::commands::shared::output::OutputOptions;
use crate::diagnostic::{Edit, Finding, Severity};
use crate::documents::{self, Limits, Syntax};
use crate::language::Language;
use crate::renderers::findings::{self, FindingsReport, Format, Showing, Width};
use crate::renderers::safe;
use crate::say;
use crate::sources::{Folder, Source};
use crate::workspace::{self, Workspace};

/// Reports the numbers of a text that differ from the records; corrects them if `fix`.
pub(super) fn run(
    path: &Path,
    fix: bool,
    output: &OutputOptions,
    folder: &Folder,
    workspace: &Workspace,
    context: &RunContext,
) -> Result<ExitStatus> {
    let (network, language) = (&workspace.network, workspace.language);
    let is_json = output.is_json(language)?;
    output.require_other(path, language)?;
    let (mut source, mark) = read(path, language)?;
    let (mut findings, held_back) =
        checks::check_prose(network, language, &source.path, &source.text);
    let mut fixed = None;
    if fix {
        let edits = number_edits(&findings);
        fixed = Some(edits.len());
        source = apply(path, source, mark, &edits, language)?;
        (findings, _) = checks::check_prose(network, language, &source.path, &source.text);
    }
    let anchors = crate::records::anchors(&source.text).len();
    let texts = std::slice::from_ref(&source);
    let resolved = workspace::resolve_with(folder, texts, findings, language);
    let summary = summary(language, anchors, resolved.findings.len(), fixed);
    let report = FindingsReport {
        findings: &resolved.findings,
        sources: &resolved.sources,
        language,
        summary: &summary,
        held_back,
        silenced: 0,
        records: network.size(),
        showing: Showing::default(),
    };
    let width = Width {
        columns: context.columns,
        colour: context.colour,
    };
    let format = if is_json {
        Format::Json
    } else {
        Format::Human(width)
    };
    let text = findings::render(&report, format);
    output.deliver(text.into_bytes(), context, language)?;
    if held_back > 0 {
        eprint(&say!(language,
            fr: "des fichiers n'ont pas pu être lus (`apes validate` les nomme)\u{a0}: leurs \
                nombres ne sont pas comparés",
            en: "some files could not be read (`apes validate` names them): their numbers are not \
                compared"));
    }
    Ok(if report.count(Severity::Error) > 0 || held_back > 0 {
        ExitStatus::Findings
    } else {
        ExitStatus::Success
    })
}

/// The mark that some programs write before UTF-8, and that a reader of texts leaves out.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Reads the text, which may be anywhere on the disk, and the byte-order mark before it; the mark
/// is empty if there is none.
fn read(path: &Path, language: Language) -> Result<(Source, &'static [u8])> {
    let shown = safe::line(&path.to_string_lossy());
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let bytes = Folder::at(folder).bytes(&name, Limits::BYTES);
    match bytes.map(|bytes| {
        (
            bytes.starts_with(BYTE_ORDER_MARK),
            Source::from_bytes(&name, bytes),
        )
    }) {
        Ok((is_marked, source)) if source.foreign.is_none() => {
            let mark = if is_marked { BYTE_ORDER_MARK } else { &[] };
            Ok((Source::new(&shown, source.text), mark))
        }
        Ok(_) => bail!(say!(language,
            fr: "le texte `{shown}` n'est pas enregistré en UTF-8",
            en: "the text `{shown}` is not saved as UTF-8")),
        Err(_) => bail!(say!(language,
            fr: "le texte `{shown}` ne peut pas être lu",
            en: "the text `{shown}` cannot be read")),
    }
}

/// The edits that correct numbers. Other findings, as of an anchor that is not understood, are
/// left to the author of the text.
fn number_edits(findings: &[Finding]) -> Vec<Edit> {
    findings
        .iter()
        .filter(|finding| finding.name == checks::NUMBER_IN_PROSE)
        .filter_map(|finding| finding.help.as_ref())
        .flat_map(|help| help.edits.clone())
        .collect()
}

/// Applies edits to a text, and writes its file if they change it, with its byte-order mark.
///
/// # Errors
/// Returns an error if the file cannot be written.
fn apply(
    path: &Path,
    source: Source,
    mark: &[u8],
    edits: &[Edit],
    language: Language,
) -> Result<Source> {
    // The syntax quotes strings; numbers are written alike in all.
    let text = match documents::apply(&source.text, Syntax::Toml, edits) {
        Some(text) if text != source.text => text,
        _ => return Ok(source),
    };
    write_again(path, &[mark, text.as_bytes()].concat()).with_context(|| {
        let path = &source.path;
        say!(language,
            fr: "`{path}` n'a pas pu être écrit",
            en: "`{path}` could not be written")
    })?;
    Ok(Source::new(&source.path, text))
}

/// What was looked at and what was found; after a correction, what it changed and what it left to
/// the author of the text.
fn summary(language: Language, anchors: usize, findings: usize, fixed: Option<usize>) -> String {
    let mut text = match language {
        Language::French => format!(
            "{} · {}",
            language.count(anchors, "nombre vérifié", "nombres vérifiés"),
            language.count(findings, "constat", "constats")
        ),
        Language::English => format!(
            "{} · {}",
            language.count(anchors, "number checked", "numbers checked"),
            language.count(findings, "finding", "findings")
        ),
    };
    let Some(fixed) = fixed else {
        return text;
    };
    if fixed > 0 {
        let fixed = language.number(fixed as u64);
        text += &say!(language, fr: " · {fixed} mis à jour", en: " · {fixed} updated");
    }
    if findings > 0 {
        text += &say!(language,
            fr: " · à corriger à la main, le texte y est laissé tel quel",
            en: " · to be corrected by hand, the text there is left as it is");
    }
    text
}
