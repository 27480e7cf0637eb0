//! `apes convert`: a record in the other syntax.

use anyhow::{Result, anyhow};
use clap::{Args, ValueEnum};

use crate::commands::shared::changing::{WriteOptions, write_checked};
use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::commands::shared::draft::Draft;
use crate::commands::shared::named_record::record_named;
use crate::edits::{Refusal, converted};
use crate::language::Language;
use crate::renderers::safe;
use crate::say;

/// Write a record in the other syntax, with its comments: its file gets another ending
#[derive(Args)]
pub struct Arguments {
    /// Id of the record; `actor/ID` where several kinds share it
    #[arg(value_name = "ID")]
    id: String,
    /// The syntax
    #[arg(long, value_name = "SYNTAX")]
    to: Target,
    /// Show what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Syntaxes of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Target {
    /// TOML
    Toml,
    /// YAML
    Yaml,
}

impl Target {
    fn ending(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Yaml => "yaml",
        }
    }

    /// Whether a file with this ending has the syntax.
    fn has(self, ending: &str) -> bool {
        match self {
            Self::Toml => ending == "toml",
            Self::Yaml => matches!(ending, "yaml" | "yml"),
        }
    }
}

/// Converts the record.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open()?;
    let language = workspace.language;
    let file = record_named(&arguments.id, workspace)?.file();
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let shown = safe::line(file);
    if arguments.to.has(ending) {
        if !context.quiet {
            eprint(&say!(language,
                fr: "`{shown}` est déjà dans cette syntaxe",
                en: "`{shown}` has this syntax already"));
        }
        return Ok(ExitStatus::Success);
    }
    let path = format!("{stem}.{}", arguments.to.ending());
    let mut draft = Draft::of(&folder);
    let made = draft
        .read(file)
        .ok_or(Refusal::Unreadable)
        .and_then(|source| converted(&source, &path))
        .map_err(|refusal| anyhow!(refused(&shown, &refusal, language)))?;
    draft.move_file(file, &path, language)?;
    draft.write(&path, &made.text);
    for comment in &made.lost_comments {
        let comment = safe::line(comment);
        eprint(&say!(language,
            fr: "ce commentaire n'y a pas de place\u{a0}: {comment}",
            en: "there is no place in it for this comment: {comment}"));
    }
    let options = WriteOptions::new(arguments.dry_run);
    write_checked(&draft, &folder, workspace, context, options)
}

fn refused(file: &str, refusal: &Refusal, language: Language) -> String {
    match refusal {
        Refusal::Unreadable => {
            let why = refusal.sentence(language);
            say!(language,
                fr: "`{file}` n'est pas converti\u{a0}: {why}",
                en: "`{file}` is not converted: {why}")
        }
        _ => say!(language,
            fr: "`{file}` n'est pas converti\u{a0}: l'autre syntaxe ne dirait pas exactement la \
                même chose",
            en: "`{file}` is not converted: the other syntax would not say exactly the same"),
    }
}
