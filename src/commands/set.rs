//! `apes set`: values of a record, given or removed.

use anyhow::{Result, bail};
use clap::Args;

use crate::commands::shared::changing::{
    Assignment, WorkspaceNames, WriteOptions, edit_record, key_route, set_changes, write_checked,
};
use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::draft::Draft;
use crate::commands::shared::named_record::record_named;
use crate::edits::typed::named_keys;
use crate::edits::{Change, NewValue};
use crate::network::RecordRef;
use crate::renderers::safe;
use crate::workspace::Workspace;
use crate::{route, say};

/// Give keys of a record new values, or remove them; refused if that would bring an error
#[derive(Args)]
pub struct Arguments {
    /// Id of the record; `actor/ID` where several kinds share it
    #[arg(value_name = "ID")]
    id: String,
    /// A key and its new value; words and records by id or by name, as in partners.tilt=appui
    #[arg(value_name = "KEY=VALUE", required_unless_present_any = ["remove", "reviewed"])]
    values: Vec<String>,
    /// Remove a key with its value
    #[arg(long, value_name = "KEY")]
    remove: Vec<String>,
    /// Note that the English text of this name was read again beside the French one: summary,
    /// years.2024.note, texts/2024/perspectives
    #[arg(long, value_name = "TEXT")]
    reviewed: Vec<String>,
    /// Show what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Changes the record.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open()?;
    let language = workspace.language;
    let subject = record_named(&arguments.id, workspace)?;
    let (file, kind) = (subject.file(), subject.kind());
    let names = WorkspaceNames(workspace);
    let mut draft = Draft::of(&folder);
    for typed in &arguments.values {
        let assignment = Assignment::parse(typed, kind, &names, language)?;
        edit_record(&mut draft, file, language, |tree| {
            Ok(set_changes(&assignment, kind, tree, &names))
        })?;
    }
    for key in &arguments.remove {
        let route = named_keys(kind, &key_route(key), &names);
        edit_record(&mut draft, file, language, |_| {
            Ok(vec![Change::Remove(route.clone())])
        })?;
    }
    for name in &arguments.reviewed {
        let fingerprint = fingerprint_of(name, subject, workspace)?;
        let route = route!["translations", name.as_str()];
        edit_record(&mut draft, file, language, |_| {
            Ok(vec![Change::Set(route, NewValue::Text(fingerprint))])
        })?;
    }
    let options = WriteOptions::new(arguments.dry_run);
    write_checked(&draft, &folder, workspace, context, options)
}

/// The fingerprint of the French text of a name.
///
/// # Errors
/// Returns an error if the record has no text of this name in both languages.
fn fingerprint_of(name: &str, record: RecordRef, workspace: &Workspace) -> Result<String> {
    let (network, language) = (&workspace.network, workspace.language);
    if let Some(text) = network.text_in_both(record, name) {
        return Ok(text.fingerprint());
    }
    let names = network.names_of_texts_in_both(record);
    let name = safe::line(name);
    if names.is_empty() {
        bail!(say!(language,
            fr: "cette fiche n'a aucun texte en français et en anglais",
            en: "this record has no text in French and in English"));
    }
    let names = names.join("`, `");
    bail!(say!(language,
        fr: "cette fiche n'a pas de texte `{name}` en français et en anglais\u{202f}; elle a \
            `{names}`",
        en: "this record has no text `{name}` in French and in English; it has `{names}`"))
}
