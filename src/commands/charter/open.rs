//! The workspace of the charter's verbs, refused unless its charter could be read whole.

use anyhow::{Result, bail};

use crate::commands::shared::command::RunContext;
use crate::commands::shared::completeness::CompletenessOptions;
use crate::records::{List, Target};
use crate::say;
use crate::sources::Folder;
use crate::workspace::Workspace;

/// Opens the workspace, for a verb that would otherwise present half a charter as the whole.
///
/// # Errors
/// Returns an error if there is no workspace, or if a file on which the charter depends is faulty.
pub(super) fn open(
    completeness: &CompletenessOptions,
    context: &RunContext,
) -> Result<(Folder, &'static Workspace)> {
    let (folder, workspace) = completeness.open(context)?;
    let dependencies = [
        (Target::Principle, "schemas/charter.toml"),
        (Target::Word(List::Themes), "schemas/vocabulary.toml"),
        (Target::Source, "territories/sources.toml"),
    ];
    for (target, file) in dependencies {
        if !workspace.network.knows_all(target) {
            bail!(say!(workspace.language,
                fr: "la charte ne peut pas être lue en entier\u{a0}: `{file}` contient des \
                    erreurs, que montre `apes validate`",
                en: "the charter cannot be read whole: `{file}` has errors, which `apes validate` \
                    shows"));
        }
    }
    Ok((folder, workspace))
}
