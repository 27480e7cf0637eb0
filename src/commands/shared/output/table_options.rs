//! The options of tables for spreadsheets: their dialect, the table chosen, a folder of all.

use std::path::Path;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::commands::shared::files::{deliver, make_folder};
use crate::language::Language;
use crate::renderers::csv;
use crate::renderers::format::{Format, RenderOptions};
use crate::say;
use crate::views::view::Facts;

/// Name of the format that these options concern.
const CSV: &str = "csv";

/// Name of the other format that holds one table.
const JSON_LINES: &str = "jsonl";

/// The dialect and the table of a CSV.
#[derive(Args, Clone, Debug, Default)]
pub struct TableOptions {
    /// How a CSV is written: for open data, or for Excel in French
    #[arg(long, value_name = "DIALECT")]
    dialect: Option<Dialect>,
    /// Which table a CSV holds; by default the main one. An unknown name lists those there are
    #[arg(long, value_name = "TABLE")]
    table: Option<String>,
}

/// Dialects of CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Dialect {
    /// Comma, decimal point, UTF-8, dates as 2024-09-30
    Open,
    /// For Excel in French: semicolon, decimal comma, UTF-8 with its mark, dates as 30/09/2024
    ExcelFr,
}

impl TableOptions {
    /// The format that these options imply where none is named: CSV if any is given, or if the
    /// output is a folder.
    pub(super) fn implied_format(&self, output: Option<&Path>) -> Option<&'static Format> {
        let is_asked = match output {
            Some(path) => is_folder(path),
            None => self.dialect.is_some() || self.table.is_some(),
        };
        is_asked.then(|| Format::from_name(CSV)).flatten()
    }

    /// Refuses these options for a format that holds no table by itself.
    pub(super) fn require(&self, format: &Format, language: Language) -> Result<()> {
        let option = match (self.dialect, &self.table) {
            _ if format.name == CSV => return Ok(()),
            (Some(_), _) => "--dialect",
            (None, Some(_)) if format.name == JSON_LINES => return Ok(()),
            (None, Some(_)) => "--table",
            (None, None) => return Ok(()),
        };
        let name = format.name;
        bail!(say!(language,
            fr: "`{option}` ne vaut que pour la sortie `csv`, et non pour `{name}`",
            en: "`{option}` is for `csv` output only, not for `{name}`"))
    }

    /// The dialect of a CSV.
    pub(super) fn dialect(&self) -> csv::Dialect {
        match self.dialect {
            Some(Dialect::ExcelFr) => csv::Dialect::ExcelFr,
            Some(Dialect::Open) | None => csv::Dialect::Open,
        }
    }

    /// The name of the table chosen.
    pub(super) fn table(&self) -> Option<&str> {
        self.table.as_deref()
    }
}

/// Whether a path names a folder: one that is there, or that ends as one.
pub(super) fn is_folder(path: &Path) -> bool {
    path.is_dir()
        || path
            .to_string_lossy()
            .ends_with(['/', std::path::MAIN_SEPARATOR])
}

/// Writes a file for each table into a folder, or for the table chosen alone.
///
/// # Errors
/// Returns an error if no table has the name chosen, or a file cannot be written.
pub(super) fn write_tables(
    folder: &Path,
    facts: &Facts,
    options: &RenderOptions,
    format: &Format,
    context: &RunContext,
) -> Result<ExitStatus> {
    let language = options.language;
    let names: Vec<&str> = match options.table {
        Some(name) => vec![name],
        None => facts.data.iter().map(|table| table.name.as_str()).collect(),
    };
    let mut outputs = Vec::new();
    for name in names {
        let options = RenderOptions {
            table: Some(name),
            ..*options
        };
        // A report and a table are named by us, in letters and hyphens.
        let file = format!("{}-{name}.{}", facts.report, format.name);
        outputs.push((folder.join(file), (format.render)(facts, &options)?));
    }
    make_folder(folder, context, language)?;
    deliver(&outputs, context, language)?;
    Ok(ExitStatus::Success)
}

/// Says on standard error which tables a CSV of one table leaves out.
pub(super) fn tell_others(facts: &Facts, options: &RenderOptions, context: &RunContext) {
    let names: Vec<&str> = facts.data.iter().map(|table| table.name.as_str()).collect();
    let [main, others @ ..] = names.as_slice() else {
        return;
    };
    if context.quiet || options.table.is_some() || others.is_empty() {
        return;
    }
    let others = others.join(", ");
    eprint(&say!(options.language,
        fr: "ce CSV est le tableau `{main}`\u{202f}; les autres ({others}) s'obtiennent par \
            `--table NOM`, ou tous ensemble par `--output DOSSIER/`",
        en: "this CSV is the table `{main}`; the others ({others}) come with `--table \
            NAME`, or all of them with `--output FOLDER/`"));
}
