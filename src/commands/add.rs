//! `apes add`: values added to lists and tables of a record.

use anyhow::Result;
use clap::Args;

use crate::commands::shared::changing::{
    Assignment, WorkspaceNames, WriteOptions, add_changes, edit_record, write_checked,
};
use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::draft::Draft;
use crate::commands::shared::named_record::record_named;

/// Add values to lists and tables of a record; refused if that would bring an error
#[derive(Args)]
pub struct Arguments {
    /// Id of the record; `actor/ID` where several kinds share it
    #[arg(value_name = "ID")]
    id: String,
    /// A key and what is added to it, as in seen=2024 or partners.tilt=appui
    #[arg(value_name = "KEY=VALUE", required = true)]
    values: Vec<String>,
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
            add_changes(&assignment, kind, tree, &names, language)
        })?;
    }
    let options = WriteOptions::new(arguments.dry_run);
    write_checked(&draft, &folder, workspace, context, options)
}
