//! The record that a person names on the command line.

use anyhow::{Result, bail};

use crate::commands::shared::command::did_you_mean;
use crate::network::RecordRef;
use crate::renderers::safe;
use crate::say;
use crate::views::show::{self, Lost};
use crate::workspace::Workspace;

/// The record of an id, or of `actor/ID` where several kinds share it; else the only one of this
/// name, whatever its case and accents.
///
/// # Errors
/// Returns an error if no record or several records have the id.
pub fn record_named<'n>(id: &str, workspace: &'n Workspace) -> Result<RecordRef<'n>> {
    let language = workspace.language;
    let shown = safe::line(id);
    match show::find(&workspace.network, id) {
        Ok(subject) => Ok(subject),
        Err(Lost::Several(names)) => {
            let names = names.join(", ");
            bail!(say!(language,
                fr: "`{shown}` désigne plusieurs fiches\u{a0}: {names}",
                en: "`{shown}` names several records: {names}"))
        }
        Err(Lost::None(nearest)) => {
            let suggestion = did_you_mean(nearest.as_deref(), language);
            bail!(say!(language,
                fr: "aucune fiche ne s'appelle `{shown}`{suggestion}",
                en: "no record is named `{shown}`{suggestion}"))
        }
    }
}
