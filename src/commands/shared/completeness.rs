//! What verbs that answer from records do where some files could not be read.

use anyhow::Result;
use clap::Args;

use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;
use crate::views::view::Incomplete;
use crate::workspace::Workspace;

/// Whether an answer from a part of the records is accepted.
#[derive(Args, Clone, Debug, Default)]
pub struct CompletenessOptions {
    /// Exit with 0 even if some files could not be read, which is said all the same
    #[arg(long)]
    incomplete: bool,
}

impl CompletenessOptions {
    /// Opens the workspace; standard error says, even with `--quiet`, how many files could not be
    /// read whole.
    ///
    /// # Errors
    /// Returns an error if there is no workspace, or the system lacks what it takes to read it.
    pub fn open(&self, context: &RunContext) -> Result<(Folder, &'static Workspace)> {
        let (folder, workspace) = context.open()?;
        let language = workspace.language;
        if let Some(missing) = Incomplete::of(&workspace.network) {
            let sentence = safe::line(&missing.sentence(language));
            eprint(&if self.incomplete {
                sentence
            } else {
                say!(language,
                    fr: "{sentence}\u{202f}; code de sortie 1, que `--incomplete` évite",
                    en: "{sentence}; exit code 1, unless `--incomplete` is given")
            });
        }
        Ok((folder, workspace))
    }

    /// The status of a verb that has answered: findings, if files could not be read whole and
    /// nobody accepted that.
    #[must_use]
    pub fn status(&self, answered: ExitStatus, workspace: &Workspace) -> ExitStatus {
        let is_accepted = self.incomplete || workspace.network.is_intact();
        match answered {
            ExitStatus::Success if !is_accepted => ExitStatus::Findings,
            answered => answered,
        }
    }
}
