//! `apes list`: the records of a kind as a table.

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::commands::shared::clock::Clock;
use crate::commands::shared::command::{ExitStatus, RunContext, did_you_mean};
use crate::commands::shared::excerpts::{refuse, typed_error};
use crate::commands::shared::output::ReportOptions;
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::sources::Cut;
use crate::sources::{Folder, Source};
use crate::views::list::{
    self, Column, Condition, InvalidColumn, Listed, Selection, SortKey, column_names,
};
use crate::workspace::Workspace;

/// List the records of a kind as a table
#[derive(Args)]
pub struct Arguments {
    /// Which records
    #[arg(value_name = "KIND")]
    kind: RecordKind,
    /// Only records that meet a condition, in the language of criteria: `'scic' in
    /// statuses.is and is_member`
    #[arg(long = "where", value_name = "EXPRESSION")]
    condition: Option<String>,
    /// Columns to show, separated by commas: keys of the records (from, legal.siren), values
    /// computed from them (stage, counted, count(partners)), or territory, file and the like
    #[arg(long, value_name = "COLUMNS")]
    columns: Option<String>,
    /// Columns to sort by, the most important first; a hyphen before one puts its greatest value
    /// first: theme,-from
    #[arg(long, value_name = "COLUMNS", allow_hyphen_values = true)]
    sort: Option<String>,
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    options: ReportOptions,
}

/// The kinds of record that can be listed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum RecordKind {
    /// Territories
    #[value(aliases = ["territoires", "territoire"])]
    Territories,
    /// Actors
    #[value(aliases = ["acteurs", "acteur"])]
    Actors,
    /// Dynamics
    #[value(aliases = ["dynamiques", "dynamique"])]
    Dynamics,
    /// Published figures
    #[value(aliases = ["publications", "publication", "publié"])]
    Published,
}

/// Lists the records.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let Arguments { clock, options, .. } = arguments;
    let (folder, workspace) = options.completeness.open(context)?;
    let question = options.question(workspace, clock, context)?;
    let kind = match arguments.kind {
        RecordKind::Territories => Listed::Territories,
        RecordKind::Actors => Listed::Actors,
        RecordKind::Dynamics => Listed::Dynamics,
        RecordKind::Published => Listed::Published,
    };
    let asked = Asked {
        kind,
        folder: &folder,
        workspace,
        context,
    };
    let selection = match asked.selection(arguments)? {
        Ok(selection) => selection,
        Err(refused) => return Ok(refused),
    };
    let facts = list::gather(&question, kind, clock.range(), &selection);
    let written = options.output.write(&facts, context, workspace.language)?;
    Ok(options.completeness.status(written, workspace))
}

/// What the options of a list are read against.
struct Asked<'a> {
    kind: Listed,
    folder: &'a Folder,
    workspace: &'a Workspace,
    context: &'a RunContext,
}

impl Asked<'_> {
    /// The condition, the columns and the order that the options ask for. The inner error is the
    /// status after errors of an expression were shown at their places.
    fn selection(&self, arguments: &Arguments) -> Result<Result<Selection, ExitStatus>> {
        let mut selection = Selection::default();
        if let Some(text) = &arguments.condition {
            let (network, language) = (&self.workspace.network, self.workspace.language);
            match network.condition(text, self.kind.subject(), language) {
                Ok(query) => {
                    let text = text.trim().to_owned();
                    selection.condition = Some(Condition { text, query });
                }
                Err(errors) => {
                    let source = Source::new("--where", text.clone());
                    let findings = errors.iter();
                    let findings = findings.map(|error| typed_error(error, &source, language));
                    return Ok(Err(self.refuse(findings.collect(), source)));
                }
            }
        }
        for text in split(arguments.columns.as_deref().unwrap_or_default()) {
            match self.column("--columns", text)? {
                Ok(column) => selection.columns.push(column),
                Err(refused) => return Ok(Err(refused)),
            }
        }
        for text in split(arguments.sort.as_deref().unwrap_or_default()) {
            let (descending, text) = match text.strip_prefix('-') {
                Some(text) => (true, text),
                None => (false, text),
            };
            match self.column("--sort", text)? {
                Ok(column) => selection.order.push(SortKey { column, descending }),
                Err(refused) => return Ok(Err(refused)),
            }
        }
        Ok(Ok(selection))
    }

    fn column(&self, option: &str, text: &str) -> Result<Result<Column, ExitStatus>> {
        let (network, language) = (&self.workspace.network, self.workspace.language);
        match Column::parse(text, self.kind, network, language) {
            Ok(column) => Ok(Ok(column)),
            Err(InvalidColumn::Unknown(near)) => {
                bail!(unknown_column(text, near.as_deref(), self.kind, language))
            }
            Err(InvalidColumn::Expression(errors)) => {
                let source = Source::new(option, text.to_owned());
                let findings = errors.iter();
                let findings = findings.map(|error| typed_error(error, &source, language));
                Ok(Err(self.refuse(findings.collect(), source)))
            }
        }
    }

    fn refuse(&self, findings: Vec<crate::diagnostic::Finding>, source: Source) -> ExitStatus {
        let language = self.workspace.language;
        refuse(findings, &[source], self.folder, self.context, language)
    }
}

/// Names of columns listed at most; beyond these nobody reads on.
const NAMES_LISTED: usize = 40;

fn unknown_column(text: &str, near: Option<&str>, kind: Listed, language: Language) -> String {
    let (text, suggestion) = (safe::line(text), did_you_mean(near, language));
    if near.is_some() {
        return say!(language,
            fr: "il n'y a pas de colonne `{text}`{suggestion}",
            en: "there is no column `{text}`{suggestion}");
    }
    let mut names = column_names(kind);
    names.truncate(NAMES_LISTED);
    let names = names.join(", ");
    say!(language,
        fr: "il n'y a pas de colonne `{text}`\u{202f}; il y a {names}",
        en: "there is no column `{text}`; there are {names}")
}

/// The parts of a text between commas, those inside brackets left whole.
fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (place, letter) in text.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(text.between(start, place));
                start = place + 1;
            }
            _ => {}
        }
    }
    parts.push(text.behind(start));
    let parts = parts.into_iter().map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn columns_are_parted_at_commas_outside_brackets() {
        let text = " id, count(partners) ,,is_sourced('a', 'b'),-from,";
        let parts = ["id", "count(partners)", "is_sourced('a', 'b')", "-from"];
        assert_eq!(split(text), parts);
        assert!(split(" , ").is_empty());
    }
}
