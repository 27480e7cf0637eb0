//! `apes rename`: a record or a source gets another id, wherever it is named.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::commands::shared::changing::{
    WriteOptions, edit_record, named_changes, statement_changes, write_checked,
};
use crate::commands::shared::command::{ExitStatus, RunContext, did_you_mean};
use crate::commands::shared::draft::Draft;
use crate::diagnostic::Route;
use crate::documents::as_id;
use crate::edits::{Change, NewValue};
use crate::language::Language;
use crate::network::Network;
use crate::network::queries::naming::Naming;
use crate::records::{anchors, is_id};
use crate::renderers::safe;
use crate::route;
use crate::say;
use crate::workspace::Workspace;

/// The file of the sources that several records cite.
const SOURCES: &str = "territories/sources.toml";

/// Give a record another id: its file moves, every mention follows, the old id stays as an alias
#[derive(Args)]
pub struct Arguments {
    /// What is renamed
    #[arg(value_name = "KIND")]
    kind: Kind,
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

/// What can be renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// A territory, with its folder
    Territory,
    /// An actor
    Actor,
    /// A dynamic
    Dynamic,
    /// Published figures
    Published,
    /// A source of `territories/sources.toml`
    Source,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Territory => "territory",
            Self::Actor => "actor",
            Self::Dynamic => "dynamic",
            Self::Published => "published",
            Self::Source => "source",
        }
    }

    /// The file that holds what has an id.
    fn file(self, network: &Network, id: &str) -> Option<Arc<str>> {
        match self {
            Self::Territory => network.territory(id).map(|record| record.file.clone()),
            Self::Actor => network.actor(id).map(|record| record.file.clone()),
            Self::Dynamic => network.dynamic(id).map(|record| record.file.clone()),
            Self::Published => network.published(id).map(|record| record.file.clone()),
            Self::Source => network.sources.contains_key(id).then(|| Arc::from(SOURCES)),
        }
    }
}

/// Renames.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open()?;
    let (network, language) = (&workspace.network, workspace.language);
    let (kind, old, new) = (arguments.kind, &*arguments.old, &*arguments.new);
    let Some(file) = kind.file(network, old) else {
        let old = safe::line(old);
        bail!(say!(language,
            fr: "rien de ce type ne s'appelle `{old}`",
            en: "nothing of this kind is named `{old}`"));
    };
    require_free(kind, new, network, language)?;
    require_intact(network, language)?;
    let mut draft = Draft::of(&folder);
    edit_namings(&mut draft, kind, (old, new), workspace)?;
    if kind == Kind::Source {
        edit_record(&mut draft, &file, language, |_| {
            Ok(vec![Change::RenameKey(route![old], new.to_owned())])
        })?;
    } else {
        leave_alias(&mut draft, &file, old, language)?;
        move_files(&mut draft, kind, &file, (old, new), language)?;
    }
    let options = WriteOptions {
        dry_run: arguments.dry_run,
    };
    write_checked(&draft, &folder, workspace, context, options)
}

/// Refuses an id that is not one, or that something of the kind has.
fn require_free(kind: Kind, new: &str, network: &Network, language: Language) -> Result<()> {
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
fn require_intact(network: &Network, language: Language) -> Result<()> {
    if network.is_intact() {
        return Ok(());
    }
    bail!(say!(language,
        fr: "des fichiers n'ont pas pu être lus en entier (`apes validate` les nomme) et peuvent \
            contenir ce nom\u{a0}: les corriger d'abord",
        en: "some files could not be read whole (`apes validate` names them) and may hold this \
            name: correct them first"))
}

/// Edits every place that names what is renamed, and the statements that have such a name.
fn edit_namings(
    draft: &mut Draft,
    kind: Kind,
    (old, new): (&str, &str),
    workspace: &Workspace,
) -> Result<()> {
    let (network, language) = (&workspace.network, workspace.language);
    let mut by_file: BTreeMap<Arc<str>, Vec<Naming>> = BTreeMap::new();
    for naming in network.namings(kind.name(), old) {
        by_file.entry(naming.file.clone()).or_default().push(naming);
    }
    for (file, namings) in by_file {
        edit_record(draft, &file, language, |tree| {
            let mut changes = statement_changes(tree, &namings, old, new);
            changes.extend(named_changes(tree, &namings, new)?);
            Ok(changes)
        })?;
    }
    if kind == Kind::Territory {
        for text in &network.texts {
            edit_anchors(draft, &text.file, (old, new));
        }
    }
    Ok(())
}

/// Edits the anchors of a report's text that count in a territory.
fn edit_anchors(draft: &mut Draft, file: &str, (old, new): (&str, &str)) {
    let Some(source) = draft.read(file) else {
        return;
    };
    let mut text = source.text.clone();
    for anchor in anchors(&source.text).iter().rev() {
        for word in anchor.words.iter().rev() {
            if word.name == "territory" && word.value.as_deref() == Some(old) {
                text.replace_range(word.span.start..word.span.end, &format!("territory={new}"));
            }
        }
    }
    if text != source.text {
        draft.write(file, &text);
    }
}

/// Adds the old id to the aliases of a record.
fn leave_alias(draft: &mut Draft, file: &str, old: &str, language: Language) -> Result<()> {
    let alias = || NewValue::Text(old.to_owned());
    let aliases: Route = route!["aliases"];
    edit_record(draft, file, language, |tree| {
        Ok(vec![match tree.entry("aliases") {
            Some(_) => Change::Append(aliases, alias()),
            None => Change::Set(aliases, NewValue::List(vec![alias()])),
        }])
    })
}

/// Moves the file of a record, or all files of a territory's folder.
fn move_files(
    draft: &mut Draft,
    kind: Kind,
    file: &str,
    (old, new): (&str, &str),
    language: Language,
) -> Result<()> {
    let (above, name) = file.rsplit_once('/').unwrap_or(("", file));
    if kind != Kind::Territory {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        return draft.move_file(file, &format!("{above}/{new}.{ending}"), language);
    }
    let around = above.strip_suffix(old).unwrap_or(above);
    draft.move_folder(above, &format!("{around}{new}"), language)
}
