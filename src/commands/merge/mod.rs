//! `apes merge`: two records of one body become one.

mod contradiction;
mod follow;
mod pair;
mod provenance;
mod unite;

use anyhow::{Result, bail};
use clap::Args;

use crate::commands::merge::contradiction::{Takes, resolve};
use crate::commands::merge::follow::{drop_own_names, follow};
use crate::commands::merge::pair::Pair;
use crate::commands::merge::provenance::united_provenance;
use crate::commands::merge::unite::Union;
use crate::commands::shared::changing::{
    WorkspaceNames, WriteOptions, edit_anchors, edit_record, leave_alias, node_at, require_intact,
    require_known, write_checked,
};
use crate::commands::shared::command::{ExitStatus, RunContext};
use crate::commands::shared::draft::Draft;
use crate::commands::shared::record_kind::{RecordKind, SOURCES};
use crate::diagnostic::Route;
use crate::documents::Node;
use crate::edits::{Change, NewValue};
use crate::language::Language;
use crate::renderers::safe;
use crate::route;
use crate::say;
use crate::workspace::{self, Workspace};

/// Unite two records of one body: what B says goes into A, and all that named B names A
#[derive(Args)]
pub struct Arguments {
    /// What they are
    #[arg(value_name = "KIND")]
    kind: RecordKind,
    /// Id of the record that stays
    #[arg(value_name = "A")]
    a: String,
    /// Id of the record that goes, and stays as an alias
    #[arg(value_name = "B")]
    b: String,
    /// Where the two contradict each other: whose value is kept, and of which key
    #[arg(long, num_args = 2, value_names = ["A|B", "KEY"], action = clap::ArgAction::Append)]
    take: Vec<String>,
    /// Show what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Merges.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open()?;
    let (network, language) = (&workspace.network, workspace.language);
    let (kind, a, b) = (arguments.kind, &*arguments.a, &*arguments.b);
    if a == b {
        let a = safe::line(a);
        bail!(say!(language,
            fr: "`{a}` et `{a}` sont la même fiche",
            en: "`{a}` and `{a}` are the same record"));
    }
    let pair = Pair {
        kind,
        a,
        b,
        files: (
            require_known(kind, a, network, language)?,
            require_known(kind, b, network, language)?,
        ),
    };
    require_intact(network, language)?;
    let takes = Takes::parse(&arguments.take, a, b, language)?;
    let mut draft = Draft::of(&folder);
    drop_own_names(&mut draft, &pair.files, (kind, a, b), workspace)?;
    unite(&mut draft, &pair, &takes, workspace)?;
    if kind != RecordKind::Source {
        leave_alias(&mut draft, &pair.files.0, b, language)?;
        draft.remove_file(&pair.files.1);
    }
    follow(&mut draft, &pair.files.1, (kind, a, b), workspace)?;
    if kind == RecordKind::Territory {
        for text in &network.texts {
            edit_anchors(&mut draft, &text.file, (b, a));
        }
        move_folder_of(&mut draft, &pair, language)?;
    }
    let options = WriteOptions::new(arguments.dry_run);
    write_checked(&draft, &folder, workspace, context, options)
}

/// Puts into A what B says and A does not.
fn unite(draft: &mut Draft, pair: &Pair, takes: &Takes, workspace: &Workspace) -> Result<()> {
    let language = workspace.language;
    let (file_a, file_b) = &pair.files;
    let names = WorkspaceNames(workspace);
    let (Some(source_a), Some(source_b)) = (draft.read(file_a), draft.read(file_b)) else {
        return Ok(());
    };
    let trees = (
        workspace::checked_tree(&source_a, language),
        workspace::checked_tree(&source_b, language),
    );
    let (Some(tree_a), Some(tree_b)) = trees else {
        return Ok(());
    };
    let (schema, top) = if pair.kind == RecordKind::Source {
        ("sources", route![pair.a])
    } else {
        (pair.kind.name(), Route::default())
    };
    let mut union = Union::new(schema, &names);
    let (node_a, node_b) = (
        node_at(&tree_a, &top),
        node_at(&tree_b, &other_top(&top, pair.b)),
    );
    if let (Some(node_a), Some(node_b)) = (node_a, node_b) {
        union.tables(node_a, node_b, &top);
    }
    if pair.kind != RecordKind::Source {
        union.changes.extend(united_provenance(&tree_a, &tree_b));
        union.contradictions.retain(|found| !found.is_name());
    }
    let chosen = resolve(&union.contradictions, takes, pair, language)?;
    let mut changes = union.changes;
    changes.extend(chosen);
    if pair.kind == RecordKind::Source {
        changes.push(Change::Remove(route![pair.b]));
        return edit_record(draft, SOURCES, language, |_| Ok(changes));
    }
    let other_name = name_in(&tree_b).filter(|name| Some(name) != name_in(&tree_a).as_ref());
    edit_record(draft, file_a, language, |_| Ok(changes))?;
    match other_name {
        Some(name) => leave_alias(draft, file_a, &name, language),
        None => Ok(()),
    }
}

fn other_top(top: &Route, b: &str) -> Route {
    if top.0.is_empty() {
        Route::default()
    } else {
        route![b]
    }
}

/// The name of a record.
fn name_in(tree: &Node) -> Option<String> {
    match NewValue::of(&tree.entry("name")?.node)? {
        NewValue::Text(name) => Some(name),
        _ => None,
    }
}

/// Moves what else is in the folder of a territory B into that of A.
fn move_folder_of(draft: &mut Draft, pair: &Pair, language: Language) -> Result<()> {
    let (file_a, file_b) = &pair.files;
    let (to, from) = (folder_of(file_a), folder_of(file_b));
    for listed in draft.folder().list(from) {
        let path = listed.unwrap_or_else(|unread| unread.path);
        if path != **file_b {
            let inside = path.strip_prefix(from).unwrap_or_default();
            draft.move_file(&path, &format!("{to}{inside}"), language)?;
        }
    }
    Ok(())
}

/// The folder of a file.
fn folder_of(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}
