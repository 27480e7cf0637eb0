//! Ids that verbs take, leave or give up.

use anyhow::{Result, bail};

use crate::commands::shared::changing::edit_record::edit_record;
use crate::commands::shared::command::did_you_mean;
use crate::commands::shared::draft::Draft;
use crate::commands::shared::record_kind::RecordKind;
use crate::diagnostic::{Route, nearest};
use crate::documents::as_id;
use crate::edits::{Change, NewValue};
use crate::language::Language;
use crate::network::Network;
use crate::records::is_id;
use crate::renderers::safe;
use crate::route;
use crate::say;

/// The file of what has an id.
///
/// # Errors
/// Returns an error if nothing of the kind has it.
pub fn require_known(
    kind: RecordKind,
    id: &str,
    network: &Network,
    language: Language,
) -> Result<std::sync::Arc<str>> {
    if let Some(file) = kind.file(network, id) {
        return Ok(file);
    }
    let ids = kind.ids(network);
    let suggestion = did_you_mean(nearest(id, ids.iter().map(String::as_str)), language);
    let id = safe::line(id);
    bail!(say!(language,
        fr: "rien de ce type ne s'appelle `{id}`{suggestion}",
        en: "nothing of this kind is named `{id}`{suggestion}"))
}

/// Refuses an id that is not one, or that something of the kind has.
///
/// # Errors
/// Returns an error if it is not an id, or is taken.
pub fn require_free(
    kind: RecordKind,
    new: &str,
    network: &Network,
    language: Language,
) -> Result<()> {
    let shown = safe::line(new);
    if !is_id(new) {
        let suggestion = did_you_mean(as_id(new).as_deref(), language);
        bail!(say!(language,
            fr: "`{shown}` n'est pas un identifiant\u{a0}: des minuscules sans accents, des \
                chiffres et des tirets{suggestion}",
            en: "`{shown}` is not an id: lower case without accents, digits and \
                hyphens{suggestion}"));
    }
    if let Some(file) = kind.file(network, new) {
        bail!(say!(language,
            fr: "`{shown}` est déjà pris, par `{file}`",
            en: "`{shown}` is taken already, by `{file}`"));
    }
    Ok(())
}

/// Refuses to go on where an unreadable file could hold a mention.
///
/// # Errors
/// Returns an error if a file could not be read whole.
pub fn require_intact(network: &Network, language: Language) -> Result<()> {
    if network.is_intact() {
        return Ok(());
    }
    bail!(say!(language,
        fr: "des fichiers n'ont pas pu être lus en entier (`apes validate` les nomme) et peuvent \
            contenir ce nom\u{a0}: les corriger d'abord",
        en: "some files could not be read whole (`apes validate` names them) and may hold this \
            name: correct them first"))
}

/// Adds the old id to the aliases of a record.
///
/// # Errors
/// Returns an error if the record cannot be edited.
pub fn leave_alias(draft: &mut Draft, file: &str, old: &str, language: Language) -> Result<()> {
    let alias = || NewValue::Text(old.to_owned());
    let aliases: Route = route!["aliases"];
    edit_record(draft, file, language, |tree| {
        Ok(vec![match tree.entry("aliases") {
            Some(_) => Change::Append(aliases, alias()),
            None => Change::Set(aliases, NewValue::List(vec![alias()])),
        }])
    })
}
