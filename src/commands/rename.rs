//! `apes rename`: a record or a source gets another id, wherever it is named.

use anyhow::Result;
use clap::Args;

use crate::commands::shared::changing::{
    WriteOptions, edit_namings, edit_record, leave_alias, require_free, require_intact,
    require_known, write_checked,
};
use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::draft::Draft;
use crate::commands::shared::record_kind::RecordKind;
use crate::edits::Change;
use crate::language::Language;
use crate::route;

/// Give a record another id: its file moves, every mention follows, the old id stays as an alias
#[derive(Args)]
pub struct Arguments {
    /// What is renamed
    #[arg(value_name = "KIND")]
    kind: RecordKind,
    /// Its present id
    #[arg(value_name = "OLD")]
    old: String,
    /// Its new id: lower case, digits and hyphens
    #[arg(value_name = "NEW")]
    new: String,
    /// Show what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Renames.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open()?;
    let (network, language) = (&workspace.network, workspace.language);
    let (kind, old, new) = (arguments.kind, &*arguments.old, &*arguments.new);
    let file = require_known(kind, old, network, language)?;
    require_free(kind, new, network, language)?;
    require_intact(network, language)?;
    let mut draft = Draft::of(&folder);
    edit_namings(&mut draft, kind, (old, new), workspace)?;
    if kind == RecordKind::Source {
        edit_record(&mut draft, &file, language, |_| {
            Ok(vec![Change::RenameKey(route![old], new.to_owned())])
        })?;
    } else {
        leave_alias(&mut draft, &file, old, language)?;
        move_files(&mut draft, kind, &file, (old, new), language)?;
    }
    let options = WriteOptions::new(arguments.dry_run);
    write_checked(&draft, &folder, workspace, context, options)
}

/// Moves the file of a record, or all files of a territory's folder.
fn move_files(
    draft: &mut Draft,
    kind: RecordKind,
    file: &str,
    (old, new): (&str, &str),
    language: Language,
) -> Result<()> {
    let (above, name) = file.rsplit_once('/').unwrap_or(("", file));
    if kind != RecordKind::Territory {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        return draft.move_file(file, &format!("{above}/{new}.{ending}"), language);
    }
    let around = above.strip_suffix(old).unwrap_or(above);
    draft.move_folder(above, &format!("{around}{new}"), language)
}
