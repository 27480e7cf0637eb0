//! `apes remove`: a record or a source goes, and with it, if asked, all that names it.

use anyhow::{Result, bail};
use clap::Args;

use crate::commands::shared::changing::{
    WriteOptions, edit_record, namings_by_file, remove_namings, require_intact, require_known,
    write_checked,
};
use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::commands::shared::draft::Draft;
use crate::commands::shared::record_kind::RecordKind;
use crate::diagnostic::Route;
use crate::edits::Change;
use crate::language::Language;
use crate::network::Network;
use crate::records::anchors;
use crate::renderers::safe;
use crate::route;
use crate::say;

/// Remove a record or a source; refused while something names it, unless that goes too
#[derive(Args)]
pub struct Arguments {
    /// What is removed
    #[arg(value_name = "KIND")]
    kind: RecordKind,
    /// Its id
    #[arg(value_name = "ID")]
    id: String,
    /// Also take its name out of all that names it
    #[arg(long)]
    mentions: bool,
    /// Show what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Removes.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open()?;
    let (network, language) = (&workspace.network, workspace.language);
    let (kind, id) = (arguments.kind, &*arguments.id);
    let file = require_known(kind, id, network, language)?;
    require_intact(network, language)?;
    require_empty(kind, id, network, language)?;
    let named = namings_by_file(network, kind, id);
    let mut places: Vec<String> = named
        .iter()
        .filter(|(by, _)| **by != file || kind == RecordKind::Source)
        .flat_map(|(by, namings)| namings.iter().map(move |naming| place(by, &naming.route)))
        .collect();
    places.extend(texts_about(kind, id, network));
    if !places.is_empty() && !arguments.mentions {
        let (id, places) = (safe::line(id), places.join("\n  "));
        eprint(&say!(language,
            fr: "`{id}` est encore nommé\u{a0}:\n  {places}",
            en: "`{id}` is still named:\n  {places}"));
        bail!(say!(language,
            fr: "le retirer d'abord de là, ou retirer aussi ces mentions avec `--mentions`",
            en: "remove it there first, or remove these mentions too by `--mentions`"));
    }
    let mut draft = Draft::of(&folder);
    for (by, namings) in &named {
        if **by != *file || kind == RecordKind::Source {
            remove_namings(&mut draft, by, namings, id, language)?;
        }
    }
    if kind == RecordKind::Source {
        edit_record(&mut draft, &file, language, |_| {
            Ok(vec![Change::Remove(route![id])])
        })?;
    } else {
        draft.remove_file(&file);
    }
    let options = WriteOptions::new(arguments.dry_run);
    write_checked(&draft, &folder, workspace, context, options)
}

fn place(file: &str, route: &Route) -> String {
    format!("{} ({route})", safe::line(file))
}

/// The texts of reports that count in a territory; no verb edits prose.
fn texts_about(kind: RecordKind, id: &str, network: &Network) -> Vec<String> {
    let mut found = Vec::new();
    for text in network
        .texts
        .iter()
        .filter(|_| kind == RecordKind::Territory)
    {
        let words = anchors(&text.markdown);
        let mut words = words.iter().flat_map(|anchor| &anchor.words);
        if words.any(|word| word.name == "territory" && word.value.as_deref() == Some(id)) {
            found.push(safe::line(&text.file));
        }
    }
    found
}

/// Refuses to remove a territory in whose folder there are other records.
fn require_empty(kind: RecordKind, id: &str, network: &Network, language: Language) -> Result<()> {
    if kind != RecordKind::Territory {
        return Ok(());
    }
    let actors = network
        .actors
        .iter()
        .filter(|record| record.home.as_str() == id);
    let dynamics = network
        .dynamics
        .iter()
        .filter(|record| record.home.as_str() == id);
    let published = network
        .published
        .iter()
        .filter(|record| record.home.as_str() == id);
    let mut files: Vec<String> = actors.map(|record| safe::line(&record.file)).collect();
    files.extend(dynamics.map(|record| safe::line(&record.file)));
    files.extend(published.map(|record| safe::line(&record.file)));
    if files.is_empty() {
        return Ok(());
    }
    let (id, files) = (safe::line(id), files.join("\n  "));
    eprint(&say!(language,
        fr: "le dossier de `{id}` contient d'autres fiches\u{a0}:\n  {files}",
        en: "the folder of `{id}` holds other records:\n  {files}"));
    bail!(say!(language,
        fr: "les retirer ou les déplacer d'abord",
        en: "remove or move them first"))
}
