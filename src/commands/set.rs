//! `apes set`: values of a record, given or removed.

use anyhow::Result;
use clap::Args;

use crate::commands::shared::changing::{
    Assignment, WorkspaceNames, WriteOptions, edit_record, key_route, set_changes, write_checked,
};
use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::draft::Draft;
use crate::commands::shared::named_record::record_named;
use crate::edits::Change;
use crate::edits::typed::named_keys;

/// Give keys of a record new values, or remove them; refused if that would bring an error
#[derive(Args)]
pub struct Arguments {
    /// Id of the record; `actor/ID` where several kinds share it
    #[arg(value_name = "ID")]
    id: String,
    /// A key and its new value; words and records by id or by name, as in partners.tilt=appui
    #[arg(value_name = "KEY=VALUE", required_unless_present = "remove")]
    values: Vec<String>,
    /// Remove a key with its value
    #[arg(long, value_name = "KEY")]
    remove: Vec<String>,
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
    let options = WriteOptions::new(arguments.dry_run);
    write_checked(&draft, &folder, workspace, context, options)
}
