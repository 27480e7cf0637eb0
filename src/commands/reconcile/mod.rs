//! `apes reconcile`: what the network published against its records; numbers in a text likewise.

mod freeze;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;

use crate::calendar::DateRange;
use crate::checks;
use crate::commands::shared::clock::year;
use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::commands::shared::output::OutputOptions;
use crate::commands::shared::output::files::write_again;
use crate::diagnostic::{Edit, Finding, Severity};
use crate::documents::{self, Limits, Syntax};
use crate::language::Language;
use crate::renderers::findings::{self, FindingsReport, Format, Width};
use crate::renderers::safe;
use crate::say;
use crate::sources::{Folder, Source};
use crate::views::reconcile;
use crate::views::view::Question;
use crate::workspace::{self, Workspace};

/// Compare published figures with the records, or the numbers of a text
#[derive(Args)]
pub struct Arguments {
    /// The year whose published figures are compared
    #[arg(value_name = "YEAR", value_parser = year, required_unless_present = "prose")]
    year: Option<u16>,
    /// Write what the records give at the end of that year as a new record of published figures
    #[arg(long, conflicts_with = "prose")]
    freeze: bool,
    /// With --freeze, the source that the new record rests on, instead of the count itself
    #[arg(long, value_name = "ID", requires = "freeze")]
    source: Option<String>,
    /// Compare the numbers that a Markdown text anchors in the records by comments like `apes:
    /// dynamics at=2020`
    #[arg(long, value_name = "FILE", conflicts_with = "year")]
    prose: Option<PathBuf>,
    /// With --prose, write the numbers of the records into the text
    #[arg(long, requires = "prose")]
    mend: bool,
    #[command(flatten)]
    shape: OutputOptions,
}

/// Runs it.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open()?;
    match (arguments.year, &arguments.prose) {
        (_, Some(path)) => in_prose(arguments, path, &folder, workspace, context),
        (Some(year), None) if arguments.freeze => freeze::run(
            year,
            arguments.source.as_deref(),
            &folder,
            workspace,
            context,
        ),
        (Some(year), None) => compared(arguments, year, workspace, context),
        (None, None) => Ok(ExitStatus::CouldNotRun),
    }
}

fn compared(
    arguments: &Arguments,
    year: u16,
    workspace: &Workspace,
    context: &RunContext,
) -> Result<ExitStatus> {
    let question = Question {
        asked: DateRange::years(year, year),
        dated: true,
        ..Question::on(&workspace.network, workspace.language, context.today)
    };
    let (facts, differs) = reconcile::gather(&question);
    let answer = arguments
        .shape
        .answer(&facts, context, workspace.language)?;
    Ok(if differs {
        ExitStatus::Findings
    } else {
        answer
    })
}

fn in_prose(
    arguments: &Arguments,
    path: &Path,
    folder: &Folder,
    workspace: &Workspace,
    context: &RunContext,
) -> Result<ExitStatus> {
    let language = workspace.language;
    let for_machines = arguments.shape.is_for_machines(language)?;
    let source = read(path, language)?;
    let look = |text: &str| checks::in_prose(&workspace.network, language, &source.path, text);
    let (mut found, held_back) = look(&source.text);
    let mut text = source.text.clone();
    let mut mended = 0;
    if arguments.mend {
        let edits = numbers(&found);
        mended = edits.len();
        text = mend(path, &source, &edits, language)?;
        found = look(&text).0;
    }
    let now = Source::new(&source.path, text);
    let anchors = crate::records::anchors(&now.text).len();
    let resolved = workspace::resolve_beside(folder, std::slice::from_ref(&now), found, language);
    let summary = summary(language, anchors, resolved.findings.len(), mended);
    let told = FindingsReport {
        findings: &resolved.findings,
        sources: &resolved.sources,
        language,
        summary: &summary,
        held_back,
        silenced: 0,
        records: workspace.network.size(),
    };
    let width = Width {
        columns: context.columns,
        colour: context.colour,
    };
    let format = if for_machines {
        Format::Json
    } else {
        Format::Human(width)
    };
    let text = findings::render(&told, format);
    arguments.shape.deliver(text.as_bytes(), language)?;
    if held_back > 0 {
        eprint(&say!(language,
            fr: "des fichiers n'ont pas pu être lus (`apes validate` les nomme)\u{a0}: ces nombres \
                ne sont pas jugés",
            en: "some files could not be read (`apes validate` names them): these numbers are not \
                judged"));
    }
    Ok(if told.count(Severity::Error) > 0 || held_back > 0 {
        ExitStatus::Findings
    } else {
        ExitStatus::Fine
    })
}

/// The text with these changes, written again where they change it.
fn mend(path: &Path, source: &Source, edits: &[Edit], language: Language) -> Result<String> {
    let text =
        documents::apply(&source.text, Syntax::Toml, edits).unwrap_or_else(|| source.text.clone());
    if text != source.text {
        write_again(path, text.as_bytes()).with_context(|| {
            let path = &source.path;
            say!(language, fr: "`{path}` n'a pas pu être écrit", en: "`{path}` could not be \
                written")
        })?;
    }
    Ok(text)
}

/// The changes that set numbers right; an anchor that is not understood is left to its writer.
fn numbers(found: &[Finding]) -> Vec<Edit> {
    let of_numbers = found
        .iter()
        .filter(|finding| finding.name == checks::NUMBER_IN_PROSE);
    of_numbers
        .filter_map(|finding| finding.help.as_ref())
        .flat_map(|help| help.edits.clone())
        .collect()
}

/// The text, wherever it lies.
fn read(path: &Path, language: Language) -> Result<Source> {
    let shown = safe::line(&path.to_string_lossy());
    let above = path
        .parent()
        .filter(|above| !above.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    match Folder::at(above).read(&name, Limits::BYTES) {
        Ok(source) if source.foreign.is_none() => Ok(Source::new(&shown, source.text)),
        Ok(_) => bail!(say!(language,
            fr: "le texte `{shown}` n'est pas enregistré en UTF-8",
            en: "the text `{shown}` is not saved as UTF-8")),
        Err(_) => bail!(say!(language,
            fr: "le texte `{shown}` ne peut pas être lu",
            en: "the text `{shown}` cannot be read")),
    }
}

fn summary(language: Language, anchors: usize, wrong: usize, mended: usize) -> String {
    let (fr, en) = (
        language.count(anchors, "nombre ancré", "nombres ancrés"),
        language.count(anchors, "anchored number", "anchored numbers"),
    );
    let (wrong_fr, wrong_en) = (
        language.count(wrong, "constat", "constats"),
        language.count(wrong, "finding", "findings"),
    );
    let right = say!(language, fr: "{fr} · {wrong_fr}", en: "{en} · {wrong_en}");
    if mended == 0 {
        return right;
    }
    let mended = language.number(mended as u64);
    right + &say!(language, fr: " · {mended} mis à jour", en: " · {mended} brought up to date")
}
