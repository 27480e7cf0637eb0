//! `apes new`: a record in its place, with what is known, and all other keys as comments.

mod arguments;
mod home;
mod known;
mod near;

pub use arguments::Arguments;

use anyhow::{Result, bail};

use crate::commands::new::arguments::RecordSyntax;
use crate::commands::new::home::home_folder;
use crate::commands::new::known::{Known, gather};
use crate::commands::new::near::near_names;
use crate::commands::shared::changing::{
    WorkspaceNames, WriteOptions, edit_record, require_free, set_changes, write_checked,
};
use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::commands::shared::draft::Draft;
use crate::commands::shared::editor_schemas::schema_address;
use crate::commands::shared::record_kind::{RecordKind, SOURCES};
use crate::documents::{Value, top_keys};
use crate::edits::{Change, FreshRecord, NewValue};
use crate::language::Language;
use crate::records::id_from_name;
use crate::renderers::safe;
use crate::route;
use crate::say;
use crate::sources::Cut;
use crate::workspace::{self, Workspace};

/// Checks whose findings say that something is still to be filled in.
const STILL_OPEN: &[&str] = &["missing-key"];

/// Writes the record.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open()?;
    let language = workspace.language;
    let known = gather(arguments, workspace)?;
    let kind = arguments.kind;
    let id = match &arguments.id {
        Some(id) => id.clone(),
        None => id_of(&known.name, language)?,
    };
    require_free(kind, &id, &workspace.network, language)?;
    for near in near_names(kind, &known.name, &workspace.network) {
        let near = safe::line(&near);
        eprint(&say!(language,
            fr: "attention\u{a0}: {near} porte presque le même nom\u{202f}; si c'est le même, \
                retirer cette fiche (`apes remove`) ou les réunir (`apes merge`)",
            en: "warning: {near} has nearly the same name; if they are the same, remove this \
                record (`apes remove`) or unite them (`apes merge`)"));
    }
    let mut draft = Draft::of(&folder);
    let path = if kind == RecordKind::Source {
        add_source(&mut draft, &id, known, workspace)?;
        SOURCES.to_owned()
    } else {
        let home = home_folder(kind, &id, arguments, &known, workspace)?;
        let path = path_of(kind, &id, &home, arguments.format);
        write_record(&mut draft, &path, known, arguments, workspace)?;
        path
    };
    let options = WriteOptions {
        dry_run: arguments.dry_run,
        tolerated: STILL_OPEN,
    };
    let status = write_checked(&draft, &folder, workspace, context, options)?;
    if status == ExitStatus::Success
        && let Some(open) = still_open(&draft, kind, &path, language)
    {
        eprint(&open);
    }
    Ok(status)
}

/// The id that a name gives: without what is behind a dash or in brackets.
fn id_of(name: &str, language: Language) -> Result<String> {
    let behind = [" — ", " – ", " (", " : ", "\u{a0}: "];
    let end = behind.iter().filter_map(|mark| name.find(mark)).min();
    let short = name.before(end.unwrap_or(name.len()));
    let id = id_from_name(short);
    if id.is_empty() {
        let name = safe::line(name);
        bail!(say!(language,
            fr: "aucun identifiant ne se tire de `{name}`\u{a0}: en donner un avec `--id`",
            en: "no id can be made from `{name}`: give one with `--id`"));
    }
    Ok(id)
}

/// The path of a record, below the folder of its territory.
fn path_of(kind: RecordKind, id: &str, home: &str, format: RecordSyntax) -> String {
    let ending = format.ending();
    match kind {
        RecordKind::Territory => format!("{home}/territory.{ending}"),
        RecordKind::Actor => format!("{home}/actors/{id}.{ending}"),
        RecordKind::Dynamic => format!("{home}/dynamics/{id}.{ending}"),
        RecordKind::Published | RecordKind::Source => format!("{home}/published/{id}.{ending}"),
    }
}

fn write_record(
    draft: &mut Draft,
    path: &str,
    known: Known,
    arguments: &Arguments,
    workspace: &Workspace,
) -> Result<()> {
    let language = workspace.language;
    let kind = arguments.kind.name();
    let fresh = FreshRecord {
        kind,
        syntax: arguments.format.syntax(),
        language,
        schema: schema_address(&draft.folder(), kind, path),
        known: known.keys,
    };
    draft.write(path, &fresh.head());
    let names = WorkspaceNames(workspace);
    for assignment in known.assignments {
        edit_record(draft, path, language, |tree| {
            Ok(set_changes(&assignment, kind, tree, &names))
        })?;
    }
    let Some(source) = draft.read(path) else {
        return Ok(());
    };
    let tree = workspace::checked_tree(&source, language);
    let present = match tree.as_ref().map(|tree| &tree.value) {
        Some(Value::Table(entries)) => entries.iter().map(|entry| &*entry.key).collect(),
        _ => Vec::new(),
    };
    let text = fresh.with_comments(&source.text, &present);
    draft.write(path, &text);
    Ok(())
}

/// Adds a source to those that several records cite.
fn add_source(draft: &mut Draft, id: &str, known: Known, workspace: &Workspace) -> Result<()> {
    if draft.read(SOURCES).is_none() {
        draft.write(SOURCES, "");
    }
    let table = NewValue::Table(known.keys);
    edit_record(draft, SOURCES, workspace.language, |_| {
        Ok(vec![Change::Set(route![id], table)])
    })
}

/// The keys that the record still lacks, in one line; `None` if it lacks none.
fn still_open(draft: &Draft, kind: RecordKind, path: &str, language: Language) -> Option<String> {
    let source = draft.read(path)?;
    let tree = workspace::checked_tree(&source, language)?;
    let mut open: Vec<String> = Vec::new();
    for key in top_keys(kind.name()) {
        if key.is_required && tree.entry(&key.name).is_none() {
            let name = key.name;
            open.push(say!(language, fr: "`{name}` (obligatoire)", en: "`{name}` (required)"));
        }
    }
    let is_record = kind != RecordKind::Source;
    if is_record && tree.entry("sources").is_none() && tree.entry("sourced").is_none() {
        open.push("`sources`".to_owned());
    }
    if kind == RecordKind::Dynamic
        && ["from", "to", "seen"]
            .iter()
            .all(|key| tree.entry(key).is_none())
    {
        open.push(say!(language, fr: "`from` ou `seen`", en: "`from` or `seen`"));
    }
    if open.is_empty() {
        return None;
    }
    let open = open.join(", ");
    Some(
        say!(language, fr: "il reste à remplir\u{a0}: {open}", en: "still to be filled in: {open}"),
    )
}
