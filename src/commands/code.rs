//! `apes code`: official areas by name or code.

use anyhow::{Result, bail};
use clap::Args;

use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::output::OutputOptions;
use crate::geography;
use crate::language::Language;
use crate::renderers::safe;
use crate::say;
use crate::views::code;
use crate::views::view::Question;

/// Look up a commune, an intercommunality, a department or a region of France by its name or its
/// official code, today's or a former one
#[derive(Args)]
pub struct Arguments {
    /// A name, whatever its case and accents, in which one letter may be wrong; or a code
    #[arg(value_name = "NAME or CODE", required = true)]
    words: Vec<String>,
    #[command(flatten)]
    output: OutputOptions,
}

/// Codes one digit away that are named at most.
const NEAR_NAMED: usize = 5;

/// Looks up the areas.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (_, workspace) = context.open_or_default()?;
    let language = workspace.language;
    let question = Question::on(&workspace.network, language, context.today);
    let asked = arguments.words.join(" ");
    let facts = code::gather(&question, &asked);
    if facts.tables.iter().all(|table| table.rows.is_empty()) {
        bail!(not_found(&asked, &facts.notes, language));
    }
    arguments.output.write(&facts, context, language)
}

/// Says that no area has a name or a code, which codes are near, and what else it may be.
fn not_found(asked: &str, notes: &[String], language: Language) -> String {
    let near: Vec<String> = geography::nearest(asked)
        .iter()
        .take(NEAR_NAMED)
        .map(|area| format!("`{}` ({})", area.code, area.label()))
        .collect();
    let (asked, year) = (safe::line(asked), geography::YEAR);
    let mut text = say!(language,
        fr: "aucun territoire officiel de {year} n'a pour nom ou pour code `{asked}`",
        en: "no official area of {year} has the name or the code `{asked}`");
    if !near.is_empty() {
        let near = near.join(", ");
        text += &say!(language,
            fr: "\u{202f}; à un chiffre près\u{a0}: {near}",
            en: "; one digit away: {near}");
    }
    // The first note counts what was found.
    for note in notes.iter().skip(1) {
        text += &say!(language, fr: "\u{202f}; {note}", en: "; {note}");
    }
    text
}
